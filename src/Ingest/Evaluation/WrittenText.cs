using System.Text;
using Ingest.Layout;

namespace Ingest.Evaluation;

/// <summary>Texts as a person compares them: how lines and spaces fall does not count, every other character does.</summary>
internal static class WrittenText
{
    /// <summary>Form C, each run of white space one space, none at the ends; null stays null.</summary>
    public static string? Fold(string? text) => text is null
        ? null
        : string.Join(' ', text.Normalize(NormalizationForm.FormC).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Whether both are the same text, or both are absent.</summary>
    public static bool AreEqual(string? left, string? right) => string.Equals(Fold(left), Fold(right), StringComparison.Ordinal);

    /// <summary>
    /// Likeness of two texts, 0..1: one less the edit distance (V. I. Levenshtein, 1966) over the length of the longer one.
    /// Two absent texts are alike, an absent one is like no other.
    /// </summary>
    public static double Similarity(string? left, string? right)
    {
        if (left is null || right is null)
            return left is null && right is null ? 1 : 0;
        var (a, b) = (Fold(left)!, Fold(right)!);
        var longer = Math.Max(a.Length, b.Length);
        return longer == 0 ? 1 : 1 - ((double)EditDistance.Of(a, b) / longer);
    }
}
