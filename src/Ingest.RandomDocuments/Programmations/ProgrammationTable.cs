using System.Collections.Immutable;
using System.Globalization;
using Ingest.Model.Documents;
using Ingest.RandomDocuments.Drawing;

namespace Ingest.RandomDocuments.Programmations;

/// <summary>A column of a table of actions.</summary>
/// <param name="Field">What it says.</param>
/// <param name="Header">Its lowest header.</param>
/// <param name="Payer">Who pays what stands in it; null for other columns.</param>
/// <param name="Status">How far that money has come.</param>
internal sealed record PlannedColumn(Field Field, string Header, SpelledBody? Payer, FundingStatus Status)
{
    /// <summary>Whether amounts stand in it.</summary>
    public bool IsAmount => Field == Field.Cost || Payer is not null || IsLineAmount;

    /// <summary>Whether it names the payer of its row.</summary>
    public bool IsLinePayer { get; init; }

    /// <summary>Whether the money of the year before stands in it.</summary>
    public bool IsBefore { get; init; }

    /// <summary>Whether it has the amount of its row's payer.</summary>
    public bool IsLineAmount { get; init; }
}

/// <summary>Lays actions out as the rows of one table.</summary>
internal sealed class ProgrammationTable
{
    private readonly ProgrammationContent _content;
    private readonly ProgrammationLayout _layout;
    private readonly TableHeads _heads;
    private readonly List<ImmutableArray<Cell>> _rows = [];
    private int _number;
    private decimal _carried;

    public ProgrammationTable(ProgrammationContent content, ProgrammationLayout layout, TableHeads heads)
    {
        (_content, _layout, _heads) = (content, layout, heads);
        Columns = heads.Columns;
    }

    /// <summary>The columns from left to right.</summary>
    public ImmutableArray<PlannedColumn> Columns { get; }

    /// <summary>Whether rows stand in it.</summary>
    public bool IsEmpty => _rows.Count == 0;

    /// <summary>The table so far; the next rows begin a new one.</summary>
    public TablePart Take()
    {
        var head = _heads.Rows();
        var table = new TablePart { ColumnCount = Columns.Length, HeaderRows = head.Length, Rows = [.. head, .. _rows], Rules = _layout.Rules };
        _rows.Clear();
        return table;
    }

    /// <summary>A row that names a theme.</summary>
    public void AddBand(string theme) =>
        _rows.Add([new Cell(0, theme) { ColumnSpan = Columns.Length, IsBold = true, IsShaded = _layout.IsShaded }]);

    /// <summary>The rows of the actions of one theme.</summary>
    public void AddActions(IReadOnlyList<DrawnAction> actions)
    {
        var first = _rows.Count;
        foreach (var action in actions)
        {
            AddAction(action);
            _carried += action.Cost ?? 0;
            if (_layout.HasCarried && _number == _content.Actions.Length / 2)
            {
                AddCarried("À reporter");
                AddCarried("Report");
            }
        }

        if (_layout.Themes != ThemeForm.MergedColumn || actions.Count == 0)
            return;
        var theme = Columns.Index().First(column => column.Item.Field == Field.Theme).Index;
        var cell = new Cell(theme, actions[0].Theme) { RowSpan = _rows.Count - first, IsBold = true, IsShaded = _layout.IsShaded };
        _rows[first] = [.. _rows[first].Where(other => other.Column < theme), cell, .. _rows[first].Where(other => other.Column > theme)];
    }

    /// <summary>A row of sums.</summary>
    /// <param name="label">What it is called.</param>
    /// <param name="texts">What stands in each column; null for nothing.</param>
    public void AddSums(string label, IReadOnlyList<(string Text, SheetNumber? Number)?> texts)
    {
        var lead = Columns.TakeWhile(column => !column.IsAmount && column.Field != Field.Money).Count();
        var cells = new List<Cell>();
        if (_layout.MergesTotalLabels || lead == 1)
            cells.Add(new Cell(0, label) { ColumnSpan = lead, IsBold = true, IsShaded = _layout.IsShaded });
        else
            cells.AddRange(Enumerable.Range(0, lead).Select(column => new Cell(column, column == 0 ? label : "") { IsBold = true, IsShaded = _layout.IsShaded }));
        for (var column = lead; column < Columns.Length; column++)
            cells.Add(new Cell(column, texts[column]?.Text ?? "") { IsBold = true, IsShaded = _layout.IsShaded, Side = SideOf(Columns[column]), Number = texts[column]?.Number });
        _rows.Add([.. cells]);
    }

