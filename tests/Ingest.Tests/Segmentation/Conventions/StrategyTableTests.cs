using Ingest.Tables;
using Ingest.Tests.Running;
using Xunit;
using static Ingest.Tests.Segmentation.Conventions.ConventionSketches;

namespace Ingest.Tests.Segmentation.Conventions;

/// <summary>Strategies in tables whose first columns are merged labels.</summary>
public sealed class StrategyTableTests
{
    private const string Header = "Orientations | Objectifs | Objectifs opérationnels pour le quartier\n";

    private const string Expected = """
        Enjeu 1 = Se loger mieux
          Rénover les immeubles
            Isoler les façades
              - Poser un isolant sur trois immeubles
              - Remplacer les fenêtres du côté nord
            Entretenir les halls
              - Repeindre les halls chaque printemps
          Apaiser le voisinage
            Prévenir les conflits
              - Former dix médiateurs parmi les locataires
        """;

    [Fact]
    public void Merged_cells_hold_the_labels_of_all_their_rows() => Assert.Equal(Expected, Native(
        Heading(1, "Objectifs poursuivis sur le quartier"),
        Heading(2, "Enjeu 1 : Se loger mieux"),
        new TableContent(Drafts.Grid(
            1,
            ["Orientations", "Objectifs", "Objectifs opérationnels"],
            [new("Rénover les immeubles", Rows: 2), "Isoler les façades", "Poser un isolant sur trois immeubles\nRemplacer les fenêtres du côté nord"],
            ["Entretenir les halls", "Repeindre les halls chaque printemps"],
            ["Apaiser le voisinage", "Prévenir les conflits", "Former dix médiateurs parmi les locataires"]))).Outline());

    [Fact]
    public void In_lines_empty_cells_carry_the_labels_down() => Assert.Equal(Expected, Drafts.Of(Strategy + """
        Enjeu 1 : Se loger mieux | |
        Orientations | Objectifs | Objectifs opérationnels pour le quartier
        Rénover les immeubles | Isoler les façades | • Poser un isolant sur trois immeubles • Remplacer les fenêtres du côté nord
         | Entretenir les halls | • Repeindre les halls chaque printemps
        Apaiser le voisinage | Prévenir les conflits | • Former dix médiateurs parmi les locataires
        """).Outline());

    [Fact]
    public void A_band_over_the_whole_row_opens_an_enjeu() => Assert.Equal(
        """
        Axe 1 = Se loger mieux
          (none)
            Isoler les façades
              - Poser un isolant
            Entretenir les halls
              - Repeindre les halls
        Axe 2 = Sortir de chez soi
          (none)
            Allonger les horaires
              - Ouvrir le dimanche
        """,
        Native(Heading(1, "Objectifs poursuivis sur le quartier"), new TableContent(Drafts.Grid(
            1,
            ["Objectifs", "Actions"],
            [new("Axe 1 : Se loger mieux", Columns: 2)],
            ["Isoler les façades", "Poser un isolant"],
            ["Entretenir les halls", "Repeindre les halls"],
            [new("Axe 2 : Sortir de chez soi", Columns: 2)],
            ["Allonger les horaires", "Ouvrir le dimanche"]))).Outline());

    [Fact]
    public void Four_levels_may_stand_in_four_columns_with_their_codes() => Assert.Equal(
        """
        1 = Se loger mieux
          1.1 = Rénover les immeubles
            1.1.1 = Isoler les façades
              - Poser un isolant sur trois immeubles
            1.1.2 = Entretenir les halls
              - Repeindre les halls chaque printemps
          1.2 = Apaiser le voisinage
            1.2.1 = Prévenir les conflits
              - Former dix médiateurs parmi les locataires
        2 = Sortir de chez soi
          2.1 = Ouvrir les équipements
            2.1.1 = Allonger les horaires
              - Ouvrir la bibliothèque le dimanche matin
        """,
        Drafts.Of(Strategy + """
            Enjeux | Orientations | Objectifs | Actions
            1. Se loger mieux | 1.1 Rénover les immeubles | 1.1.1 Isoler les façades | Poser un isolant sur trois immeubles
             | | 1.1.2 Entretenir les halls | Repeindre les halls chaque printemps
             | 1.2 Apaiser le voisinage | 1.2.1 Prévenir les conflits | Former dix médiateurs parmi les locataires
            2. Sortir de chez soi | 2.1 Ouvrir les équipements | 2.1.1 Allonger les horaires | Ouvrir la bibliothèque le dimanche matin
            """).Outline());

    [Fact]
    public void A_sheet_names_each_level_in_its_first_column() => Assert.Equal(
        """
        1 = Se loger mieux
          1.1 = Rénover les immeubles
            1.1.1 = Isoler les façades
              - Poser un isolant sur trois immeubles
              - Remplacer les fenêtres du côté nord
        """,
        Native(Heading(1, "Objectifs poursuivis sur le quartier"), new TableContent(Drafts.Grid(
            ["Enjeu", "1. Se loger mieux"],
            ["Orientation", "1.1 Rénover les immeubles"],
            ["Objectif", "1.1.1 Isoler les façades"],
            ["Objectifs opérationnels", "Poser un isolant sur trois immeubles\nRemplacer les fenêtres du côté nord"]))).Outline());

