using System.Collections.Immutable;
using Ingest.Grammar;
using Ingest.Model.Provenance;
using Ingest.Vocabulary;

namespace Ingest.Segmentation.Conventions;

/// <summary>What a column of a strategy's table holds.</summary>
internal enum ColumnUse
{
    /// <summary>Labels of a level.</summary>
    Label,

    /// <summary>What will be done.</summary>
    Items,

    /// <summary>Neighbourhoods.</summary>
    Quartier,

    /// <summary>Something that the contract has no field for: partners, calendar.</summary>
    Other,
}

/// <summary>A column of a strategy's table.</summary>
/// <param name="Use">What it holds.</param>
/// <param name="Level">The level of its labels, as far as its header says.</param>
/// <param name="Header">Its header; empty without one.</param>
internal sealed record StrategyColumn(ColumnUse Use, StrategyLevel? Level, SourceText Header);

/// <summary>The columns of a strategy's table.</summary>
/// <param name="All">From left to right.</param>
internal sealed record StrategyColumns(ImmutableArray<StrategyColumn> All)
{
    /// <summary>The columns of labels, from left to right.</summary>
    public ImmutableArray<int> Labels { get; } = [.. Enumerable.Range(0, All.Length).Where(column => All[column].Use == ColumnUse.Label)];

    /// <summary>The column of items; -1 without one.</summary>
    public int Items { get; } = Last(All, ColumnUse.Items);

    /// <summary>The column of neighbourhoods; -1 without one.</summary>
    public int Quartiers { get; } = Last(All, ColumnUse.Quartier);

    private static int Last(ImmutableArray<StrategyColumn> columns, ColumnUse use) =>
        Enumerable.Range(0, columns.Length).Where(column => columns[column].Use == use).DefaultIfEmpty(-1).Max();
}

/// <summary>Tells what the columns of a strategy's table hold, by their headers first and by what stands in them.</summary>
internal sealed class StrategyHeaders(StrategyVocabulary vocabulary, HeaderVocabulary headers, LabelReader marks)
{
    // A term must explain near half of a header; a longer text only mentions it.
    private const double Certain = 0.4;

    // From this score on a label leaves no doubt.
    private const double SureLabel = 0.7;

    // Headers are labels: what is longer is content.
    private const int LongestHeader = 16;

    // Damaged headers share this much of their pairs of letters with one that is known.
    private const double Likeness = 0.6;

    /// <summary>Whether the row is a header.</summary>
    /// <param name="row">The row.</param>
    /// <param name="isFirst">Whether no row of content stands before it in its part.</param>
    /// <param name="known">A header of the same document, or null.</param>
    public bool IsHeader(StrategyRow row, bool isFirst, StrategyRow? known)
    {
        var filled = row.Filled.Select(column => row.Cells[column].Text).ToList();
        if (filled.Exists(text => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length > LongestHeader))
            return false;
        // « Enjeu 2 : Apprendre » is a label, whatever the words of its column.
        if (row.Filled.Any(column => marks.Read(row.Cells[column]) is { IsExplicit: true, Numbers.IsEmpty: false, Title.IsEmpty: false }))
            return false;
        if (known is not null && Similarity(row.Text.Text, known.Text.Text) >= Likeness)
            return true;
        var certain = filled.Where(text => LevelOf(text) is not null).ToList();
        if (filled.Count < 2 || certain.Count == 0)
            return false;
        // One certain header makes its row one where no content stands before it, even if the others are damaged.
        return certain.Count > 1 || isFirst || filled.TrueForAll(text => LevelOf(text) is not null || headers.Match(text) is [{ Score: >= 0.5 }, ..]);
    }

    /// <summary>The columns under a header.</summary>
    public StrategyColumns OfHeader(StrategyRow header, IReadOnlyList<StrategyRow> rows)
    {
        var count = Math.Max(header.Cells.Length, rows.Select(row => row.Cells.Length).DefaultIfEmpty(0).Max());
        var columns = new StrategyColumn?[count];
        var levels = new StrategyLevel?[count];
        foreach (var column in header.Filled)
        {
            var text = header.Cells[column].Text;
            levels[column] = LevelOf(text);
            if (levels[column] is null)
                columns[column] = OtherUse(header.Cells[column]);
        }

        SpreadLevels(header, levels, rows);
        return ToColumns(header, columns, levels, rows);
    }

    /// <summary>The columns of a table without any header: the last one with long texts holds items, those before it labels.</summary>
    public static StrategyColumns OfContent(IReadOnlyList<StrategyRow> rows)
    {
        var count = rows.Max(row => row.Cells.Length);
        var last = Enumerable.Range(0, count).Where(column => rows.Any(row => column < row.Cells.Length && !row.Cells[column].IsEmpty)).DefaultIfEmpty(0).Max();
        return new StrategyColumns([.. Enumerable.Range(0, count).Select(column =>
            new StrategyColumn(column < last ? ColumnUse.Label : column == last ? ColumnUse.Items : ColumnUse.Other, null, SourceText.Empty))]);
    }

