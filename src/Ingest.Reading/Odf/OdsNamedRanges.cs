using System.Collections.Immutable;
using System.Xml.Linq;
using Ingest.Reading.Sheets;

namespace Ingest.Reading.Odf;

/// <summary>The first rows of the ranges that a workbook uses as data (filters, sorting): their headers.</summary>
internal static class OdsNamedRanges
{
    /// <summary>The header rows on a sheet.</summary>
    /// <param name="workbook">The « office:spreadsheet » element.</param>
    /// <param name="sheet">Name of the sheet.</param>
    public static ImmutableArray<SheetRange> Headers(XElement? workbook, string sheet)
    {
        var headers = ImmutableArray.CreateBuilder<SheetRange>();
        foreach (var range in workbook?.Elements(OdfXml.Table + "database-ranges").Elements(OdfXml.Table + "database-range") ?? [])
        {
            if (range.Get(OdfXml.Table + "contains-header") == "false" || range.Get(OdfXml.Table + "orientation") == "column")
                continue;
            var parts = range.Get(OdfXml.Table + "target-range-address")?.Split(':') ?? [];
            if (parts.Length != 2 || Sheet(parts[0]) != sheet || CellName.ParseRange($"{Cell(parts[0])}:{Cell(parts[1])}") is not { } whole)
                continue;
            headers.Add(whole with { LastRow = whole.Row });
        }

        return headers.ToImmutable();
    }

    // « $'Budget 2024'.$A$3 »: the sheet before the last point, in quotes where its name needs them, the cell behind.
    private static string Sheet(string address) =>
        address[..Math.Max(0, address.LastIndexOf('.'))].TrimStart('$').Trim('\'').Replace("''", "'", StringComparison.Ordinal);

    private static string Cell(string address) => address[(address.LastIndexOf('.') + 1)..];
}
