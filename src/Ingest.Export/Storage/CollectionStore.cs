using System.Globalization;
using Ingest.Export.Privacy;
using Ingest.Export.Schema;
using Microsoft.Data.Sqlite;

namespace Ingest.Export.Storage;

/// <summary>
/// The rows of an export under way, in a SQLite file: documents are gone through once and held one at a time, and every format is then written
/// from here, in any order, without holding a table in memory.
/// </summary>
internal sealed class CollectionStore : IDisposable
{
    // Result codes of SQLite.
    private const int ReadOnly = 8;
    private const int ReadWrite = 10;
    private const int Full = 13;
    private const int CannotOpen = 14;

    private readonly SqliteConnection _connection;
    private readonly Dictionary<string, SqliteCommand> _inserts = new(StringComparer.Ordinal);
    private SqliteTransaction? _filling;

    /// <summary>Makes an empty store.</summary>
    /// <param name="path">A file that does not exist.</param>
    /// <param name="tables">Its tables.</param>
    public CollectionStore(string path, IEnumerable<TableDefinition> tables)
    {
        // A pool would keep the file open after it is done with.
        _connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false, ForeignKeys = false }.ToString());
        _connection.Open();
        // What is under way is thrown away when it fails: it needs no journal and no wait for the disk.
        Execute("PRAGMA journal_mode = OFF");
        Execute("PRAGMA synchronous = OFF");
        Execute("PRAGMA secure_delete = ON");
        foreach (var table in tables)
            Execute(SqliteText.CreateTable(table));
        _filling = _connection.BeginTransaction();
    }

    /// <summary>Whether an error is the disk's: full, unreadable, not to be written.</summary>
    public static bool IsDiskFailure(Exception error) => error is SqliteException { SqliteErrorCode: Full or ReadWrite or ReadOnly or CannotOpen };

    /// <summary>Version of the SQLite library.</summary>
    public string Version => _connection.ServerVersion;

    /// <summary>Adds a row.</summary>
    public void Add(TableRow row)
    {
        if (!_inserts.TryGetValue(row.Table.Name, out var insert))
            _inserts[row.Table.Name] = insert = CreateInsert(row.Table);
        for (var i = 0; i < row.Values.Length; i++)
            insert.Parameters[i].Value = SqliteText.ToStored(row.Values[i]);
        insert.ExecuteNonQuery();
    }

    /// <summary>Ends the filling: what follows reads.</summary>
    public void Finish()
    {
        _filling?.Commit();
        _filling = null;
    }

    /// <summary>The rows of a table as they came.</summary>
    public IEnumerable<object?[]> Read(TableDefinition table) =>
        Query($"SELECT * FROM \"{table.Name}\" ORDER BY rowid").Select(values => values.Select((value, index) => SqliteText.FromStored(value, table.Columns[index].Type)).ToArray());

    /// <summary>Number of rows of a table.</summary>
    public long Count(TableDefinition table) => Convert.ToInt64(Query($"SELECT count(*) FROM \"{table.Name}\"").Single()[0], CultureInfo.InvariantCulture);

    /// <summary>What a query gives, row by row: text, <see cref="long"/>, <see cref="double"/> or null.</summary>
    public IEnumerable<object?[]> Query(string sql)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            var values = new object?[reader.FieldCount];
            for (var i = 0; i < values.Length; i++)
                values[i] = reader.IsDBNull(i) ? null : reader.GetValue(i);
            yield return values;
        }
    }

    /// <summary>Writes the store as a database to hand out: without the tables of the work, packed, the same rows giving the same bytes. Nothing can be read from the store afterwards but what is kept.</summary>
    /// <param name="path">A file that does not exist.</param>
    /// <param name="dropped">Tables that stay behind.</param>
    public void SaveAs(string path, IEnumerable<TableDefinition> dropped)
    {
        foreach (var table in dropped)
            Execute($"DROP TABLE \"{table.Name}\"");
        using var command = _connection.CreateCommand();
        command.CommandText = "VACUUM INTO $path";
        command.Parameters.AddWithValue("$path", path);
        command.ExecuteNonQuery();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var insert in _inserts.Values)
            insert.Dispose();
        _filling?.Dispose();
        _connection.Dispose();
    }

    private SqliteCommand CreateInsert(TableDefinition table)
    {
        var command = _connection.CreateCommand();
        command.Transaction = _filling;
        command.CommandText = $"INSERT INTO \"{table.Name}\" VALUES ({string.Join(", ", table.Columns.Select((_, index) => FormattableString.Invariant($"$p{index}")))})";
        for (var i = 0; i < table.Columns.Length; i++)
            command.Parameters.Add(new SqliteParameter(FormattableString.Invariant($"$p{i}"), DBNull.Value));
        command.Prepare();
        return command;
    }

    private void Execute(string sql)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
