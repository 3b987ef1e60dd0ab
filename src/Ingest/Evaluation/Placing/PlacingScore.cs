using Ingest.Classification;

namespace Ingest.Evaluation.Placing;

/// <summary>How well texts are placed.</summary>
public sealed record PlacingScore
{
    private const int Bins = 10;
    private const double Coverage = 0.7;
    private const int TopCount = 3;

    /// <summary>Number of texts.</summary>
    public required int Texts { get; init; }

    /// <summary>Of the texts of a leaf, the share whose answer is that leaf.</summary>
    public required double Leaf { get; init; }

    /// <summary>Of these, the share whose leaf is among the three best.</summary>
    public required double Top3 { get; init; }

    /// <summary>Of these, the share whose likeliest orientation is right.</summary>
    public required double Orientation { get; init; }

    /// <summary>Of these, the share whose likeliest enjeu is right.</summary>
    public required double Enjeu { get; init; }

    /// <summary>Mean over the leaves of the harmonic mean of precision and recall.</summary>
    public required double MacroF1 { get; init; }

    /// <summary>Expected calibration error over all texts, ten bins of the answer's probability.</summary>
    public required double CalibrationError { get; init; }

    /// <summary>Share of right answers among the 70 % of all texts with the surest ones.</summary>
    public required double Covered { get; init; }

    /// <summary>Share of texts answered « none » that are.</summary>
    public required double NonePrecision { get; init; }

    /// <summary>Share of the texts of « none » that are answered so.</summary>
    public required double NoneRecall { get; init; }

    /// <summary>Scores placed texts.</summary>
    /// <param name="taxonomy">The taxonomy.</param>
    /// <param name="placed">At least one text of a leaf.</param>
    public static PlacingScore Of(Taxonomy taxonomy, IReadOnlyList<PlacedLabel> placed)
    {
        var leaves = placed.Where(text => !text.IsNone).ToArray();
        var surest = placed.OrderByDescending(text => text.Confidence).Take((int)Math.Ceiling(placed.Count * Coverage)).ToArray();
        var (none, answeredNone) = (placed.Where(text => text.IsNone).ToArray(), placed.Where(text => text.Answer == PlacedLabel.NoneName).ToArray());
        return new PlacingScore
        {
            Texts = placed.Count,
            Leaf = Share(leaves, text => text.IsRight),
            Top3 = Share(leaves, text => text.Placing.Leaves.Take(TopCount).Any(leaf => leaf.Leaf == text.Text.Label)),
            Orientation = Share(leaves, text => IsRightAt(taxonomy, text, 1)),
            Enjeu = Share(leaves, text => IsRightAt(taxonomy, text, 0)),
            MacroF1 = leaves.Select(text => text.Text.Label).Distinct().Average(leaf => F1(placed, leaf)),
            CalibrationError = placed.GroupBy(text => Math.Min((int)(text.Confidence * Bins), Bins - 1))
                .Sum(bin => Math.Abs(bin.Average(text => text.Confidence) - Share([.. bin], text => text.IsRight)) * bin.Count()) / placed.Count,
            Covered = Share(surest, text => text.IsRight),
            NonePrecision = Share(answeredNone, text => text.IsNone),
            NoneRecall = Share(none, text => text.IsRight),
        };
    }

    private static bool IsRightAt(Taxonomy taxonomy, PlacedLabel text, int level) =>
        text.Placing.Levels.Length > level && text.Placing.Levels[level][0].Leaf == taxonomy.AtLevel(text.Text.Label, level);

    private static double F1(IReadOnlyList<PlacedLabel> placed, string leaf)
    {
        var hits = placed.Count(text => text.Text.Label == leaf && text.Answer == leaf);
        var all = placed.Count(text => text.Text.Label == leaf) + placed.Count(text => text.Answer == leaf);
        return all == 0 ? 0 : 2.0 * hits / all;
    }

    private static double Share(PlacedLabel[] texts, Func<PlacedLabel, bool> isSo) => texts.Length == 0 ? double.NaN : (double)texts.Count(isSo) / texts.Length;
}
