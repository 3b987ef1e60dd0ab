using System.Collections.Immutable;
using Ingest.Model.Provenance;
using Ingest.Tables;
using Ingest.Vocabulary;

namespace Ingest.Segmentation.Forms;

/// <summary>
/// Tables of labels and values → pieces of a form. Labels stand left of their values, above them, or in the same cell; sections are bands; budgets
/// take the rows that are theirs.
/// </summary>
internal sealed class FormTables(FormVocabulary forms, FormLabels labels, BudgetRegions budgets, BudgetReader reader, SegmentationOptions options)
{
    // So many different labels with values make a table a form.
    private const int FewestLabels = 2;

    // So many rows that open with a label show a form that could be a list.
    private const int FewestRowsOfForm = 4;

    // From this score on a text in no place of labels is one all the same.
    private const double SureLabel = 0.95;

    /// <summary>The pieces of a table, in reading order.</summary>
    /// <param name="content">The table.</param>
    /// <param name="above">What stands above it and may name a unit; empty without.</param>
    /// <param name="canBeList">Whether it can be read as a list of funded actions as well.</param>
    public ImmutableArray<FormItem> Read(TableContent content, SourceText above, bool canBeList)
    {
        var grid = new TableGrid(content.Table);
        var regions = budgets.Find(grid);
        var rows = Enumerable.Range(0, grid.RowCount).Where(row => !regions.Any(region => row >= region.First && row <= region.Last)).ToList();
        var items = new List<(int Row, FormItem Item)>();
        foreach (var region in regions)
        {
            var band = region.First > 0 && grid.StartingIn(region.First - 1) is [{ } only] ? only.Text : above;
            items.Add((region.First, new BudgetItem(content, Words(grid, Enumerable.Range(region.First, region.Last - region.First + 1)), reader.Read(grid, region, band))));
        }

        var cells = new FormCells(grid, rows, labels, forms, options, SureLabel);
        var form = cells.Read(content);
        var labelled = form.Select(item => item.Item).OfType<PairItem>().Where(pair => pair.Label.IsKnown && !pair.Value.IsEmpty).Select(pair => pair.Label.Role).Distinct().Count();
        var isForm = cells.HasOwnShape && labelled >= FewestLabels;
        // What can be a list is a form only where many rows open with a label, or nearly as many with two labels each.
        var isList = canBeList && cells.LabelRows < FewestRowsOfForm && !(cells.LabelRows == FewestRowsOfForm - 1 && labelled > FewestRowsOfForm);
        if (isList && regions.IsEmpty)
            return [new OtherTableItem(content, Words(grid, Enumerable.Range(0, grid.RowCount)))];
        if (isForm)
            items.AddRange(form);
        else if (regions.IsEmpty)
            return [new OtherTableItem(content, Words(grid, rows))];
        return [.. items.OrderBy(item => item.Row).Select(item => item.Item)];
    }

    private static SourceText Words(TableGrid grid, IEnumerable<int> rows) => SourceText.Concat(rows.SelectMany(row => grid.StartingIn(row)).Select(cell => cell.Text));
}

/// <summary>The cells of the rows of a form, one after the other.</summary>
internal sealed class FormCells(TableGrid grid, List<int> rows, FormLabels labels, FormVocabulary forms, SegmentationOptions options, double sure)
{
    private readonly double _least = options.FormLabelScore;
    private readonly HashSet<TableCell> _used = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<int> _labelColumns = [];
    private readonly HashSet<int> _rowsOfLabels = [];
    private readonly HashSet<int> _rowsOfPayers = [];
    private readonly HashSet<int> _rowsOfValues = [];

    // In so many first wide rows the head of a list stands; it may have as many levels.
    private const int HeadRows = 3;

    // Share of the cells of a row that must be labels or payers for it to be a head.
    private const double HeadShare = 0.75;

    // Share of the cells of a column that must be known labels for the others to be labels as well.
    private const double LabelColumnShare = 0.5;

