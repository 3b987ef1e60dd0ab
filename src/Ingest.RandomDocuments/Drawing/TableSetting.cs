namespace Ingest.RandomDocuments.Drawing;

/// <summary>A cell with its place on a page and the lines that stand there.</summary>
internal sealed record CellBox(Cell Cell, double X0, double Y0, double X1, double Y1, IReadOnlyList<string> Lines, bool IsClosed);

/// <summary>How wide the columns of a table are, how its cells break into lines, and how high its rows become.</summary>
internal sealed class TableSetting
{
    private const double LeastSize = 6;

    private readonly TablePart _table;
    private readonly FontWidths _plain;
    private readonly FontWidths _bold;
    private readonly double[] _edges;
    private readonly Dictionary<(int Row, int Column), List<string>> _lines = [];

    public TableSetting(TablePart table, PageLook look, FontWidths plain, FontWidths bold, double room)
    {
        (_table, _plain, _bold, Size, Padding) = (table, plain, bold, look.FontSize, look.Padding);
        double[] widths;
        while (!(Fits = TryWidths(room, look, out widths)) && Size > LeastSize)
            Size -= 0.5;
        _edges = new double[table.ColumnCount + 1];
        for (var column = 0; column < table.ColumnCount; column++)
            _edges[column + 1] = _edges[column] + widths[column];
        foreach (var (row, cells) in table.Rows.Index())
        {
            foreach (var cell in cells)
                _lines[(row, cell.Column)] = TextLines.Of(cell.Text, FontOf(cell), Size, _edges[cell.Column + cell.ColumnSpan] - _edges[cell.Column] - (2 * Padding));
        }

        Heights = [.. Enumerable.Range(0, table.Rows.Length).Select(row => HeightOf(LineCount(row)))];
        StretchSpans();
    }

    /// <summary>Whether every word has room in its column.</summary>
    public bool Fits { get; }

    /// <summary>Size of the letters.</summary>
    public double Size { get; private set; }

    /// <summary>Space between a cell's edge and its words, in points.</summary>
    public double Padding { get; }

    /// <summary>From one base line to the next.</summary>
    public double Leading => Size * 1.2;

    /// <summary>Height of each row.</summary>
    public double[] Heights { get; }

    /// <summary>Height of a row of so many lines.</summary>
    public double HeightOf(int lines) => (lines * Leading) + (2 * Padding);

    /// <summary>Most lines of a row's cells, those that reach further down left out.</summary>
    public int LineCount(int row) => _table.Rows[row].Where(cell => cell.RowSpan == 1).Select(cell => _lines[(row, cell.Column)].Count).DefaultIfEmpty(1).Max();

    /// <summary>The row behind the last one that cells tie to this one.</summary>
    public int EndOfGroup(int row)
    {
        var end = row + 1;
        for (var at = row; at < end; at++)
            end = Math.Max(end, _table.Rows[at].Select(cell => at + cell.RowSpan).DefaultIfEmpty(end).Max());
        return Math.Min(end, _table.Rows.Length);
    }

    /// <summary>The cells of rows that stand on one page.</summary>
    public List<CellBox> BoxesOf(List<Strip> strips, double top, double left)
    {
        var boxes = new List<CellBox>();
        var y = top;
        for (var at = 0; at < strips.Count; at++)
        {
            var strip = strips[at];
            foreach (var cell in CellsIn(strips, at))
            {
                var end = y + strip.Height;
                for (var below = at + 1; below < strips.Count && strips[below].Row > strip.Row && strips[below].Row < RowOf(cell, strip.Row) + cell.RowSpan; below++)
                    end += strips[below].Height;
                var lines = cell.RowSpan > 1
                    ? (RowOf(cell, strip.Row) == strip.Row ? _lines[(strip.Row, cell.Column)] : [])
                    : [.. _lines[(strip.Row, cell.Column)].Skip(strip.First).Take(strip.End - strip.First)];
                boxes.Add(new CellBox(cell, left + _edges[cell.Column], y, left + _edges[cell.Column + cell.ColumnSpan], end, lines, true));
            }

            y += strip.Height;
        }

        return boxes;
    }

