using System.Globalization;
using Ingest.Export.Schema;

namespace Ingest.Export.Storage;

/// <summary>Tables and values as SQLite has them: euros and numbers REAL, days ISO text, yes and no 1 and 0.</summary>
internal static class SqliteText
{
    private const int Cents = 2;

    public static string CreateTable(TableDefinition table)
    {
        var lines = table.Columns.Select(column => $"  \"{column.Name}\" {TypeOf(column.Type)}{(column.IsRequired ? " NOT NULL" : "")}").ToList();
        if (table.Key.Any())
            lines.Add($"  PRIMARY KEY ({string.Join(", ", table.Key.Select(column => $"\"{column.Name}\""))})");
        lines.AddRange(table.Columns.Where(column => column.References is not null)
            .Select(column => $"  FOREIGN KEY (\"{column.Name}\") REFERENCES \"{column.References}\" (\"{column.Name}\")"));
        return $"CREATE TABLE \"{table.Name}\" (\n{string.Join(",\n", lines)}\n)";
    }

    public static object ToStored(object? value) => value switch
    {
        null => DBNull.Value,
        decimal amount => (double)amount,
        bool yes => yes ? 1L : 0L,
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        // SQLite ends a text at a zero character.
        string text => text.Replace("\0", "", StringComparison.Ordinal),
        _ => value,
    };

    public static object? FromStored(object? value, ColumnType type) => (value, type) switch
    {
        (double amount, ColumnType.Money) => ToMoney(amount),
        (long number, ColumnType.Boolean) => number != 0,
        (string day, ColumnType.Date) => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture),
        _ => value,
    };

    /// <summary>Euros to the cent from the double precision in which they are stored.</summary>
    public static decimal ToMoney(double amount) => decimal.Round((decimal)amount, Cents) + 0.00m;

    private static string TypeOf(ColumnType type) => type switch
    {
        ColumnType.Integer or ColumnType.Boolean => "INTEGER",
        ColumnType.Money or ColumnType.Number => "REAL",
        _ => "TEXT",
    };
}
