using Ingest.Vocabulary;
using Xunit;

namespace Ingest.Tests.Vocabulary;

public sealed class LookAlikeWordsTests
{
    private static LookAlikeWords Words { get; } = new(ProductVocabularies.Lexicon, new LookAlikeOptions());

    [Theory]
    [InlineData("coltégiens", "collégiens")]
    [InlineData("coliège", "collège")]
    [InlineData("économicue", "économique")]
    [InlineData("éommune", "commune")]
    [InlineData("baïlleur,", "bailleur,")]
    [InlineData("Sous-totai", "Sous-total")]
    public void A_word_that_is_none_is_the_only_one_that_looks_like_it(string read, string meant) => Assert.Equal(meant, Words.Mend(read, isFirst: false, isAlone: false));

    [Theory]
    [InlineData("Vite", "Ville")]
    [InlineData("Vike", "Ville")]
    [InlineData("Reglon", null)]
    [InlineData("Ville", null)]
    [InlineData("CAE", null)]
    public void A_word_alone_on_its_line_may_be_a_label_of_the_trade(string read, string? meant) => Assert.Equal(meant, Words.Mend(read, isFirst: true, isAlone: true));

    [Fact]
    public void A_word_of_French_among_others_stays() => Assert.Null(Words.Mend("Vite", isFirst: true, isAlone: false));

    [Theory]
    [InlineData("Muiltiplier", true, "Multiplier")]
    [InlineData("Muiltiplier", false, null)]
    [InlineData("Lexovien", true, null)]
    public void A_capital_may_be_that_of_a_name_but_at_the_head_of_a_line(string read, bool isFirst, string? meant) => Assert.Equal(meant, Words.Mend(read, isFirst, isAlone: false));

    [Theory]
    [InlineData("12l5")]
    [InlineData("QN0l604N")]
    [InlineData("l2")]
    [InlineData("")]
    [InlineData("|")]
    public void What_has_digits_or_no_letters_is_left_alone(string read) => Assert.Null(Words.Mend(read, isFirst: true, isAlone: true));
}
