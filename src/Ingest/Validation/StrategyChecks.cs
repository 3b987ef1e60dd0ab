using Ingest.Grammar;
using Ingest.Model.Documents;
using Ingest.Model.Findings;
using Ingest.Model.Provenance;

namespace Ingest.Validation;

/// <summary>A label of a strategy with its place in the output.</summary>
/// <param name="Level">0 for an enjeu, 1 for an orientation, 2 for an objective.</param>
/// <param name="Code">Mark as printed, or null.</param>
/// <param name="Title">Title; null where the level is missing.</param>
/// <param name="Pointer">Its place.</param>
/// <param name="Parent">The place of what it stands under.</param>
/// <param name="Evidence">Where it was read.</param>
internal sealed record StrategyLabel(int Level, string? Code, string? Title, string Pointer, string Parent, Evidence Evidence)
{
    /// <summary>All labels of a document, in order.</summary>
    public static IEnumerable<StrategyLabel> Of(IngestedDocument document)
    {
        foreach (var (i, enjeu) in document.Enjeux.Index())
        {
            var top = $"/enjeux/{i}";
            yield return new StrategyLabel(0, enjeu.Code, enjeu.Title, top, "/enjeux", enjeu.Evidence);
            foreach (var (j, orientation) in enjeu.Orientations.Index())
            {
                var middle = $"{top}/orientations/{j}";
                yield return new StrategyLabel(1, orientation.Code, orientation.Title, middle, top, orientation.Evidence);
                foreach (var (k, objective) in orientation.Objectives.Index())
                    yield return new StrategyLabel(2, objective.Code, objective.Title, $"{middle}/objectives/{k}", middle, objective.Evidence);
            }
        }
    }
}

/// <summary>Labels that stand twice at one level of the strategy.</summary>
internal static class RepeatedLabelCheck
{
    public static IEnumerable<Finding> Check(CheckInput input) => StrategyLabel.Of(input.Document)
        .Where(label => label.Title is not null)
        .GroupBy(label => (label.Level, Folding.Fold(label.Title!)))
        .SelectMany(group => group.Skip(1))
        .Select(label => StructureFindings.RepeatedLabel.At(label.Pointer, label.Evidence, label.Title!));
}

/// <summary>Objectives without items, where others have some: of a framework that names none, none is missing.</summary>
internal static class EmptyObjectiveCheck
{
    public static IEnumerable<Finding> Check(CheckInput input)
    {
        var objectives = input.Document.Enjeux.SelectMany((enjeu, i) => enjeu.Orientations.SelectMany((orientation, j) =>
            orientation.Objectives.Select((objective, k) => (Objective: objective, Pointer: $"/enjeux/{i}/orientations/{j}/objectives/{k}")))).ToList();
        return objectives.TrueForAll(item => item.Objective.OperationalObjectives.IsEmpty)
            ? []
            : objectives.Where(item => item.Objective.OperationalObjectives.IsEmpty)
                .Select(item => StructureFindings.EmptyObjective.At(item.Pointer, item.Objective.Evidence, item.Objective.Title ?? ""));
    }
}

/// <summary>Numbers of sister labels that do not follow one another.</summary>
internal static class NumberingGapCheck
{
    public static IEnumerable<Finding> Check(CheckInput input)
    {
        foreach (var sisters in StrategyLabel.Of(input.Document).GroupBy(label => (label.Parent, label.Level)))
        {
            var last = 0;
            foreach (var label in sisters)
            {
                if (NumberOf(label.Code) is not { } number)
                    continue;
                // Numbers may go on from one parent to the next: only between sisters a step of more than one is a gap.
                var isFirst = last == 0;
                if (number > last + 1 && !(isFirst && sisters.Key.Level > 0))
                    yield return StructureFindings.NumberingGap.At(label.Pointer, label.Evidence, $"{label.Code} {label.Title}".Trim(), last + 1);
                last = number;
            }
        }
    }

    // The last number of « Orientation 1.2 ».
    private static int? NumberOf(string? code)
    {
        if (code is null)
            return null;
        var end = code.Length;
        while (end > 0 && !char.IsAsciiDigit(code[end - 1]))
            end--;
        var start = end;
        while (start > 0 && char.IsAsciiDigit(code[start - 1]))
            start--;
        return start < end && int.TryParse(code.AsSpan(start, end - start), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : null;
    }
}
