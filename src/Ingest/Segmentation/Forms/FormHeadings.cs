using Ingest.Model.Provenance;
using Ingest.Tables;
using Ingest.Vocabulary;

namespace Ingest.Segmentation.Forms;

/// <summary>Headings that open a sheet.</summary>
internal static class FormHeadings
{
    private const int LongestHeading = 30;

    /// <summary>The heading that a text is; null where it is none.</summary>
    public static HeadingItem? Read(ContentBlock block, SourceText text, FormVocabulary forms)
    {
        // « Fiche action » may be the marker of a list whose number it carries: the words tell.
        if (text.IsEmpty || text.Words.Take(LongestHeading + 1).Count() > LongestHeading || forms.MatchHeading(text.Text) is not { } heading)
            return null;
        var rest = text.Text[heading.TitleStart..];
        var isSure = heading.IsSheet;
        // « Fiche action : » with a sentence behind it tells something of a sheet.
        if (!heading.IsNumbered && rest.Length > 0 && char.IsLower(rest[0]))
            return null;
        return new HeadingItem(block, text, rest.Length == 0 ? SourceText.Empty : text.Slice(heading.TitleStart, rest.Length), isSure);
    }
}
