using System.Collections.Immutable;
using Ingest.Model.Documents;
using Ingest.Reading.Ocr;

namespace Ingest.Running.Ledger;

/// <summary>Why a document is to be done.</summary>
public enum WorkReason
{
    /// <summary>Never seen at its path.</summary>
    New,

    /// <summary>Begun, or put down to be done, and not finished.</summary>
    Unfinished,

    /// <summary>Its bytes changed.</summary>
    ContentChanged,

    /// <summary>The definition or a file that it names changed.</summary>
    DefinitionChanged,

    /// <summary>The program changed.</summary>
    ProgramChanged,

    /// <summary>What people put right in it changed.</summary>
    CorrectionsChanged,

    /// <summary>The programs of text recognition changed, and they had a say in it.</summary>
    RecognitionChanged,

    /// <summary>Its result is gone.</summary>
    OutputMissing,

    /// <summary>Its result has other bytes than were written.</summary>
    OutputChanged,

    /// <summary>Its bytes could not be had or its result not be written.</summary>
    Lost,

    /// <summary>It could not be read, and failed documents were asked for.</summary>
    RetryFailed,

    /// <summary>Everything was asked for.</summary>
    Forced,
}

/// <summary>A document of a run.</summary>
/// <param name="Key">The unit as it is now.</param>
/// <param name="Reason">Why it is to be done; null where it is done.</param>
/// <param name="Known">The unit as the ledger has it; null for a new one.</param>
public sealed record PlannedUnit(UnitKey Key, WorkReason? Reason, UnitRecord? Known);

/// <summary>What of a collection is to be done, by what the ledger knows and what lies in the folder.</summary>
public sealed class WorkPlan
{
    private readonly ImmutableDictionary<string, UnitRecord> _units;
    private readonly ResultFolder _results;
    private readonly Lazy<string> _recognition;

    /// <summary>A plan.</summary>
    /// <param name="units">What the ledger knows.</param>
    /// <param name="results">Where results lie.</param>
    /// <param name="recognition">Versions of the recognition programs as they are installed; asked only where a result depends on them.</param>
    public WorkPlan(ImmutableDictionary<string, UnitRecord> units, ResultFolder results, Lazy<string> recognition) =>
        (_units, _results, _recognition) = (units, results, recognition);

    /// <summary>Whether everything is done anew.</summary>
    public bool Forces { get; init; }

    /// <summary>Whether documents that could not be read are tried again.</summary>
    public bool RetriesFailed { get; init; }

    /// <summary>What is to be done with a document. Its result is looked at byte by byte: dates of files are not to be trusted.</summary>
    /// <param name="key">The unit as it is now.</param>
    public PlannedUnit Of(UnitKey key)
    {
        var known = _units.GetValueOrDefault(key.Path);
        return new PlannedUnit(key, ReasonOf(key, known), known);
    }

    /// <summary>The units that the ledger knows and a run does not name, in the order of their paths.</summary>
    /// <param name="paths">The paths of the run.</param>
    public ImmutableArray<UnitRecord> Absent(IEnumerable<string> paths)
    {
        var named = paths.ToHashSet(StringComparer.Ordinal);
        return [.. _units.Values.Where(unit => !named.Contains(unit.Key.Path)).OrderBy(unit => unit.Key.Path, StringComparer.Ordinal)];
    }

    private WorkReason? ReasonOf(UnitKey key, UnitRecord? known)
    {
        if (known is null)
            return WorkReason.New;
        if (Forces)
            return WorkReason.Forced;
        if (known.State == UnitState.Failed)
            return WorkReason.Lost;
        if (known.State != UnitState.Done || known.Result is not { } result)
            return WorkReason.Unfinished;
        if (known.Key.ContentHash != key.ContentHash)
            return WorkReason.ContentChanged;
        if (known.Key.DefinitionHash != key.DefinitionHash)
            return WorkReason.DefinitionChanged;
        if (known.Key.Engine != key.Engine)
            return WorkReason.ProgramChanged;
        if (known.Key.Corrections != key.Corrections)
            return WorkReason.CorrectionsChanged;
        // What was recognised stays where the programs are gone: to try again could only lose it.
        if (result.Recognition is { } recognition && recognition != _recognition.Value && RecognitionTools.AreThere(_recognition.Value))
            return WorkReason.RecognitionChanged;
        if (RetriesFailed && result.Digest.Status == DocumentStatus.Failed)
            return WorkReason.RetryFailed;
        return _results.Check(key.Path, result);
    }
}
