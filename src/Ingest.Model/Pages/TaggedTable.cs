using System.Collections.Immutable;

namespace Ingest.Model.Pages;

/// <summary>What the structure tree of a source says of a table, as far as it stands on one page.</summary>
public sealed record TaggedTable
{
    /// <summary>Number of the table in its document, from 0: parts on several pages have the same.</summary>
    public required int Id { get; init; }

    /// <summary>Its rows that have words on this page, each by its number in the whole table, from 0. A row that a page break cuts is on both pages.</summary>
    public required ImmutableArray<int> Rows { get; init; }

    /// <summary>Number of grid columns of the whole table.</summary>
    public required int ColumnCount { get; init; }

    /// <summary>Whether more of it stands on other pages.</summary>
    public bool IsPart { get; init; }

    /// <summary>The cells of its rows in row order, empty ones among them; not every place need have one.</summary>
    public required ImmutableArray<TaggedCell> Cells { get; init; }
}

/// <summary>A cell of a tagged table.</summary>
public sealed record TaggedCell
{
    /// <summary>Row of its top as an index among those of the page.</summary>
    public required int Row { get; init; }

    /// <summary>Column of its left, from 0.</summary>
    public required int Column { get; init; }

    /// <summary>Rows covered on this page.</summary>
    public int RowSpan { get; init; } = 1;

    /// <summary>Columns covered.</summary>
    public int ColumnSpan { get; init; } = 1;

    /// <summary>Whether it is marked as a header.</summary>
    public bool IsHeader { get; init; }

    /// <summary>Indexes, among the page's words, of those painted in it, tables within it included.</summary>
    public required ImmutableArray<int> Words { get; init; }
}
