using Ingest.Cli.Input;
using Ingest.Cli.Text;
using Ingest.Collections;
using Ingest.Model.Documents;
using Ingest.Model.Findings;
using Ingest.Model.Values;

namespace Ingest.Cli.Output;

/// <summary>What a run tells of a document.</summary>
internal sealed record DocumentOutcome
{
    /// <summary>The source.</summary>
    public required SourceFile Source { get; init; }

    /// <summary>What is kept in mind of it; null where its bytes could not be had or its result not be written.</summary>
    public required DocumentDigest? Digest { get; init; }

    /// <summary>By what it is known again; null as the digest is, and where nobody asks.</summary>
    public DocumentFingerprint? Fingerprint { get; init; }

    /// <summary>Why it could not be read, in the user's language; null where it was.</summary>
    public string? Failure { get; init; }

    /// <summary>What came of it.</summary>
    public DocumentStatus Status => Digest?.Status ?? DocumentStatus.Failed;

    /// <summary>What the document is.</summary>
    public DocumentKind Kind => Digest?.Kind ?? DocumentKind.Other;

    /// <summary>Number of actions.</summary>
    public int ActionCount => Digest?.ActionCount ?? 0;

    /// <summary>Money of the actions.</summary>
    public Euros Money => Digest?.Money ?? Euros.Zero;

    /// <summary>What the strategy says.</summary>
    public StrategySize Strategy => Digest?.Strategy ?? default;

    /// <summary>Number of error findings; a document that is lost is an error.</summary>
    public int ErrorCount => Digest?.CountOf(Severity.Error) ?? 1;

    /// <summary>Number of warning findings.</summary>
    public int WarningCount => Digest?.CountOf(Severity.Warning) ?? 0;

    /// <summary>Number of findings worth knowing.</summary>
    public int InfoCount => Digest?.CountOf(Severity.Info) ?? 0;

    /// <summary>Whether a program that reading it needs is not installed.</summary>
    public bool LacksTool => Digest?.LacksTool ?? false;

    /// <summary>Whether nothing could be read.</summary>
    public bool IsFailed => Status == DocumentStatus.Failed;

    /// <summary>The outcome of a document that was processed.</summary>
    public static DocumentOutcome Of(SourceFile source, IngestedDocument document, Messages messages) => Of(source, DocumentDigest.Of(document), null, messages);

    /// <summary>The outcome of a document that was processed, now or in an earlier run.</summary>
    public static DocumentOutcome Of(SourceFile source, DocumentDigest digest, DocumentFingerprint? fingerprint, Messages messages) => new()
    {
        Source = source,
        Digest = digest,
        Fingerprint = fingerprint,
        Failure = digest.Status != DocumentStatus.Failed ? null : digest.Failure is { } why ? messages.Of(why) : messages["error.unreadable"],
    };

    /// <summary>The outcome of a document whose bytes could not be had or whose result could not be written.</summary>
    public static DocumentOutcome Lost(SourceFile source, string why) => new() { Source = source, Digest = null, Failure = why };
}
