using System.Text.Json;
using Ingest.Export;
using Ingest.Export.Packaging;
using Ingest.Export.Schema;
using Ingest.Tests.Emission;
using Ingest.Tests.Export.Readers;
using Xunit;
using static Ingest.Tests.Export.ExportedCollection;

namespace Ingest.Tests.Export;

public sealed class DataPackageTests
{
    [Fact]
    public void Every_file_is_described_once_with_its_bytes()
    {
        using var collection = Of(("a.pdf", SampleDocument.Full()));

        collection.Export();

        var resources = Resources(collection);
        Assert.Equal(
            FileRecord.PathsBelow(collection.Data).Except([Manifest.FileName, "datapackage.json"]),
            resources.Select(resource => resource.GetProperty("path").GetString()!));
        Assert.All(resources, resource => Assert.Equal("sha256:" + FileRecord.Of(collection.Data, resource.GetProperty("path").GetString()!).Sha256, resource.GetProperty("hash").GetString()));
        Assert.Equal(resources.Count, resources.Select(resource => resource.GetProperty("name").GetString()).Distinct().Count());
    }

    [Fact]
    public void Every_csv_file_is_what_its_schema_says()
    {
        using var collection = Of(("a.pdf", SampleDocument.Full()), ("b.pdf", SampleDocument.Random(5)));

        collection.Export();

        var tables = Resources(collection).Where(resource => resource.GetProperty("format").GetString() == "csv").ToList();
        Assert.Equal(CollectionTables.All.Length + 3, tables.Count);
        foreach (var table in tables)
        {
            var rows = DuckDbReader.Csv(collection[table.GetProperty("path").GetString()!]);
            var fields = table.GetProperty("schema").GetProperty("fields").EnumerateArray().ToList();
            Assert.All(rows, row => Assert.Equal(fields.Select(field => field.GetProperty("name").GetString()!), row.Keys));
            Assert.Equal([], from row in rows from field in fields let value = row[field.GetProperty("name").GetString()!] where !Fits(field, value) select $"{table.GetProperty("name")}.{field.GetProperty("name")}: {value}");
        }
    }

    [Fact]
    public void Foreign_keys_name_tables_that_are_there()
    {
        using var collection = Of(("a.pdf", SampleDocument.Full()));

        collection.Export();

        var resources = Resources(collection);
        var keys = resources.Where(resource => resource.TryGetProperty("schema", out _)).SelectMany(resource =>
            resource.GetProperty("schema").TryGetProperty("foreignKeys", out var found) ? found.EnumerateArray() : Enumerable.Empty<JsonElement>()).ToList();
        Assert.NotEmpty(keys);
        Assert.All(keys, key => Assert.Contains(resources, resource => resource.GetProperty("name").GetString() == key.GetProperty("reference").GetProperty("resource").GetString()));
    }

    [Theory]
    [InlineData("dictionnaire.md")]
    [InlineData("codebook.md")]
    public void The_codebook_explains_every_column(string name)
    {
        using var collection = Of(("a.pdf", SampleDocument.Full()));

        collection.Export();

        var text = File.ReadAllText(collection[name]);
        foreach (var table in CollectionTables.All)
        {
            var section = text[text.IndexOf($"\n## {table.Name}\n", StringComparison.Ordinal)..];
            Assert.All(table.Columns, column => Assert.Contains($"| `{column.Name}` |", section, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void What_is_said_to_be_measured_is_measured() => Assert.Equal(
        [], CollectionTables.All.SelectMany(table => table.Columns).Select(column => column.MeasuredAs).OfType<string>().Distinct().Where(field => !MeasuredFields.Unseen.ContainsKey(field)));

    [Fact]
    public void Columns_are_explained_in_both_languages_and_named_for_every_program()
    {
        foreach (var table in CollectionTables.All)
        {
            Assert.All(table.Columns, column => Assert.Matches("^[a-z][a-z0-9_]*$", column.Name));
            Assert.All(table.Columns, column => Assert.True(column.French.Length > 0 && column.English.Length > 0 && column.Heading.Length > 0, $"{table.Name}.{column.Name}"));
            Assert.Equal(table.Columns.Length, table.Columns.Select(column => column.Name).Distinct().Count());
        }
    }

    [Fact]
    public void The_manifest_tells_inputs_versions_and_rows()
    {
        using var collection = Of(("a.pdf", SampleDocument.Full()));
        File.WriteAllText(Path.Combine(collection.Results, "documents", "b.pdf.json"), "{");

        collection.Export();

        using var manifest = JsonDocument.Parse(File.ReadAllText(collection[Manifest.FileName]));
        var input = Assert.Single(manifest.RootElement.GetProperty("inputs").EnumerateArray());
        Assert.Equal(FileRecord.Of(Path.Combine(collection.Results, "documents"), "a.pdf.json").Sha256, input.GetProperty("sha256").GetString());
        Assert.Equal(["b.pdf"], manifest.RootElement.GetProperty("unread").EnumerateArray().Select(path => path.GetString()!));
        Assert.Equal(1, manifest.RootElement.GetProperty("rows").GetProperty("actions").GetInt64());
        Assert.Equal(["duckdb", "parquet.net", "sqlite"], manifest.RootElement.GetProperty("libraries").EnumerateObject().Select(library => library.Name));
    }

    [Fact]
    public void Without_csv_the_parquet_files_bear_the_schemas()
    {
        using var collection = Of(("a.pdf", SampleDocument.Full()));

        collection.Export(new ExportOptions { Formats = [ExportFormat.Parquet] });

        Assert.Contains(Resources(collection), resource => resource.GetProperty("name").GetString() == "actions" && resource.TryGetProperty("schema", out _));
    }

    private static List<JsonElement> Resources(ExportedCollection collection)
    {
        using var package = JsonDocument.Parse(File.ReadAllText(collection["datapackage.json"]));
        return [.. package.RootElement.GetProperty("resources").EnumerateArray().Select(resource => resource.Clone())];
    }

    private static bool Fits(JsonElement field, string value)
    {
        field.TryGetProperty("constraints", out var constraints);
        var has = constraints.ValueKind == JsonValueKind.Object;
        if (value == "")
            return !has || !constraints.TryGetProperty("required", out _);
        if (has && constraints.TryGetProperty("enum", out var words) && !words.EnumerateArray().Any(word => word.GetString() == value))
            return false;
        return field.GetProperty("type").GetString() switch
        {
            "integer" => long.TryParse(value, System.Globalization.CultureInfo.InvariantCulture, out _),
            "number" => decimal.TryParse(value, System.Globalization.CultureInfo.InvariantCulture, out _),
            "date" => DateOnly.TryParseExact(value, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None, out _),
            "boolean" => value is "true" or "false",
            _ => true,
        };
    }
}
