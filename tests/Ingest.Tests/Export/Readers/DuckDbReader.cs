using DuckDB.NET.Data;

namespace Ingest.Tests.Export.Readers;

/// <summary>DuckDB as a reader of files that other code wrote.</summary>
internal static class DuckDbReader
{
    /// <summary>The rows of a query.</summary>
    /// <param name="sql">The query.</param>
    /// <param name="database">A database file, read only; its tables go by their names.</param>
    public static List<object?[]> Query(string sql, string? database = null)
    {
        using var connection = new DuckDBConnection("DataSource=:memory:");
        connection.Open();
        using var command = connection.CreateCommand();
        if (database is not null)
        {
            command.CommandText = $"ATTACH '{database.Replace("'", "''", StringComparison.Ordinal)}' AS opened (READ_ONLY); USE opened";
            command.ExecuteNonQuery();
        }

        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<object?[]>();
        while (reader.Read())
            rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(index => reader.IsDBNull(index) ? null : reader.GetValue(index))]);
        return rows;
    }

    /// <summary>A CSV file, every cell as text.</summary>
    public static List<Dictionary<string, string>> Csv(string path)
    {
        using var connection = new DuckDBConnection("DataSource=:memory:");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT * FROM {CsvFile(path)}";
        using var reader = command.ExecuteReader();
        var rows = new List<Dictionary<string, string>>();
        while (reader.Read())
            rows.Add(Enumerable.Range(0, reader.FieldCount).ToDictionary(reader.GetName, index => reader.IsDBNull(index) ? "" : reader.GetString(index), StringComparer.Ordinal));
        return rows;
    }

    /// <summary>A CSV file as a table of a query, every column text.</summary>
    public static string CsvFile(string path) =>
        $"read_csv('{path.Replace("'", "''", StringComparison.Ordinal)}', all_varchar = true, header = true, delim = ',', quote = '\"', escape = '\"', auto_detect = true)";
}
