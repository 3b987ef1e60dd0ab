using System.Collections.Immutable;
using System.Globalization;
using Ingest.Model.Documents;

namespace Ingest.Evaluation;

/// <summary>
/// Compares what a convention says. A label counts where it stands: with the labels above it, so that a right text in the
/// wrong place is missed and invented.
/// </summary>
internal static class StrategyComparison
{
    /// <summary>Every value compared, in the order of the fields.</summary>
    public static IEnumerable<Observation> Compare(IngestedDocument expected, IngestedDocument actual) =>
    [
        .. ValueComparison.OfBag(ScoredField.QuartierCommunes, null, Places(expected), Places(actual)),
        .. ValueComparison.OfBag(ScoredField.Enjeu, null, expected.Enjeux.Select(Name), actual.Enjeux.Select(Name)),
        .. ValueComparison.OfBag(ScoredField.Orientation, null, Orientations(expected), Orientations(actual)),
        .. ValueComparison.OfBag(ScoredField.Objective, null, Objectives(expected).Select(item => item.Path), Objectives(actual).Select(item => item.Path)),
        .. ValueComparison.OfBag(ScoredField.OperationalObjective, null, Items(expected), Items(actual)),
        .. ValueComparison.OfBag(ScoredField.ItemQuartiers, null, ItemQuartiers(expected), ItemQuartiers(actual)),
        .. Diagnoses(expected.Diagnosis, actual.Diagnosis),
        .. Governances(expected.Governance, actual.Governance),
        .. ValueComparison.OfBag(ScoredField.Signatory, null, expected.Signatories.Select(Party), actual.Signatories.Select(Party)),
    ];

    private static IEnumerable<Observation> Governances(ImmutableArray<GovernanceItem> expected, ImmutableArray<GovernanceItem> actual)
    {
        var hasTexts = expected.All(part => part.Text.Length > 0);
        return ValueComparison.OfBag(ScoredField.Governance, null, expected.Select(part => Part(part, hasTexts)), actual.Select(part => Part(part, hasTexts)));
    }

    private static IEnumerable<Observation> Diagnoses(Diagnosis expected, Diagnosis actual) =>
    [
        .. ValueComparison.OfBag(ScoredField.Indicator, null, expected.Indicators.Select(Figure), actual.Indicators.Select(Figure)),
        .. ValueComparison.OfBag(ScoredField.IndicatorReference, null, References(expected), References(actual)),
        .. ValueComparison.OfBag(ScoredField.IndicatorContext, null, Contexts(expected), Contexts(actual)),
        .. ValueComparison.OfBag(ScoredField.Irritant, null, expected.Irritants.Select(item => item.Text), actual.Irritants.Select(item => item.Text)),
        .. ValueComparison.OfBag(ScoredField.Opportunite, null, expected.Opportunites.Select(item => item.Text), actual.Opportunites.Select(item => item.Text)),
        .. ValueComparison.OfBag(ScoredField.Priorite, null, expected.Priorites.Select(item => item.Text), actual.Priorites.Select(item => item.Text)),
    ];

    // Only conventions say in which communes a neighbourhood lies.
    private static IEnumerable<string> Places(IngestedDocument document) => document.Kind is DocumentKind.Convention or DocumentKind.Mixed
        ? document.Territory.Quartiers.SelectMany(quartier => quartier.Communes.Select(insee => $"{quartier.Name} in {insee}"))
        : [];

    private static string Name(Enjeu enjeu) => $"{enjeu.Number} | {enjeu.Code ?? "-"} | {enjeu.Title ?? "-"}";

    private static IEnumerable<string> Orientations(IngestedDocument document) =>
        document.Enjeux.SelectMany(enjeu => enjeu.Orientations.Select(orientation => $"{enjeu.Title ?? "-"} > {orientation.Code ?? "-"} | {orientation.Title ?? "-"}"));

    private static IEnumerable<(string Path, Objective Objective)> Objectives(IngestedDocument document) =>
        document.Enjeux.SelectMany(enjeu => enjeu.Orientations.SelectMany(orientation => orientation.Objectives.Select(objective =>
            ($"{enjeu.Title ?? "-"} > {orientation.Title ?? "-"} > {objective.Code ?? "-"} | {objective.Title ?? "-"}", objective))));

    private static IEnumerable<string> Items(IngestedDocument document) =>
        document.Enjeux.SelectMany(enjeu => enjeu.Orientations.SelectMany(orientation => orientation.Objectives.SelectMany(objective =>
            objective.OperationalObjectives.Select(item => $"{enjeu.Number} > {orientation.Title ?? "-"} > {objective.Title ?? "-"} > {item.Text}"))));

    private static IEnumerable<string> ItemQuartiers(IngestedDocument document) =>
        Objectives(document).SelectMany(item => item.Objective.OperationalObjectives).SelectMany(item => item.Quartiers.Select(quartier => $"{quartier}: {item.Text}"));

    private static string Figure(Indicator indicator) => $"{indicator.Name}: {Number(indicator.Value)} {indicator.Unit ?? "-"} ({indicator.Quartier ?? "-"})";

    private static IEnumerable<string> References(Diagnosis diagnosis) => diagnosis.Indicators
        .Where(indicator => indicator.Reference is not null)
        .Select(indicator => $"{indicator.Name}: {Number(indicator.Value)} / {Number(indicator.Reference)} {indicator.ReferenceArea?.ToLowerInvariant() ?? "-"}");

    private static IEnumerable<string> Contexts(Diagnosis diagnosis) => diagnosis.Indicators
        .Where(indicator => indicator.Year is not null || indicator.Perimeter is not null)
        .Select(indicator => $"{indicator.Name}: {Number(indicator.Value)}, {indicator.Year?.ToString(CultureInfo.InvariantCulture) ?? "-"}, {indicator.Perimeter ?? "-"}");

    private static string Number(decimal? number) => number?.ToString("0.######", CultureInfo.InvariantCulture) ?? "-";

    // A truth may name the parts only, where what belongs to each is for its reader to say.
    private static string Part(GovernanceItem part, bool hasTexts) => hasTexts ? $"{part.Heading ?? "-"}: {part.Text}" : part.Heading ?? "-";

    private static string Party(Signatory party) => $"{party.Label} ({party.Signed?.ToString() ?? "-"})";
}
