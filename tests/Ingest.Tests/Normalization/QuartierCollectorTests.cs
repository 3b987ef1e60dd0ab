using System.Collections.Immutable;
using Ingest.Model.Documents;
using Ingest.Normalization;
using Xunit;

namespace Ingest.Tests.Normalization;

/// <summary>Neighbourhoods, told as « name type code communes ».</summary>
public sealed class QuartierCollectorTests
{
    private static readonly string Creil = Insee("Creil");

    private static readonly string Montataire = Insee("Montataire");

    [Theory]
    [InlineData("Quartier prioritaire « Les Tilleuls » (QN06001M)", "Les Tilleuls QPV QN06001M")]
    [InlineData("QPV Les Tilleuls - QN06001M", "Les Tilleuls QPV QN06001M")]
    [InlineData("Les Tilleuls (QN06001M)", "Les Tilleuls QPV QN06001M")]
    [InlineData("QN 06 00 1M : Les Tilleuls", "Les Tilleuls QPV QN06001M")]
    [InlineData("Le quartier prioritaire Les Tilleuls fait peau neuve.", "Les Tilleuls QPV")]
    public void A_name_and_its_code_in_one_line(string line, string told) => Assert.Equal([told], Read(line));

    [Fact]
    public void Several_names_in_one_line() => Assert.Equal(
        ["Les Tilleuls QPV", "Bois Joli QPV"], Read("Les quartiers prioritaires Les Tilleuls et Bois Joli se parlent."));

    [Fact]
    public void A_code_on_the_line_below_belongs_to_the_name_above() => Assert.Equal(
        ["Les Tilleuls QPV QN06001M", "Bois Joli QPV QN06002M"],
        Read("Quartier prioritaire Les Tilleuls", "Code quartier : QN06001M", "Quartier prioritaire Bois Joli", "Code : QN06002M"));

    [Fact]
    public void A_bare_heading_above_a_code_is_the_name() => Assert.Equal(
        ["Le Grand Pré QPV QN06001M", "Bois-Vert QPV QN06002M"],
        Read("Le Grand Pré", "Code : QN06001M", "Des maisons basses au bord de l'eau.", "Bois-Vert", "Statut : quartier prioritaire de la politique de la ville", "Code : QN06002M"));

    [Fact]
    public void A_heading_far_above_a_code_names_nothing() => Assert.Equal(
        ["? QPV QN06001M"],
        Read("Le Grand Pré", "Une première phrase sur la ville.", "Une deuxième phrase sur son histoire.", "Une troisième phrase sur ses habitants.", "Code : QN06001M"));

    [Fact]
    public void A_neighbourhood_that_is_named_again_is_told_once_with_all_that_is_known() => Assert.Equal(
        ["Les Tilleuls QPV QN06001M"], Read("QPV LES TILLEULS", "Le quartier Les Tilleuls est ancien.", "Quartier prioritaire Les Tilleuls (QN06001M)"));

    [Fact]
    public void One_name_and_one_code_are_of_one_neighbourhood() => Assert.Equal(
        ["Les Tilleuls QPV QN06001M"], Read("Quartier prioritaire Les Tilleuls", "Il a changé depuis dix ans.", "La géographie de 2024 retient le QN06001M sans changement."));

    [Theory]
    [InlineData("Commune concernée : Creil")]
    [InlineData("Commune : Creil")]
    [InlineData("Commune(s) : Creil")]
    public void A_line_gives_the_commune(string line) => Assert.Equal([$"Les Tilleuls QPV {Creil}"], Read("Quartier prioritaire Les Tilleuls", line));

    [Theory]
    [InlineData("Communes concernées : Creil, Montataire")]
    [InlineData("Communes : Creil et Montataire")]
    [InlineData("Communes d'implantation : Creil / Montataire")]
    public void A_line_gives_several_communes(string line) =>
        Assert.Equal([$"Les Tilleuls QPV {Creil}+{Montataire}"], Read("Quartier prioritaire Les Tilleuls", line));

    [Fact]
    public void Each_neighbourhood_keeps_its_own_communes() => Assert.Equal(
        [$"Les Tilleuls QPV {Creil}", $"Bois Joli QPV {Montataire}"],
        Read("Quartier prioritaire Les Tilleuls", "Commune : Creil", "Quartier prioritaire Bois Joli", "Commune : Montataire"));