    /// <summary>Payers and amounts in one cell.</summary>
    public string InOneCell(IEnumerable<(string Label, decimal Amount)> money) => string.Join(
        _layout.PairBreak,
        money.Select(part => _layout.PairSign is { } sign ? $"{part.Label}{sign}{_layout.Amounts.Of(part.Amount)}" : $"{_layout.Amounts.Of(part.Amount)} ({part.Label})"));

    private void AddCarried(string label) => AddSums(label, [.. Columns.Select(column =>
        column.Field == Field.Cost ? ((string, SheetNumber?)?)(_layout.Amounts.Of(_carried), _layout.Amounts.NumberOf(_carried)) : null)]);

    private static Side SideOf(PlannedColumn column) => column.IsAmount ? Side.Right : Side.Left;

    private void AddAction(DrawnAction action)
    {
        _number++;
        var lines = _layout.Money == MoneyForm.Lines ? Math.Max(1, action.Money.Length) : 1;
        var first = new List<Cell>();
        foreach (var (index, column) in Columns.Index())
        {
            if (column.IsLinePayer || column.IsLineAmount || (column.Field == Field.Theme && _layout.Themes == ThemeForm.MergedColumn))
                continue;
            var (text, number) = CellOf(column, action);
            first.Add(new Cell(index, text) { RowSpan = lines, Side = SideOf(column), Number = number, IsBold = false });
        }

        for (var line = 0; line < lines; line++)
            _rows.Add([.. (line == 0 ? first : []).Concat(LineCells(action, line)).OrderBy(cell => cell.Column)]);
    }

    private IEnumerable<Cell> LineCells(DrawnAction action, int line)
    {
        foreach (var (index, column) in Columns.Index())
        {
            if (column.IsLinePayer)
                yield return new Cell(index, action.Money[line].Payer.Label);
            else if (column.IsLineAmount)
                yield return new Cell(index, _layout.Amounts.Of(action.Money[line].Amount)) { Side = Side.Right, Number = _layout.Amounts.NumberOf(action.Money[line].Amount) };
        }
    }

    private (string Text, SheetNumber? Number) CellOf(PlannedColumn column, DrawnAction action) => column switch
    {
        { IsBefore: true, Payer: { } payer } => action.Before.TryGetValue(payer.Id, out var before) ? (_layout.Amounts.Of(before), _layout.Amounts.NumberOf(before)) : (_layout.Amounts.Nothing, null),
        { Payer: { } payer } => action.Money.FirstOrDefault(money => money.Payer == payer && money.Status == column.Status) is { } money
            ? (_layout.Amounts.Of(money.Amount), _layout.Amounts.NumberOf(money.Amount))
            : (_layout.Amounts.Nothing, null),
        { Field: Field.Number } => (_number.ToString(CultureInfo.InvariantCulture), null),
        { Field: Field.Theme } => (action.Theme, null),
        { Field: Field.Title } => (action.Title, null),
        { Field: Field.Description } => (action.Description, null),
        { Field: Field.Porteur } => (action.Porteur?.Label ?? "", null),
        { Field: Field.Quartier } => (action.Quartier ?? "", null),
        { Field: Field.Public } => (action.Public, null),
        { Field: Field.Decision } => (_heads.DecisionOf(action.Decision), null),
        { Field: Field.Renewal } => (_heads.RenewalOf(action.IsRenewed), null),
        { Field: Field.Cost } => action.Cost is { } cost ? (_layout.Amounts.Of(cost), _layout.Amounts.NumberOf(cost)) : ("", null),
        _ => (InOneCell((_layout.Money == MoneyForm.OneCellWithCost && action.Cost is { } whole ? [(_heads.CostLabel, whole)] : Array.Empty<(string, decimal)>())
            .Concat(action.Money.Select(money => (money.Payer.Label, money.Amount)))), null),
    };
}
