using System.Collections.Immutable;
using System.Numerics;
using Ingest.Classification.Features;

namespace Ingest.Classification;

/// <summary>A linear model of several classes: one weight for each feature and class, and a bias for each class.</summary>
internal sealed class LinearScores
{
    private readonly float[] _weights;
    private readonly float[] _bias;

    /// <summary>A model of these weights.</summary>
    /// <param name="weights">The weights of the first feature for all classes, then those of the next.</param>
    /// <param name="bias">One per class.</param>
    public LinearScores(float[] weights, float[] bias) => (_weights, _bias) = (weights, bias);

    /// <summary>Number of classes.</summary>
    public int Classes => _bias.Length;

    /// <summary>The weights of a feature, one per class.</summary>
    public ReadOnlySpan<float> WeightsOf(int feature) => _weights.AsSpan(feature * _bias.Length, _bias.Length);

    /// <summary>The biases.</summary>
    public ReadOnlySpan<float> Bias => _bias;

    /// <summary>The score of each class.</summary>
    public double[] Scores(SparseVector vector)
    {
        var sums = (float[])_bias.Clone();
        for (var i = 0; i < vector.Indices.Length; i++)
        {
            AddScaled(sums, WeightsOf(vector.Indices[i]), vector.Values[i]);
        }

        return Array.ConvertAll(sums, static sum => (double)sum);
    }

    private static void AddScaled(Span<float> sums, ReadOnlySpan<float> row, float value)
    {
        var c = 0;
        for (; c + Vector<float>.Count <= sums.Length; c += Vector<float>.Count)
            (new Vector<float>(sums[c..]) + (new Vector<float>(row[c..]) * value)).CopyTo(sums[c..]);
        for (; c < sums.Length; c++)
            sums[c] += row[c] * value;
    }

    /// <summary>The weighted sum of two models over the same features and classes: their probabilities, averaged geometrically.</summary>
    public static LinearScores Mix(LinearScores one, double share, LinearScores other, double otherShare) => new(
        [.. one._weights.Zip(other._weights, (a, b) => (float)((a * share) + (b * otherShare)))],
        [.. one._bias.Zip(other._bias, (a, b) => (float)((a * share) + (b * otherShare)))]);

    /// <summary>Scores as probabilities.</summary>
    /// <param name="scores">The scores.</param>
    /// <param name="temperature">What scores are divided by first: above 1 it makes the model less sure of itself.</param>
    public static ImmutableArray<double> Probabilities(double[] scores, double temperature)
    {
        var most = scores.Max();
        var powers = Array.ConvertAll(scores, score => Math.Exp((score - most) / temperature));
        var sum = powers.Sum();
        return [.. powers.Select(power => power / sum)];
    }
}
