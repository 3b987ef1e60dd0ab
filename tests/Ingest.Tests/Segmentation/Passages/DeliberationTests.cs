using Ingest.Model.Documents;
using Ingest.Tests.Running;
using Xunit;

namespace Ingest.Tests.Segmentation.Passages;

/// <summary>Acts of assemblies: their frame, and the articles that grant.</summary>
public sealed class DeliberationTests
{
    private const string Frame = """
        EXTRAIT DU REGISTRE DES DÉLIBÉRATIONS DU CONSEIL MUNICIPAL

        Séance du 27 mars 2025

        Objet : Contrat de ville de Rodez – attribution de subventions 2025

        Vu le code général des collectivités territoriales,

        Vu la loi relative aux subventions supérieures à 23 000 €,

        Après en avoir délibéré, le conseil municipal, par 25 voix pour, 3 contre et 2 abstentions,


        """;

    [Fact]
    public void The_frame_of_an_act_is_read()
    {
        var act = Processing.Of(Frame + "Article 1 : approuve la programmation.").Act;

        Assert.Equal("Contrat de ville de Rodez – attribution de subventions 2025", act!.Title);
        Assert.Equal(new DateOnly(2025, 3, 27), act.Date);
        Assert.Equal("25 voix pour, 3 contre et 2 abstentions", act.Vote);
        Assert.Null(act.Amends);
    }

    [Fact]
    public void The_body_that_grants_pays_and_a_cost_that_is_not_told_stays_unknown()
    {
        var document = Processing.Of(Frame + """
            Article 1 : d'attribuer à l'association Les Hirondelles une subvention de 3 000 € pour l'action « Café des parents ».

            Article 2 : une subvention de 1 200,50 € est accordée à la MJC Horizon pour l'organisation d'un festival.

            Article 3 : de solliciter auprès de l'État une subvention de 10 000 €.
            """);

        Assert.Equal([("Café des parents", "association Les Hirondelles"), ("festival", "MJC Horizon")], document.Actions.Select(action => (action.Title!, action.Porteur!.Label)));
        Assert.All(document.Actions, action => Assert.Null(action.TotalCost));
        Assert.Equal([("conseil municipal", "commune", 3000m, FundingStatus.Granted), ("conseil municipal", "commune", 1200.5m, FundingStatus.Granted)],
            document.Actions.Select(action => action.Financers.Single()).Select(financer => (financer.Label, financer.Kind, financer.Amount!.Value.Amount, financer.Status)));
        Assert.Contains(document.Unassigned, left => left.Text.Contains("10 000 €", StringComparison.Ordinal));
    }

    [Fact]
    public void A_list_below_an_article_that_grants_is_read_by_the_place_of_its_names()
    {
        var document = Processing.Of(Frame + """
            Article 1 : attribue les subventions suivantes :

            - Association Les Hirondelles – Café des parents – 3 000 €
            - Grain de sel – Jardin partagé – 1 500 €
            """);

        Assert.Equal([("Café des parents", "Association Les Hirondelles"), ("Jardin partagé", "Grain de sel")], document.Actions.Select(action => (action.Title!, action.Porteur!.Label)));
    }

    [Fact]
    public void Columns_without_a_payer_are_those_of_the_body_that_votes()
    {
        var document = Processing.Of(Frame + """
            Association | Action | Pour mémoire 2024 | Demandé 2025 | Vote CM
            Association Éclat | Jardin partagé | 1 000 € | 2 000 € | 1 500 €
            MJC Horizon | Ciné-débat | 500 € | 3 000 € | 2 000 €
            """);

        Assert.Equal([(2000m, FundingStatus.Requested), (1500m, FundingStatus.Granted)], document.Actions[0].Financers.Select(financer => (financer.Amount!.Value.Amount, financer.Status)));
        Assert.Equal(["1 000 €", "500 €"], document.Unassigned.Where(left => left.Reason == "other-year").Select(left => left.Text));
    }

    [Theory]
    [InlineData("L'an deux mille vingt-cinq, le vingt-sept mars à dix-huit heures,", 2025, 3, 27)]
    [InlineData("L'an deux mille vingt-quatre et le premier juillet,", 2024, 7, 1)]
    [InlineData("L'an 2023, le 12 décembre,", 2023, 12, 12)]
    public void Dates_in_letters_are_read(string text, int year, int month, int day) =>
        Assert.Equal(new DateOnly(year, month, day), Ingest.Grammar.SpelledDate.Find(text)!.Value.Date);

