using System.Collections.Immutable;
using Ingest.Model.Pages;

namespace Ingest.Reading.Sheets;

/// <summary>A sheet of a workbook as its file has it, whatever the format: what is written, where, and what is not shown.</summary>
internal sealed record Sheet
{
    /// <summary>Its name, as on its tab.</summary>
    public required string Name { get; init; }

    /// <summary>Whether its tab is not shown.</summary>
    public bool IsHidden { get; init; }

    /// <summary>The cells that hold something or have a border, in any order, no place twice.</summary>
    public required ImmutableArray<SheetCell> Cells { get; init; }

    /// <summary>Merged ranges; of two that overlap, the first from the top counts.</summary>
    public ImmutableArray<SheetRange> Merges { get; init; } = [];

    /// <summary>Rows that are not shown: hidden, of no height, or left out by a filter.</summary>
    public LineSpans HiddenRows { get; init; } = LineSpans.None;

    /// <summary>Columns that are not shown: hidden or of no width.</summary>
    public LineSpans HiddenColumns { get; init; } = LineSpans.None;

    /// <summary>Ranges whose rows the file takes for headers: rows to repeat in print, headers of named tables, frozen rows.</summary>
    public ImmutableArray<SheetRange> HeaderRanges { get; init; } = [];

    /// <summary>Texts beside the cells: comments, text boxes, print headers and footers, in the order in which they are told.</summary>
    public ImmutableArray<SheetText> Texts { get; init; } = [];
}

/// <summary>A cell that holds something, or has a border.</summary>
internal sealed record SheetCell
{
    /// <summary>Row, from 0.</summary>
    public required int Row { get; init; }

    /// <summary>Column, from 0.</summary>
    public required int Column { get; init; }

    /// <summary>What a French reader sees in it; a line feed parts paragraphs. Empty where nothing is written.</summary>
    public string Text { get; init; } = "";

    /// <summary>Whether its value is a number (an amount, a share, a date), not a text.</summary>
    public bool IsNumber { get; init; }

    /// <summary>Whether all of its text is bold.</summary>
    public bool IsBold { get; init; }

    /// <summary>Size of most of its text in points; null when unknown.</summary>
    public double? FontSize { get; init; }

    /// <summary>Whether borders make it a box: at least two of its sides. One side alone is a line under a title or over a sum.</summary>
    public bool HasBorder { get; init; }

    /// <summary>Whether its own format hides its value.</summary>
    public bool IsHidden { get; init; }

    /// <summary>Whether something is written in it.</summary>
    public bool IsFilled => !string.IsNullOrWhiteSpace(Text);
}

/// <summary>A text that is in no cell.</summary>
/// <param name="Role">What it is.</param>
/// <param name="Text">Its words; a line feed parts paragraphs.</param>
/// <param name="Row">Row of the cell that it hangs on, from 0; null where it hangs on none.</param>
/// <param name="Column">Column of that cell.</param>
internal sealed record SheetText(FlowRole Role, string Text, int? Row = null, int? Column = null);
