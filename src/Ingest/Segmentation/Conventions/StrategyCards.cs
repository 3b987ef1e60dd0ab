using System.Collections.Immutable;
using Ingest.Model.Provenance;
using Ingest.Tables;
using Ingest.Vocabulary;

namespace Ingest.Segmentation.Conventions;

/// <summary>What a card says.</summary>
/// <param name="Events">Its label and items.</param>
/// <param name="Left">What stands under headers that no field is for.</param>
internal sealed record StrategyCard(ImmutableArray<StrategyEvent> Events, ImmutableArray<DraftUnassigned> Left);

/// <summary>
/// Reads cards: boxes of an objective, each cell with a header of its own (« Objectif 1 – … », « Constats … », « Objectifs opérationnels … »,
/// « Pilote … »); and overviews with an enjeu a column.
/// </summary>
internal sealed class StrategyCards(StrategyHeaders headers, StrategyVocabulary vocabulary, LabelReader marks, ItemSplitter splitter)
{
    // Beside the label and its items, one cell may say something that no header announces.
    private const int MostUnknown = 1;

    private const int LeastColumns = 2;

    /// <summary>The labels and items of a card or an overview in order; null where the table is neither.</summary>
    public StrategyCard? Read(Table table)
    {
        var grid = new TableGrid(table);
        return grid.RowCount == 0 ? null : OfColumns(grid) ?? OfEngagements(grid) ?? OfCells(grid);
    }

    // « Défi 1 … | Défi 2 … | Défi 3 … » over what stands under each.
    private StrategyCard? OfColumns(TableGrid grid)
    {
        var heads = grid.StartingIn(0);
        if (heads.Length < LeastColumns || grid.RowCount < 2 || !heads.All(cell => cell.ColumnSpan == 1 && LabelOf(cell.Text) is { Level: StrategyLevel.Enjeu }))
            return null;
        var events = ImmutableArray.CreateBuilder<StrategyEvent>();
        foreach (var head in heads)
        {
            AddLabel(events, LabelOf(head.Text)!);
            for (var row = 1; row < grid.RowCount; row++)
            {
                if (grid.At(row, head.Column) is { } cell && cell.Row == row && !cell.Text.IsEmpty)
                    AddParts(events, cell.Text);
            }
        }

        return new StrategyCard(events.ToImmutable(), []);
    }

    // « L'État s'engage à : | Les collectivités s'engagent à : » over what each will do.
    private StrategyCard? OfEngagements(TableGrid grid)
    {
        var heads = grid.StartingIn(0);
        if (heads.Length < LeastColumns || grid.RowCount < 2 || !heads.All(cell => IsLead(cell.Text.Text)))
            return null;
        var cells = heads.SelectMany(head => Enumerable.Range(1, grid.RowCount - 1).Select(row => grid.At(row, head.Column) is { } cell && cell.Row == row && cell.Column == head.Column && !cell.Text.IsEmpty ? cell : null)).OfType<TableCell>();
        return new StrategyCard([.. cells.Select(cell => ToItems(cell.Text))], []);
    }

    private bool IsLead(string header) => header.TrimEnd() is [.., ':'] && vocabulary.IsFunctionWord(header.TrimEnd(':', ' ', '\u00A0').Split(' ', '\u00A0')[^1]);

    private void AddParts(ImmutableArray<StrategyEvent>.Builder events, SourceText cell)
    {
        var items = new List<SourceParagraph>();
        void Close()
        {
            if (items.Count > 0)
                events.Add(ToItems(new SourceText { Paragraphs = [.. items] }));
            items.Clear();
        }

        foreach (var paragraph in cell.Paragraphs)
        {
            if (LabelOf(new SourceText { Paragraphs = [paragraph] }) is { } label)
            {
                Close();
                AddLabel(events, label);
            }
            else
            {
                items.Add(paragraph);
            }
        }

        Close();
    }

    private StrategyCard? OfCells(TableGrid grid)
    {
        var cells = Enumerable.Range(0, grid.RowCount).SelectMany(row => grid.StartingIn(row)).ToList();
        if (cells.Count < 3 || LabelOf(cells[0].Text) is not { } label || cells.Skip(1).Any(cell => LabelOf(cell.Text) is not null))
            return null;
        var events = ImmutableArray.CreateBuilder<StrategyEvent>();
        var left = ImmutableArray.CreateBuilder<DraftUnassigned>();
        AddLabel(events, label);
        var (known, unknown) = (0, 0);
        var above = new Dictionary<int, SourceText>();
        void LeaveAbove(int column)
        {
            if (above.Remove(column, out var unused))
                left.Add(new DraftUnassigned(unused, UnassignedReason.NoField));
        }

        foreach (var cell in cells.Skip(1))
        {
            var (head, content) = HeadOf(cell.Text);
            // A header in a cell of its own heads the one below it.
            if (head is not null && content.IsEmpty)
            {
                LeaveAbove(cell.Column);
                above[cell.Column] = head;
                continue;
            }

            if (head is null && above.Remove(cell.Column, out var header))
                (head, content) = (header, cell.Text);
            if (head is null)
            {
                unknown++;
                left.Add(new DraftUnassigned(cell.Text, UnassignedReason.NoField));
                continue;
            }

            known++;
            if (headers.LevelOf(head.Text) == StrategyLevel.Operational)
                events.Add(ToItems(content));
            else
                left.Add(new DraftUnassigned(content, UnassignedReason.NoField, head));
        }

        foreach (var column in above.Keys.ToList())
            LeaveAbove(column);
        return known > 1 && unknown <= MostUnknown ? new StrategyCard(events.ToImmutable(), left.ToImmutable()) : null;
    }

    // « Constats », or « Constats : une famille sur trois … »
    private (SourceText? Head, SourceText Content) HeadOf(SourceText cell)
    {
        var first = new SourceText { Paragraphs = [cell.Paragraphs[0]] };
        var colon = first.Text.IndexOf(':', StringComparison.Ordinal);
        // « Pilote : le bailleur » is as short as a header and says both.
        if (colon > 0 && colon < first.Text.TrimEnd().Length - 1 && IsHeader(first.Text[..colon].TrimEnd(' ', '\u00A0')))
            return (first.Slice(0, colon), new SourceText { Paragraphs = [.. first.Slice(colon + 1, first.Text.Length - colon - 1).Paragraphs, .. cell.Paragraphs.Skip(1)] });
        return cell.Paragraphs[0].Marker is null && IsHeader(first.Text.TrimEnd(' ', ':', '\u00A0'))
            ? (first, new SourceText { Paragraphs = [.. cell.Paragraphs.Skip(1)] })
            : (null, cell);
    }

    private bool IsHeader(string text) => headers.LevelOf(text) == StrategyLevel.Operational || (vocabulary.HeadsOther(text) && text.Split(' ').Length <= LongestHeader);

    private const int LongestHeader = 5;

    private ReadLabel? LabelOf(SourceText text) => marks.Read(LabelText.Flat(LabelText.WordsOf(text))) is { IsExplicit: true, Level: not null and not StrategyLevel.Operational, Numbers.IsEmpty: false, Title.IsEmpty: false } label ? label : null;

    private static void AddLabel(ImmutableArray<StrategyEvent>.Builder events, ReadLabel label) => events.Add(new LabelEvent(label.Kind, label.Level, label.ToDraft()) { Numbers = label.Numbers });

    private ItemsEvent ToItems(SourceText text) => new([.. splitter.Split(text, hasLostBullets: false).Select(item => new DraftItem(item))]);
}
