using Ingest.Evaluation.Tables;
using Xunit;

namespace Ingest.Tests.Evaluation.Tables;

public sealed class TableScoringTests
{
    [Fact]
    public void Neighbours_across_and_down_are_relations_and_a_false_table_costs_precision()
    {
        // True: a-b, c-d across, a-c, b-d down. Predicted: a-b and a-c of 4, and one of a false table.
        var score = Scored.Score([Scored.Table(1, "a|b/c|d")], Scored.Table(2, "e|f"), Scored.Table(1, "a|b/c|x"));

        Assert.Equal((4, 5, 2), (score.TruthRelations, score.PredictedRelations, score.Correct));
        Assert.Equal((0.4, 0.5), (score.Score.Precision, score.Score.Recall));
        Assert.Equal(4.0 / 9, score.Score.F1, 12);
        Assert.Equal((1, 0, 1), (score.Detected, score.Perfect, score.WithoutRightRelation));
    }

    [Fact]
    public void A_cell_over_two_columns_is_the_neighbour_of_both_below()
    {
        var truth = Scored.Cells(1, new ScoredCell(0, 0, 0, 1, "head"), new ScoredCell(1, 0, 1, 0, "a"), new ScoredCell(1, 1, 1, 1, "b"));

        var flat = Scored.Score([truth], Scored.Table(1, "head|/a|b"));

        Assert.Equal((3, 2, 2), (flat.TruthRelations, flat.PredictedRelations, flat.Correct));
        Assert.Equal(1, Scored.Score([truth], truth).Perfect);
    }

    [Fact]
    public void Two_cells_that_touch_along_several_rows_make_one_relation()
    {
        var tall = Scored.Cells(1, new ScoredCell(0, 0, 2, 0, "left"), new ScoredCell(0, 1, 2, 1, "right"));

        Assert.Equal(1, Scored.Score([tall], Scored.Table(1, "left|right")).Score.F1);
    }

    [Fact]
    public void The_number_of_blanks_between_two_cells_counts_unless_it_is_ignored()
    {
        var score = Scored.Score([Scored.Table(1, "a||b")], Scored.Table(1, "a|b"));

        Assert.Equal((0, 1), (score.Score.F1, score.ScoreIgnoringBlanks.F1));
        Assert.Equal(1, score.WithoutRightRelation);
    }

    [Fact]
    public void A_cell_of_signs_alone_is_not_blank() =>
        Assert.Equal(1, Scored.Score([Scored.Table(1, "a|–|b")], Scored.Table(1, "A | % | b")).Score.F1);

    [Fact]
    public void A_table_on_another_page_is_another_table()
    {
        var score = Scored.Score([Scored.Table(1, "a|b")], Scored.Table(2, "a|b"));

        Assert.Equal((0, 0, 1), (score.Correct, score.Detected, score.WithoutRightRelation));
    }

    [Fact]
    public void Of_two_equal_relations_each_is_claimed_once()
    {
        var score = Scored.Score([Scored.Table(1, "a|b/c|d")], Scored.Table(1, "a|b/a|b"));

        Assert.Equal((1, 4), (score.Correct, score.PredictedRelations));
    }

    [Fact]
    public void Tables_are_paired_for_the_greatest_sum_and_not_one_after_the_other()
    {
        // The first true table shares three relations with the first predicted one and two with the second; the other true
        // table shares two with the first predicted one alone.
        var first = Scored.Table(1, "a|b|c|d");
        var second = Scored.Table(1, "p|q|r");

        var score = Scored.Score([first, second], Scored.Table(1, "a|b|c|d|p|q|r"), Scored.Table(1, "a|b|c"));

        Assert.Equal(4, score.Correct);
        Assert.Equal([(2, 2), (6, 2)], score.Tables.Select(table => (table.Predicted, table.Correct)));
    }

