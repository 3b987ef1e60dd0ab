using Ingest.Model.Documents;
using Ingest.Tests.Running;
using Xunit;

namespace Ingest.Tests.Segmentation.Passages;

/// <summary>Lists of grants in deliberations and pages: each line is an action of who receives, and the collectivity pays.</summary>
public sealed class GrantListTests
{
    private const string Frame = """
        VILLE DE RODEZ

        EXTRAIT DU REGISTRE DES DÉLIBÉRATIONS DU CONSEIL MUNICIPAL

        Séance du 27 mars 2025

        Objet : Contrat de ville de Rodez – attribution de subventions 2025

        Vu le code général des collectivités territoriales,

        Après en avoir délibéré, le conseil municipal, à l'unanimité,


        """;

    private static IEnumerable<(string? Title, string? Porteur, decimal? Amount, decimal? Cost)> Read(IngestedDocument document) =>
        document.Actions.Select(action => (action.Title, action.Porteur?.Label, Only(action).Amount?.Amount, action.TotalCost?.Amount));

    private static Financer Only(FundedAction action) => Assert.Single(action.Financers);

    [Theory]
    [InlineData("- à l'association Éclat, 4 500 € pour l'action « Vélos » ;\n- au collège Jules-Ferry, 900 € pour le projet « Radio »")]
    [InlineData("1° association Éclat : 4 500 € pour l'action « Vélos » ;\n2° collège Jules-Ferry : 900 € – action « Radio »")]
    [InlineData("a) 4 500 € à l'association Éclat pour l'action « Vélos »\nb) 900 € au collège Jules-Ferry pour le projet « Radio »")]
    [InlineData("– association Éclat (action « Vélos ») : 4 500 €\n– collège Jules-Ferry, pour l'action « Radio » : 900 €")]
    [InlineData("à l'association Éclat, 4 500 € pour l'action « Vélos » ;\n\nau collège Jules-Ferry, 900 € pour le projet « Radio ».")]
    [InlineData("en faveur de l'association Éclat, 4 500 € au titre du projet « Vélos »\n\nau profit du collège Jules-Ferry, 900 € au titre du projet « Radio »")]
    public void Each_item_is_an_action_of_who_receives(string items)
    {
        var document = Processing.Of(Frame + "Article 1er – La Ville de Rodez attribue, au titre de l'année 2025, les subventions suivantes :\n\n" + items);

        Assert.Equal([("Vélos", "association Éclat", 4500m, null), ("Radio", "collège Jules-Ferry", 900m, null)], Read(document));
        Assert.All(document.Actions, action => Assert.Equal(("Ville de Rodez", "commune", FundingStatus.Granted), (Only(action).Label, Only(action).Kind, Only(action).Status)));
    }

    [Fact]
    public void A_run_between_semicolons_is_a_list_and_its_sum_is_checked()
    {
        var document = Processing.Of(Frame + """
            Article 1 : La Ville accorde les subventions suivantes : 3 500 € à l'association Éclat pour l'action « Vélos » ; 2 800 € à la MJC Horizon au titre du projet « Radio », dont le coût total est de 8 900 € ; soit un total de 6 300 €.

            Article 2 : Une subvention de 3 000 € est attribuée à l'association Rebond pour l'action Cuisine du monde, dont le coût total s'élève à 12 000 €.
            """);

        Assert.Equal([("Vélos", "association Éclat", 3500m, null), ("Radio", "MJC Horizon", 2800m, 8900m), ("Cuisine du monde", "association Rebond", 3000m, 12000m)], Read(document));
        Assert.Equal((6300m, true), document.Totals.Select(total => (total.Amount!.Value.Amount, total.Reconciled!.Value)).Single());
    }

