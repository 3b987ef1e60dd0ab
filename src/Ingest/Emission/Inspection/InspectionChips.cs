using System.Collections.Immutable;

namespace Ingest.Emission.Inspection;

/// <summary>What was read in a cell or a paragraph, as small labels in it: pointers of values, codes of findings.</summary>
internal sealed class InspectionChips
{
    // A header that names the payer of fifty rows has fifty values: they fold.
    private const int Unfolded = 3;

    private readonly MarkupWriter _html;
    private readonly InspectionTexts _texts;

    public InspectionChips(MarkupWriter html, InspectionTexts texts) => (_html, _texts) = (html, texts);

    /// <summary>Writes the labels; none where there is nothing to tell.</summary>
    public void Write(ImmutableArray<InspectedValue> values, ImmutableArray<InspectedFinding> findings)
    {
        foreach (var finding in findings)
        {
            _html.Element(
                "code",
                $"{InspectionLists.SignOf(finding.Finding.Severity)} {finding.Finding.Code}",
                ("class", "chip layer findings " + finding.Finding.Severity.ToString().ToLowerInvariant()),
                ("data-code", finding.Finding.Code),
                ("title", _texts.MessageOf(finding.Finding)));
        }

        if (values.IsEmpty)
            return;
        var isFolded = values.Length > Unfolded;
        _html.Open(isFolded ? "details" : "div", ("class", "chips"));
        if (isFolded)
            _html.Element("summary", _texts.Count("values", values.Length));
        foreach (var value in values)
        {
            _html.Element(
                "code",
                value.Pointer,
                ("class", "chip layer " + InspectionHtml.WordOf(value.Layer)),
                ("data-pointer", value.Pointer),
                ("title", $"{value.Summary}\n« {value.Evidence.Text} »"));
        }

        _html.Close();
    }
}
