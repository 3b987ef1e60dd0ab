using Ingest.Classification;
using Ingest.Pipeline;
using Ingest.Tests.Pipeline;
using Ingest.Tests.Vocabulary;
using Xunit;

namespace Ingest.Tests.Classification;

public sealed class TaxonomyTests
{
    private static Taxonomy Product { get; } = TaxonomyYaml.Load(Path.Combine(ProductVocabularies.Files.Taxonomies, "cabbalr-2024-2030.yaml"));

    private static Taxonomy Pivot { get; } = TaxonomyYaml.Load(Path.Combine(ProductVocabularies.Files.Taxonomies, "anct-themes.yaml"));

    [Fact]
    public void The_intercommunal_strategy_has_its_places_and_tells_its_doubts()
    {
        Assert.Equal(3, Product.Roots.Length);
        Assert.Equal(10, Product.Roots.Sum(root => root.Children.Length));
        Assert.Equal(34, Product.Leaves.Length);
        Assert.Equal(["1", "2.1.5", "2.4.2", "3.1.3"], Product.Nodes.Where(node => node.Doubt is not null).Select(node => node.Id));
    }

    [Fact]
    public void The_national_themes_are_leaves_of_two_levels() =>
        Assert.Equal(["1.1", "1.2", "1.3", "1.4", "1.5", "1.6", "2.1", "2.2", "3.1", "3.2", "4.1", "4.2"], Pivot.Leaves.Select(leaf => leaf.Id));

    [Fact]
    public void Places_know_what_stands_above_them()
    {
        Assert.Equal(["1", "1.2", "1.2.3"], Product.PathTo("1.2.3").Select(node => node.Id));
        Assert.Equal("1.2", Product.AtLevel("1.2.3", 1));
        Assert.Equal("2", Product.AtLevel("2", 1));
        Assert.True(Product.Covers("2", "2.2.7"));
        Assert.False(Product.Covers("2.2.7", "2.2"));
        Assert.Equal("2", Product.CommonPlace(["2.1.1", "2.3.2"]));
        Assert.Null(Product.CommonPlace(["1.1.1", "2.1.1"]));
    }

    [Fact]
    public void What_is_written_is_read_again()
    {
        using var folder = new TemporaryFolder();
        var written = TaxonomyYaml.Write(Product);
        var file = folder.Write("copie.yaml", written);

        Assert.Equal(written, TaxonomyYaml.Write(TaxonomyYaml.Load(file)));
    }

    [Theory]
    [InlineData("id: a\nenjeux:\n  - { id: \"2\", title: x }", 3, "1")]
    [InlineData("id: a\nenjeux:\n  - { id: \"1\", titel: x }", 3, "title")]
    [InlineData("id: a\nenjeux: []", 1, "enjeux")]
    public void A_wrong_taxonomy_is_refused_with_its_line(string yaml, int line, string told)
    {
        using var folder = new TemporaryFolder();

        var error = Assert.Throws<DefinitionException>(() => TaxonomyYaml.Load(folder.Write("a.yaml", yaml)));

        Assert.Equal(line, error.Line);
        Assert.Contains(told, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_crosswalk_leads_every_leaf_to_national_themes()
    {
        var crosswalk = TaxonomyYaml.LoadCrosswalk(Path.Combine(ProductVocabularies.Files.Crosswalks, "cabbalr-2024-2030.anct-themes.yaml"), Product, Pivot);

        var places = crosswalk.Apply([new LeafProbability("2.2.8", 0.5), new LeafProbability("2.4.1", 0.5)]);

        Assert.Equal(["2.2", "2.1"], places.Select(place => place.Leaf));
        Assert.Equal(1, places.Sum(place => place.Probability), 6);
    }

    [Theory]
    [InlineData("{ leaf: \"1.1.9\", places: [{ to: \"1.1\" }] }", "1.1.9")]
    [InlineData("{ leaf: \"1.1.1\", places: [{ to: \"9.9\" }] }", "9.9")]
    [InlineData("{ leaf: \"1.1.1\", places: [{ to: \"1.1\", confidence: 0.4 }] }", "0.4")]
    [InlineData("{ leaf: \"1.1.1\", places: [{ to: \"1.1\" }] }", "1.1.2")]
    public void A_wrong_crosswalk_is_refused(string entry, string told)
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("c.yaml", $"from: cabbalr-2024-2030\nto: anct-themes\nleaves:\n  - {entry}\n");

        var error = Assert.Throws<DefinitionException>(() => TaxonomyYaml.LoadCrosswalk(file, Product, Pivot));

        Assert.Contains(told, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_models_of_one_taxonomy_are_refused_before_any_document_is_read()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("pipelines/taxonomies/a.yaml", "id: a\nenjeux:\n  - { id: \"1\", title: Habiter }\n");
        folder.Write("pipelines/models/a-000000000001.model", "");
        folder.Write("pipelines/models/a-000000000002.model", "");

        var error = Assert.Throws<DefinitionException>(() => new TaxonomyLoader(new ProductFiles(folder.Root)).Classifiers([new DefinitionFile("a", file)], new ClassificationOptions()));

        Assert.Contains("a-000000000001.model, a-000000000002.model", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_glossary_knows_the_acronyms_of_the_field()
    {
        var (glossary, _) = TaxonomyYaml.LoadGlossary(ProductVocabularies.Files.Glossary);

        Assert.True(glossary.Acronyms.Length >= 300);
        Assert.Subset(
            glossary.Acronyms.Select(entry => entry.Short).ToHashSet(),
            new HashSet<string>(["PRE", "CLAS", "REAAP", "ASV", "GUSP", "NPNRU", "TFPB", "FPH", "PIAL", "ATSEM"]));
    }

    [Fact]
    public void Every_leaf_has_terms_that_lean_to_it()
    {
        var lexicon = TaxonomyYaml.LoadLexicon(Path.Combine(ProductVocabularies.Files.LeafLexicons, "cabbalr-2024-2030.yaml"), Product);

        Assert.Equal(Product.Leaves.Select(leaf => leaf.Id), lexicon.Leaves.Select(leaf => leaf.Leaf));
        Assert.All(lexicon.Leaves, leaf => Assert.True(leaf.Terms.Length >= 20));
    }
}
