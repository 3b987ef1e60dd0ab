using System.Text;
using Ingest.Reading;
using Ingest.Reading.Xlsx;
using Xunit;

namespace Ingest.Tests.Reading.Xlsx;

public sealed class WorkbookCellsTests
{
    [Fact]
    public void Cells_are_told_as_they_were_filled_and_not_as_they_are_shown()
    {
        var file = new XlsxFile(new XlsxSheet(
            XlsxFile.Row(2, XlsxFile.T("B2", "1 250,50 €"), XlsxFile.N("C2", "0.30000000000000004", 1), XlsxFile.N("D2", "0.328", 2), XlsxFile.N("E2", "45242", 3), "<c r=\"F2\" s=\"1\"/>")
            + XlsxFile.Row(3, "<c r=\"B3\" t=\"b\"><v>1</v></c>", "<c r=\"C3\" t=\"e\"><v>#REF!</v></c>", "<c r=\"D3\"><f>1+1</f></c>", "<c r=\"E3\"><f>1+1</f><v>2</v></c>", "<c r=\"F3\" t=\"s\"><v>0</v></c>"))
        {
            Name = "Une feuille",
        })
        {
            Formats = ["0", "0%", "dd/mm/yyyy"],
            Shared = "<si><t>partagé</t></si>",
        };

        var cells = new WorkbookCells().Read(file.ToBytes(), "Une feuille")!.Value;

        Assert.Equal(
            ["B2 Text 1 250,50 €", "C2 Number 0.3", "D2 Percent 0.328", "E2 Day 2023-11-12", "B3 Truth 1", "C3 Error #REF!", "D3 Uncomputed ", "E3 Number 2", "F3 Text partagé"],
            cells.Select(cell => FormattableString.Invariant($"{cell.Name} {cell.Content} {cell.Day?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) ?? cell.Number?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? cell.Text}")));
    }

    [Fact]
    public void A_sheet_that_is_not_there_is_told() => Assert.Null(new WorkbookCells().Read(XlsxFile.Of("").ToBytes(), "Autre"));

    [Fact]
    public void What_is_no_workbook_is_refused() =>
        Assert.Throws<UnreadableSourceException>(() => new WorkbookCells().Read(Encoding.UTF8.GetBytes("bonjour"), "Feuil1"));
}
