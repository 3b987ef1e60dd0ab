namespace Ingest.Classification;

/// <summary>What a definition chooses about the placing of texts.</summary>
public sealed record ClassificationOptions
{
    /// <summary>Probability (0..1) of the leaf from which on an answer is accepted; below, a person should look. Default 0.7.</summary>
    public double Accept { get; init; } = 0.7;

    /// <summary>Probability (0..1) of « none » from which on the program abstains. Default 0.5: it is likelier than all leaves together.</summary>
    public double Abstain { get; init; } = 0.5;

    /// <summary>
    /// The same for what a document gives as an action or an operational objective. Default 0.9: its place in the document already says that
    /// it is an aim or an action, and the words of administrations alone make no « none » of it.
    /// </summary>
    public double AbstainInDocuments { get; init; } = 0.9;

    /// <summary>Most other places that are told. Default 3: the right leaf is nearly always among them.</summary>
    public int Alternatives { get; init; } = 3;

    /// <summary>Probability (0..1) below which another place is not told. Default 0.02.</summary>
    public double LeastAlternative { get; init; } = 0.02;

    /// <summary>Most words that are told. Default 5.</summary>
    public int Words { get; init; } = 5;

    /// <summary>Probability (0..1) from which on an answer that contradicts the document's own place is told. Default 0.8.</summary>
    public double Disagree { get; init; } = 0.8;

    /// <summary>
    /// Likeness (0..1) from which on a label of the document is one of the taxonomy: 1 less the edits per character. Default 0.9:
    /// misread letters pass, another word (« soins » for « droits ») does not.
    /// </summary>
    public double LabelLikeness { get; init; } = 0.9;
}