    [Theory]
    [InlineData("adopté à l'unanimité des membres présents", "à l'unanimité des membres présents")]
    [InlineData("Pour : 25 – Contre : 3 – Abstentions : 2", "Pour : 25 – Contre : 3 – Abstentions : 2")]
    [InlineData("décide, à la majorité (22 voix pour, 5 contre), d'adopter", "à la majorité (22 voix pour, 5 contre")]
    public void Votes_are_told_as_written(string text, string vote)
    {
        var found = Ingest.Grammar.VoteGrammar.Find(text)!.Value;

        Assert.Equal(vote, text.Substring(found.Start, found.Length));
    }

    [Fact]
    public void An_amendment_tells_what_it_amends() =>
        Assert.Equal("contrat de ville de Rodez 2015-2020", Processing.Of("Avenant n° 2 au contrat de ville de Rodez 2015-2020\n\nLe présent avenant prolonge le contrat.").Act!.Amends);

    [Fact]
    public void Lists_below_captions_are_granted_by_the_article_above_them()
    {
        var document = Processing.Of(Frame + """
            Article 1 : d'attribuer, sur le budget de la Ville de Rodez, les subventions suivantes :

            Éducation et jeunesse

            - Association Les Mots, pour l'action « Ateliers d'écriture » : 2 500 € (coût de l'action : 7 850 €) ;
            - Club d'échecs du Rouergue, pour l'action « Échec et mat » : 900 € (coût de l'action : 3 120 €) ;

            Lien social

            - Régie de quartier, pour l'action « Vélos » : 4 150 € (coût de l'action : 13 900 €) ;

            soit un total de 7 550 €.

            Article 2 : de solliciter de l'État une aide pour les actions suivantes, portées par la Ville de Rodez :

            - « Ludothèque mobile » : 8 000 € sollicités pour un coût de 16 500 € ;
            - « Classes de ville » : 4 600 € sollicités pour un coût de 9 200 €.
            """);

        Assert.Equal(
            [("Ateliers d'écriture", "Association Les Mots", "Éducation et jeunesse"), ("Échec et mat", "Club d'échecs du Rouergue", "Éducation et jeunesse"), ("Vélos", "Régie de quartier", "Lien social"),
                ("Ludothèque mobile", "Ville de Rodez", null), ("Classes de ville", "Ville de Rodez", null)],
            document.Actions.Select(action => (action.Title!, action.Porteur!.Label, action.Theme)));
        Assert.Equal([2500m, 900m, 4150m, 8000m, 4600m], document.Actions.Select(action => action.Financers.Single().Amount!.Value.Amount));
        Assert.Equal(
            [("Ville de Rodez", FundingStatus.Granted), ("Ville de Rodez", FundingStatus.Granted), ("Ville de Rodez", FundingStatus.Granted), ("État", FundingStatus.Requested), ("État", FundingStatus.Requested)],
            document.Actions.Select(action => (action.Financers.Single().Label, action.Financers.Single().Status)));
        Assert.Equal(7850m, document.Actions[0].TotalCost!.Value.Amount);
        Assert.Equal(("Ville de Rodez", 7550m, true), document.Totals.Select(total => (total.Label, total.Amount!.Value.Amount, total.Reconciled!.Value)).Single());
    }

    [Fact]
    public void Articles_name_their_theme_and_their_sum_before_the_list()
    {
        var document = Processing.Of(Frame + """
            Article 1 : au titre du volet « Grandir », d'attribuer les subventions suivantes, pour un montant de 4 000 € :

            - Les Cordées : 2 500 € pour l'action « Le cartable », dont le budget prévisionnel est de 7 200 € ;
            - Les Francas : 1 500 € pour l'action « Jouer dehors », dont le budget prévisionnel est de 5 340 €.

            Article 2 : au titre du volet « Travailler », d'attribuer les subventions suivantes, pour un montant de 3 000 € :

            - Ateliers du Port : 3 000 € pour l'action « Menuiserie », dont le budget prévisionnel est de 9 800 €.
            """);

        Assert.Equal(["Le cartable < Grandir", "Jouer dehors < Grandir", "Menuiserie < Travailler"], document.Actions.Select(action => $"{action.Title} < {action.Theme}"));
        Assert.Equal(["Les Cordées", "Les Francas", "Ateliers du Port"], document.Actions.Select(action => action.Porteur!.Label));
        Assert.Equal([4000m, 3000m], document.Totals.Select(total => total.Amount!.Value.Amount));
        Assert.All(document.Totals, total => Assert.True(total.Reconciled));
    }

