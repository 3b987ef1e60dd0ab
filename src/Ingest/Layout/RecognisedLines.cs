using Ingest.Model.Pages;
using Ingest.Model.Provenance;

namespace Ingest.Layout;

/// <summary>
/// What text recognition makes of lines: the same line is seldom read the same twice, and strokes of a pen, dirt and shadows become words
/// that the engine itself trusts little.
/// </summary>
internal static class RecognisedLines
{
    /// <summary>Whether any of the words was recognised on an image.</summary>
    public static bool IsRecognised(IEnumerable<Word> words) => words.Any(word => word.Origin == Origin.Ocr);

    /// <summary>Whether two texts are likely readings of one: nearly all letters are the same, and all digits are.</summary>
    /// <param name="one">One text.</param>
    /// <param name="other">The other.</param>
    /// <param name="options">Thresholds.</param>
    public static bool AreAlike(string one, string other, LayoutOptions options)
    {
        var longer = Math.Max(one.Length, other.Length);
        var most = (int)((1 - options.ReadAlike) * longer);
        return longer >= options.ShortestAlike && Math.Abs(one.Length - other.Length) <= most && Digits(one) == Digits(other) && EditDistance.Of(one, other) <= most;
    }

    /// <summary>Whether the words, all of them recognised, are ink that is no text.</summary>
    /// <param name="words">The words.</param>
    /// <param name="options">Thresholds.</param>
    public static bool AreNoise(IReadOnlyCollection<Word> words, LayoutOptions options) =>
        words.Count > 0 && words.All(word => word.Origin == Origin.Ocr)
        && words.Sum(word => word.Confidence * word.Text.Length) < options.NoiseTrust * words.Sum(word => word.Text.Length);

    private static string Digits(string text) => new([.. text.Where(char.IsAsciiDigit)]);
}
