using Ingest.Layout;
using Ingest.Model.Pages;
using Ingest.Model.Provenance;

namespace Ingest.Tables;

/// <summary>
/// Lines of an item of a list that a hard break parts: they hang below its first word, without a bullet and without more room than lines
/// of one paragraph have. Office files say so; a page only shows it.
/// </summary>
internal static class HangingLines
{
    /// <summary>The blocks, what hangs below an item joined to it as further paragraphs; its own place holds null then.</summary>
    /// <param name="pieces">The pieces of the document in reading order.</param>
    /// <param name="blocks">The block of each; null for a table.</param>
    /// <param name="options">Thresholds.</param>
    public static List<TextBlock?> Join(IReadOnlyList<ContentPiece> pieces, IReadOnlyList<TextBlock?> blocks, LayoutOptions options)
    {
        var joined = blocks.ToList();
        var margin = pieces.Where((piece, index) => piece.Paragraph is not null && blocks[index] is { Marker: null, Role: FlowRole.Body }).Select(piece => LeftOf(piece.Paragraph!)).DefaultIfEmpty(0).Min();
        var item = -1;
        for (var i = 0; i < pieces.Count; i++)
        {
            if (pieces[i].Paragraph is not { } paragraph || blocks[i] is not { Role: FlowRole.Body } block)
            {
                item = -1;
                continue;
            }

            if (item >= 0 && block is { HeadingLevel: null, Marker: null } && Hangs(pieces[item].Paragraph!, pieces[i - 1].Paragraph!, paragraph, options))
            {
                joined[item] = joined[item]! with { Text = new SourceText { Paragraphs = [.. joined[item]!.Text.Paragraphs, .. block.Text.Paragraphs] } };
                joined[i] = null;
                continue;
            }

            item = block.HeadingLevel is null && block.Marker is { } marker && !marker.Any(char.IsLetterOrDigit) && LeftOf(paragraph) > margin + options.Indent * paragraph.Lines[0].Size() ? i : -1;
        }

        return joined;
    }

    private static bool Hangs(LineParagraph item, LineParagraph above, LineParagraph below, LayoutOptions options)
    {
        var (last, first) = (above.Lines[^1], below.Lines[0]);
        var size = first.Size();
        var isNext = first.Page == last.Page
            ? first.Baseline > last.Baseline && first.Baseline - last.Baseline <= options.ParagraphLeading * options.DefaultLeading * size
            : first.Page == last.Page + 1;
        return isNext && first.Direction == item.Lines[0].Direction && Math.Round(size) == Math.Round(item.Lines[0].Size())
            && Math.Abs(LeftOf(below) - LeftOf(item)) <= options.AlignmentTolerance * size;
    }

    // Where the first word behind the marker stands.
    private static double LeftOf(LineParagraph paragraph)
    {
        var text = paragraph.Text.Words[0];
        var line = paragraph.Lines[0];
        return paragraph.Text.Marker is not null && line.Words.Length > 1 && line.Words[0].Text != text.Text ? line.Words[1].Frame().Left : line.Words[0].Frame().Left;
    }
}
