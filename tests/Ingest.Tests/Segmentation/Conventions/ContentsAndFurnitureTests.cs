using Ingest.Model.Pages;
using Ingest.Segmentation;
using Xunit;
using static Ingest.Tests.Segmentation.Conventions.ConventionSketches;

namespace Ingest.Tests.Segmentation.Conventions;

/// <summary>What repeats the labels of a strategy, or stands between them, is none of it.</summary>
public sealed class ContentsAndFurnitureTests
{
    private const string Body = """

        Préambule

        Le quartier attend depuis longtemps que les immeubles changent.

        Enjeu 1 : Se loger mieux

        Objectif 1 : Rénover les immeubles

        • Poser un isolant sur trois immeubles

        {0}

        Enjeu 2 : Sortir de chez soi

        Objectif 2 : Ouvrir les équipements

        • Ouvrir la bibliothèque le dimanche

        {1}

        Enjeu 3 : Se soigner

        Objectif 3 : Faire venir des médecins

        • Louer un cabinet au centre

        {2}
        """;

    private const string Expected = """
        Enjeu 1 = Se loger mieux
          (none)
            Objectif 1 = Rénover les immeubles
              - Poser un isolant sur trois immeubles
        Enjeu 2 = Sortir de chez soi
          (none)
            Objectif 2 = Ouvrir les équipements
              - Ouvrir la bibliothèque le dimanche
        Enjeu 3 = Se soigner
          (none)
            Objectif 3 = Faire venir des médecins
              - Louer un cabinet au centre
        """;

    [Theory]
    [InlineData("Sommaire\n\nPréambule ........ 2\nEnjeu 1 : Se loger mieux ........ 3\nEnjeu 2 : Sortir de chez soi ........ 4\nEnjeu 3 : Se soigner ........ 5\n")]
    [InlineData("Table des matières\n\nPréambule 2\nEnjeu 1 : Se loger mieux 3\nEnjeu 2 : Sortir de chez soi\nEnjeu 3 : Se soigner 5\n")]
    [InlineData("SOMMAIRE\n\nPréambule\nEnjeu 1 : Se loger mieux\nEnjeu 2 : Sortir de chez soi\nEnjeu 3 : Se soigner\n")]
    [InlineData("Préambule ............ 2\nEnjeu 1 : Se loger mieux ............ 3\nEnjeu 2 : Sortir de chez soi ............ 4\nEnjeu 3 : Se soigner ............ 5\n")]
    [InlineData("Table des matières\n\nPréambule | 2\nEnjeu 1 : Se loger mieux | 3\nEnjeu 2 : Sortir de chez soi | 4\nEnjeu 3 : Se soigner | 5\n")]
    public void A_table_of_contents_gives_no_label(string contents) => Assert.Equal(Expected, Of(contents, "", "", "").Outline());

    [Theory]
    [InlineData("12", "13", "14")]
    [InlineData("Page 12", "Page 13", "Page 14")]
    [InlineData("- 12 -", "- 13 -", "- 14 -")]
    [InlineData("Convention d'application – page 3", "Convention d'application – page 4", "Convention d'application – page 5")]
    [InlineData("Enjeux et objectifs 2024-2030 | 3", "Enjeux et objectifs 2024-2030 | 4", "Enjeux et objectifs 2024-2030 | 5")]
    public void What_pages_repeat_is_neither_label_nor_item(string first, string second, string third) =>
        Assert.Equal(Expected, Of("", first, second, third).Outline());

    [Fact]
    public void Headers_footers_and_notes_of_an_office_format_are_none_of_the_strategy() => Assert.Equal(
        """
        Enjeu 1 = Se loger mieux
          (none)
            Objectif 1 = Rénover les immeubles
              - Poser un isolant sur trois immeubles
              - Remplacer les fenêtres
        """,
        Native(
            Heading(1, "Objectifs poursuivis sur le quartier"),
            Heading(2, "Enjeu 1 : Se loger mieux"),
            Heading(3, "Objectif 1 : Rénover les immeubles"),
            Item("Poser un isolant sur trois immeubles"),
            Text("Enjeu 8 : Convention d'application", FlowRole.Header),
            Text("Objectif 9 : Page 3", FlowRole.Footer),
            Text("Objectif 7 : les crédits sont ceux du droit commun", FlowRole.Note),
            Item("Remplacer les fenêtres")).Outline());

    [Fact]
    public void A_list_of_the_axes_before_they_are_told_doubles_none() => Assert.Equal(
        ["Axe 1 = Se loger mieux", "Axe 2 = Sortir de chez soi"],
        Drafts.Of(Strategy + """
            La commune a retenu deux axes :

            Axe 1 : Se loger mieux
            Axe 2 : Sortir de chez soi

            Axe 1 : Se loger mieux

            Objectif 1 : Rénover les immeubles

            • Poser un isolant sur trois immeubles

            Axe 2 : Sortir de chez soi

            Objectif 2 : Ouvrir les équipements

            • Ouvrir la bibliothèque le dimanche
            """).Enjeux());

    [Fact]
    public void The_part_behind_the_strategy_ends_it() => Assert.Equal(
        ["Poser un isolant sur trois immeubles"],
        Drafts.Of(Lead + AnyStrategy + """

            Pilotage et animation

            Le comité se réunit deux fois par an :

            - en mars
            - en novembre
            """).Items());

    private static DraftDocument Of(string contents, string first, string second, string third) =>
        Drafts.Of(Lead + contents + Body.Replace("{0}", first, StringComparison.Ordinal).Replace("{1}", second, StringComparison.Ordinal).Replace("{2}", third, StringComparison.Ordinal));
}
