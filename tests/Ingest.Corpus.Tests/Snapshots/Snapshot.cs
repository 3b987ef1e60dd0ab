using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Ingest.Model.Documents;

namespace Ingest.Corpus.Tests.Snapshots;

/// <summary>
/// A document as a person reviews it in a diff: what changes with every build or every render is left out, and each piece of
/// evidence is one line, « p2: Coût total = 4 950 € », as is each place in a taxonomy, « exemple-2024-2030: 1.2.3 (0.9) accepted, stated 1.2.3 ».
/// </summary>
internal static class Snapshot
{
    // Enough of a row to know it again.
    private const int EvidenceLength = 100;

    private static readonly JsonSerializerOptions Form = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        IndentSize = 2,
        NewLine = "\n",
        WriteIndented = true,
    };

    /// <summary>The text of a document's snapshot.</summary>
    public static string Of(IngestedDocument document)
    {
        var json = SampleCorpus.ToJson(document);
        json.Remove("producer");
        json["source"]!.AsObject().Remove("sha256");
        json["source"]!.AsObject().Remove("byteLength");
        Shorten(json);
        return json.ToJsonString(Form) + "\n";
    }

    private static void Shorten(JsonNode? node)
    {
        if (node is JsonArray items)
        {
            foreach (var item in items)
                Shorten(item);
        }
        else if (node is JsonObject fields)
        {
            foreach (var key in fields.Select(field => field.Key).ToList())
            {
                if (key == "evidence" && fields[key] is JsonObject evidence)
                    fields[key] = InOneLine(evidence);
                else if (key == "fieldEvidence" && fields[key] is JsonObject map)
                    fields[key] = new JsonObject(map.Select(field => KeyValuePair.Create(field.Key, (JsonNode?)InOneLine(field.Value!.AsObject()))));
                else if (key == "classification" && fields[key] is JsonArray places)
                    fields[key] = new JsonArray([.. places.Select(place => (JsonNode?)PlaceInOneLine(place!.AsObject()))]);
                else
                    Shorten(fields[key]);
            }
        }
    }

    // One decimal: a model fitted anew moves the second of nearly all.
    private static string PlaceInOneLine(JsonObject place) =>
        $"{place["taxonomy"]}: {place["label"] ?? "–"} ({Math.Round(place["probability"]?.GetValue<double>() ?? 0, 1).ToString("0.0", CultureInfo.InvariantCulture)}) {place["decision"]}, stated {place["stated"] ?? "–"}";

    private static string InOneLine(JsonObject evidence)
    {
        var places = string.Join('+', evidence["regions"]!.AsArray().Select(region => Place(region!.AsObject())).Distinct());
        var origin = evidence["origin"]!.GetValue<string>() is var word && word == "text" ? "" : $" ({word})";
        var confidence = evidence["confidence"]!.ToJsonString() is var figure && figure == "1" ? "" : $" [{figure}]";
        var text = string.Join(' ', evidence["text"]!.GetValue<string>().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return $"{places}{origin}{confidence}: {(text.Length > EvidenceLength ? text[..EvidenceLength] + "…" : text)}";
    }

    private static string Place(JsonObject region) =>
        region["page"] is { } page ? $"p{page}"
        : region["line"] is { } line ? $"line {line}"
        : region["paragraph"] is { } paragraph ? $"paragraph {paragraph}"
        : $"{region["sheet"]}!{region["cell"]}";
}
