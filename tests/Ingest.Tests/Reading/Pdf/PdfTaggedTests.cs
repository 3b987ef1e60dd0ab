using System.Collections.Immutable;
using Ingest.Model.Pages;
using Ingest.Reading.Pdf;
using Ingest.Tests.Tables.Tagged;
using Xunit;

namespace Ingest.Tests.Reading.Pdf;

public sealed class PdfTaggedTests
{
    private const string FourCells =
        "BT /F1 10 Tf 1 0 0 1 50 700 Tm /P << /MCID 0 >> BDC (Action) Tj EMC 1 0 0 1 200 700 Tm /P << /MCID 1 >> BDC (Lieu) Tj EMC "
        + "1 0 0 1 50 680 Tm /P << /MCID 2 >> BDC (Judo) Tj EMC 1 0 0 1 200 680 Tm /P << /MCID 3 >> BDC (Stade) Tj EMC ET";

    // The objects of a file with n further ones: catalog, pages, map, these, resources, content, page.
    private static string Page(int further) => $"{6 + further} 0 R";

    private static string Table(string kids, int further = 0) => $"/StructTreeRoot << /K << /S /Table /Pg {Page(further)} /K [{kids}] >> >>";

    private static string Row(params ReadOnlySpan<string> cells) => $"<< /S /TR /K [{string.Join(' ', cells.ToArray())}] >>";

    private static string Cell(int id, string entries = "", string role = "TD") => $"<< /S /{role} /K {id} {entries} >>";

    private static Page Read(string catalog, string content = FourCells, params (string Name, string Body)[] further) => (RawPdf.Of(content) with
    {
        Catalog = catalog,
        XObjects = further.ToImmutableDictionary(item => item.Name, item => item.Body),
    }).ReadPage();

    private static string[] Texts(Page page, int table = 0) =>
        [.. page.TaggedTables[table].Cells.Select(cell => $"{cell.Row},{cell.Column} {string.Join(' ', cell.Words.Select(index => page.Words[index].Text))}")];

    [Fact]
    public void Words_are_in_the_cells_whose_marked_content_paints_them()
    {
        var page = Read(Table(Row(Cell(0, role: "TH"), Cell(1, role: "TH")) + Row(Cell(2), Cell(3))));

        Assert.Equal(["0,0 Action", "0,1 Lieu", "1,0 Judo", "1,1 Stade"], Texts(page));
        Assert.Equal([true, true, false, false], page.TaggedTables[0].Cells.Select(cell => cell.IsHeader));
        Assert.Equal([0, 1, 2, 3], page.Words.Select(word => word.MarkedContent));
    }

    [Fact]
    public void A_document_without_a_tree_has_no_tagged_tables()
    {
        var page = Read("");

        Assert.Empty(page.TaggedTables);
        Assert.Equal(["Action", "Lieu", "Judo", "Stade"], page.Words.Select(word => word.Text));
    }

    [Fact]
    public void Roles_of_the_documents_own_are_resolved_over_several_steps()
    {
        var own = $"/StructTreeRoot << /RoleMap << /Grille /Tableau /Tableau /Table /Rang /TR /Rond /Cercle /Cercle /Rond >> /K << /S /Rond /K << /S /Grille /Pg {Page(0)} /K [<< /S /Rang /K [{Cell(0)} {Cell(1)}] >>] >> >> >>";

        Assert.Equal(["0,0 Action", "0,1 Lieu"], Texts(Read(own)));
    }

    [Fact]
    public void Paragraph_styles_that_are_called_like_cells_do_not_map_these_away()
    {
        var styled = $"/StructTreeRoot << /RoleMap << /TH /P /TD /P >> /K << /S /Table /Pg {Page(0)} /K {Row("<< /S /TH /K << /S /TH /K 0 >> >>", Cell(1))} >> >>";

        Assert.Equal(["0,0 Action", "0,1 Lieu"], Texts(Read(styled)));
    }

    [Theory]
    [InlineData("/A << /O /Table /RowSpan 2 >>")]
    [InlineData("/A [<< /O /Layout /Width 3 >> << /O /Table /RowSpan 2 >> 0]")]
    public void Spans_push_the_cells_of_the_next_row_aside(string attributes)
    {
        var page = Read(Table(Row(Cell(0, attributes), Cell(1)) + Row(Cell(3))));

        Assert.Equal(["0,0 Action", "0,1 Lieu", "1,1 Stade"], Texts(page));
        Assert.Equal(2, page.TaggedTables[0].Cells[0].RowSpan);
    }

    [Fact]
    public void Sections_of_a_table_and_elements_without_meaning_are_looked_through()
    {
        var page = Read(Table($"<< /S /Caption /K 9 >> << /S /THead /K {Row(Cell(0), Cell(1))} >> << /S /TBody /K << /S /Div /K {Row($"<< /S /TD /K << /S /P /K << /S /Span /K 2 >> >> >>", Cell(3))} >> >>"));

        Assert.Equal(["0,0 Action", "0,1 Lieu", "1,0 Judo", "1,1 Stade"], Texts(page));
    }

    [Fact]
    public void A_table_in_a_cell_is_told_after_that_in_which_it_stands()
    {
        var page = Read(Table(Row(Cell(0), $"<< /S /TD /K << /S /Table /K {Row(Cell(2), Cell(3))} >> >>")));

        Assert.Equal(["0,0 Action", "0,1 Judo Stade"], Texts(page));
        Assert.Equal(["0,0 Judo", "0,1 Stade"], Texts(page, table: 1));
    }

