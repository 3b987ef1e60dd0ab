using System.Collections.Immutable;
using Ingest.Model.Provenance;
using Ingest.Tables;
using Ingest.Vocabulary;

namespace Ingest.Segmentation.Conventions;

/// <summary>
/// Reads sheets: tables with a label in the first column and its value in the second, an objective or several a table (« Enjeu | … »,
/// « Orientation | … », « Objectif | … », « Objectifs opérationnels | … »).
/// </summary>
internal sealed class StrategySheets(StrategyHeaders headers, StrategyVocabulary vocabulary, LabelReader marks, ItemSplitter splitter)
{
    // A label and what stands under it: two levels at least make a sheet of a strategy.
    private const int LeastLevels = 2;

    /// <summary>The labels and items of a sheet in order, and what no field is for; null where the table is none.</summary>
    public StrategyCard? Read(Table table)
    {
        if (table.ColumnCount != 2)
            return null;
        var rows = StrategyRun.OfTable(table);
        if (OfOneTitle(rows) is { } titled)
            return titled;
        var levels = rows.Select(row => row.Cells[0].IsEmpty || row.Cells[1].IsEmpty ? null : headers.LevelOf(row.Cells[0].Text)).ToList();
        var known = levels.OfType<StrategyLevel>().ToList();
        var others = rows.Where((row, index) => levels[index] is null && IsOther(row)).ToList();
        // « Constat », « Partenaires » beside an objective show a sheet as well, or the rest of one behind a page break.
        var titles = rows.Count(row => TitleOf(row) is not null);
        var isSheet = known.Distinct().Count() >= LeastLevels ? (known.Count + others.Count) * 2 >= rows.Length : others.Count > 0 && known.Count + others.Count + titles == rows.Length;
        if (!isSheet || !IsOfRounds(known))
            return null;
        var events = ImmutableArray.CreateBuilder<StrategyEvent>();
        var left = ImmutableArray.CreateBuilder<DraftUnassigned>();
        for (var i = 0; i < rows.Length; i++)
        {
            var value = rows[i].Cells[1];
            if (levels[i] == StrategyLevel.Operational)
                events.Add(ToItems(value, rows));
            else if (levels[i] is { } level)
                events.Add(new LabelEvent($"sheet {level}", level, ToLabel(LabelText.Flat(LabelText.WordsOf(value)))));
            else if (TitleOf(rows[i]) is { } title)
                events.Add(new LabelEvent(title.Kind, title.Level, title.ToDraft()) { Numbers = title.Numbers });
            else
                Leave(left, rows[i]);
        }

        return new StrategyCard(events.ToImmutable(), left.ToImmutable());
    }

    // Levels go down; several objectives in one table each go down to what will be done.
    private static bool IsOfRounds(List<StrategyLevel> levels) => Enumerable.Range(1, Math.Max(0, levels.Count - 1)).All(index => levels[index] >= levels[index - 1] || levels[index - 1] == StrategyLevel.Operational);

    private bool IsOther(StrategyRow row) => row.Filled.Count() > 1 && vocabulary.HeadsOther(row.Cells[0].Text) && row.Cells[0].Words.Take(LongestHeader + 1).Count() <= LongestHeader;

    // « Orientation 1.A – Vivre dans un quartier en chantier » over the rows of its sheet.
    private ReadLabel? TitleOf(StrategyRow row) => row.Filled.ToList() is [var only] && marks.Read(row.Cells[only]) is { Level: not null, IsExplicit: true, Title.IsEmpty: false } mark ? mark : null;

    // Whose quartiers they are the items say.
    private void Leave(ImmutableArray<DraftUnassigned>.Builder left, StrategyRow row)
    {
        if (row.Filled.ToList() is [var only])
            left.Add(new DraftUnassigned(row.Cells[only], UnassignedReason.NoField));
        else if (!row.Cells[1].IsEmpty && !headers.HeadsQuartiers(row.Cells[0].Text))
            left.Add(new DraftUnassigned(row.Cells[1], UnassignedReason.NoField, row.Cells[0]));
    }

    private const int LongestHeader = 5;

    // « Axe 1 – objectif 2 » over « Intitulé | … » and « Engagements | … »: the band says which level the title is of.
    private StrategyCard? OfOneTitle(ImmutableArray<StrategyRow> rows)
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
        var left = ImmutableArray.CreateBuilder<DraftUnassigned>();
        foreach (var row in rows.Where(row => row != title && row != items))
            Leave(left, row);
        return new StrategyCard([new LabelEvent($"sheet {mark.Level}", mark.Level, mark.ToDraft() with { Title = name, Source = SourceText.Concat([band, name]) }), ToItems(items.Cells[1], rows)], left.ToImmutable());
    }

    private ItemsEvent ToItems(SourceText value, ImmutableArray<StrategyRow> rows)
    {
        var quartiers = rows.FirstOrDefault(row => row.Filled.Count() > 1 && headers.HeadsQuartiers(row.Cells[0].Text))?.Cells[1] ?? SourceText.Empty;
        return new ItemsEvent([.. splitter.Split(value, hasLostBullets: false).Select(text => new DraftItem(text, quartiers))]);
    }

    private DraftLabel ToLabel(SourceText label) => marks.Read(label) is { } mark && (mark.IsExplicit || mark.Level is null) ? mark.ToDraft() : new DraftLabel(null, null, label, label);
}
