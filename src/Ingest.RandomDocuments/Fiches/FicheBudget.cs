using System.Collections.Immutable;
using Ingest.Model.Documents;
using Ingest.RandomDocuments.Drawing;
using Ingest.RandomDocuments.Programmations;
using Ingest.RandomDocuments.Words;

namespace Ingest.RandomDocuments.Fiches;

/// <summary>A line of a side of a budget; no amount where a line only heads others.</summary>
/// <param name="Label">Its words.</param>
/// <param name="Amount">Euros; null for a line of nothing.</param>
/// <param name="IsHead">Whether it heads others: its amount, if any, is their sum.</param>
internal sealed record FicheLine(string Label, decimal? Amount, bool IsHead = false);

/// <summary>The budget of an action as the rows of a table.</summary>
internal sealed class FicheBudget(FicheWords words, FicheLayout layout, Draw draw)
{
    private readonly string _chargesTotal = draw.Pick(words.ChargesTotals);
    private readonly string _receiptsTotal = draw.Pick(words.ReceiptsTotals);
    private readonly string _chargesHead = draw.Pick(words.ChargesHeads);
    private readonly string _receiptsHead = draw.Pick(words.ReceiptsHeads);
    private readonly string _amountHead = draw.Pick(words.AmountHeads);

    /// <summary>What is given in kind: label and euros; null without.</summary>
    public (string Label, decimal Amount)? InKind { get; private set; }

    /// <summary>Rows of four columns: charges beside receipts.</summary>
    public IEnumerable<ImmutableArray<Cell>> Beside(DrawnAction action, ImmutableArray<SpelledBody> payers)
    {
        var (charges, receipts) = Sides(action, payers);
        yield return Row(0, Head(_chargesHead), Head(_amountHead), Head(_receiptsHead), Head(_amountHead));
        for (var i = 0; i < Math.Max(charges.Count, receipts.Count); i++)
            yield return Lines(i < charges.Count ? charges[i] : null, i < receipts.Count ? receipts[i] : null);
        yield return Lines(new FicheLine(_chargesTotal, action.Cost, true), new FicheLine(_receiptsTotal, Paid(action), true));
        InKind = null;
        if (!layout.HasInKind)
            yield break;
        var part = draw.Pick(words.InKindParts);
        var given = draw.Between(3, 60) * 100m;
        InKind = (part, given);
        if (layout.Budget == BudgetForm.Accounts)
            yield return Lines(new FicheLine(words.InKindCharges, layout.HasAccountSums ? given : null, true), new FicheLine(words.InKindReceipts, layout.HasAccountSums ? given : null, true));
        yield return Lines(new FicheLine(part, given), new FicheLine(part, given));
        if (draw.Chance(0.5))
            yield return Lines(new FicheLine("TOTAL", action.Cost + given, true), new FicheLine("TOTAL", Paid(action) + given, true));
    }

    /// <summary>Tables of two columns: charges, then receipts.</summary>
    public IEnumerable<TablePart> Below(DrawnAction action, ImmutableArray<SpelledBody> payers)
    {
        var (charges, receipts) = Sides(action, payers);
        yield return Table([Row(0, Head(_chargesHead), Head(_amountHead)), .. charges.Append(new FicheLine(_chargesTotal, action.Cost, true)).Select(line => Row(0, [.. CellsOf(line)]))]);
        yield return Table([Row(0, Head(_receiptsHead), Head(_amountHead)), .. receipts.Append(new FicheLine(_receiptsTotal, Paid(action), true)).Select(line => Row(0, [.. CellsOf(line)]))]);
    }

    /// <summary>A table of payers.</summary>
    /// <param name="action">The action.</param>
    /// <param name="payer">Head of their names.</param>
    /// <param name="amount">Head of their amounts.</param>
    public TablePart Payers(DrawnAction action, string payer, string amount)
    {
        var rows = action.Money.Select(money => Row(0, [.. CellsOf(new FicheLine(money.Payer.Label, money.Amount))])).ToList();
        if (draw.Chance(0.6))
            rows.Add(Row(0, [.. CellsOf(new FicheLine(_receiptsTotal, action.Money.Sum(money => money.Amount), true))]));
        return Table([Row(0, Head(payer), Head(amount)), .. rows]);
    }

    /// <summary>A table of payers with what was asked for and granted.</summary>
    public TablePart Grants(DrawnAction action, string payer, string requested, string granted)
    {
        var rows = action.Money.Select(money => money.Payer).Distinct().Select(body => Row(
            0, Text(body.Label), Amount(Of(action, body, FundingStatus.Requested)), Amount(Of(action, body, FundingStatus.Granted))));
        return Table([Row(0, Head(payer), Head(requested), Head(granted)), .. rows]);
    }