    /// <summary>The rules around them.</summary>
    public IEnumerable<(double X0, double Y0, double X1, double Y1)> RulesOf(List<CellBox> boxes, List<Strip> strips, double top, double left)
    {
        var (right, bottom) = (left + _edges[^1], top + strips.Sum(strip => strip.Height));
        if (_table.Rules == Rules.All)
        {
            foreach (var box in boxes)
            {
                yield return (box.X0, box.Y0, box.X1, box.Y0);
                yield return (box.X0, box.Y1, box.X1, box.Y1);
                yield return (box.X0, box.Y0, box.X0, box.Y1);
                yield return (box.X1, box.Y0, box.X1, box.Y1);
            }
        }

        if (_table.Rules is Rules.Rows or Rules.Frame)
        {
            yield return (left, top, right, top);
            yield return (left, bottom, right, bottom);
        }

        if (_table.Rules == Rules.Frame)
        {
            yield return (left, top, left, bottom);
            yield return (right, top, right, bottom);
        }

        var y = top;
        foreach (var strip in strips)
        {
            y += strip.Height;
            // Below a row no rule cuts a cell that goes on.
            if (_table.Rules == Rules.Rows || (_table.Rules == Rules.Frame && strip.Row == _table.HeaderRows - 1))
            {
                foreach (var box in boxes.Where(box => Math.Abs(box.Y1 - y) < 0.01))
                    yield return (box.X0, y, box.X1, y);
            }
        }
    }

    // Cells that begin in a row, and on a new page those that reach into it from above.
    private IEnumerable<Cell> CellsIn(List<Strip> strips, int at)
    {
        var strip = strips[at];
        var isFirst = at == 0 || strips[at - 1].Row < strip.Row - 1;
        return _table.Rows[strip.Row].Concat(isFirst
            ? Enumerable.Range(0, strip.Row).SelectMany(row => _table.Rows[row].Where(cell => row + cell.RowSpan > strip.Row))
            : []);
    }

    private int RowOf(Cell cell, int near)
    {
        for (var row = near; row >= 0; row--)
        {
            if (_table.Rows[row].Any(other => ReferenceEquals(other, cell)))
                return row;
        }

        return near;
    }

    private FontWidths FontOf(Cell cell) => cell.IsBold ? _bold : _plain;

    private void StretchSpans()
    {
        foreach (var (row, cells) in _table.Rows.Index())
        {
            foreach (var cell in cells.Where(cell => cell.RowSpan > 1))
            {
                var missing = HeightOf(_lines[(row, cell.Column)].Count) - Heights[row..(row + cell.RowSpan)].Sum();
                if (missing > 0)
                    Heights[row + cell.RowSpan - 1] += missing;
            }
        }
    }

    // Each column as wide as its longest word, the rest of the room by how much its cells would like.
    private bool TryWidths(double room, PageLook look, out double[] widths)
    {
        var (least, wished) = (new double[_table.ColumnCount], new double[_table.ColumnCount]);
        foreach (var cell in _table.Rows.SelectMany(row => row).Where(cell => cell.ColumnSpan == 1))
        {
            var font = FontOf(cell);
            var words = cell.Number is not null && !look.BreaksAmounts ? [cell.Text] : cell.Text.Split(' ', '\n');
            least[cell.Column] = Math.Max(least[cell.Column], words.Max(word => font.Of(word, Size)) + (2 * Padding) + 0.5);
            wished[cell.Column] = Math.Max(wished[cell.Column], cell.Text.Split('\n').Max(line => font.Of(line, Size)) + (2 * Padding) + 0.5);
        }

        for (var column = 0; column < least.Length; column++)
            least[column] = Math.Max(least[column], 20);
        // Long texts do not starve the others.
        var most = room / 3;
        wished = [.. wished.Select((width, column) => Math.Max(least[column], Math.Min(width, most)))];
        var (sumLeast, sumWished) = (least.Sum(), wished.Sum());
        if (sumWished <= room)
        {
            var stretch = look.FillsPage ? room / sumWished : 1;
            widths = [.. wished.Select(width => width * stretch)];
            return true;
        }

        var share = sumWished > sumLeast ? Math.Max(0, room - sumLeast) / (sumWished - sumLeast) : 0;
        widths = [.. least.Select((width, column) => width + ((wished[column] - width) * share))];
        return sumLeast <= room;
    }
}
