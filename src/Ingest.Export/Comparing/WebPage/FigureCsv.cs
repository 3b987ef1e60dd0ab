using Ingest.Export.Comparing.Charts;
using Ingest.Export.Writers;

namespace Ingest.Export.Comparing.WebPage;

/// <summary>The data of a figure as CSV, like the tables of an export: UTF-8, commas, decimal points, text that looks like a formula made harmless.</summary>
internal static class FigureCsv
{
    /// <summary>Writes it; the stream stays open.</summary>
    public static void Write(DataTable table, Stream output) =>
        CsvTable.Write(output, table.Columns.Select(column => column.Name), table.Rows.Select(row => row.Select((value, index) => Plain(value, table.Columns[index].Form)).ToArray()));

    /// <summary>The bytes of it.</summary>
    public static byte[] Bytes(DataTable table)
    {
        using var stream = new MemoryStream();
        Write(table, stream);
        return stream.ToArray();
    }

    // Euros have two decimals, shares as many as they need.
    private static object? Plain(object? value, CellForm form) => value is decimal share && form == CellForm.Share ? (double)share : value;
}
