using Ingest.Segmentation;
using Xunit;
using static Ingest.Tests.Segmentation.Conventions.ConventionSketches;

namespace Ingest.Tests.Segmentation.Conventions;

/// <summary>What old text recognition does to the table of a strategy.</summary>
public sealed class DamagedTableTests
{
    private const string Header = "Enjeu 1 : Se loger mieux | |\nOrientations | Objectifs | Objectifs opérationnels pour le quartier\n";

    private const string First = "Rénover les immeubles | Isoler les façades | • Poser un isolant sur trois immeubles de la rue Haute\n";

    private const string Last = "Apaiser le voisinage | Prévenir les conflits | • Former dix médiateurs parmi les locataires\n";

    [Fact]
    public void A_label_that_was_cut_over_several_rows_is_whole_again()
    {
        var draft = Of("""
            Rénover les immeubles et les | Isoler les façades exposées | • Poser un isolant sur trois immeubles de la rue Haute
            parties communes, des caves | au vent du | • Remplacer les fenêtres des chambres
            aux greniers | nord | • Calfeutrer les portes
             | Entretenir les halls | • Repeindre les halls chaque printemps
            """);

        Assert.Equal(
            """
            Enjeu 1 = Se loger mieux
              Rénover les immeubles et les parties communes, des caves aux greniers
                Isoler les façades exposées au vent du nord
                  - Poser un isolant sur trois immeubles de la rue Haute
                  - Remplacer les fenêtres des chambres
                  - Calfeutrer les portes
                Entretenir les halls
                  - Repeindre les halls chaque printemps
            """,
            draft.Outline());
        Assert.Empty(draft.FindingCodes());
    }

    [Fact]
    public void A_row_that_lost_its_first_column_is_put_back_and_told()
    {
        var draft = Of(First
            + "Entretenir les halls | • Repeindre les halls chaque printemps avec les habitants des étages et le gardien de la résidence • Changer les boîtes aux lettres abîmées\n"
            + Last);

        Assert.Equal(
            """
            Enjeu 1 = Se loger mieux
              Rénover les immeubles
                Isoler les façades
                  - Poser un isolant sur trois immeubles de la rue Haute
                Entretenir les halls
                  - Repeindre les halls chaque printemps avec les habitants des étages et le gardien de la résidence
                  - Changer les boîtes aux lettres abîmées
              Apaiser le voisinage
                Prévenir les conflits
                  - Former dix médiateurs parmi les locataires
            """,
            draft.Outline());
        Assert.Equal(["structure.shifted-row"], draft.FindingCodes());
    }

    [Fact]
    public void Rows_in_their_columns_are_not_told() => Assert.Empty(Of(First + " | Entretenir les halls | • Repeindre les halls chaque printemps\n" + Last).FindingCodes());

    [Fact]
    public void Two_labels_glued_in_a_cell_come_apart_and_are_told()
    {
        var draft = Of(First
            + " | Entretenir les halls abîmés Embellir les jardins partagés | • Planter vingt arbres fruitiers avec les écoles du quartier\n"
            + Last);

        Assert.Equal(
            ["Isoler les façades", "Entretenir les halls abîmés", "Embellir les jardins partagés"],
            draft.Convention.Enjeux[0].Orientations[0].Objectives.Select(objective => objective.Label.Title.Text));
        Assert.Equal(["structure.inferred-place", "structure.inferred-place"], draft.FindingCodes());
    }

    [Fact]
    public void A_label_begun_on_the_row_of_the_one_before_takes_only_the_rows_below()
    {
        var draft = Of("""
            Rénover les immeubles et les | Isoler les façades | • Poser un isolant sur trois immeubles de la rue Haute
            parties communes très abîmées Apaiser le voisinage | Entretenir les halls | • Repeindre les halls chaque printemps avec les habitants
            et les soirées d'été | Prévenir les conflits | • Former dix médiateurs parmi les locataires
            """);

        Assert.Equal(
            """
            Enjeu 1 = Se loger mieux
              Rénover les immeubles et les parties communes très abîmées
                Isoler les façades
                  - Poser un isolant sur trois immeubles de la rue Haute
                Entretenir les halls
                  - Repeindre les halls chaque printemps avec les habitants
              Apaiser le voisinage et les soirées d'été
                Prévenir les conflits
                  - Former dix médiateurs parmi les locataires
            """,
            draft.Outline());
        Assert.Equal(["structure.inferred-place"], draft.FindingCodes());
    }

    [Fact]
    public void Words_of_the_cell_beside_that_bled_over_the_border_are_no_label()
    {
        var draft = Of(First + """
             | Entretenir les halls | • Repeindre les halls chaque printemps avec les habitants
            les conflits entre voisins Apaiser le | Prévenir les conflits entre voisins | • Former dix médiateurs parmi les locataires
            quartier | Veiller la nuit | • Poster deux veilleurs
            """);

        Assert.Equal(["Rénover les immeubles", "Apaiser le quartier"], draft.Convention.Enjeux[0].Orientations.Select(orientation => orientation.Label.Title.Text));
        Assert.Contains("structure.inferred-place", draft.FindingCodes());
    }

