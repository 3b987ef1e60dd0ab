using System.Collections.Immutable;
using Ingest.Classification.Features;

namespace Ingest.Classification;

/// <summary>What the model says of a text.</summary>
public sealed record TextPlacing
{
    /// <summary>All leaves, the best first, with calibrated probabilities; they make 1 with <see cref="None"/>.</summary>
    public required ImmutableArray<LeafProbability> Leaves { get; init; }

    /// <summary>Probability that the text places no aim and no action.</summary>
    public required double None { get; init; }

    /// <summary>For each level above the leaves, from the top, its places with the summed probabilities of their leaves, the best first.</summary>
    public required ImmutableArray<ImmutableArray<LeafProbability>> Levels { get; init; }
}

/// <summary>Places texts in a taxonomy: a model with what makes features of a text. It can be used by many threads at once.</summary>
public sealed class TextClassifier
{
    private readonly ClassifierModel _model;
    private readonly TextToFeatures _features;
    private readonly SentenceEmbedding? _sentences;
    private readonly TextToVector _toVector;
    private readonly ClassesToPlacing _toPlacing;

    internal TextClassifier(ClassifierModel model, Taxonomy taxonomy, TextToFeatures features, SentenceEmbedding? sentences)
    {
        (_model, Taxonomy, _features, _sentences) = (model, taxonomy, features, sentences);
        _toVector = new TextToVector(model.Space, model.Sentences);
        _toPlacing = new ClassesToPlacing(taxonomy, model.Classes);
    }

    /// <summary>The taxonomy that texts are placed in.</summary>
    public Taxonomy Taxonomy { get; }

    /// <summary>SHA-256 of the data that the model was fitted on.</summary>
    public string DataHash => _model.DataHash;

    /// <summary>The places of a text.</summary>
    public TextPlacing Place(string text) => Place([text]);

    /// <summary>The places of what several texts say together, each weighing the same: a title beside a long description.</summary>
    public TextPlacing Place(IReadOnlyList<string> texts)
    {
        var vector = FeatureSpace.Mean([.. texts.Select(text => _toVector.ToVector(_features.Features(text), _sentences?.Embed(text) ?? []))]);
        return _toPlacing.Convert(LinearScores.Probabilities(_model.Scores.Scores(vector), _model.Temperature));
    }

    /// <summary>The words of a text that speak most for a leaf against all others, each once, the weightiest first.</summary>
    /// <param name="text">The text.</param>
    /// <param name="leaf">The leaf.</param>
    /// <param name="most">Most words.</param>
    public ImmutableArray<string> Words(string text, string leaf, int most)
    {
        var chosen = _model.Classes.IndexOf(leaf);
        return
        [
            .. _features.Words(text).DistinctBy(word => word.Key)
                .Select(word => (word.Word, Weight: WeightOf(word.Key, chosen)))
                .Where(word => word.Weight > 0)
                .OrderByDescending(word => word.Weight).ThenBy(word => word.Word, StringComparer.Ordinal)
                .Take(most).Select(word => word.Word),
        ];
    }

    // How much more the word says for the class than for the mean of all, by its rarity.
    private double WeightOf(uint key, int chosen)
    {
        if (_model.Space.IndexOf(key) is var index && index < 0)
            return 0;
        var weights = _model.Scores.WeightsOf(index);
        var mean = 0.0;
        foreach (var weight in weights)
            mean += weight;
        return (weights[chosen] - (mean / weights.Length)) * _model.Space.Rarity[index];
    }
}
