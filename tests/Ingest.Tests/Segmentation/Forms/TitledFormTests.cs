using Ingest.Tables;
using Xunit;
using static Ingest.Tests.Segmentation.Conventions.ConventionSketches;

namespace Ingest.Tests.Segmentation.Forms;

/// <summary>Cards of labels and values below the title of each action.</summary>
public sealed class TitledFormTests
{
    [Fact]
    public void The_heading_is_the_title_and_the_one_above_it_the_theme()
    {
        var draft = Native(
            Heading(0, "Contrat de ville : les actions financées en 2025"), Heading(2, "Enfance"),
            Heading(3, "L'école du dehors"), Text("Trois classes vont au bord de l'eau."), Card("École Les Violettes", "5 320 €", "État (P147) : 2 000 €, Ville : 1 500 €"),
            Heading(3, "Réussite éducative"), Card("CCAS", "61 800 €", "État (P147) : 36 000 €, Ville : 15 000 €"),
            Heading(2, "Emploi"),
            Heading(3, "Vélos"), Card("Association Roue libre", "1 000 €", "Ville : 1 000 €"));

        Assert.Equal(
            ["L'école du dehors 5320: État (P147) 2000 Granted, Ville 1500 Granted", "Réussite éducative 61800: État (P147) 36000 Granted, Ville 15000 Granted", "Vélos 1000: Ville 1000 Granted"],
            draft.Plans());
        Assert.Equal(["L'école du dehors < Enfance", "Réussite éducative < Enfance", "Vélos < Emploi"], draft.Themes());
        Assert.Equal("Trois classes vont au bord de l'eau.", draft.Actions[0].Description.Text);
    }

    [Fact]
    public void Tables_that_hide_the_titles_of_several_cards_give_none()
    {
        TableContent Merged() => new(Drafts.Grid(["Porteur", "CCAS"], ["Coût total", "1 000 €"], ["Financeurs", "Ville : 1 000 €"], ["Porteur", "Ville"], ["Coût total", "500 €"], ["Financeurs", "CAF : 500 €"]));
        var draft = Native(Heading(0, "Contrat de ville : les actions financées en 2025"), Heading(3, "Vélos"), Merged(), Heading(3, "Café"), Merged());

        Assert.DoesNotContain(draft.Actions, action => action.Title.Text is "Vélos" or "Café");
    }

    [Fact]
    public void The_budget_may_stand_in_a_table_of_its_own_and_lists_no_actions()
    {
        TableContent Labels(string porteur) => new(Drafts.Grid(["Porteur", porteur], ["Thématique", "Santé"], ["Description", "Un accueil deux matins par semaine."], ["Nature de l'action", "Reconduction"]));
        TableContent Budget(string state, string sum) => new(Drafts.Grid(
            [new("CHARGES", 1, 3), new("PRODUITS", 1, 3)], ["60", "Achats", "900 €", "74", "État", state], ["64", "Personnel", "1 100 €", "75", "Fonds propres", "500 €"], [new("Total des charges", 1, 2), sum, new("Total des produits", 1, 2), sum]));
        var draft = Native(Heading(0, "Programmation 2025 du contrat de ville de Rodez"), Heading(1, "Les mots du matin"), Labels("CCAS"), Budget("1 500 €", "2 000 €"), Heading(1, "Vélos"), Labels("La Roue"), Budget("1 500 €", "2 000 €"));

        Assert.Equal(["Les mots du matin 2000: État 1500, Fonds propres 500", "Vélos 2000: État 1500, Fonds propres 500"], draft.Plans());
        Assert.All(draft.Actions, action => Assert.Equal((true, "Santé"), (action.Renewal?.Value, action.Theme.Text)));
    }

    private static TableContent Card(string porteur, string cost, string payers) => new(Drafts.Grid(["Porteur", porteur], ["Coût de l'action", cost], ["Financements accordés", payers]));
}
