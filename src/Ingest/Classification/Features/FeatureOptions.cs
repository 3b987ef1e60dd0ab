namespace Ingest.Classification.Features;

/// <summary>What a text is compared by. The defaults are those that leave-one-writer-out on the training texts bore out.</summary>
public sealed record FeatureOptions
{
    /// <summary>Shortest run of characters inside a word, in characters. Default 3.</summary>
    public int ShortestGram { get; init; } = 3;

    /// <summary>Longest run of characters. Default 5: longer ones are words again.</summary>
    public int LongestGram { get; init; } = 5;

    /// <summary>Weight of words and pairs of words beside the other kinds, which are each scaled to length 1. Default 1.</summary>
    public double WordWeight { get; init; } = 1;

    /// <summary>Weight of pairs of words within their kind. Default 1.</summary>
    public double PairWeight { get; init; } = 1;

    /// <summary>How far apart, in stems, the two of a pair may stand. Default 4: « ateliers » and « cuisine » belong together across what stands between.</summary>
    public int PairReach { get; init; } = 4;

    /// <summary>Weight of runs of characters. Default 1.2.</summary>
    public double GramWeight { get; init; } = 1.2;

    /// <summary>Weight of the terms of the lexicons. Default 0.5.</summary>
    public double LexiconWeight { get; init; } = 0.5;

    /// <summary>Weight of the sentence vector where a definition names what makes one. Default 1: as much as the words.</summary>
    public double SentenceWeight { get; init; } = 1;

    /// <summary>Fewest training texts that a word must stand in. Default 1: a rare word is a sure one.</summary>
    public int FewestWords { get; init; } = 1;

    /// <summary>Fewest training texts that a pair of words must stand in. Default 2.</summary>
    public int FewestPairs { get; init; } = 2;

    /// <summary>Fewest training texts that a run of characters must stand in. Default 3.</summary>
    public int FewestGrams { get; init; } = 3;
}
