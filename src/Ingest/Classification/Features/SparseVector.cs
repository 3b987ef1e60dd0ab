using System.Collections.Immutable;

namespace Ingest.Classification.Features;

/// <summary>The features of a text that a model knows, with their values.</summary>
/// <param name="Indices">Which features, ascending.</param>
/// <param name="Values">Their values, as many.</param>
internal readonly record struct SparseVector(ImmutableArray<int> Indices, ImmutableArray<float> Values)
{
    /// <summary>Sum of the products.</summary>
    public double Dot(SparseVector other)
    {
        var (sum, i, j) = (0.0, 0, 0);
        while (i < Indices.Length && j < other.Indices.Length)
        {
            if (Indices[i] == other.Indices[j])
                sum += (double)Values[i++] * other.Values[j++];
            else if (Indices[i] < other.Indices[j])
                i++;
            else
                j++;
        }

        return sum;
    }
}
