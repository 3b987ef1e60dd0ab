namespace Ingest.Vocabulary;

/// <summary>What a text is taken for.</summary>
public enum FrenchVerdict
{
    /// <summary>French, or nothing that speaks against it: acronyms, names, numbers.</summary>
    French,

    /// <summary>Neither sure: a person should look.</summary>
    Doubtful,

    /// <summary>What recognition makes of rules, stamps and pictures.</summary>
    Gibberish,
}

/// <summary>How French a text is. Names, acronyms, numbers, codes and units are no evidence and are not counted.</summary>
/// <param name="KnownLetters">Share of the counted letters that stand in known words, 0 to 1; 1 where none is counted.</param>
/// <param name="KnownWords">Share of the counted words that are known, 0 to 1; 1 where none is counted.</param>
/// <param name="MeanScore">Mean logarithm of the probability of the counted letters, in bits per character (see <see cref="FrenchTrigrams"/>).</param>
/// <param name="Support">Share of the evidence that speaks for French, 0 to 1: letters of words, weighed; 1 where there is no evidence.</param>
/// <param name="Verdict">What it is taken for.</param>
public sealed record Frenchness(double KnownLetters, double KnownWords, double MeanScore, double Support, FrenchVerdict Verdict);
