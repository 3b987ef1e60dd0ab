using System.Collections.Immutable;
using Ingest.Model.Pages;

namespace Ingest.Tables.Aligned;

/// <summary>
/// Labels that stand upright above the columns of a table that alignment shows: text turned by a quarter has no place in its lines, and is put
/// into its header afterwards.
/// </summary>
internal sealed class TurnedLabels(ImmutableArray<Word> turned, AlignmentOptions options)
{
    /// <summary>The words among those of a page whose text is turned.</summary>
    public static ImmutableArray<Word> Of(IEnumerable<Word> words) => [.. words.Where(word => word.Direction != TextDirection.Horizontal && word.Text.Any(char.IsLetterOrDigit))];

    /// <summary>The table with its turned labels; as it is where fewer than two stand above its columns.</summary>
    public FilledGrid Place(FilledGrid filled)
    {
        var grid = filled.Grid;
        if (turned.IsEmpty || filled.HeaderRows >= grid.RowCount)
            return filled;
        var top = grid.Rows[filled.HeaderRows];
        var labels = Enumerable.Range(0, grid.ColumnCount)
            .Select(column => turned.Where(word => word.Box.CenterX > Left(grid, column) && word.Box.CenterX < Right(grid, column) && IsAbove(word, top)).ToImmutableArray()).ToList();
        return labels.Count(label => !label.IsEmpty) < 2 ? filled : Put(filled, labels);
    }

    private bool IsAbove(Word word, double top) => word.Box.Bottom <= top + options.ColumnShift && word.Box.Top >= top - options.HighestLabel;

    private double Left(CellGrid grid, int column) => column == 0 ? grid.Columns[0] - options.LabelOverhang : grid.Columns[column];

    private double Right(CellGrid grid, int column) => column == grid.ColumnCount - 1 ? grid.Columns[^1] + options.LabelOverhang : grid.Columns[column + 1];

    private static FilledGrid Put(FilledGrid filled, List<ImmutableArray<Word>> labels)
    {
        var (grid, headers) = (filled.Grid, filled.HeaderRows);
        var places = grid.Places();
        var columns = Enumerable.Range(0, labels.Count).Where(column => !labels[column].IsEmpty).ToList();
        var isFree = headers > 0 && columns.TrueForAll(column => places[headers - 1, column] is var index && filled.Words[index].IsEmpty && grid.Cells[index] is { ColumnSpan: 1, RowSpan: 1 });
        var highest = columns.SelectMany(column => labels[column]).Min(word => word.Box.Top);
        if (isFree)
        {
            var words = filled.Words.ToBuilder();
            foreach (var column in columns)
                words[places[headers - 1, column]] = labels[column];
            return filled with { Words = words.ToImmutable(), Grid = grid with { Rows = headers == 1 ? grid.Rows.SetItem(0, Math.Min(grid.Rows[0], highest)) : grid.Rows } };
        }

        // A row of its own, below labels of groups.
        var top = headers == 0 ? Math.Min(highest, grid.Rows[0]) : grid.Rows[headers];
        var own = Enumerable.Range(0, grid.ColumnCount).Select(column => (Cell: new GridCell(headers, column, 1, 1), Words: labels[column]));
        var cells = grid.Cells.Zip(filled.Words).Select(item => (Cell: item.First.Row < headers ? item.First : item.First with { Row = item.First.Row + 1 }, Words: item.Second)).Concat(own)
            .OrderBy(item => item.Cell.Row).ThenBy(item => item.Cell.Column).ToList();
        return filled with
        {
            Grid = grid with { Rows = grid.Rows.Insert(headers, top), Cells = [.. cells.Select(item => item.Cell)] },
            Words = [.. cells.Select(item => item.Words)],
            HeaderRows = headers + 1,
        };
    }
}