    [Theory]
    [InlineData("mrf qsd Trfw")]
    [InlineData("zx ll qv Bwkt")]
    public void Gibberish_in_a_column_of_labels_is_no_label(string noise)
    {
        var draft = Of(First + noise + " | Entretenir les halls | • Repeindre les halls chaque printemps\n" + Last);

        Assert.Equal(["Rénover les immeubles", "Apaiser le voisinage"], draft.Convention.Enjeux[0].Orientations.Select(orientation => orientation.Label.Title.Text));
        Assert.Equal([$"{noise} (gibberish)"], draft.Left());
        Assert.Equal(["text.gibberish"], draft.FindingCodes());
    }

    [Fact]
    public void Gibberish_in_the_column_of_items_goes_into_no_objective()
    {
        var draft = Of(First + " | Changer les serrures | xkr vlq ¬pfz wqn tszr vbx\n" + Last);

        Assert.Equal(["Poser un isolant sur trois immeubles de la rue Haute", "Former dix médiateurs parmi les locataires"], draft.Items());
        Assert.Equal(["xkr vlq ¬pfz wqn tszr vbx (gibberish)"], draft.Left());
        Assert.Equal(["text.gibberish"], draft.FindingCodes());
        Assert.Contains("Changer les serrures", draft.Outline(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_cell_sawn_in_two_halves_is_left_and_told()
    {
        var draft = Of(First
            + " | Entretenir les halls | • Repeindre les halls cha avec les habit et le gardien de la | que printemps ants des étages résidence\n"
            + " | Changer les serrures | • Remplacer deux cents serrures avant la fin de l'année |\n" + Last);

        Assert.DoesNotContain("Repeindre", draft.Outline(), StringComparison.Ordinal);
        Assert.Contains("    Entretenir les halls\n    Changer les serrures\n      - Remplacer deux cents serrures", draft.Outline(), StringComparison.Ordinal);
        var left = Assert.Single(draft.Unassigned);
        Assert.Equal(UnassignedReason.SawnCell, left.Reason);
        Assert.StartsWith("Repeindre les halls cha", left.Text.Text, StringComparison.Ordinal);
        Assert.EndsWith("étages résidence", left.Text.Text, StringComparison.Ordinal);
        Assert.Equal(["text.sawn-cell"], draft.FindingCodes());
    }

    [Fact]
    public void What_goes_on_behind_a_sawn_cell_is_told_as_cut()
    {
        var draft = Of(First
            + " | Entretenir les halls | • Repeindre les halls cha avec les habit et le gardien de la | que printemps ants des étages résidence\n"
            + " | | des étages qui se portent volontaires chaque année |\n" + Last);

        Assert.Contains("des étages qui se portent volontaires chaque année", draft.Items());
        Assert.Equal(["text.sawn-cell", "text.cut-text"], draft.FindingCodes());
    }

    [Fact]
    public void Columns_that_change_half_way_are_told()
    {
        var draft = Of(First + """
             | Entretenir les halls | • Repeindre les halls chaque printemps

            Apaiser le voisinage | Prévenir les conflits | • Former dix médiateurs parmi les locataires | Bailleur
             | Veiller la nuit | • Poster deux veilleurs de nuit | Commune
            """);

        Assert.Contains("structure.columns-changed", draft.FindingCodes());
        Assert.Contains("Rénover les immeubles\n    Isoler les façades\n      - Poser un isolant", draft.Outline(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_table_that_goes_on_behind_a_page_break_keeps_its_columns()
    {
        var draft = Of(First + """
             | Entretenir les halls | • Repeindre les halls chaque printemps dans le cadre d'un chantier qui réunit

             | | les habitants et les enfants des écoles
             | Veiller la nuit | • Poster deux veilleurs
            """);

        Assert.Equal(
            [
                "Poser un isolant sur trois immeubles de la rue Haute",
                "Repeindre les halls chaque printemps dans le cadre d'un chantier qui réunit les habitants et les enfants des écoles",
                "Poster deux veilleurs",
            ],
            draft.Items());
        Assert.Empty(draft.FindingCodes());
    }

    [Fact]
    public void Words_that_recognition_broke_are_mended() => Assert.Equal(
        ["Repeindre les halls chaque printemps avec les habitants"],
        Of("Rénover les immeubles | Entretenir les halls | • Repeindre les halls chaque prin temps avec les habi- tants\n").Items());

    private static DraftDocument Of(string rows) => Drafts.Of(Strategy + Header + rows);
}
