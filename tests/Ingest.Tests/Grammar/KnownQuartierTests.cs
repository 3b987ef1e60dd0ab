using Ingest.Grammar;
using Xunit;

namespace Ingest.Tests.Grammar;

/// <summary>Neighbourhoods that a text names without any word before them.</summary>
public sealed class KnownQuartierTests
{
    private static readonly HashSet<string> Names = [QuartierGrammar.Core("Vert-Bois"), QuartierGrammar.Core("Le Soleil Levant")];

    [Theory]
    [InlineData("Au Vert-Bois, le taux de pauvreté est de 41 %.", new[] { "Vert-Bois" })]
    [InlineData("1.1 Le Soleil Levant en quelques données", new[] { "Le Soleil Levant" })]
    [InlineData("Le Vert-Bois et le Soleil Levant grandissent.", new[] { "Le Vert-Bois", "Soleil Levant" })]
    [InlineData("Vert-Bois, Vert-Bois et VERT-BOIS", new[] { "Vert-Bois" })]
    public void They_are_found_as_written_each_once(string text, string[] names) => Assert.Equal(names, QuartierGrammar.Known(text, Names));

    [Theory]
    [InlineData("un volet en vert-bois")]
    [InlineData("Le Soleil brille au Levant")]
    [InlineData("")]
    public void Small_letters_and_halves_of_a_name_are_none(string text) => Assert.Empty(QuartierGrammar.Known(text, Names));

    [Theory]
    [InlineData("Provinces françaises (QP059073)", "Provinces françaises")]
    [InlineData("• Ruche\nProvinces françaises (QP059073)", "Provinces françaises")]
    public void A_line_before_a_code_in_brackets_is_a_name(string text, string name)
    {
        var mention = Assert.Single(QuartierGrammar.Find(text));

        Assert.Equal((name, "QP059073", "QPV"), (mention.Name, mention.Code, mention.Type));
    }

    [Theory]
    [InlineData("Les habitants demandent depuis longtemps un bus (QP059073)")]
    [InlineData("provinces françaises (QP059073)")]
    public void A_sentence_before_a_code_is_none(string text) => Assert.Null(Assert.Single(QuartierGrammar.Find(text)).Name);

    [Theory]
    [InlineData("les chiffres du QPV En 2023, ils baissent")]
    [InlineData("ce quartier Est calme")]
    [InlineData("le QPV Pour les jeunes")]
    public void A_sentence_that_goes_on_is_no_name(string text) => Assert.Empty(QuartierGrammar.Find(text));
}
