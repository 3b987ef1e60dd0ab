using System.Collections.Immutable;
using Ingest.Grammar;
using Ingest.Model.Documents;
using Ingest.Model.Provenance;
using Ingest.Vocabulary;

namespace Ingest.Segmentation;

/// <summary>
/// Decides what lines of sums inside tables of actions sum up: by their words (« sous-total », « total général »), and a
/// plain « Total » by arithmetic, then by its place.
/// </summary>
internal sealed class TotalScopes(ImmutableArray<DraftAction> actions)
{
    private readonly int _themes = actions.Select(action => Folding.Fold(action.Theme.Text)).Distinct().Count();

    /// <summary>The totals of lines in document order; the place of a line counts all actions before it.</summary>
    public ImmutableArray<DraftTotal> Resolve(ImmutableArray<TotalLine> lines)
    {
        var totals = ImmutableArray.CreateBuilder<DraftTotal>();
        var isThemeClosed = new HashSet<string>();
        foreach (var line in lines)
        {
            var theme = ThemeOf(line);
            var isTheme = !theme.IsEmpty && IsTheme(line, theme, isThemeClosed);
            if (isTheme)
                isThemeClosed.Add(Folding.Fold(theme.Text));
            totals.AddRange(line.Figures.Select(figure => new DraftTotal
            {
                Scope = isTheme ? TotalScope.Theme : TotalScope.Document,
                Of = isTheme ? theme : SourceText.Empty,
                Label = figure.Label,
                IsCost = figure.IsCost,
                Basis = figure.Basis,
                Amount = figure.Amount,
                Share = figure.Share,
                Status = figure.Status,
            }));
        }

        return totals.ToImmutable();
    }

    // « Sous-total Emploi » says which theme; else it is the one that the line stands under.
    private SourceText ThemeOf(TotalLine line)
    {
        if (line.Level?.Of is { } of && Folding.Fold(of) is { Length: > 0 } folded
            && actions.FirstOrDefault(action => Folding.Fold(action.Theme.Text) is var theme && (theme == folded || theme.EndsWith(" " + folded, StringComparison.Ordinal) || theme.StartsWith(folded + " ", StringComparison.Ordinal))) is { } named)
            return named.Theme;
        return line.Theme;
    }

    private bool IsTheme(TotalLine line, SourceText theme, HashSet<string> closed)
    {
        switch (line.Level?.Level)
        {
            case null or TotalLevel.Whole:
                return false;
            case TotalLevel.Part:
                return true;
        }

        if (line.Level.Of is { } of && Folding.Fold(theme.Text).Contains(Folding.Fold(of), StringComparison.Ordinal))
            return true;
        if (_themes <= 1)
            return false;
        var ofTheme = actions.Where(action => Folding.Fold(action.Theme.Text) == Folding.Fold(theme.Text)).ToList();
        // One payer may give to no other theme: the most figures decide.
        var fitsTheme = line.Figures.Count(figure => Fits(figure, ofTheme));
        var fitsAll = line.Figures.Count(figure => Fits(figure, actions));
        if (fitsTheme != fitsAll)
            return fitsTheme > fitsAll;
        return line.Place < actions.Length || !closed.Contains(Folding.Fold(theme.Text));
    }

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
