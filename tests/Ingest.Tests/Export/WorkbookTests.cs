using System.Collections.Immutable;
using System.Globalization;
using System.IO.Compression;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using Ingest.Export;
using Ingest.Model.Documents;
using Ingest.Model.Findings;
using Ingest.Tests.Emission;
using Ingest.Tests.Export.Readers;
using Xunit;
using static Ingest.Tests.Export.ExportedCollection;

namespace Ingest.Tests.Export;

public sealed class WorkbookTests
{
    private static readonly ExportOptions Workbook = new() { Formats = [ExportFormat.Xlsx] };

    private static readonly IngestedDocument Plan = Programmation(
        Action("a1", "Jardins", "Ville", 4950m, Money("Ville", "commune", 2475m), Money("Région", "region", 2475m)) with { Quartiers = ["Le Perrier"] },
        Action("a2", "Chantier", "CCAS", 10_520.50m, Money("ANCT", "etat", 3760.25m), Money("NQE État", "etat", 760m) with { Programme = "quartiers-ete" }, Money("Ville", "commune", 6000.25m)) with { Theme = "Emploi ?" },
        Action("a3", "Refusée", "CCAS", 100m, Money("ANCT", "etat", 100m)) with { Decision = Decision.Refused }) with
    {
        Totals =
        [
            Sum("Total", null, 15_470.50m, 15_470.50m),
            Sum("VILLE", "commune", 8475.25m, 8475.25m),
            Sum("ANCT", "etat", 3760.25m, 3760.25m),
            Sum("NQE", "etat", 800m, 760m),
            Sum("Cadre de vie", null, 4950m, 4950m, TotalScope.Theme, "cadre de vie"),
            Sum("Emploi", null, 10_520.50m, 10_520.50m, TotalScope.Theme, "Emploi ?"),
            Sum("Région", "region", 2475m, 2475m, TotalScope.Theme, "Quartier du Perrier"),
            Sum("Autres", "autre", 12m, null),
        ],
    };

