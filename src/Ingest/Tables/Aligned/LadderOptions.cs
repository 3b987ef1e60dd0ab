namespace Ingest.Tables.Aligned;

/// <summary>Thresholds of tables whose rows are parted by lying rules alone. Distances are points.</summary>
public sealed record LadderOptions
{
    /// <summary>The options as tuned.</summary>
    public static LadderOptions Default { get; } = new();

    /// <summary>Fewest rules: above and below the header, between two rows, below the last.</summary>
    public int LeastRungs { get; init; } = 4;

    /// <summary>Least width of the table.</summary>
    public double LeastWidth { get; init; } = 150;

    /// <summary>How far rules may end from one another.</summary>
    public double SideShift { get; init; } = 6;

    /// <summary>Share of its width that the pieces of a rule cover.</summary>
    public double RuledShare { get; init; } = 0.85;

    /// <summary>Rules nearer than this are one.</summary>
    public double DoubleRule { get; init; } = 4;

    /// <summary>Most lines of a header.</summary>
    public int MostHeaderLines { get; init; } = 6;

    /// <summary>How near (in heights of letters) the lines of a header without a rule above it follow each other.</summary>
    public double HeaderStep { get; init; } = 1.7;

    /// <summary>Fewest labels in a line of such a header.</summary>
    public int LeastLabels { get; init; } = 3;

    /// <summary>Most lines of a row.</summary>
    public int MostLines { get; init; } = 25;

    /// <summary>Most lines of a title between rows.</summary>
    public int MostTitleLines { get; init; } = 3;

    /// <summary>Words of a line that is running text.</summary>
    public int ProseWords { get; init; } = 8;

    /// <summary>Share of the table's width that such a line fills.</summary>
    public double ProseWidth { get; init; } = 0.7;

    /// <summary>Length from which a standing rule inside makes it a table of another sort.</summary>
    public double LeastStanding { get; init; } = 8;

    /// <summary>How near below the last rule (in heights of letters) a further row would stand.</summary>
    public double NextRow { get; init; } = 2.5;

    /// <summary>Share of the rows (0..1) with a value in some column: it shows that each rule ends one row, not a group of them.</summary>
    public double AnchoredShare { get; init; } = 0.6;
}
