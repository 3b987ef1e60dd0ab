using System.Collections.Immutable;
using Ingest.Grammar;
using Ingest.Model.Documents;
using Ingest.Model.Provenance;
using Ingest.Model.Values;
using Ingest.Tables;
using Ingest.Vocabulary;

namespace Ingest.Segmentation.Forms;

/// <summary>Reads the budgets of a region: lines by account, sums, what is given in kind, who pays.</summary>
internal sealed class BudgetReader(FormVocabulary forms, HeaderVocabulary headers, PayerVocabulary payers, BudgetLines lines)
{
    /// <summary>Reads a region.</summary>
    /// <param name="grid">The table.</param>
    /// <param name="region">Where the budget stands in it.</param>
    /// <param name="above">What stands above the heads and may name a unit; empty without.</param>
    public BudgetReading Read(TableGrid grid, BudgetRegion region, SourceText above)
    {
        var left = new List<DraftUnassigned>();
        var sides = region.Sides.Select(side => new ReadSide(side, ColumnsOf(grid, region, side, above), [])).ToList();
        foreach (var side in sides)
            side.Lines.AddRange(lines.Of(grid, side.Columns, side.Amounts, left));
        var years = sides.SelectMany(side => side.Amounts).Select(column => column.Year).Where(year => !year.IsEmpty).DistinctBy(year => year.Text, StringComparer.Ordinal).ToList();
        var charges = sides.Find(side => side.Columns.IsCharges);
        var receipts = sides.Find(side => !side.Columns.IsCharges);
        // « 86 Emplois des contributions volontaires » below the receipts is what they are used for.
        foreach (var line in receipts?.Lines.Where(IsOfCharges).ToList() ?? [])
        {
            left.AddRange(line.Amounts.Values.Select(amount => new DraftUnassigned(SourceText.Concat([line.Label, amount.Source]), UnassignedReason.NoField)));
            receipts!.Lines.Remove(line);
        }

        var budgets = (years.Count == 0 ? [SourceText.Empty] : years).Select(year => OfYear(year, charges, receipts, left)).ToImmutableArray();
        return new BudgetReading { Years = budgets, Left = [.. left] };
    }

    private static bool IsOfCharges(BudgetLine line) => line.Account is { } account && BudgetAccounts.IsCharge(account);

    private BudgetOfYear OfYear(SourceText year, ReadSide? charges, ReadSide? receipts, List<DraftUnassigned> left)
    {
        var costs = Columns(charges, year);
        var own = costs.Find(column => column.Status == FundingStatus.Planned) ?? costs.FirstOrDefault();
        foreach (var other in costs.Where(column => column != own))
            left.AddRange(charges!.Lines.Where(line => line.Amounts.ContainsKey(other.Index)).Select(line => new DraftUnassigned(SourceText.Concat([line.Label, line.Amounts[other.Index].Source]), UnassignedReason.UnknownColumn, other.Header)));
        if (own is not null)
            left.AddRange(charges!.Lines.Where(line => !line.IsTotal && line.Amounts.ContainsKey(own.Index)).Select(line => new DraftUnassigned(SourceText.Concat([line.Label, line.Amounts[own.Index].Source]), UnassignedReason.NoField, charges.Columns.Head.IsEmpty ? null : charges.Columns.Head)));
        var plans = new List<DraftBudgetSide>();
        var financings = new List<DraftFinancing>();
        foreach (var column in Columns(receipts, year))
        {
            if (plans.Exists(plan => plan.Status == column.Status))
            {
                left.AddRange(receipts!.Lines.Where(line => line.Amounts.ContainsKey(column.Index)).Select(line => new DraftUnassigned(SourceText.Concat([line.Label, line.Amounts[column.Index].Source]), UnassignedReason.UnknownColumn, column.Header)));
                continue;
            }

            var resolved = Resolve(receipts!.Lines, column);
            plans.Add(resolved.Side);
            foreach (var (line, label) in resolved.Leaves)
            {
                if (forms.IsBalance(label.Text))
                    left.Add(new DraftUnassigned(SourceText.Concat([label, line.Amounts[column.Index].Source]), UnassignedReason.NoField));
                else
                    financings.Add(new DraftFinancing { Label = label, Amount = line.Amounts[column.Index], Status = column.Status, IsInKind = line.IsInKind });
            }
        }

        return new BudgetOfYear(
            new DraftBudget { Year = year, Charges = own is null ? null : Resolve(charges!.Lines, own).Side, Receipts = [.. plans] },
            [.. financings]);
    }

    // Columns without a year hold for all.
    private static List<AmountColumn> Columns(ReadSide? side, SourceText year) =>
        side is null ? [] : [.. side.Amounts.Where(column => year.IsEmpty || column.Year.IsEmpty || column.Year.Text == year.Text)];

