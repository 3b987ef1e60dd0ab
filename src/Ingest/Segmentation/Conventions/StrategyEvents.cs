using System.Collections.Immutable;
using Ingest.Model.Provenance;
using Ingest.Vocabulary;

namespace Ingest.Segmentation.Conventions;

/// <summary>A line of a strategy in document order, whether it stood in a table, a heading or a list.</summary>
internal abstract record StrategyEvent;

/// <summary>A label opens: what follows stands under it.</summary>
/// <param name="Kind">What labels of one level share.</param>
/// <param name="Level">The level that its word or its column names; null where nothing does.</param>
/// <param name="Label">The label.</param>
internal sealed record LabelEvent(string Kind, StrategyLevel? Level, DraftLabel Label) : StrategyEvent
{
    /// <summary>The column that it stands in, from the left; null outside columns.</summary>
    public int? Column { get; init; }

    /// <summary>The numbers of its mark: 1 and 1 for « Chantier 1.A »; empty without a mark.</summary>
    public ImmutableArray<int> Numbers { get; init; } = [];
}

/// <summary>Items under the label that is open.</summary>
/// <param name="Items">The items.</param>
internal sealed record ItemsEvent(ImmutableArray<DraftItem> Items) : StrategyEvent;

/// <summary>A paragraph of prose under the label that is open: content only where nothing else is.</summary>
/// <param name="Text">The paragraph.</param>
internal sealed record ProseEvent(SourceText Text) : StrategyEvent;
