using System.Collections.Immutable;
using Ingest.Grammar;
using Ingest.Model.Documents;
using Ingest.Model.Provenance;
using Ingest.Tables;
using Ingest.Vocabulary;

namespace Ingest.Segmentation;

/// <summary>One figure of a line of sums.</summary>
/// <param name="Label">What it is called: the row's label, or the column's where the row has several.</param>
/// <param name="IsCost">Whether it sums costs.</param>
/// <param name="Amount">The money.</param>
/// <param name="Share">The share.</param>
/// <param name="Status">How far the money has come.</param>
/// <param name="Column">Column it stands in.</param>
/// <param name="Basis">What it sums where it names no payer.</param>
internal sealed record TotalFigure(
    SourceText Label, bool IsCost, DraftAmount? Amount, DraftShare? Share, FundingStatus Status, int Column, TotalBasis Basis = TotalBasis.Costs);

/// <summary>A line of sums before it is known what it sums.</summary>
internal sealed record TotalLine
{
    /// <summary>What its label says of its level; null for a line of a recapitulation.</summary>
    public TotalMatch? Level { get; init; }

    /// <summary>Its label.</summary>
    public SourceText Label { get; init; } = SourceText.Empty;

    /// <summary>Its figures.</summary>
    public required ImmutableArray<TotalFigure> Figures { get; init; }

    /// <summary>The theme it stands under.</summary>
    public SourceText Theme { get; init; } = SourceText.Empty;

    /// <summary>The year whose money it sums, where its table holds that of several; empty else.</summary>
    public SourceText Year { get; init; } = SourceText.Empty;

    /// <summary>How many actions come before it.</summary>
    public int Place { get; init; }

    /// <summary>What found no place.</summary>
    public ImmutableArray<DraftUnassigned> Left { get; init; } = [];
}

/// <summary>Reads lines of sums and of recapitulations.</summary>
internal sealed class TotalRows(RowKinds kinds, TerminologyVocabulary terms, SegmentationOptions options)
{
    /// <summary>The figures of a row; null where it has none.</summary>
    public TotalLine? Read(TableGrid grid, int row, ImmutableArray<Column> columns)
    {
        var cells = grid.StartingIn(row);
        var label = cells.First(cell => !RowKinds.IsFigure(cell.Text));
        // « Ville | 600 € » below the costs is what the commune pays, whatever the column.
        var isOfPayer = kinds.NamesPayer(label.Text.Text) && !kinds.NamesCost(label.Text.Text);
        var figures = ImmutableArray.CreateBuilder<TotalFigure>();
        var left = new List<DraftUnassigned>();
        foreach (var cell in cells)
        {
            if (cell == label && !HasMoney(cell.Text))
                continue;
            // A figure may stand in a column that has none elsewhere (a recapitulation inside the table): it has no name of its own.
            var column = cell.ColumnSpan == 1 || columns[cell.Column].IsMoney ? columns[cell.Column] : columns[cell.Column] with { Role = ColumnRole.Unknown };
            if (isOfPayer && column.Role == ColumnRole.TotalCost)
                column = column with { Role = ColumnRole.Unknown };
            if (column.Role == ColumnRole.ReadApart)
                continue;
            if (column.Role == ColumnRole.OtherYear)
                left.Add(new DraftUnassigned(cell.Text, UnassignedReason.OtherYear, column.Header));
            else if (RowKinds.IsPercent(cell.Text) || (column.Role == ColumnRole.Share && RowKinds.IsFigure(cell.Text)))
                AddShare(figures, cell.Text, left);
            else
                AddAmounts(figures, cell == label, cell.Text, column, label.Text, left, columns.Any(other => other.Role == ColumnRole.TotalCost));
        }

        AddInstalments(figures, columns);
        if (figures.Count == 0)
            return null;
        var money = figures.Count(figure => figure.Amount is not null);
        return new TotalLine
        {
            Level = terms.MatchTotal(label.Text.Text),
            Label = label.Text,
            Figures = money > 1 ? figures.ToImmutable() : [.. figures.Select(figure => figure with { Label = LabelOf(figure, label, cells) })],
            Left = [.. left],
        };
    }

    private static void AddInstalments(ImmutableArray<TotalFigure>.Builder figures, ImmutableArray<Column> columns)
    {
        for (var i = figures.Count - 1; i >= 0; i--)
        {
            if (columns[figures[i].Column].AddsTo is not { } first || figures[i].Amount is not { } amount)
                continue;
            var whole = figures.ToList().FindIndex(figure => columns[figure.Column].AddsTo == first);
            if (whole == i || figures[whole].Amount is not { } before)
                continue;
            figures[whole] = figures[whole] with { Amount = new DraftAmount(SourceText.Concat([before.Source, amount.Source]), before.Amount + amount.Amount, before.Rounding + amount.Rounding, before.IsAmbiguous || amount.IsAmbiguous) };
            figures.RemoveAt(i);
        }
    }

