using System.Collections.Immutable;
using Ingest.Grammar;
using Ingest.Model.Provenance;
using Ingest.Tables;
using Ingest.Vocabulary;

namespace Ingest.Segmentation.Forms;

/// <summary>Finds the rows and columns of budgets in a table: charges beside receipts, one below the other, or receipts alone.</summary>
internal sealed class BudgetRegions(FormVocabulary forms, FormLabels labels, HeaderVocabulary headers, PayerVocabulary payers, RowKinds kinds)
{
    // So many lines of a payer with an amount, at least, are a plan where no header says so.
    private const int FewestPayers = 2;

    // So many lines with the number of an account show the sides of a budget whose heads are missing.
    private const int FewestAccounts = 3;

    // From this score on a header's words leave no doubt.
    private const double SureHeader = 0.9;

    /// <summary>The budgets of a table, from the top.</summary>
    public ImmutableArray<BudgetRegion> Find(TableGrid grid)
    {
        var regions = ImmutableArray.CreateBuilder<BudgetRegion>();
        for (var row = 0; row < grid.RowCount; row++)
        {
            // « Plan de financement » may be the title of a budget whose heads stand in the row below.
            var isTitle = grid.StartingIn(row) is [_] && row + 1 < grid.RowCount && Beside(grid, row + 1) is not null;
            if (isTitle || (Beside(grid, row) ?? Stacked(grid, row) ?? PlanBelow(grid, row)) is not { } region)
                continue;
            regions.Add(region);
            row = region.Last;
        }

        if (regions.Count == 0 && (ByAccounts(grid) ?? BarePlan(grid)) is { } bare)
            regions.Add(bare);
        return regions.ToImmutable();
    }

    /// <summary>Whether a table is the budget of one action: charges beside receipts.</summary>
    public bool HasSides(TableGrid grid) => Enumerable.Range(0, grid.RowCount).Any(row => Beside(grid, row) is not null);

    // « Charges | Montant | Produits | Montant ».
    private BudgetRegion? Beside(TableGrid grid, int row)
    {
        var cells = grid.StartingIn(row);
        var charges = cells.FirstOrDefault(cell => forms.HeadsCharges(cell.Text.Text));
        var receipts = charges is null ? null : cells.FirstOrDefault(cell => cell.Column > charges.Column && forms.HeadsReceipts(cell.Text.Text));
        // A list of actions may have columns of both as well: here nothing but the number of the account stands before them.
        if (charges is null || receipts is null || cells.IndexOf(charges) > 1 || !cells.Take(cells.IndexOf(charges)).All(cell => IsAmountHead(cell.Text)))
            return null;
        var body = BodyBelow(grid, row);
        var last = LastRow(grid, body);
        return last < body ? null : new BudgetRegion(row, body, last,
        [
            new BudgetSideColumns(true, charges.Column, receipts.Column, body, last, charges.Text),
            new BudgetSideColumns(false, receipts.Column, grid.ColumnCount, body, last, receipts.Text),
        ]);
    }

    // « Charges » over their lines, and « Produits » over theirs below, or in a table of their own.
    private BudgetRegion? Stacked(TableGrid grid, int row)
    {
        if (HeadOf(grid, row) is not { } isCharges)
            return null;
        var sides = new List<BudgetSideColumns>();
        var (first, at) = (row, row);
        while (true)
        {
            var body = BodyBelow(grid, at);
            var next = Enumerable.Range(body, Math.Max(0, grid.RowCount - body)).FirstOrDefault(below => HeadOf(grid, below) is not null, -1);
            var last = Math.Min(LastRow(grid, body), next < 0 ? grid.RowCount : next - 1);
            if (last < body)
                break;
            sides.Add(new BudgetSideColumns(isCharges, 0, grid.ColumnCount, body, last, grid.StartingIn(at)[0].Text));
            if (next != last + 1 || HeadOf(grid, next) is not { } other)
                break;
            (at, isCharges) = (next, other);
        }

        // One amount below « Financements » may be the value of a label.
        return sides.Count == 0 || (sides is [{ IsCharges: false } only] && !HasPayers(grid, only.First, only.Last)) || (sides is [{ IsCharges: true } alone] && Lines(grid, alone.First, alone.Last) < FewestAccounts)
            ? null
            : new BudgetRegion(first, sides[0].First, sides[^1].Last, [.. sides]);
    }

    // Whether a row heads charges (true) or receipts (false): the head alone, or beside heads of amounts.
    private bool? HeadOf(TableGrid grid, int row)
    {
        if (grid.StartingIn(row) is not [var head, .. var rest] || !rest.All(cell => IsAmountHead(cell.Text)) || head.Column > 1)
            return null;
        // A word alone over the table may be the label of a value below.
        return forms.HeadsCharges(head.Text.Text) ? true : forms.HeadsReceipts(head.Text.Text) ? false : null;
    }

    // « Financeur | Montant », « Partenaires | Demandé | Accordé ».
    private BudgetRegion? PlanBelow(TableGrid grid, int row)
    {
        var cells = grid.StartingIn(row);
        var isHead = cells.Length > 1 && cells.Skip(1).All(cell => IsAmountHead(cell.Text))
            && headers.Match(cells[0].Text.Text).Any(match => match is { Role: HeaderRole.Financer or HeaderRole.Financing, Score: >= SureHeader });
        var body = BodyBelow(grid, row);
        var last = isHead ? LastRow(grid, body) : -1;
        return !isHead || last < body || Lines(grid, body, last) == 0 ? null
            : new BudgetRegion(row, body, last, [new BudgetSideColumns(false, cells[0].Column, grid.ColumnCount, body, last, cells[0].Text)]);
    }

