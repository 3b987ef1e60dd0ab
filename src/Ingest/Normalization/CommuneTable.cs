using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace Ingest.Normalization;

/// <summary>
/// Communes as lines of one text, in the order of their INSEE codes: a line becomes a record only when it is asked for, so
/// that 35 000 of them load in a few hundredths of a second.
/// </summary>
internal sealed class CommuneTable
{
    private const int LikelyCount = 35_500;

    private readonly string _text;
    private readonly List<int> _starts = new(LikelyCount);
    private readonly Dictionary<int, int> _lineBySiren = new(LikelyCount);
    private readonly Lazy<NameIndex> _names;

    public CommuneTable(string text)
    {
        _text = text;
        IndexLines();
        _names = new(() => new NameIndex(this));
    }

    public RegisteredCommune? ByInsee(string insee)
    {
        var (low, high) = (0, _starts.Count - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var order = Cell(middle, 0).CompareTo(insee, StringComparison.Ordinal);
            if (order == 0)
                return ToCommune(middle);
            (low, high) = order < 0 ? (middle + 1, high) : (low, middle - 1);
        }

        return null;
    }

    public RegisteredCommune? BySiren(string siren) =>
        siren.Length == 9 && int.TryParse(siren, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && _lineBySiren.TryGetValue(number, out var line)
            ? ToCommune(line)
            : null;

    public ImmutableArray<RegisteredCommune> ByFoldedName(string folded) => [.. _names.Value.LinesOf(folded).Select(ToCommune)];

    // Run once over the whole file: worth compiling well at once.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void IndexLines()
    {
        for (var start = _text.IndexOf('\n') + 1; start < _text.Length; start = _text.IndexOf('\n', start) + 1)
        {
            var siren = _text.AsSpan(start + _text.AsSpan(start).IndexOf('\t') + 1);
            siren = siren[..siren.IndexOf('\t')];
            if (siren.Length > 0)
                _lineBySiren[int.Parse(siren, NumberStyles.None, CultureInfo.InvariantCulture)] = _starts.Count;
            _starts.Add(start);
        }
    }

    private RegisteredCommune ToCommune(int line)
    {
        var start = _starts[line];
        var cells = _text[start.._text.IndexOf('\n', start)].Split('\t');
        return new RegisteredCommune(
            cells[0], NullIfEmpty(cells[1]), cells[2], cells[4],
            int.TryParse(cells[5], NumberStyles.None, CultureInfo.InvariantCulture, out var population) ? population : null,
            NullIfEmpty(cells[6]), NullIfEmpty(cells[7]), cells[8].Length == 0 ? [] : [.. cells[8].Split(',')]);
    }

    private ReadOnlySpan<char> Cell(int line, int column)
    {
        var rest = _text.AsSpan(_starts[line]);
        for (; column > 0; column--)
            rest = rest[(rest.IndexOf('\t') + 1)..];
        return rest[..rest.IndexOf('\t')];
    }

    private static string? NullIfEmpty(string cell) => cell.Length == 0 ? null : cell;

    /// <summary>Lines by folded name; lines of the same name are chained, because most names have one.</summary>
    private sealed class NameIndex
    {
        private const int FoldedColumn = 3;

        private readonly Dictionary<string, int> _last = new(LikelyCount, StringComparer.Ordinal);
        private readonly int[] _previous;

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public NameIndex(CommuneTable table)
        {
            _previous = new int[table._starts.Count];
            for (var line = 0; line < _previous.Length; line++)
            {
                var name = table.Cell(line, FoldedColumn).ToString();
                _previous[line] = _last.TryGetValue(name, out var last) ? last : -1;
                _last[name] = line;
            }
        }

        public Stack<int> LinesOf(string folded)
        {
            var lines = new Stack<int>();
            for (var line = _last.GetValueOrDefault(folded, -1); line >= 0; line = _previous[line])
                lines.Push(line);
            return lines;
        }
    }
}
