using System.Collections.Immutable;
using Ingest.Model.Provenance;
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
        if (OfOneTitle(rows) is { } titled)
            return titled;
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
                events.Add(ToItems(value, rows));
                continue;
            }

            events.Add(new LabelEvent($"sheet {level}", level, ToLabel(LabelText.Flat(LabelText.WordsOf(value)))));
        }

        return events.ToImmutable();
    }

    // « Axe 1 – objectif 2 » over « Intitulé | … » and « Engagements | … »: the band says which level the title is of.
    private ImmutableArray<StrategyEvent>? OfOneTitle(ImmutableArray<StrategyRow> rows)
    {
        var title = rows.FirstOrDefault(row => row.Filled.Count() > 1 && headers.HeadsTitle(row.Cells[0].Text));
        var items = rows.FirstOrDefault(row => row.Filled.Count() > 1 && headers.LevelOf(row.Cells[0].Text) == StrategyLevel.Operational);
        if (title is null || items is null || rows[0].Filled.Count() != 1)
            return null;
        var band = rows[0].Cells[rows[0].Filled.First()];
        var dash = band.Text.LastIndexOfAny(['–', '—', '/', '>', '-']);
        var mark = dash > 0 && marks.Read(band.Slice(dash + 1, band.Text.Length - dash - 1)) is { Level: not null } last ? last : marks.Read(band) is { Level: not null, IsExplicit: true } whole ? whole : null;
        if (mark is null)
            return null;
        var name = LabelText.Flat(LabelText.WordsOf(title.Cells[1]));
        return [new LabelEvent($"sheet {mark.Level}", mark.Level, mark.ToDraft() with { Title = name, Source = SourceText.Concat([band, name]) }), ToItems(items.Cells[1], rows)];
    }

    private ItemsEvent ToItems(SourceText value, ImmutableArray<StrategyRow> rows)
    {
        var quartiers = rows.FirstOrDefault(row => row.Filled.Count() > 1 && headers.HeadsQuartiers(row.Cells[0].Text))?.Cells[1] ?? SourceText.Empty;
        return new ItemsEvent([.. splitter.Split(value, hasLostBullets: false).Select(text => new DraftItem(text, quartiers))]);
    }

    private DraftLabel ToLabel(SourceText label) => marks.Read(label) is { } mark && (mark.IsExplicit || mark.Level is null) ? mark.ToDraft() : new DraftLabel(null, null, label, label);
}