    // No heads, but accounts: where the first of a receipt stands, the other side begins.
    private static BudgetRegion? ByAccounts(TableGrid grid)
    {
        var accounts = Enumerable.Range(0, grid.RowCount).SelectMany(row => grid.StartingIn(row))
            .Select(cell => (Cell: cell, Account: BudgetAccounts.Open(cell.Text)?.Account)).Where(item => item.Account is not null).ToList();
        var charges = accounts.Where(item => BudgetAccounts.IsCharge(item.Account!.Value)).Select(item => item.Cell).ToList();
        var receipts = accounts.Where(item => !BudgetAccounts.IsCharge(item.Account!.Value)).Select(item => item.Cell).ToList();
        if (charges.Count < FewestAccounts || receipts.Count == 0)
            return null;
        var (first, last) = (charges.Concat(receipts).Min(cell => cell.Row), grid.RowCount - 1);
        var side = receipts.Min(cell => cell.Column);
        if (charges.TrueForAll(cell => cell.Column < side))
            return new BudgetRegion(first, first, last, [new(true, charges.Min(cell => cell.Column), side, first, last, SourceText.Empty), new(false, side, grid.ColumnCount, first, last, SourceText.Empty)]);
        var turn = receipts.Where(cell => BudgetAccounts.Open(cell.Text)!.Value.Account != 87).Select(cell => cell.Row).DefaultIfEmpty(-1).Min();
        return turn <= first ? null : new BudgetRegion(first, first, last, [new(true, 0, grid.ColumnCount, first, turn - 1, SourceText.Empty), new(false, 0, grid.ColumnCount, turn, last, SourceText.Empty)]);
    }

    // A table of payers with their amounts and nothing else.
    private BudgetRegion? BarePlan(TableGrid grid)
    {
        var last = grid.RowCount - 1;
        var body = BodyBelow(grid, -1);
        var isPlan = Enumerable.Range(body, grid.RowCount - body).All(row => grid.StartingIn(row) is [var name, .. var figures] && !RowKinds.IsFigure(name.Text) && figures.All(cell => RowKinds.IsFigureOrNothing(cell.Text)));
        return isPlan && HasPayers(grid, body, last) ? new BudgetRegion(0, body, last, [new BudgetSideColumns(false, 0, grid.ColumnCount, body, last, SourceText.Empty)]) : null;
    }

    private bool HasPayers(TableGrid grid, int first, int last)
    {
        var lines = Enumerable.Range(first, last - first + 1).Select(row => grid.StartingIn(row)).Where(cells => cells.Length > 1 && cells.Skip(1).Any(cell => RowKinds.IsFigureOrNothing(cell.Text))).ToList();
        var named = lines.Count(cells => cells.Any(cell => payers.Match(cell.Text.Text) is not null && !RowKinds.IsFigure(cell.Text)));
        return named >= FewestPayers && named * 2 >= lines.Count(cells => !forms.IsTotal(cells[0].Text.Text));
    }

    private static int Lines(TableGrid grid, int first, int last) =>
        Enumerable.Range(first, last - first + 1).Count(row => grid.StartingIn(row) is { Length: > 1 } cells && cells.Skip(1).Any(cell => RowKinds.IsFigure(cell.Text)));

    // Rows of heads below the first: « Compte | Montant », « 2025 | 2026 ».
    private int BodyBelow(TableGrid grid, int row)
    {
        var body = row + 1;
        while (body < grid.RowCount && grid.StartingIn(body) is { Length: > 0 } cells && cells.All(cell => IsAmountHead(cell.Text) || (cells.Length > 2 && forms.HeadsLines(cell.Text.Text))))
            body++;
        return body;
    }

    private bool IsAmountHead(SourceText text) => !BudgetAccounts.IsNumber(text.Text) && (IsYear(text.Text) || headers.StatusOf(text.Text) is not null && !RowKinds.IsFigure(text)
        || headers.Match(text.Text).Any(match => match is { Role: HeaderRole.Amount or HeaderRole.Share or HeaderRole.Number or HeaderRole.Year, Score: >= SureHeader })
        || headers.OfAmounts(text.Text) is not null || forms.HeadsCharges(text.Text) || forms.HeadsReceipts(text.Text) && !kinds.NamesPayer(text.Text));

    private static bool IsYear(string text) => YearGrammar.FindPeriods(text) is [{ IsSingleYear: true } year] && year.Length >= text.Trim().Length;

    // Down to the row that tells something else: a label of a form with words beside it, or a heading.
    private int LastRow(TableGrid grid, int body)
    {
        var last = body - 1;
        for (var row = body; row < grid.RowCount; row++)
        {
            var cells = grid.StartingIn(row);
            if (cells.Any(cell => forms.MatchHeading(cell.Text.Text) is not null && !BudgetAccounts.IsNumber(cell.Text.Text)))
                break;
            var isLine = cells.Any(cell => RowKinds.IsFigure(cell.Text) || BudgetAccounts.Open(cell.Text) is not null || forms.IsTotal(cell.Text.Text) || forms.IsInKind(cell.Text.Text));
            if (isLine)
                last = row;
            else if (cells is [{ } label, var value, ..] && labels.Whole(label.Text, SureHeader) is { Role: not (HeaderRole.TotalCost or HeaderRole.Financing or HeaderRole.Financer or HeaderRole.Amount) } && !RowKinds.IsFigureOrNothing(value.Text))
                break;
            else if (cells is [{ } band] && band.ColumnSpan == grid.ColumnCount && !HasFurtherLines(grid, row + 1))
                break;
        }

        return last;
    }

    private static bool HasFurtherLines(TableGrid grid, int from) => from < grid.RowCount && grid.StartingIn(from).Any(cell => RowKinds.IsFigure(cell.Text) || BudgetAccounts.Open(cell.Text) is not null);
}
