using UglyToad.PdfPig.Tokens;

namespace Ingest.Reading.Pdf.Forms;

/// <summary>What the form of a document says of all its fields: ISO 32000-1, 12.7.2.</summary>
/// <param name="DefaultAppearance">Font and size of fields that name none of their own.</param>
/// <param name="Resources">Fonts of appearances that bring none.</param>
/// <param name="IsForViewerToDraw">Whether viewers must draw the values anew: the stored appearances may be old.</param>
/// <param name="IsDrawnByXfa">Whether only an XFA program can show the form: the pages of the file are a stand-in.</param>
internal sealed record FormSettings(string? DefaultAppearance, DictionaryToken? Resources, bool IsForViewerToDraw, bool IsDrawnByXfa)
{
    /// <summary>A document without a form.</summary>
    public static readonly FormSettings None = new(null, null, false, false);

    /// <summary>The form of a catalog.</summary>
    public static FormSettings Of(DictionaryToken catalog, PdfObjects objects)
    {
        if (objects.Dictionary(catalog, "AcroForm") is not { } form)
            return None;
        return new FormSettings(
            objects.Text(form, "DA"), objects.Dictionary(form, "DR"), objects.IsTrue(form, "NeedAppearances"),
            objects.IsTrue(catalog, "NeedsRendering") && form.ContainsKey(NameToken.Create("XFA")));
    }
}
