using Ingest.Model.Documents;
using Ingest.Tables;
using Xunit;
using static Ingest.Tests.Segmentation.Conventions.ConventionSketches;

namespace Ingest.Tests.Segmentation.Plans;

/// <summary>Actions that each have a plan of their own below their title.</summary>
public sealed class PlannedActionTests
{
    private const string Programme = "Programmation 2024 du contrat de ville\n\n";

    private static readonly string[] Two = ["Vélos 1000: État (BOP 147) 600, Ville 400", "Marche 500: État (BOP 147) 300, CAF 200"];

    [Fact]
    public void Line_by_line_a_name_leads_to_its_amount() => Assert.Equal(Two, Drafts.Of(Programme + """
        « Vélos », action portée par l'association Roue libre

        Coût total de l'action ....... 1 000 €

        État (BOP 147) ....... 600 €

        Ville ....... 400 €

        « Marche », action portée par la Maison des parents

        Coût total de l'action ....... 500 €

        État (BOP 147) ....... 300 €

        CAF ....... 200 €
        """).Plans());

    [Fact]
    public void Two_columns_without_rules_may_be_a_table_with_titles_among_its_rows() => Assert.Equal(Two, Native(
        Text("Programmation 2024 du contrat de ville"),
        Text("« Vélos », action portée par l'association Roue libre"),
        new TableContent(Drafts.Grid(
            ["Coût total de l'action", "1 000 €"],
            ["État (BOP 147)", "600 €"],
            ["Ville", "400 €"],
            [new("« Marche », action portée par la Maison des parents", Columns: 2)],
            ["Coût total de l'action", "500 €"],
            ["État (BOP 147)", "300 €"],
            ["CAF", "200 €"]))).Plans());

    [Fact]
    public void Headings_are_titles_over_a_line_of_who_carries_and_a_plan()
    {
        static TableContent Plan(string cost, string own, string other) => new(Drafts.Grid(["Budget", cost], ["Ville", own], ["CAF", other]));
        var draft = Native(
            Heading(0, "Programmation 2024 du contrat de ville"),
            Heading(2, "Vélos"), Text("Association Roue libre"), Plan("1 000 €", "600 €", "400 €"),
            Heading(2, "Marche"), Text("Association Les Parents"), Plan("500 €", "300 €", "200 €"));

        Assert.Equal(["Vélos 1000: Ville 600, CAF 400", "Marche 500: Ville 300, CAF 200"], draft.Plans());
        Assert.Equal(["Association Roue libre", "Association Les Parents"], draft.Actions.Select(action => action.Porteur.Text));
    }

    [Theory]
    [InlineData("Soutiens accordés :", FundingStatus.Granted)]
    [InlineData("Soutiens sollicités :", FundingStatus.Requested)]
    [InlineData("Plan de financement", FundingStatus.Planned)]
    public void A_line_between_cost_and_payers_tells_how_far_the_money_has_come(string line, FundingStatus status)
    {
        var draft = Drafts.Of(Programme + Plan("Vélos", line + "\n\n") + Plan("Marche", line + "\n\n"));

        Assert.Equal(2, draft.Actions.Length);
        Assert.All(draft.Actions.SelectMany(action => action.Financings), financing => Assert.Equal(status, financing.Status));
    }

    [Theory]
    [InlineData("Roue libre, pour l'action « Vélos » : 600 €\n\nLes Parents, pour l'action « Marche » : 300 €")]
    [InlineData("Vélos\n\nCoût total de l'action : 600 €\n\nPlan de financement : CAF 600 €\n\nMarche\n\nCoût total de l'action : 300 €\n\nPlan de financement : CAF 300 €")]
    [InlineData("Vélos\n\nCoût total : 600 €\n\nCette action est financée par la CAF : 600 €\n\nMarche\n\nCoût total : 300 €\n\nCette action est financée par la CAF : 300 €")]
    public void A_sentence_that_ends_with_its_amount_is_no_line_of_a_plan(string lines) =>
        Assert.DoesNotContain(Drafts.Of(Programme + lines).Plans(), plan => plan.Contains("pour l'action", StringComparison.Ordinal)
            || plan.Contains("Plan de", StringComparison.Ordinal) || plan.Contains("Cette action", StringComparison.Ordinal));

    [Fact]
    public void An_unknown_name_inside_a_plan_pays_as_well() => Assert.Equal(
        ["Vélos 1000: Ville 600, Amis du Zinzolin 400", "Marche 1000: Ville 600, Amis du Zinzolin 400"],
        Drafts.Of(Programme + Plan("Vélos", "", "Amis du Zinzolin") + Plan("Marche", "", "Amis du Zinzolin")).Plans());

    [Fact]
    public void A_short_line_above_titles_is_their_theme() => Assert.Equal(
        ["Vélos < Emploi et insertion", "Café < Emploi et insertion", "Marche < Santé"],
        Drafts.Of(Programme + "Emploi et insertion\n\n" + Plan("Vélos", "") + Plan("Café", "") + "Santé\n\n" + Plan("Marche", "")).Themes());

    [Fact]
    public void The_sums_behind_the_plans_are_no_action()
    {
        var draft = Drafts.Of(Programme + Plan("Vélos", "") + Plan("Marche", "") + "Récapitulatif général\n\nCoût total ....... 2 000 €\n\nVille ....... 1 200 €\n\nCAF ....... 800 €\n");

        Assert.Equal(["Vélos", "Marche"], draft.Actions.Select(action => action.Title.Text));
    }

    private static string Plan(string title, string announcement, string other = "CAF") =>
        $"« {title} », action portée par l'association Roue libre\n\nCoût total de l'action ....... 1 000 €\n\n{announcement}Ville ....... 600 €\n\n{other} ....... 400 €\n\n";
}
