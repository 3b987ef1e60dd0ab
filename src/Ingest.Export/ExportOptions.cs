using System.Collections.Immutable;

namespace Ingest.Export;

/// <summary>A format of an export.</summary>
public enum ExportFormat
{
    /// <summary>One CSV file per table.</summary>
    Csv,

    /// <summary>One Parquet file per table.</summary>
    Parquet,

    /// <summary>A SQLite database.</summary>
    Sqlite,

    /// <summary>A DuckDB database.</summary>
    DuckDb,

    /// <summary>A workbook for staff.</summary>
    Xlsx,

    /// <summary>A draft for open data of grants, with what is missing in it.</summary>
    Scdl,
}

/// <summary>What an export makes.</summary>
public sealed record ExportOptions
{
    /// <summary>The formats; all by default.</summary>
    public ImmutableHashSet<ExportFormat> Formats { get; init; } = [.. Enum.GetValues<ExportFormat>()];

    /// <summary>Whether personal data is brought too: e-mails, telephone numbers, names of private persons. Not by default.</summary>
    public bool BringsPersonalData { get; init; }

    /// <summary>
    /// Documents that are copies of another (the same bytes, or the same content in another format): the path of each below the folder of the
    /// run, and the path of the one that counts. Null, the default, finds them (<see cref="Collections.Duplicates"/>).
    /// </summary>
    public IReadOnlyDictionary<string, string>? Originals { get; init; }
}