    [Fact]
    public void The_word_before_a_title_belongs_to_no_name()
    {
        var document = Processing.Of(Frame + """
            Article 1 : la Ville de Rodez attribue les subventions suivantes :

            - Les Petits Débrouillards, pour « Sciences en bas d'immeuble » : 2 500 € ;
            - Association Jeux, pour « Jouer dehors » : 1 500 €.
            """);

        Assert.Equal(["Les Petits Débrouillards", "Association Jeux"], document.Actions.Select(action => action.Porteur!.Label));
    }

    [Fact]
    public void What_an_article_refuses_or_puts_off_was_asked_for()
    {
        var document = Processing.Of(Frame + """
            Article 1 : la Ville de Rodez attribue les subventions suivantes :

            - Association Lire : 2 500 € pour l'action « Le cartable » ;
            - Association Jeux : 1 500 € pour l'action « Jouer dehors ».

            Article 2 : d'ajourner l'examen des demandes suivantes :

            - Association Serre : 4 500 € demandés à la Ville de Rodez pour l'action « Une serre » ;
            - Association Radio : 2 200 € demandés à la Ville de Rodez pour l'action « Micros ».

            Article 3 : il n'est pas donné suite à la demande suivante :

            - Association Vélo, pour l'action « Rallye », faute de public issu du quartier.
            """);

        Assert.Equal(["Le cartable ", "Jouer dehors ", "Une serre Deferred", "Micros Deferred", "Rallye Refused"], document.Actions.Select(action => $"{action.Title} {action.Decision}"));
        Assert.Equal([FundingStatus.Granted, FundingStatus.Granted, FundingStatus.Requested, FundingStatus.Requested], document.Actions.SelectMany(action => action.Financers).Select(financer => financer.Status));
    }

    [Fact]
    public void A_clause_of_its_own_names_another_payer()
    {
        var document = Processing.Of(Frame + """
            Article 1 : la Ville de Rodez attribue les subventions suivantes :

            a) Association Lire : 4 200 € pour l'action « Le cartable », dont le coût s'établit à 16 850 € et pour laquelle l'État a accordé 6 000 € ;

            b) Association Jeux : 1 500 € pour l'action « Jouer dehors », dont le coût s'établit à 7 400 € et pour laquelle l'État a accordé 3 500 €.
            """);

        Assert.Equal(["Ville de Rodez 4200", "État 6000", "Ville de Rodez 1500", "État 3500"], document.Actions.SelectMany(action => action.Financers).Select(financer => $"{financer.Label} {financer.Amount!.Value.Amount:0}"));
        Assert.Equal(["Association Lire", "Association Jeux"], document.Actions.Select(action => action.Porteur!.Label));
    }

    [Fact]
    public void Money_told_again_by_title_belongs_to_the_action_of_that_title()
    {
        var document = Processing.Of(Frame + """
            Article 1 : la Ville de Rodez attribue les subventions suivantes :

            - Association Lire : 4 200 € pour l'action « Le cartable » ;
            - Association Jeux : 1 500 € pour l'action « Jouer dehors ».

            Article 2 : prend acte des subventions accordées par l'État à ces actions :

            - « Le cartable » : 6 000 € ;
            - « Jouer dehors » : 3 500 €.
            """);

        Assert.Equal(["Le cartable", "Jouer dehors"], document.Actions.Select(action => action.Title));
        Assert.All(document.Actions, action => Assert.Equal(2, action.Financers.Length));
    }

    [Fact]
    public void A_number_in_the_name_of_who_receives_is_no_vote() => Assert.Equal("25 voix pour, 3 contre et 2 abstentions", Processing.Of(Frame + """
        Article 1 : la Ville de Rodez attribue à l'association Roue Libre 46 pour l'action « Vélos » une subvention de 2 400 €.
        """).Act!.Vote);
}
