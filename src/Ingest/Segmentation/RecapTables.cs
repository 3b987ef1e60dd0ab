using System.Collections.Immutable;
using Ingest.Grammar;
using Ingest.Model.Documents;
using Ingest.Model.Provenance;
using Ingest.Tables;
using Ingest.Vocabulary;

namespace Ingest.Segmentation;

/// <summary>What a recapitulation says.</summary>
/// <param name="Totals">Its totals.</param>
/// <param name="Left">What found no place.</param>
internal sealed record RecapReading(ImmutableArray<DraftTotal> Totals, ImmutableArray<DraftUnassigned> Left);

/// <summary>
/// Reads tables of sums: a line per payer, per theme, per porteur or per year, with figures in the other columns. What the
/// lines are is told by their labels, compared with payers, and with the themes and porteurs of the actions already read.
/// </summary>
internal sealed class RecapTables(RowKinds kinds, PayerVocabulary payers, SegmentationOptions options)
{
    /// <summary>The totals of a table; null where it is no recapitulation.</summary>
    public RecapReading? Read(TableColumns table, IReadOnlyCollection<DraftAction> actions)
    {
        var (grid, header, columns, _) = table;
        var financers = actions.SelectMany(action => action.Financings).Select(financing => Folding.Fold(financing.Label.Text)).ToHashSet();
        var lines = Enumerable.Range(header.Body, grid.RowCount - header.Body)
            .Select(row => grid.StartingIn(row))
            .Where(cells => !cells.IsEmpty)
            .Select(cells => (Label: cells[0].Text, Figures: cells.RemoveAt(0)))
            .ToList();
        // « Financeur | 2007 | 2008 | Total » may be no header to the table: its years are those of the columns below.
        var ofYears = lines.FirstOrDefault(line => line.Figures.Count(cell => IsYear(cell.Text.Text)) >= LeastYears && line.Figures.All(cell => IsYear(cell.Text.Text) || !RowKinds.IsFigure(cell.Text)));
        lines.Remove(ofYears);
        int? YearOf(TableCell cell) => (ofYears.Figures.IsDefault ? null : ofYears.Figures.FirstOrDefault(head => head.Column == cell.Column)?.Text ?? SourceText.Empty) is { IsEmpty: false } head ? YearIn(head.Text) : YearIn(columns[cell.Column].Header.Text);
        var figured = lines.Where(line => (!RowKinds.IsFigure(line.Label) || IsYear(line.Label.Text)) && !line.Figures.IsEmpty && line.Figures.All(cell => RowKinds.IsFigureOrNothing(cell.Text))).ToList();
        if (figured.Count == 0 || figured.Count < options.RecapShare * lines.Count)
            return null;
        // « Coût total de l'action » over its payers, again and again: plans of actions, which sum up nothing.
        if (ArePlans([.. figured.Select(line => line.Label.Text)]))
            return null;
        if (ScopeOf([.. figured.Select(line => line.Label.Text)], actions) is not { } scope)
            return null;
        var totals = new List<DraftTotal>();
        var left = new List<DraftUnassigned>();
        foreach (var line in lines)
        {
            // « Rappel 2022 » below the themes sums none of these actions.
            if (figured.Contains(line) && scope is TotalScope.Theme or TotalScope.Porteur && !kinds.NamesCost(line.Label.Text) && ThemeOf(line.Label.Text, actions) is null && YearGrammar.FindPeriods(line.Label.Text) is [{ IsSingleYear: true }])
                left.AddRange(line.Figures.Select(cell => cell.Text).Prepend(line.Label).Select(text => new DraftUnassigned(text, UnassignedReason.OtherYear)));
            else if (figured.Contains(line))
                ReadLine(line.Label, scope == TotalScope.Theme ? ThemeOf(line.Label.Text, actions) ?? line.Label : line.Label, line.Figures, columns, scope, cell => new RecapColumn(YearOf(cell), payers.Match(columns[cell.Column].Header.Text) is not null || financers.Contains(Folding.Fold(columns[cell.Column].Header.Text))), totals, left);
            else
                left.AddRange(line.Figures.Select(cell => cell.Text).Prepend(line.Label).Select(text => new DraftUnassigned(text, UnassignedReason.LoneCell)));
        }

        return totals.Count == 0 ? null : new RecapReading([.. totals], [.. left]);
    }

    // One year alone may be a count.
    private const int LeastYears = 2;

    /// <summary>What a column of a recapitulation holds: the money of one year, of one payer.</summary>
    private readonly record struct RecapColumn(int? Year, bool IsPayer);

    private bool ArePlans(ImmutableArray<string> labels) => labels.Length > 3 && kinds.NamesCost(labels[0])
        && Enumerable.Range(0, labels.Length - 1).Count(index => kinds.NamesCost(labels[index]) && payers.Match(labels[index + 1]) is not null) > 1;

