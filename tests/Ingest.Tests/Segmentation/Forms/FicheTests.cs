using Ingest.Model.Documents;
using Ingest.Segmentation;
using Ingest.Tests.Running;
using Xunit;

namespace Ingest.Tests.Segmentation.Forms;

/// <summary>Action sheets laid out as labels with values.</summary>
public sealed class FicheTests
{
    private const string Head = "Programmation 2025 du contrat de ville\n\n";

    [Fact]
    public void A_table_of_labels_and_values_is_one_action()
    {
        var action = Assert.Single(Drafts.Of(Head + """
            Intitulé de l'action | Jardins partagés
            Porteur de projet | Association Graines
            Thématique | Santé
            Quartier | Les Buis
            Public visé | Familles
            Description de l'action | Des ateliers de jardinage.
            Coût total | 3 000 €
            Ville | 1 000 €
            État | 2 000 €
            """).Actions);

        Assert.Equal("Jardins partagés", action.Title.Text);
        Assert.Equal("Association Graines", action.Porteur.Text);
        Assert.Equal("Santé", action.Theme.Text);
        Assert.Equal("Les Buis", action.Quartiers.Text);
        Assert.Equal("Des ateliers de jardinage.", action.Description.Text);
        Assert.Equal(3000, action.Cost?.Amount.Amount);
        Assert.Equal(["Ville", "État"], action.Financings.Select(financing => financing.Label.Text));
    }

    [Fact]
    public void Labels_stand_beside_one_another_in_four_columns() => Assert.Equal(["Vélos 900: CAF 900 < Association Roues"], Told(Head + """
        Intitulé du projet | Vélos | Thématique | Mobilité
        Organisme | Association Roues | Public visé | Tous
        Calendrier | mai | Coût total | 900 €
        CAF | 900 €
        """));

    [Fact]
    public void Labels_stand_over_their_values() => Assert.Equal(["Vélos 900:  < Association Roues"], Told(Head + """
        Intitulé du projet | Porteur
        Vélos | Association Roues
        Public visé | Coût total
        Tous | 900 €
        """));

    [Fact]
    public void A_label_and_its_value_share_a_cell_or_a_paragraph() => Assert.Equal(["Vélos 900: Ville 500, CAF 400 < Association Roues"], Told(Head + """
        Intitulé de l'action : Vélos
        Porteur : Association Roues
        Public : tous
        Coût total : 900 € – Ville : 500 € – CAF : 400 €
        """));

    [Fact]
    public void Sheets_follow_one_another_and_a_heading_may_hold_the_title() => Assert.Equal(["Vélos 900: Ville 900 < Association Roues", "Café 800: Ville 800 < CCAS"], Told(Head + """
        Fiche action n° 1 – Vélos
        Porteur : Association Roues
        Public : tous
        Coût total : 900 €
        – Ville : 900 €

        Fiche action n° 2 – Café
        Porteur : CCAS
        Public : tous
        Coût total : 800 €
        – Ville : 800 €
        """));

    [Fact]
    public void Where_the_first_label_comes_again_another_sheet_begins() => Assert.Equal(["Vélos 900:  < Association Roues", "Café 800:  < CCAS"], Told(Head + """
        Porteur | Association Roues
        Intitulé de l'action | Vélos
        Public visé | Tous
        Coût total | 900 €
        Porteur | CCAS
        Intitulé de l'action | Café
        Public visé | Tous
        Coût total | 800 €
        """));

    [Fact]
    public void A_label_that_nobody_knows_ends_the_value_before_it_and_is_kept()
    {
        var draft = Drafts.Of(Head + """
            Intitulé de l'action : Vélos
            Porteur : Association Roues
            Description : Réparer ensemble.
            Coût total : 900 €
            Freins repérés : horaires
            """);

        Assert.Equal("Réparer ensemble.", Assert.Single(draft.Actions).Description.Text);
        Assert.Contains("horaires (no-field)", draft.Left());
    }

    [Fact]
    public void Whoever_is_named_with_an_amount_below_a_cost_pays_it() => Assert.Equal(["Vélos 900: Creusalis 900 < CCAS"], Told(Head + """
        Intitulé de l'action : Vélos
        Porteur : CCAS
        Public : tous
        Coût total : 900 €
        – Creusalis : 900 €
        """));

    [Fact]
    public void Names_and_numbers_of_persons_are_no_part_of_the_porteur()
    {
        var draft = Drafts.Of(Head + """
            Intitulé de l'action | Vélos
            Porteur | Association Roues – Tél. : 05 00 00 00 00 – a@b.example
            Contact | Camille Aubry
            Public visé | Tous
            Coût total | 900 €
            """);

        Assert.Equal("Association Roues", Assert.Single(draft.Actions).Porteur.Text);
        Assert.Contains("Camille Aubry (no-field)", draft.Left());
    }

