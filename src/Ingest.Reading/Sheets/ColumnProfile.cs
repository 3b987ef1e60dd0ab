using System.Collections.Immutable;

namespace Ingest.Reading.Sheets;

/// <summary>
/// What the columns of a part hold below its first row of several cells: figures or words, often or rarely. Rows of one
/// cell (titles, themes) say nothing of columns.
/// </summary>
internal sealed class ColumnProfile
{
    private readonly Dictionary<int, (int Filled, int Figures)> _columns = [];

    /// <summary>The profile of a part.</summary>
    public ColumnProfile(SheetPart part)
    {
        var rows = part.Rows.Where(row => !row.IsSingle).ToList();
        First = rows.Count > 0 ? rows[0] : null;
        // The first row is a header wherever it has no figure; else the part has no header and every row counts.
        Body = [.. rows.Skip(First is { IsWords: true } ? 1 : 0)];
        foreach (var cell in Body.SelectMany(row => row.Cells))
        {
            var (filled, figures) = _columns.GetValueOrDefault(cell.Column);
            _columns[cell.Column] = (filled + 1, figures + (cell.IsFigure ? 1 : 0));
        }
    }

    /// <summary>The first row of several cells; null where there is none.</summary>
    public PartRow? First { get; }

    /// <summary>The rows of several cells below the header, or all of them where there is none.</summary>
    public ImmutableArray<PartRow> Body { get; }

    /// <summary>The columns that at least half of the rows fill.</summary>
    public IEnumerable<int> Usual => _columns.Where(column => column.Value.Filled * 2 >= Body.Length).Select(column => column.Key);

    /// <summary>The columns with anything in them below the header.</summary>
    public IEnumerable<int> Filled => _columns.Keys;

    /// <summary>Whether the column holds figures (true) or words (false) for the most part; null where it is empty.</summary>
    public bool? HoldsFigures(int column) =>
        _columns.TryGetValue(column, out var counts) ? counts.Figures * 2 > counts.Filled : null;
}
