using System.Collections.Immutable;
using Ingest.Model.Documents;

namespace Ingest.Evaluation;

/// <summary>Compares a document with its truth.</summary>
internal static class DocumentComparison
{
    /// <summary>Every value compared, in the order of the fields.</summary>
    public static ImmutableArray<Observation> Compare(TruthEntry truth, IngestedDocument actual, EvaluationOptions options)
    {
        var expected = truth.Expected;
        ImmutableArray<Observation> all =
        [
            .. ValueComparison.OfValue(ScoredField.Kind, null, expected.Kind, actual.Kind),
            .. ValueComparison.OfText(ScoredField.Title, null, expected.Title, actual.Title),
            .. ValueComparison.OfText(ScoredField.Period, null, Years(expected.Period), Years(actual.Period)),
            .. Territories(expected.Territory, actual.Territory),
            .. Filings(expected.Filing, actual.Filing),
            .. Acts(expected.Act, actual.Act),
            .. ActionComparison.Compare(expected.Actions, actual.Actions, options),
            .. TotalComparison.Compare(expected.Totals, actual.Totals, options),
            .. StrategyComparison.Compare(expected, actual),
            .. FindingComparison.Compare(truth.Faults, actual),
        ];
        return all.RemoveAll(observation => truth.Open.Any(field => observation.Field == field || observation.Field.StartsWith(field + ".", StringComparison.Ordinal)));
    }

    private static IEnumerable<Observation> Territories(Territory expected, Territory actual) =>
    [
        .. ValueComparison.OfText(ScoredField.Epci, null, Body(expected.Epci), Body(actual.Epci)),
        .. ValueComparison.OfBag(ScoredField.Communes, null, expected.Communes.Select(Body), actual.Communes.Select(Body)),
        .. ValueComparison.OfBag(ScoredField.Quartiers, null, expected.Quartiers.Select(Place), actual.Quartiers.Select(Place)),
    ];

    private static IEnumerable<Observation> Filings(Filing? expected, Filing? actual) =>
    [
        .. ValueComparison.OfText(ScoredField.FilingReference, null, expected?.Reference, actual?.Reference),
        .. ValueComparison.OfText(ScoredField.FilingDepartment, null, expected?.Department, actual?.Department),
        .. ValueComparison.OfText(ScoredField.FilingSiren, null, expected?.Siren, actual?.Siren),
        .. ValueComparison.OfText(ScoredField.FilingActDate, null, Day(expected?.ActDate), Day(actual?.ActDate)),
        .. ValueComparison.OfText(ScoredField.FilingActNumber, null, expected?.ActNumber, actual?.ActNumber),
        .. ValueComparison.OfText(ScoredField.FilingActType, null, expected?.ActType, actual?.ActType),
        .. ValueComparison.OfText(ScoredField.FilingSentOn, null, Day(expected?.SentOn), Day(actual?.SentOn)),
        .. ValueComparison.OfText(ScoredField.FilingReceivedOn, null, Day(expected?.ReceivedOn), Day(actual?.ReceivedOn)),
    ];

    // Only where the truth tells of the act: not every truth was written with it.
    private static IEnumerable<Observation> Acts(Act? expected, Act? actual) => expected is null ? [] :
    [
        .. ValueComparison.OfText(ScoredField.ActTitle, null, expected.Title, actual?.Title),
        .. ValueComparison.OfText(ScoredField.ActDate, null, Day(expected.Date), Day(actual?.Date)),
        .. ValueComparison.OfText(ScoredField.ActVote, null, expected.Vote, actual?.Vote),
        .. ValueComparison.OfText(ScoredField.ActAmends, null, expected.Amends, actual?.Amends),
    ];

    private static string? Years(Period? period) => period is null ? null : FormattableString.Invariant($"{period.Start}-{period.End}");

    private static string? Day(DateOnly? day) => day?.ToString("O", System.Globalization.CultureInfo.InvariantCulture);

    private static string? Body(Epci? epci) => epci is null ? null : $"{epci.Name} ({epci.Siren ?? "no SIREN"})";

    private static string Body(Commune commune) => $"{commune.Name} ({commune.Insee ?? "no INSEE"}, {commune.Siren ?? "no SIREN"})";

    private static string Place(Quartier quartier) => $"{quartier.Type} {quartier.Name ?? "?"} ({quartier.Code ?? "no code"})";
}