    [Theory]
    [InlineData("- Association Roue libre : 1 600 € pour l'action « Vélos » et 750 € pour l'action « Savoir rouler »")]
    [InlineData("- Association Roue libre : 1 600 € pour l'action « Vélos » ; 750 € pour l'action « Savoir rouler »")]
    [InlineData("- à l'Association Roue libre, 1 600 € pour l'action « Vélos », 750 € pour l'action « Savoir rouler »")]
    public void Two_amounts_of_one_item_are_two_actions(string item)
    {
        var document = Processing.Of(Frame + "Article 1 : d'attribuer les subventions suivantes :\n\n" + item + "\n- MJC Horizon : 500 € pour l'action « Radio »");

        Assert.Equal([("Vélos", "Association Roue libre", 1600m, null), ("Savoir rouler", "Association Roue libre", 750m, null), ("Radio", "MJC Horizon", 500m, null)], Read(document));
    }

    [Fact]
    public void The_letterhead_pays_where_the_articles_name_nobody_and_a_sum_of_its_own_article_counts_all()
    {
        var document = Processing.Of(Frame + """
            Article 1 : d'attribuer les subventions suivantes :

            - à l'association Éclat, 4 500 € pour l'action « Vélos » (coût de l'action : 9 000 €, dont 2 000 € de l'État) ;
            - CCAS : 900 € pour l'action « Radio ».

            Article 2 – Le montant total de ces subventions, soit 5 400 €, est imputé au budget de l'exercice.
            """);

        Assert.Equal([("VILLE DE RODEZ", 4500m), ("État", 2000m), ("VILLE DE RODEZ", 900m)], document.Actions.SelectMany(action => action.Financers).Select(financer => (financer.Label, financer.Amount!.Value.Amount)));
        Assert.Equal("CCAS", document.Actions[1].Porteur!.Label);
        Assert.Equal(("VILLE DE RODEZ", 5400m, true), document.Totals.Select(total => (total.Label, total.Amount!.Value.Amount, total.Reconciled!.Value)).Single());
    }

    [Fact]
    public void Numbered_decisions_grant_by_themselves()
    {
        var document = Processing.Of(Frame + """
            1. Décide d'allouer les montants ci-dessous :

            - Association Éclat : 4 500 € pour l'action « Vélos »
            - MJC Horizon : 900 € pour l'action « Radio »

            2. Décide d'attribuer à l'association Rebond une subvention de 300 € pour l'action « Couture ».
            """);

        Assert.Equal([("Vélos", "Association Éclat", 4500m, null), ("Radio", "MJC Horizon", 900m, null), ("Couture", "association Rebond", 300m, null)], Read(document));
    }

    [Fact]
    public void A_page_that_is_no_act_names_who_grants_and_what_it_only_proposes()
    {
        var document = Processing.Of("""
            Contrat de ville : les subventions votées pour 2025

            Lors du conseil du 26 février 2025, la Ville de Rodez a attribué les subventions suivantes :

            - Association Éclat : 5 200 € – action « Code pour tous »
            - CCAS de Rodez : 3 400 € – action « Café des familles » (budget de l'action : 8 150 €)

            La Ville de Rodez propose d'attribuer, au conseil de juin, deux aides :

            - 1 500 € à l'association Rebond pour l'action « Chorale »
            - 800 € au collège Jules-Ferry pour le projet « Radio »
            """);

        Assert.Equal([("Code pour tous", "Association Éclat", 5200m, null), ("Café des familles", "CCAS de Rodez", 3400m, 8150m), ("Chorale", "association Rebond", 1500m, null), ("Radio", "collège Jules-Ferry", 800m, null)], Read(document));
        Assert.Equal([FundingStatus.Granted, FundingStatus.Granted, FundingStatus.Planned, FundingStatus.Planned], document.Actions.Select(action => Only(action).Status));
    }

    [Fact]
    public void An_item_whose_words_do_not_part_its_amounts_is_told_and_not_guessed()
    {
        var document = Processing.Of(Frame + """
            Article 1 : d'attribuer les subventions suivantes :

            - à l'association Éclat, 4 500 € pour l'action « Vélos » ;
            - à la MJC Horizon, 900 € pour l'action « Radio » ;
            - 300 € puis 200 € selon le bilan.
            """);

        Assert.Equal(2, document.Actions.Length);
        Assert.Contains(document.Unassigned, left => left.Text.Contains("300 € puis 200 €", StringComparison.Ordinal));
    }
}
