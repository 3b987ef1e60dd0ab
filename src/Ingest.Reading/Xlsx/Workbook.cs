using System.Collections.Immutable;
using DocumentFormat.OpenXml.Packaging;
using Ingest.Reading.Sheets;

namespace Ingest.Reading.Xlsx;

/// <summary>A tab of the workbook.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Part">Id of its part; null where the file names none.</param>
/// <param name="IsHidden">Whether it is hidden, by whatever means.</param>
/// <param name="PrintTitles">Rows that print repeats.</param>
internal sealed record SheetTab(string Name, string? Part, bool IsHidden, ImmutableArray<SheetRange> PrintTitles);

/// <summary>The workbook itself: its tabs in order, and how it counts days.</summary>
/// <param name="Tabs">The tabs.</param>
/// <param name="Is1904">Whether days count from 1904.</param>
internal sealed record Workbook(ImmutableArray<SheetTab> Tabs, bool Is1904)
{
    private const string PrintTitles = "_xlnm.Print_Titles";

    /// <summary>Reads the part.</summary>
    public static Workbook Read(OpenXmlPart part, PartXml xml)
    {
        var tabs = new List<SheetTab>();
        var titles = new List<(int Sheet, string Ranges)>();
        var is1904 = false;
        using var reader = xml.Open(part);
        while (reader.Read())
        {
            if (reader.Opens("workbookPr"))
                is1904 = reader.IsOn("date1904");
            else if (reader.Opens("sheet"))
                tabs.Add(new SheetTab(reader.GetAttribute("name") ?? "", reader.Relationship(), reader.GetAttribute("state") is "hidden" or "veryHidden", []));
            else if (reader.Opens("definedName") && reader.GetAttribute("name") == PrintTitles && reader.Number("localSheetId") is { } sheet)
                titles.Add((sheet, reader.Characters()));
        }

        return new Workbook([.. tabs.Select((tab, index) => tab with { PrintTitles = [.. titles.Where(title => title.Sheet == index).SelectMany(title => Rows(title.Ranges))] })], is1904);
    }

    // « 'Année 2024'!$A:$B,'Année 2024'!$1:$3 »: the rows among them.
    private static IEnumerable<SheetRange> Rows(string ranges) => ranges.Split(',')
        .Select(range => CellName.ParseRange(range.AsSpan(range.LastIndexOf('!') + 1)))
        .OfType<SheetRange>()
        .Where(range => range.LastRow < SheetRange.LastPossibleRow);
}
