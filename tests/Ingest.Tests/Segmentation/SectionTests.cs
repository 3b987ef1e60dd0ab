using Ingest.Model.Documents;
using Ingest.Tests.Running;
using Xunit;

namespace Ingest.Tests.Segmentation;

/// <summary>What headings and sentences outside the tables tell of all their rows.</summary>
public sealed class SectionTests
{
    private const string Title = "Programmation 2025 du contrat de ville de Rodez\n\n";

    private const string Table = """
        Action | Porteur | Thème | Coût total | État | Ville
        Café | CCAS | Santé | 1 000 € | 600 € | 400 €
        Vélos | CCAS | Emploi | 500 € | 200 € | 300 €

        """;

    [Fact]
    public void A_neighbourhood_of_the_document_over_a_table_is_that_of_its_actions()
    {
        var document = Processing.Of(Title + "Deux quartiers prioritaires : Les Buis (QN01201M) et Bellevue (QN01202M).\n\nRodez – Bellevue\n\n" + Table);

        Assert.All(document.Actions, action => Assert.Equal(["Bellevue"], action.Quartiers));
        Assert.Equal(["Santé", "Emploi"], document.Actions.Select(action => action.Theme));
    }

    [Fact]
    public void What_was_decided_on_a_section_holds_below_prose_and_beside_themes()
    {
        var draft = Conventions.ConventionSketches.Native(
            Conventions.ConventionSketches.Heading(0, "Programmation 2025 du contrat de ville de Rodez"), Conventions.ConventionSketches.Heading(1, "Actions non retenues"),
            Conventions.ConventionSketches.Text("Deux demandes n'ont pas reçu d'avis favorable. Leurs porteurs en ont été informés."),
            new Ingest.Tables.TableContent(Drafts.Grid(["Action", "Porteur", "Thème", "Coût total", "Demandé à l'État"], ["Café", "CCAS", "Santé", "1 000 €", "600 €"], ["Vélos", "CCAS", "Emploi", "500 €", "200 €"])));

        Assert.All(draft.Actions, action => Assert.Equal(Decision.Refused, action.Decision?.Value));
        Assert.Equal(["Café 1000: État 600 Requested", "Vélos 500: État 200 Requested"], draft.Plans());
    }

    [Theory]
    [InlineData("Les crédits de l'État relèvent du BOP 147.", "p147")]
    [InlineData("Lecture : « État » désigne les crédits du programme 147, « FIPD » le fonds interministériel de prévention de la délinquance.", "p147")]
    [InlineData("Les montants de l'État proviennent du BOP 147.", "p147")]
    [InlineData("Ils relèvent du programme 147 et, pour deux actions, du FIPD.", null)]
    [InlineData("Les crédits de l'État relèvent du BOP 147 et, pour deux actions, du FIPD.", null)]
    [InlineData("L'État maintient les crédits du programme 147.", null)]
    public void A_purse_told_once_is_that_of_all_money_of_its_payer(string sentence, string? programme)
    {
        var document = Processing.Of(Title + sentence + "\n\n" + Table);

        Assert.All(document.Actions, action => Assert.Equal([programme, null], action.Financers.Select(financer => financer.Programme)));
    }

    [Theory]
    [InlineData("Les sommes indiquées sont celles que chaque financeur a accordées.", FundingStatus.Granted)]
    [InlineData("Les montants sont ceux que les financeurs ont arrêtés.", FundingStatus.Granted)]
    [InlineData("Les montants sont prévisionnels.", FundingStatus.Planned)]
    [InlineData("Les montants de la Région sont ceux accordés en mars.", FundingStatus.Planned)]
    [InlineData("Les subventions versées ont été réduites d'autant.", FundingStatus.Planned)]
    public void A_sentence_may_tell_how_far_all_money_has_come(string sentence, FundingStatus status)
    {
        var document = Processing.Of(Title + sentence + "\n\n" + Table);

        Assert.All(document.Actions.SelectMany(action => action.Financers), financer => Assert.Equal(status, financer.Status));
    }

    [Fact]
    public void A_heading_names_whose_money_nameless_columns_hold()
    {
        var document = Processing.Of(Title + """
            Subventions de la Ville de Rodez

            Porteur | Action | Budget | Subvention demandée | Décision
            CCAS | Café | 1 000 € | 500 € | 400 €
            Les Clés | Vélos | 900 € | 300 € | Refusé
            La Roue | Marche | 800 € | 200 € | 200 €
            """);

        Assert.Equal([null, Decision.Refused, null], document.Actions.Select(action => action.Decision));
        Assert.Equal(
            ["Ville de Rodez 500 Requested", "Ville de Rodez 400 Granted", "Ville de Rodez 300 Requested", "Ville de Rodez 200 Requested", "Ville de Rodez 200 Granted"],
            document.Actions.SelectMany(action => action.Financers).Select(financer => $"{financer.Label} {financer.Amount!.Value.Amount:0} {financer.Status}"));
    }

    [Fact]
    public void Totals_in_lines_and_sentences_name_payers_and_themes()
    {
        var document = Processing.Of(Title + Table.TrimEnd() + "\nMarche | CCAS | Santé | 300 € | 100 € | 200 €\n\nLa programmation représente un budget total de 1 800 €. L'État y contribue à hauteur de 900 €, la Ville pour 900 €.\n");

        Assert.Equal(["budget total 1800", "État 900", "Ville 900"], document.Totals.Select(total => $"{total.Label} {total.Amount!.Value.Amount:0}"));
        Assert.All(document.Totals, total => Assert.True(total.Reconciled));
    }

    [Fact]
    public void Statuses_inside_a_cell_are_those_of_one_payer() => Assert.Equal(
        ["Café 1000: État (BOP 147) 600 Requested, État (BOP 147) 500 Granted, CCBTA 300 Requested, CCBTA 200 Granted, Ville 100"],
        Drafts.Of("Action | Porteur | Budget | Financeurs\nCafé | CCAS | 1 000 € | État (BOP 147) : demandé 600 €, accordé 500 € ¶ CCBTA : demandé 300 €, accordé 200 € ¶ Ville : 100 €\n").Plans());

    [Theory]
    [InlineData("CUD")]
    [InlineData("XYZ")]
    public void Numbers_below_an_unknown_name_amid_payers_are_its_money(string name) => Assert.Equal(
        [$"Café 1500: État 600, {name} 500, Ville 400"],
        Drafts.Of(Drafts.Grid(2, [new("Action", 2), new("Porteur", 2), new("Coût total", 2), new("Financeurs (€)", 1, 3)], ["État", name, "Ville"], ["Café", "CCAS", "1 500", "600", "500", "400"])).Plans());
}
