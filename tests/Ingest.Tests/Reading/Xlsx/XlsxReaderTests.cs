using System.IO.Compression;
using System.Text;
using Ingest.Model.Pages;
using Ingest.Reading;
using Ingest.Reading.Docx;
using Ingest.Reading.Xlsx;
using Ingest.Tests.Reading.Docx;
using Ingest.Tests.Reading.Sheets;
using Xunit;
using static Ingest.Tests.Reading.Xlsx.XlsxFile;

namespace Ingest.Tests.Reading.Xlsx;

/// <summary>A workbook is read as a French reader sees it.</summary>
public sealed class XlsxReaderTests
{
    private static readonly string Small = Row(1, T("A1", "Action"), T("B1", "Coût")) + Row(2, T("A2", "Vélos"), N("B2", "10"));

    [Fact]
    public void Sheets_are_pages_in_the_order_of_their_tabs()
    {
        var pages = new XlsxFile(new XlsxSheet(Small) { Name = "2024" }, new XlsxSheet("") { Name = "2025" }).Read();
        Assert.Equal([1, 2], pages.Select(page => page.Number));
        Assert.All(pages, page => Assert.Null(page.PageCount));
        Assert.Equal("Header ¬ 2024\nAction | Coût\nVélos | 10", pages[0].Told());
        Assert.Empty(pages[1].Blocks);
    }

    [Fact]
    public void Every_kind_of_value_is_shown()
    {
        var file = new XlsxFile(new XlsxSheet(
            Row(1, "<c r=\"A1\" t=\"s\"><v>0</v></c>", "<c r=\"B1\" t=\"str\"><f>A1&amp;1</f><v>formule</v></c>", "<c r=\"C1\" t=\"b\"><v>1</v></c>")
            + Row(2, N("A2", "45272", 1), "<c r=\"B2\" s=\"2\"><f>1+1</f><v>4950</v></c>", "<c r=\"C2\" t=\"d\"><v>2023-12-12</v></c>")))
        {
            Shared = "<si><r><t xml:space=\"preserve\">Jardins </t></r><r><rPr><b/></rPr><t>partagés_x000D_\n2</t></r><rPh sb=\"0\" eb=\"1\"><t>non</t></rPh></si>",
            Formats = ["dd/mm/yyyy", "#,##0.00 \"€\""],
        };
        Assert.Equal("Jardins partagés¶2 | formule | VRAI\n12/12/2023 | 4 950,00 € | 12/12/2023", file.ReadPage().Told());
        Assert.Empty(file.ReadPage().Findings);
    }

    [Fact]
    public void Error_and_formula_without_result_are_told_and_not_computed()
    {
        var page = Of(Row(1, T("A1", "Action"), T("B1", "Coût")) + Row(2, "<c r=\"A2\" t=\"e\"><f>Z1</f><v>#REF!</v></c>", "<c r=\"B2\"><f>1+1</f></c>")).ReadPage();
        Assert.Equal("Action | Coût\n#REF! | ", page.Told());
        Assert.Equal(["text.cell-errors", "text.uncomputed-formulas"], page.Findings.Select(finding => finding.Code));
        Assert.Equal("A2", page.Findings[0].Evidence!.Regions[0].Cell);
    }

    [Fact]
    public void Look_of_a_cell_comes_from_its_font_and_its_runs()
    {
        var file = Of(Row(1, "<c r=\"A1\" s=\"1\" t=\"inlineStr\"><is><t>gras</t></is></c>", T("B1", "maigre"))
            + Row(2, "<c r=\"A2\" s=\"1\" t=\"inlineStr\"><is><r><t>gras</t></r><r><rPr><i/></rPr><t> maigre</t></r></is></c>", "<c r=\"B2\" t=\"inlineStr\"><is><r><rPr><b/></rPr><t>gras</t></r></is></c>")) with
        {
            Styles = "<fonts><font><sz val=\"10\"/></font><font><b/><sz val=\"14\"/></font></fonts><cellXfs><xf fontId=\"0\"/><xf fontId=\"1\"/></cellXfs>",
        };
        var cells = Assert.IsType<FlowTable>(Assert.Single(file.ReadPage().Blocks)).Cells.Select(cell => (FlowParagraph)cell.Content[0]).ToList();
        Assert.Equal([true, false, false, true], cells.Select(cell => cell.IsBold));
        Assert.Equal([14, 10, 14, 10], cells.Select(cell => cell.FontSize!.Value));
    }

    [Theory]
    [InlineData("hidden")]
    [InlineData("veryHidden")]
    public void Hidden_sheet_is_read_apart(string state)
    {
        var pages = new XlsxFile(new XlsxSheet(Small), new XlsxSheet(Small) { Name = "Brouillon", State = state }).Read();
        Assert.Equal("Action | Coût\nVélos | 10", pages[0].Told());
        Assert.All(pages[1].Blocks, block => Assert.Equal(FlowRole.Hidden, block.Role));
        Assert.Equal("text.hidden-cells", Assert.Single(pages[1].Findings).Code);
    }