    [Fact]
    public void A_sentence_about_all_gives_all_their_commune() => Assert.Equal(
        [$"Les Tilleuls QPV {Creil}", $"Bois Joli QPV {Creil}"],
        Read("Quartier prioritaire Les Tilleuls", "Quartier prioritaire Bois Joli", "Ces deux quartiers sont situés sur la commune de Creil."));

    [Fact]
    public void A_sentence_about_one_gives_it_its_communes() => Assert.Equal(
        ["Les Tilleuls QPV", $"Bois Joli QPV {Creil}+{Montataire}"],
        Read("Quartier prioritaire Les Tilleuls", "Quartier prioritaire Bois Joli", "Le quartier Bois Joli est à cheval sur Creil et Montataire."));

    [Fact]
    public void A_commune_behind_a_neighbourhood_is_where_it_lies() => Assert.Equal(
        [$"Les Tilleuls QPV QN06001M {Creil}"], Read("QPV Les Tilleuls (QN06001M) à Creil"));

    [Theory]
    [InlineData("Les Tilleuls", "QN06001M", "Creil")]
    [InlineData("QN06001M", "Les Tilleuls", "Creil")]
    [InlineData("Creil", "Les Tilleuls", "QN06001M")]
    public void A_row_gives_name_code_and_commune_in_any_order(string first, string second, string third) =>
        Assert.Equal([$"Les Tilleuls QPV QN06001M {Creil}"], Rows([first, second, third]));

    [Fact]
    public void A_row_gives_several_communes() => Assert.Equal(
        [$"Les Tilleuls QPV QN06001M {Creil}+{Montataire}", $"Bois Joli QPV QN06002M {Creil}"],
        Rows(["Les Tilleuls", "QN06001M", "Creil, Montataire"], ["Bois Joli", "QN06002M", "Creil"]));

    [Fact]
    public void Rows_of_labels_and_values_tell_one_neighbourhood() => Assert.Equal(
        [$"Les Tilleuls QPV QN06001M {Creil}+{Montataire}"],
        Rows(["Nom du quartier", "Les Tilleuls"], ["Code", "QN06001M"], ["Communes", "Creil, Montataire"]));

    [Theory]
    [InlineData("Les actions du quartier prioritaire de Creil")]
    [InlineData("Les quartiers de Montataire sont beaux.")]
    public void A_commune_is_no_neighbourhood(string line) => Assert.Empty(Read(line));

    [Fact]
    public void A_place_in_a_description_is_none_beside_named_ones() => Assert.Equal(
        ["Les Tilleuls QPV"],
        Told(collector =>
        {
            collector.Add(Texts.Of("Quartier prioritaire Les Tilleuls"), takesPlain: true);
            collector.Add(Texts.Of("Une navette le relie au quartier Beau Rivage."), takesPlain: false);
        }));

    [Fact]
    public void Without_any_priority_neighbourhood_a_place_is_one_in_a_contrat_de_ville() =>
        Assert.Equal(["Beau Rivage QPV"], Read("Contrat de ville 2024-2030", "Une navette dessert le quartier Beau Rivage."));

    private static IEnumerable<string> Read(params string[] lines) => Told(collector =>
    {
        foreach (var line in lines)
            collector.Add(Texts.Of(line), takesPlain: true);
    });

    private static IEnumerable<string> Rows(params string[][] rows) => Told(collector =>
    {
        foreach (var row in rows)
            collector.AddRow([.. row.Select(Texts.Of)]);
    });

    private static IEnumerable<string> Told(Action<QuartierCollector> add)
    {
        var collector = new QuartierCollector(Texts.Register, [new Commune("Creil", Creil, null), new Commune("Montataire", Montataire, null)]);
        add(collector);
        return collector.ToQuartiers().Select(found => string.Join(' ', new[] { found.Quartier.Name ?? "?", found.Quartier.Type, found.Quartier.Code, Communes(found.Quartier.Communes) }.Where(part => part is not null)));
    }

    private static string? Communes(ImmutableArray<string> communes) => communes.IsEmpty ? null : string.Join('+', communes);

    private static string Insee(string name) => Assert.Single(Texts.Register.CommunesNamed(name)).Insee;

    [Theory]
    [InlineData("Les quartiers prioritaires demeurent Beaulieu (QP060001).", "Beaulieu QPV QP060001")]
    [InlineData("Le contrat couvre désormais Saint-Jean – Saint-Jacques (QP060001).", "Saint-Jean – Saint-Jacques QPV QP060001")]
    public void Capitals_right_before_a_code_in_brackets_are_the_name(string line, string told) => Assert.Equal([told], Read(line));
}
