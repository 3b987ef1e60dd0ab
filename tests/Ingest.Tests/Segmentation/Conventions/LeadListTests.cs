using Xunit;
using static Ingest.Tests.Segmentation.Conventions.ConventionSketches;

namespace Ingest.Tests.Segmentation.Conventions;

/// <summary>Strategies that no heading announces: lists behind « s'engage à : ».</summary>
public sealed class LeadListTests
{
    [Fact]
    public void Each_part_with_such_a_list_is_an_enjeu()
    {
        var draft = Pact("L'agglomération s'engage à :");

        Assert.Equal(["Emploi", "Logement"], draft.Enjeux());
        Assert.Equal(["ouvrir ses stages aux jeunes", "réserver un lot de chaque marché", "rénover cent logements"], draft.Items());
    }

    [Theory]
    [InlineData("Les habitants disent :")]
    [InlineData("Étaient présents :")]
    public void Other_lists_are_none(string lead) => Assert.Empty(Pact(lead).Convention.Enjeux);

    [Fact]
    public void Where_amounts_stand_among_them_nothing_is_made_of_them() => Assert.Empty(Pact("L'agglomération s'engage à :", "verser 12 000 € par an").Convention.Enjeux);

    [Theory]
    [InlineData("Règlement intérieur du conseil citoyen")]
    [InlineData("Appel à projets 2026 du contrat de ville")]
    [InlineData("Journal du quartier")]
    public void Nor_are_those_of_a_document_that_is_no_convention(string title) => Assert.Empty(Pact("L'agglomération s'engage à :", title: title).Convention.Enjeux);

    private static Ingest.Segmentation.DraftDocument Pact(string lead, string last = "rénover cent logements", string title = "Pacte pour les quartiers") => Native(
        Heading(0, title), Text("Signé en 2020, ce pacte engage l'agglomération."),
        Heading(2, "Emploi"), Text(lead), Item("ouvrir ses stages aux jeunes ;"), Item("réserver un lot de chaque marché ;"),
        Heading(2, "Logement"), Text("Les loyers montent. " + lead), Item(last));
}
