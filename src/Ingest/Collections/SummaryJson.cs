using System.Collections.Immutable;
using System.Text.Json;
using Ingest.Emission;
using Ingest.Model.Documents;
using Ingest.Model.Values;

namespace Ingest.Collections;

/// <summary>
/// The summary of a collection as JSON: documents in the order of their paths, no time and no machine in it, so that the same
/// documents give the same bytes however often a run was interrupted.
/// </summary>
public static class SummaryJson
{
    private static readonly JsonWriterOptions Form = new()
    {
        Encoder = JsonRequiredEscapes.Instance,
        Indented = true,
        IndentSize = 2,
        NewLine = "\n",
    };

    /// <summary>Writes the summary; the stream stays open.</summary>
    /// <param name="summary">The summary.</param>
    /// <param name="resultOf">Path of a document → path of its result beside the summary, with « / ».</param>
    /// <param name="output">Where to.</param>
    public static void Write(CollectionSummary summary, Func<string, string> resultOf, Stream output)
    {
        using (var json = new Utf8JsonWriter(output, Form))
        {
            json.WriteStartObject();
            json.WriteString("schemaVersion", "1.0");
            json.WriteStartObject("producer");
            json.WriteString("name", summary.Producer.Name);
            json.WriteString("version", summary.Producer.Version);
            json.WriteString("definition", summary.Producer.Definition);
            json.WriteString("definitionHash", summary.Producer.DefinitionHash);
            json.WriteEndObject();
            json.WriteStartArray("documents");
            var duplicates = summary.Duplicates.ToDictionary(duplicate => duplicate.Path, StringComparer.Ordinal);
            foreach (var entry in summary.Documents)
                WriteEntry(json, entry, resultOf, duplicates.GetValueOrDefault(entry.Path));
            json.WriteEndArray();
            WriteTotals(json, "totals", summary.Totals);
            WriteTotals(json, "withoutDuplicates", summary.WithoutDuplicates);
            json.WriteEndObject();
        }

        output.WriteByte((byte)'\n');
    }

    private static void WriteEntry(Utf8JsonWriter json, CollectionEntry entry, Func<string, string> resultOf, Duplicate? duplicate)
    {
        var digest = entry.Digest;
        json.WriteStartObject();
        json.WriteString("path", entry.Path);
        json.WriteString("result", digest is null ? null : resultOf(entry.Path));
        json.WriteString("sha256", digest?.Sha256);
        json.WriteString("kind", digest is null ? null : CollectionWords.Of(digest.Kind));
        json.WriteString("status", CollectionWords.Of(digest?.Status ?? DocumentStatus.Failed));
        if (digest?.PageCount is { } pages)
            json.WriteNumber("pageCount", pages);
        else
            json.WriteNull("pageCount");
        json.WriteNumber("actions", digest?.ActionCount ?? 0);
        WriteEuros(json, digest?.Money ?? Euros.Zero);
        WriteStrategy(json, digest?.Strategy ?? default);
        json.WriteStartObject("findings");
        // A definition may give one code several severities: in the order of the codes they stand side by side.
        ImmutableArray<FindingCount> findings = digest?.Findings ?? [];
        foreach (var finding in findings.Where((finding, place) => place == 0 || findings[place - 1].Code != finding.Code))
            json.WriteNumber(finding.Code, findings.Where(other => other.Code == finding.Code).Sum(other => other.Count));
        json.WriteEndObject();
        if (duplicate is null)
        {
            json.WriteNull("duplicateOf");
        }
        else
        {
            json.WriteStartObject("duplicateOf");
            json.WriteString("path", duplicate.Of);
            json.WriteString("kind", CollectionWords.Of(duplicate.Kind));
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void WriteTotals(Utf8JsonWriter json, string name, CollectionTotals totals)
    {
        json.WriteStartObject(name);
        json.WriteNumber("documents", totals.Documents);
        WriteCounts(json, "byStatus", totals.ByStatus);
        WriteCounts(json, "byKind", totals.ByKind);
        json.WriteNumber("actions", totals.Actions);
        WriteEuros(json, totals.Money);
        WriteStrategy(json, totals.Strategy);
        WriteCounts(json, "findings", totals.Findings);
        json.WriteEndObject();
    }

    private static void WriteCounts(Utf8JsonWriter json, string name, ImmutableArray<WordCount> counts)
    {
        json.WriteStartObject(name);
        foreach (var count in counts)
            json.WriteNumber(count.Word, count.Count);
        json.WriteEndObject();
    }

    private static void WriteStrategy(Utf8JsonWriter json, StrategySize strategy)
    {
        json.WriteStartObject("strategy");
        json.WriteNumber("enjeux", strategy.Enjeux);
        json.WriteNumber("orientations", strategy.Orientations);
        json.WriteNumber("objectives", strategy.Objectives);
        json.WriteNumber("operationalObjectives", strategy.OperationalObjectives);
        json.WriteEndObject();
    }

    // As in the documents: two decimals, always.
    private static void WriteEuros(Utf8JsonWriter json, Euros euros) =>
        json.WriteNumber("euros", decimal.Round(euros.Amount, 2, MidpointRounding.AwayFromZero) + 0.00m);

    private static string Word<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());
}