    /// <summary>A line of sums with the payers of the row below it, which is its rest.</summary>
    public TotalLine WithRest(TotalLine line, TableGrid grid, int row, ImmutableArray<Column> columns)
    {
        var figures = line.Figures.ToBuilder();
        var left = new List<DraftUnassigned>(line.Left);
        foreach (var cell in grid.StartingIn(row).Where(cell => !cell.Text.IsEmpty))
            AddAmounts(figures, isLabel: false, cell.Text, columns[cell.Column], SourceText.Empty, left, columns.Any(other => other.Role == ColumnRole.TotalCost));
        return line with { Figures = figures.ToImmutable(), Left = [.. left] };
    }

    /// <summary>A line of sums with the shares of the row below it, each under its amount; what fits none is left over.</summary>
    public static TotalLine WithShares(TotalLine line, TableGrid grid, int row)
    {
        var figures = line.Figures.ToBuilder();
        var left = new List<DraftUnassigned>();
        foreach (var cell in grid.StartingIn(row).Where(cell => RowKinds.IsPercent(cell.Text)))
        {
            var index = line.Figures.ToList().FindIndex(figure => figure.Column >= cell.Column && figure.Column < cell.Column + cell.ColumnSpan);
            if (index >= 0 && figures[index].Share is null && ShareCell.Read(cell.Text) is { } share)
                figures[index] = figures[index] with { Share = share };
            else
                left.Add(new DraftUnassigned(cell.Text, UnassignedReason.UnnamedAmount));
        }

        return line with { Figures = figures.ToImmutable(), Left = [.. left] };
    }

    // A line with one figure is called by its own label.
    private SourceText LabelOf(TotalFigure figure, TableCell label, ImmutableArray<TableCell> cells) =>
        // « Total » below the money of the only payer is that payer's.
        cells.Length > 1 && !HasMoney(label.Text) && (figure.IsCost || !kinds.NamesPayer(figure.Label.Text) || !kinds.NamesCost(label.Text.Text)) ? label.Text : figure.Label;

    private void AddAmounts(
        ImmutableArray<TotalFigure>.Builder figures, bool isLabel, SourceText cell, Column column, SourceText label, List<DraftUnassigned> left, bool hasCosts)
    {
        // The bare sum of a column of labelled amounts, beside a column of costs, is what the payers of that column give.
        if (column.Role == ColumnRole.Financings && hasCosts && RowKinds.IsFigure(cell) && !column.Header.IsEmpty && !kinds.NamesCost(column.Header.Text))
            column = column with { Role = ColumnRole.PayerAmount };
        if (column.Role == ColumnRole.FinancingSum || isLabel || column.Role == ColumnRole.Unknown || !column.IsMoney)
        {
            AddUnnamed(figures, cell, column, label, left);
            return;
        }

        var reading = new MoneyReading(kinds, options);
        reading.ReadCell(cell, column);
        if (reading.Cost is { } cost)
            figures.Add(new TotalFigure(reading.CostLabel.IsEmpty ? label : reading.CostLabel, true, cost, reading.CostShare, reading.CostStatus, column.Index));
        foreach (var financing in reading.Financings)
            figures.Add(new TotalFigure(financing.Label, false, financing.Amount, financing.Share, financing.Status, column.Index));
        left.AddRange(reading.Close());
    }

    private void AddUnnamed(ImmutableArray<TotalFigure>.Builder figures, SourceText cell, Column column, SourceText label, List<DraftUnassigned> left)
    {
        var parts = FinancingCell.Parse(cell, column.Scale);
        foreach (var part in parts.Amounts)
        {
            var name = part.Label.IsEmpty ? label : part.Label;
            figures.Add(new TotalFigure(name, kinds.NamesCost(name.Text), part.Amount, part.Share, column.Status, column.Index, TotalBasis.Either));
        }

        if (parts.Amounts.IsEmpty && !MoneyGrammar.ParseCell(cell.Text).IsNothing)
            left.Add(new DraftUnassigned(cell, UnassignedReason.WordsBesideAmounts));
    }

    private static void AddShare(ImmutableArray<TotalFigure>.Builder figures, SourceText cell, List<DraftUnassigned> left)
    {
        if (figures.Count > 0 && figures[^1].Share is null && ShareCell.Read(cell) is { } share)
            figures[^1] = figures[^1] with { Share = share };
        else
            left.Add(new DraftUnassigned(cell, UnassignedReason.UnnamedAmount));
    }

    private static bool HasMoney(SourceText text) => MoneyGrammar.Find(text.Text).Any(mention => mention.HasCurrency);
}
