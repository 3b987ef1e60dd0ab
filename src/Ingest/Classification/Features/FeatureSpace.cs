using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Ingest.Classification.Features;

/// <summary>
/// The features that a model knows, with how rare each is: counted features to vectors, damped counts × inverse document frequency, each
/// kind scaled to its length so that a long text weighs no more than a title.
/// </summary>
internal sealed class FeatureSpace
{
    private readonly uint[] _keys;
    private readonly float[] _rarity;
    private readonly Dictionary<uint, int> _indices;
    private readonly FeatureOptions _options;

    /// <summary>A space of known features.</summary>
    /// <param name="keys">Their keys, ascending.</param>
    /// <param name="rarity">Inverse document frequency of each.</param>
    /// <param name="options">Weights of the kinds.</param>
    public FeatureSpace(uint[] keys, float[] rarity, FeatureOptions options)
    {
        (_keys, _rarity, _options) = (keys, rarity, options);
        _indices = new Dictionary<uint, int>(keys.Length);
        for (var i = 0; i < keys.Length; i++)
            _indices.Add(keys[i], i);
    }

    /// <summary>Number of features.</summary>
    public int Size => _keys.Length;

    /// <summary>The keys, ascending.</summary>
    public ReadOnlySpan<uint> Keys => _keys;

    /// <summary>Inverse document frequencies, in the order of the keys.</summary>
    public ReadOnlySpan<float> Rarity => _rarity;

    /// <summary>The space of what stands often enough in some texts.</summary>
    /// <param name="texts">The features of each text.</param>
    /// <param name="options">How often is often enough.</param>
    public static FeatureSpace Fit(IReadOnlyList<IReadOnlyCollection<CountedFeature>> texts, FeatureOptions options)
    {
        var documents = new Dictionary<uint, (FeatureKind Kind, int Count)>();
        foreach (var feature in texts.SelectMany(text => text))
        {
            ref var entry = ref CollectionsMarshal.GetValueRefOrAddDefault(documents, feature.Key, out _);
            entry = (feature.Kind, entry.Count + 1);
        }

        var kept = documents.Where(entry => entry.Value.Count >= Fewest(entry.Value.Kind, options)).OrderBy(entry => entry.Key).ToArray();
        return new FeatureSpace(
            [.. kept.Select(entry => entry.Key)],
            [.. kept.Select(entry => entry.Value.Kind == FeatureKind.Lexicon ? 1f : (float)(1 + Math.Log((1.0 + texts.Count) / (1 + entry.Value.Count))))],
            options);
    }

    /// <summary>The place of a feature, or a negative number where the space does not know it.</summary>
    public int IndexOf(uint key) => _indices.GetValueOrDefault(key, -1);

    /// <summary>A text as a vector.</summary>
    public SparseVector ToVector(IReadOnlyCollection<CountedFeature> features)
    {
        var known = new List<(int Index, FeatureKind Kind, float Value)>(features.Count);
        var (words, grams, terms) = (0.0, 0.0, 0.0);
        foreach (var feature in features)
        {
            var index = IndexOf(feature.Key);
            if (index < 0)
                continue;
            var value = (1 + MathF.Log(Math.Max(feature.Count, 1))) * Math.Min(feature.Count, 1) * _rarity[index] * (feature.Kind == FeatureKind.Pair ? (float)_options.PairWeight : 1);
            known.Add((index, feature.Kind, value));
            if (feature.Kind == FeatureKind.Gram)
                grams += value * value;
            else if (feature.Kind == FeatureKind.Lexicon)
                terms += value * value;
            else
                words += value * value;
        }

        known.Sort(static (a, b) => a.Index.CompareTo(b.Index));
        var (wordScale, gramScale, termScale) = (Scale(_options.WordWeight, words), Scale(_options.GramWeight, grams), Scale(_options.LexiconWeight, terms));
        var values = ImmutableArray.CreateBuilder<float>(known.Count);
        foreach (var feature in known)
            values.Add(feature.Value * (feature.Kind switch { FeatureKind.Gram => gramScale, FeatureKind.Lexicon => termScale, _ => wordScale }));
        return new SparseVector([.. known.Select(feature => feature.Index)], values.MoveToImmutable());
    }

    /// <summary>The mean of several vectors.</summary>
    public static SparseVector Mean(IReadOnlyList<SparseVector> vectors)
    {
        if (vectors.Count == 1)
            return vectors[0];
        var sums = new Dictionary<int, float>();
        foreach (var vector in vectors)
        {
            for (var i = 0; i < vector.Indices.Length; i++)
                sums[vector.Indices[i]] = sums.GetValueOrDefault(vector.Indices[i]) + (vector.Values[i] / vectors.Count);
        }

        int[] indices = [.. sums.Keys];
        float[] values = [.. sums.Values];
        Array.Sort(indices, values);
        return new SparseVector([.. indices], [.. values]);
    }

    private static float Scale(double weight, double squares) => squares > 0 ? (float)(weight / Math.Sqrt(squares)) : 0;

    private static int Fewest(FeatureKind kind, FeatureOptions options) => kind switch
    {
        FeatureKind.Word => options.FewestWords,
        FeatureKind.Pair => options.FewestPairs,
        FeatureKind.Gram => options.FewestGrams,
        _ => 1,
    };
}
