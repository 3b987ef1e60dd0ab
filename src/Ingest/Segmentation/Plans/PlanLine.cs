using Ingest.Layout;
using Ingest.Model.Provenance;
using Ingest.Tables;

namespace Ingest.Segmentation.Plans;

/// <summary>A line of a document as plans of actions see it.</summary>
/// <param name="Block">The block that it stands in.</param>
/// <param name="Text">Its words.</param>
internal abstract record PlanPiece(ContentBlock Block, SourceText Text);

/// <summary>« État (BOP 147) … 4 800 € »: a name and its amount.</summary>
/// <param name="Block">The block that it stands in.</param>
/// <param name="Text">Its words.</param>
/// <param name="Label">The name.</param>
/// <param name="Amount">The amount.</param>
/// <param name="IsCost">Whether the name is that of a cost or a sum.</param>
internal sealed record PlanLine(ContentBlock Block, SourceText Text, SourceText Label, DraftAmount Amount, bool IsCost) : PlanPiece(Block, Text)
{
    /// <summary>Whether the name is one that pays or costs; another counts only below such.</summary>
    public bool IsKnown { get; init; } = true;

    /// <summary>The paragraph; null for a row of a table.</summary>
    public TextBlock? Source { get; init; }
}

/// <summary>Words without an amount of their own.</summary>
/// <param name="Block">The block that it stands in.</param>
/// <param name="Text">Its words.</param>
/// <param name="Source">The paragraph; null for a row of a table.</param>
internal sealed record WordLine(ContentBlock Block, SourceText Text, TextBlock? Source) : PlanPiece(Block, Text);

/// <summary>A block that is none of either: nothing goes on over it.</summary>
/// <param name="Block">The block.</param>
internal sealed record OtherPiece(ContentBlock Block) : PlanPiece(Block, SourceText.Empty);
