using System.Collections.Immutable;

namespace Ingest.Reading.Ocr;

/// <summary>
/// What the engine took for a sign at either end of a line of a cell and is none: dirt that is far lower than the sign would be, a dot that stands off
/// from all text, what is left of a rule. The ink decides, never the trust alone: a sign that is as high as it has to be stays.
/// </summary>
internal sealed class LineDirt(OcrOptions options)
{
    private const string Strokes = "|¦_";
    private const string TallMarks = ":;!?()[]{}";
    private const string LowMarks = ".,°'’\"“”‘*";

    /// <summary>The lines without dirt at their ends; a line of nothing else is none.</summary>
    public ImmutableArray<RecognisedLine> Peel(ImmutableArray<RecognisedLine> lines) => [.. lines.Select(Peel).Where(line => !line.Words.IsEmpty)];

    private RecognisedLine Peel(RecognisedLine line)
    {
        var (first, last) = (0, line.Words.Length - 1);
        while (first <= last && IsDirt(line.Words[first], first < last ? line.Words[first + 1].Box.Left - line.Words[first].Box.Right : null, line.Size))
            first++;
        while (last >= first && IsDirt(line.Words[last], last > first ? line.Words[last].Box.Left - line.Words[last - 1].Box.Right : null, line.Size))
            last--;
        return first == 0 && last == line.Words.Length - 1 ? line : line with { Words = line.Words[first..(last + 1)] };
    }

    // gap: pixels to the next word of its line; null where it stands alone.
    private bool IsDirt(RecognisedWord word, int? gap, double size)
    {
        if (word.Text.All(sign => Strokes.Contains(sign, StringComparison.Ordinal)))
            return true;
        if (word.Text.Length != 1 || size <= 0)
            return false;
        var height = word.Box.Height / size;
        var sign = word.Text[0];
        if (char.IsLetterOrDigit(sign))
            return height < options.LowestLetter;
        if (TallMarks.Contains(sign, StringComparison.Ordinal))
            return height < options.LowestColon;
        return gap > options.DirtGap * size && LowMarks.Contains(sign, StringComparison.Ordinal) && height < options.LowestLetter;
    }
}
