using System.Globalization;
using Ingest.Segmentation.Conventions;
using Xunit;
using static Ingest.Tests.Segmentation.Conventions.ConventionSketches;

namespace Ingest.Tests.Segmentation.Conventions;

/// <summary>Statistics, told as « name value unit (reference area) year perimeter @quartier ».</summary>
public sealed class IndicatorTests
{
    [Theory]
    [InlineData("Population : 5 200 habitants", "Population 5200 habitants")]
    [InlineData("Population : environ 5 200 habitants.", "Population 5200 habitants")]
    [InlineData("• Surface : 33,5 ha", "Surface 33.5 hectares")]
    [InlineData("Revenu médian : 12 340 €", "Revenu médian 12340 €")]
    [InlineData("Taux de chômage : 21,4 % (9,8 % dans l'agglomération)", "Taux de chômage 21.4 % (9.8 agglomération)")]
    [InlineData("Taux de chômage : 21,4 % (agglomération : 9,8 %)", "Taux de chômage 21.4 % (9.8 agglomération)")]
    [InlineData("Part des ménages sans voiture : 38 %, contre 22 % à Creil", "Part des ménages sans voiture 38 % (22 Creil)")]
    [InlineData("Indice de jeunesse : 1,8", "Indice de jeunesse 1.8")]
    public void A_line_of_a_list(string line, string told) => Assert.Equal([told], Read(line));

    [Theory]
    [InlineData("Le taux de pauvreté atteint 41,2 %, contre 15,8 % dans l'agglomération.", "taux de pauvreté 41.2 % (15.8 agglomération)")]
    [InlineData("La part des familles monoparentales est de 28 %.", "part des familles monoparentales 28 %")]
    [InlineData("Le revenu médian s'élève à 11 800 €, soit deux fois celui de l'agglomération (23 600 €).", "revenu médian 11800 € (23600 agglomération)")]
    [InlineData("Le revenu médian est de 11 900 €, soit deux fois moins que celui de l'agglomération (23 100 €).", "revenu médian 11900 € (23100 agglomération)")]
    [InlineData("Parmi les 15-24 ans, la part des jeunes sans emploi est de 27 % (contre 14 % dans la commune).", "part des jeunes sans emploi 27 % (14 commune)")]
    [InlineData("Le quartier compte 1 940 logements, dont la plupart sont anciens.", "Logements 1940 logements")]
    [InlineData("Le quartier abrite 5 200 habitants.", "Population 5200 habitants")]
    public void A_sentence(string sentence, string told) => Assert.Equal([told], Read(sentence));

    [Fact]
    public void Sentences_of_one_paragraph_give_a_figure_each() => Assert.Equal(
        ["taux de pauvreté 41.2 %", "taux de chômage 21.4 %"],
        Read("Le taux de pauvreté atteint 41,2 %. Le taux de chômage s'établit à 21,4 %."));

    [Theory]
    [InlineData("Le quartier est prioritaire depuis 2015.")]
    [InlineData("La médiathèque a ouvert en 2012.")]
    [InlineData("Année : 2021")]
    [InlineData("La dernière enquête est de 2019.")]
    [InlineData("Les 15-64 ans cherchent du travail.")]
    [InlineData("Les élèves de CM2 visitent le collège.")]
    public void Years_ages_and_names_are_no_figures(string text) => Assert.Empty(Read(text));

    [Theory]
    [InlineData("Taux de pauvreté en 2019 : 41,2 %", "Taux de pauvreté 41.2 % 2019")]
    [InlineData("Taux de pauvreté (2019) : 41,2 %", "Taux de pauvreté 41.2 % 2019")]
    [InlineData("Le taux de pauvreté atteint 41,2 % en 2019.", "taux de pauvreté 41.2 % 2019")]
    public void The_year_of_a_figure_is_no_part_of_its_name(string text, string told) => Assert.Equal([told], Read(text));

    [Fact]
    public void A_note_gives_year_and_perimeter_to_all_figures_that_say_none() => Assert.Equal(
        ["Population 5200 habitants 2022 ancien périmètre", "Taux de pauvreté 41.2 % 2019 ancien périmètre"],
        Read("(Source : Insee 2022, sur l'ancien périmètre)\n\nPopulation : 5 200 habitants\nTaux de pauvreté en 2019 : 41,2 %"));

    [Fact]
    public void A_note_speaks_for_its_own_part_only() => Assert.Equal(
        ["Population 5200 habitants 2022", "Population de la commune 9100 habitants"],
        Told(Drafts.Of(Lead + """
            Portrait du quartier

            Source : Insee 2022

            Population : 5 200 habitants

            Contexte

            Une ville moyenne au bord de l'eau.

            Population de la commune : 9 100 habitants
            """ + AnyStrategy).Convention.Indicators));

