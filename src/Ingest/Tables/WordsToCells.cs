using System.Collections.Immutable;
using Ingest.Layout;
using Ingest.Model.Findings;
using Ingest.Model.Pages;
using Ingest.Model.Provenance;
using Ingest.Tables.Aligned;
using Ingest.Tables.Tagged;

namespace Ingest.Tables;

/// <summary>A grid whose words are in their cells.</summary>
/// <param name="Grid">The grid.</param>
/// <param name="Words">For each cell of the grid, its words in the order of the content stream.</param>
internal sealed record FilledGrid(CellGrid Grid, ImmutableArray<ImmutableArray<Word>> Words)
{
    /// <summary>How many cells hold words.</summary>
    public int FilledCells => Words.Count(words => !words.IsEmpty);

    /// <summary>How it was found.</summary>
    public TableMethod Method { get; init; } = TableMethod.Ruled;

    /// <summary>The way its text runs on the page: its grid is that of a reader who tilts the head (<see cref="ReadingFrame"/>).</summary>
    public TextDirection Direction { get; init; }

    /// <summary>Left and right of the words of each column; empty where the sides of the columns are drawn.</summary>
    public ImmutableArray<Run> Stripes { get; init; } = [];

    /// <summary>Area on the page in points.</summary>
    public Box Box => ReadingFrame.FrameToPage(Grid.Box, Direction);

    /// <summary>Area of a cell on the page in points.</summary>
    public Box BoxOf(GridCell cell) => ReadingFrame.FrameToPage(Grid.BoxOf(cell), Direction);

    /// <summary>What the source says of its rows; null where it says nothing.</summary>
    public TaggedRows? Tagged { get; init; }

    /// <summary>Whether cells hold tables of their own, told as their text.</summary>
    public bool HasNested { get; init; }

    /// <summary>How many first rows are a header by their look; 0 when unknown.</summary>
    public int HeaderRows { get; init; }

    /// <summary>The lines that it was read from by their alignment; null where it was found otherwise.</summary>
    public AlignedSource? Aligned { get; init; }

    /// <summary>How sure it is a table, and why.</summary>
    public TableScore Score { get; init; } = TableScore.Certain;
}

/// <summary>Words → the cell in which their centre lies.</summary>
internal static class WordsToCells
{
    /// <summary>Puts each word into its cell, and drops the columns and rows that are slivers without words.</summary>
    /// <param name="grid">The grid.</param>
    /// <param name="words">Words whose centre lies in the grid's area.</param>
    /// <param name="options">Thresholds.</param>
    public static FilledGrid Fill(CellGrid grid, IReadOnlyList<Word> words, TableOptions options)
    {
        var first = Assign(grid, words);
        var slim = grid.Without(Slivers(first, isColumn: true, options), Slivers(first, isColumn: false, options));
        return ReferenceEquals(slim, grid) ? first : Assign(slim, words);
    }

    /// <summary>The finding for words that are in no cell or in two, or null when each is in one.</summary>
    public static Finding? Check(IReadOnlyCollection<Word> words, FilledGrid filled, int page)
    {
        var counts = words.ToDictionary(word => word, _ => 0, ReferenceEqualityComparer.Instance as IEqualityComparer<Word>);
        foreach (var word in filled.Words.SelectMany(cell => cell))
            counts[word] = counts.GetValueOrDefault(word) + 1;
        var astray = counts.Where(pair => pair.Value != 1).Select(pair => pair.Key).ToList();
        if (astray.Count == 0)
            return null;
        var evidence = SourceText.Of(astray.Select(word => LinesToText.ToSource(word, page))).ToEvidence();
        return StructureFindings.WordsNotConserved.At(null, evidence, astray.Count, astray[0].Text);
    }

    private static FilledGrid Assign(CellGrid grid, IReadOnlyList<Word> words)
    {
        var places = grid.Places();
        var cells = grid.Cells.Select(_ => ImmutableArray.CreateBuilder<Word>()).ToArray();
        foreach (var word in words)
            cells[places[Stripe(grid.Rows, word.Box.CenterY), Stripe(grid.Columns, word.Box.CenterX)]].Add(word);
        return new FilledGrid(grid, [.. cells.Select(cell => cell.ToImmutable())]);
    }

    private static int Stripe(ImmutableArray<double> edges, double position)
    {
        var index = edges.BinarySearch(position);
        return Math.Clamp(index < 0 ? ~index - 1 : index, 0, edges.Length - 2);
    }

    // Narrower than a letter and without words of their own: what double borders and crooked rules leave behind.
    private static HashSet<int> Slivers(FilledGrid filled, bool isColumn, TableOptions options)
    {
        var grid = filled.Grid;
        var edges = isColumn ? grid.Columns : grid.Rows;
        var slivers = Enumerable.Range(0, edges.Length - 1).Where(stripe => edges[stripe + 1] - edges[stripe] < options.Sliver).ToHashSet();
        for (var index = 0; index < grid.Cells.Length; index++)
        {
            var cell = grid.Cells[index];
            if ((isColumn ? cell.ColumnSpan : cell.RowSpan) == 1 && !filled.Words[index].IsEmpty)
                slivers.Remove(isColumn ? cell.Column : cell.Row);
        }

        return slivers.Count < edges.Length - 1 ? slivers : [];
    }
}
