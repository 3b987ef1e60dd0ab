using System.Collections.Immutable;
using System.Globalization;
using Ingest.Model.Documents;
using Ingest.Model.Findings;

namespace Ingest.Evaluation;

/// <summary>
/// Compares the findings with the faults that were planted: each is found, found at another place or missed. On a document
/// without a planted fault every error finding is invented. Where faults are planted further errors are not counted: one
/// wrong figure makes the sums above it wrong too.
/// </summary>
internal static class FindingComparison
{
    /// <summary>Every planted fault, then every false error.</summary>
    public static IEnumerable<Observation> Compare(ImmutableArray<PlantedFault> faults, IngestedDocument actual)
    {
        var findings = actual.Findings.ToList();
        foreach (var fault in faults)
        {
            var found = findings.Find(finding => finding.Code == fault.Code && IsAt(fault.At, finding, actual))
                ?? findings.Find(finding => finding.Code == fault.Code);
            if (found is not null)
                findings.Remove(found);
            yield return new Observation
            {
                Field = ScoredField.Finding,
                Outcome = found is null ? Outcome.Missed : IsAt(fault.At, found, actual) ? Outcome.Matched : Outcome.Wrong,
                Place = fault.At,
                Expected = fault.Code,
                Actual = found is null ? null : $"{found.Code} at {found.Pointer}: {found.MessageEn}",
            };
        }

        if (!faults.IsEmpty)
            yield break;
        foreach (var finding in findings.Where(finding => finding.Severity == Severity.Error))
        {
            yield return new Observation
            {
                Field = ScoredField.Finding,
                Outcome = Outcome.Invented,
                Place = finding.Pointer,
                Actual = $"{finding.Code}: {finding.MessageEn}",
            };
        }
    }

    private static bool IsAt(string? place, Finding finding, IngestedDocument document)
    {
        if (WrittenText.Fold(place) is not { } wanted)
            return true;
        return Names(finding.Pointer, document).Any(name => WrittenText.AreEqual(wanted, name))
            || WrittenText.Fold(finding.Message)!.Contains(wanted, StringComparison.Ordinal);
    }

    // The names of the thing that a pointer leads into: an action's title and theme, a total's label and what it sums up.
    private static IEnumerable<string?> Names(string? pointer, IngestedDocument document)
    {
        if (pointer?.Split('/') is not ["", var list, var position, ..]
            || !int.TryParse(position, NumberStyles.None, CultureInfo.InvariantCulture, out var index))
            return [];
        return list switch
        {
            "actions" when index < document.Actions.Length => [document.Actions[index].Title, document.Actions[index].Theme],
            "totals" when index < document.Totals.Length => [document.Totals[index].Label, document.Totals[index].Of],
            _ => [],
        };
    }
}
