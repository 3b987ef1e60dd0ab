using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Ingest.Emission;
using Ingest.Model.Provenance;
using Ingest.Tables;
using Xunit;

namespace Ingest.Tests.Emission;

public sealed class TablesJsonTests
{
    private static readonly DocumentContent CutByAPage = new()
    {
        Blocks =
        [
            new TableContent(new Table
            {
                Parts = [0, 1],
                Method = TableMethod.Ruled,
                RowCount = 2,
                ColumnCount = 1,
                Cells = [Cell(0, "Ville", Place(1, 50)), Cell(1, "CCAS", Place(2, 60))],
            }),
        ],
        PageTables =
        [
            Part(1, null, Cell(0, "Ville", Place(1, 50))),
            Part(2, 0, Cell(0, "CCAS", Place(2, 60))),
        ],
    };

    [Fact]
    public void Each_page_has_its_entry_with_the_keys_of_the_contract()
    {
        using var json = JsonDocument.Parse(Text(CutByAPage, joined: false));

        Assert.Equal("a.pdf", json.RootElement.GetProperty("file").GetString());
        var tables = json.RootElement.GetProperty("tables");
        Assert.Equal(2, tables.GetArrayLength());
        Assert.Equal(["page", "bbox", "continues", "method", "stubColumns", "rows", "cells"], tables[0].EnumerateObject().Select(key => key.Name));
        Assert.Equal(JsonValueKind.Null, tables[0].GetProperty("continues").ValueKind);
        Assert.Equal(0, tables[1].GetProperty("continues").GetInt32());
        Assert.Equal("ruled", tables[0].GetProperty("method").GetString());
        var cell = tables[1].GetProperty("cells")[0];
        Assert.Equal(["row", "col", "rowSpan", "colSpan", "text", "bbox"], cell.EnumerateObject().Select(key => key.Name));
        Assert.Equal("CCAS", cell.GetProperty("text").GetString());
        Assert.Equal([10, 60, 20, 70], cell.GetProperty("bbox").EnumerateArray().Select(side => side.GetDouble()));
    }

    [Fact]
    public void A_joined_table_says_its_parts_and_the_page_of_each_cell()
    {
        using var json = JsonDocument.Parse(Text(CutByAPage, joined: true));

        var table = Assert.Single(json.RootElement.GetProperty("tables").EnumerateArray());
        Assert.Equal(["page", "bbox", "continues", "method", "parts", "stubColumns", "rows", "caption", "notes", "cells"], table.EnumerateObject().Select(key => key.Name));
        Assert.Equal([0, 1], table.GetProperty("parts").EnumerateArray().Select(part => part.GetInt32()));
        Assert.Equal(1, table.GetProperty("page").GetInt32());
        Assert.Equal([1, 2], table.GetProperty("cells").EnumerateArray().Select(cell => cell.GetProperty("page").GetInt32()));
    }

    [Fact]
    public void Without_geometry_page_and_box_are_null()
    {
        var flow = CutByAPage with
        {
            PageTables = [Part(null, null, Cell(0, "Ville")) with { Method = TableMethod.Native, Bbox = null }],
        };

        using var json = JsonDocument.Parse(Text(flow, joined: false));

        var table = Assert.Single(json.RootElement.GetProperty("tables").EnumerateArray());
        Assert.Equal(JsonValueKind.Null, table.GetProperty("page").ValueKind);
        Assert.Equal(JsonValueKind.Null, table.GetProperty("bbox").ValueKind);
        Assert.Equal("native", table.GetProperty("method").GetString());
        Assert.Equal(JsonValueKind.Null, table.GetProperty("cells")[0].GetProperty("bbox").ValueKind);
    }

    [Fact]
    public void List_markers_and_paragraphs_stay_in_the_text_of_a_cell()
    {
        var cell = Cell(0, "x") with
        {
            Text = new SourceText { Paragraphs = [new SourceParagraph([Word("deux"), Word("mots")], "•"), new SourceParagraph([Word("suite")])] },
        };

        using var json = JsonDocument.Parse(Text(CutByAPage with { PageTables = [Part(1, null, cell)] }, joined: false));

        Assert.Equal("• deux mots\nsuite", json.RootElement.GetProperty("tables")[0].GetProperty("cells")[0].GetProperty("text").GetString());
    }

    [Fact]
    public void The_same_tables_give_the_same_bytes_with_line_feeds()
    {
        var text = Text(CutByAPage, joined: false);

        Assert.Equal(text, Text(CutByAPage, joined: false));
        Assert.EndsWith("}\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain('\r', text);
    }

    private static PageTable Part(int? page, int? continues, TableCell cell) => new()
    {
        Page = page,
        Bbox = new Box(10, 20, 30, 40),
        Continues = continues,
        Method = TableMethod.Ruled,
        RowCount = 1,
        ColumnCount = 1,
        Cells = [cell],
    };

    private static TableCell Cell(int row, string text, params ImmutableArray<EvidenceRegion> regions) => new()
    {
        Row = row,
        Column = 0,
        Text = SourceText.Of([Word(text)]),
        Regions = regions,
    };

    private static SourceWord Word(string text) => new() { Text = text, Regions = [] };

    private static EvidenceRegion Place(int page, double top) => new() { Page = page, Bbox = new Box(10, top, 20, top + 10) };

    private static string Text(DocumentContent content, bool joined)
    {
        using var stream = new MemoryStream();
        TablesJson.Write("a.pdf", content, joined, stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
