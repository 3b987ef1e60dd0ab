using Xunit;
using static Ingest.Tests.Segmentation.Conventions.ConventionSketches;

namespace Ingest.Tests.Segmentation.Conventions;

/// <summary>Problems, assets and priorities, in whatever words a commune announces them.</summary>
public sealed class DiagnosisTests
{
    private const string List = "\n\n- Des logements froids en hiver\n- Peu de commerces ouverts le soir\n";

    private static readonly string[] Items = ["Des logements froids en hiver", "Peu de commerces ouverts le soir"];

    [Theory]
    [InlineData("Les irritants")]
    [InlineData("Ce qui ne va pas")]
    [InlineData("Principales difficultés rencontrées")]
    [InlineData("2.1 Points faibles")]
    [InlineData("FRAGILITÉS")]
    [InlineData("Points de vigilance :")]
    public void Problems(string heading)
    {
        var convention = Drafts.Of(Lead + heading + List + AnyStrategy).Convention;

        Assert.Equal(Items, convention.Irritants.Lines());
        Assert.Empty(convention.Opportunites);
        Assert.Empty(convention.Priorites);
    }

    [Theory]
    [InlineData("Les opportunités")]
    [InlineData("Ce qui va bien")]
    [InlineData("Atouts et ressources du quartier")]
    [InlineData("2.2 Points forts")]
    [InlineData("FORCES")]
    [InlineData("Points d'appui :")]
    public void Assets(string heading)
    {
        var convention = Drafts.Of(Lead + heading + List + AnyStrategy).Convention;

        Assert.Equal(Items, convention.Opportunites.Lines());
        Assert.Empty(convention.Irritants);
        Assert.Empty(convention.Priorites);
    }

    [Theory]
    [InlineData("Les enjeux prioritaires")]
    [InlineData("Priorités de la commune")]
    [InlineData("2.3 Principaux enjeux")]
    [InlineData("NOS PRIORITÉS POUR LE QUARTIER")]
    [InlineData("Enjeux identifiés :")]
    public void Priorities(string heading)
    {
        var convention = Drafts.Of(Lead + heading + List + AnyStrategy).Convention;

        Assert.Equal(Items, convention.Priorites.Lines());
        Assert.Empty(convention.Irritants);
        Assert.Empty(convention.Opportunites);
    }

    [Fact]
    public void Columns_of_a_table_hold_problems_and_assets()
    {
        var draft = Drafts.Of(Lead + """
            Diagnostic partagé

            Faiblesses | Atouts
            Des logements froids en hiver | Un parc boisé
            Peu de commerces ouverts le soir | Deux écoles accueillantes
            """ + AnyStrategy);

        Assert.Equal(Items, draft.Convention.Irritants.Lines());
        Assert.Equal(["Un parc boisé", "Deux écoles accueillantes"], draft.Convention.Opportunites.Lines());
    }

    [Fact]
    public void A_sentence_that_leads_to_the_list_is_no_item() => Assert.Equal(
        Items,
        Drafts.Of(Lead + "Les irritants\n\nLes habitants réunis au printemps ont nommé ce qui les gêne le plus :" + List + AnyStrategy).Convention.Irritants.Lines());

    [Fact]
    public void A_list_without_marks_is_read_line_by_line() => Assert.Equal(
        Items,
        Drafts.Of(Lead + "Les irritants\n\nDes logements froids en hiver.\n\nPeu de commerces ouverts le soir.\n" + AnyStrategy).Convention.Irritants.Lines().Select(line => line.TrimEnd('.')));

    [Fact]
    public void An_item_that_lost_its_mark_between_others_stays_one() => Assert.Equal(
        ["Des logements froids", "Des halls sombres", "Peu de commerces"],
        Drafts.Of(Lead + "Les irritants\n\n- Des logements froids\nDes halls sombres\n- Peu de commerces\n" + AnyStrategy).Convention.Irritants.Lines());

    [Fact]
    public void One_list_ends_where_the_next_begins()
    {
        var convention = Drafts.Of(Lead + """
            Les irritants

            - Des logements froids

            Les atouts

            - Un parc boisé

            Les priorités

            - Faire revenir des soignants
            """ + AnyStrategy).Convention;

        Assert.Equal(["Des logements froids"], convention.Irritants.Lines());
        Assert.Equal(["Un parc boisé"], convention.Opportunites.Lines());
        Assert.Equal(["Faire revenir des soignants"], convention.Priorites.Lines());
    }

    [Fact]
    public void Problems_in_a_column_of_the_strategy_stay_with_it() => Assert.Empty(Drafts.Of(Strategy + """
        Enjeux | Problématiques | Objectifs | Objectifs opérationnels
        Se loger mieux | Des logements froids | Isoler les façades | Poser un isolant sur trois immeubles
        Vivre en paix | Des cris le soir | Veiller la nuit | Poster deux veilleurs à l'entrée
        """).Convention.Irritants);

    [Theory]
    [InlineData("Difficultés relevées. Les habitants interrogés signalent :")]
    [InlineData("Les points de vigilance relevés par l'évaluation sont les suivants :")]
    [InlineData("Faiblesses")]
    public void A_line_may_announce_its_list(string lead)
    {
        var draft = Native(Heading(0, "Convention d'application 2024-2030"), Heading(1, "Diagnostic"), Text(lead), Item("Des logements froids en hiver"), Item("Peu de commerces ouverts le soir"),
            Heading(1, "Objectifs poursuivis sur le quartier"), Text("Enjeu 1 : Se loger mieux"), Text("Objectif 1 : Rénover les immeubles"), Item("Poser un isolant sur trois immeubles"));

        Assert.Equal(Items, draft.Convention.Irritants.Lines());
    }
}
