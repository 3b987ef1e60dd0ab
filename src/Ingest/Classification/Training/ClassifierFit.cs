using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Ingest.Classification.Features;

namespace Ingest.Classification.Training;

/// <summary>
/// Labelled texts to a classifier. Logistic regression and complement naive Bayes are fitted on the same features, brought to one scale by
/// their temperatures on the development texts, mixed, and calibrated there once more. Labels of the taxonomy and terms of the lexicons are
/// weak examples beside the texts.
/// </summary>
public sealed class ClassifierFit
{
    private readonly TaxonomyResources _resources;
    private readonly TrainingOptions _options;
    private readonly TextToFeatures _toFeatures;
    private readonly ImmutableArray<string> _classes;
    private readonly SentencePart? _sentencePart;
    private readonly ImmutableArray<Example> _weak;

    // Models of a protocol learn from the same texts again and again, and a sentence vector takes far longer than the rest.
    private readonly ConcurrentDictionary<string, ImmutableArray<float>> _sentences = new(StringComparer.Ordinal);

    /// <summary>A trainer for one taxonomy.</summary>
    public ClassifierFit(TaxonomyResources resources, TrainingOptions options)
    {
        (_resources, _options) = (resources, options);
        _toFeatures = resources.ToFeatures(options.Features);
        _sentencePart = resources.Sentences is { } sentences ? new SentencePart(sentences.Hash, sentences.Size, options.Features.SentenceWeight) : null;
        _classes = [.. resources.Taxonomy.Leaves.Select(leaf => leaf.Id), ClassifierModel.None];
        _weak = [.. WeakExamples()];
    }

    /// <summary>The hash that names a model: over its texts, what makes features of them, and how it is fitted.</summary>
    /// <param name="set">The labelled texts.</param>
    public string DataHash(LabelledSet set) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{set.Hash}\n{_resources.Hash}\n{_options.Canonical}{CanonicalSentences}")));

    /// <summary>Fits a classifier.</summary>
    public TextClassifier Fit(LabelledSet set) => _resources.ToClassifier(FitModel(set));

    /// <summary>Fits a classifier and writes its file.</summary>
    /// <param name="set">The labelled texts.</param>
    /// <param name="write">Writes a file, given its name and what writes its content.</param>
    public TextClassifier Fit(LabelledSet set, Action<string, Action<Stream>> write)
    {
        ArgumentNullException.ThrowIfNull(write);
        var model = FitModel(set);
        write(ModelFile.NameOf(model.Taxonomy, model.DataHash, model.Sentences?.Hash), stream => ModelFile.Write(model, stream));
        return _resources.ToClassifier(model);
    }

    /// <summary>The name of the file that a set of texts belongs to.</summary>
    public string FileName(LabelledSet set) => ModelFile.NameOf(_resources.Taxonomy.Id, DataHash(set), _sentencePart?.Hash);

    // Nothing where there is none: the names of models without stay what they were.
    private string CanonicalSentences => _sentencePart is null ? "" : string.Create(CultureInfo.InvariantCulture, $"\n{_sentencePart.Hash} {_sentencePart.Weight}");

    private ClassifierModel FitModel(LabelledSet set)
    {
        var texts = set.Training.Select(text => ToExample(text.Text, text.Label, 1)).ToArray();
        var labels = _weak.Take(_resources.Taxonomy.Leaves.Length).Select(example => example.Features);
        var space = FeatureSpace.Fit([.. texts.Select(text => text.Features), .. labels], _options.Features);
        var toVector = new TextToVector(space, _sentencePart);
        var examples = texts.Concat(_weak).Where(example => example.Weight > 0)
            .Select(example => new WeightedVector(toVector.ToVector(example.Features, example.Sentence), example.Class, example.Weight)).ToArray();
        var development = set.Development.Select(text => ToExample(text.Text, text.Label, 1)).Select(text => (Vector: toVector.ToVector(text.Features, text.Sentence), text.Class)).ToArray();

        // Bayes counts: it takes the features, of which there are some or none, and no sentence vector.
        var bayes = ComplementBayesFit.Fit(examples, space.Size, toVector.Size, _classes.Length, _options.Smoothing);
        var entropy = MaximumEntropyFit.Fit(examples, toVector.Size, _classes.Length, _options);
        var mixed = LinearScores.Mix(entropy, (1 - _options.BayesShare) / Temperature(entropy), bayes, _options.BayesShare / Temperature(bayes));
        return new ClassifierModel
        {
            Taxonomy = _resources.Taxonomy.Id,
            DataHash = DataHash(set),
            Classes = _classes,
            Space = space,
            Options = _options.Features,
            Sentences = _sentencePart,
            Scores = mixed,
            Temperature = Temperature(mixed),
        };

        double Temperature(LinearScores scores) => TemperatureFit.Fit([.. development.Select(text => (scores.Scores(text.Vector), text.Class))]);
    }

    // The labels first, one per leaf, then the terms.
    private IEnumerable<Example> WeakExamples()
    {
        foreach (var leaf in _resources.Taxonomy.Leaves)
            yield return ToExample(leaf.Title, leaf.Id, _options.LabelWeight);
        foreach (var leaf in _resources.Lexicon.Leaves)
        {
            foreach (var term in leaf.Terms)
                yield return ToExample(term, leaf.Leaf, _options.TermWeight);
        }
    }

    private Example ToExample(string text, string label, double weight) => new(
        _toFeatures.Features(text), _resources.Sentences is { } sentences ? _sentences.GetOrAdd(text, sentences.Embed) : [], _classes.IndexOf(label), weight);

    private readonly record struct Example(IReadOnlyCollection<CountedFeature> Features, ImmutableArray<float> Sentence, int Class, double Weight);
}
