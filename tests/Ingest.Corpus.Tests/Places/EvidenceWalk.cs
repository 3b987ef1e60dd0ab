using System.Globalization;
using System.Text.Json.Nodes;

namespace Ingest.Corpus.Tests.Places;

/// <summary>Looks for values that do not say where they were read.</summary>
internal static class EvidenceWalk
{
    // Properties of an action that say nothing of their own: made by the program, or holding objects with their own evidence.
    private static readonly HashSet<string> NotRead = ["id", "themes", "financers", "classification", "evidence", "fieldEvidence"];

    // Lists whose items each have evidence of their own.
    private static readonly HashSet<string> Evident =
    [
        "actions", "financers", "totals", "enjeux", "orientations", "objectives", "operationalObjectives", "indicators", "irritants",
        "opportunites", "priorites", "governance", "signatories", "unassigned",
    ];

    /// <summary>Pointers of the values without evidence, and of evidence that names no place.</summary>
    public static IReadOnlyList<string> Unproven(JsonObject document)
    {
        var unproven = new List<string>();
        CheckDocument(document, unproven);
        Visit("", document, unproven);
        return unproven;
    }

    private static void CheckDocument(JsonObject document, List<string> unproven)
    {
        var evidence = document["fieldEvidence"]!.AsObject();
        foreach (var key in (string[])["title", "period", "filing", "act"])
        {
            if (document[key] is not null && !evidence.ContainsKey(key))
                unproven.Add($"/{key}");
        }

        var territory = document["territory"]!.AsObject();
        if (territory["epci"] is not null && !evidence.ContainsKey("territory/epci"))
            unproven.Add("/territory/epci");
        foreach (var list in (string[])["communes", "quartiers"])
        {
            for (var i = 0; i < territory[list]!.AsArray().Count; i++)
            {
                // Either each has its own evidence or the list has one for all.
                if (!evidence.ContainsKey($"territory/{list}") && !evidence.ContainsKey($"territory/{list}/{i}"))
                    unproven.Add($"/territory/{list}/{i}");
            }
        }
    }

    private static void Visit(string pointer, JsonNode? node, List<string> unproven)
    {
        if (node is JsonObject fields)
        {
            foreach (var (key, value) in fields)
            {
                if (key == "evidence" && value is JsonObject evidence)
                    CheckPlace($"{pointer}/evidence", evidence, unproven);
                else if (key == "fieldEvidence")
                    CheckPlaces($"{pointer}/fieldEvidence", value!.AsObject(), unproven);
                else if (Evident.Contains(key) && value is JsonArray items)
                    CheckItems($"{pointer}/{key}", key, items, unproven);
                else
                    Visit($"{pointer}/{key}", value, unproven);
            }
        }
        else if (node is JsonArray items)
        {
            for (var i = 0; i < items.Count; i++)
                Visit($"{pointer}/{i}", items[i], unproven);
        }
    }

    private static void CheckItems(string pointer, string list, JsonArray items, List<string> unproven)
    {
        for (var i = 0; i < items.Count; i++)
        {
            var item = items[i]!.AsObject();
            if (item["evidence"] is not JsonObject)
                unproven.Add($"{pointer}/{i}");
            if (list == "actions")
                CheckAction($"{pointer}/{i}", item, unproven);
            Visit($"{pointer}/{i}", item, unproven);
        }
    }

    private static void CheckAction(string pointer, JsonObject action, List<string> unproven)
    {
        var row = action["evidence"]?["text"]?.GetValue<string>() ?? "";
        foreach (var (key, value) in action)
        {
            if (NotRead.Contains(key) || value is null or JsonArray { Count: 0 } || action["fieldEvidence"]!.AsObject().ContainsKey(key))
                continue;
            // A property without evidence of its own must be told by the row's.
            if (!Words(value).All(word => word is not null && Fold(row).Contains(Fold(word), StringComparison.Ordinal)))
                unproven.Add($"{pointer}/{key}");
        }
    }

    // What a row must say for a value to be read in it; null for a value that no words of a document spell.
    private static IEnumerable<string?> Words(JsonNode value) => value switch
    {
        JsonArray items => items.SelectMany(item => Words(item!)),
        JsonObject body => [body["label"]!.GetValue<string>()],
        JsonValue text when text.TryGetValue(out string? word) => [word],
        JsonValue flag when flag.TryGetValue(out bool _) => [null],
        _ => [decimal.Parse(value.ToJsonString(), CultureInfo.InvariantCulture).ToString("0.##", CultureInfo.InvariantCulture).Replace('.', ',')],
    };

    private static string Fold(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));

    private static void CheckPlaces(string pointer, JsonObject map, List<string> unproven)
    {
        foreach (var (key, evidence) in map)
            CheckPlace($"{pointer}/{key}", evidence!.AsObject(), unproven);
    }

    // What was computed or looked up has no place of its own; what was read has one, and a text.
    private static void CheckPlace(string pointer, JsonObject evidence, List<string> unproven)
    {
        if (evidence["origin"]!.GetValue<string>() is not ("text" or "ocr"))
            return;
        if (evidence["regions"]!.AsArray().Count == 0 || string.IsNullOrWhiteSpace(evidence["text"]!.GetValue<string>()))
            unproven.Add($"{pointer} names no place");
    }
}
