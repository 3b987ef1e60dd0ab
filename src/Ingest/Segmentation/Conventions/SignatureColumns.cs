using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Ingest.Model.Provenance;
using Ingest.Vocabulary;

namespace Ingest.Segmentation.Conventions;

/// <summary>
/// Parts the parties that stand beside one another on a page: a wide gap inside a line parts columns, what stands below one
/// another belongs together. Texts without geometry stay as they are.
/// </summary>
internal sealed partial class SignatureColumns(StrategyVocabulary vocabulary)
{
    // A gap of columns beside the height of the line: spaces between words are a quarter of it, justified ones twice that.
    private const double ColumnGap = 0.9;

    // Steps from line to line inside one party.
    private const double LineStep = 2.2;

    /// <summary>The texts by party: one with a paragraph per line for each column, others unchanged.</summary>
    public ImmutableArray<SourceText> Part(ImmutableArray<SourceText> texts)
    {
        var parts = ImmutableArray.CreateBuilder<SourceText>();
        var open = new List<List<Segment>>();
        foreach (var text in texts)
        {
            var lines = LinesOf(text).Select(SegmentsOf).ToList();
            // Text without gaps is one of its own, unless it goes on below a column.
            if (lines.TrueForAll(line => line.Count == 1) && !(lines.Count > 0 && open.Exists(column => Follows(column[^1], lines[0][0]))))
            {
                Close(open, parts);
                parts.Add(text);
                continue;
            }

            foreach (var segments in lines)
            {
                foreach (var segment in segments)
                {
                    if (open.Find(column => Follows(column[^1], segment)) is { } column)
                        column.Add(segment);
                    else
                        open.Add([segment]);
                }
            }
        }

        Close(open, parts);
        return parts.ToImmutable();
    }

    private void Close(List<List<Segment>> open, ImmutableArray<SourceText>.Builder parts)
    {
        foreach (var column in open)
        {
            var paragraphs = new List<SourceParagraph>();
            foreach (var segment in column)
            {
                if (paragraphs.Count > 0 && paragraphs[^1].Words[^1] is { Text: [_, .., '-'] } broken)
                    // « Saône-et- » and « Loire »
                    paragraphs[^1] = new SourceParagraph([.. paragraphs[^1].Words[..^1], broken with { Text = broken.Text + segment.Words[0].Text, Raw = $"{broken.Text} {segment.Words[0].Text}", Regions = [.. broken.Regions, .. segment.Words[0].Regions] }, .. segment.Words[1..]]);
                else if (paragraphs.Count > 0 && GoesOn(paragraphs, segment.Words))
                    paragraphs[^1] = new SourceParagraph(paragraphs[^1].Words.AddRange(segment.Words));
                else
                    paragraphs.Add(new SourceParagraph(segment.Words));
            }

            parts.Add(new SourceText { Paragraphs = [.. paragraphs] });
        }

        open.Clear();
    }

    // « la Caisse d'allocations » over « familiales », « Présidente de Quimper Bretagne » over « Occidentale »: a small letter goes on unless it opens
    // an office, and so does one word alone behind the name of a party, which no person has.
    private bool GoesOn(List<SourceParagraph> paragraphs, ImmutableArray<SourceWord> words)
    {
        var (last, first) = (paragraphs[^1].Words[^1].Text, words[0].Text);
        if (vocabulary.IsFunctionWord(last))
            return true;
        var text = string.Join(' ', words.Select(word => word.Text));
        if (vocabulary.OpensWithOffice(text) || Starts().IsMatch(text) || last[^1] is ',' or '.' or ':')
            return first is "de" or "du" or "des" or "et";
        return char.IsLower(first[0]) || (words.Length == 1 && paragraphs.Count == 1 && paragraphs[0].Words.Length > 2 && char.IsUpper(first[0]) && first.Skip(1).Any(char.IsLower));
    }

    [GeneratedRegex(@"^(?:l[ae]s?[ \u00A0]|l['’]|représent|Signature|Date|Cachet|Nom|Qualité|M\.|Mme)", RegexOptions.CultureInvariant)]
    private static partial Regex Starts();

    private static bool Follows(Segment above, Segment below) => above.Page == below.Page && above.Box.Left < below.Box.Right && below.Box.Left < above.Box.Right
        && below.Box.Top - above.Box.Top is > 0 and var step && step < LineStep * above.Box.Height;

    private static IEnumerable<ImmutableArray<SourceWord>> LinesOf(SourceText text)
    {
        foreach (var paragraph in text.Paragraphs)
        {
            var from = 0;
            for (var i = 1; i < paragraph.Words.Length; i++)
            {
                if (BoxOf(paragraph.Words[i]) is { } box && BoxOf(paragraph.Words[i - 1]) is { } before && (box.CenterY > before.Bottom || box.Right < before.Left))
                {
                    yield return paragraph.Words[from..i];
                    from = i;
                }
            }

            if (from < paragraph.Words.Length)
                yield return paragraph.Words[from..];
        }
    }

    private static List<Segment> SegmentsOf(ImmutableArray<SourceWord> line)
    {
        var segments = new List<Segment>();
        foreach (var word in line)
        {
            if (BoxOf(word) is not { } box)
                return [new Segment(0, default, line)];
            var page = word.Regions[0].Page ?? 0;
            if (segments.Count > 0 && box.Left - segments[^1].Box.Right <= ColumnGap * box.Height)
                segments[^1] = new Segment(page, segments[^1].Box.Union(box), segments[^1].Words.Add(word));
            else
                segments.Add(new Segment(page, box, [word]));
        }

        return segments;
    }

    private static Box? BoxOf(SourceWord word) => word.Regions is [{ Place: { } box }, ..] ? box : null;

    private sealed record Segment(int Page, Box Box, ImmutableArray<SourceWord> Words);
}
