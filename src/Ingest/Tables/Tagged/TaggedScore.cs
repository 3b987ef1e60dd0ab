using System.Collections.Immutable;
using Ingest.Layout;

namespace Ingest.Tables.Tagged;

/// <summary>Weighs what tells a tagged table from a page that is laid out by one: both are tagged alike.</summary>
internal static class TaggedScore
{
    /// <summary>The score.</summary>
    public static TableScore Of(TaggedCells cells, TaggedOptions options)
    {
        var filled = cells.Words.Where(words => !words.IsEmpty).ToList();
        var places = Math.Max(1, cells.Table.Cells.Length);
        double Share(Func<ImmutableArray<Model.Pages.Word>, bool> isSo) => (double)filled.Count(isSo) / filled.Count;
        var reasons = ImmutableArray.Create(
            new ScoreReason("prior", 1),
            new ScoreReason("rows", Math.Min(1.5, 0.25 * (cells.FilledRows - 1))),
            new ScoreReason("header", cells.HeaderRows > 0 ? 1.5 : 0),
            new ScoreReason("part", cells.Table.IsPart ? 1 : 0),
            new ScoreReason("filled", 2 * (((double)filled.Count / places) - 0.5)),
            new ScoreReason("figures", 2 * Share(words => ValueText.IsValue(string.Join(' ', words.Select(word => word.Text))))),
            new ScoreReason("prose", -4 * Share(words => words.Length >= options.ProseWords)));
        return new TableScore(1 / (1 + Math.Exp(-reasons.Sum(reason => reason.Weight))), [.. reasons.Where(reason => reason.Weight != 0)]);
    }
}
