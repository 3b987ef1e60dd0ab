using Ingest.Model.Documents;

namespace Ingest.Collections;

/// <summary>How much a strategy says, level by level. A level that the document does not have counts nothing.</summary>
/// <param name="Enjeux">Top level.</param>
/// <param name="Orientations">Second level.</param>
/// <param name="Objectives">Third level.</param>
/// <param name="OperationalObjectives">What will be done.</param>
public readonly record struct StrategySize(int Enjeux, int Orientations, int Objectives, int OperationalObjectives)
{
    /// <summary>Whether there is no strategy.</summary>
    public bool IsEmpty => this == default;

    /// <summary>The strategy of a document.</summary>
    public static StrategySize Of(IngestedDocument document)
    {
        var orientations = document.Enjeux.SelectMany(enjeu => enjeu.Orientations).ToArray();
        var objectives = orientations.SelectMany(orientation => orientation.Objectives).ToArray();
        return new StrategySize(
            document.Enjeux.Count(enjeu => IsNamed(enjeu.Code, enjeu.Title)),
            orientations.Count(orientation => IsNamed(orientation.Code, orientation.Title)),
            objectives.Count(objective => IsNamed(objective.Code, objective.Title)),
            objectives.Sum(objective => objective.OperationalObjectives.Length));
    }

    /// <summary>Two strategies together.</summary>
    public static StrategySize operator +(StrategySize left, StrategySize right) => new(
        left.Enjeux + right.Enjeux,
        left.Orientations + right.Orientations,
        left.Objectives + right.Objectives,
        left.OperationalObjectives + right.OperationalObjectives);

    // Where a level is missing, the shape keeps one without a name.
    private static bool IsNamed(string? code, string? title) => code is not null || title is not null;
}
