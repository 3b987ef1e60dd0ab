using System.Collections.Immutable;
using Ingest.Evaluation;
using Ingest.Evaluation.Tables.Whole;
using Xunit;

namespace Ingest.Tests.Evaluation.Tables;

public sealed class WholeTableComparisonTests
{
    [Fact]
    public void A_table_is_exact_when_it_has_the_same_cells_whatever_the_white_space_and_the_blanks()
    {
        var pair = Only([Table([1], "Nom|Coût/Vélos  du\nquartier|10 €")], Table([1], "Nom|Coût|/Vélos du quartier|10 €|"));

        Assert.True(pair.IsExact);
    }

    [Theory]
    [InlineData("Nom|Coût/Vélo|10 €")]
    [InlineData("Nom||Coût/Vélos||10 €")]
    [InlineData("/Nom|Coût/Vélos|10 €")]
    [InlineData("Nom|Coût/Vélos|10 €/Total|10 €")]
    [InlineData("Nom|Coût/Vélos|")]
    public void Another_text_another_place_one_cell_more_or_less_is_not_exact(string predicted) =>
        Assert.False(Only([Table([1], "Nom|Coût/Vélos|10 €")], Table([1], predicted)).IsExact);

    [Fact]
    public void Another_span_is_not_exact_and_leaves_the_rows_exact()
    {
        var truth = WholeTable.Of([1, 2], [new WholeCell(0, 0, 1, 2, "a"), new WholeCell(1, 0, 1, 1, "b")]);

        var pair = Only([truth], Table([1, 2], "a|/b|"));

        Assert.Equal((false, true), (pair.IsExact, pair.AreRowsExact));
    }

    [Theory]
    [InlineData("a|b/c|d", true)]
    [InlineData("a|b//c|d", true)]
    [InlineData("c|d/a|b", false)]
    [InlineData("a|b/a|b/c|d", false)]
    [InlineData("a|b", false)]
    [InlineData("a|b/c||d", false)]
    public void Rows_are_exact_in_their_order_with_none_missing_and_none_too_many(string predicted, bool isExact) =>
        Assert.Equal(isExact, Only([Table([1, 2], "a|b/c|d")], Table([1, 2], predicted)).AreRowsExact);

    [Fact]
    public void A_cell_that_a_page_break_cuts_must_be_on_both_pages_and_every_other_on_its_own()
    {
        Assert.True(Regions([1, 2], [2]));
        Assert.False(Regions([1], [2]));
        Assert.False(Regions([1, 2], [1]));
        Assert.False(Regions([1, 2], [1, 2]));

        static bool Regions(ImmutableSortedSet<int> first, ImmutableSortedSet<int> second) => Only([Cut([1, 2], [2])], Cut(first, second)).AreRegionsRight;
    }

    [Fact]
    public void The_area_of_a_short_cell_may_go_over_a_page_break_that_cuts_its_row()
    {
        var truth = Row([1, 2], [1]);

        Assert.True(Only([truth], Row([1, 2], [1, 2])).AreRegionsRight);
        Assert.False(Only([truth], Row([1, 2], [2])).AreRegionsRight);
        Assert.False(Only([truth], Row([1, 2], [1, 3])).AreRegionsRight);

        static WholeTable Row(ImmutableSortedSet<int> first, ImmutableSortedSet<int> second) =>
            WholeTable.Of([1, 2], [new WholeCell(0, 0, 1, 1, "a") { Pages = first }, new WholeCell(0, 1, 1, 1, "b") { Pages = second }]);
    }

    [Fact]
    public void Tables_are_paired_by_equal_texts_on_a_shared_page_and_twins_in_their_order()
    {
        var twin = Table([1], "a|b");
        var other = Table([1], "a|c|d");

        var twins = Compare([twin, other, twin], other, twin, twin);
        var elsewhere = Compare([twin], Table([2], "a|b"));

        Assert.All(twins.Pairs, pair => Assert.True(pair.IsExact));
        Assert.Empty(twins.FalseTables);
        Assert.Null(Assert.Single(elsewhere.Pairs).Predicted);
        Assert.Single(elsewhere.FalseTables);
    }

