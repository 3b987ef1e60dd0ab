namespace Ingest.Evaluation;

/// <summary>How expected and read things are paired before their fields are compared. Similarities go from 0 to 1.</summary>
public sealed record EvaluationOptions
{
    /// <summary>
    /// Weight of the titles' likeness in the likeness of two actions. Titles name an action, so they weigh most; the rest is
    /// the cost's, so that an action whose title was misread is still paired by its cost when the titles share something.
    /// </summary>
    public double ActionTitleWeight { get; init; } = 0.7;

    /// <summary>
    /// Least likeness of two actions that may be paired: an equal cost and three tenths of a title, or seven tenths of a
    /// title with another cost. Two French titles that have nothing in common share two to three tenths of their letters.
    /// </summary>
    public double ActionThreshold { get; init; } = 0.5;

    /// <summary>
    /// Least likeness of two totals that may be paired, where the amount counts 0.4, and scope, what it sums up and label
    /// 0.2 each: two of the latter with the amount, or all of them with another amount.
    /// </summary>
    public double TotalThreshold { get; init; } = 0.6;

    /// <summary>Least likeness of two financers of one action, where kind, amount and label count a third each: one of the three.</summary>
    public double FinancerThreshold { get; init; } = 0.3;
}
