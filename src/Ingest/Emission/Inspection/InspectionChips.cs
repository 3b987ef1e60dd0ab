using System.Collections.Immutable;
using System.Globalization;

namespace Ingest.Emission.Inspection;

/// <summary>The pointers of the values read in a cell or a paragraph, as small labels in it.</summary>
internal sealed class InspectionChips
{
    // A header that names the payer of fifty rows has fifty values: they fold.
    private const int Unfolded = 3;

    private readonly MarkupWriter _html;
    private readonly InspectionTexts _texts;

    public InspectionChips(MarkupWriter html, InspectionTexts texts) => (_html, _texts) = (html, texts);

    /// <summary>Writes the labels, none where there is no value.</summary>
    public void Write(ImmutableArray<InspectedValue> values)
    {
        if (values.IsEmpty)
            return;
        var isFolded = values.Length > Unfolded;
        _html.Open(isFolded ? "details" : "div", ("class", "chips"));
        if (isFolded)
            _html.Element("summary", _texts.Format("values", values.Length.ToString(CultureInfo.InvariantCulture)));
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
