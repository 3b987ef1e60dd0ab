using Ingest.Classification;
using Ingest.Classification.Training;
using Ingest.Evaluation.Placing;
using Ingest.Pipeline;
using Ingest.Tests.Vocabulary;
using Xunit;

namespace Ingest.Tests.Classification;

/// <summary>The model that comes with the program, and the texts that it was fitted on.</summary>
public sealed class ProductModelTests
{
    // Texts whose words are so much the same are one text.
    private const double NearDuplicate = 0.75;

    private static readonly TaxonomyLoader Loader = new(ProductVocabularies.Files);

    private static TaxonomyResources Resources { get; } = Loader.Resources("cabbalr-2024-2030");

    private static LabelledSet Set { get; } = LabelledTexts.Load(ProductVocabularies.Files.Labelled, Resources.Taxonomy, []);

    [Fact]
    public void The_model_was_fitted_on_the_data_that_lies_beside_it()
    {
        var expected = new ClassifierFit(Resources, new TrainingOptions()).DataHash(Set);

        // Data, options or words changed: « ingest train » fits it anew.
        Assert.Equal(expected, Loader.LoadClassifier(Resources).DataHash);
        Assert.Equal(
            new ClassifierFit(Resources, new TrainingOptions()).FileName(Set),
            Assert.Single(Directory.EnumerateFiles(ProductVocabularies.Files.Models, "cabbalr-2024-2030-*").Select(Path.GetFileName)));
    }

    [Fact]
    public void Texts_of_writers_that_it_has_not_read_find_their_places()
    {
        var score = PlacingScore.Of(Resources.Taxonomy, PlacingProtocol.Place(Loader.LoadClassifier(Resources), Set.Development));

        // A floor well under what is measured: it tells of a break, the command tells the figure.
        Assert.True(score.Leaf > 0.75, $"leaf {score.Leaf}");
        Assert.True(score.Enjeu > 0.88, $"enjeu {score.Enjeu}");
    }

    [Fact]
    public void Every_leaf_and_none_have_texts_of_several_writers() =>
        Assert.All(Resources.Taxonomy.Leaves.Select(leaf => leaf.Id).Append("none"), label =>
            Assert.True(Set.Training.Where(text => text.Label == label).Select(text => text.Writer).Distinct().Count() >= 3, label));

    [Fact]
    public void Writers_of_one_part_write_for_no_other() =>
        Assert.Empty(Set.Training.Select(text => text.Writer).Intersect(Set.Development.Select(text => text.Writer)));

    [Fact]
    public void No_text_repeats_another_in_any_part() =>
        Assert.Empty(NearDuplicates.Find([.. Set.Training, .. Set.Development, .. LabelledTexts.LoadUnseen(ProductVocabularies.Files.Labelled, Resources.Taxonomy)], NearDuplicate));
}
