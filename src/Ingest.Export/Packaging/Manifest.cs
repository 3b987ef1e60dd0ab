using System.Collections.Immutable;
using System.Text.Json;
using Ingest.Export.Privacy;
using Ingest.Export.Schema;

namespace Ingest.Export.Packaging;

/// <summary>What an export was made of and what came out: <c>manifest.json</c>.</summary>
public sealed record Manifest
{
    /// <summary>Name of the file.</summary>
    public const string FileName = "manifest.json";

    private const string Form = "ingest-export/1";

    /// <summary>Version of the program.</summary>
    public required string ProducerVersion { get; init; }

    /// <summary>Whether personal data was brought.</summary>
    public required bool HasPersonalData { get; init; }

    /// <summary>Passages left out, by sort.</summary>
    public required ImmutableSortedDictionary<OmissionKind, int> Omissions { get; init; }

    /// <summary>The JSON files that were read, by their paths below the folder of the documents.</summary>
    public required ImmutableArray<FileRecord> Inputs { get; init; }

    /// <summary>Those that hold no document.</summary>
    public required ImmutableArray<string> Unread { get; init; }

    /// <summary>Rows by table.</summary>
    public required ImmutableArray<(string Table, long Rows)> Rows { get; init; }

    /// <summary>Versions of what wrote the files, by name.</summary>
    public required ImmutableSortedDictionary<string, string> Libraries { get; init; }

    /// <summary>The files, without the manifest itself.</summary>
    public required ImmutableArray<FileRecord> Outputs { get; init; }

    /// <summary>Writes it.</summary>
    public void Write(string path)
    {
        using var stream = File.Create(path);
        using (var json = new Utf8JsonWriter(stream, JsonText.Options))
        {
            json.WriteStartObject();
            json.WriteString("form", Form);
            json.WriteStartObject("producer");
            json.WriteString("name", "ingest");
            json.WriteString("version", ProducerVersion);
            json.WriteEndObject();
            json.WriteStartObject("personalData");
            json.WriteBoolean("included", HasPersonalData);
            json.WriteStartObject("omitted");
            foreach (var kind in Enum.GetValues<OmissionKind>())
                json.WriteNumber(ContractWords.Of(kind), Omissions.GetValueOrDefault(kind));
            json.WriteEndObject();
            json.WriteEndObject();
            json.WriteStartObject("libraries");
            foreach (var (name, version) in Libraries)
                json.WriteString(name, version);
            json.WriteEndObject();
            json.WriteStartObject("rows");
            foreach (var (table, rows) in Rows)
                json.WriteNumber(table, rows);
            json.WriteEndObject();
            json.WriteStartArray("unread");
            foreach (var unread in Unread)
                json.WriteStringValue(unread);
            json.WriteEndArray();
            WriteFiles(json, "outputs", Outputs);
            WriteFiles(json, "inputs", Inputs);
            json.WriteEndObject();
        }

        stream.WriteByte((byte)'\n');
    }

    /// <summary>The files of a manifest; null where the text is none.</summary>
    public static ImmutableArray<FileRecord>? ReadOutputs(string path)
    {
        try
        {
            using var json = JsonDocument.Parse(File.ReadAllBytes(path));
            if (json.RootElement.GetProperty("form").GetString() != Form)
                return null;
            return [.. json.RootElement.GetProperty("outputs").EnumerateArray()
                .Select(file => new FileRecord(file.GetProperty("path").GetString()!, file.GetProperty("bytes").GetInt64(), file.GetProperty("sha256").GetString()!))];
        }
        catch (Exception error) when (error is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    private static void WriteFiles(Utf8JsonWriter json, string name, ImmutableArray<FileRecord> files)
    {
        json.WriteStartArray(name);
        foreach (var file in files)
        {
            json.WriteStartObject();
            json.WriteString("path", file.Path);
            json.WriteNumber("bytes", file.Bytes);
            json.WriteString("sha256", file.Sha256);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
