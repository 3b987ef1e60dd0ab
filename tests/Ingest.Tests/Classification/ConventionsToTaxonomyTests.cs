using Ingest.Classification;
using Ingest.Model.Documents;
using Ingest.Tests.Running;
using Xunit;

namespace Ingest.Tests.Classification;

public sealed class ConventionsToTaxonomyTests
{
    [Fact]
    public void Labels_of_several_communes_are_merged_and_their_writings_kept()
    {
        var taxonomy = Build(
            """
            Enjeu 1 : HABITER | Orientation 1.1 : Rénover les quartiers | Objectif 1.1.1 : Isoler les logements anciens | - Financer des travaux.
             | | Objectif 1.1.2 : Chauffer mieux | - Former les ménages.
            """,
            """
            Enjeu 1 : HABITER | Orientation 1.1 : Rénover les quartiers | Objectif 1.1.1 : Isoler les logement anciens | - Aider les ménages.
             | | Objectif 1.1.2 : Aérer | - Prêter des outils.
            """);

        Assert.Equal(["1.1.1", "1.1.2", "1.1.3"], taxonomy.Leaves.Select(leaf => leaf.Id));
        Assert.Equal(["Isoler les logements anciens", "Isoler les logement anciens"], taxonomy.Find("1.1.1")!.Labels);
        Assert.Null(taxonomy.Find("1.1")!.Doubt);
        Assert.Contains("deux", taxonomy.Find("1.1.3")!.Doubt, StringComparison.Ordinal);
    }

    [Fact]
    public void A_label_that_stands_under_two_others_is_a_doubt()
    {
        var taxonomy = Build("""
            Enjeu 1 : HABITER | Orientation 1.1 : Rénover | Objectif 1.1.1 : Associer les habitants | - Financer des travaux.
             | | Objectif 1.1.2 : Chauffer mieux | - Former les ménages.
            Enjeu 2 : APPRENDRE | Orientation 2.1 : Lire | Objectif 2.1.1 : Associer les habitants | - Prêter des livres.
             | | Objectif 2.1.2 : Ouvrir les livres | - Prêter des livres.
            """);

        Assert.Equal(["1.1.1", "2.1.1"], taxonomy.Nodes.Where(node => node.Doubt is not null).Select(node => node.Id));
    }

    private static Taxonomy Build(params string[] sketches) =>
        new ConventionsToTaxonomy(0.85).Build("agglo", [.. sketches.Select((sketch, index) => (index == 0 ? "un" : "deux", Read(sketch)))]);

    private static IngestedDocument Read(string sketch) => Processing.Of("Convention communale du contrat de ville 2024-2030\n\nStratégie\n\nEnjeu | Orientation | Objectif | Objectifs opérationnels\n" + sketch);
}
