using System.Collections.Immutable;
using Ingest.Tables;
using Ingest.Vocabulary;

namespace Ingest.Segmentation.Conventions;

/// <summary>
/// Reads sheets: tables with a label in the first column and its value in the second, one objective a table (« Enjeu | … »,
/// « Orientation | … », « Objectif | … », « Objectifs opérationnels | … »).
/// </summary>
internal sealed class StrategySheets(StrategyHeaders headers, LabelReader marks, ItemSplitter splitter)
{
    // A label and what stands under it: two levels at least make a sheet of a strategy.
    private const int LeastLevels = 2;

    /// <summary>The labels and items of a sheet in order; null where the table is none.</summary>
    public ImmutableArray<StrategyEvent>? Read(Table table)
    {
        if (table.ColumnCount != 2)
            return null;
        var rows = StrategyRun.OfTable(table);
        var levels = rows.Select(row => row.Cells[0].IsEmpty || row.Cells[1].IsEmpty ? null : headers.LevelOf(row.Cells[0].Text)).ToList();
        var known = levels.OfType<StrategyLevel>().ToList();
        if (known.Distinct().Count() < LeastLevels || known.Count * 2 < rows.Length || known.Zip(known.Skip(1)).Any(pair => pair.Second < pair.First))
            return null;
        var events = ImmutableArray.CreateBuilder<StrategyEvent>();
        for (var i = 0; i < rows.Length; i++)
        {
            var value = rows[i].Cells[1];
            if (levels[i] is not { } level)
                continue;
            if (level == StrategyLevel.Operational)
            {
                events.Add(new ItemsEvent([.. splitter.Split(value, hasLostBullets: false).Select(text => new DraftItem(text))]));
                continue;
            }

            var label = LabelText.Flat(LabelText.WordsOf(value));
            events.Add(new LabelEvent($"sheet {level}", level, marks.Read(label) is { } mark && (mark.IsExplicit || mark.Level is null) ? mark.ToDraft() : new DraftLabel(null, null, label, label)));
        }

        return events.ToImmutable();
    }
}