    [Fact]
    public void One_predicted_table_answers_for_one_true_table()
    {
        var score = Scored.Score([Scored.Table(1, "a|b"), Scored.Table(1, "c|d")], Scored.Table(1, "a|b/c|d"));

        Assert.Equal((0.25, 0.5), (score.Score.Precision, score.Score.Recall));
    }

    [Fact]
    public void A_table_is_detected_by_its_words_wherever_they_stand()
    {
        var score = Scored.Score([Scored.Table(1, "one two|three/four|five")], Scored.Table(1, "five|four three/two|one"), Scored.Table(1, "six|seven"));

        Assert.Equal((1, 1, 1), (score.Detected, score.Complete, score.Pure));
        Assert.Equal((4, 4, 0), (score.MatchedTruth, score.MatchedPredicted, score.MatchedCorrect));
    }

    [Fact]
    public void Complete_lacks_no_word_and_pure_has_no_other()
    {
        var larger = Scored.Score([Scored.Table(1, "one|two")], Scored.Table(1, "one|two|three"));
        var smaller = Scored.Score([Scored.Table(1, "one|two|three")], Scored.Table(1, "one|two"));
        var half = Scored.Score([Scored.Table(1, "one|two|three|four")], Scored.Table(1, "one"));

        Assert.Equal((1, 1, 0), (larger.Detected, larger.Complete, larger.Pure));
        Assert.Equal((1, 0, 1), (smaller.Detected, smaller.Complete, smaller.Pure));
        Assert.Equal(0, half.Detected);
    }

    [Fact]
    public void The_truth_that_suits_the_prediction_best_counts()
    {
        var document = new TruthDocument("doc-1", null, [
            new TruthVariant("doc-1a", [Scored.Table(1, "a|b|c")]), new TruthVariant("doc-1b", [Scored.Table(1, "a|b")]),
        ]);

        var score = TableScoring.Score(document, [Scored.Table(1, "a|b")]);

        Assert.Equal(("doc-1b", 1.0), (score.Variant, score.Score.F1));
    }

    [Fact]
    public void Nothing_predicted_scores_nothing_and_where_nothing_is_true_it_is_right()
    {
        Assert.Equal(new PrecisionRecall(0, 0), Scored.Score([Scored.Table(1, "a|b")]).Score);
        Assert.Equal(new PrecisionRecall(1, 1), Scored.Score([]).Score);
        Assert.Equal(new PrecisionRecall(0, 0), Scored.Score([], Scored.Table(1, "a|b")).Score);
    }

    [Fact]
    public void The_main_figure_averages_documents_and_the_micro_figure_relations()
    {
        var small = Scored.Score([Scored.Table(1, "a|b")], Scored.Table(1, "a|b"));
        var large = Scored.Score([Scored.Table(1, "a|b|c|d")], Scored.Table(1, "a|x|c|d"));

        var all = new TableScoreSummary("all", [small, large]);

        Assert.Equal(new PrecisionRecall((1 + (1.0 / 3)) / 2, (1 + (1.0 / 3)) / 2), all.Macro);
        Assert.Equal(new PrecisionRecall(0.5, 0.5), all.Micro);
        Assert.Equal(2.0 / 3, all.MeanF1, 12);
    }

    [Fact]
    public void Closed_documents_are_a_part_of_their_own_and_not_shown()
    {
        var (one, two) = (Scored.Score([Scored.Table(1, "a|b")], Scored.Table(1, "a|b")) with { Document = "x-1" }, Scored.Score([Scored.Table(1, "a|b")]) with { Document = "x-2", Variant = "x-2" });
        var report = new TableScoreReport { Documents = [one, two], Closed = ["x-2"] };

        Assert.Equal([("open", 1.0), ("closed", 0.0), ("all", 0.5)], report.Sets.Select(set => (set.Name, set.Macro.F1)));
        Assert.Equal([one], report.Open);
        var list = TableScoreText.ToDocumentList(report, withTables: true);
        Assert.DoesNotContain("x-2", list, StringComparison.Ordinal);
        Assert.Contains("1 closed documents are not shown.", list, StringComparison.Ordinal);
    }
}
