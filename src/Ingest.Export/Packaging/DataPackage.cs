using System.Text.Json;
using Ingest.Export.Schema;

namespace Ingest.Export.Packaging;

/// <summary>
/// The description of an export for programs: <c>datapackage.json</c> (Data Package, version 2). Tables have their schema on the CSV file, or on
/// the Parquet file where no CSV was asked for.
/// </summary>
internal static class DataPackage
{
    public const string FileName = "datapackage.json";

    public static void Write(string path, string version, IReadOnlyList<FileRecord> files, IReadOnlyDictionary<string, TableDefinition> tablesByPath)
    {
        using var stream = File.Create(path);
        using (var json = new Utf8JsonWriter(stream, JsonText.Options))
        {
            json.WriteStartObject();
            json.WriteString("$schema", "https://datapackage.org/profiles/2.0/datapackage.json");
            json.WriteString("name", "politique-de-la-ville");
            json.WriteString("title", "Programmations et conventions de la politique de la ville");
            json.WriteString("description", "Ce que disent des programmations et des conventions, valeur par valeur, avec la place où chacune a été lue (table « provenance ») et ce qui est douteux (table « constats »). Voir dictionnaire.md.");
            json.WriteString("version", version);
            WriteSources(json);
            json.WriteStartArray("resources");
            var described = new HashSet<string>(StringComparer.Ordinal);
            foreach (var file in files)
                WriteResource(json, file, tablesByPath.GetValueOrDefault(file.Path), described);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        stream.WriteByte((byte)'\n');
    }

    // The licence of the documents is theirs to say; that of the registers asks for these lines.
    private static void WriteSources(Utf8JsonWriter json)
    {
        json.WriteStartArray("sources");
        json.WriteStartObject();
        json.WriteString("title", Registers);
        json.WriteString("path", "https://www.npmjs.com/package/@etalab/decoupage-administratif");
        json.WriteEndObject();
        json.WriteEndArray();
    }

    /// <summary>Attribution of the registers of communes and EPCI, as their licence asks for.</summary>
    public const string Registers =
        "Noms et codes des communes et des intercommunalités : Code officiel géographique (INSEE), DGCL, par @etalab/decoupage-administratif 6.0.0, millésime 2026, Licence Ouverte 2.0";

    private static void WriteResource(Utf8JsonWriter json, FileRecord file, TableDefinition? table, HashSet<string> described)
    {
        var format = Path.GetExtension(file.Path).TrimStart('.');
        // The first file of a table (CSV stands before Parquet) bears its plain name and its schema.
        var isFirst = table is not null && described.Add(table.Name);
        json.WriteStartObject();
        json.WriteString("name", isFirst ? table!.Name : $"{Path.GetFileNameWithoutExtension(file.Path).ToLowerInvariant()}-{format}");
        json.WriteString("path", file.Path);
        if (isFirst && format == "csv")
            json.WriteString("type", "table");
        json.WriteString("format", format);
        json.WriteString("mediatype", MediaType(format));
        if (format is "csv" or "md")
            json.WriteString("encoding", "utf-8");
        json.WriteNumber("bytes", file.Bytes);
        json.WriteString("hash", "sha256:" + file.Sha256);
        if (table is not null)
        {
            json.WriteString("title", table.French);
            json.WriteString("titleEn", table.English);
        }

        if (isFirst)
            TableSchema.Write(json, table!);
        json.WriteEndObject();
    }

    private static string MediaType(string format) => format switch
    {
        "csv" => "text/csv",
        "md" => "text/markdown",
        "parquet" => "application/vnd.apache.parquet",
        "sqlite" => "application/vnd.sqlite3",
        "xlsx" => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        _ => "application/octet-stream",
    };
}
