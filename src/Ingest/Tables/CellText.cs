using Ingest.Layout;
using Ingest.Model.Provenance;

namespace Ingest.Tables;

/// <summary>The text of a cell that a page break cut.</summary>
internal static class CellText
{
    // Width of a space beside the height of a line: the sizes of fonts are not known here any more.
    private const double SpaceOfHeight = 0.2;

    /// <summary>
    /// The two texts as one. What stands behind the break goes on in the last paragraph, unless it is an item, its first word
    /// would have fitted on the last line, or (without geometry) a sentence ended before it.
    /// </summary>
    public static SourceText Continue(TableCell above, TableCell below, WordInventory inventory)
    {
        if (above.Text.IsEmpty || below.Text.IsEmpty)
            return above.Text.IsEmpty ? below.Text : above.Text;
        var (last, first) = (above.Text.Paragraphs[^1], below.Text.Paragraphs[0]);
        return first.Marker is null && !IsHardBreak(above, last.Words, first.Words)
            ? new SourceText { Paragraphs = [.. above.Text.Paragraphs[..^1], LinesToText.Continue(last, first, inventory), .. below.Text.Paragraphs[1..]] }
            : SourceText.Concat([above.Text, below.Text]);
    }

    private static bool IsHardBreak(TableCell cell, IReadOnlyList<SourceWord> words, IReadOnlyList<SourceWord> next)
    {
        var (last, first) = (words[^1], next[0]);
        if (char.IsLower(first.Text[0]) || WordInventory.EndsWithHyphen(last.Text))
            return false;
        if (IsAmount(last.Text) && words.Any(IsRelation) && next.Any(IsRelation))
            return true;
        if (cell.Regions is not [.., { Place: { } area }] || last.Regions[^1].Place is not { } end || first.Regions[0].Place is not { } start)
            return last.Text[^1] is '.' or '!' or '?' or ';' or ':' or '…';
        var padding = Math.Max(0, cell.Text.Words.Min(word => word.Regions[^1].Place?.Left ?? area.Left) - area.Left);
        return end.Right + (SpaceOfHeight * end.Height) + start.Width < Math.Max(area.Right - padding, end.Right);
    }

    private static bool IsAmount(string word) => char.IsAsciiDigit(word[^1]) || word[^1] == '€' || word == "euros";

    private static bool IsRelation(SourceWord word) => word.Text[^1] is ':' or '=';
}
