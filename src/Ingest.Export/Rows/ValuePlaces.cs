using System.Collections.Immutable;
using Ingest.Model.Documents;
using Ingest.Model.Provenance;

namespace Ingest.Export.Rows;

/// <summary>A place where a value was read.</summary>
/// <param name="Document">The document.</param>
/// <param name="Pointer">JSON pointer to the value.</param>
/// <param name="Rank">Which of its places, from 1.</param>
/// <param name="Region">The place; null where the value has none.</param>
/// <param name="Evidence">What was read.</param>
internal sealed record ValuePlace(ExportedDocument Document, string Pointer, int Rank, EvidenceRegion? Region, Evidence Evidence);

/// <summary>Every evidence of a document, under the pointer of its value.</summary>
internal static class ValuePlaces
{
    public static IEnumerable<ValuePlace> Of(ExportedDocument document) =>
        EvidenceOf(document)
            .DistinctBy(item => item.Pointer, StringComparer.Ordinal)
            .SelectMany(item => item.Evidence.Regions.IsDefaultOrEmpty
                ? [new ValuePlace(document, item.Pointer, 1, null, item.Evidence)]
                : item.Evidence.Regions.Select((region, index) => new ValuePlace(document, item.Pointer, index + 1, region, item.Evidence)));

    /// <summary>The pointer of a property named in <c>fieldEvidence</c>.</summary>
    public static string Field(string pointer, string name) => $"{pointer}/{name}";

    private static IEnumerable<(string Pointer, Evidence Evidence)> EvidenceOf(ExportedDocument document)
    {
        var value = document.Value;
        return Fields("", value.FieldEvidence)
            .Concat(document.Actions.SelectMany(OfAction))
            .Concat(document.Totals.Select(item => (item.Pointer, item.Value.Evidence)))
            .Concat(document.Enjeux.Select(item => (item.Pointer, item.Value.Evidence)))
            .Concat(document.Orientations.Select(item => (item.Pointer, item.Value.Evidence)))
            .Concat(document.Objectives.Select(item => (item.Pointer, item.Value.Evidence)))
            .Concat(document.OperationalObjectives.Select(item => (item.Pointer, item.Value.Evidence)))
            .Concat(List("/diagnosis/indicators", value.Diagnosis.Indicators, item => item.Evidence))
            .Concat(List("/diagnosis/irritants", value.Diagnosis.Irritants, item => item.Evidence))
            .Concat(List("/diagnosis/opportunites", value.Diagnosis.Opportunites, item => item.Evidence))
            .Concat(List("/diagnosis/priorites", value.Diagnosis.Priorites, item => item.Evidence))
            .Concat(List("/governance", value.Governance, item => item.Evidence))
            .Concat(List("/signatories", value.Signatories, item => item.Evidence))
            .Concat(List("/unassigned", value.Unassigned, item => item.Evidence))
            .Concat(document.Findings.Where(item => item.Value.Evidence is not null).Select(item => (item.Pointer, item.Value.Evidence!)));
    }

    private static IEnumerable<(string, Evidence)> OfAction(Item<FundedAction> action) =>
        Fields(action.Pointer, action.Value.FieldEvidence)
            .Prepend((action.Pointer, action.Value.Evidence))
            .Concat(List(action.Pointer + "/financers", action.Value.Financers, item => item.Evidence));

    private static IEnumerable<(string, Evidence)> Fields(string pointer, ImmutableSortedDictionary<string, Evidence> fields) =>
        fields.Select(field => (Field(pointer, field.Key), field.Value));

    private static IEnumerable<(string, Evidence)> List<T>(string pointer, ImmutableArray<T> values, Func<T, Evidence> evidence) =>
        values.Select((value, index) => ($"{pointer}/{index}", evidence(value)));
}
