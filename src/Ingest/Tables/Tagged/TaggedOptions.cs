namespace Ingest.Tables.Tagged;

/// <summary>Thresholds of tables that a structure tree tells of.</summary>
public sealed record TaggedOptions
{
    /// <summary>The options as tuned.</summary>
    public static TaggedOptions Default { get; } = new();

    /// <summary>
    /// How far, in em of the usual letters, words of a cell may reach into the next row or column: accents and descenders of
    /// tight lines, a word a little too long for its column.
    /// </summary>
    public double OverlapEm { get; init; } = 0.3;

    /// <summary>Share of the height of a word that is left out at its top and at its bottom: room for accents and descenders.</summary>
    public double LineSlack { get; init; } = 0.2;

    /// <summary>Words in its area that are in none of its cells, as a share of those that are, at most.</summary>
    public double MaxForeignShare { get; init; } = 0.05;

    /// <summary>Words of a cell from which its text is prose: of what is written into tables, few cells have as many.</summary>
    public int ProseWords { get; init; } = 25;

    /// <summary>Least score of a table. Word processors and web pages tag what is laid out by a table as one, too.</summary>
    public double MinScore { get; init; } = 0.5;
}
