using System.Collections.Immutable;
using Ingest.Model.Documents;
using Ingest.RandomDocuments.Drawing;
using Ingest.RandomDocuments.Words;

namespace Ingest.RandomDocuments.Programmations;

/// <summary>The columns of a programmation and the header rows above them.</summary>
internal sealed class TableHeads
{
    private readonly ProgrammationContent _content;
    private readonly ProgrammationLayout _layout;
    private readonly string[] _decisions;
    private readonly string[] _renewals;

    public TableHeads(ProgrammationContent content, ProgrammationLayout layout, ProgrammationWords words, Draw draw)
    {
        (_content, _layout) = (content, layout);
        CostLabel = draw.Pick(words.CostLabels);
        var (payer, amount) = (draw.Pick(words.Headers.Payer), WithUnit(draw.Pick(words.Headers.Amount)));
        var year = content.Year.ToString(System.Globalization.CultureInfo.InvariantCulture);
        var (requested, granted) = (draw.Pick(words.Headers.Requested).Replace("{year}", year, StringComparison.Ordinal), draw.Pick(words.Headers.Granted).Replace("{year}", year, StringComparison.Ordinal));
        // Words of these cells are drawn only where they stand, so that other documents stay as they were.
        _decisions = layout.Fields.Contains(Field.Decision) ? [draw.Pick(words.Cells.Accepted), draw.Pick(words.Cells.Refused), draw.Pick(words.Cells.Deferred)] : [];
        _renewals = layout.Fields.Contains(Field.Renewal) ? [draw.Pick(words.Cells.New), draw.Pick(words.Cells.Renewed)] : [];
        Columns = [.. layout.Fields.SelectMany(field => ColumnsOf(field, payer, amount, requested, granted))];
    }

    /// <summary>What the cost is called where it stands among payers.</summary>
    public string CostLabel { get; }

    /// <summary>How this document writes a decision.</summary>
    public string DecisionOf(Decision decision) => _decisions[(int)decision];

    /// <summary>How this document writes whether an action goes on.</summary>
    public string RenewalOf(bool isRenewed) => _renewals[isRenewed ? 1 : 0];

    /// <summary>The columns from left to right.</summary>
    public ImmutableArray<PlannedColumn> Columns { get; }

    /// <summary>The header rows.</summary>
    public ImmutableArray<ImmutableArray<Cell>> Rows()
    {
        if (_layout.Money is not (MoneyForm.PlanColumns or MoneyForm.GrantColumns or MoneyForm.YearColumns))
            return [[.. Columns.Select((column, index) => Head(index, column.Header))]];
        var (upper, lower) = (new List<Cell>(), new List<Cell>());
        foreach (var (index, column) in Columns.Index())
        {
            if (column.Payer is null)
            {
                upper.Add(Head(index, column.Header) with { RowSpan = 2 });
                continue;
            }

            lower.Add(Head(index, column.Header));
            if (column.IsBefore || (_layout.Money == MoneyForm.GrantColumns && column.Status == FundingStatus.Requested))
                upper.Add(Head(index, LabelOf(column)) with { ColumnSpan = 2 });
            else if (_layout.Money == MoneyForm.PlanColumns && column.Payer == _content.Payers[0])
                upper.Add(Head(index, _layout.Headers[Field.Money]) with { ColumnSpan = _content.Payers.Length });
        }

        return [[.. upper], [.. lower]];
    }

    /// <summary>What names the money of a column.</summary>
    public string LabelOf(PlannedColumn column) =>
        column.Payer is { } payer ? payer.Label + (_layout.Money is MoneyForm.GrantColumns or MoneyForm.YearColumns ? "" : _layout.UnitSuffix) : column.Header;

    // « € (en €) » nobody writes.
    private string WithUnit(string header) => header.Contains('€', StringComparison.Ordinal) ? header : header + _layout.UnitSuffix;

    private string Year(int offset) => (_content.Year + offset).ToString(System.Globalization.CultureInfo.InvariantCulture);

    private Cell Head(int column, string text) => new(column, text) { IsBold = true, IsShaded = _layout.IsShaded, Side = Side.Middle };

    private IEnumerable<PlannedColumn> ColumnsOf(Field field, string payer, string amount, string requested, string granted) => (field, _layout.Money) switch
    {
        (Field.Cost, _) => [new(field, _layout.Headers[field] + _layout.UnitSuffix, null, FundingStatus.Planned)],
        (Field.Money, MoneyForm.Columns or MoneyForm.PlanColumns) =>
            _content.Payers.Select(body => new PlannedColumn(field, body.Label + _layout.UnitSuffix, body, FundingStatus.Planned)),
        (Field.Money, MoneyForm.GrantColumns) => _content.Payers.SelectMany(body => (PlannedColumn[])[new(field, requested, body, FundingStatus.Requested), new(field, granted, body, FundingStatus.Granted)]),
        (Field.Money, MoneyForm.YearColumns) => _content.Payers.SelectMany(body => (PlannedColumn[])[new(field, Year(-1), body, FundingStatus.Planned) { IsBefore = true }, new(field, Year(0), body, FundingStatus.Planned)]),
        (Field.Money, MoneyForm.Lines) =>
        [
            new(field, payer, null, FundingStatus.Planned) { IsLinePayer = true },
            new(field, amount, null, FundingStatus.Planned) { IsLineAmount = true },
        ],
        _ => [new(field, _layout.Headers[field], null, FundingStatus.Planned)],
    };
}
