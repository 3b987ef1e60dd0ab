using System.Collections.Immutable;
using Ingest.Classification;
using Ingest.Classification.Training;

namespace Ingest.Evaluation.Placing;

/// <summary>Models fitted on a part of the labelled texts and scored on the rest.</summary>
public sealed class PlacingProtocol
{
    private readonly TaxonomyResources _resources;
    private readonly LabelledSet _set;
    private readonly ClassifierFit _fit;
    private readonly TwoStageFit _twoStages;

    /// <summary>A protocol over some labelled texts.</summary>
    public PlacingProtocol(TaxonomyResources resources, LabelledSet set, TrainingOptions options) =>
        (_resources, _set, _fit, _twoStages) = (resources, set, new ClassifierFit(resources, options), new TwoStageFit(resources, options));

    /// <summary>Each group of training texts is placed by a model that saw none of it.</summary>
    /// <param name="group">What a text's group is: its writer, its commune.</param>
    /// <param name="cancellation">Stops between models.</param>
    public ImmutableArray<PlacedLabel> LeaveOneOut(Func<LabelledText, string> group, CancellationToken cancellation) => LeaveOneOut(group, set => _fit.Fit(set).Place, cancellation);

    /// <summary>The same by models in two stages, the place above the leaf first: a trial.</summary>
    /// <param name="group">What a text's group is.</param>
    /// <param name="cancellation">Stops between models.</param>
    public ImmutableArray<PlacedLabel> LeaveOneOutInTwoStages(Func<LabelledText, string> group, CancellationToken cancellation) => LeaveOneOut(group, _twoStages.Fit, cancellation);

    /// <summary>The same with words of like meaning behind each text: a trial.</summary>
    /// <param name="group">What a text's group is.</param>
    /// <param name="thesaurus">What tells them.</param>
    /// <param name="everyWord">Whether every word of every text is told so, those that a model learns from too; else only the words of texts to place that it has not read.</param>
    /// <param name="cancellation">Stops between models.</param>
    public ImmutableArray<PlacedLabel> LeaveOneOutWithThesaurus(Func<LabelledText, string> group, Thesaurus thesaurus, bool everyWord, CancellationToken cancellation) => LeaveOneOut(
        group,
        set =>
        {
            var model = _fit.Fit(everyWord ? set with { Training = Expanded(set.Training), Development = Expanded(set.Development) } : set);
            var known = everyWord ? null : Thesaurus.Stems(set.Training.Select(text => text.Text));
            return text => model.Place(thesaurus.Expand(text, known));

            ImmutableArray<LabelledText> Expanded(ImmutableArray<LabelledText> texts) => [.. texts.Select(text => text with { Text = thesaurus.Expand(text.Text, null) })];
        },
        cancellation);

    private ImmutableArray<PlacedLabel> LeaveOneOut(Func<LabelledText, string> group, Func<LabelledSet, Func<string, TextPlacing>> fit, CancellationToken cancellation)
    {
        var groups = _set.Training.GroupBy(group, StringComparer.Ordinal).OrderBy(texts => texts.Key, StringComparer.Ordinal).ToArray();
        var placed = new ImmutableArray<PlacedLabel>[groups.Length];
        Parallel.For(0, groups.Length, new ParallelOptions { CancellationToken = cancellation, MaxDegreeOfParallelism = Environment.ProcessorCount }, i =>
        {
            var key = groups[i].Key;
            var place = fit(_set with { Training = [.. _set.Training.Where(text => group(text) != key)] });
            placed[i] = [.. groups[i].Select(text => new PlacedLabel(text, place(text.Text)))];
        });
        return [.. placed.SelectMany(texts => texts)];
    }

    /// <summary>The development texts, placed by models that learned from so many texts of each place, every writer's in turn.</summary>
    /// <param name="perLeaf">How many texts of each place.</param>
    public ImmutableArray<PlacedLabel> Learned(int perLeaf) => Place(_fit.Fit(_set with { Training = Sample(perLeaf) }), _set.Development);

    /// <summary>Texts placed by a model.</summary>
    public static ImmutableArray<PlacedLabel> Place(TextClassifier model, IEnumerable<LabelledText> texts) => [.. texts.Select(text => new PlacedLabel(text, model.Place(text.Text)))];

    /// <summary>Texts placed by a model that reads them through the noise of a poor scan.</summary>
    /// <param name="model">The model.</param>
    /// <param name="texts">The texts.</param>
    /// <param name="share">Share of the characters that are touched.</param>
    public static ImmutableArray<PlacedLabel> PlaceNoisy(TextClassifier model, IEnumerable<LabelledText> texts, double share) =>
        [.. texts.Select(text => new PlacedLabel(text, model.Place(OcrNoise.Apply(text.Text, share))))];

    /// <summary>The baselines, by name, over some texts.</summary>
    public ImmutableArray<(string Name, ImmutableArray<PlacedLabel> Placed)> Baselines(IReadOnlyList<LabelledText> texts) =>
    [
        ("label cosine", Paired(texts, LabelCosine.Place(_resources, _set.Training, texts))),
        ("FeaturizeText + SDCA, defaults", Paired(texts, PlainTextBaseline.Place(_resources.Taxonomy, _set.Training, texts))),
    ];

    private static ImmutableArray<PlacedLabel> Paired(IReadOnlyList<LabelledText> texts, ImmutableArray<TextPlacing> placings) =>
        [.. texts.Zip(placings, (text, placing) => new PlacedLabel(text, placing))];

    // Writers in turn, then styles as they come: no writer and no style has the few texts for itself.
    private ImmutableArray<LabelledText> Sample(int perLeaf) =>
    [
        .. _set.Training.GroupBy(text => text.Label, StringComparer.Ordinal).SelectMany(label => label
            .GroupBy(text => text.Writer, StringComparer.Ordinal)
            .SelectMany(writer => writer.Index().Select(item => (Turn: Spread(item.Index, writer.Count()), item.Item)))
            .OrderBy(item => item.Turn).ThenBy(item => item.Item.Writer, StringComparer.Ordinal)
            .Take(perLeaf).Select(item => item.Item)),
    ];

    // The texts of a writer stand by style: every fifth first.
    private static int Spread(int index, int count) => ((index % 5) * count) + index;
}
