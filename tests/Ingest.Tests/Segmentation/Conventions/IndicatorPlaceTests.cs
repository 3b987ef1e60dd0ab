using System.Globalization;
using Ingest.Segmentation.Conventions;
using Xunit;
using static Ingest.Tests.Segmentation.Conventions.ConventionSketches;

namespace Ingest.Tests.Segmentation.Conventions;

/// <summary>Whose figures they are: « name value (reference area) @quartier ».</summary>
public sealed class IndicatorPlaceTests
{
    private const string Two = "La commune a deux quartiers prioritaires : Vert-Bois (QN06001M) et Grand Pré (QN06002M).\n\n";

    [Fact]
    public void A_column_between_a_neighbourhood_and_the_first_area_is_one_too() => Assert.Equal(
        ["Taux de pauvreté 41.2 (19.5 commune) @Vert-Bois", "Taux de pauvreté 38 (19.5 commune) @Grand Pré", "Taux de chômage 21.4 (12.1 commune) @Vert-Bois", "Taux de chômage 18 (12.1 commune) @Grand Pré"],
        Read("Indicateur | Vert-Bois (QPV) | Grand Pré | Commune\nTaux de pauvreté | 41,2 % | 38 % | 19,5 %\nTaux de chômage | 21,4 % | 18 % | 12,1 %"));

    [Fact]
    public void A_column_that_tells_a_change_is_none() => Assert.DoesNotContain("Taux de pauvreté 2", string.Join('\n',
        Read("Indicateur | Vert-Bois (QPV) | Évolution | Commune\nTaux de pauvreté | 41,2 % | 2 % | 19,5 %\nTaux de chômage | 21,4 % | 1 % | 12,1 %")), StringComparison.Ordinal);

    [Fact]
    public void Each_row_may_name_the_area_that_it_is_compared_to() => Assert.Equal(
        ["Taux de pauvreté 41.2 (19.5 commune)", "Taux de chômage 21.4 (12.1 agglomération)"],
        Read("Indicateur | Quartier | Comparaison | Territoire de comparaison\nTaux de pauvreté | 41,2 % | 19,5 % | Commune\nTaux de chômage | 21,4 % | 12,1 % | Agglomération"));

    [Fact]
    public void A_sentence_that_names_a_neighbourhood_gives_its_figures() => Assert.Equal(
        ["taux de pauvreté 41.2 @Vert-Bois", "taux de chômage 18 @Grand Pré"],
        Read(Two + "Au Vert-Bois, le taux de pauvreté est de 41,2 %. Au Grand Pré, le taux de chômage est de 18 %."));

    [Fact]
    public void The_next_sentence_goes_on_about_the_same_place() => Assert.Equal(
        ["taux de pauvreté 41.2 @Vert-Bois", "taux de chômage 21.4 @Vert-Bois"],
        Read(Two + "Au Vert-Bois, le taux de pauvreté est de 41,2 %. Le taux de chômage y est de 21,4 %."));

    [Fact]
    public void A_sentence_that_names_several_gives_none_its_figures() => Assert.Equal(
        ["taux de pauvreté 41.2"],
        Read(Two + "Au Vert-Bois comme au Grand Pré, le taux de pauvreté est de 41,2 %."));

    private static IEnumerable<string> Read(string text) => Drafts.Of(Lead + "Portrait statistique\n\n" + text + "\n" + AnyStrategy).Convention.Indicators.Select(Told);

    private static string Told(DraftIndicator indicator) => string.Join(' ', new[]
    {
        indicator.Called ?? indicator.Name.Text.Replace('\n', ' '),
        Number(indicator.Value),
        indicator.Reference is null ? null : $"({Number(indicator.Reference)} {indicator.ReferenceArea})",
        indicator.Quartier is null ? null : "@" + indicator.Quartier,
    }.Where(part => part is not null));

    private static string? Number(decimal? value) => value?.ToString("0.##", CultureInfo.InvariantCulture);

    private const string Places = "Deux quartiers prioritaires : Croix Rouge (QN02204M) et Certé (QN02206I).\n\n";

    [Theory]
    [InlineData("Le taux de pauvreté s'établit à 44,3 % à Croix Rouge et à 37,5 % à Certé, contre 13,8 % dans l'agglomération.", "taux de pauvreté 44.3 (13.8 agglomération) @Croix Rouge", "taux de pauvreté 37.5 (13.8 agglomération) @Certé")]
    [InlineData("Le taux d'emploi des femmes atteint 31 % à Croix Rouge et 28 % à Certé.", "taux d'emploi des femmes 31 @Croix Rouge", "taux d'emploi des femmes 28 @Certé")]
    [InlineData("À Certé, le taux de pauvreté atteint 51 % (19 % dans l'agglomération) et la part des familles monoparentales 33,8 % (12,9 % dans l'agglomération).", "taux de pauvreté 51 (19 agglomération) @Certé", "part des familles monoparentales 33.8 (12.9 agglomération) @Certé")]
    [InlineData("À Certé, le taux de pauvreté est de 39,4 % (commune : 11,8 %).", "taux de pauvreté 39.4 (11.8 commune) @Certé")]
    [InlineData("Le revenu médian des 1 480 habitants de Certé s'établit à 9 600 €, quand celui de l'agglomération atteint 18 350 €.", "revenu médian 9600 (18350 agglomération) @Certé")]
    [InlineData("Certé compte 1 090 habitants.", "Population 1090 @Certé")]
    public void Each_place_of_a_sentence_has_its_figure(string sentence, params string[] told) => Assert.Equal(told, Read(Places + sentence));
}
