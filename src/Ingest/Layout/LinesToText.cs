using System.Collections.Immutable;
using Ingest.Model.Pages;
using Ingest.Model.Provenance;

namespace Ingest.Layout;

/// <summary>A paragraph that still knows its lines.</summary>
/// <param name="Lines">The lines in reading order.</param>
/// <param name="Text">Their words joined.</param>
internal sealed record LineParagraph(ImmutableArray<TextLine> Lines, SourceParagraph Text);

/// <summary>Joins the lines of one column or one cell into paragraphs.</summary>
internal static class LinesToText
{
    /// <summary>The text of a cell or a column.</summary>
    public static SourceText ToText(IEnumerable<LineParagraph> paragraphs) => new() { Paragraphs = [.. paragraphs.Select(paragraph => paragraph.Text)] };

    /// <summary>The paragraphs of the lines.</summary>
    /// <param name="lines">Lines in reading order.</param>
    /// <param name="left">Left side of the text area, in the frame of the lines' direction, in points.</param>
    /// <param name="right">Right side of the text area.</param>
    /// <param name="inventory">The words of the document.</param>
    /// <param name="options">Thresholds.</param>
    public static ImmutableArray<LineParagraph> Join(
        IReadOnlyList<TextLine> lines, double left, double right, WordInventory inventory, LayoutOptions options)
    {
        if (lines.Count == 0)
            return [];
        var measure = Measure.OfLines(lines, left, right, options);
        var paragraphs = ImmutableArray.CreateBuilder<LineParagraph>();
        var from = 0;
        for (var i = 1; i <= lines.Count; i++)
        {
            if (i < lines.Count && !LineBreaks.IsHard(lines[from], lines[i - 1], lines[i], measure, options))
                continue;
            ImmutableArray<TextLine> own = [.. lines.Skip(from).Take(i - from)];
            paragraphs.Add(new LineParagraph(own, MarkerGrammar.WordsToParagraph(JoinWords(own, measure, inventory))));
            from = i;
        }

        return paragraphs.ToImmutable();
    }

    /// <summary>The text after the text before it, as one paragraph across a column or page break.</summary>
    public static SourceParagraph Continue(SourceParagraph first, SourceParagraph second, WordInventory inventory)
    {
        if (first.Words.IsEmpty || second.Words.IsEmpty)
            return first with { Words = first.Words.AddRange(second.Words) };
        return LineEnds.Join(first.Words[^1], second.Words[0], isSplitWord: false, inventory) is { } joined
            ? first with { Words = [.. first.Words[..^1], joined, .. second.Words[1..]] }
            : first with { Words = first.Words.AddRange(second.Words) };
    }

    /// <summary>A word of a page with its place.</summary>
    public static SourceWord ToSource(Word word, int page) => new()
    {
        Text = word.Text,
        Regions = [new EvidenceRegion { Page = page, Bbox = word.Shown ?? word.Box, Straight = word.Shown is null ? null : word.Box }],
        Raw = word.Raw,
        Origin = word.Origin,
        Confidence = word.Confidence,
        SecondReading = word.SecondReading,
    };

    private static ImmutableArray<SourceWord> JoinWords(ImmutableArray<TextLine> lines, Measure measure, WordInventory inventory)
    {
        var words = ImmutableArray.CreateBuilder<SourceWord>();
        for (var i = 0; i < lines.Length; i++)
        {
            var own = lines[i].Words.Select(word => ToSource(word, lines[i].Page)).ToList();
            if (i > 0 && LineEnds.Join(words[^1], own[0], IsOneFullWord(lines[i - 1], measure), inventory) is { } joined)
            {
                words[^1] = joined;
                own.RemoveAt(0);
            }

            words.AddRange(own);
        }

        return words.ToImmutable();
    }

    private static bool IsOneFullWord(TextLine line, Measure measure) =>
        line.Words.Length == 1 && measure.Right - measure.Left - line.Frame().Width < line.Size();
}