    [Fact]
    public void The_file_is_what_the_format_asks_for()
    {
        using var collection = Of(("a.pdf", SampleDocument.Full()), ("b.pdf", Plan));

        collection.Export(Workbook);

        using var workbook = SpreadsheetDocument.Open(collection["collection.xlsx"], isEditable: false);
        Assert.Equal([], new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2019).Validate(workbook, TestContext.Current.CancellationToken).Select(error => $"{error.Part?.Uri} {error.Path?.XPath}: {error.Description}"));
        Assert.Equal(
            ["Lisez-moi", "Documents", "Actions", "Financements", "Objectifs", "Indicateurs", "Totaux", "À vérifier"],
            workbook.WorkbookPart!.Workbook!.Sheets!.Elements<DocumentFormat.OpenXml.Spreadsheet.Sheet>().Select(sheet => sheet.Name!.Value!));
        foreach (var part in workbook.WorkbookPart.WorksheetParts.Where(part => part.Worksheet!.Elements<AutoFilter>().Any()))
            Assert.Equal(PaneStateValues.Frozen, part.Worksheet!.Descendants<Pane>().Single().State!.Value);
        Assert.Equal(7, workbook.WorkbookPart.WorksheetParts.Count(part => part.Worksheet!.Elements<AutoFilter>().Any()));
    }

    [Fact]
    public void Libreoffice_computes_the_totals_that_the_checks_computed()
    {
        using var collection = Of(("a.pdf", Plan));

        collection.Export(Workbook);

        var totals = OutsideProgram.LibreOfficeOrSkip(collection["collection.xlsx"])["Totaux"];
        // The refused action is left out of what the document sums; a theme with a wild card has no formula; the sum of a neighbourhood's rows goes by their neighbourhood; « Autres » nothing to compare.
        Assert.Equal(
            ["Total 15470.5 15470.5 0 concorde formule", "VILLE 8475.25 8475.25 0 concorde formule", "ANCT 3760.25 3760.25 0 concorde formule", "NQE 800 760 -40 écart formule",
             "Cadre de vie 4950 4950 0 concorde formule", "Emploi 10520.5 10520.5 0 concorde Ingest (sans formule)", "Région 2475 2475 0 concorde formule", "Autres 12   non comparable "],
            totals.Select(row => string.Join(' ', row["Libellé"], row["Montant annoncé"], row["Montant recalculé"], row["Écart"], row["Contrôle"], row["Recalculé par"])));
    }

    [Fact]
    public void An_amount_changed_in_its_sheet_shows_in_the_totals()
    {
        using var collection = Of(("a.pdf", Plan));
        collection.Export(Workbook);
        Replace(collection["collection.xlsx"], "xl/worksheets/sheet4.xml", "<v>2475.00</v>", "<v>2470.00</v>");

        var town = OutsideProgram.LibreOfficeOrSkip(collection["collection.xlsx"])["Totaux"].Single(row => row["Libellé"] == "VILLE");

        Assert.Equal("8470.25 -5 écart", $"{town["Montant recalculé"]} {town["Écart"]} {town["Contrôle"]}");
    }

    [Fact]
    public void Money_and_text_are_those_of_the_document()
    {
        const string hostile = "=1+1\r\n_x000D_ \u0001 \"'<&> œ 🌳";
        using var collection = Of(("a.pdf", Programmation(Action("a1", hostile, "+33", 0.1m, Money("@SUM(A1)", "etat", 1_234_567.89m)))));

        collection.Export(Workbook);

        var sheets = OutsideProgram.LibreOfficeOrSkip(collection["collection.xlsx"]);
        Assert.Equal("1234567.89 @SUM(A1)", $"{sheets["Financements"][0]["Montant"]} {sheets["Financements"][0]["Financeur"]}");
        Assert.Equal("0.1 +33", $"{sheets["Actions"][0]["Coût total"]} {sheets["Actions"][0]["Porteur"]}");
        using var workbook = SpreadsheetDocument.Open(collection["collection.xlsx"], isEditable: false);
        var cell = Cells(workbook, "Actions").Single(cell => cell.CellReference == "C2");
        Assert.Equal(hostile.Replace("\r", "_x000D_", StringComparison.Ordinal).Replace("_x000D_ \u0001", "_x005F_x000D_ _x0001_", StringComparison.Ordinal), cell.InnerText);
        // Text that looks like a formula stays text when somebody edits its cell.
        var formats = workbook.WorkbookPart!.WorkbookStylesPart!.Stylesheet!.CellFormats!.Elements<CellFormat>().ToList();
        Assert.True(formats[(int)cell.StyleIndex!.Value].QuotePrefix!.Value);
        Assert.DoesNotContain(Cells(workbook, "Actions"), item => item.CellFormula is not null);
    }

    [Fact]
    public void Text_longer_than_a_cell_is_cut_and_says_so()
    {
        using var collection = Of(("a.pdf", Programmation(Action("a1", new string('x', 40_000), null, null))));

        collection.Export(Workbook);

        using var workbook = SpreadsheetDocument.Open(collection["collection.xlsx"], isEditable: false);
        var text = Cells(workbook, "Actions").Single(cell => cell.CellReference == "C2").InnerText;
        Assert.True(text.Length <= 32_767);
        Assert.EndsWith("dans les autres formats]", text, StringComparison.Ordinal);
    }

    [Fact]
    public void What_puts_most_euros_in_doubt_comes_first_and_infos_last()
    {
        var document = Plan with
        {
            Findings =
            [
                Doubt("text.hidden-cells", null, Severity.Info),
                Doubt("budget.document-sum", "/totals/3"),
                Doubt("identity.year-mismatch", "/period", Severity.Warning),
                Doubt("budget.action-sum", "/actions/1"),
            ],
        };
        document = document with { Actions = document.Actions.SetItem(1, document.Actions[1] with { TotalCost = new Model.Values.Euros(10_620.50m) }) };
        using var collection = Of(("a.pdf", document));

        collection.Export(Workbook);

        var rows = ToVerify(collection);
        Assert.Equal(["/period", "/actions/1", "/totals/3", null], rows.Select(row => row.Finding).Distinct());
        Assert.Equal([15_670.50m, 100m, 40m, null], rows.Select(row => row.Euros).Distinct());
        // A sum that does not fit has a row for each of its figures.
        Assert.Equal(
            ["/actions/1/totalCost 10620.50 a2", "/actions/1/financers/0/amount 3760.25 a2", "/actions/1/financers/1/amount 760.00 a2", "/actions/1/financers/2/amount 6000.25 a2"],
            rows.Where(row => row.Finding == "/actions/1").Select(row => $"{row.Pointer} {row.Before} {row.Anchor}"));
        Assert.Equal(["p. 3"], rows.Select(row => row.Place).Distinct());
    }

    [Fact]
    public void A_row_says_of_which_value_and_leaves_a_cell_for_its_correction()
    {
        var document = Plan with { Findings = [Doubt("budget.document-sum", "/totals/3"), Doubt("text.gibberish", null, Severity.Warning)] };
        using var collection = Of(("a.pdf", document));

        collection.Export(Workbook);

        using var workbook = SpreadsheetDocument.Open(collection["collection.xlsx"], isEditable: false);
        var cells = Cells(workbook, "À vérifier").ToList();
        var headings = cells.Where(cell => cell.CellReference!.Value!.EndsWith('1') && cell.CellReference.Value.Length == 2).ToDictionary(cell => cell.InnerText, cell => cell.CellReference!.Value![..1], StringComparer.Ordinal);
        string? At(string heading, int row) => cells.SingleOrDefault(cell => cell.CellReference == headings[heading] + row.ToString(CultureInfo.InvariantCulture))?.InnerText;
        Assert.Equal(document.Source.Sha256, At("Document (SHA-256)", 3));
        Assert.Equal("/totals/3/amount", At("Pointeur JSON", 3));
        Assert.Equal("800.00", At("Valeur avant (JSON)", 3));
        Assert.Equal("NQE", At("Ancre", 3));
        Assert.Equal("", At("Correction", 3));
        // The whole document: nothing to put right, no cell for it.
        Assert.Null(At("Correction", 2));
    }

    private static IEnumerable<Cell> Cells(SpreadsheetDocument workbook, string name)
    {
        var sheet = workbook.WorkbookPart!.Workbook!.Descendants<DocumentFormat.OpenXml.Spreadsheet.Sheet>().Single(sheet => sheet.Name == name);
        return ((WorksheetPart)workbook.WorkbookPart.GetPartById(sheet.Id!.Value!)).Worksheet!.Descendants<Cell>();
    }

    private static ImmutableArray<(string? Finding, decimal? Euros, string Pointer, string Before, string Anchor, string Place)> ToVerify(ExportedCollection collection)
    {
        using var workbook = SpreadsheetDocument.Open(collection["collection.xlsx"], isEditable: false);
        return
        [
            .. Cells(workbook, "À vérifier").GroupBy(cell => int.Parse(cell.CellReference!.Value!.TrimStart([.. "ABCDEFGHIJKLMNOP"]), CultureInfo.InvariantCulture)).Where(row => row.Key > 1).Select(row =>
            {
                var cells = row.ToDictionary(cell => cell.CellReference!.Value![..1], cell => cell.InnerText, StringComparer.Ordinal);
                string Text(string column) => cells.GetValueOrDefault(column, "");
                var pointer = Text("L");
                var finding = pointer == "" ? null : string.Join('/', pointer.Split('/').Take(pointer.StartsWith("/period", StringComparison.Ordinal) ? 2 : 3));
                return (finding, cells.TryGetValue("A", out var euros) ? decimal.Parse(euros, CultureInfo.InvariantCulture) : (decimal?)null, pointer, Text("O"), Text("N"), Text("D"));
            }),
        ];
    }

    private static void Replace(string path, string part, string old, string replacement)
    {
        using var archive = ZipFile.Open(path, ZipArchiveMode.Update);
        var entry = archive.GetEntry(part)!;
        string text;
        using (var reader = new StreamReader(entry.Open()))
            text = reader.ReadToEnd();
        var at = text.IndexOf(old, StringComparison.Ordinal);
        Assert.True(at >= 0);
        entry.Delete();
        using var writer = new StreamWriter(archive.CreateEntry(part).Open());
        writer.Write(text[..at] + replacement + text[(at + old.Length)..]);
    }
}
