using Ingest.Model.Documents;
using Ingest.Tests.Running;
using Ingest.Tests.Vocabulary;
using Xunit;

namespace Ingest.Tests.Segmentation;

/// <summary>Columns of decisions, renewals, instalments and earlier years.</summary>
public sealed class DecisionColumnTests
{
    [Fact]
    public void Decisions_and_renewals_are_read_and_unknown_words_are_told()
    {
        var document = Processing.Of("""
            Action | Porteur | N/R | Coût total | Ville | Avis du comité
            Vélos | CCAS | N | 1 000 € | 1 000 € | Favorable
            Café | Ville | R | 2 000 € | 2 000 € | Défavorable
            Marche | Ville | R | 500 € | 500 € | Ajourné – dossier incomplet
            Yoga | Ville | R | 300 € | 300 € | Zinzolin
            """);

        Assert.Equal([Decision.Accepted, Decision.Refused, Decision.Deferred, null], document.Actions.Select(action => action.Decision));
        Assert.Equal([false, true, true, true], document.Actions.Select(action => action.Renewal));
        Assert.Contains(document.Unassigned, left => left is { Text: "Zinzolin", Reason: "not-read" });
    }

    [Fact]
    public void A_total_that_leaves_refused_actions_out_is_explained()
    {
        var document = Processing.Of("""
            Action | Porteur | Coût total | Ville | Décision
            Vélos | CCAS | 1 000 € | 1 000 € | Retenu
            Café | Ville | 2 000 € | 2 000 € | Refusé
            Marche | Ville | 500 € | 500 € | Reporté
            Total général | | 1 500 € | 1 500 € |
            """);

        Assert.All(document.Totals, total => Assert.True(total.Reconciled));
        Assert.Equal(["/totals/0", "/totals/1"], document.Pointers("budget.total-without-refused"));
    }

    [Fact]
    public void Instalments_that_the_cost_counts_are_one_entry()
    {
        var draft = Drafts.Of("""
            Action | Porteur | Coût total | Ville | ANCT 1re tranche | ANCT 2e tranche
            Jardin | CCAS | 10 000 € | 4 000 € | 3 000 € | 3 000 €
            Ciné | Ville | 5 000 € | 2 000 € | 1 000 € | 2 000 €
            """);

        Assert.Equal(["Jardin 10000: Ville 4000, ANCT 6000", "Ciné 5000: Ville 2000, ANCT 3000"], draft.Plans());
    }

    [Theory]
    [InlineData("non retenu", Decision.Refused)]
    [InlineData("Avis favorable sous réserve", Decision.Accepted)]
    [InlineData("En attente de pièces", Decision.Deferred)]
    [InlineData("favorable puis refusé", null)]
    public void A_decision_is_what_its_words_say(string text, Decision? decision) => Assert.Equal(decision, ProductVocabularies.Headers.DecisionOf(text));

    [Theory]
    [InlineData("X", "Reconduction", true)]
    [InlineData("X", "Nouvelle", false)]
    [InlineData("non", "Nouvelle action", true)]
    [InlineData("X", "Quartier", null)]
    public void A_tick_answers_what_its_header_asks(string text, string header, bool? renewal) => Assert.Equal(renewal, ProductVocabularies.Headers.RenewalOf(text, header));

    [Fact]
    public void A_heading_over_a_table_may_say_what_was_decided_on_its_rows()
    {
        var document = Processing.Of("""
            Programmation 2025 du contrat de ville

            Emploi

            Action | Porteur | Coût total | Ville | CAF
            Vélos | CCAS | 1 000 € | 600 € | 400 €
            Marche | Ville | 500 € | 500 € | 0 €
            Total | | 1 500 € | 1 100 € | 400 €

            Actions non retenues

            Action | Porteur | Coût total | Aide demandée à l'État
            Café | Ville | 2 000 € | 900 €
            """);

        Assert.Equal([("Emploi", null), ("Emploi", null), (null, Decision.Refused)], document.Actions.Select(action => (action.Theme, action.Decision)));
        Assert.Empty(document.Pointers("budget.action-sum"));
        Assert.All(document.Totals, total => Assert.True(total.Reconciled));
    }

    [Theory]
    [InlineData("Lutte contre le refus scolaire")]
    [InlineData("Projets retenus pour l'emploi")]
    public void A_heading_that_names_a_theme_beside_says_none(string heading) => Assert.Equal(heading, Processing.Of($"""
        Programmation 2025 du contrat de ville

        {heading}

        Action | Porteur | Coût total | Ville | CAF
        Vélos | CCAS | 1 000 € | 600 € | 400 €
        Marche | Ville | 500 € | 500 € | 0 €

        Santé

        Action | Porteur | Coût total | Ville | CAF
        Café | Ville | 2 000 € | 900 € | 1 100 €
        """).Actions[0].Theme);

    [Theory]
    [InlineData("2. Actions ajournées", Decision.Deferred)]
    [InlineData("Dossiers refusés par le comité", Decision.Refused)]
    public void Its_number_and_who_decided_are_none_of_a_theme(string heading, Decision decision)
    {
        var document = Processing.Of($"""
            Programmation 2025 du contrat de ville

            Le comité retient les actions suivantes.

            Action | Porteur | Coût total | Ville | CAF
            Vélos | CCAS | 1 000 € | 600 € | 400 €

            {heading}

            Action | Porteur | Coût total | Aide demandée à l'État
            Café | Ville | 2 000 € | 900 €
            """);

        Assert.Equal([(null, null), (null, decision)], document.Actions.Select(action => (action.Theme, action.Decision)));
    }
}
