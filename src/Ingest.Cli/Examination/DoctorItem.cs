using System.Collections.Immutable;

namespace Ingest.Cli.Examination;

/// <summary>How it stands with one thing.</summary>
internal enum DoctorState
{
    /// <summary>It is there.</summary>
    Ready,

    /// <summary>The work goes on, slower or soon no more.</summary>
    Attention,

    /// <summary>Some of the work cannot be done.</summary>
    Missing,
}

/// <summary>One thing that the work needs, as it was found on this machine.</summary>
/// <param name="Name">What it is, in English and without spaces: a stable name for programs, and the end of its message key.</param>
/// <param name="State">How it stands.</param>
/// <param name="Text">What was found, in the user's language.</param>
internal sealed record DoctorItem(string Name, DoctorState State, string Text)
{
    /// <summary>What was found, for programs.</summary>
    public ImmutableSortedDictionary<string, string> Facts { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>What to do, in the user's language; null where nothing.</summary>
    public string? Remedy { get; init; }
}