    [Fact]
    public void Marked_content_may_be_named_by_its_page_and_properties_by_their_name()
    {
        var page = (RawPdf.Of("BT /F1 10 Tf 1 0 0 1 50 700 Tm /P /M0 BDC (Action) Tj EMC 1 0 0 1 200 700 Tm /P /Nothing BDC (Lieu) Tj EMC ET") with
        {
            Catalog = $"/StructTreeRoot << /K << /S /Table /K << /S /TR /K << /S /TD /K << /Type /MCR /Pg {Page(0)} /MCID 7 >> >> >> >> >>",
            Resources = "/Properties << /M0 << /MCID 7 >> >>",
        }).ReadPage();

        Assert.Equal(["0,0 Action"], Texts(page));
        Assert.Equal([7, null], page.Words.Select(word => word.MarkedContent));
        Assert.Empty(page.Findings);
    }

    [Fact]
    public void What_is_painted_inside_marked_content_belongs_to_it_unless_it_is_an_artifact()
    {
        var page = RawPdf.Of("BT /F1 10 Tf 1 0 0 1 50 700 Tm /P << /MCID 4 >> BDC /Span << /Lang (fr) >> BDC (Action) Tj EMC 0 -20 Td /Artifact BMC (Page) Tj EMC 0 -20 Td (Lieu) Tj EMC ET").ReadPage();

        Assert.Equal([4, null, 4], page.Words.Select(word => word.MarkedContent));
        Assert.Equal([false, true, false], page.Words.Select(word => word.IsArtifact));
    }

    [Fact]
    public void Numbers_of_a_form_are_not_those_of_the_page()
    {
        var form = RawPdf.Stream("/Type /XObject /Subtype /Form /BBox [0 0 600 800] /StructParents 1 /Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >>",
            "BT /F1 10 Tf 1 0 0 1 50 700 Tm /P << /MCID 0 >> BDC (Ailleurs) Tj EMC ET");

        var page = Read("", "/P << /MCID 0 >> BDC /F Do EMC", ("F", form));

        Assert.Null(Assert.Single(page.Words).MarkedContent);
    }

    // The tree is never shown: where it is broken the words are all there, and nothing else is said.
    [Theory]
    [InlineData("/StructTreeRoot 99 0 R")]
    [InlineData("/StructTreeRoot [1 2]")]
    [InlineData("/StructTreeRoot << /K 99 0 R >>")]
    [InlineData("/StructTreeRoot << /K [null (x) << >> << /S 3 >>] /RoleMap 5 >>")]
    [InlineData("/StructTreeRoot << /K << /S /Table /K [<< /S /TR /K [<< /S /TD /K 0 >>] >>] /Pg 99 0 R >> >>")]
    [InlineData("/StructTreeRoot << /K << /S /Table /Pg 6 0 R /K [<< /S /TR /K 99 0 R >> << /S /TR /K << /S /TD /A 7 /K -1 >> >>] >> >>")]
    public void A_broken_tree_is_as_none(string catalog)
    {
        var page = Read(catalog);

        Assert.Empty(page.TaggedTables);
        Assert.Equal(4, page.Words.Length);
        Assert.Empty(page.Findings);
    }

    [Fact]
    public void A_tree_that_runs_in_a_circle_ends()
    {
        var page = Read(
            "/StructTreeRoot << /K 4 0 R >>", FourCells,
            ("A", $"<< /S /Table /Pg {Page(2)} /K [5 0 R 4 0 R] >>"), ("B", $"<< /S /TR /K [{Cell(0)} {Cell(1)} 5 0 R 4 0 R] >>"));

        Assert.Equal(["0,0 Action", "0,1 Lieu"], Texts(page));
        Assert.Empty(page.Findings);
    }

    [Fact]
    public void A_tree_that_is_too_deep_or_too_large_is_left_aside()
    {
        var pdf = RawPdf.Of(FourCells) with { Catalog = Table(Row(Cell(0), Cell(1)) + Row(Cell(2), Cell(3))) };

        Assert.Single(pdf.ReadPage(new PdfReadingOptions { MaxStructureElements = 7 }).TaggedTables);
        Assert.Empty(pdf.ReadPage(new PdfReadingOptions { MaxStructureElements = 6 }).TaggedTables);
        Assert.Empty(pdf.ReadPage(new PdfReadingOptions { MaxStructureDepth = 1 }).TaggedTables);
    }

    [Fact]
    public void Absurd_spans_are_no_table()
    {
        Assert.Empty(Read(Table(Row(Cell(0), Cell(1, "/A << /O /Table /RowSpan 2 >>")) + Row(Cell(2, "/A << /O /Table /ColSpan 2000000000 >>")))).TaggedTables);
    }

    [Fact]
    public void A_table_over_pages_has_a_part_on_each_with_the_rows_that_stand_there()
    {
        var pages = TaggedSamples.Read("pages");

        var (first, second) = (Assert.Single(pages[0].TaggedTables), Assert.Single(pages[1].TaggedTables));
        Assert.Equal(first.Id, second.Id);
        Assert.True(first.IsPart && second.IsPart);
        Assert.Equal(Enumerable.Range(0, 20), first.Rows);
        Assert.Equal([0, 20, 21, 22, 23, 24], second.Rows);
    }

    [Fact]
    public void A_header_that_is_repeated_as_an_artifact_is_known_by_its_words()
    {
        var page = TaggedSamples.Read("pages")[1];

        Assert.Equal(["0,0 Code", "0,1 Atelier proposé", "0,2 Euros"], Texts(page)[..3]);
        Assert.All(page.TaggedTables[0].Cells[..3].SelectMany(cell => cell.Words), index => Assert.True(page.Words[index].IsArtifact));
    }
}
