using System.Collections.Immutable;
using Ingest.Grammar;
using Ingest.Model.Provenance;
using Ingest.Tables;
using Ingest.Vocabulary;

namespace Ingest.Segmentation.Forms;

/// <summary>The rows of one side of a budget → its lines.</summary>
internal sealed class BudgetLines(FormVocabulary forms, RowKinds kinds)
{
    /// <summary>The lines of a side, from the top.</summary>
    /// <param name="grid">The table.</param>
    /// <param name="side">The side.</param>
    /// <param name="amounts">Its columns of amounts.</param>
    /// <param name="left">Takes what found no place.</param>
    public List<BudgetLine> Of(TableGrid grid, BudgetSideColumns side, List<AmountColumn> amounts, List<DraftUnassigned> left)
    {
        var lines = new List<BudgetLine>();
        var isInKind = false;
        for (var row = side.First; row <= side.Last; row++)
        {
            // A band over both sides tells what stands below.
            if (grid.Row(row) is [{ Text.IsEmpty: false } band] && forms.IsInKind(band.Text.Text))
                isInKind = true;
            foreach (var (label, figures) in Cells(grid, side, amounts, row, left))
                Add(lines, label, figures, ref isInKind, left);
        }

        return lines;
    }

    /// <summary>Whether a column holds the numbers of accounts: « 60 » beside « Achats ».</summary>
    public static bool IsAccountColumn(TableGrid grid, BudgetSideColumns side, int index)
    {
        var cells = Enumerable.Range(side.First, side.Last - side.First + 1).Select(row => grid.At(row, index)).OfType<TableCell>().Where(cell => cell.Column == index && !cell.Text.IsEmpty).Distinct().ToList();
        // One account alone is one where a name stands beside it.
        if (cells is [var only])
            return BudgetAccounts.IsNumber(only.Text.Text) && index + 1 < side.To && grid.At(only.Row, index + 1) is { Text.IsEmpty: false } name && !RowKinds.IsFigureOrNothing(name.Text);
        return cells.Count > 1 && cells.Count(cell => BudgetAccounts.IsNumber(cell.Text.Text)) * 3 >= cells.Count * 2 && index + 1 < side.To;
    }

    private void Add(List<BudgetLine> lines, SourceText label, ImmutableDictionary<int, DraftAmount> figures, ref bool isInKind, List<DraftUnassigned> left)
    {
        label = WithoutHeading(label);
        var opened = BudgetAccounts.Open(label);
        var words = opened is { WordsStart: > 0 and var start } && start < label.Text.Length ? label.Slice(start, label.Text.Length - start) : label;
        if (opened is not null)
            words = words with { Paragraphs = [words.Paragraphs[0] with { Marker = null }, .. words.Paragraphs.Skip(1)] };
        if (words.IsEmpty)
        {
            left.AddRange(figures.Values.Select(amount => new DraftUnassigned(amount.Source, UnassignedReason.UnnamedAmount)));
            return;
        }

        var text = words.Text;
        var isGiven = opened is { } account ? BudgetAccounts.IsInKind(account.Account) : isInKind || forms.IsInKind(text);
        // « Budget total » beside those who pay is what they pay together.
        var isTotal = opened is null && (forms.IsTotal(text) || (kinds.NamesCost(text) && !kinds.NamesRest(text)));
        // « Total des contributions volontaires », « Sous-total »: sums of a part, which its lines make.
        if (opened is null && ((isTotal && forms.IsInKind(text)) || (!isTotal && kinds.NamesRest(text))))
        {
            left.AddRange(figures.Values.Select(amount => new DraftUnassigned(SourceText.Concat([words, amount.Source]), UnassignedReason.NoField)));
            return;
        }

        isInKind = !isTotal && isGiven;
        lines.Add(new BudgetLine
        {
            Label = words,
            Account = opened?.Account,
            IsDetail = opened?.IsDetailed ?? false,
            IsMarked = opened is null && words.Paragraphs[0].Marker is { } marker && !marker.Any(char.IsLetterOrDigit),
            IsTotal = isTotal,
            IsInKind = isGiven,
            Amounts = figures,
        });
    }

    // « Plan de financement » may stand in the cell of its first line.
    private SourceText WithoutHeading(SourceText label) => label.Paragraphs.Length > 1 && kinds.IsPlanHeading(label.Slice(0, string.Join(' ', label.Paragraphs[0].Words.Select(word => word.Text)).Length).Text)
        ? new SourceText { Paragraphs = label.Paragraphs[1..] }
        : label;

    // A row is one line, or several where label and amounts stand line by line in one cell.
    private static IEnumerable<(SourceText Label, ImmutableDictionary<int, DraftAmount> Figures)> Cells(
        TableGrid grid, BudgetSideColumns side, List<AmountColumn> amounts, int row, List<DraftUnassigned> left)
    {
        var cells = grid.StartingIn(row).Where(cell => cell.Column >= side.From && cell.Column < side.To && (cell.Column + cell.ColumnSpan <= side.To || side.To == grid.ColumnCount)).ToList();
        var figures = cells.Where(cell => amounts.Exists(column => column.Index == cell.Column)).ToList();
        var label = SourceText.Concat(cells.Where(cell => !figures.Contains(cell) && !RowKinds.IsPercent(cell.Text)).Select(cell => cell.Text));
        if (amounts.Count == 0 || (figures.Count == 0 && MoneyGrammar.Find(label.Text).Any(mention => mention.HasCurrency)))
        {
            foreach (var part in cells.Select(cell => FinancingCell.Parse(cell.Text)).SelectMany(parsed => parsed.Amounts))
                yield return (part.Label, ImmutableDictionary<int, DraftAmount>.Empty.Add(amounts.Count == 0 ? 0 : amounts[0].Index, part.Amount));
            yield break;
        }

        if (label.Paragraphs.Length > 1 && figures.Count > 0 && figures.TrueForAll(cell => cell.Text.Paragraphs.Length == label.Paragraphs.Length))
        {
            for (var i = 0; i < label.Paragraphs.Length; i++)
                yield return (One(label, i), Read(figures.Select(cell => (cell.Column, One(cell.Text, i))), amounts, left));
            yield break;
        }

        if (!label.IsEmpty || figures.Count > 0)
            yield return (label, Read(figures.Select(cell => (cell.Column, cell.Text)), amounts, left));
    }

    private static SourceText One(SourceText text, int paragraph) => new() { Paragraphs = [text.Paragraphs[paragraph]] };

    private static ImmutableDictionary<int, DraftAmount> Read(IEnumerable<(int Column, SourceText Text)> cells, List<AmountColumn> amounts, List<DraftUnassigned> left)
    {
        var read = ImmutableDictionary.CreateBuilder<int, DraftAmount>();
        foreach (var (index, text) in cells)
        {
            var column = amounts.Find(column => column.Index == index)!;
            var parsed = MoneyGrammar.ParseCell(text.Text, column.Scale);
            if (parsed.Money is { } money)
                read[index] = new DraftAmount(text.Slice(money.Start, money.Length), money.Amount, money.Unit, money.IsAmbiguous);
            else if (!parsed.IsNothing && !parsed.IsBlank)
                left.Add(new DraftUnassigned(text, UnassignedReason.WordsBesideAmounts));
        }

        return read.ToImmutable();
    }
}