    [Fact]
    public void A_name_that_wraps_is_whole() => Assert.Equal(
        ["Part des enfants scolarisés dans une école du réseau d'éducation prioritaire 71 %"],
        Read("Part des enfants scolarisés dans une école\n\ndu réseau d'éducation prioritaire : 71 %"));

    [Fact]
    public void A_column_beside_the_neighbourhood_is_the_reference() => Assert.Equal(
        ["Population 5200 habitants (31400 commune)", "Taux de pauvreté 41.2 % (19.5 commune)", "Part des ménages sans voiture 38 % (22 commune)"],
        Read("""
            Indicateur | Quartier | Commune
            Population | 5 200 | 31 400
            Taux de pauvreté (en %) | 41,2 | 19,5
            Part des ménages sans voiture | 38 % | 22 %
            """));

    [Fact]
    public void Of_several_references_the_nearest_column_counts() => Assert.Equal(
        ["Taux de pauvreté 41.2 % (19.5 commune)", "Taux de chômage 21.4 % (12.1 commune)"],
        Read("Indicateur | Quartier | Commune | Agglomération\nTaux de pauvreté | 41,2 % | 19,5 % | 15,8 %\nTaux de chômage | 21,4 % | 12,1 % | 9,8 %"));

    [Fact]
    public void A_table_of_several_neighbourhoods_gives_each_its_own() => Assert.Equal(
        [
            "Population 5200 habitants (98000 agglomération) 2021 @Les Tilleuls", "Population 2100 habitants (98000 agglomération) 2021 @Bois Joli",
            "Taux de pauvreté 41.2 % (15.8 agglomération) 2021 @Les Tilleuls", "Taux de pauvreté 36.7 % (15.8 agglomération) 2021 @Bois Joli",
        ],
        Read("(données 2021)\n\nIndicateur | QPV Les Tilleuls | QPV Bois Joli | Agglomération\nPopulation | 5 200 | 2 100 | 98 000\nTaux de pauvreté | 41,2 % | 36,7 % | 15,8 %"));

    [Theory]
    [InlineData("Quartier")]
    [InlineData("")]
    public void A_table_with_a_row_for_each_neighbourhood_is_turned(string corner) => Assert.Equal(
        [
            "Taux de pauvreté 41.2 % (15.8 communauté urbaine) 2021 @Les Tilleuls", "Taux de pauvreté 36.7 % (15.8 communauté urbaine) 2021 @Bois Joli",
            "Part des jeunes 38 % (29 communauté urbaine) 2021 @Les Tilleuls", "Part des jeunes 35 % (29 communauté urbaine) 2021 @Bois Joli",
        ],
        Read($"(données 2021)\n\n{corner} | Taux de pauvreté (%) | Part des jeunes (%)\nQPV Les Tilleuls | 41,2 | 38\nQPV Bois Joli | 36,7 | 35\nCommunauté urbaine | 15,8 | 29"));

    [Fact]
    public void Parts_of_several_neighbourhoods_give_each_its_own() => Assert.Equal(
        ["Population 5200 habitants @Les Tilleuls", "Population 2100 habitants @Bois Joli"],
        Told(Native(
            Heading(1, "Portrait statistique"),
            Heading(2, "Quartier prioritaire Les Tilleuls (QN06001M)"),
            Text("Population : 5 200 habitants"),
            Heading(2, "Quartier prioritaire Bois Joli (QN06002M)"),
            Text("Population : 2 100 habitants"),
            Heading(1, "Objectifs poursuivis sur le quartier"),
            Heading(2, "Enjeu 1 : Se loger mieux"),
            Heading(3, "Objectif 1 : Rénover les immeubles"),
            Item("Poser un isolant sur trois immeubles")).Convention.Indicators));

    [Fact]
    public void A_figure_in_what_will_be_done_is_no_statistic() => Assert.Empty(Told(
        Drafts.Of(Strategy + "Enjeu 1 : Se loger mieux\n\nObjectif 1 : Rénover\n\n• Isoler 240 logements\n• Baisser le taux de vacance : 8 %").Convention.Indicators));

    [Fact]
    public void An_empty_cell_gives_no_figure() => Assert.Equal(
        ["Taux de chômage 21.4 % (12.1 commune)"],
        Read("Indicateur | Quartier | Commune\nTaux de pauvreté | n. c. | 19,5 %\nTaux de chômage | 21,4 % | 12,1 %"));

    private static IEnumerable<string> Read(string text) => Told(Drafts.Of(Lead + "Portrait statistique\n\n" + text + "\n" + AnyStrategy).Convention.Indicators);