    [Fact]
    public void Columns_that_are_no_level_are_kept_apart()
    {
        var draft = Drafts.Of(Strategy + """
            Enjeux | Objectifs | Objectifs opérationnels | Partenaires | Échéance
            Se loger mieux | Isoler les façades | Poser un isolant sur trois immeubles de la rue Haute | Bailleur | 2026
            Vivre ensemble | Prévenir les conflits | Former dix médiateurs parmi les locataires | Centre social | 2027
            """);

        Assert.Equal(["Poser un isolant sur trois immeubles de la rue Haute", "Former dix médiateurs parmi les locataires"], draft.Items());
        Assert.Equal(["Bailleur (no-field)", "2026 (no-field)", "Centre social (no-field)", "2027 (no-field)"], draft.Left());
    }

    [Fact]
    public void A_column_of_neighbourhoods_goes_with_what_will_be_done_there()
    {
        var draft = Drafts.Of(Strategy + """
            Enjeux | Objectifs | Objectifs opérationnels | Quartiers
            Se loger mieux | Isoler les façades | Poser un isolant sur trois immeubles de la rue Haute | Les Tilleuls
            Vivre ensemble | Prévenir les conflits | Former dix médiateurs parmi les locataires | Bois Joli
            """);

        Assert.Equal(["Les Tilleuls", "Bois Joli"], draft.Convention.Enjeux.Select(enjeu => enjeu.Orientations[0].Objectives[0].Items[0].Quartiers!.Text));
    }

    [Fact]
    public void A_table_of_money_is_no_strategy()
    {
        var draft = Drafts.Of(Strategy + """
            Axe | Objectif | Action | Montant
            Se loger mieux | Isoler | Poser un isolant | 12 000 €
            Vivre ensemble | Apaiser | Former des médiateurs | 3 500 €
            """);

        Assert.Empty(draft.Items());
    }

    [Fact]
    public void An_objective_without_items_stays_without_and_the_next_ones_keep_theirs() => Assert.Equal(
        """
        Enjeu 1 = Se loger mieux
          Rénover les immeubles
            Isoler les façades
            Entretenir les halls
              - Repeindre les halls chaque printemps avec les enfants
            Changer les serrures
              - Remplacer deux cents serrures avant la fin de l'année
        """,
        Drafts.Of(Strategy + "Enjeu 1 : Se loger mieux | |\n" + Header + """
            Rénover les immeubles | Isoler les façades |
             | Entretenir les halls | • Repeindre les halls chaque printemps avec les enfants
             | Changer les serrures | • Remplacer deux cents serrures avant la fin de l'année
            """).Outline());

    [Fact]
    public void Sheets_of_objectives_are_a_strategy_and_no_actions()
    {
        var document = Processing.Of(Lead + "Les engagements de la Ville\n\nAXE 1 : BIEN GRANDIR\n\nAxe 1 – objectif 1 |\nIntitulé | Soutenir les enfants\nEngagements | • Recruter un coordonnateur ¶ • Ouvrir la bibliothèque le dimanche\nQuartiers concernés | Ozon\nPilote | Direction de l'éducation\n");

        Assert.Empty(document.Actions);
        Assert.Equal(["Recruter un coordonnateur", "Ouvrir la bibliothèque le dimanche"],
            document.Enjeux.SelectMany(enjeu => enjeu.Orientations).SelectMany(orientation => orientation.Objectives).SelectMany(objective => objective.OperationalObjectives).Select(item => item.Text));
    }

    [Fact]
    public void A_sheet_may_say_more_than_its_objective_and_go_on_behind_a_page_break()
    {
        var draft = Native(
            Heading(1, "Objectifs poursuivis"), Heading(2, "Ambition 1 – Grandir"),
            new TableContent(Drafts.Grid(
                [new("Orientation 1.A – Soutenir les parents", Columns: 2)], ["Constat", "Les parents sont loin."], ["Objectif", "Toucher les parents"], ["Actions", "Ouvrir une bébéthèque"], ["Partenaires", "CAF"])),
            new TableContent(Drafts.Grid(["Indicateurs", "Nombre de parents"])),
            new TableContent(Drafts.Grid([new("Orientation 1.B – Garder les élèves", Columns: 2)], ["Constat", "Des élèves partent."])),
            new TableContent(Drafts.Grid(["Objectif", "Répondre à chaque exclusion"], ["Actions", "Accueillir les exclus"], ["Partenaires", "Collège"])));

        Assert.Equal(
            """
            Ambition 1 = Grandir
              Orientation 1.A = Soutenir les parents
                Toucher les parents
                  - Ouvrir une bébéthèque
              Orientation 1.B = Garder les élèves
                Répondre à chaque exclusion
                  - Accueillir les exclus
            """.ReplaceLineEndings("\n"),
            draft.Outline());
        Assert.Contains("Nombre de parents (no-field)", draft.Left());
        Assert.Contains("Collège (no-field)", draft.Left());
    }
}
