using System.Collections.Immutable;
using Ingest.Model.Findings;
using Ingest.Tables;

namespace Ingest.Segmentation.Forms;

/// <summary>The action sheets of a document.</summary>
internal sealed record FormReading
{
    /// <summary>A document without sheets.</summary>
    public static FormReading None { get; } = new();

    /// <summary>Actions in document order, each with the index of the block that its sheet begins with.</summary>
    public ImmutableArray<(DraftAction Action, int Block)> Actions { get; init; } = [];

    /// <summary>The blocks that the sheets take.</summary>
    public ImmutableHashSet<ContentBlock> Blocks { get; init; } = [];

    /// <summary>What found no place.</summary>
    public ImmutableArray<DraftUnassigned> Left { get; init; } = [];

    /// <summary>Doubts.</summary>
    public ImmutableArray<Finding> Findings { get; init; } = [];
}
