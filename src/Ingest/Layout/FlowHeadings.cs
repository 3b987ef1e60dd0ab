using System.Collections.Immutable;
using Ingest.Model.Pages;

namespace Ingest.Layout;

/// <summary>Headings of a flowing source that names none: many writers only set them larger or bold.</summary>
internal static class FlowHeadings
{
    /// <summary>The blocks, with levels by looks where none of them has one; as they are where the source tells headings or sizes are unknown.</summary>
    /// <param name="blocks">Paragraphs of the document in order; null stands for what is none.</param>
    /// <param name="options">Thresholds.</param>
    public static ImmutableArray<TextBlock?> ByLooks(IReadOnlyList<TextBlock?> blocks, LayoutOptions options)
    {
        var body = blocks.OfType<TextBlock>().Where(block => block.Role == FlowRole.Body).ToList();
        if (body.Exists(block => block.HeadingLevel is > 0))
            return [.. blocks];
        var usual = body.Where(block => block.FontSize is not null).GroupBy(block => block.FontSize!.Value)
            .OrderByDescending(group => group.Sum(block => block.Text.Words.Sum(word => word.Text.Length))).ThenBy(group => group.Key).FirstOrDefault()?.Key;
        if (usual is not { } bodySize)
            return [.. blocks];
        var first = body.FindIndex(block => block.FontSize <= bodySize && !MayHead(block, options));
        var looks = new Dictionary<TextBlock, Look>(ReferenceEqualityComparer.Instance);
        foreach (var (index, block) in body.Index())
            looks[block] = new Look(block.FontSize ?? bodySize, block.IsBold, MayHead(block, options), first < 0 || index < first);
        var scale = new HeadingScale(bodySize, looks.Values, options);
        return [.. blocks.Select(block => block is not null && looks.TryGetValue(block, out var look) ? block with { HeadingLevel = block.HeadingLevel ?? scale.LevelOf(look) } : block)];
    }

    private static bool MayHead(TextBlock block, LayoutOptions options)
    {
        var words = block.Text.Words.Take(options.HeadingWords + 1).ToList();
        return !(block.Marker is { } marker && !marker.Any(char.IsLetterOrDigit))
            && words.Count > 0 && words.Count <= options.HeadingWords && words.Exists(word => word.Text.Any(char.IsLetter)) && words[^1].Text[^1] is not ('.' or ';' or ',');
    }
}