    /// <summary>Whether a label announces a title: « Intitulé ».</summary>
    public bool HeadsTitle(string label) => headers.Match(label) is [{ Role: HeaderRole.Title, Score: >= SureLabel }, ..] && LevelOf(label) is null;

    /// <summary>Whether a label announces neighbourhoods.</summary>
    public bool HeadsQuartiers(string label) => headers.Match(label) is [{ Role: HeaderRole.Quartier, Score: >= SureLabel }, ..];

    /// <summary>The level that a header announces; null where it says none with certainty.</summary>
    public StrategyLevel? LevelOf(string header) => vocabulary.MatchHeader(header) is [{ Score: >= Certain } best, ..] ? best.Level : null;

    // A header over several columns, « Objectifs de la stratégie », covers the level that it names and those above it.
    private static void SpreadLevels(StrategyRow header, StrategyLevel?[] levels, IReadOnlyList<StrategyRow> rows)
    {
        for (var column = 0; column < levels.Length; column++)
        {
            if (levels[column] is not { } level || level == StrategyLevel.Operational)
                continue;
            var last = column;
            while (last + 1 < levels.Length && (last + 1 >= header.Cells.Length || header.Cells[last + 1].IsEmpty) && HasContent(rows, last + 1))
                last++;
            for (var i = last; i > column; i--)
                levels[i] = level;
            for (var i = column; i < last; i++)
                levels[i] = (StrategyLevel)Math.Max(0, (int)level - (last - i));
        }
    }

    private static StrategyColumns ToColumns(StrategyRow header, StrategyColumn?[] columns, StrategyLevel?[] levels, IReadOnlyList<StrategyRow> rows)
    {
        var items = Array.FindLastIndex(levels, level => level == StrategyLevel.Operational);
        // Where no header says « actions », the last column of texts holds them if they are longer than labels.
        if (items < 0)
        {
            var last = Enumerable.Range(0, levels.Length).Where(column => columns[column] is null && HasContent(rows, column)).DefaultIfEmpty(-1).Max();
            items = last > 0 && levels[last] is null && AverageWords(rows, last) > AverageWords(rows, last - 1) ? last : -1;
        }

        return new StrategyColumns([.. Enumerable.Range(0, levels.Length).Select(column => columns[column] ?? new StrategyColumn(
            column == items ? ColumnUse.Items : (items < 0 || column < items) && HasContent(rows, column) ? ColumnUse.Label : ColumnUse.Other,
            levels[column],
            column < header.Cells.Length ? header.Cells[column] : SourceText.Empty))]);
    }

    // Partners, calendar, neighbourhoods: what the words of programmations know and no level of a strategy is.
    private StrategyColumn? OtherUse(SourceText header) => vocabulary.HeadsOther(header.Text) ? new StrategyColumn(ColumnUse.Other, null, header) : headers.Match(header.Text) is [{ Score: >= 0.5 } best, ..]
        ? best.Role switch
        {
            HeaderRole.Quartier => new StrategyColumn(ColumnUse.Quartier, null, header),
            HeaderRole.Porteur or HeaderRole.Period or HeaderRole.Public or HeaderRole.Contact or HeaderRole.Remarks or HeaderRole.Year or HeaderRole.Number
                or HeaderRole.Renewal or HeaderRole.Commune or HeaderRole.Financer or HeaderRole.Financing => new StrategyColumn(ColumnUse.Other, null, header),
            _ => null,
        }
        : null;

    private static bool HasContent(IReadOnlyList<StrategyRow> rows, int column) => rows.Any(row => column < row.Cells.Length && !row.Cells[column].IsEmpty);

    private static double AverageWords(IReadOnlyList<StrategyRow> rows, int column) =>
        rows.Where(row => column < row.Cells.Length && !row.Cells[column].IsEmpty).Select(row => (double)row.Cells[column].Words.Count()).DefaultIfEmpty(0).Average();

    /// <summary>
    /// Likeness of two texts, 0..1, by the pairs of letters that they share (L. R. Dice, 1945, over character bigrams): what
    /// damage to some letters leaves standing.
    /// </summary>
    private static double Similarity(string left, string right)
    {
        var (a, b) = (Pairs(left), Pairs(right));
        if (a.Count == 0 || b.Count == 0)
            return 0;
        var rest = new List<string>(b);
        var shared = a.Count(rest.Remove);
        return 2.0 * shared / (a.Count + b.Count);
    }

    private static List<string> Pairs(string text)
    {
        var letters = Folding.Fold(text).Replace(" ", "", StringComparison.Ordinal);
        return [.. Enumerable.Range(0, Math.Max(0, letters.Length - 1)).Select(i => letters.Substring(i, 2))];
    }
}
