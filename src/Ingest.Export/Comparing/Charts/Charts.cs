using System.Collections.Immutable;

namespace Ingest.Export.Comparing.Charts;

/// <summary>How a surface is filled: told apart without colour, in print as on a screen.</summary>
internal enum Fill
{
    /// <summary>Whole.</summary>
    Solid,

    /// <summary>Rising lines.</summary>
    Rising,

    /// <summary>Points.</summary>
    Dots,

    /// <summary>Lines that cross.</summary>
    Crossed,

    /// <summary>Upright lines.</summary>
    Upright,
}

/// <summary>What a chart draws.</summary>
internal abstract record Chart;

/// <summary>A series of bars.</summary>
/// <param name="Name">Name in the legend.</param>
/// <param name="Fill">How its bars are filled.</param>
internal sealed record BarSeries(string Name, Fill Fill);

/// <summary>A row of bars.</summary>
/// <param name="Label">What it stands for.</param>
/// <param name="Values">One value per series, at least zero; null where there is none.</param>
/// <param name="Note">Text at the end of the row: the sum of a stack, or nothing.</param>
internal sealed record BarRow(string Label, ImmutableArray<decimal?> Values, string Note);

/// <summary>Level bars, one row per unit: stacked in one bar, or one below the other.</summary>
internal sealed record BarChart : Chart
{
    /// <summary>The series.</summary>
    public required ImmutableArray<BarSeries> Series { get; init; }

    /// <summary>The rows.</summary>
    public required ImmutableArray<BarRow> Rows { get; init; }

    /// <summary>Whether the values of a row stand in one bar.</summary>
    public required bool IsStacked { get; init; }

    /// <summary>Whether a bar shows shares of its row, and not amounts on one scale for all rows.</summary>
    public bool IsShares { get; init; }

    /// <summary>A value as the chart writes it.</summary>
    public required Func<decimal, string> Format { get; init; }
}

/// <summary>What a cell of a heatmap shows.</summary>
internal enum CellSort
{
    /// <summary>Sure: filled.</summary>
    Full,

    /// <summary>Less sure: lines.</summary>
    Lined,

    /// <summary>Doubtful: points.</summary>
    Dotted,

    /// <summary>There is a document, and nothing in it: white.</summary>
    Zero,

    /// <summary>There is no document: grey, crossed.</summary>
    Missing,
}

/// <summary>A cell of a heatmap.</summary>
/// <param name="Sort">What it shows.</param>
/// <param name="Text">Few characters.</param>
internal sealed record HeatCell(CellSort Sort, string Text);

/// <summary>A row of a heatmap.</summary>
/// <param name="Group">Heading above it where it begins a group, or null.</param>
/// <param name="Label">Its label.</param>
/// <param name="Cells">One cell per column.</param>
internal sealed record HeatRow(string? Group, string Label, ImmutableArray<HeatCell> Cells);

/// <summary>Places × units.</summary>
internal sealed record HeatChart : Chart
{
    /// <summary>Most columns that a part of the chart has.</summary>
    public const int ColumnsOfPart = 18;

    /// <summary>The columns.</summary>
    public required ImmutableArray<string> Columns { get; init; }

    /// <summary>The rows.</summary>
    public required ImmutableArray<HeatRow> Rows { get; init; }

    /// <summary>What each sort of cell means here.</summary>
    public required ImmutableArray<(CellSort Sort, string Sample, string Meaning)> Legend { get; init; }
}

/// <summary>How a column of a table is written.</summary>
internal enum CellForm
{
    /// <summary>Text.</summary>
    Text,

    /// <summary>A whole number.</summary>
    Number,

    /// <summary>Euros.</summary>
    Euros,

    /// <summary>A share, 0..1.</summary>
    Share,
}

/// <summary>A column of a table.</summary>
/// <param name="Name">Name in the CSV.</param>
/// <param name="Heading">Heading on the page.</param>
/// <param name="Form">How its values are written.</param>
internal sealed record TableColumn(string Name, string Heading, CellForm Form = CellForm.Text);

/// <summary>The data of a chart.</summary>
/// <param name="Columns">Its columns; the first names the row.</param>
/// <param name="Rows">Its rows; null is a cell without a value.</param>
internal sealed record DataTable(ImmutableArray<TableColumn> Columns, ImmutableArray<ImmutableArray<object?>> Rows);

/// <summary>A chart with all that belongs to it.</summary>
internal sealed record Figure
{
    /// <summary>Id on the page and name of its files.</summary>
    public required string Id { get; init; }

    /// <summary>Heading.</summary>
    public required string Title { get; init; }

    /// <summary>What it shows.</summary>
    public required string Lead { get; init; }

    /// <summary>The chart; null where there is nothing to draw.</summary>
    public Chart? Chart { get; init; }

    /// <summary>What stands below the chart because it has no room in it; empty for nothing.</summary>
    public string Aside { get; init; } = "";

    /// <summary>Why there is no chart.</summary>
    public string Nothing { get; init; } = "Rien à montrer : aucun document lu ne porte ces données.";

    /// <summary>What it cannot show.</summary>
    public required string Cannot { get; init; }

    /// <summary>Its data.</summary>
    public required DataTable Table { get; init; }
}
