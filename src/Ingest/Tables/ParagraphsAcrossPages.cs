using Ingest.Layout;

namespace Ingest.Tables;

/// <summary>Joins the paragraphs that a column or page break cut: the sentence is open before it and goes on in small letters behind.</summary>
internal static class ParagraphsAcrossPages
{
    /// <summary>The pieces, cut paragraphs made one, at the place of their first half.</summary>
    public static IReadOnlyList<ContentPiece> Join(IReadOnlyList<ContentPiece> pieces, WordInventory inventory)
    {
        var joined = new List<ContentPiece>();
        foreach (var piece in pieces)
        {
            if (joined.Count > 0 && joined[^1].Paragraph is { } before && piece.Paragraph is { } after && IsCut(before, after))
            {
                var whole = new LineParagraph([.. before.Lines, .. after.Lines], LinesToText.Continue(before.Text, after.Text, inventory));
                joined[^1] = joined[^1] with { Paragraph = whole };
            }
            else
            {
                joined.Add(piece);
            }
        }

        return joined;
    }

    private static bool IsCut(LineParagraph before, LineParagraph after)
    {
        var (last, first) = (before.Lines[^1], after.Lines[0]);
        var isBreak = last.Page != first.Page || first.Baseline < last.Baseline;
        return isBreak && last.Direction == first.Direction && after.Text.Marker is null && char.IsLower(after.Text.Words[0].Text[0])
            && before.Text.Words[^1].Text[^1] is not ('.' or '!' or '?' or ':' or ';')
            && Math.Round(last.Size()) == Math.Round(first.Size());
    }
}
