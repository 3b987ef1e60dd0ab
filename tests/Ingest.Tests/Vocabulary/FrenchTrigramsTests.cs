using Ingest.Vocabulary;
using Xunit;

namespace Ingest.Tests.Vocabulary;

public sealed class FrenchTrigramsTests
{
    [Fact]
    public void The_score_is_the_mean_over_letters_and_end()
    {
        using var rows = new StringReader(string.Join('\n', Header, Row("..", ('a', 10)), Row(".a", ('b', 20)), Row("ab", ('.', 30))));
        var model = new FrenchTrigrams(rows);
        Assert.Equal(-2, model.Score("ab"));
        Assert.Equal(-2, model.Score("Âb"));
        Assert.Equal(-2, model.Score("ab-ab"));
        Assert.Equal(0, model.Score("12"));
    }

    [Fact]
    public void A_row_of_another_shape_is_an_error()
    {
        using var rows = new StringReader("head\ta\n..\t1");
        Assert.Throws<InvalidDataException>(() => new FrenchTrigrams(rows));
    }

    [Fact]
    public void A_row_of_an_unknown_language_is_an_error()
    {
        using var rows = new StringReader("language\tword\nde\tund");
        Assert.Throws<InvalidDataException>(() => new FunctionWords(rows));
    }

    private static string Header => Row("head");

    private static string Row(string head, params (char Letter, int Cost)[] costs) =>
        head + "\t" + string.Join('\t', ".abcdefghijklmnopqrstuvwxyz".Select(letter => costs.FirstOrDefault(cost => cost.Letter == letter) is { Cost: > 0 } found ? found.Cost : 99));
}