    /// <summary>How many rows open with a label that has a value. Known once the cells are read.</summary>
    public int LabelRows => _rowsOfLabels.Count;

    /// <summary>
    /// Whether most rows open with a label that has a value: one row of labels over rows of values heads a list. Known once the cells are read.
    /// </summary>
    public bool HasOwnShape
    {
        get
        {
            var others = rows.Count(row => !_rowsOfLabels.Contains(row) && !_rowsOfPayers.Contains(row) && !_rowsOfValues.Contains(row) && grid.StartingIn(row) is [_, _, ..]);
            return _rowsOfLabels.Count > 1 && !IsList() && _rowsOfLabels.Count + _rowsOfPayers.Count >= options.FormRowShare * (_rowsOfLabels.Count + _rowsOfPayers.Count + others);
        }
    }

    /// <summary>Pieces with the row that they begin in.</summary>
    public List<(int Row, FormItem Item)> Read(TableContent content)
    {
        var columns = rows.SelectMany(row => grid.StartingIn(row)).Where(cell => cell.ColumnSpan < grid.ColumnCount).ToLookup(cell => cell.Column);
        _labelColumns.UnionWith(columns.Where(column => IsLabelColumn(column.Key, [.. column])).Select(column => column.Key));
        var items = new List<(int Row, FormItem Item)>();
        foreach (var row in rows)
        {
            foreach (var cell in grid.StartingIn(row))
            {
                if (_used.Add(cell))
                    items.AddRange(ReadCell(content, row, cell).Select(item => (row, item)));
            }
        }

        return items;
    }

    private bool IsLabelColumn(int column, ImmutableArray<TableCell> cells) =>
        column + 1 < grid.ColumnCount && cells.Length > 1 && cells.Count(cell => labels.Whole(cell.Text, _least) is not null) is var known and > 1 && known >= LabelColumnShare * cells.Length;

    private List<FormItem> ReadCell(TableContent content, int row, TableCell cell)
    {
        // « Fiche n° 3 » above « Intitulé » in one cell, where no rule parts them.
        if (cell.Text.Paragraphs is [var top, .. { IsEmpty: false } below] && FormHeadings.Read(content, cell.Text with { Paragraphs = [top] }, forms) is { } above && labels.Whole(cell.Text with { Paragraphs = [.. below] }, sure) is not null)
            return [above, .. ReadCell(content, row, cell, cell.Text with { Paragraphs = [.. below] })];
        return FormHeadings.Read(content, cell.Text, forms) is { } heading ? [heading] : ReadCell(content, row, cell, cell.Text);
    }

    private List<FormItem> ReadCell(TableContent content, int row, TableCell cell, SourceText text)
    {
        var isInPlace = _labelColumns.Contains(cell.Column) && cell.ColumnSpan < grid.ColumnCount;
        var label = labels.Whole(text, isInPlace ? _least : sure);
        var right = grid.At(row, Math.Min(grid.ColumnCount - 1, cell.Column + cell.ColumnSpan)) is { } next && next.Column == cell.Column + cell.ColumnSpan ? next : null;
        if (label is null && isInPlace && right is not null && !HasLabel(text))
            label = labels.Unknown(text);
        if ((label is null || (label.Role is HeaderRole.Decision && FormLabels.IsPaid(right?.Text ?? SourceText.Empty))) && right is { Text.IsEmpty: false } && RowKinds.IsFigureOrNothing(right.Text) && labels.Payer(text) is { } payer)
        {
            label = payer;
            if (grid.StartingIn(row) is [var first, _] && ReferenceEquals(first, cell))
                _rowsOfPayers.Add(row);
        }

        if (label is null)
            return Split(content, row, cell);
        return [new PairItem(content, label, ValueOf(row, cell, right, label.IsKnown))];
    }

