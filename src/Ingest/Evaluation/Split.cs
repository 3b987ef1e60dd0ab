namespace Ingest.Evaluation;

/// <summary>The part of the corpus that a document belongs to.</summary>
public enum Split
{
    /// <summary>May be looked at while rules are written.</summary>
    Tune,

    /// <summary>Never looked at: its scores say how the rules do on documents that nobody wrote them for.</summary>
    Unseen,
}
