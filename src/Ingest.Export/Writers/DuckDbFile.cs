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

    private readonly DuckDBConnection _connection = new("DataSource=:memory:");

    /// <summary>Makes an empty database.</summary>
    /// <param name="path">A file that does not exist.</param>
    public DuckDbFile(string path)
    {
        _connection.Open();
        Execute("SET threads = 1");
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
    public void Add(TableDefinition table, string csv)
    {
        var columns = table.Columns.Select(column => $"\"{column.Name}\" {TypeOf(column.Type)}{(column.IsRequired ? " NOT NULL" : "")}");
        var types = table.Columns.Select(column => $"'{column.Name}': '{TypeOf(column.Type)}'");
        Execute($"CREATE TABLE \"{table.Name}\" ({string.Join(", ", columns)})");
        Execute($"INSERT INTO \"{table.Name}\" SELECT * FROM read_csv({Quote(csv)}, header = true, auto_detect = false, delim = ',', quote = '\"', escape = '\"', nullstr = '', allow_quoted_nulls = false, new_line = '\\n', max_line_size = {MaxLine}, columns = {{{string.Join(", ", types)}}})");
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

    // A row may hold a whole description and more: 64 MB.
    private const int MaxLine = 1 << 26;

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
