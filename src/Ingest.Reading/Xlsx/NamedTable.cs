using DocumentFormat.OpenXml.Packaging;
using Ingest.Reading.Sheets;

namespace Ingest.Reading.Xlsx;

/// <summary>A range that the workbook names a table: where its header stands.</summary>
internal static class NamedTable
{
    /// <summary>The header rows of the table; null where it has none, or the part cannot be read.</summary>
    public static SheetRange? Header(OpenXmlPart part, PartXml xml, SheetTally tally)
    {
        try
        {
            using var reader = xml.Open(part);
            reader.MoveToContent();
            var rows = reader.Number("headerRowCount") ?? 1;
            return rows > 0 && CellName.ParseRange(reader.GetAttribute("ref")) is { } range
                ? range with { LastRow = Math.Min(range.LastRow, range.Row + rows - 1) }
                : null;
        }
        catch (Exception damage) when (PartXml.IsDamage(damage))
        {
            tally.Unread(part.Uri.OriginalString, damage);
            return null;
        }
    }
}
