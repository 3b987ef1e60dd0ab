using System.Collections.Immutable;
using Ingest.Model.Documents;
using Ingest.Model.Provenance;
using Ingest.Validation.Calibration;

namespace Ingest.Evaluation.Scans;

/// <summary>A value that was recognised on a scan.</summary>
public sealed record RecognisedValue
{
    /// <summary>Name of the scan.</summary>
    public required string Scan { get; init; }

    /// <summary>The split of the scan.</summary>
    public required Split Split { get; init; }

    /// <summary>JSON pointer to it.</summary>
    public required string Pointer { get; init; }

    /// <summary>What it is.</summary>
    public required ValueKind Kind { get; init; }

    /// <summary>The engine's trust in it, 0 to 1.</summary>
    public required double EngineConfidence { get; init; }

    /// <summary>The trust that the output tells, 0 to 1.</summary>
    public required double Confidence { get; init; }

    /// <summary>Whether it is what the truth, or the twin's own reading, has at its place.</summary>
    public required bool IsRight { get; init; }
}

/// <summary>A scan beside the truth and its twin → which of its recognised values are right.</summary>
internal static class RecognisedValues
{
    /// <summary>Every recognised value of which it can be said.</summary>
    public static ImmutableArray<RecognisedValue> Of(ReadScan scan, OcrEvaluationOptions options)
    {
        var document = scan.Scan.Document;
        var verdicts = Verdicts(scan.Truth.Expected, document, options);
        foreach (var (pointer, isRight) in Verdicts(scan.Twin.Document, document, options))
            verdicts[pointer] = isRight || verdicts.GetValueOrDefault(pointer);
        for (var i = 0; i < document.Actions.Length; i++)
        {
            var row = FormattableString.Invariant($"/actions/{i}");
            verdicts[row] = verdicts.Where(verdict => verdict.Key.StartsWith(row + "/", StringComparison.Ordinal)).All(verdict => verdict.Value);
        }

        return
        [
            .. DocumentEvidence.All(document).Where(item => item.Evidence.Origin == Origin.Ocr && verdicts.ContainsKey(item.Pointer)).Select(item => new RecognisedValue
            {
                Scan = scan.Source.Name,
                Split = scan.Source.Split,
                Pointer = item.Pointer,
                Kind = ValueKinds.Of(document, item.Pointer),
                EngineConfidence = item.Evidence.EngineConfidence ?? item.Evidence.Confidence,
                Confidence = item.Evidence.Confidence,
                IsRight = verdicts[item.Pointer],
            }),
        ];
    }

    private static Dictionary<string, bool> Verdicts(IngestedDocument expected, IngestedDocument actual, OcrEvaluationOptions options)
    {
        var amounts = AmountPairs.Of(expected, actual, options).Where(pair => pair.Read is not null).Select(pair => (At: PlaceOf(pair.Read!), IsRight: pair.Outcome == Outcome.Matched));
        return ((IEnumerable<(string At, bool IsRight)>)[.. OfDocument(expected, actual), .. OfActions(expected, actual, options), .. OfStrategy(expected, actual), .. amounts])
            .ToDictionary(verdict => verdict.At, verdict => verdict.IsRight, StringComparer.Ordinal);
    }

    // Evidence of a financer, a total, an indicator is the thing's, that of a cost its own.
    private static string PlaceOf(StatedAmount amount) => amount.Kind == AmountKind.TotalCost ? amount.Pointer : amount.Pointer[..amount.Pointer.LastIndexOf('/')];

    private static IEnumerable<(string At, bool IsRight)> OfDocument(IngestedDocument expected, IngestedDocument actual) =>
    [
        ("/title", WrittenText.AreEqual(expected.Title, actual.Title)),
        ("/period", expected.Period == actual.Period),
        ("/filing", expected.Filing?.Reference == actual.Filing?.Reference),
        ("/filing/sentOn", expected.Filing?.SentOn == actual.Filing?.SentOn),
        ("/filing/receivedOn", expected.Filing?.ReceivedOn == actual.Filing?.ReceivedOn),
        ("/territory/epci", expected.Territory.Epci == actual.Territory.Epci),
        .. Among("/territory/communes", expected.Territory.Communes, actual.Territory.Communes, commune => commune.Name),
        .. Among("/territory/quartiers", expected.Territory.Quartiers, actual.Territory.Quartiers, quartier => $"{quartier.Name} {quartier.Code}"),
        .. Among("/governance", expected.Governance, actual.Governance, item => $"{item.Heading}: {item.Text}"),
        .. Among("/signatories", expected.Signatories, actual.Signatories, item => item.Label),
    ];

