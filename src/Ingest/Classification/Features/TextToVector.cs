using System.Collections.Immutable;

namespace Ingest.Classification.Features;

/// <summary>Text to the vector that weights are fitted over: the features that a space knows and, behind them, the sentence vector where there is one.</summary>
internal sealed class TextToVector
{
    private readonly FeatureSpace _space;
    private readonly SentencePart? _part;

    /// <summary>Vectors over a space.</summary>
    /// <param name="space">The features that are known.</param>
    /// <param name="part">What stands behind them; null for nothing.</param>
    public TextToVector(FeatureSpace space, SentencePart? part) => (_space, _part) = (space, part);

    /// <summary>Number of values of a vector.</summary>
    public int Size => _space.Size + (_part?.Size ?? 0);

    /// <summary>A text as a vector.</summary>
    /// <param name="features">Its features.</param>
    /// <param name="sentence">Its sentence vector; empty where there is none.</param>
    public SparseVector ToVector(IReadOnlyCollection<CountedFeature> features, ImmutableArray<float> sentence)
    {
        var vector = _space.ToVector(features);
        return _part is null
            ? vector
            : new SparseVector(
                vector.Indices.AddRange(Enumerable.Range(_space.Size, _part.Size)),
                vector.Values.AddRange(sentence.Select(value => (float)(value * _part.Weight))));
    }
}
