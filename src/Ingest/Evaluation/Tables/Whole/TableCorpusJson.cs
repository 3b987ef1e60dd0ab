using System.Collections.Immutable;
using System.Text.Json;
using Ingest.Emission;

namespace Ingest.Evaluation.Tables.Whole;

/// <summary>A report of the table corpus as JSON, for programs.</summary>
public static class TableCorpusJson
{
    private static readonly JsonWriterOptions Form = new() { Encoder = JsonRequiredEscapes.Instance, Indented = true, IndentSize = 2, NewLine = "\n" };

    /// <summary>Writes <c>{"splits": […], "traits": […], "documents": […]}</c>; of the documents of the unseen split only the counts.</summary>
    public static void Write(TableCorpusReport report, Stream output)
    {
        using (var writer = new Utf8JsonWriter(output, Form))
        {
            writer.WriteStartObject();
            WriteParts(writer, "splits", "split", report.Splits);
            WriteParts(writer, "traits", "trait", report.Traits);
            writer.WriteStartArray("documents");
            foreach (var score in report.Scores.Where(score => score.Document.Split != Split.Unseen))
                WriteDocument(writer, score);
            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        output.WriteByte((byte)'\n');
    }

    private static void WriteParts(Utf8JsonWriter writer, string key, string nameKey, ImmutableArray<TableCorpusSummary> parts)
    {
        writer.WriteStartArray(key);
        foreach (var part in parts)
        {
            writer.WriteStartObject();
            writer.WriteString(nameKey, part.Name);
            writer.WriteNumber("documents", part.Documents);
            writer.WriteNumber("tables", part.Tables);
            writer.WriteNumber("exact", part.Exact);
            // Four decimals: more would differ between processors and say nothing.
            if (part.ExactShare is { } share)
                writer.WriteNumber("exactShare", Math.Round(share, 4));
            else
                writer.WriteNull("exactShare");
            writer.WriteNumber("multiPage", part.MultiPage);
            writer.WriteNumber("rowsExact", part.RowsExact);
            writer.WriteNumber("regionsRight", part.RegionsRight);
            writer.WriteNumber("falseTables", part.FalseTables);
            writer.WriteNumber("withoutTables", part.WithoutTables);
            writer.WriteNumber("gaveNone", part.GaveNone);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteDocument(Utf8JsonWriter writer, TableCorpusScore score)
    {
        writer.WriteStartObject();
        writer.WriteString("file", score.Document.File);
        writer.WriteString("split", TableCorpusReport.NameOf(score.Document.Split));
        writer.WriteNumber("falseTables", score.FalseTables.Length);
        writer.WriteStartArray("tables");
        foreach (var pair in score.Pairs)
        {
            writer.WriteStartObject();
            writer.WriteStartArray("pages");
            foreach (var page in pair.Truth.Pages)
                writer.WriteNumberValue(page);
            writer.WriteEndArray();
            writer.WriteBoolean("found", pair.Predicted is not null);
            writer.WriteBoolean("exact", pair.IsExact);
            writer.WriteBoolean("rowsExact", pair.AreRowsExact);
            writer.WriteBoolean("regionsRight", pair.AreRegionsRight);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
