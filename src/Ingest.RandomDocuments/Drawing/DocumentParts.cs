using System.Collections.Immutable;

namespace Ingest.RandomDocuments.Drawing;

/// <summary>How a line of text looks.</summary>
internal enum TextLook
{
    /// <summary>The document's own title.</summary>
    Title,

    /// <summary>A heading of the first level.</summary>
    Heading,

    /// <summary>A heading of the second level.</summary>
    SubHeading,

    /// <summary>A heading of the third level.</summary>
    MinorHeading,

    /// <summary>Running text.</summary>
    Body,

    /// <summary>An item of a list; its sign stands in the text.</summary>
    Item,
}

/// <summary>Which rules a table has.</summary>
internal enum Rules
{
    /// <summary>Around every cell.</summary>
    All,

    /// <summary>Below every row.</summary>
    Rows,

    /// <summary>Around the table and below its header.</summary>
    Frame,

    /// <summary>None.</summary>
    None,
}

/// <summary>Where a cell's lines stand.</summary>
internal enum Side
{
    /// <summary>At the left.</summary>
    Left,

    /// <summary>In the middle.</summary>
    Middle,

    /// <summary>At the right.</summary>
    Right,
}

/// <summary>A document before it has a format: what stands below what.</summary>
/// <param name="Parts">From top to bottom.</param>
/// <param name="Look">How it looks.</param>
internal sealed record DocumentParts(ImmutableArray<Part> Parts, PageLook Look);

/// <summary>A line of text or a table.</summary>
internal abstract record Part;

/// <summary>A paragraph.</summary>
/// <param name="Text">What it says.</param>
/// <param name="Look">How it looks.</param>
internal sealed record TextPart(string Text, TextLook Look) : Part;

/// <summary>A table.</summary>
internal sealed record TablePart : Part
{
    /// <summary>How many columns it has.</summary>
    public required int ColumnCount { get; init; }

    /// <summary>How many rows at the top are its header.</summary>
    public required int HeaderRows { get; init; }

    /// <summary>Cells by row; each names its column, and none stands where one from above reaches down.</summary>
    public required ImmutableArray<ImmutableArray<Cell>> Rows { get; init; }

    /// <summary>Its rules.</summary>
    public Rules Rules { get; init; }
}

/// <summary>A cell.</summary>
/// <param name="Column">First column that it covers, from 0.</param>
/// <param name="Text">What it says; a line break begins a paragraph.</param>
internal sealed record Cell(int Column, string Text)
{
    /// <summary>How many columns it covers.</summary>
    public int ColumnSpan { get; init; } = 1;

    /// <summary>How many rows it covers.</summary>
    public int RowSpan { get; init; } = 1;

    /// <summary>Whether it is set in bold type.</summary>
    public bool IsBold { get; init; }

    /// <summary>Whether its ground is grey.</summary>
    public bool IsShaded { get; init; }

    /// <summary>Where its lines stand.</summary>
    public Side Side { get; init; }

    /// <summary>The number that a sheet holds in its place, with the format that shows it as its text; null for words.</summary>
    public SheetNumber? Number { get; init; }
}

/// <summary>A number of a sheet.</summary>
/// <param name="Value">The number.</param>
/// <param name="Format">Its format as workbooks write it.</param>
internal sealed record SheetNumber(decimal Value, string Format);

/// <summary>How a document looks.</summary>
internal sealed record PageLook
{
    /// <summary>What LibreOffice leaves at each side of a cell by itself, in points.</summary>
    public const double NarrowPadding = 3;

    /// <summary>What Word leaves.</summary>
    public const double WidePadding = 5.4;

    /// <summary>Whether pages lie.</summary>
    public bool IsLandscape { get; init; }

    /// <summary>Whether letters have serifs.</summary>
    public bool HasSerifs { get; init; }

    /// <summary>Size of letters in tables, in points.</summary>
    public double FontSize { get; init; } = 9;

    /// <summary>Space between a cell's edge and its words, in points.</summary>
    public double Padding { get; init; } = NarrowPadding;

    /// <summary>Whether a row may be cut by the end of a page.</summary>
    public bool CutsRows { get; init; }

    /// <summary>Whether headers stand again on each page.</summary>
    public bool RepeatsHeaders { get; init; }

    /// <summary>Whether pages are numbered.</summary>
    public bool HasPageNumbers { get; init; }

    /// <summary>Whether columns are as wide as the page allows.</summary>
    public bool FillsPage { get; init; }

    /// <summary>Whether columns may be so narrow that amounts break into lines.</summary>
    public bool BreaksAmounts { get; init; }

    /// <summary>Whether numbers of a workbook are text.</summary>
    public bool HasTextNumbers { get; init; }
}