    [Theory]
    [InlineData("Action nouvelle : [x] oui [ ] non", false)]
    [InlineData("Nature de la demande : ☐ première demande ☒ renouvellement", true)]
    [InlineData("Reconduction : Oui ☐ Non ☒", false)]
    [InlineData("Reconduction : oui", true)]
    [InlineData("☒ Nouvelle action ☐ Reconduction", false)]
    public void Ticked_boxes_tell_whether_an_action_goes_on(string line, bool renewal) => Assert.Equal(renewal, Sheet(line).Renewal?.Value);

    [Theory]
    [InlineData("Reconduction : ☐ oui ☐ non")]
    [InlineData("Reconduction : ☒ oui ☒ non")]
    [InlineData("Reconduction : à voir")]
    public void An_answer_that_says_nothing_is_none(string line) => Assert.Null(Sheet(line).Renewal);

    [Theory]
    [InlineData("Avis du comité : favorable", Decision.Accepted)]
    [InlineData("Décision : ☐ retenu ☒ refusé", Decision.Refused)]
    [InlineData("Décision du comité de pilotage : reporté", Decision.Deferred)]
    public void What_was_decided_is_read(string line, Decision decision) => Assert.Equal(decision, Sheet(line).Decision?.Value);

    [Fact]
    public void A_list_of_actions_is_no_form() => Assert.Equal(["Vélos 1000: Ville 600, CAF 400", "Café 500: Ville 500"], Drafts.Of(Head + """
        Intitulé de l'action | Porteur | Public visé | Coût total | Ville | CAF
        Vélos | CCAS | Tous | 1 000 € | 600 € | 400 €
        Café | Ville | Tous | 500 € | 500 € |
        """).Plans());

    [Fact]
    public void Labels_without_the_title_of_an_action_are_no_sheet() => Assert.Empty(Drafts.Of("""
        Convention communale 2024-2030

        Commune concernée | Laval
        Quartier | Les Fourches
        Public visé | Tous
        Pilote | Ville
        Calendrier | 2026
        """).Actions);

    [Fact]
    public void What_a_convention_promises_with_a_pilot_and_a_date_is_no_funded_action() => Assert.Empty(Drafts.Of("""
        Convention communale 2024-2030

        Action 1 : Ouvrir une maison des habitants
        Pilote : Ville
        Partenaires : bailleurs
        Échéance : 2026
        Public : tous
        """).Actions);

    [Fact]
    public void A_document_of_sheets_is_a_programmation_with_evidence_for_each_value()
    {
        var document = Processing.Of(Head + "Intitulé de l'action : Vélos\nPorteur : CCAS\nPublic : tous\nReconduction : oui\nCoût total : 900 €\n– Ville : 900 €");
        var action = Assert.Single(document.Actions);

        Assert.Equal(DocumentKind.Programmation, document.Kind);
        Assert.Equal("Vélos", action.FieldEvidence["title"].Text);
        Assert.Equal("oui", action.FieldEvidence["renewal"].Text);
        Assert.True(action.Renewal);
        Assert.Equal(2025, action.Year);
    }

    private static DraftAction Sheet(string line) => Assert.Single(Drafts.Of(Head + $"""
        Intitulé de l'action : Vélos
        Porteur : CCAS
        Public : tous
        {line}
        Coût total : 900 €
        """).Actions);

    private static IEnumerable<string> Told(string sketch)
    {
        var draft = Drafts.Of(sketch);
        return draft.Plans().Zip(draft.Actions, (plan, action) => $"{plan} < {action.Porteur.Text}");
    }

    [Theory]
    [InlineData("Soit pour les deux fiches un total de 1 500 €, dont 900 € de la Ville.")]
    [InlineData("Total des deux actions : 1 500 €, dont ANCT 600 € et Ville 900 €")]
    public void A_sum_behind_the_last_sheet_is_none_of_its_money(string sum)
    {
        var draft = Drafts.Of(Head + $"""
            Fiche n° 1
            Intitulé : Vélos
            Porteur : Association Roues
            Coût : 900 €
            Financement : Ville 500 €, ANCT 400 €

            Fiche n° 2
            Intitulé : Couture
            Porteur : Association Fil
            Coût : 600 €
            Financement : Ville 400 €, ANCT 200 €

            {sum}
            """);

        Assert.Equal([2, 2], draft.Actions.Select(action => action.Financings.Length));
        Assert.Equal([$"{sum} (outside-tables)"], draft.Left());
    }
}
