using System.Collections.Immutable;
using Ingest.Grammar;
using Ingest.Model.Documents;
using Ingest.Model.Provenance;
using Ingest.Model.Values;

namespace Ingest.Segmentation;

/// <summary>Collects the cost and the payers' money of one action (or of one line of totals) cell by cell.</summary>
internal sealed class MoneyReading(RowKinds kinds, SegmentationOptions options)
{
    private readonly List<DraftFinancing> _financings = [];
    private readonly List<int> _columns = [];
    private readonly List<DraftUnassigned> _left = [];
    private readonly List<(SourceText Cell, Euros? Amount, SourceText Header)> _sums = [];

    /// <summary>The cost, once one was read.</summary>
    public DraftAmount? Cost { get; private set; }

    /// <summary>What the words beside the cost call it.</summary>
    public SourceText CostLabel { get; private set; } = SourceText.Empty;

    /// <summary>How far the cost's money has come.</summary>
    public FundingStatus CostStatus { get; private set; }

    /// <summary>A share that stands with the cost.</summary>
    public DraftShare? CostShare { get; private set; }

    /// <summary>Payers in reading order.</summary>
    public IReadOnlyList<DraftFinancing> Financings => _financings;

    /// <summary>
    /// What found no place. A column of sums says nothing new where it tells the cost or what the payers make again; a sum
    /// that is neither is told.
    /// </summary>
    public IReadOnlyList<DraftUnassigned> Close()
    {
        var paid = Euros.Sum(_financings.Select(financing => financing.Amount?.Amount ?? Euros.Zero));
        return [.. _left, .. _sums.Where(sum => sum.Amount != paid && sum.Amount != Cost?.Amount).Select(sum => new DraftUnassigned(sum.Cell, UnassignedReason.UnnamedAmount, sum.Header))];
    }

    /// <summary>Reads a cell of a cost, payer or plan column.</summary>
    public void ReadCell(SourceText cell, Column column)
    {
        var parsed = MoneyGrammar.ParseCell(cell.Text, column.Scale);
        if (parsed.IsBlank || parsed.IsNothing)
            return;
        if (column.Role == ColumnRole.FinancingSum)
        {
            _sums.Add((cell, parsed.Money?.Amount, column.Header));
            return;
        }

        if (column.Role != ColumnRole.Financings && parsed.Money is { } money)
        {
            // « 5 000 € (dont 2 000 € CAF) »: the detail is told, not lost.
            if (parsed.Mentions.Length > 1)
                _left.Add(new DraftUnassigned(cell.Slice(money.End, cell.Text.Length - money.End), UnassignedReason.WordsBesideAmounts));
            Add(column, ToAmount(cell, money), null);
            return;
        }

        ReadLabelled(cell, column);
    }

    /// <summary>Reads a cell whose payers stand in a cell beside it, line by line where there are several.</summary>
    public void ReadNamed(SourceText cell, Column column, SourceText names)
    {
        var amounts = FindAmounts(cell, column.Scale);
        var labels = names.Paragraphs.Length == amounts.Length
            ? [.. names.Paragraphs.Select(paragraph => new SourceText { Paragraphs = [paragraph] })]
            : amounts.Length == 1 && !names.IsEmpty ? ImmutableArray.Create(names) : [];
        if (amounts.IsEmpty)
        {
            var parsed = MoneyGrammar.ParseCell(cell.Text);
            if (!parsed.IsNothing)
                _left.Add(new DraftUnassigned(cell, UnassignedReason.WordsBesideAmounts));
            return;
        }

        if (labels.IsEmpty)
        {
            _left.Add(new DraftUnassigned(cell, UnassignedReason.UnnamedAmount));
            return;
        }

        for (var i = 0; i < amounts.Length; i++)
        {
            if (kinds.NamesCost(labels[i].Text))
                AddCost(labels[i], amounts[i], null, column.Status);
            else
                AddFinancing(labels[i], amounts[i], null, column);
        }
    }

    /// <summary>Gives a share to the nearest amount on its left.</summary>
    public void ReadShare(SourceText cell, Column column, ImmutableArray<Column> columns)
    {
        if (ShareCell.Read(cell) is not { } share)
        {
            if (!MoneyGrammar.ParseCell(cell.Text).IsNothing)
                _left.Add(new DraftUnassigned(cell, UnassignedReason.WordsBesideAmounts));
            return;
        }

        var amount = columns.LastOrDefault(other => other.Index < column.Index && other.IsMoney);
        if (amount?.Role == ColumnRole.TotalCost)
        {
            CostShare ??= share;
            return;
        }

        var index = amount is null ? -1 : _columns.LastIndexOf(amount.Index);
        if (index >= 0)
            _financings[index] = _financings[index] with { Share = share };
        else
            _left.Add(new DraftUnassigned(cell, UnassignedReason.UnnamedAmount));
    }

