using System.Collections.Immutable;

namespace Ingest.Classification.Training;

/// <summary>
/// A trial, for evaluation alone: the place above the leaf first, then the leaf among those below it, by models of their own. Each is fitted
/// as the one model over all leaves is.
/// </summary>
public sealed class TwoStageFit
{
    private readonly TaxonomyResources _resources;
    private readonly TrainingOptions _options;
    private readonly ImmutableArray<TaxonomyNode> _parents;
    private readonly ClassesToPlacing _toPlacing;

    /// <summary>A trainer for one taxonomy, of at least two levels.</summary>
    public TwoStageFit(TaxonomyResources resources, TrainingOptions options)
    {
        (_resources, _options) = (resources, options);
        _parents = [.. resources.Taxonomy.Nodes.Where(node => node.Children.Any(child => child.Children.IsEmpty))];
        _toPlacing = new ClassesToPlacing(resources.Taxonomy, [.. resources.Taxonomy.Leaves.Select(leaf => leaf.Id), ClassifierModel.None]);
    }

    /// <summary>Fits all models, and gives what places a text by them.</summary>
    public Func<string, TextPlacing> Fit(LabelledSet set)
    {
        var first = FitParents(set);
        var second = _parents.ToDictionary(parent => parent.Id, parent => FitBelow(parent, set), StringComparer.Ordinal);
        return text =>
        {
            var parents = first.Place(text);
            var leaves = parents.Leaves.SelectMany(parent => Below(second[parent.Leaf].Place(text), parent.Probability)).ToDictionary(StringComparer.Ordinal);
            return _toPlacing.Convert([.. _resources.Taxonomy.Leaves.Select(leaf => leaves[leaf.Id]), parents.None]);
        };
    }

    // What is none of the leaves is what the first model says.
    private static IEnumerable<KeyValuePair<string, double>> Below(TextPlacing placing, double share) =>
        placing.Leaves.Select(leaf => KeyValuePair.Create(leaf.Leaf, placing.None < 1 ? share * leaf.Probability / (1 - placing.None) : 0));

    private TextClassifier FitParents(LabelledSet set)
    {
        var parentOf = _parents.SelectMany(parent => parent.Children.Select(child => (child.Id, Parent: parent.Id))).Append((ClassifierModel.None, ClassifierModel.None)).ToDictionary(StringComparer.Ordinal);
        var taxonomy = new Taxonomy(_resources.Taxonomy.Id, _resources.Taxonomy.Version, [.. _parents.Select(parent => parent with { Children = [] })]);
        LeafTerms[] terms =
        [
            .. _resources.Lexicon.Leaves.Select(leaf => new LeafTerms(parentOf[leaf.Leaf], leaf.Terms)),
            .. _parents.Select(parent => new LeafTerms(parent.Id, [.. parent.Children.Select(child => child.Title)])),
        ];
        return Fit(taxonomy, terms, set, text => text with { Label = parentOf[text.Label] });
    }

    private TextClassifier FitBelow(TaxonomyNode parent, LabelledSet set)
    {
        var labels = parent.Children.Select(child => child.Id).Append(ClassifierModel.None).ToHashSet(StringComparer.Ordinal);
        return Fit(
            new Taxonomy(_resources.Taxonomy.Id, _resources.Taxonomy.Version, [parent]),
            _resources.Lexicon.Leaves.Where(leaf => labels.Contains(leaf.Leaf)),
            new LabelledSet([.. set.Training.Where(text => labels.Contains(text.Label))], [.. set.Development.Where(text => labels.Contains(text.Label))], set.Hash),
            text => text);
    }

    private TextClassifier Fit(Taxonomy taxonomy, IEnumerable<LeafTerms> terms, LabelledSet set, Func<LabelledText, LabelledText> relabel) =>
        new ClassifierFit(_resources with { Taxonomy = taxonomy, Lexicon = new LeafLexicon(taxonomy.Id, [.. terms]) }, _options)
            .Fit(set with { Training = [.. set.Training.Select(relabel)], Development = [.. set.Development.Select(relabel)] });
}
