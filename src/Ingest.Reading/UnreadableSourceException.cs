using Ingest.Model.Findings;

namespace Ingest.Reading;

/// <summary>Nothing, or nothing more, can be read from a source. Carries the finding that says why and what to do.</summary>
public sealed class UnreadableSourceException : Exception
{
    /// <summary>The source cannot be read for the reason that the finding gives.</summary>
    public UnreadableSourceException(Finding finding, Exception? cause = null)
        : base(finding.MessageEn, cause) => Finding = finding;

    /// <summary>What is wrong and what to do.</summary>
    public Finding Finding { get; }
}
