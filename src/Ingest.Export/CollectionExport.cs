using System.Collections.Immutable;
using System.Reflection;
using Ingest.Collections;
using Ingest.Export.Packaging;
using Ingest.Export.Schema;
using Ingest.Export.Spreadsheet;
using Ingest.Export.Storage;
using Ingest.Export.Writers;

namespace Ingest.Export;

/// <summary>
/// A collection of documents as tidy tables, a workbook and databases, in one folder. Documents are read one at a time, and none stays in
/// memory; the same documents give the same bytes.
/// </summary>
public sealed class CollectionExport
{
    private const string StoreFile = ".rows.sqlite";

    // At most, in CSV: three bytes of UTF-8 for a UTF-16 unit or a quotation mark doubled; digits and signs of a number.
    private const long BytesPerCharacter = 3;
    private const long BytesPerValue = 40;

    private readonly ExportOptions _options;

    /// <summary>Prepares an export.</summary>
    public CollectionExport(ExportOptions options) => _options = options;

    private static ImmutableArray<TableDefinition> WorkOnly { get; } = [WorkTables.ToVerifyTable, WorkTables.Rules, ScdlTables.Grants, ScdlTables.Report];

    private static ImmutableArray<TableDefinition> Published { get; } = [.. CollectionTables.All, CollectionTables.Omissions];

    private static string Version => typeof(CollectionExport).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;

    /// <summary>Writes the export; nothing of it is there before all of it is.</summary>
    /// <param name="reader">The documents.</param>
    /// <param name="output">Folder of the export; an untouched export that stands there is replaced.</param>
    /// <param name="cancellation">Ends the work; then nothing is written.</param>
    /// <exception cref="OccupiedFolderException">Something else stands in the folder's place.</exception>
    public ExportSummary Write(CollectionReader reader, string output, CancellationToken cancellation)
    {
        try
        {
            return WriteAndPublish(reader, output, cancellation);
        }
        catch (Exception error) when (CollectionStore.IsDiskFailure(error) || DuckDbFile.IsDiskFailure(error))
        {
            // A full or broken disk is told as such, whichever library met it.
            throw new IOException(error.Message, error);
        }
    }

    private ExportSummary WriteAndPublish(CollectionReader reader, string output, CancellationToken cancellation)
    {
        using var folder = new ExportFolder(output);
        var storePath = Path.Combine(folder.Root, StoreFile);
        ExportSummary summary;
        using (var store = new CollectionStore(storePath, [.. Published, .. WorkOnly]))
        {
            var filling = new StoreFilling(store, [.. CollectionTables.All, .. WorkOnly], _options);
            filling.Fill(reader, cancellation);
            summary = WriteFiles(folder.Root, store, filling, cancellation);
        }

        File.Delete(storePath);
        cancellation.ThrowIfCancellationRequested();
        folder.Publish();
        return summary;
    }

    private ExportSummary WriteFiles(string root, CollectionStore store, StoreFilling filling, CancellationToken cancellation)
    {
        var tablesByPath = new Dictionary<string, TableDefinition>(StringComparer.Ordinal);
        var libraries = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        ImmutableArray<(string Table, long Rows)> rows = [.. Published.Select(table => (table.Name, store.Count(table)))];
        IReadOnlyDictionary<string, long> withoutRoom = ImmutableDictionary<string, long>.Empty;
        foreach (var table in Published)
        {
            cancellation.ThrowIfCancellationRequested();
            WriteTable(root, store, table, tablesByPath);
        }

        if (Wants(ExportFormat.Scdl))
            WriteScdl(root, store, tablesByPath);
        if (Wants(ExportFormat.Xlsx))
            withoutRoom = CollectionWorkbook.Write(Path.Combine(root, "collection.xlsx"), store, WorkbookNotice.Of(filling, _options, rows));
        if (Wants(ExportFormat.DuckDb))
            libraries["duckdb"] = WriteDuckDb(root, store, cancellation);
        if (Wants(ExportFormat.Parquet))
            libraries["parquet.net"] = ParquetTable.LibraryVersion;
        libraries["sqlite"] = store.Version;
        cancellation.ThrowIfCancellationRequested();
        // The last, for it takes from the store what the others are written from.
        if (Wants(ExportFormat.Sqlite))
            store.SaveAs(Path.Combine(root, "collection.sqlite"), WorkOnly);
        Codebook.Write(root, Published);
        ImmutableArray<FileRecord> Records() => [.. FileRecord.PathsBelow(root).Where(path => path != StoreFile).Select(path => FileRecord.Of(root, path))];
        DataPackage.Write(Path.Combine(root, DataPackage.FileName), Version, Records(), tablesByPath);
        var outputs = Records();
        new Manifest
        {
            ProducerVersion = Version,
            HasPersonalData = _options.BringsPersonalData,
            Omissions = filling.Omissions,
            Inputs = filling.Inputs,
            Unread = [.. filling.Unread.Select(file => file.Path)],
            Rows = rows,
            Libraries = libraries.ToImmutable(),
            Outputs = outputs,
        }.Write(Path.Combine(root, Manifest.FileName));
        return new ExportSummary(filling.Documents, filling.Unread, rows, filling.Omissions, outputs, withoutRoom);
    }

    private void WriteTable(string root, CollectionStore store, TableDefinition table, Dictionary<string, TableDefinition> tablesByPath)
    {
        if (Wants(ExportFormat.Csv))
            CsvTable.Write(PathOf(root, $"csv/{table.Name}.csv", table, tablesByPath), table.Columns.Select(column => column.Name), store.Read(table));
        if (Wants(ExportFormat.Parquet))
            ParquetTable.Write(PathOf(root, $"parquet/{table.Name}.parquet", table, tablesByPath), table, store.Read(table));
    }

    private static void WriteScdl(string root, CollectionStore store, Dictionary<string, TableDefinition> tablesByPath)
    {
        foreach (var table in (TableDefinition[])[ScdlTables.Grants, ScdlTables.Report])
            CsvTable.Write(PathOf(root, $"{table.Name}.csv", table, tablesByPath), table.Columns.Select(column => column.Name), store.Read(table));
    }

    private static string WriteDuckDb(string root, CollectionStore store, CancellationToken cancellation)
    {
        using var database = new DuckDbFile(Path.Combine(root, "collection.duckdb"));
        var plain = Path.Combine(root, ".plain.csv");
        foreach (var table in Published)
        {
            cancellation.ThrowIfCancellationRequested();
            var longestRow = 0L;
            CsvTable.Write(plain, table.Columns.Select(column => column.Name), store.Read(table).Select(Measured), isGuarded: false);
            database.Add(table, plain, longestRow);
            File.Delete(plain);

            object?[] Measured(object?[] row)
            {
                longestRow = Math.Max(longestRow, row.Sum(value => value is string text ? (BytesPerCharacter * text.Length) + BytesPerValue : BytesPerValue));
                return row;
            }
        }

        var version = database.Version;
        database.Finish();
        return $"{version} (storage {DuckDbFile.StorageVersion})";
    }

    private bool Wants(ExportFormat format) => _options.Formats.Contains(format);

    private static string PathOf(string root, string path, TableDefinition table, Dictionary<string, TableDefinition> tablesByPath)
    {
        tablesByPath[path] = table;
        var full = Path.Combine(root, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        return full;
    }
}
