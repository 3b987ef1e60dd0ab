using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Ingest.Model.Provenance;

namespace Ingest.Model.Pages;

/// <summary>Where in a flowing document a block belongs.</summary>
public enum FlowRole
{
    /// <summary>The body.</summary>
    Body,

    /// <summary>A header repeated on pages.</summary>
    Header,

    /// <summary>A footer repeated on pages.</summary>
    Footer,

    /// <summary>A footnote or endnote.</summary>
    Note,

    /// <summary>A text box or frame beside the body.</summary>
    TextBox,

    /// <summary>In the file and not shown: a hidden sheet, row or column. Read apart, mixed into nothing.</summary>
    Hidden,
}

/// <summary>A paragraph or a table of a flowing source.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "block")]
[JsonDerivedType(typeof(FlowParagraph), "paragraph")]
[JsonDerivedType(typeof(FlowTable), "table")]
public abstract record FlowBlock
{
    /// <summary>Where it belongs.</summary>
    public FlowRole Role { get; init; }
}

/// <summary>A paragraph as the reader of the document sees it.</summary>
public sealed record FlowParagraph : FlowBlock
{
    /// <summary>The place of the paragraph.</summary>
    public required EvidenceRegion Region { get; init; }

    /// <summary>The text as the source has it; a line feed is a hard break inside the paragraph.</summary>
    public required string Text { get; init; }

    /// <summary>
    /// The words as the source has them where the reader changed some (recognition's leftovers taken off), else null. They
    /// are those of <see cref="Text"/> one for one when both are split at white space, so that each can keep its own.
    /// </summary>
    public string? Raw { get; init; }

    /// <summary>The list marker or number that is shown before the text (« • », « 1.2 – »), not part of it; null without.</summary>
    public string? Marker { get; init; }

    /// <summary>Depth in a list, from 0; null outside lists.</summary>
    public int? ListLevel { get; init; }

    /// <summary>Level of a heading, from 1 (0 for a document title); null for plain text.</summary>
    public int? HeadingLevel { get; init; }

    /// <summary>Whether the whole text is bold.</summary>
    public bool IsBold { get; init; }

    /// <summary>Size of most of the text in points; null when unknown.</summary>
    public double? FontSize { get; init; }
}

/// <summary>A table that the source itself marks as one.</summary>
public sealed record FlowTable : FlowBlock
{
    /// <summary>Number of grid columns.</summary>
    public required int ColumnCount { get; init; }

    /// <summary>Number of grid rows.</summary>
    public required int RowCount { get; init; }

    /// <summary>The cells that are shown, in row order; covered grid places have none.</summary>
    public required ImmutableArray<FlowCell> Cells { get; init; }

    /// <summary>How many first rows the source marks as a header that repeats on pages.</summary>
    public int HeaderRowCount { get; init; }
}

/// <summary>A cell of a native table.</summary>
public sealed record FlowCell
{
    /// <summary>Row of its top, from 0.</summary>
    public required int Row { get; init; }

    /// <summary>Column of its left, from 0.</summary>
    public required int Column { get; init; }

    /// <summary>Rows covered.</summary>
    public int RowSpan { get; init; } = 1;

    /// <summary>Columns covered.</summary>
    public int ColumnSpan { get; init; } = 1;

    /// <summary>Paragraphs and nested tables.</summary>
    public required ImmutableArray<FlowBlock> Content { get; init; }

    /// <summary>The place of the cell itself where the source names cells (a sheet), else null.</summary>
    public EvidenceRegion? Region { get; init; }
}
