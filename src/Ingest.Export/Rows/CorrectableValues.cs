using System.Globalization;
using System.Text.Json;
using Ingest.Decisions;
using Ingest.Model.Findings;

namespace Ingest.Export.Rows;

/// <summary>A value that a person can put right.</summary>
/// <param name="Pointer">JSON pointer to it.</param>
/// <param name="Name">What it is, in French.</param>
/// <param name="Before">The value as JSON.</param>
/// <param name="Anchor">What the value belongs to: the id of the part, else its text as read; null for a value of the document.</param>
internal sealed record CorrectableValue(string Pointer, string Name, JsonElement Before, string? Anchor);

/// <summary>The values to look at for a finding: of a sum that does not fit, each of its figures.</summary>
internal static class CorrectableValues
{
    private static readonly Dictionary<string, string> Names = new(StringComparer.Ordinal)
    {
        ["totalCost"] = "Coût total",
        ["amount"] = "Montant",
        ["share"] = "Part",
        ["label"] = "Libellé",
        ["porteur"] = "Porteur",
        ["title"] = "Intitulé",
        ["text"] = "Texte",
        ["name"] = "Nom",
        ["code"] = "Code",
        ["siren"] = "SIREN",
        ["start"] = "Première année",
        ["end"] = "Dernière année",
        ["kind"] = "Nature",
        ["value"] = "Valeur",
        ["year"] = "Année",
        ["theme"] = "Thématique",
        ["number"] = "Numéro",
        ["period"] = "Période",
        ["epci"] = "Intercommunalité",
        ["actDate"] = "Date de l'acte",
    };

    /// <summary>The values; none for an info or where the pointer names none.</summary>
    public static IEnumerable<CorrectableValue> Of(Item<Finding> finding)
    {
        // What found no place has none where it could be put right.
        if (finding.Value is not { Severity: not Severity.Info, Pointer: { } pointer } || pointer.StartsWith("/unassigned", StringComparison.Ordinal) || Find(finding.Document.Json, pointer) is not { } target)
            return [];
        if (target.ValueKind == JsonValueKind.Array)
            return [];
        var pointers = target.ValueKind == JsonValueKind.Object ? FieldsOf(target, finding.Value.Code).Select(field => $"{pointer}/{field}") : [pointer];
        // A cell to fill stands only where « ingest correct » can take what is typed into it.
        return pointers.Where(place => CorrectionTargets.Find(finding.Document.Value, place) is not null).Select(place => ValueAt(finding.Document, place));
    }

    private static IEnumerable<string> FieldsOf(JsonElement target, string code)
    {
        if (target.TryGetProperty("financers", out var financers))
        {
            return code switch
            {
                "structure.missing-porteur" => ["porteur"],
                "budget.missing-cost" => ["totalCost"],
                _ when code.StartsWith("budget.", StringComparison.Ordinal) =>
                    Enumerable.Range(0, financers.GetArrayLength()).Select(index => FormattableString.Invariant($"financers/{index}/amount")).Prepend("totalCost"),
                _ => ["title"],
            };
        }

        // The first that the part has, from the likeliest; of a total whose shares are wrong, the share.
        string[] candidates = code.Contains("share", StringComparison.Ordinal) ? ["share", "amount"] : code == "identity.unknown-financer" ? ["label"] : ["amount", "value", "title", "name", "text", "start"];
        var fields = candidates.Where(name => target.TryGetProperty(name, out _));
        return code.Contains("share", StringComparison.Ordinal) ? fields : target.TryGetProperty("end", out _) ? ["start", "end"] : fields.Take(1);
    }

    private static CorrectableValue ValueAt(ExportedDocument document, string pointer)
    {
        var parts = pointer.Split('/');
        var name = Names.GetValueOrDefault(parts[^1], parts[^1]);
        if (parts is [.., "financers", _, "amount"] && Find(document.Json, pointer[..^"/amount".Length]) is { } financer)
            name = $"{name} : {financer.GetProperty("label").GetString()}";
        return new CorrectableValue(pointer, name, Find(document.Json, pointer) ?? default, AnchorOf(document, parts));
    }

    // The nearest part with an id, else the nearest with evidence.
    private static string? AnchorOf(ExportedDocument document, string[] parts)
    {
        string? text = null;
        for (var length = parts.Length - 1; length > 1; length--)
        {
            if (Find(document.Json, string.Join('/', parts[..length])) is not { ValueKind: JsonValueKind.Object } part)
                continue;
            if (part.TryGetProperty("id", out var id))
                return id.GetString();
            if (text is null && part.TryGetProperty("evidence", out var evidence) && evidence.ValueKind == JsonValueKind.Object)
                text = evidence.GetProperty("text").GetString();
        }

        return text;
    }

    private static JsonElement? Find(JsonElement root, string pointer)
    {
        var at = root;
        foreach (var part in pointer.Split('/').Skip(1))
        {
            if (at.ValueKind == JsonValueKind.Object && at.TryGetProperty(part, out var property))
                at = property;
            else if (at.ValueKind == JsonValueKind.Array && int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < at.GetArrayLength())
                at = at[index];
            else
                return null;
        }

        return at;
    }
}
