using Ingest.Model.Pages;

namespace Ingest.Layout;

/// <summary>Font sizes of a document.</summary>
internal static class FontSizes
{
    /// <summary>The size of most letters in points, rounded to a tenth; 0 without any word.</summary>
    public static double Usual(IEnumerable<Word> words) => words
        .Where(word => word.IsVisible)
        .GroupBy(word => Math.Round(word.Size(), 1))
        .Select(group => (Size: group.Key, Letters: group.Sum(word => word.Text.Length)))
        .OrderByDescending(group => group.Letters).ThenBy(group => group.Size)
        .Select(group => group.Size)
        .FirstOrDefault();
}
