using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Ingest.Model.Documents;
using Ingest.Model.Provenance;

namespace Ingest.Emission.Inspection;

/// <summary>
/// The published document → its values that have evidence. It walks the JSON and not the records: a key that the contract
/// gains is shown without a word here, and pointers are the readers' own.
/// </summary>
internal static class DocumentToValues
{
    private const int SummaryLength = 160;

    private static readonly ImmutableArray<string> Names = ["title", "label", "name", "text", "heading", "reference", "code", "id"];

    /// <summary>The values in document order, an object before its properties.</summary>
    public static ImmutableArray<InspectedValue> Collect(IngestedDocument document)
    {
        using var stream = new MemoryStream();
        DocumentJson.Write(document, stream);
        using var json = JsonDocument.Parse(stream.ToArray());
        var values = ImmutableArray.CreateBuilder<InspectedValue>();
        Visit("", json.RootElement, values);
        return values.ToImmutable();
    }

    private static void Visit(string pointer, JsonElement node, ImmutableArray<InspectedValue>.Builder values)
    {
        if (node.ValueKind == JsonValueKind.Array)
        {
            foreach (var (index, item) in node.EnumerateArray().Index())
                Visit(string.Create(CultureInfo.InvariantCulture, $"{pointer}/{index}"), item, values);
        }

        if (node.ValueKind != JsonValueKind.Object)
            return;
        if (node.TryGetProperty("evidence", out var own) && own.ValueKind == JsonValueKind.Object)
            values.Add(ToValue(pointer, node, own));
        if (node.TryGetProperty("fieldEvidence", out var fields))
        {
            foreach (var field in fields.EnumerateObject())
                values.Add(ToValue($"{pointer}/{field.Name}", Find(node, field.Name), field.Value));
        }

        foreach (var property in node.EnumerateObject())
        {
            // Findings are shown for themselves; evidence is no value.
            if (property.Name is not ("evidence" or "fieldEvidence" or "findings"))
                Visit($"{pointer}/{property.Name}", property.Value, values);
        }
    }

    private static JsonElement? Find(JsonElement node, string path)
    {
        var found = node;
        foreach (var key in path.Split('/'))
        {
            if (found.ValueKind == JsonValueKind.Array && int.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < found.GetArrayLength())
                found = found[index];
            else if (found.ValueKind != JsonValueKind.Object || !found.TryGetProperty(key, out found))
                return null;
        }

        return found;
    }

    private static InspectedValue ToValue(string pointer, JsonElement? node, JsonElement evidence) => new()
    {
        Pointer = pointer,
        Summary = Shorten(node is { } value ? Summarise(value) : ""),
        Layer = LayerOf(pointer),
        Evidence = new Evidence
        {
            Regions = [.. evidence.GetProperty("regions").EnumerateArray().Select(ToRegion)],
            Text = evidence.GetProperty("text").GetString() ?? "",
            Origin = Enum.Parse<Origin>(evidence.GetProperty("origin").GetString()!, ignoreCase: true),
            Confidence = evidence.GetProperty("confidence").GetDouble(),
        },
    };

    private static EvidenceRegion ToRegion(JsonElement region) => new()
    {
        Page = Number(region, "page"),
        Line = Number(region, "line"),
        Paragraph = Number(region, "paragraph"),
        Sheet = region.TryGetProperty("sheet", out var sheet) ? sheet.GetString() : null,
        Cell = region.TryGetProperty("cell", out var cell) ? cell.GetString() : null,
        Bbox = region.TryGetProperty("bbox", out var box) && box.ValueKind == JsonValueKind.Array
            ? new Box(box[0].GetDouble(), box[1].GetDouble(), box[2].GetDouble(), box[3].GetDouble())
            : null,
    };

    private static int? Number(JsonElement region, string key) =>
        region.TryGetProperty(key, out var value) && value.ValueKind == JsonValueKind.Number ? value.GetInt32() : null;

    private static InspectionLayer LayerOf(string pointer) => pointer.Split('/').ElementAtOrDefault(1) switch
    {
        "actions" => InspectionLayer.Actions,
        "totals" => InspectionLayer.Totals,
        "enjeux" or "diagnosis" or "governance" or "signatories" => InspectionLayer.Strategy,
        "unassigned" => InspectionLayer.Unassigned,
        _ => InspectionLayer.Identity,
    };

    private static string Summarise(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.Null or JsonValueKind.Undefined => "",
        JsonValueKind.Array => string.Join(", ", value.EnumerateArray().Select(Summarise)),
        JsonValueKind.Object => SummariseObject(value),
        _ => value.GetRawText(),
    };

    private static string SummariseObject(JsonElement value)
    {
        var name = Names.Select(key => value.TryGetProperty(key, out var text) && text.ValueKind == JsonValueKind.String ? text.GetString() : null)
            .FirstOrDefault(text => text is not null);
        var figures = value.EnumerateObject()
            .Where(property => property.Name is not "confidence" && property.Value.ValueKind == JsonValueKind.Number)
            .Select(property => $"{property.Name} {property.Value.GetRawText()}");
        return string.Join(" · ", ((string?[])[name, .. figures]).Where(part => part is not null));
    }

    private static string Shorten(string text) => text.Length <= SummaryLength ? text : text[..SummaryLength].TrimEnd() + "…";
}
