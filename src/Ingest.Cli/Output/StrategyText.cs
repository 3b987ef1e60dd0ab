using Ingest.Cli.Text;
using Ingest.Collections;

namespace Ingest.Cli.Output;

/// <summary>How much a strategy says, for a person.</summary>
internal static class StrategyText
{
    /// <summary>« 3 enjeux, 10 orientations, 34 objectifs »; levels that are missing are not told.</summary>
    public static string Tell(StrategySize strategy, Messages messages)
    {
        (string Noun, int Count)[] levels =
        [
            ("noun.enjeu", strategy.Enjeux), ("noun.orientation", strategy.Orientations), ("noun.objective", strategy.Objectives),
            ("noun.operationalObjective", strategy.OperationalObjectives),
        ];
        return strategy.IsEmpty
            ? messages.Count("noun.enjeu", 0)
            : string.Join(", ", levels.Where(level => level.Count > 0).Select(level => messages.Count(level.Noun, level.Count)));
    }
}
