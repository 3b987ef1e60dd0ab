using UglyToad.PdfPig.Tokens;

namespace Ingest.Reading.Pdf;

/// <summary>What is known of the marked content that is being painted, those around it included: ISO 32000-1, 14.6.</summary>
/// <param name="IsHidden">Whether it stands on a layer that is switched off.</param>
/// <param name="Id">Its number in the content of the page (MCID), by which the structure tree names it; null without.</param>
/// <param name="IsArtifact">Whether it is marked as no part of the text: 14.8.2.2.</param>
internal readonly record struct MarkedContent(bool IsHidden, int? Id, bool IsArtifact)
{
    private static readonly NameToken IdName = NameToken.Create("MCID");
    private static readonly NameToken StructParents = NameToken.Create("StructParents");

    /// <summary>Marked content inside this one.</summary>
    public MarkedContent Inside(string tag, DictionaryToken? properties, bool isHidden)
    {
        if (tag == "Artifact")
            return new MarkedContent(isHidden, null, true);
        return properties is not null && properties.TryGet(IdName, out NumericToken id)
            ? new MarkedContent(isHidden, id.Int, false)
            : this with { IsHidden = isHidden };
    }

    /// <summary>
    /// A form painted inside this. It is one item of the structure, or its content has numbers of its own: those are not
    /// the page's, and what they number is not known here.
    /// </summary>
    public MarkedContent InsideForm(DictionaryToken form, bool isHidden) =>
        form.ContainsKey(StructParents) ? new MarkedContent(isHidden, null, IsArtifact) : this with { IsHidden = isHidden };
}
