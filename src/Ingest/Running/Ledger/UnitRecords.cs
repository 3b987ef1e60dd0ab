using System.Collections.Immutable;
using Ingest.Collections;

namespace Ingest.Running.Ledger;

/// <summary>How far a unit of work has come.</summary>
public enum UnitState
{
    /// <summary>Not begun, or given back by who had begun it.</summary>
    Pending,

    /// <summary>Somebody works on it, as long as the lease lasts.</summary>
    Running,

    /// <summary>Its result is written, be it that the document could not be read.</summary>
    Done,

    /// <summary>No result could be made or written.</summary>
    Failed,
}

/// <summary>What a result depends on: the same key gives the same bytes.</summary>
/// <param name="Path">Path of the document below what the user named, with « / »; there is one unit at each path.</param>
/// <param name="ContentHash">SHA-256 of the source's bytes.</param>
/// <param name="DefinitionHash">Hash of the definition with all it names.</param>
/// <param name="Engine">The program (<see cref="EngineIdentity"/>).</param>
public sealed record UnitKey(string Path, string ContentHash, string DefinitionHash, string Engine)
{
    /// <summary>Hash of what people put right in the document; empty for nothing.</summary>
    public string Corrections { get; init; } = "";
}

/// <summary>The right to work on a unit and to write its result, for a time.</summary>
/// <param name="Key">The unit.</param>
/// <param name="Token">Fencing token: each lease of a path has a higher one than all before it, and only the highest may write.</param>
/// <param name="Until">When it ends unless it is renewed.</param>
public sealed record UnitLease(UnitKey Key, long Token, DateTimeOffset Until);

/// <summary>A written result: its bytes, and what is kept in mind of it.</summary>
public sealed record UnitResult
{
    /// <summary>SHA-256 of the result's bytes.</summary>
    public required string OutputHash { get; init; }

    /// <summary>Number of the result's bytes.</summary>
    public required long OutputLength { get; init; }

    /// <summary>What a summary says of the document.</summary>
    public required DocumentDigest Digest { get; init; }

    /// <summary>By what it is known again.</summary>
    public required DocumentFingerprint Fingerprint { get; init; }

    /// <summary>Versions of the recognition programs where they had a say; null where they had none.</summary>
    public string? Recognition { get; init; }

    /// <summary>How long each stage took.</summary>
    public ImmutableArray<StageTime> Times { get; init; } = [];
}

/// <summary>A unit as the ledger has it.</summary>
public sealed record UnitRecord
{
    /// <summary>What its result depends on.</summary>
    public required UnitKey Key { get; init; }

    /// <summary>How far it has come.</summary>
    public required UnitState State { get; init; }

    /// <summary>How often it was begun since its key last changed; what was given back does not count.</summary>
    public required int Attempts { get; init; }

    /// <summary>Highest token so far.</summary>
    public required long Token { get; init; }

    /// <summary>Who works on it, or did last.</summary>
    public string? Owner { get; init; }

    /// <summary>When the lease ends.</summary>
    public DateTimeOffset? LeaseUntil { get; init; }

    /// <summary>Why no result could be made, where it failed.</summary>
    public string? Problem { get; init; }

    /// <summary>The last result; where the unit is not done, that of an earlier key. Null where there never was one.</summary>
    public UnitResult? Result { get; init; }
}
