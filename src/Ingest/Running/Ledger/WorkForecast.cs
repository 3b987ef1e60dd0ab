using System.Collections.Immutable;

namespace Ingest.Running.Ledger;

/// <summary>What the work that is planned will take, by what the ledger knows of this collection alone.</summary>
public sealed record WorkForecast
{
    /// <summary>Pages of the documents whose pages are known.</summary>
    public required int Pages { get; init; }

    /// <summary>Number of documents whose pages are not known: new ones, and those whose bytes changed.</summary>
    public required int DocumentsWithoutPages { get; init; }

    /// <summary>Time by the wall for the documents of which something can be said.</summary>
    public required TimeSpan Duration { get; init; }

    /// <summary>Number of documents of a format that this collection never had: of them nothing can be said.</summary>
    public required int DocumentsWithoutDuration { get; init; }

    /// <summary>The forecast of a plan: a document takes what it took last time, a new one what those of its format take on average.</summary>
    /// <param name="planned">The documents to be done.</param>
    /// <param name="units">What the ledger knows.</param>
    /// <param name="workers">Documents that are done at once.</param>
    public static WorkForecast Of(IReadOnlyCollection<PlannedUnit> planned, IEnumerable<UnitRecord> units, int workers)
    {
        var averages = units.Where(unit => TimeOf(unit) is not null)
            .GroupBy(unit => FormatOf(unit.Key.Path), unit => TimeOf(unit)!.Value, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.Average(time => time.TotalSeconds), StringComparer.Ordinal);
        var pages = planned.Select(PagesOf).ToImmutableArray();
        var seconds = planned.Select(unit => TimeOf(unit.Known)?.TotalSeconds ?? (averages.TryGetValue(FormatOf(unit.Key.Path), out var average) ? average : null)).ToImmutableArray();
        return new WorkForecast
        {
            Pages = pages.Sum() ?? 0,
            DocumentsWithoutPages = pages.Count(count => count is null),
            Duration = TimeSpan.FromSeconds((seconds.Sum() ?? 0) / workers),
            DocumentsWithoutDuration = seconds.Count(time => time is null),
        };
    }

    /// <summary>Pages of a document as they were last time; 0 where its format has none; null where they are not known.</summary>
    public static int? PagesOf(PlannedUnit unit) =>
        unit.Known?.Result is { } result && result.Digest.Sha256 == unit.Key.ContentHash ? result.Digest.PageCount ?? 0 : null;

    private static TimeSpan? TimeOf(UnitRecord? unit) =>
        unit?.Result is { Times: { IsEmpty: false } times } ? TimeSpan.FromTicks(times.Sum(time => time.Duration.Ticks)) : null;

    private static string FormatOf(string path) => Path.GetExtension(path).ToLowerInvariant();
}