    private List<FormItem> Split(TableContent content, int row, TableCell cell)
    {
        var parts = labels.Split(cell.Text, takesUnknown: false, cell.Regions is [{ Bbox: { } box }, ..] ? box.Right : null);
        if (parts.Any(part => part.Label is { IsKnown: true } && !part.Value.IsEmpty))
            Opens(row, cell);
        return [.. parts.Select(part => part.Label is { } own ? new PairItem(content, own, part.Value) : (FormItem)new LooseItem(content, part.Value))];
    }

    private bool HasLabel(SourceText text) => labels.Split(text, takesUnknown: false, null) is [{ Label: not null }, ..];

    // The value stands right of its label, over all the rows that the label covers; where there is nothing but another label, below.
    private SourceText ValueOf(int row, TableCell label, TableCell? right, bool isKnown)
    {
        // « Type | Reconduction »: in the place of values, a word that may be a label as well answers one.
        var isAnswer = right is not null && _labelColumns.Contains(label.Column) && !_labelColumns.Contains(right.Column) && labels.Whole(right.Text, sure) is { Role: HeaderRole.Renewal or HeaderRole.Decision };
        if (right is { Text.IsEmpty: false } && !_used.Contains(right) && (isAnswer || labels.Whole(right.Text, sure) is null) && !(_labelColumns.Contains(right.Column) && labels.Whole(right.Text, _least) is not null))
        {
            if (isKnown)
                Opens(row, label);
            return SourceText.Concat(Beside(row, label, right).Select(Take));
        }

        if (right is { Text.IsEmpty: true } && !IsRowOfLabels(row))
            return SourceText.Empty;
        var below = row + label.RowSpan < grid.RowCount && rows.Contains(row + label.RowSpan) ? grid.At(row + label.RowSpan, label.Column) : null;
        if (below is { Text.IsEmpty: false } && below.Column == label.Column && below.Row == row + label.RowSpan && below.ColumnSpan >= label.ColumnSpan && !_used.Contains(below)
            && labels.Whole(below.Text, sure) is null && FormHeadings.Read(null!, below.Text, forms) is null && !HasLabel(below.Text))
        {
            if (isKnown)
                Opens(row, label);
            _rowsOfValues.Add(below.Row);
            return Take(below);
        }

        return SourceText.Empty;
    }

    private IEnumerable<TableCell> Beside(int row, TableCell label, TableCell right) => label.RowSpan == 1 || right.RowSpan >= label.RowSpan
        ? [right]
        : Enumerable.Range(row, label.RowSpan).SelectMany(at => grid.StartingIn(at)).Where(cell => cell.Column >= right.Column && cell.Row >= row);

    private bool IsRowOfLabels(int row) => grid.StartingIn(row).All(cell => labels.Whole(cell.Text, sure) is not null);

    // One row whose cells are labels, or names of payers, over rows whose cells are none: the head of a list, with one action a row.
    private bool IsList()
    {
        var wide = rows.Where(row => grid.StartingIn(row) is [_, _, _, ..]).ToList();
        var heads = wide.Take(HeadRows).TakeWhile(row => !IsHead(row)).Count();
        return heads < Math.Min(HeadRows, wide.Count) && heads + 1 < wide.Count && !wide.Skip(heads + HeadRows).Any(IsHead);
    }

    // In a form a value stands between two labels, even a blank one; in a head they stand side by side.
    private bool IsHead(int row)
    {
        var cells = grid.StartingIn(row);
        var known = cells.Where(cell => labels.Whole(cell.Text, sure) is not null).ToList();
        return known.Zip(known.Skip(1)).Any(pair => pair.First.Column + pair.First.ColumnSpan == pair.Second.Column)
            && cells.Count(cell => labels.Whole(cell.Text, _least) is not null || labels.Unknown(cell.Text).IsPayer) >= HeadShare * cells.Length;
    }

    private void Opens(int row, TableCell label)
    {
        if (grid.StartingIn(row) is [var first, ..] && ReferenceEquals(first, label))
            _rowsOfLabels.Add(row);
    }

    private SourceText Take(TableCell cell)
    {
        _used.Add(cell);
        return cell.Text;
    }
}
