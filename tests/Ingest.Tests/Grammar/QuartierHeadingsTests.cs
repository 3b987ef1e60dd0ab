using Ingest.Grammar;
using Xunit;

namespace Ingest.Tests.Grammar;

public sealed class QuartierHeadingsTests
{
    [Theory]
    [InlineData("Le Grand Pré")]
    [InlineData("Bois-Vert")]
    [InlineData("Les Tilleuls")]
    [InlineData("Cité de la Gare")]
    [InlineData("Val d'Ombre - Le Moulin")]
    public void A_name_alone_above_a_code_heads_it(string name) => Assert.Equal([name], QuartierHeadings.Find([name, "Code : QN06001M"]));

    [Theory]
    [InlineData("Périmètre")]
    [InlineData("le grand pré")]
    [InlineData("Le Grand Pré est beau.")]
    [InlineData("LES CHIFFRES")]
    [InlineData("Le Grand Pré Au Bord De La Petite Rivière")]
    public void What_may_be_anything_else_heads_none(string text) => Assert.Empty(QuartierHeadings.Find([text, "Code : QN06001M"]));

    [Fact]
    public void Without_a_code_there_is_no_name() => Assert.Empty(QuartierHeadings.Find(["Le Grand Pré", "Des maisons basses au bord de l'eau."]));

    [Fact]
    public void Other_lines_of_a_sheet_may_stand_between() => Assert.Equal(
        ["Le Grand Pré"],
        QuartierHeadings.Find(["Le Grand Pré", "Statut : quartier prioritaire", "Superficie : 12 hectares", "Habitants : 900", "Code : QN06001M"]));

    [Fact]
    public void A_code_far_below_is_of_another() => Assert.Empty(
        QuartierHeadings.Find(["Le Grand Pré", "Une phrase sur la ville.", "Une autre sur son histoire.", "Une autre encore.", "Code : QN06001M"]));

    [Fact]
    public void The_nearest_name_counts() => Assert.Equal(["Bois-Vert"], QuartierHeadings.Find(["Le Grand Pré", "Bois-Vert", "Code : QN06001M"]));
}
