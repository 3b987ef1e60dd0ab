using System.Collections.Immutable;
using Ingest.Model.Pages;
using Ingest.Model.Provenance;
using Ingest.Reading.Imaging;

namespace Ingest.Reading.Ocr;

/// <summary>
/// Lines that the engine read → words as any reader tells them: boxes with the ascent and descent of their font instead of their
/// ink, sizes that are equal where the type is.
/// </summary>
internal sealed class LinesToWords(PreparedPage page, OcrOptions options, WordMending? mend)
{
    private const string Dash = "–";

    // Parts of the size above and below the baseline, of common text faces.
    private const double Ascent = 0.9;
    private const double Descent = 0.21;

    // Height of ink over size: with ascenders or capitals, with descenders too, and small letters alone.
    private const double TallInk = 0.73;
    private const double FullInk = 0.94;
    private const double SmallInk = 0.54;

    // Sizes measured in pixels scatter by this share about the size that was set.
    private const double Scatter = 0.12;

    /// <summary>The words in the engine's order, and the ink of each in pixels.</summary>
    public (ImmutableArray<Word> Words, ImmutableArray<PixelBox> Inks) Convert(ImmutableArray<PlacedLine> lines)
    {
        var sizes = lines.Select(SizeOf).ToList();
        var usual = UsualMeasure.Of(lines.Zip(sizes));
        var isBold = new StrokeWidths(page, options).AreBold(lines, sizes);
        var words = ImmutableArray.CreateBuilder<Word>();
        var inks = ImmutableArray.CreateBuilder<PixelBox>();
        for (var i = 0; i < lines.Length; i++)
        {
            var size = Math.Abs(sizes[i] - usual) <= Scatter * usual || IsLargerThanStep(lines, i, sizes[i], usual) ? usual : Math.Round(sizes[i] * 2) / 2;
            for (var j = 0; j < lines[i].Words.Length; j++)
            {
                if (IsDirt(lines[i].Words[j]))
                    continue;
                inks.Add(lines[i].Words[j].Box);
                words.Add(ToWord(lines[i], j, new WordFont("", size, isBold[i], false)));
            }
        }

        return (words.ToImmutable(), inks.ToImmutable());
    }

    // What is left of a rule makes a line of a cell look higher than it is; but no line is larger than its step to the next.
    private bool IsLargerThanStep(ImmutableArray<PlacedLine> lines, int index, double size, double usual)
    {
        if (!lines[index].IsOfCell || size <= (1 + (2 * Scatter)) * usual)
            return false;
        bool IsNear(int other) => other >= 0 && other < lines.Length && lines[other].Direction == lines[index].Direction
            && lines[other].Words[0].Box.Left < lines[index].Words[^1].Box.Right && lines[other].Words[^1].Box.Right > lines[index].Words[0].Box.Left
            && Math.Abs(page.ToPoints(lines[other].Baselines[0] - lines[index].Baselines[0])) is var step && step > usual / 2 && step < size;
        return IsNear(index - 1) || IsNear(index + 1);
    }

    private Word ToWord(PlacedLine line, int index, WordFont font)
    {
        var (word, baseline, direction) = (line.Words[index], page.ToPoints(line.Baselines[index]), line.Direction);
        var size = font.Size;
        var ink = page.ToPoints(word.Box);
        var box = direction switch
        {
            TextDirection.Up => ink with { Left = baseline - (Ascent * size), Right = baseline + (Descent * size) },
            TextDirection.Down => ink with { Left = baseline - (Descent * size), Right = baseline + (Ascent * size) },
            _ => ink with { Top = baseline - (Ascent * size), Bottom = baseline + (Descent * size) },
        };
        var read = IsDash(line, index) ? Dash : WordCorrection.Correct(word.Text);
        var mended = mend?.Invoke(read, index == 0, line.Words.Length == 1);
        var text = mended ?? read;
        return new Word
        {
            Text = text,
            Raw = text == word.Text ? null : word.Text,
            Box = box,
            Shown = page.Turn is { Quarters: 0, Degrees: 0 } ? null : page.Turn.ToShown(ink),
            Baseline = baseline,
            Direction = direction,
            Font = font,
            Origin = Origin.Ocr,
            Confidence = Math.Min(mended is null ? word.Confidence : Math.Min(word.Confidence, options.MendedConfidence), UnderMark(ink)),
        };
    }

    // The engine knows hyphens; between words a dash is longer. The marks of lists are told by their shape elsewhere.
    private bool IsDash(PlacedLine line, int index) => line.Words[index].Text is "-" or "—" && line.Direction == TextDirection.Horizontal && (index > 0 || line.Words.Length == 1)
        && line.Words[index].Box.Width >= options.ShortestDash * line.Line.Size && line.Words[index].Box.Width <= options.LongestDash * line.Line.Size;

    // Words in one another's reach need not lie under the strokes of a mark; its area is where doubt begins.
    private double UnderMark(Box ink) => page.Marks.Where(mark => mark.Box.Overlaps(ink)).Select(mark => mark.IsRemoved ? options.UncoveredConfidence : options.MarkedConfidence).DefaultIfEmpty(1).Min();

    private bool IsDirt(RecognisedWord word) => word.Confidence < options.DirtBelow && !word.Text.Any(char.IsLetterOrDigit);

    // The engine's size of a line is right where the line is one; else the ink of its words tells.
    private double SizeOf(PlacedLine line)
    {
        var told = line.Line.Size;
        var measured = line.Line.Words.Select(word => word.Box.Height / InkShare(word.Text)).Where(size => size > 0).Order().ToList();
        var middle = measured.Count == 0 ? told : measured[measured.Count / 2];
        return page.ToPoints(Math.Abs(told - middle) <= 2 * Scatter * middle ? told : middle);
    }

    private static double InkShare(string text)
    {
        var isTall = text.Any(letter => char.IsUpper(letter) || char.IsDigit(letter) || "bdfhklt€ôîéèêàâûùç«»".Contains(letter, StringComparison.Ordinal));
        var isDeep = text.Any(letter => "gjpqyç,;".Contains(letter, StringComparison.Ordinal));
        return isTall ? isDeep ? FullInk : TallInk : isDeep ? TallInk : SmallInk;
    }
}