    private static IEnumerable<string> Told(IEnumerable<DraftIndicator> indicators) => indicators.Select(indicator => string.Join(' ', new[]
    {
        indicator.Called ?? indicator.Name.Text.Replace('\n', ' '),
        Number(indicator.Value),
        indicator.Unit,
        indicator.Reference is null ? null : $"({Number(indicator.Reference)} {indicator.ReferenceArea})",
        indicator.Year?.ToString(CultureInfo.InvariantCulture),
        indicator.Perimeter,
        indicator.Quartier is null ? null : "@" + indicator.Quartier,
    }.Where(part => part is not null)));

    private static string? Number(decimal? value) => value?.ToString("0.##", CultureInfo.InvariantCulture);

    [Fact]
    public void Clauses_of_a_sentence_share_its_year() => Assert.Equal(
        ["Population 10380 habitants 1999", "taux de chômage 25.7 % (16.9 commune) 1999", "part des jeunes de moins de 25 ans 47.1 % (35.2 commune) 1999"],
        Read("Au recensement de 1999, le quartier comptait 10 380 habitants ; le taux de chômage y était de 25,7 % (16,9 % pour la commune) et la part des jeunes de moins de 25 ans s'y élevait à 47,1 % (35,2 % pour la commune)."));

    [Fact]
    public void The_same_year_is_that_of_the_sentence_before() => Assert.Equal(
        ["revenu médian 10320 € (17560 commune) 2011", "taux de chômage 28.4 % 2011"],
        Read("En 2011, le revenu médian s'y établit à 10 320 €, contre 17 560 € dans l'ensemble de la commune. Le taux de chômage atteint la même année 28,4 %."));

    [Fact]
    public void Of_several_years_in_a_table_the_last_is_told() => Assert.Equal(
        ["Taux de pauvreté 44.6 % 2019", "Part des allocataires du RSA 25.1 % 2019"],
        Read("Indicateur | 2015 | 2019\nTaux de pauvreté | 45,2 % | 44,6 %\nPart des allocataires du RSA | 27,8 % | 25,1 %"));

    [Fact]
    public void The_year_may_have_a_column_of_its_own() => Assert.Equal(
        ["Taux de pauvreté 49.8 % (26.3 commune) 2021", "Taux d'emploi 34.2 % (53.1 commune) 2020"],
        Read("Indicateur | Année | QPV | Commune | Agglomération\nTaux de pauvreté | 2021 | 49,8 % | 26,3 % | 20,4 %\nTaux d'emploi | 2020 | 34,2 % | 53,1 % | 56,9 %"));

    [Fact]
    public void The_year_of_a_note_follows_the_word_for_its_source() => Assert.Equal(
        ["Taux de pauvreté 41.2 % 2020"],
        Read("Taux de pauvreté : 41,2 %\n\nDécret du 28 décembre 2023. Données : Insee, 2020."));

    [Fact]
    public void Columns_beside_the_names_that_hold_no_figures_do_not_count() => Assert.Equal(
        ["Population 7830 habitants 2020 @Ville Ouest", "Population 1245 habitants 2020 @Petit Caporal"],
        Told(Drafts.Of(Lead + "La géographie prioritaire retient deux quartiers.\n\nQuartier | Code | Commune | Population (2020)\nVille Ouest | QN04411M | Rezé | 7 830\nPetit Caporal | QN04412N | Rezé | 1 245\n" + AnyStrategy)
            .Convention.Indicators));

    [Fact]
    public void Names_stand_below_a_header_that_spans_them() => Assert.Equal(
        ["Part des locataires 91.5 % (38.6 commune) @Champagne", "Part des locataires 87.2 % (38.6 commune) @Moulin Roux"],
        Told(Native(
            Heading(1, "Portrait des quartiers"), Text("Deux quartiers prioritaires : Champagne (QP002011) et Moulin Roux (QP002013)."),
            new Ingest.Tables.TableContent(Drafts.Grid(
                [new("Indicateur", Rows: 2), new("Quartiers prioritaires", Columns: 2), new("Commune", Rows: 2)],
                ["Champagne", "Moulin Roux"],
                ["Part des locataires", "91,5 %", "87,2 %", "38,6 %"])),
            Heading(1, "Objectifs poursuivis"), Heading(2, "Axe 1 : Se loger"), Item("Rénover")).Convention.Indicators));

    [Fact]
    public void The_corner_of_a_table_may_give_the_year() => Assert.Equal(
        ["Taux de chômage 19.8 % (9.6 commune) 1999"],
        Read("Indicateur (Insee, 1999) | Quartier | Commune\nTaux de chômage | 19,8 % | 9,6 %"));
}