    [Fact]
    public void The_report_counts_by_split_and_by_trait()
    {
        var report = new TableCorpusReport
        {
            Scores =
            [
                Compare([Cut([1, 2], [2])], Cut([1, 2], [2])) with { Document = Document(Split.Tune, "ruled", "multi-page") },
                Compare([Table([1], "a|b"), Table([1], "c|d")], Table([1], "a|b"), Table([1], "x|y")) with { Document = Document(Split.Unseen, "ruled") },
                Compare([]) with { Document = Document(Split.Unseen, "prose") },
                Compare([], Table([1], "x|y")) with { Document = Document(Split.Tune, "prose") },
            ],
        };

        Assert.Equal([("all", 4, 3, 2), ("tune", 2, 1, 1), ("unseen", 2, 2, 1)], report.Splits.Select(part => (part.Name, part.Documents, part.Tables, part.Exact)));
        Assert.Equal([("multi-page", 1), ("prose", 0), ("ruled", 2)], report.Traits.Select(part => (part.Name, part.Exact)));
        var all = report.Splits[0];
        Assert.Equal((1, 1, 1), (all.MultiPage, all.RowsExact, all.RegionsRight));
        Assert.Equal((2, 2, 1), (all.FalseTables, all.WithoutTables, all.GaveNone));
        Assert.Equal(2.0 / 3, all.ExactShare!.Value, 12);
        Assert.Null(report.Traits[1].ExactShare);
    }

    [Fact]
    public void What_differs_is_told_cell_by_cell_and_not_of_the_unseen_split()
    {
        var score = Compare([Table([1], "a|b|c/d|e|f")], Table([1], "a|B|c/d|f|/|g|"));

        var text = TableCorpusText.ToErrorList(Report(score with { Document = Document(Split.Tune) }));
        Assert.Contains("otherwise 0,1 « b » -> 0,1 « B »\n", text, StringComparison.Ordinal);
        Assert.Contains("otherwise 1,1 « e » -> 1,1 « f »\n", text, StringComparison.Ordinal);
        Assert.Contains("missing 1,2 « f »\n", text, StringComparison.Ordinal);
        Assert.Contains("extra 2,1 « g »\n", text, StringComparison.Ordinal);
        var moved = TableCorpusText.ToErrorList(Report(Compare([Table([1], "a|b")], Table([1], "a||b"))));
        Assert.Contains("moved 0,1 « b » -> 0,2 « b »\n", moved, StringComparison.Ordinal);
        Assert.Equal("1 unseen documents are not shown.\n", TableCorpusText.ToErrorList(Report(score with { Document = Document(Split.Unseen) })));
    }

    [Fact]
    public void Of_a_table_at_most_twelve_lines_are_told()
    {
        var text = TableCorpusText.ToErrorList(Report(Compare([Table([1], "a|b")], Table([1], "a|b/" + string.Join('|', Enumerable.Range(0, 13))))));

        Assert.Equal(12, text.Split('\n').Count(line => line.StartsWith("    - ", StringComparison.Ordinal)));
        Assert.Contains("and 2 more\n", text, StringComparison.Ordinal);
    }

    private static WholeTable Table(ImmutableSortedSet<int> pages, string sketch) => WholeTable.Of(
        pages,
        sketch.Split('/').SelectMany((row, r) => row.Split('|').Select((text, c) => new WholeCell(r, c, 1, 1, text))));

    private static WholeTable Cut(ImmutableSortedSet<int> first, ImmutableSortedSet<int> second) =>
        WholeTable.Of([1, 2], [new WholeCell(0, 0, 1, 1, "a") { Pages = first }, new WholeCell(1, 0, 1, 1, "b") { Pages = second }]);

    private static TablePair Only(WholeTable[] truth, params WholeTable[] predicted) => Assert.Single(Compare(truth, predicted).Pairs);

    private static TableCorpusScore Compare(WholeTable[] truth, params WholeTable[] predicted) =>
        WholeTableComparison.Compare(Document(Split.Tune) with { Tables = [.. truth] }, [.. predicted]);

    private static TableCorpusReport Report(TableCorpusScore score) => new() { Scores = [score] };

    private static TableCorpusDocument Document(Split split, params string[] traits) => new() { File = "a.pdf", Split = split, Traits = [.. traits], Tables = [] };
}
