using Ingest.Model.Pages;
using Ingest.Model.Provenance;

namespace Ingest.Layout;

/// <summary>
/// Turns boxes so that turned words read from left to right and lines follow from top to bottom: what works on lines is
/// written once, for upright text.
/// </summary>
internal static class ReadingFrame
{
    /// <summary>A box of the page, as seen by a reader who tilts the head to the direction.</summary>
    public static Box PageToFrame(Box box, TextDirection direction) => direction switch
    {
        TextDirection.Up => new Box(-box.Bottom, box.Left, -box.Top, box.Right),
        TextDirection.Down => new Box(box.Top, -box.Right, box.Bottom, -box.Left),
        TextDirection.Reversed => new Box(-box.Right, -box.Bottom, -box.Left, -box.Top),
        _ => box,
    };

    /// <summary>The way most words run; upright unless another way clearly outweighs.</summary>
    /// <param name="words">Words of one page.</param>
    /// <param name="share">Share of the words from which another way outweighs.</param>
    public static TextDirection DirectionOf(IReadOnlyCollection<Word> words, double share)
    {
        foreach (var direction in (ReadOnlySpan<TextDirection>)[TextDirection.Up, TextDirection.Down, TextDirection.Reversed])
        {
            if (words.Count > 0 && words.Count(word => word.Direction == direction) >= share * words.Count)
                return direction;
        }

        return TextDirection.Horizontal;
    }

    /// <summary>A box of the frame, back on the page: undoes <see cref="PageToFrame"/>.</summary>
    public static Box FrameToPage(Box box, TextDirection direction) => direction switch
    {
        TextDirection.Up => new Box(box.Top, -box.Right, box.Bottom, -box.Left),
        TextDirection.Down => new Box(-box.Bottom, box.Left, -box.Top, box.Right),
        TextDirection.Reversed => new Box(-box.Right, -box.Bottom, -box.Left, -box.Top),
        _ => box,
    };

    /// <summary>Height of the word's baseline in the frame of its direction.</summary>
    public static double Baseline(Word word) => word.Direction switch
    {
        TextDirection.Down or TextDirection.Reversed => -word.Baseline,
        _ => word.Baseline,
    };

    /// <summary>The word's box in the frame of its direction.</summary>
    public static Box Frame(this Word word) => PageToFrame(word.Box, word.Direction);

    /// <summary>The line's box in the frame of its direction.</summary>
    public static Box Frame(this TextLine line) => PageToFrame(line.Box, line.Direction);

    /// <summary>Font size in points; the height of the box where the source does not say.</summary>
    public static double Size(this Word word) => word.Font.Size > 0 ? word.Font.Size : Math.Max(word.Frame().Height, 1);

    /// <summary>Size of most of the line's letters.</summary>
    public static double Size(this TextLine line)
    {
        var best = line.Words[0].Size();
        var bestWeight = 0;
        foreach (var group in line.Words.GroupBy(word => Math.Round(word.Size(), 1)))
        {
            var weight = group.Sum(word => word.Text.Length);
            if (weight > bestWeight)
                (best, bestWeight) = (group.Key, weight);
        }

        return best;
    }
}
