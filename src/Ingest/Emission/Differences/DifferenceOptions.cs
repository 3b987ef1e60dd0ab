namespace Ingest.Emission.Differences;

/// <summary>When two actions of two documents are one.</summary>
public sealed record DifferenceOptions
{
    /// <summary>The options as chosen.</summary>
    public static DifferenceOptions Default { get; } = new();

    /// <summary>Likeness of titles, 0 to 1, from which they are one action: a word more or less in a title of five.</summary>
    public double LeastLikeness { get; init; } = 0.8;

    /// <summary>Likeness of titles, 0 to 1, from which they are one action where porteur and cost are the same.</summary>
    public double LeastLikenessOfSame { get; init; } = 0.5;
}
