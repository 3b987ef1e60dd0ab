using System.Collections.Immutable;
using Ingest.Grammar;
using Ingest.Model.Documents;
using Ingest.Model.Provenance;
using Ingest.Vocabulary;

namespace Ingest.Segmentation;

/// <summary>What lines of sums say, and the actions with what those lines say of them.</summary>
/// <param name="Actions">The actions: a theme or a year may come from the line that sums them.</param>
/// <param name="Totals">The totals in document order.</param>
internal sealed record TotalReading(ImmutableArray<DraftAction> Actions, ImmutableArray<DraftTotal> Totals);

/// <summary>
/// Decides what lines of sums inside tables of actions sum up: by their words (« sous-total », « total général »), by the theme
/// or porteur that they name, and by arithmetic: a line sums all actions, those of its theme, or those between it and an earlier
/// line of sums.
/// </summary>
internal sealed class TotalScopes(ImmutableArray<DraftAction> actions)
{
    private readonly int _themes = actions.Select(action => Folding.Fold(action.Theme.Text)).Distinct().Count();

    /// <summary>The totals of lines in document order; the place of a line counts all actions before it.</summary>
    public TotalReading Resolve(ImmutableArray<TotalLine> lines)
    {
        var scoped = ImmutableArray.CreateBuilder<ScopedLine>(lines.Length);
        var closed = new HashSet<string>();
        var starts = new SortedSet<int> { 0 };
        foreach (var line in lines)
        {
            var next = ScopeOf(line, closed, [.. starts.Reverse().Where(start => start < line.Place)]);
            if (next is { Scope: TotalScope.Theme, Run: null })
                closed.Add(Folding.Fold(next.Of.Text));
            scoped.Add(next);
            if (line.Level is { Level: not TotalLevel.Whole } || !line.Year.IsEmpty)
                starts.Add(line.Place);
        }

        var named = new TotalRuns(actions).Name(scoped.ToImmutable());
        return new TotalReading(named.Actions, [.. named.Lines.SelectMany(ToTotals)]);
    }

    // The money of one year in a table of several is summed by that year's line.
    private static IEnumerable<DraftTotal> ToTotals(ScopedLine scoped) => scoped.Line.Figures.Select(figure => new DraftTotal
    {
        Scope = scoped.Scope == TotalScope.Document && !scoped.Line.Year.IsEmpty ? TotalScope.Year : scoped.Scope,
        Of = scoped.Scope == TotalScope.Document ? scoped.Line.Year : scoped.Of,
        Year = YearGrammar.FindPeriods(scoped.Line.Year.Text) is [var year, ..] ? year.From : null,
        Run = scoped.Run,
        Label = figure.Label,
        IsCost = figure.IsCost,
        Basis = figure.Basis,
        Amount = figure.Amount,
        Share = figure.Share,
        Status = figure.Status,
    });

    private ScopedLine ScopeOf(TotalLine line, HashSet<string> closed, ImmutableArray<int> starts)
    {
        var whole = new ScopedLine { Line = line, Scope = TotalScope.Document };
        if (line.Level is { Level: TotalLevel.Whole })
            return whole;
        var theme = ThemeOf(line);
        // « Total Commune de Dembéni », where that commune carries the actions.
        if (line.Level is not null && line.Label.Text.IndexOf(' ', StringComparison.Ordinal) is > 0 and var space && PorteurOf(Folding.Fold(line.Label.Text[space..])) is { } carrier)
            return new ScopedLine { Line = line, Scope = TotalScope.Porteur, Of = carrier };
        if (line.Level is { Of: { } of } && PorteurOf(Folding.Fold(of)) is { } porteur && Folding.Fold(theme.Text) != Folding.Fold(of))
            return new ScopedLine { Line = line, Scope = TotalScope.Porteur, Of = porteur };

        var isTheme = !theme.IsEmpty && IsTheme(line, theme, closed);
        var all = AllOf(line);
        var fits = Fits(line, isTheme ? OfTheme(theme, all) : In(all));
        // The nearest of the runs that explain the most figures.
        var (run, runFits) = starts.Select(start => new ActionRun(start, line.Place)).Where(run => run.Count < all.Count)
            .Select(run => (Run: run, Fits: Fits(line, In(run)))).OrderByDescending(item => item.Fits).FirstOrDefault();
        // A sum amid the rows holds none of those that follow, whether it is right or not.
        var isPart = fits == 0 && run.Count > 0 && (line.Level is { Level: TotalLevel.Part } || (line.Level is not null && line.Place < all.End));
        return runFits > fits || (isPart && !isTheme)
            ? new ScopedLine { Line = line, Scope = TotalScope.Theme, Run = run, IsProven = runFits * 2 > line.Figures.Count(figure => figure.Amount is not null) }
            : isTheme ? new ScopedLine { Line = line, Scope = TotalScope.Theme, Of = theme, Run = line.Year.IsEmpty ? null : RunOf(theme, all) } : whole;
    }

