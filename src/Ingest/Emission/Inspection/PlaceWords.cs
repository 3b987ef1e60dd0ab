using System.Globalization;
using Ingest.Model.Provenance;

namespace Ingest.Emission.Inspection;

/// <summary>A place of a source in a few words.</summary>
internal static class PlaceWords
{
    /// <summary>As in « p. 3 », « § 12 », « l. 4 », « 2024!C7 ».</summary>
    public static string Describe(EvidenceRegion region, InspectionTexts texts) => region switch
    {
        { Sheet: { } sheet, Cell: { } cell } => $"{sheet}!{cell}",
        { Sheet: { } sheet } => sheet,
        { Line: { } line } => texts.Format("place.line", Number(line)),
        { Paragraph: { } paragraph } => texts.Format("place.paragraph", Number(paragraph)),
        { Page: { } page } => texts.Format("place.page", Number(page)),
        _ => "–",
    };

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