    [Fact]
    public void Hidden_and_flat_rows_and_columns_are_read_apart()
    {
        var page = new XlsxFile(new XlsxSheet(
            Row(1, T("A1", "Action"), T("B1", "Ancien"), T("C1", "Vieux"), T("D1", "Coût")) + Row(2, T("A2", "Vélos"), N("B2", "1"), N("C2", "1"), N("D2", "10"))
            + "<row r=\"3\" hidden=\"1\">" + T("A3", "filtrée") + "</row><row r=\"4\" ht=\"0\" customHeight=\"1\">" + T("A4", "plate") + "</row>"
            + Row(5, T("A5", "Café"), N("D5", "20")))
        {
            Before = "<cols><col min=\"2\" max=\"2\" hidden=\"1\" width=\"9\"/><col min=\"3\" max=\"3\" width=\"0\" customWidth=\"1\"/></cols>",
        }).ReadPage();
        Assert.StartsWith("Action | Coût\nVélos | 10\nCafé | 20\nHidden", page.Told(), StringComparison.Ordinal);
        Assert.Equal(["Lignes 3:4", "Colonnes B:C"], page.Findings.Select(finding => finding.Message[..finding.Message.IndexOf(" de la", StringComparison.Ordinal)]));
    }

    [Fact]
    public void Print_titles_frozen_rows_and_named_tables_tell_headers()
    {
        var rows = Row(1, T("A1", "Titre")) + Row(3, T("A3", "Action"), T("B3", "Coût")) + Row(4, T("A4", "Vélos"), N("B4", "10")) + Row(5, T("A5", "Café"), N("B5", "10"));
        int Header(XlsxFile file) => file.ReadPage().Blocks.OfType<FlowTable>().Single().HeaderRowCount;
        Assert.Equal(0, Header(Of(rows)));
        Assert.Equal(1, Header(Of(rows) with { Names = "<definedNames><definedName name=\"_xlnm.Print_Titles\" localSheetId=\"0\">Feuil1!$A:$A,Feuil1!$1:$3</definedName></definedNames>" }));
        Assert.Equal(1, Header(new XlsxFile(new XlsxSheet(rows) { Before = "<sheetViews><sheetView><pane ySplit=\"3\" topLeftCell=\"A4\" state=\"frozen\"/></sheetView></sheetViews>" })));
        Assert.Equal(1, Header(new XlsxFile(new XlsxSheet(rows) { Table = "id=\"1\" name=\"T\" ref=\"A3:B5\"" })));
    }

    [Fact]
    public void Notes_text_boxes_and_print_headers_stand_apart()
    {
        var page = new XlsxFile(new XlsxSheet(Small)
        {
            Behind = "<headerFooter><oddHeader>&amp;L&amp;\"Arial,Gras\"&amp;12Ville de Lens&amp;RPage &amp;P</oddHeader></headerFooter>",
            Comments = "<authors><author>x</author></authors><commentList><comment ref=\"B2\" authorId=\"0\"><text><r><t>à vérifier</t></r></text></comment></commentList>",
            Drawing = "<xdr:twoCellAnchor><xdr:from><xdr:col>3</xdr:col><xdr:row>0</xdr:row></xdr:from><xdr:to><xdr:col>9</xdr:col><xdr:row>9</xdr:row></xdr:to>"
                + "<xdr:sp><xdr:txBody><a:p><a:r><a:t>Contrat</a:t></a:r><a:r><a:t> de ville</a:t></a:r></a:p><a:p><a:r><a:t>2024</a:t></a:r></a:p></xdr:txBody></xdr:sp></xdr:twoCellAnchor>",
        }).ReadPage();
        Assert.Equal("Header ¬ Ville de Lens\nAction | Coût\nVélos | 10\nTextBox ¬ Contrat de ville\nTextBox ¬ 2024\nNote ¬ à vérifier", page.Told());
        Assert.Equal(["D1", "B2"], page.Blocks.OfType<FlowParagraph>().Where(p => p.Role is FlowRole.Note or FlowRole.TextBox).Select(p => p.Region.Cell!).Distinct());
    }

    [Fact]
    public void Places_that_the_file_does_not_name_follow_each_other() => Assert.Equal(
        "a | b\nc | 1", Of("<row><c t=\"str\"><v>a</v></c><c t=\"str\"><v>b</v></c></row><row><c t=\"str\"><v>c</v></c><c><v>1</v></c></row>").ReadPage().Told());

    [Fact]
    public void Workbook_is_told_from_a_text_document_by_its_content()
    {
        var (workbook, document) = (Of(Small).ToBytes(), new DocxFile { Body = DocxFile.Para("x") }.ToBytes());
        Assert.True(new XlsxReader().Recognises(workbook));
        Assert.False(new DocxReader().Recognises(workbook));
        Assert.False(new XlsxReader().Recognises(document));
        Assert.False(new XlsxReader().Recognises(Encoding.UTF8.GetBytes("xl/workbook.xml")));
    }

