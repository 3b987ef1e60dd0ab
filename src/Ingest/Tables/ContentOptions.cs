using System.Collections.Immutable;
using Ingest.Layout;

namespace Ingest.Tables;

/// <summary>Thresholds of the way from pages to content.</summary>
public sealed record ContentOptions
{
    /// <summary>The options as tuned.</summary>
    public static ContentOptions Default { get; } = new();

    /// <summary>Thresholds of lines, paragraphs and furniture.</summary>
    public LayoutOptions Layout { get; init; } = LayoutOptions.Default;

    /// <summary>The ways in which tables are found; what no way finds stays text.</summary>
    public ImmutableArray<TableMethod> Methods { get; init; } = [TableMethod.Native, TableMethod.Tagged, TableMethod.Ruled, TableMethod.Unruled];

    /// <summary>Thresholds of tables.</summary>
    public TableOptions Tables { get; init; } = TableOptions.Default;
}
