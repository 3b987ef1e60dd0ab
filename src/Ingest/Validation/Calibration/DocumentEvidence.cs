using System.Collections.Immutable;
using Ingest.Model.Documents;
using Ingest.Model.Provenance;

namespace Ingest.Validation.Calibration;

/// <summary>The evidence of every value of a document, each with the JSON pointer of its value.</summary>
public static class DocumentEvidence
{
    /// <summary>The document with other evidence in each place.</summary>
    /// <param name="document">The document; its findings keep theirs.</param>
    /// <param name="change">Pointer and evidence → evidence.</param>
    public static IngestedDocument Select(IngestedDocument document, Func<string, Evidence, Evidence> change) => document with
    {
        FieldEvidence = OfFields("", document.FieldEvidence, change),
        Actions = Each(document.Actions, "/actions", (at, action) => action with
        {
            Evidence = change(at, action.Evidence),
            FieldEvidence = OfFields(at, action.FieldEvidence, change),
            Financers = Each(action.Financers, at + "/financers", (place, financer) => financer with { Evidence = change(place, financer.Evidence) }),
        }),
        Totals = Each(document.Totals, "/totals", (at, total) => total with { Evidence = change(at, total.Evidence) }),
        Enjeux = Each(document.Enjeux, "/enjeux", (at, enjeu) => enjeu with
        {
            Evidence = change(at, enjeu.Evidence),
            Orientations = Each(enjeu.Orientations, at + "/orientations", (place, orientation) => OfOrientation(place, orientation, change)),
        }),
        Diagnosis = new Diagnosis
        {
            Indicators = Each(document.Diagnosis.Indicators, "/diagnosis/indicators", (at, item) => item with { Evidence = change(at, item.Evidence) }),
            Irritants = OfItems(document.Diagnosis.Irritants, "/diagnosis/irritants", change),
            Opportunites = OfItems(document.Diagnosis.Opportunites, "/diagnosis/opportunites", change),
            Priorites = OfItems(document.Diagnosis.Priorites, "/diagnosis/priorites", change),
        },
        Governance = Each(document.Governance, "/governance", (at, item) => item with { Evidence = change(at, item.Evidence) }),
        Signatories = Each(document.Signatories, "/signatories", (at, item) => item with { Evidence = change(at, item.Evidence) }),
        Unassigned = Each(document.Unassigned, "/unassigned", (at, item) => item with { Evidence = change(at, item.Evidence) }),
    };

    /// <summary>Every pointer with its evidence.</summary>
    /// <param name="document">The document.</param>
    public static ImmutableArray<(string Pointer, Evidence Evidence)> All(IngestedDocument document)
    {
        var all = ImmutableArray.CreateBuilder<(string, Evidence)>();
        Select(document, (pointer, evidence) =>
        {
            all.Add((pointer, evidence));
            return evidence;
        });
        return all.ToImmutable();
    }

    private static Orientation OfOrientation(string at, Orientation orientation, Func<string, Evidence, Evidence> change) => orientation with
    {
        Evidence = change(at, orientation.Evidence),
        Objectives = Each(orientation.Objectives, at + "/objectives", (place, objective) => objective with
        {
            Evidence = change(place, objective.Evidence),
            OperationalObjectives = Each(
                objective.OperationalObjectives, place + "/operationalObjectives", (deepest, item) => item with { Evidence = change(deepest, item.Evidence) }),
        }),
    };

    private static ImmutableArray<DiagnosisItem> OfItems(ImmutableArray<DiagnosisItem> items, string at, Func<string, Evidence, Evidence> change) =>
        Each(items, at, (place, item) => item with { Evidence = change(place, item.Evidence) });

    private static ImmutableSortedDictionary<string, Evidence> OfFields(
        string at, ImmutableSortedDictionary<string, Evidence> fields, Func<string, Evidence, Evidence> change) =>
        fields.ToImmutableSortedDictionary(field => field.Key, field => change($"{at}/{field.Key}", field.Value), fields.KeyComparer);

    private static ImmutableArray<T> Each<T>(ImmutableArray<T> items, string at, Func<string, T, T> change) =>
        [.. items.Select((item, index) => change(FormattableString.Invariant($"{at}/{index}"), item))];
}
