using System.Runtime.CompilerServices;
using Ingest.Model.Pages;
using Ingest.Reading.Xlsx;
using Ingest.Tests.Reading.Docx;
using Ingest.Tests.Reading.Sheets;
using Ingest.Tests.Running;
using Xunit;

namespace Ingest.Tests.Reading.Xlsx;

/// <summary>
/// A workbook as LibreOffice writes it. « Samples/bands-spans-hidden.xlsx » is the conversion of the « .fods » beside it; what is
/// expected here was read off the screen.
/// </summary>
public sealed class LibreOfficeXlsxTests
{
    private static readonly IReadOnlyList<Page> Pages = [.. new XlsxReader().Read(File.ReadAllBytes(PathOf("bands-spans-hidden.xlsx")))];

    [Fact]
    public void Sheet_falls_into_title_table_and_notes() => Assert.Equal(
        """
        Header ¬ 2024
        ¬ Programmation 2024 du contrat de ville
        ¬ Montants en euros
        Action [2x1] | Porteur [2x1] | Coût total [2x1] | Financement [1x2]
        Ville | CAF
        Santé [1x5]
        Point écoute¶- accueil¶- suivi | CCAS | 4 950,50 € | 2 475,50 € | 2 475,00 €
        Total |  | 4 950,50 € | 2 475,50 € | 2 475,00 €
        Part |  | 100,00 % | 50,01 % | 49,99 %
        ¬ * sous réserve du vote
        """,
        Pages[0].Told().Split("\nComité du")[0].ReplaceLineEndings("\n"));

    [Fact]
    public void Date_under_the_table_is_a_date() =>
        Assert.Contains("Comité du | 14/03/2024", Pages[0].Told(), StringComparison.Ordinal);

    [Fact]
    public void Hidden_row_column_and_sheet_are_told()
    {
        Assert.Equal(
            ["Ligne 7 de la feuille « 2024 »", "Colonne C de la feuille « 2024 »", "Feuille « Brouillon »"],
            Pages.SelectMany(page => page.Findings).Select(finding => finding.Message.Split(" : ")[0]));
        Assert.Equal("à revoir", Assert.IsType<FlowTable>(Assert.Single(Pages[1].Blocks)).Cells[0].Content.OfType<FlowParagraph>().Single().Text);
    }

    [Fact]
    public void Same_content_as_a_text_document_gives_the_same_actions()
    {
        string[][] rows = [["Action", "Porteur", "Coût total", "Ville", "CAF"], ["Santé", "", "", "", ""], ["Vélos", "CCAS", "1 000 €", "600 €", "400 €"], ["Café", "Ville", "2 000 €", "1 500 €", "500 €"], ["Total", "", "3 000 €", "2 100 €", "900 €"]];
        var document = new DocxFile
        {
            Body = DocxFile.Para("Programmation 2024 du contrat de ville de Lens") + "<w:tbl>"
                + string.Concat(rows.Select(row => "<w:tr>" + string.Concat(row.Select(cell => $"<w:tc>{DocxFile.Para(cell)}</w:tc>")) + "</w:tr>")) + "</w:tbl>",
        };
        var workbook = XlsxFile.Of(XlsxFile.Row(1, XlsxFile.T("B1", "Programmation 2024 du contrat de ville de Lens"))
            + string.Concat(rows.Select((row, at) => XlsxFile.Row(at + 2, [.. row.Select((cell, column) => Cell($"{"BCDEF"[column]}{at + 2}", cell))]))));
        workbook = workbook with { Formats = ["#,##0\\ \"€\""] };

        var (first, second) = (Processing.Of(document.ToBytes()), Processing.Of(workbook.ToBytes()));
        Assert.Equal(first.Actions.Select(action => (action.Id, action.Theme, action.TotalCost)), second.Actions.Select(action => (action.Id, action.Theme, action.TotalCost)));
        Assert.Equal(first.Totals.Select(total => (total.Label, total.Amount, total.Reconciled)), second.Totals.Select(total => (total.Label, total.Amount, total.Reconciled)));
        Assert.Equal(2, second.Actions.Length);
        Assert.Equal("B4", second.Actions[0].Evidence.Regions[0].Cell);
    }

    private static string Cell(string name, string text) => text.EndsWith('€')
        ? XlsxFile.N(name, text.Replace(" ", "", StringComparison.Ordinal).TrimEnd('€'), 1)
        : text.Length == 0 ? "" : XlsxFile.T(name, text);

    private static string PathOf(string name, [CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "Samples", name);
}