    private TotalScope? ScopeOf(ImmutableArray<string> labels, IReadOnlyCollection<DraftAction> actions)
    {
        var porteurs = actions.Select(action => Folding.Fold(action.Porteur.Text)).ToHashSet();
        var financers = actions.SelectMany(action => action.Financings).Select(financing => Folding.Fold(financing.Label.Text)).ToHashSet();
        var named = labels.Where(label => !kinds.NamesCost(label)).ToList();
        if (named.Count == 0)
            return labels.Length > 0 ? TotalScope.Document : null;
        return Mostly(named, label => ThemeOf(label, actions) is not null) ? TotalScope.Theme
            // A porteur may be of a sort that also pays (« Association … »): who pays here, the actions say.
            : Mostly(named, label => porteurs.Contains(Folding.Fold(label)) && !financers.Contains(Folding.Fold(label))) ? TotalScope.Porteur
            : Mostly(named, label => payers.Match(label) is not null) ? TotalScope.Document
            : Mostly(named, label => porteurs.Contains(Folding.Fold(label))) ? TotalScope.Porteur
            : Mostly(named, IsYear) ? TotalScope.Year
            : null;
    }

    // « Cohésion sociale » in the recapitulation is « Pilier « Cohésion sociale » » over its actions.
    private static SourceText? ThemeOf(string label, IReadOnlyCollection<DraftAction> actions)
    {
        var folded = Folding.Fold(label);
        return actions.Select(action => action.Theme).FirstOrDefault(theme => Folding.Fold(theme.Text) == folded)
            ?? (folded.Length >= LeastTheme ? actions.Select(action => action.Theme).FirstOrDefault(theme => Folding.Fold(theme.Text).EndsWith(' ' + folded, StringComparison.Ordinal)) : null);
    }

    // Letters: a shorter word ends many themes.
    private const int LeastTheme = 6;

    private bool Mostly(List<string> labels, Func<string, bool> test) => labels.Count(test) >= options.RecapShare * labels.Count;

    private void ReadLine(
        SourceText label, SourceText name, ImmutableArray<TableCell> cells, ImmutableArray<Column> columns, TotalScope scope, Func<TableCell, RecapColumn> describe, List<DraftTotal> totals, List<DraftUnassigned> left)
    {
        var isSum = kinds.NamesCost(label.Text);
        var before = totals.Count;
        DraftShare? pending = null;
        foreach (var cell in cells)
        {
            var column = columns[cell.Column];
            var parsed = MoneyGrammar.ParseCell(cell.Text.Text, column.Scale);
            if (RowKinds.IsPercent(cell.Text) || column.Role == ColumnRole.Share)
            {
                // A share stands behind its amount, or before the first one.
                if (ShareCell.Read(cell.Text) is not { } share)
                    continue;
                if (totals.Count > before && totals[^1].Share is null)
                    totals[^1] = totals[^1] with { Share = share };
                else if (totals.Count == before && pending is null)
                    pending = share;
                else
                    left.Add(new DraftUnassigned(cell.Text, UnassignedReason.UnnamedAmount));
            }
            else if (IsCount(column, parsed.Money))
            {
                left.Add(new DraftUnassigned(cell.Text, UnassignedReason.NoField));
            }
            else if (parsed.Money is { } money)
            {
                var described = describe(cell);
                var payer = described.IsPayer && scope != TotalScope.Document;
                // « Ensemble des quartiers | 159 991 € | 62 300 € » under the heads of a cost and its payers sums each of them.
                var isColumn = isSum && scope == TotalScope.Document && cells.Count(other => IsAmount(columns[other.Column], other.Text)) > 1 && (described.IsPayer || kinds.NamesCost(column.Header.Text));
                var isSole = cells.Count(other => IsAmount(columns[other.Column], other.Text)) == 1;
                totals.Add(new DraftTotal
                {
                    Scope = isSum ? TotalScope.Document : scope,
                    Of = isSum || scope == TotalScope.Document ? SourceText.Empty : name,
                    Year = described.Year,
                    Label = isColumn ? column.Header : isSole || column.Header.IsEmpty || scope == TotalScope.Document ? label : column.Header,
                    IsCost = isColumn ? !described.IsPayer : scope == TotalScope.Document ? isSum : !payer,
                    Basis = scope == TotalScope.Document && !isColumn ? TotalBasis.Either : TotalBasis.Costs,
                    Amount = new DraftAmount(cell.Text.Slice(money.Start, money.Length), money.Amount, money.Unit, money.IsAmbiguous),
                    Share = ShareCell.Within(cell.Text) ?? pending,
                    Status = column.Status,
                });
                pending = null;
            }
        }
    }

    private static int? YearIn(string label) => IsYear(label) ? YearGrammar.FindPeriods(label)[0].From : null;

    private static bool IsYear(string label) => YearGrammar.FindPeriods(label) is [{ IsSingleYear: true } year] && year.Length == label.Trim().Length;

    private static bool IsAmount(Column column, SourceText text) => column.Role != ColumnRole.Share && !RowKinds.IsPercent(text)
        && MoneyGrammar.ParseCell(text.Text).Money is { } money && !IsCount(column, money);

    // « Nombre d'actions: 4 » is no money: small whole numbers without a currency under a header that names none.
    private static bool IsCount(Column column, MoneyMention? money) =>
        money is { HasCurrency: false } && !column.IsMoney && column.Content.Ordinals >= 0.5 && column.Role != ColumnRole.Share;
}