    private static IEnumerable<(string At, bool IsRight)> OfActions(IngestedDocument expected, IngestedDocument actual, OcrEvaluationOptions options)
    {
        var partners = ActionComparison.Pair(expected.Actions, actual.Actions, options.Pairing).ToDictionary(pair => pair.Value, pair => expected.Actions[pair.Key]);
        foreach (var (index, read) in actual.Actions.Index())
        {
            var (at, wanted) = (FormattableString.Invariant($"/actions/{index}"), partners.GetValueOrDefault(index));
            yield return (at + "/title", wanted is not null && WrittenText.AreEqual(wanted.Title, read.Title));
            yield return (at + "/theme", wanted is not null && WrittenText.AreEqual(wanted.Theme, read.Theme));
            yield return (at + "/description", wanted is not null && WrittenText.AreEqual(wanted.Description, read.Description));
            yield return (at + "/porteur", wanted is not null && WrittenText.AreEqual(wanted.Porteur?.Label, read.Porteur?.Label));
            yield return (at + "/year", wanted is not null && wanted.Year == read.Year);
            yield return (at + "/quartiers", wanted is not null && wanted.Quartiers.Order(StringComparer.Ordinal).SequenceEqual(read.Quartiers.Order(StringComparer.Ordinal)));
        }
    }

    private static IEnumerable<(string At, bool IsRight)> OfStrategy(IngestedDocument expected, IngestedDocument actual)
    {
        var levels = (Labels(expected), Labels(actual));
        var (wanted, read) = (levels.Item1.Select(label => (label.Level, WrittenText.Fold(label.Text))).ToHashSet(), levels.Item2);
        return
        [
            .. read.Select(label => (label.At, wanted.Contains((label.Level, WrittenText.Fold(label.Text))))),
            .. Among("/diagnosis/irritants", expected.Diagnosis.Irritants, actual.Diagnosis.Irritants, item => item.Text),
            .. Among("/diagnosis/opportunites", expected.Diagnosis.Opportunites, actual.Diagnosis.Opportunites, item => item.Text),
            .. Among("/diagnosis/priorites", expected.Diagnosis.Priorites, actual.Diagnosis.Priorites, item => item.Text),
        ];
    }

    // Labels and items of a strategy by level, wherever they stand: reading is judged here, not the tree.
    private static List<(string At, int Level, string? Text)> Labels(IngestedDocument document)
    {
        var labels = new List<(string, int, string?)>();
        foreach (var (i, enjeu) in document.Enjeux.Index())
        {
            var top = FormattableString.Invariant($"/enjeux/{i}");
            labels.Add((top, 0, enjeu.Title));
            foreach (var (j, orientation) in enjeu.Orientations.Index())
            {
                var middle = FormattableString.Invariant($"{top}/orientations/{j}");
                labels.Add((middle, 1, orientation.Title));
                foreach (var (k, objective) in orientation.Objectives.Index())
                {
                    var deep = FormattableString.Invariant($"{middle}/objectives/{k}");
                    labels.Add((deep, 2, objective.Title));
                    labels.AddRange(objective.OperationalObjectives.Select((item, index) => (FormattableString.Invariant($"{deep}/operationalObjectives/{index}"), 3, (string?)item.Text)));
                }
            }
        }

        return labels;
    }

    private static IEnumerable<(string At, bool IsRight)> Among<T>(string at, ImmutableArray<T> expected, ImmutableArray<T> actual, Func<T, string> text)
    {
        var wanted = expected.Select(item => WrittenText.Fold(text(item))).ToHashSet();
        return actual.Select((item, index) => (FormattableString.Invariant($"{at}/{index}"), wanted.Contains(WrittenText.Fold(text(item)))));
    }
}
