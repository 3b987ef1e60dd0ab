using System.Globalization;
using DuckDB.NET.Data;
using DuckDB.NET.Native;
using Ingest.Export.Schema;

namespace Ingest.Export.Writers;

/// <summary>
/// Writes a DuckDB database. It is filled from plain CSV files by one thread, without compression and from fresh memory: blocks of the
/// file take in memory that nobody set, and compression draws samples, so that the same rows would give other bytes each time.
/// </summary>
internal sealed class DuckDbFile : IDisposable
{
    /// <summary>Form of the file: every DuckDB since 1.0.0 opens it.</summary>
    public const string StorageVersion = "v1.0.0";

    private const string Catalog = "collection";

    // Bytes: what the library's reader needs for rows of usual length, and for some groups of rows.
    private const long LeastRow = 1 << 20;
    private const long LeastMemory = 192 << 20;
    private const long BuffersInMemory = 16;

    private readonly DuckDBConnection _connection = new("DataSource=:memory:");

    /// <summary>Makes an empty database.</summary>
    /// <param name="path">A file that does not exist.</param>
    public DuckDbFile(string path)
    {
        _connection.Open();
        Execute("SET threads = 1");
        Execute($"SET temp_directory = {Quote(path + ".tmp")}");
        // Freed memory goes back to the system at once, so that new blocks come from it, empty.
        Execute("SET allocator_flush_threshold = '0B'");
        Execute("SET allocator_bulk_deallocation_flush_threshold = '0B'");
        Execute("SET autoinstall_known_extensions = false");
        Execute($"ATTACH {Quote(path)} AS {Catalog} (STORAGE_VERSION '{StorageVersion}')");
        Execute("SET force_compression = 'uncompressed'");
        Execute($"USE {Catalog}");
    }

    /// <summary>Whether an error is the disk's.</summary>
    public static bool IsDiskFailure(Exception error) => error is DuckDBException { ErrorType: DuckDBErrorType.Io };

    /// <summary>Version of the library.</summary>
    public string Version => _connection.ServerVersion;

    /// <summary>Adds a table.</summary>
    /// <param name="table">The table.</param>
    /// <param name="csv">Its rows as <see cref="CsvTable"/> writes them unguarded, text quoted.</param>
    /// <param name="longestRow">Bytes of its longest row at most.</param>
    public void Add(TableDefinition table, string csv, long longestRow)
    {
        var row = Math.Max(longestRow, LeastRow);
        // Beyond it goes to the disk.
        Execute(FormattableString.Invariant($"SET memory_limit = '{Math.Max(LeastMemory, BuffersInMemory * row)}B'"));
        var columns = table.Columns.Select(column => $"\"{column.Name}\" {TypeOf(column.Type)}{(column.IsRequired ? " NOT NULL" : "")}");
        var types = table.Columns.Select(column => $"'{column.Name}': '{TypeOf(column.Type)}'");
        Execute($"CREATE TABLE \"{table.Name}\" ({string.Join(", ", columns)})");
        Execute($"INSERT INTO \"{table.Name}\" SELECT * FROM read_csv({Quote(csv)}, header = true, auto_detect = false, delim = ',', quote = '\"', escape = '\"', nullstr = '', allow_quoted_nulls = false, new_line = '\\n', max_line_size = {row.ToString(CultureInfo.InvariantCulture)}, buffer_size = {(2 * row).ToString(CultureInfo.InvariantCulture)}, columns = {{{string.Join(", ", types)}}})");
        Execute($"COMMENT ON TABLE \"{table.Name}\" IS {Quote(table.French)}");
        foreach (var column in table.Columns)
            Execute($"COMMENT ON COLUMN \"{table.Name}\".\"{column.Name}\" IS {Quote(column.French)}");
    }

    /// <summary>Ends the file.</summary>
    public void Finish()
    {
        Execute($"CHECKPOINT {Catalog}");
        Execute("USE memory");
        Execute($"DETACH {Catalog}");
    }

    /// <inheritdoc/>
    public void Dispose() => _connection.Dispose();

    private static string TypeOf(ColumnType type) => type switch
    {
        ColumnType.Integer => "BIGINT",
        ColumnType.Money => "DECIMAL(18,2)",
        ColumnType.Number => "DOUBLE",
        ColumnType.Date => "DATE",
        ColumnType.Boolean => "BOOLEAN",
        _ => "VARCHAR",
    };

    private static string Quote(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    private void Execute(string sql)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
