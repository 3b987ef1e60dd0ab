using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using Ingest.Model.Pages;
using Ingest.Reading.Xlsx;

namespace Ingest.Tests.Reading.Xlsx;

/// <summary>A sheet of a workbook for a test: the inner XML of its parts as the file would have it.</summary>
internal sealed record XlsxSheet(string Rows)
{
    public string Name { get; init; } = "Feuil1";

    public string? State { get; init; }

    /// <summary>What stands before the rows: views, columns.</summary>
    public string Before { get; init; } = "";

    /// <summary>What stands behind them: merges, print headers.</summary>
    public string Behind { get; init; } = "";

    public string? Comments { get; init; }

    public string? Drawing { get; init; }

    public string? Table { get; init; }
}

/// <summary>A workbook built part by part for a test.</summary>
internal sealed record XlsxFile(params XlsxSheet[] Sheets)
{
    private const string Namespaces =
        "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" "
        + "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" "
        + "xmlns:xdr=\"http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing\" "
        + "xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\"";

    public string? Shared { get; init; }

    /// <summary>Codes of number formats: the look « s » of a cell counts from 1 through them; 0 is plain.</summary>
    public string[] Formats { get; init; } = [];

    /// <summary>The whole inside of the styles, instead of those of <see cref="Formats"/>.</summary>
    public string? Styles { get; init; }

    public string Properties { get; init; } = "";

    public string Names { get; init; } = "";

    public bool HasMacros { get; init; }

    public static XlsxFile Of(string rows) => new(new XlsxSheet(rows));

    /// <summary>A cell with a text in it.</summary>
    public static string T(string cell, string text) => $"<c r=\"{cell}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{text}</t></is></c>";

    /// <summary>A cell with a number under a look.</summary>
    public static string N(string cell, string number, int look = 0) => $"<c r=\"{cell}\" s=\"{look}\"><v>{number}</v></c>";

    public static string Row(int number, params string[] cells) => $"<row r=\"{number}\">{string.Concat(cells)}</row>";

    public IReadOnlyList<Page> Read(XlsxOptions? options = null) => [.. new XlsxReader(options ?? new XlsxOptions()).Read(ToBytes())];

    public Page ReadPage() => Read()[0];

    public byte[] ToBytes()
    {
        using var stream = new MemoryStream();
        using (var package = SpreadsheetDocument.Create(stream, HasMacros ? SpreadsheetDocumentType.MacroEnabledWorkbook : SpreadsheetDocumentType.Workbook))
        {
            var workbook = package.AddWorkbookPart();
            var tabs = "";
            for (var i = 0; i < Sheets.Length; i++)
            {
                var part = workbook.AddNewPart<WorksheetPart>($"rId{i + 1}");
                Write(part, Sheets[i]);
                var state = Sheets[i].State is { } hidden ? $" state=\"{hidden}\"" : "";
                tabs += $"<sheet name=\"{Sheets[i].Name}\" sheetId=\"{i + 1}\" r:id=\"rId{i + 1}\"{state}/>";
            }

            Write(workbook, "workbook", $"{Properties}<sheets>{tabs}</sheets>{Names}");
            if (Shared is not null)
                Write(workbook.AddNewPart<SharedStringTablePart>(), "sst", Shared);
            Write(workbook.AddNewPart<WorkbookStylesPart>(), "styleSheet", Styles ?? Looks());
            if (HasMacros)
                workbook.AddNewPart<VbaProjectPart>().FeedData(new MemoryStream([1]));
        }

        return stream.ToArray();
    }

    private string Looks() =>
        "<numFmts>" + string.Concat(Formats.Select((code, index) => $"<numFmt numFmtId=\"{200 + index}\" formatCode=\"{System.Security.SecurityElement.Escape(code)}\"/>"))
        + "</numFmts><fonts><font><sz val=\"11\"/></font></fonts><borders><border/></borders><cellXfs><xf numFmtId=\"0\"/>"
        + string.Concat(Formats.Select((_, index) => $"<xf numFmtId=\"{200 + index}\"/>")) + "</cellXfs>";

    private static void Write(WorksheetPart part, XlsxSheet sheet)
    {
        Write(part, "worksheet", $"{sheet.Before}<sheetData>{sheet.Rows}</sheetData>{sheet.Behind}");
        if (sheet.Comments is { } comments)
            Write(part.AddNewPart<WorksheetCommentsPart>(), "comments", comments);
        if (sheet.Drawing is { } drawing)
            Write(part.AddNewPart<DrawingsPart>(), "xdr:wsDr", drawing);
        if (sheet.Table is { } table)
        {
            using var writer = new StreamWriter(part.AddNewPart<TableDefinitionPart>().GetStream(FileMode.Create));
            writer.Write($"<table {Namespaces} {table}/>");
        }
    }

    private static void Write(OpenXmlPart part, string root, string content)
    {
        using var writer = new StreamWriter(part.GetStream(FileMode.Create));
        writer.Write($"<{root} {Namespaces}>{content}</{root}>");
    }
}
