using System.Collections.Immutable;
using Ingest.Tables.Aligned;
using Ingest.Tables.Tagged;

namespace Ingest.Tables;

/// <summary>A table of one page with what is needed to know whether it goes on.</summary>
internal sealed record TablePart
{
    /// <summary>The table.</summary>
    public required PageTable Table { get; init; }

    /// <summary>Column edges in points; empty where the source has no geometry.</summary>
    public ImmutableArray<double> Columns { get; init; } = [];

    /// <summary>Left and right of the words of each column in points; empty where the sides of the columns are drawn.</summary>
    public ImmutableArray<Run> Stripes { get; init; } = [];

    /// <summary>What the source says of its rows; null where it says nothing.</summary>
    public TaggedRows? Tagged { get; init; }

    /// <summary>Whether no text stands before it on its page.</summary>
    public bool IsFirst { get; init; }

    /// <summary>Whether no text but notes stands behind it on its page.</summary>
    public bool IsLast { get; init; }

    /// <summary>Whether it directly follows another table in a file of lines.</summary>
    public bool FollowsInLines { get; init; }

    /// <summary>Whether a rule closes it at its top.</summary>
    public bool HasTopRule { get; init; } = true;

    /// <summary>Whether a rule closes it at its bottom.</summary>
    public bool HasBottomRule { get; init; } = true;
}
