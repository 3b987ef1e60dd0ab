using System.Collections.Immutable;
using Ingest.Model.Findings;
using Ingest.Model.Provenance;

namespace Ingest.Segmentation.Conventions;

/// <summary>What the tables of a run say.</summary>
internal sealed record StrategyTableReading
{
    /// <summary>Labels and items in order.</summary>
    public required ImmutableArray<StrategyEvent> Events { get; init; }

    /// <summary>The header as found, for tables that go on without one.</summary>
    public StrategyHeading Heading { get; init; } = StrategyHeading.None;

    /// <summary>What found no place.</summary>
    public ImmutableArray<DraftUnassigned> Left { get; init; } = [];

    /// <summary>What was read with doubt.</summary>
    public ImmutableArray<Finding> Findings { get; init; } = [];
}

/// <summary>The header that rows stand under.</summary>
/// <param name="Columns">What its columns hold; null before the first table.</param>
/// <param name="Row">Its row; null where no table had one.</param>
internal sealed record StrategyHeading(StrategyColumns? Columns, StrategyRow? Row)
{
    /// <summary>The one before any table.</summary>
    public static StrategyHeading None { get; } = new(null, null);

    /// <summary>The heading after another header: a damaged one says less than the one before it, and is left.</summary>
    public StrategyHeading Next(StrategyColumns found, StrategyRow row)
    {
        var isPoorer = Columns is not null && Named(found) < Named(Columns) && found.Labels.Length <= Columns.Labels.Length && found.Items == Columns.Items;
        return isPoorer ? this : new StrategyHeading(found, row);
    }

    private static int Named(StrategyColumns columns) => columns.All.Count(column => column.Level is not null);
}

/// <summary>What a reading leaves and doubts, in order, while it goes on.</summary>
internal sealed class StrategyRemarks
{
    private readonly ImmutableArray<DraftUnassigned>.Builder _left = ImmutableArray.CreateBuilder<DraftUnassigned>();
    private readonly ImmutableArray<Finding>.Builder _findings = ImmutableArray.CreateBuilder<Finding>();

    /// <summary>What found no place so far.</summary>
    public ImmutableArray<DraftUnassigned> Left => _left.ToImmutable();

    /// <summary>What was read with doubt so far.</summary>
    public ImmutableArray<Finding> Findings => _findings.ToImmutable();

    /// <summary>A text finds no place.</summary>
    public void Leave(DraftUnassigned text) => _left.Add(text);

    /// <summary>Something is doubtful.</summary>
    public void Tell(Finding finding) => _findings.Add(finding);

    /// <summary>What cleaning took out of a text.</summary>
    public void Take(CleanText clean)
    {
        _left.AddRange(clean.Left);
        _findings.AddRange(clean.Findings);
    }

    /// <summary>How a text begins, as findings quote it.</summary>
    public static string Beginning(SourceText text) => string.Join(' ', text.Words.Take(8).Select(word => word.Text));
}
