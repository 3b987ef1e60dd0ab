using System.Collections.Immutable;
using System.Diagnostics;

namespace Ingest.Running;

/// <summary>The stages of a document, in their order.</summary>
public enum ProcessingStage
{
    /// <summary>Bytes → pages, text recognition among it.</summary>
    Read,

    /// <summary>Pages → blocks and tables.</summary>
    Layout,

    /// <summary>Tables and headings → drafts.</summary>
    Segment,

    /// <summary>Drafts → typed values.</summary>
    Normalise,

    /// <summary>Texts → places in taxonomies.</summary>
    Classify,

    /// <summary>The checks.</summary>
    Validate,

    /// <summary>The document → its file.</summary>
    Write,
}

/// <summary>How long a stage took.</summary>
/// <param name="Stage">The stage.</param>
/// <param name="Duration">Time by the wall, with other documents worked on beside it.</param>
public sealed record StageTime(ProcessingStage Stage, TimeSpan Duration);

/// <summary>Takes the time of one document's stages: each ends where the next begins. One thread goes through them, another may look.</summary>
internal sealed class StageClock(ProcessingStage first)
{
    private readonly Lock _gate = new();
    private readonly ImmutableArray<StageTime>.Builder _ended = ImmutableArray.CreateBuilder<StageTime>();
    private ProcessingStage _current = first;
    private long _since = Stopwatch.GetTimestamp();

    /// <summary>The stage that goes on.</summary>
    public ProcessingStage Current
    {
        get
        {
            lock (_gate)
                return _current;
        }
    }

    /// <summary>Ends the stage and begins another.</summary>
    public void Enter(ProcessingStage next)
    {
        lock (_gate)
        {
            _ended.Add(new StageTime(_current, Stopwatch.GetElapsedTime(_since)));
            (_current, _since) = (next, Stopwatch.GetTimestamp());
        }
    }

    /// <summary>The times so far, that of the stage that goes on among them.</summary>
    public ImmutableArray<StageTime> Times()
    {
        lock (_gate)
            return [.. _ended, new StageTime(_current, Stopwatch.GetElapsedTime(_since))];
    }
}