    /// <summary>A table with the rules of the document.</summary>
    public TablePart Table(ImmutableArray<ImmutableArray<Cell>> rows) =>
        new() { ColumnCount = rows.Max(row => row.Max(cell => cell.Column + cell.ColumnSpan)), HeaderRows = 0, Rows = rows, Rules = layout.Rules };

    private static decimal? Of(DrawnAction action, SpelledBody body, FundingStatus status) => action.Money.FirstOrDefault(money => money.Payer == body && money.Status == status)?.Amount;

    private static decimal Paid(DrawnAction action) => action.Money.Sum(money => money.Amount);

    private (List<FicheLine> Charges, List<FicheLine> Receipts) Sides(DrawnAction action, ImmutableArray<SpelledBody> payers)
    {
        var charges = layout.Budget == BudgetForm.Accounts ? Accounts(action.Cost!.Value) : [.. Parts(action.Cost!.Value, draw.Between(2, 5)).Zip(draw.Shuffled(words.PlainCharges), (amount, label) => new FicheLine(label, amount))];
        var receipts = new List<FicheLine>();
        var given = payers.Select(payer => (Payer: payer, Line: new FicheLine(payer.Label, Of(action, payer, FundingStatus.Planned)))).ToList();
        if (layout.Budget != BudgetForm.Accounts)
            return (charges, [.. given.Select(item => item.Line)]);
        Add(words.ReceiptAccounts.Usagers, [.. given.Where(item => item.Payer.Kind == "usagers").Select(item => item.Line)]);
        Add(words.ReceiptAccounts.Subventions, [.. given.Where(item => item.Payer.Kind is not ("usagers" or "fonds-propres")).Select(item => item.Line)]);
        receipts.AddRange(words.EmptyReceipts.Where(_ => draw.Chance(0.5)).Select(label => new FicheLine(label, null, true)));
        receipts.AddRange(given.Where(item => item.Payer.Kind == "fonds-propres").Select(item => item.Line));
        return (charges, receipts);

        void Add(string account, List<FicheLine> below)
        {
            var sum = below.Sum(line => line.Amount ?? 0);
            receipts.Add(new FicheLine(account, layout.HasAccountSums && sum > 0 ? sum : null, true));
            receipts.AddRange(below);
        }
    }

    private List<FicheLine> Accounts(decimal cost)
    {
        var lines = new List<FicheLine>();
        var accounts = draw.Shuffled(words.Charges).Take(draw.Between(2, 4)).OrderBy(charge => charge.Account, StringComparer.Ordinal).ToList();
        foreach (var (account, amount) in accounts.Zip(Parts(cost, accounts.Count)))
        {
            var parts = draw.Shuffled(account.Parts).Take(draw.Between(1, account.Parts.Count)).ToList();
            lines.Add(new FicheLine($"{account.Account} – {account.Label}", layout.HasAccountSums ? amount : null, true));
            lines.AddRange(parts.Zip(Parts(amount, parts.Count), (label, part) => new FicheLine(label, part)));
        }

        return lines;
    }

    private IEnumerable<decimal> Parts(decimal whole, int count)
    {
        var rest = whole;
        for (var i = 0; i < count - 1; i++)
        {
            var part = Math.Max(1, Math.Floor(rest / (count - i) * draw.Between(5, 14) / 10));
            yield return part;
            rest -= part;
        }

        yield return rest;
    }

    private ImmutableArray<Cell> Lines(FicheLine? charge, FicheLine? receipt) =>
        Row(0, [.. charge is null ? [Text(""), Text("")] : CellsOf(charge), .. receipt is null ? [Text(""), Text("")] : CellsOf(receipt)]);

    private IEnumerable<Cell> CellsOf(FicheLine line) => [Text(line.Label) with { IsBold = line.IsHead }, line.IsHead && line.Amount is null ? Text("") : Amount(line.Amount)];

    private Cell Amount(decimal? amount) => Text(amount is { } value ? layout.Amounts.Of(value) : layout.Amounts.Nothing) with { Side = Side.Right };

    private static Cell Text(string text) => new(0, text);

    private static Cell Head(string text) => new(0, text) { IsBold = true, Side = Side.Middle };

    /// <summary>Cells from left to right.</summary>
    public static ImmutableArray<Cell> Row(int first, params ReadOnlySpan<Cell> cells)
    {
        var row = ImmutableArray.CreateBuilder<Cell>(cells.Length);
        foreach (var cell in cells)
        {
            row.Add(cell with { Column = first });
            first += cell.ColumnSpan;
        }

        return row.ToImmutable();
    }
}
