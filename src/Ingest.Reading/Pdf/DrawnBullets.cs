using System.Collections.Immutable;
using Ingest.Model.Pages;
using Ingest.Model.Provenance;

namespace Ingest.Reading.Pdf;

/// <summary>
/// Discs that are drawn where a list has its bullets: browsers print them as paths, not as letters. They become words, so that a list
/// keeps its items whatever wrote the file.
/// </summary>
internal static class DrawnBullets
{
    /// <summary>The words with a « • » before each that a disc stands in front of.</summary>
    public static ImmutableArray<Word> Insert(ImmutableArray<Word> words, ImmutableArray<PaintedPath> paths, PdfReadingOptions options)
    {
        var discs = paths.SelectMany(path => path.Outlines.Where(outline => IsDisc(path, outline, options)).Select(outline => (outline.Bounds, Colour: path.FillColour ?? path.StrokeColour))).ToList();
        if (discs.Count == 0)
            return words;
        var rows = words.Index().Where(item => item.Item is { Direction: TextDirection.Horizontal, IsVisible: true }).OrderBy(item => item.Item.Box.Top).ToList();
        var tallest = rows.Select(item => item.Item.Box.Bottom - item.Item.Box.Top).DefaultIfEmpty(0).Max();
        var bullets = new List<(int Before, Word Word)>();
        foreach (var (disc, colour) in discs)
        {
            if (WordBehind(disc, rows, tallest, options) is { } behind)
                bullets.Add((behind.Index, ToBullet(disc, behind.Item, colour)));
        }

        // One disc alone may be a sign of anything; a list has several one below the other.
        var listed = bullets.Where(bullet => bullets.Count(other => Math.Abs(other.Word.Box.Left - bullet.Word.Box.Left) < options.BulletShift) > 1)
            .DistinctBy(bullet => bullet.Before).ToDictionary(bullet => bullet.Before, bullet => bullet.Word);
        return listed.Count == 0 ? words : [.. words.Index().SelectMany(item => listed.TryGetValue(item.Index, out var bullet) ? [bullet, item.Item] : (Word[])[item.Item])];
    }

    private static bool IsDisc(PaintedPath path, Outline outline, PdfReadingOptions options)
    {
        // Four arcs or more, and no straight side.
        if (outline.CurvedEnds.Count < 4 || outline.CurvedEnds.Count < outline.Points.Length - 1 || !(path.IsFilled || path.IsStroked))
            return false;
        var (width, height) = (outline.Bounds.Right - outline.Bounds.Left, outline.Bounds.Bottom - outline.Bounds.Top);
        return width <= options.LargestBullet && width > 0 && Math.Abs(width - height) <= options.BulletRoundness * width;
    }

    // The first word to the right of the disc on its line, where none stands between or close before.
    private static (int Index, Word Item)? WordBehind(Box disc, List<(int Index, Word Item)> rows, double tallest, PdfReadingOptions options)
    {
        var middle = (disc.Top + disc.Bottom) / 2;
        var from = LowerBound(rows, middle - tallest);
        var line = rows.Skip(from).TakeWhile(item => item.Item.Box.Top < middle).Where(item => item.Item.Box.Bottom > middle).ToList();
        var behind = line.Where(item => item.Item.Box.Left >= disc.Right).OrderBy(item => item.Item.Box.Left).FirstOrDefault();
        if (behind.Item is not { } word || word.Box.Left - disc.Right > options.BulletGapEm * word.Font.Size || disc.Right - disc.Left > options.BulletEm * word.Font.Size)
            return null;
        var isFree = !line.Exists(item => item.Item.Box.Left < disc.Right && item.Item.Box.Right > disc.Left - word.Font.Size);
        return isFree ? behind : null;
    }

    private static int LowerBound(List<(int Index, Word Item)> rows, double top)
    {
        var (low, high) = (0, rows.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (rows[middle].Item.Box.Top < top)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }

    private static Word ToBullet(Box disc, Word behind, string? colour) => new()
    {
        Text = "•",
        Box = new Box(disc.Left, behind.Box.Top, disc.Right, behind.Box.Bottom),
        Baseline = behind.Baseline,
        Font = behind.Font,
        Colour = colour,
        MarkedContent = behind.MarkedContent,
        IsArtifact = behind.IsArtifact,
    };
}
