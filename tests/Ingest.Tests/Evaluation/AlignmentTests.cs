using FsCheck;
using FsCheck.Fluent;
using Ingest.Evaluation;
using Xunit;

namespace Ingest.Tests.Evaluation;

public sealed class AlignmentTests
{
    [Fact]
    public void The_sum_of_likeness_counts_and_not_the_first_good_pair()
    {
        double[,] likeness = { { 0.9, 0.8 }, { 0.85, 0.1 } };

        Assert.Equal([(0, 1), (1, 0)], Alignment.Pair(2, 2, (i, j) => likeness[i, j], 0.5));
    }

    [Fact]
    public void What_is_too_unlike_stays_without_a_partner()
    {
        double[,] likeness = { { 0.4, 0.1 }, { 0.2, 0.7 } };

        Assert.Equal([(1, 1)], Alignment.Pair(2, 2, (i, j) => likeness[i, j], 0.5));
    }

    [Fact]
    public void Twins_are_paired_in_the_order_of_the_document() =>
        Assert.Equal([(0, 0), (1, 1), (2, 2)], Alignment.Pair(3, 3, (_, _) => 1, 0.5));

    [Theory]
    [InlineData(2, 4)]
    [InlineData(4, 2)]
    [InlineData(3, 3)]
    public void Weights_are_paired_for_their_sum_whichever_side_has_more(int expected, int actual)
    {
        var random = new Random(7);
        for (var round = 0; round < 50; round++)
        {
            var weights = new double[expected, actual];
            for (var i = 0; i < expected; i++)
            {
                for (var j = 0; j < actual; j++)
                    weights[i, j] = Math.Max(0, random.Next(-3, 9));
            }

            var pairs = Alignment.Pair(weights);

            Assert.Equal(Best(weights, 0, 0), pairs.Sum(pair => weights[pair.Expected, pair.Actual]), 9);
            Assert.Equal(pairs.Length, pairs.Select(pair => pair.Actual).Distinct().Count());
            Assert.All(pairs, pair => Assert.True(weights[pair.Expected, pair.Actual] > 0));
        }
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(0, 3)]
    [InlineData(3, 0)]
    public void Nothing_is_paired_with_nothing(int expected, int actual) =>
        Assert.Empty(Alignment.Pair(expected, actual, (_, _) => 1, 0.5));

    [Fact]
    public void No_other_pairing_is_better() =>
        Prop.ForAll(Gen.Choose(0, int.MaxValue - 1).ToArbitrary(), seed =>
        {
            var random = new Random(seed);
            var (expected, actual) = (random.Next(5), random.Next(5));
            var likeness = new double[expected, actual];
            for (var i = 0; i < expected; i++)
            {
                for (var j = 0; j < actual; j++)
                    likeness[i, j] = random.Next(11) / 10.0;
            }

            var pairs = Alignment.Pair(expected, actual, (i, j) => likeness[i, j], 0.3);
            var sum = pairs.Sum(pair => likeness[pair.Expected, pair.Actual]);

            return pairs.Select(pair => pair.Actual).Distinct().Count() == pairs.Length
                && pairs.All(pair => likeness[pair.Expected, pair.Actual] >= 0.3)
                && sum >= Best(likeness, 0, 0) - 1e-9;
        }).QuickCheckThrowOnFailure();

    // All pairings, tried one after the other.
    private static double Best(double[,] likeness, int row, int taken)
    {
        if (row == likeness.GetLength(0))
            return 0;
        var best = Best(likeness, row + 1, taken);
        for (var j = 0; j < likeness.GetLength(1); j++)
        {
            if ((taken & (1 << j)) == 0 && likeness[row, j] >= 0.3)
                best = Math.Max(best, likeness[row, j] + Best(likeness, row + 1, taken | (1 << j)));
        }

        return best;
    }
}
