using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Ingest.Model.Documents;
using Ingest.Model.Findings;

namespace Ingest.Corpus.Tests.CrossFormat;

/// <summary>
/// Compares what two formats of the same content gave: all but the source, where things stand, how sure the reading is and
/// what only the reader of the format can say (findings on text and file).
/// </summary>
internal static class FormatComparison
{
    private static readonly ImmutableHashSet<string> OfTheFormat = ["source", "evidence", "fieldEvidence", "confidence"];

    /// <summary>The differences, each with its JSON pointer; none where both are the same.</summary>
    public static IReadOnlyList<string> Differences(IngestedDocument left, IngestedDocument right)
    {
        var differences = new List<string>();
        Compare("", Reduce(left), Reduce(right), differences);
        return differences;
    }

    private static JsonObject Reduce(IngestedDocument document)
    {
        // A print shows nothing of what the file hides.
        var content = document with
        {
            Findings = [.. document.Findings.Where(finding => !IsOfTheReader(finding))],
            Unassigned = [.. document.Unassigned.Where(left => left.Reason != "hidden")],
        };
        var json = SampleCorpus.ToJson(content);
        // The status follows from all findings: where a reader had a doubt it may differ, and the rest must not.
        if (document.Findings.Any(finding => IsOfTheReader(finding) && finding.Severity != Severity.Info))
            json.Remove("status");
        Strip(json);
        return json;
    }

    private static bool IsOfTheReader(Finding finding) =>
        finding.Code.StartsWith("text.", StringComparison.Ordinal) || finding.Code.StartsWith("source.", StringComparison.Ordinal);

    private static void Strip(JsonNode? node)
    {
        if (node is JsonObject fields)
        {
            foreach (var key in OfTheFormat)
                fields.Remove(key);
            foreach (var (_, value) in fields)
                Strip(value);
        }
        else if (node is JsonArray items)
        {
            foreach (var item in items)
                Strip(item);
        }
    }

    private static void Compare(string pointer, JsonNode? left, JsonNode? right, List<string> differences)
    {
        switch (left, right)
        {
            case (JsonObject leftFields, JsonObject rightFields):
                foreach (var key in leftFields.Select(field => field.Key).Union(rightFields.Select(field => field.Key)))
                {
                    // Only the status may be missing, where a reader's doubt decides it.
                    if (leftFields.ContainsKey(key) && rightFields.ContainsKey(key))
                        Compare($"{pointer}/{key}", leftFields[key], rightFields[key], differences);
                }

                break;
            case (JsonArray leftItems, JsonArray rightItems):
                if (leftItems.Count != rightItems.Count)
                    differences.Add($"{pointer}: {leftItems.Count} items ≠ {rightItems.Count} items");
                for (var i = 0; i < Math.Min(leftItems.Count, rightItems.Count); i++)
                    Compare($"{pointer}/{i}", leftItems[i], rightItems[i], differences);
                break;
            default:
                if (!JsonNode.DeepEquals(left, right))
                    differences.Add($"{pointer}: {Text(left)} ≠ {Text(right)}");
                break;
        }
    }

    private static string Text(JsonNode? node) => node is JsonValue value && value.TryGetValue(out string? text) ? $"« {text} »" : node?.ToJsonString() ?? "null";
}
