using System.Collections.Immutable;
using System.IO.Compression;
using Ingest.Export.Schema;
using Parquet;
using Parquet.Schema;

namespace Ingest.Export.Writers;

/// <summary>Writes a table as Parquet, a group of rows at a time; euros are DECIMAL(18,2), days DATE.</summary>
internal static class ParquetTable
{
    // Enough for compression to work, few enough to hold.
    private const int RowsPerGroup = 10_000;
    private const int MoneyDigits = 18;
    private const int MoneyDecimals = 2;

    /// <summary>Version of the library that writes.</summary>
    public static string LibraryVersion => typeof(ParquetWriter).Assembly.GetName().Version!.ToString(3);

    /// <summary>Writes a file.</summary>
    public static void Write(string path, TableDefinition table, IEnumerable<object?[]> rows) => WriteAsync(path, table, rows).GetAwaiter().GetResult();

    private static async Task WriteAsync(string path, TableDefinition table, IEnumerable<object?[]> rows)
    {
        var fields = table.Columns.Select(ToField).ToImmutableArray();
        await using var stream = File.Create(path);
        await using var writer = await ParquetWriter.CreateAsync(new ParquetSchema(fields), stream, new ParquetOptions { CompressionMethod = CompressionMethod.Zstd, CompressionLevel = CompressionLevel.Fastest });
        foreach (var group in rows.Chunk(RowsPerGroup))
        {
            using var output = writer.CreateRowGroup();
            for (var i = 0; i < fields.Length; i++)
                await WriteColumn(output, table.Columns[i], fields[i], group, i);
        }
    }

    private static DataField ToField(ColumnDefinition column) => column.Type switch
    {
        ColumnType.Money => new DecimalDataField(column.Name, MoneyDigits, MoneyDecimals, isNullable: true),
        ColumnType.Integer => new DataField<long?>(column.Name),
        ColumnType.Number => new DataField<double?>(column.Name),
        ColumnType.Boolean => new DataField<bool?>(column.Name),
        ColumnType.Date => new DataField(column.Name, typeof(DateOnly?)),
        _ => new DataField<string>(column.Name),
    };

    private static async Task WriteColumn(ParquetRowGroupWriter output, ColumnDefinition column, DataField field, object?[][] rows, int index)
    {
        switch (column.Type)
        {
            case ColumnType.Money:
                await output.WriteAsync<decimal>(field, ValuesOf<decimal>(rows, index));
                break;
            case ColumnType.Integer:
                await output.WriteAsync<long>(field, ValuesOf<long>(rows, index));
                break;
            case ColumnType.Number:
                await output.WriteAsync<double>(field, ValuesOf<double>(rows, index));
                break;
            case ColumnType.Boolean:
                await output.WriteAsync<bool>(field, ValuesOf<bool>(rows, index));
                break;
            case ColumnType.Date:
                await output.WriteAsync<DateOnly>(field, ValuesOf<DateOnly>(rows, index));
                break;
            default:
                await output.WriteAsync(field, Array.ConvertAll(rows, row => (string)row[index]!));
                break;
        }
    }

    private static T?[] ValuesOf<T>(object?[][] rows, int index)
        where T : struct => Array.ConvertAll(rows, row => (T?)row[index]);
}