    [Fact]
    public void Encrypted_workbook_says_so()
    {
        byte[] bytes = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. Encoding.Unicode.GetBytes("EncryptedPackage")];
        Assert.True(new XlsxReader().Recognises(bytes));
        Assert.Equal("source.encrypted", Assert.Throws<UnreadableSourceException>(() => new XlsxReader().Read(bytes).ToList()).Finding.Code);
    }

    [Fact]
    public void Macros_are_told_and_the_cells_read()
    {
        var page = (Of(Small) with { HasMacros = true }).ReadPage();
        Assert.Equal("Action | Coût\nVélos | 10", page.Told());
        Assert.Equal("source.macros", Assert.Single(page.Findings).Code);
    }

    [Fact]
    public void Cells_beyond_the_limit_are_left_out_and_told()
    {
        var page = Of(Small).Read(new XlsxOptions { MostCells = 3 })[0];
        Assert.Equal("Action | Coût\nVélos | ", page.Told());
        Assert.StartsWith("Une partie du fichier n'a pas été lue (feuille « Feuil1 » à partir de la ligne 2) : le classeur a plus de 3 cellules ou de 3000 milliers de caractères.", Assert.Single(page.Findings).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Text_that_many_cells_share_counts_once_for_each()
    {
        var file = Of(string.Concat(Enumerable.Range(1, 5).Select(row => Row(row, $"<c r=\"A{row}\" t=\"s\"><v>0</v></c>")))) with { Shared = $"<si><t>{new string('a', 400)}</t></si>" };

        var page = file.Read(new XlsxOptions { MostTextThousands = 1 })[0];

        Assert.Equal(800, page.Told().Count(letter => letter == 'a'));
        Assert.Equal("source.unread-part", Assert.Single(page.Findings).Code);
    }

    [Fact]
    public void Part_that_unpacks_without_end_is_read_up_to_the_limit()
    {
        var page = Of(Small + string.Concat(Enumerable.Repeat("<row/>", 400_000))).Read(new XlsxOptions { LargestPartMegabytes = 1 })[0];
        Assert.Equal("Action | Coût\nVélos | 10", page.Told());
        Assert.Equal("source.unread-part", Assert.Single(page.Findings).Code);
    }

    [Fact]
    public void Damaged_sheet_keeps_what_stands_before_the_damage()
    {
        var page = Of(Small + "<row><c").ReadPage();
        Assert.Equal("Action | Coût\nVélos | 10", page.Told());
        Assert.Equal("source.unread-part", Assert.Single(page.Findings).Code);
    }

    [Fact]
    public void Sheet_whose_part_is_gone_is_told_and_the_others_are_read()
    {
        var bytes = new XlsxFile(new XlsxSheet(Small), new XlsxSheet(Small) { Name = "2025" }).ToBytes();
        var pages = new XlsxReader().Read(Without(bytes, name => name.StartsWith("xl/worksheets/", StringComparison.Ordinal) && !name.Contains("_rels", StringComparison.Ordinal), 1)).ToList();
        Assert.Equal(2, pages.Count);
        Assert.Single(pages, page => page.Blocks.IsEmpty);
        Assert.All(pages.SelectMany(page => page.Findings), finding => Assert.Equal("source.unread-part", finding.Code));
    }

    [Fact]
    public void Cut_file_is_unreadable_and_says_so()
    {
        var bytes = Of(Small).ToBytes();
        var cut = bytes[..(bytes.Length * 2 / 3)];
        Assert.True(new XlsxReader().Recognises(cut));
        Assert.Equal("source.unreadable", Assert.Throws<UnreadableSourceException>(() => new XlsxReader().Read(cut).ToList()).Finding.Code);
    }

    [Fact]
    public void Flipped_bytes_never_throw_anything_else()
    {
        var bytes = new XlsxFile(new XlsxSheet(Small) { Comments = "<commentList/>" }) { Shared = "<si><t>a</t></si>", Formats = ["0"] }.ToBytes();
        for (var at = 0; at < bytes.Length; at += 7)
        {
            var flipped = (byte[])bytes.Clone();
            flipped[at] ^= 0x55;
            if (!new XlsxReader().Recognises(flipped))
                continue;
            try
            {
                Assert.NotNull(new XlsxReader().Read(flipped).ToList());
            }
            catch (UnreadableSourceException error)
            {
                // A size that was flipped may be one that nothing could hold.
                Assert.Contains(error.Finding.Code, (string[])["source.unreadable", "source.archive-limit"]);
            }
        }
    }

    private static byte[] Without(byte[] bytes, Func<string, bool> isMeant, int count)
    {
        using var stream = new MemoryStream();
        stream.Write(bytes);
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            foreach (var entry in archive.Entries.Where(entry => isMeant(entry.FullName)).Take(count).ToList())
                entry.Delete();
        }

        return stream.ToArray();
    }
}