    private void ReadLabelled(SourceText cell, Column column)
    {
        var parts = FinancingCell.Parse(cell, column.Scale);
        // « environ 2 000 € » under « Région »: the words name nobody, the header does.
        if (column.Role != ColumnRole.Financings && parts.Amounts is [var only] && !kinds.NamesPayer(only.Label.Text) && !kinds.NamesCost(only.Label.Text))
        {
            Add(column, only.Amount, only.Share);
            if (!only.Label.IsEmpty)
                _left.Add(new DraftUnassigned(only.Label, UnassignedReason.WordsBesideAmounts));
            parts = parts with { Amounts = [] };
        }

        var before = SourceText.Empty;
        foreach (var part in parts.Amounts)
        {
            // « État : demandé 5 500 €, accordé 5 000 € » tells two amounts of one payer.
            var (label, status) = kinds.Parted(WithoutConnector(part.Label));
            if (label.IsEmpty && status is not null)
                label = before;
            before = label;
            if (status is { } told && !label.IsEmpty)
            {
                AddFinancing(label, part.Amount, part.Share, column with { Status = told });
                continue;
            }

            if (kinds.NamesCost(label.Text) || (label.IsEmpty && Cost is null && column.Role is ColumnRole.Financings or ColumnRole.TotalCost))
                AddCost(label, part.Amount, part.Share, column.Status);
            else if (!label.IsEmpty)
                AddFinancing(label, part.Amount, part.Share, column);
            else
                _left.Add(new DraftUnassigned(part.Amount.Source, UnassignedReason.UnnamedAmount));
        }

        if (!parts.Left.IsEmpty && !MoneyGrammar.ParseCell(parts.Left.Text).IsNothing)
            _left.Add(new DraftUnassigned(parts.Left, UnassignedReason.WordsBesideAmounts));
    }

    private void Add(Column column, DraftAmount amount, DraftShare? share)
    {
        if (column.Role is ColumnRole.TotalCost or ColumnRole.Financings)
            AddCost(column.Header, amount, share, column.Status);
        else
            AddFinancing(column.Header, amount, share, column);
    }

    private void AddCost(SourceText label, DraftAmount amount, DraftShare? share, FundingStatus status)
    {
        // A plan may close on a line « Total » that tells the cost again.
        if (Cost?.Amount == amount.Amount)
            return;
        if (Cost is not null)
        {
            _left.Add(new DraftUnassigned(label.IsEmpty ? amount.Source : SourceText.Concat([label, amount.Source]), UnassignedReason.UnnamedAmount));
            return;
        }

        (Cost, CostLabel, CostShare, CostStatus) = (amount, label, share ?? CostShare, status);
    }

    private void AddFinancing(SourceText label, DraftAmount amount, DraftShare? share, Column column)
    {
        // Instalments of one payer are one entry: what it gives in all.
        if (column.AddsTo is { } first && _columns.IndexOf(first) is >= 0 and var at && _financings[at].Amount is { } before)
        {
            var sum = new DraftAmount(SourceText.Concat([before.Source, amount.Source]), before.Amount + amount.Amount, before.Rounding + amount.Rounding, before.IsAmbiguous || amount.IsAmbiguous);
            _financings[at] = _financings[at] with { Amount = sum };
            return;
        }

        _financings.Add(new DraftFinancing { Label = label, Amount = amount, Share = share, Status = column.Status });
        _columns.Add(column.AddsTo ?? column.Index);
    }

    // The words before « Ville » in « dont Ville » lead to it; a heading in a paragraph of its own does not name the payer.
    private SourceText WithoutConnector(SourceText label)
    {
        if (label.Paragraphs.Length > 1 && kinds.IsPlanHeading(new SourceText { Paragraphs = label.Paragraphs[..^1] }.Text))
        {
            _left.Add(new DraftUnassigned(label with { Paragraphs = label.Paragraphs[..^1] }, UnassignedReason.WordsBesideAmounts));
            label = label with { Paragraphs = label.Paragraphs[^1..] };
        }

        // « Autres financements attendus : État »: what announces the plan names nobody.
        var colon = label.Text.LastIndexOf(':');
        if (colon > 0 && kinds.AnnouncesPlan(label.Text[..colon]) && kinds.NamesPayer(label.Text[(colon + 1)..]))
            label = label.Slice(colon + 1, label.Text.Length - colon - 1);
        var words = label.Words.ToList();
        var skip = words.TakeWhile(word => options.LabelConnectors.Contains(Folding.Fold(word.Text))).Count();
        return skip == 0 || skip == words.Count ? label : SourceText.Of(words.Skip(skip));
    }

    private static ImmutableArray<DraftAmount> FindAmounts(SourceText cell, decimal scale) =>
        MoneyGrammar.ParseCell(cell.Text, scale) is var parsed && parsed.Money is { } only
            ? [ToAmount(cell, only)]
            : [.. parsed.Mentions.Select(mention => ToAmount(cell, mention))];

    private static DraftAmount ToAmount(SourceText cell, MoneyMention money) =>
        new(cell.Slice(money.Start, money.Length), money.Amount, money.Unit, money.IsAmbiguous);
}
