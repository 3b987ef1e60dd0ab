using System.Collections.Immutable;
using Ingest.Model.Documents;
using Ingest.Model.Pages;
using Ingest.Tables;

namespace Ingest.Running;

/// <summary>A document with what the stages made on the way to it; where one failed, as far as they came.</summary>
/// <param name="Pages">The pages as read.</param>
/// <param name="Content">The blocks and tables built from them.</param>
/// <param name="Document">The published document.</param>
/// <param name="Options">The thresholds by which the content was built.</param>
public sealed record ProcessedDocument(ImmutableArray<Page> Pages, DocumentContent Content, IngestedDocument Document, ContentOptions Options)
{
    /// <summary>How long each stage took that was begun, in their order.</summary>
    public ImmutableArray<StageTime> Times { get; init; } = [];

    /// <summary>Whether text recognition had a say in it, or would have had if it were installed: a new version may read it otherwise.</summary>
    public bool AsksRecognition { get; init; }
}
