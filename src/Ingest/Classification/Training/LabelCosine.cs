using System.Collections.Immutable;
using Ingest.Classification.Features;

namespace Ingest.Classification.Training;

/// <summary>Texts placed by their likeness to the labels alone, nothing learned but how rare words are. A baseline, for evaluation alone.</summary>
public static class LabelCosine
{
    /// <summary>Places texts.</summary>
    /// <param name="resources">The taxonomy and its words.</param>
    /// <param name="training">Texts that tell how rare words are.</param>
    /// <param name="texts">What is placed.</param>
    public static ImmutableArray<TextPlacing> Place(TaxonomyResources resources, IReadOnlyList<LabelledText> training, IReadOnlyList<LabelledText> texts)
    {
        var options = new FeatureOptions();
        var toFeatures = new TextToFeatures(resources.Glossary, LeafLexicon.Empty(resources.Taxonomy.Id), resources.LittleWords, options);
        var labels = resources.Taxonomy.Leaves.Select(leaf => toFeatures.Features(leaf.Title)).ToArray();
        var space = FeatureSpace.Fit([.. training.Select(text => toFeatures.Features(text.Text)), .. labels], options);
        var vectors = labels.Select(space.ToVector).ToArray();
        var toPlacing = new ClassesToPlacing(resources.Taxonomy, [.. resources.Taxonomy.Leaves.Select(leaf => leaf.Id)]);
        return [.. texts.Select(text => toPlacing.Convert(Likenesses(space.ToVector(toFeatures.Features(text.Text)), vectors)))];
    }

    private static double[] Likenesses(SparseVector text, SparseVector[] labels)
    {
        var products = Array.ConvertAll(labels, text.Dot);
        var sum = products.Sum();
        return sum > 0 ? Array.ConvertAll(products, product => product / sum) : products;
    }
}