    // « Sous-total Emploi » says which theme; else it is the one that the line stands under.
    private SourceText ThemeOf(TotalLine line)
    {
        if (line.Level?.Of is not { } of || Folding.Fold(of) is not { Length: > 0 } folded)
            return line.Theme;
        bool IsNamed(SourceText theme) => Folding.Fold(theme.Text) is var known && (known == folded || known.EndsWith(" " + folded, StringComparison.Ordinal) || known.StartsWith(folded + " ", StringComparison.Ordinal));
        return IsNamed(line.Theme) ? line.Theme : actions.FirstOrDefault(action => IsNamed(action.Theme))?.Theme ?? line.Theme;
    }

    private SourceText? PorteurOf(string of) => of.Length == 0 ? null : actions.FirstOrDefault(action => Folding.Fold(action.Porteur.Text) == of)?.Porteur;

    private bool IsTheme(TotalLine line, SourceText theme, HashSet<string> closed)
    {
        switch (line.Level?.Level)
        {
            case null:
                return false;
            case TotalLevel.Part:
                return true;
        }

        if (line.Level.Of is { } of && Folding.Fold(theme.Text).Contains(Folding.Fold(of), StringComparison.Ordinal))
            return true;
        if (_themes <= 1)
            return false;
        // One payer may give to no other theme: the most figures decide.
        var all = AllOf(line);
        var fitsTheme = Fits(line, OfTheme(theme, all));
        var fitsAll = Fits(line, In(all));
        if (fitsTheme != fitsAll)
            return fitsTheme > fitsAll;
        return line.Place < all.End || !closed.Contains(Folding.Fold(theme.Text));
    }

    private List<DraftAction> OfTheme(SourceText theme, ActionRun all) => [.. In(all).Where(action => Folding.Fold(action.Theme.Text) == Folding.Fold(theme.Text))];

    // What a line could sum at most: the actions of the year whose money its table's reading holds, else all.
    private ActionRun AllOf(TotalLine line)
    {
        if (line.Year.IsEmpty)
            return new ActionRun(0, actions.Length);
        var first = line.Place;
        var end = line.Place;
        while (first > 0 && actions[first - 1].Year.Text == line.Year.Text)
            first--;
        while (end < actions.Length && actions[end].Year.Text == line.Year.Text)
            end++;
        return new ActionRun(first, end);
    }

    // Where a table holds several years, the actions of a theme are those of the line's own year; null where they do not stand together.
    private ActionRun? RunOf(SourceText theme, ActionRun all)
    {
        var own = Enumerable.Range(all.First, all.Count).Where(index => Folding.Fold(actions[index].Theme.Text) == Folding.Fold(theme.Text)).ToList();
        return own.Count > 0 && own[^1] - own[0] + 1 == own.Count ? new ActionRun(own[0], own[^1] + 1) : null;
    }

    private ImmutableArray<DraftAction> In(ActionRun run) => actions.Slice(run.First, run.Count);

    private static int Fits(TotalLine line, IReadOnlyCollection<DraftAction> parts) => line.Figures.Count(figure => Fits(figure, parts));

    private static bool Fits(TotalFigure figure, IReadOnlyCollection<DraftAction> parts)
    {
        if (figure.Amount is not { } stated)
            return false;
        var label = Folding.Fold(figure.Label.Text);
        var sum = figure.IsCost
            ? parts.Sum(action => action.Cost?.Amount.Amount ?? 0)
            : parts.SelectMany(action => action.Financings).Where(financing => financing.Status == figure.Status && Folding.Fold(financing.Label.Text) == label).Sum(financing => financing.Amount?.Amount.Amount ?? 0);
        return sum != 0 && sum == stated.Amount.Amount;
    }
}
