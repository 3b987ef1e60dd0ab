namespace Ingest.Export.Spreadsheet;

/// <summary>How a cell looks; the order is that of the style sheet (<see cref="StyleSheet"/>).</summary>
internal enum CellFormat
{
    /// <summary>As it comes.</summary>
    General,

    /// <summary>Heading of a column.</summary>
    Header,

    /// <summary>Title of a page of text.</summary>
    Title,

    /// <summary>Text on one line.</summary>
    Text,

    /// <summary>Text that wraps.</summary>
    Wrapped,

    /// <summary>Euros and cents.</summary>
    Euros,

    /// <summary>A share, shown in per cent.</summary>
    Percent,

    /// <summary>A whole number.</summary>
    Integer,

    /// <summary>A number.</summary>
    Number,

    /// <summary>A day.</summary>
    Date,

    /// <summary>A cell for staff to fill.</summary>
    Input,

    /// <summary>Text on one line that begins as a formula does: kept as text when it is edited.</summary>
    QuotedText,

    /// <summary>The same, wrapped.</summary>
    QuotedWrapped,
}

/// <summary>A cell.</summary>
/// <param name="Value">Text, number, day, yes or no; null for an empty cell. Under a formula, what it gives now.</param>
/// <param name="Format">How it looks.</param>
/// <param name="Formula">A formula in the file format's own language (English names, commas), or null.</param>
internal readonly record struct Cell(object? Value, CellFormat Format, string? Formula = null);

/// <summary>A column of a sheet.</summary>
/// <param name="Heading">Its heading.</param>
/// <param name="Width">Width in characters.</param>
/// <param name="Format">How its cells look.</param>
internal sealed record SheetColumn(string Heading, double Width, CellFormat Format)
{
    /// <summary>The contract's words that it shows in French.</summary>
    public System.Collections.Immutable.ImmutableArray<Schema.Choice> Choices { get; init; } = [];

    /// <summary>Whether it is for programs and hidden.</summary>
    public bool IsHidden { get; init; }
}

/// <summary>A sheet.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Columns">Its columns; without headings where it is a page of text.</param>
/// <param name="Rows">Its rows below the header, gone through once.</param>
internal sealed record Sheet(string Name, IReadOnlyList<SheetColumn> Columns, IEnumerable<IReadOnlyList<Cell>> Rows)
{
    /// <summary>Whether it has a header with filters that stays in view.</summary>
    public bool HasHeader { get; init; } = true;

    /// <summary>Columns that stay in view at the left.</summary>
    public int FrozenColumns { get; init; }

    /// <summary>Column (from 0) whose cells are shaded where they say <see cref="MarkedText"/>, or null.</summary>
    public int? MarkedColumn { get; init; }

    /// <summary>What shaded cells say.</summary>
    public string MarkedText { get; init; } = "";
}
