using Ingest.Classification;
using Ingest.Evaluation.Placing;
using Xunit;

namespace Ingest.Tests.Classification;

public sealed class PlacingScoreTests
{
    [Fact]
    public void Every_level_is_scored_by_itself()
    {
        var score = PlacingScore.Of(Samples.Taxonomy,
        [
            Placed("1.1.1", 0, ("1.1.1", 0.9), ("1.1.2", 0.05), ("2.1.1", 0.05)), // right
            Placed("1.1.1", 0, ("1.1.2", 0.6), ("1.1.1", 0.3), ("2.1.1", 0.1)), // right orientation
            Placed("2.1.1", 0.9, ("1.1.1", 0.06), ("1.1.2", 0.03), ("2.1.1", 0.01)), // taken for none
            Placed("none", 0.8, ("1.1.1", 0.1), ("1.1.2", 0.1), ("2.1.1", 0)), // right
        ]);

        Assert.Equal(1 / 3.0, score.Leaf, 6);
        Assert.Equal(2 / 3.0, score.Orientation, 6);
        Assert.Equal(1, score.Top3, 6);
        Assert.Equal(0.5, score.NonePrecision, 6);
        Assert.Equal(1, score.NoneRecall, 6);
        // 1.1.1: two thirds; 2.1.1: nothing.
        Assert.Equal(1 / 3.0, score.MacroF1, 6);
        // Right at .9, .8; wrong at .9, .6: bins of .9 (half right), .8 and .6.
        Assert.Equal(((0.4 * 2) + 0.2 + 0.6) / 4, score.CalibrationError, 6);
        // The surest three of four.
        Assert.Equal(2 / 3.0, score.Covered, 6);
    }

    [Fact]
    public void Groups_weigh_the_same_in_their_mean_however_many_texts_they_have()
    {
        var (right, wrong) = (Placed("1.1.1", 0, ("1.1.1", 1), ("1.1.2", 0), ("2.1.1", 0)), Placed("1.1.1", 0, ("2.1.1", 1), ("1.1.1", 0), ("1.1.2", 0)));

        var table = PlacingText.ToGroupTable(Samples.Taxonomy, "commune", text => text.Commune,
            [right, right, right, In("Creil", wrong), In("Aucune", Placed("none", 1, ("1.1.1", 0), ("1.1.2", 0), ("2.1.1", 0)))]);

        Assert.Equal(
            """
            | commune left out | n | leaf | top 3 | orientation | enjeu |
            | - | -: | -: | -: | -: | -: |
            | Creil | 1 | 0.000 | 1.000 | 0.000 | 0.000 |
            | Lens | 3 | 1.000 | 1.000 | 1.000 | 1.000 |
            | **mean of the 2** | 5 | 0.500 | 1.000 | 0.500 | 0.500 |

            """,
            table);

        static PlacedLabel In(string commune, PlacedLabel placed) => placed with { Text = placed.Text with { Commune = commune } };
    }

    [Fact]
    public void Agreement_is_told_beyond_chance()
    {
        var agreement = LabelAgreement.Of(
        [
            Samples.Text("1.1.1", "a", "1.1.1"), Samples.Text("1.1.1", "b", "1.1.2"), Samples.Text("1.1.2", "c", "1.1.2"), Samples.Text("1.1.2", "d", "1.1.2"), Samples.Text("1.1.2", "e"),
        ])!;

        Assert.Equal((4, 0.75), (agreement.Texts, agreement.Accuracy));
        Assert.Equal(0.5, agreement.Kappa, 6);
    }

    private static PlacedLabel Placed(string label, double none, params (string Leaf, double Probability)[] leaves) => new(
        Samples.Text(label, "x"),
        new TextPlacing
        {
            Leaves = [.. leaves.Select(leaf => new LeafProbability(leaf.Leaf, leaf.Probability)).OrderByDescending(leaf => leaf.Probability)],
            None = none,
            Levels =
            [
                [.. leaves.GroupBy(leaf => leaf.Leaf[..1]).Select(group => new LeafProbability(group.Key, group.Sum(leaf => leaf.Probability))).OrderByDescending(place => place.Probability)],
                [.. leaves.GroupBy(leaf => leaf.Leaf[..3]).Select(group => new LeafProbability(group.Key, group.Sum(leaf => leaf.Probability))).OrderByDescending(place => place.Probability)],
            ],
        });
}
