using System.Text;
using Ingest.Evaluation;
using Ingest.Evaluation.Tables;
using Ingest.Tests.Pipeline;
using Xunit;

namespace Ingest.Tests.Evaluation.Tables;

public sealed class PredictedTablesTests
{
    [Fact]
    public void A_table_is_read_as_it_is_printed()
    {
        var prediction = Read("""{"file": "x-2a.pdf", "tables": [{"page": 4, "bbox": null, "cells": [{"row": 0, "col": 1, "rowSpan": 2, "colSpan": 3, "text": "a"}]}]}""");

        Assert.Equal("x-2", prediction.Document);
        Assert.Equal([4], Assert.Single(prediction.Tables).Pages);
        Assert.Equal([new ScoredCell(0, 1, 1, 3, "a")], prediction.Tables[0].Cells);
    }

    [Fact]
    public void A_table_over_two_pages_is_cut_where_its_cells_say_so()
    {
        var byCell = Read("""{"tables": [{"page": 1, "cells": [{"row": 0, "col": 0, "text": "a", "page": 1}, {"row": 1, "col": 0, "text": "b", "page": 2}]}]}""");
        var byRow = Read("""{"tables": [{"pages": [1, 2], "rowPages": [1, 2], "rows": [["a"], ["b"]]}]}""");

        Assert.Equal("file", byCell.Document);
        Assert.Equal([(1, "a"), (2, "b")], byCell.Tables.Select(table => (table.Pages.Single(), table.Cells.Single().Text)));
        Assert.Equal(byCell.Tables.SelectMany(table => table.Cells), byRow.Tables.SelectMany(table => table.Cells));
    }

    [Fact]
    public void A_table_with_pages_alone_stays_one_and_without_a_page_it_is_on_none()
    {
        var tables = Read("""{"tables": [{"pages": [2, 3], "rows": [["a", null]]}, {"page": null, "rows": [["b"]]}]}""").Tables;

        Assert.Equal([2, 3], tables[0].Pages);
        Assert.Equal("", tables[0].Cells[1].Text);
        Assert.Empty(tables[1].Pages);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("""{"tables": [{"page": 1, "cells": [{"row": 0}]}]}""")]
    [InlineData("""{"tables": [{"page": "one", "rows": [["a"]]}]}""")]
    public void What_is_not_of_its_form_is_told_with_the_file(string json) =>
        Assert.StartsWith("file.json", Assert.Throws<TruthFormatException>(() => Read(json)).Message, StringComparison.Ordinal);

    [Fact]
    public void Two_predictions_of_one_document_are_one_too_many()
    {
        using var work = new TemporaryFolder();
        work.Write("x-1a.json", """{"tables": []}""");
        work.Write("x-1b.json", """{"tables": []}""");

        Assert.Contains("x-1", Assert.Throws<TruthFormatException>(() => PredictedTables.Load(work.Root)).Message, StringComparison.Ordinal);
    }

    private static Prediction Read(string json) => PredictedTables.Read("file.json", Encoding.UTF8.GetBytes(json));
}