    // Which lines sum up others, and which are money of their own.
    private ResolvedSide Resolve(List<BudgetLine> all, AmountColumn column)
    {
        var leaves = new List<(BudgetLine Line, SourceText Label)>();
        var subtotals = new List<DraftSubtotal>();
        DraftAmount? cash = null;
        DraftAmount? whole = null;
        var label = SourceText.Empty;
        for (var i = 0; i < all.Count; i++)
        {
            var line = all[i];
            var amount = line.Amounts.GetValueOrDefault(column.Index);
            if (line.IsTotal)
            {
                // Behind what is given in kind a total holds that as well.
                label = amount is null ? label : line.Label;
                if (amount is not null && leaves.Exists(leaf => leaf.Line.IsInKind))
                    whole = amount;
                else if (amount is not null)
                    cash = amount;
                continue;
            }

            if (amount is null)
                continue;
            var parts = PartsBelow(all, i, column.Index);
            if (parts is null)
            {
                leaves.Add((line, LabelOf(all, i)));
                continue;
            }

            subtotals.Add(new DraftSubtotal(line.Label, amount, [.. parts.Select(part => part.Amounts[column.Index])]));
        }

        return new ResolvedSide(
            new DraftBudgetSide
            {
                Lines = [.. leaves.Select(leaf => new DraftBudgetLine(leaf.Label, leaf.Line.Amounts[column.Index], leaf.Line.IsInKind))],
                Subtotals = [.. subtotals],
                TotalLabel = label,
                Cash = cash,
                Whole = whole,
                Status = column.Status,
            },
            leaves);
    }

    // The lines that a line sums up; null where it stands for itself. Below an account stand lines without one, or of its own
    // sub-accounts; below a line those that a dash opens. What they make tells how many of them belong to it.
    private static List<BudgetLine>? PartsBelow(List<BudgetLine> all, int index, int column)
    {
        var head = all[index];
        var below = all.Skip(index + 1).TakeWhile(line => !line.IsTotal && (head.Account is not null && !head.IsDetail ? line.Account is null || (line.IsDetail && line.Account == head.Account) : line.IsMarked && !head.IsMarked))
            .Where(line => line.Amounts.ContainsKey(column)).ToList();
        if (below.Count == 0)
            return null;
        var own = head.Amounts[column].Amount;
        var sum = Euros.Zero;
        for (var i = 0; i < below.Count; i++)
        {
            sum += below[i].Amounts[column].Amount;
            // « État 8 000 » over « – politique de la ville 8 000 » sums up one line; zero sums up nothing.
            if (sum == own && own != Euros.Zero)
                return below[..(i + 1)];
        }

        return head.Account is BudgetAccounts.Subsidies || (head.Account is >= 60 and <= 65 && !head.IsDetail) || (head.Account is 86 or 87 && own != Euros.Zero) ? below : null;
    }

    // « – Contrat régional » below « Région(s) : » without an amount: who pays stands above.
    private SourceText LabelOf(List<BudgetLine> all, int index)
    {
        var line = all[index];
        if (!line.IsMarked || payers.Match(line.Label.Text) is not null)
            return line.Label;
        var above = all.Take(index).LastOrDefault(other => !other.IsMarked);
        return above is { Amounts.IsEmpty: true, Account: null } && payers.Match(above.Label.Text) is not null ? SourceText.Concat([above.Label, line.Label]) : line.Label;
    }

    private List<AmountColumn> ColumnsOf(TableGrid grid, BudgetRegion region, BudgetSideColumns side, SourceText above)
    {
        var headFrom = region.Sides.Where(other => other.Last < side.First).Select(other => other.Last + 1).DefaultIfEmpty(region.First).Max();
        var columns = new List<AmountColumn>();
        for (var index = side.From; index < side.To; index++)
        {
            var cells = Enumerable.Range(side.First, side.Last - side.First + 1).Select(row => grid.At(row, index)).OfType<TableCell>()
                .Where(cell => cell.Column == index && !cell.Text.IsEmpty && cell.Row >= side.First).Distinct().ToList();
            var figures = cells.Count(cell => RowKinds.IsFigure(cell.Text) && !RowKinds.IsPercent(cell.Text));
            var isShares = cells.Count(cell => RowKinds.IsPercent(cell.Text)) * 2 > cells.Count;
            if (figures == 0 || isShares || BudgetLines.IsAccountColumn(grid, side, index) || figures * 2 < cells.Count(cell => !RowKinds.IsFigureOrNothing(cell.Text)))
                continue;
            var path = Enumerable.Range(headFrom, side.First - headFrom).Select(row => grid.At(row, index)).OfType<TableCell>()
                .Where(cell => !cell.Text.IsEmpty).Select(cell => cell.Text).Distinct().ToList();
            var text = string.Join(" ", path.Select(head => head.Text));
            var lowest = path.Count == 0 ? SourceText.Empty : path[^1];
            var year = path.Select(head => YearGrammar.FindPeriods(head.Text) is [{ IsSingleYear: true } only] ? head.Slice(only.Start, only.Length) : SourceText.Empty).LastOrDefault(found => !found.IsEmpty) ?? SourceText.Empty;
            var unit = MoneyGrammar.UnitOfHeader(text);
            columns.Add(new AmountColumn(index, lowest, year, path.Select(head => headers.StatusOf(head.Text)).LastOrDefault(status => status is not null) ?? FundingStatus.Planned, unit > 1 ? unit : MoneyGrammar.UnitOfHeader(above.Text)));
        }

        return columns;
    }

    private sealed record ReadSide(BudgetSideColumns Columns, List<AmountColumn> Amounts, List<BudgetLine> Lines);

    private sealed record ResolvedSide(DraftBudgetSide Side, List<(BudgetLine Line, SourceText Label)> Leaves);
}
