using System.Collections.Immutable;
using Ingest.Model.Documents;

namespace Ingest.Decisions;

/// <summary>What can be put right in the strategy, the diagnosis, the governance and the signatories.</summary>
internal static class StrategyTargets
{
    private static readonly ImmutableDictionary<string, CorrectableField<Indicator>> Indicators = new Dictionary<string, CorrectableField<Indicator>>
    {
        ["name"] = CorrectableField.Name<Indicator>(item => item.Name, (item, name) => item with { Name = name }),
        ["value"] = CorrectableField.Number<Indicator>(item => item.Value, (item, value) => item with { Value = value }),
        ["unit"] = CorrectableField.Text<Indicator>(item => item.Unit, (item, unit) => item with { Unit = unit }),
        ["reference"] = CorrectableField.Number<Indicator>(item => item.Reference, (item, value) => item with { Reference = value }),
        ["referenceArea"] = CorrectableField.Text<Indicator>(item => item.ReferenceArea, (item, area) => item with { ReferenceArea = area }),
        ["year"] = CorrectableField.Year<Indicator>(item => item.Year, (item, year) => item with { Year = year }),
        ["perimeter"] = CorrectableField.Text<Indicator>(item => item.Perimeter, (item, perimeter) => item with { Perimeter = perimeter }),
        ["quartier"] = CorrectableField.Text<Indicator>(item => item.Quartier, (item, quartier) => item with { Quartier = quartier }),
    }.ToImmutableDictionary(StringComparer.Ordinal);

    /// <summary>The target at a pointer below <c>/enjeux</c>; null where there is none.</summary>
    /// <param name="document">The document.</param>
    /// <param name="path">The pointer's parts behind « enjeux ».</param>
    public static CorrectionTarget? OfStrategy(DocumentPart<IngestedDocument> document, ReadOnlySpan<string> path)
    {
        if (path.Length < 2 || document.Item("enjeux", path[0], whole => whole.Enjeux, (whole, enjeux) => whole with { Enjeux = enjeux }, item => item.Id, item => item.Evidence) is not { } enjeu)
            return null;
        if (path is [_, "title"])
            return CorrectableField.Text<Enjeu>(item => item.Title, (item, title) => item with { Title = title }).At(enjeu, "title", (item, _) => item with { Evidence = ReplayedDocument.ByHand(item.Evidence) });
        if (path is not [_, "orientations", var second, ..] || enjeu.Item("orientations", second, item => item.Orientations, (item, list) => item with { Orientations = list }, item => item.Id, item => item.Evidence) is not { } orientation)
            return null;
        if (path is [_, _, _, "title"])
            return CorrectableField.Text<Orientation>(item => item.Title, (item, title) => item with { Title = title }).At(orientation, "title", (item, _) => item with { Evidence = ReplayedDocument.ByHand(item.Evidence) });
        if (path is not [_, _, _, "objectives", var third, ..] || orientation.Item("objectives", third, item => item.Objectives, (item, list) => item with { Objectives = list }, item => item.Id, item => item.Evidence) is not { } objective)
            return null;
        if (path is [_, _, _, _, _, "title"])
            return CorrectableField.Text<Objective>(item => item.Title, (item, title) => item with { Title = title }).At(objective, "title", (item, _) => item with { Evidence = ReplayedDocument.ByHand(item.Evidence) });
        return path is [_, _, _, _, _, "operationalObjectives", var last, "text"]
            && objective.Item("operationalObjectives", last, item => item.OperationalObjectives, (item, list) => item with { OperationalObjectives = list }, item => item.Id, item => item.Evidence) is { } operational
            ? CorrectableField.Name<OperationalObjective>(item => item.Text, (item, text) => item with { Text = text }).At(operational, "text", (item, _) => item with { Evidence = ReplayedDocument.ByHand(item.Evidence) })
            : null;
    }

    /// <summary>The target at a pointer below <c>/diagnosis</c>; null where there is none.</summary>
    /// <param name="document">The document.</param>
    /// <param name="path">The pointer's parts behind « diagnosis ».</param>
    public static CorrectionTarget? OfDiagnosis(DocumentPart<IngestedDocument> document, ReadOnlySpan<string> path)
    {
        var diagnosis = new DocumentPart<Diagnosis>("/diagnosis", document.Value.Diagnosis, PartAnchors.None, (whole, change) => whole with { Diagnosis = change(whole.Diagnosis) });
        return path switch
        {
            ["indicators", var index, var name] => diagnosis.Item("indicators", index, item => item.Indicators, (item, list) => item with { Indicators = list }, _ => null, item => item.Evidence) is { } indicator
                ? Indicators.GetValueOrDefault(name)?.At(indicator, name, (item, _) => item with { Evidence = ReplayedDocument.ByHand(item.Evidence) })
                : null,
            ["irritants", var index, "text"] => OfItem(diagnosis.Item("irritants", index, item => item.Irritants, (item, list) => item with { Irritants = list }, _ => null, item => item.Evidence)),
            ["opportunites", var index, "text"] => OfItem(diagnosis.Item("opportunites", index, item => item.Opportunites, (item, list) => item with { Opportunites = list }, _ => null, item => item.Evidence)),
            ["priorites", var index, "text"] => OfItem(diagnosis.Item("priorites", index, item => item.Priorites, (item, list) => item with { Priorites = list }, _ => null, item => item.Evidence)),
            _ => null,
        };
    }

    /// <summary>The target at a pointer below <c>/governance</c>; null where there is none.</summary>
    /// <param name="document">The document.</param>
    /// <param name="path">The pointer's parts behind « governance ».</param>
    public static CorrectionTarget? OfGovernance(DocumentPart<IngestedDocument> document, ReadOnlySpan<string> path)
    {
        if (path is not [var index, var name] || document.Item("governance", index, whole => whole.Governance, (whole, list) => whole with { Governance = list }, _ => null, item => item.Evidence) is not { } part)
            return null;
        var field = name switch
        {
            "heading" => CorrectableField.Text<GovernanceItem>(item => item.Heading, (item, heading) => item with { Heading = heading }),
            "text" => CorrectableField.Name<GovernanceItem>(item => item.Text, (item, text) => item with { Text = text }),
            _ => null,
        };
        return field?.At(part, name, (item, _) => item with { Evidence = ReplayedDocument.ByHand(item.Evidence) });
    }

    /// <summary>The target at a pointer below <c>/signatories</c>; null where there is none.</summary>
    /// <param name="document">The document.</param>
    /// <param name="path">The pointer's parts behind « signatories ».</param>
    public static CorrectionTarget? OfSignatory(DocumentPart<IngestedDocument> document, ReadOnlySpan<string> path) =>
        path is [var index, "label"] && document.Item("signatories", index, whole => whole.Signatories, (whole, list) => whole with { Signatories = list }, _ => null, item => item.Evidence) is { } part
            ? CorrectableField.Name<Signatory>(item => item.Label, (item, label) => item with { Label = label }).At(part, "label", (item, _) => item with { Evidence = ReplayedDocument.ByHand(item.Evidence) })
            : null;

    private static CorrectionTarget? OfItem(DocumentPart<DiagnosisItem>? part) => part is null
        ? null
        : CorrectableField.Name<DiagnosisItem>(item => item.Text, (item, text) => item with { Text = text }).At(part, "text", (item, _) => item with { Evidence = ReplayedDocument.ByHand(item.Evidence) });
}
