using Ingest.Evaluation.Scans;
using Xunit;

namespace Ingest.Tests.Evaluation.Scans;

public sealed class TextScoreTests
{
    [Theory]
    [InlineData("Taux de pauvreté", "Taux de pauvrete", 1)]
    [InlineData("9 200 €", "9 200€", 0)]
    [InlineData("9\u202F200\u00A0€", "9 200 €", 0)]
    [InlineData("l’accès « aux droits »", "l'accès \"aux droits\"", 0)]
    [InlineData("2024 – 2030", "2024 - 2030", 0)]
    [InlineData("▪ Jeunesse", "• Jeunesse", 0)]
    [InlineData("acce\u0300s", "accès", 0)]
    [InlineData("une institution", "une insti-\ntution", 0)]
    [InlineData("une institution", "une\n  institution\n", 0)]
    [InlineData("peut-être", "peut-être", 0)]
    [InlineData("Total :", "Total:", 0)]
    [InlineData("4 950", "4950", 1)]
    [InlineData("abc", "", 3)]
    public void Only_what_is_printed_counts(string twin, string read, int distance) => Assert.Equal(distance, TextScore.Of(twin, read).Distance);

    [Fact]
    public void The_error_rate_is_the_distance_over_the_letters_of_the_twin()
    {
        Assert.Equal(0.25, TextScore.Of("abcd", "abxd").CharacterErrors);
        Assert.Equal(2, TextScore.Of("ab", "xyzt").CharacterErrors);
        Assert.Null(TextScore.Of("", "x").CharacterErrors);
    }

    [Fact]
    public void Words_count_in_any_order_and_each_once()
    {
        var score = TextScore.Of("un deux deux trois", "trois deux un un quatre");

        Assert.Equal((4, 5, 3), (score.Words, score.Read, score.Shared));
        Assert.Equal((0.6, 0.75), (score.WordScore.Precision, score.WordScore.Recall));
    }

    [Fact]
    public void Pages_are_summed_letter_by_letter()
    {
        var sum = TextScore.Sum([TextScore.Of("aaaa", "aaab"), TextScore.Of("b", "b")]);

        Assert.Equal(0.2, sum.CharacterErrors);
        Assert.Equal(TextScore.None, TextScore.Sum([]));
    }

    [Fact]
    public void What_does_not_count_is_a_choice() =>
        Assert.Equal(1, TextScore.Of("l’eau", "l'eau", new ComparedTextOptions { Alike = [] }).Distance);
}
