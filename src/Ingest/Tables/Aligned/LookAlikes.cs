using System.Globalization;
using System.Text.RegularExpressions;
using Ingest.Layout;

namespace Ingest.Tables.Aligned;

/// <summary>What stands in columns as tables do, and is none: prose, blocks, forms, scales, contents, an index, a list.</summary>
internal static partial class LookAlikes
{
    /// <summary>Long texts in nearly all columns, or lines that go on in small letters though they are rows of their own.</summary>
    public static double Prose(AlignedTable table)
    {
        var grid = table.Filled.Grid;
        var longColumns = 0;
        for (var column = 0; column < table.Columns.Count; column++)
        {
            var counts = grid.Cells.Zip(table.Filled.Words).Where(cell => cell.First.Column == column && cell.First.ColumnSpan == 1 && !cell.Second.IsEmpty && cell.First.Row >= table.HeaderRows)
                .Select(cell => cell.Second.Count(word => word.Text.Count(char.IsLetter) > 1)).ToList();
            if (counts.Count > 0 && (counts.Average() > 14 || counts.Where(count => count > 25).Sum() * 2 > counts.Sum()))
                longColumns++;
        }

        var (goesOn, pairs) = (0, 0);
        for (var i = 1; i < table.Lines.Length; i++)
        {
            if (table.Rows[i] == table.Rows[i - 1])
                continue;
            foreach (var piece in table.Lines[i].Pieces.Where(piece => table.Lines[i - 1].At(piece.First) is not null))
            {
                pairs++;
                goesOn += char.IsLower(piece.Chunk.Text.FirstOrDefault()) && piece.Chunk.Words.Length > 2 ? 1 : 0;
            }
        }

        var share = (double)longColumns / table.Columns.Count;
        return (share > 0.6 ? 5 : 0) + (pairs > 2 ? 4 * (double)goesOn / pairs : 0);
    }

    /// <summary>Several bold lines over all columns among plain ones: blocks of text beside each other, each with its title.</summary>
    public static bool AreBlocks(AlignedTable table)
    {
        bool IsBold(PieceLine line) => line.Pieces.Length == table.Columns.Count && line.Pieces.All(piece => piece.Chunk.Words.All(word => word.Font.IsBold));
        var bold = table.Lines.Where(IsBold).Select(line => line.Index).ToList();
        return bold.Count > 1 && bold.Count * 2 < table.Lines.Length && Enumerable.Range(1, bold.Count - 1).All(i => bold[i] > bold[i - 1] + 1);
    }

    /// <summary>« Nom : », « Date : ____ », a box to tick.</summary>
    public static bool IsFormLabel(Piece piece) => piece.Chunk.Text.LastOrDefault() == ':' || piece.Chunk.Text is "/" or "/ /" or "☐" or "□" || piece.Chunk.Text.StartsWith('☐') || piece.Chunk.Text.StartsWith('□');

    /// <summary>
    /// « 600 », « 500 », « 400 »… below each other, mostly alone on their lines: the scale at the side of a chart. Steps of a tariff
    /// stand beside their amounts; ranks and years count by one.
    /// </summary>
    public static bool HasScale(AlignedTable table) => new[] { 0, table.Columns.Count - 1 }.Any(column =>
    {
        var texts = table.Lines.Select(line => line.At(column)).Where(piece => piece is { IsSpanning: false }).Select(piece => piece!.Chunk.Text.Replace(" ", "", StringComparison.Ordinal).TrimEnd('%').Replace(',', '.')).ToList();
        var numbers = texts.Select(text => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : double.NaN).ToList();
        var step = numbers.Count > 4 ? numbers[1] - numbers[0] : 0;
        var alone = table.Lines.Count(line => line.Pieces.Length == 1 && line.At(column) is not null);
        return Math.Abs(step) > 0.001 && Math.Abs(step) != 1 && alone * 2 > texts.Count && Enumerable.Range(1, numbers.Count - 1).All(i => Math.Abs(numbers[i] - numbers[i - 1] - step) < 0.001);
    });

    /// <summary>« 0 10 20 30 40 50 »: the scale of a chart.</summary>
    public static bool IsAxis(PieceLine line)
    {
        var words = line.Pieces.SelectMany(piece => piece.Chunk.Words).Select(word => word.Text.TrimEnd('%').Replace(',', '.')).ToList();
        var numbers = words.Select(text => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : double.NaN).ToList();
        return numbers.Count > 4 && numbers[1] != numbers[0] && numbers[0] < 1900
            && Enumerable.Range(2, numbers.Count - 2).All(i => Math.Abs(numbers[i] - numbers[i - 1] - (numbers[1] - numbers[0])) < 0.001);
    }

    /// <summary>Titles and page numbers that only grow.</summary>
    public static bool IsContents(AlignedTable table)
    {
        var last = table.Lines.Select(line => line.At(table.Columns.Count - 1)).Where(piece => piece is { IsSpanning: false }).Select(piece => piece!.Chunk.Text).ToList();
        var numbers = last.Select(text => int.TryParse(text, out var number) ? number : -1).ToList();
        if (numbers.Count < 3 || numbers.Count(number => number >= 0) < 0.8 * numbers.Count)
            return false;
        var pages = numbers.Where(number => number >= 0).ToList();
        var grows = Enumerable.Range(1, pages.Count - 1).Count(i => pages[i] >= pages[i - 1]);
        var hasLeaders = table.Lines.Count(line => line.Pieces.Any(piece => piece.Chunk.HasLeader)) * 2 > table.Lines.Length;
        return grows >= 0.9 * (pages.Count - 1) && pages[^1] < 1000 && (hasLeaders || (table.Columns.Count <= 3 && (pages.Count > 4 || AreNumbered(table)))) && pages[^1] > pages[0];
    }

    // « Photographie 3. … », « 2.1 … »: what a list of contents names.
    private static bool AreNumbered(AlignedTable table)
    {
        var labels = table.Lines.Select(line => line.At(0)).Where(piece => piece is not null).Select(piece => piece!.Chunk.Text).ToList();
        return labels.Count(text => Numbering().IsMatch(text)) * 2 > labels.Count;
    }

    /// <summary>« Acrotère, 54 », « Clôtures, 12, 67-70 ».</summary>
    public static bool IsIndex(List<Piece> pieces) => pieces.Count(piece => IndexEntry().IsMatch(piece.Chunk.Text)) > 0.4 * pieces.Count;

    [GeneratedRegex(@"^\p{L}* ?\d+(?:\.\d+)*(?: ?[.:)–-]| \p{L})")]
    private static partial Regex Numbering();

    [GeneratedRegex(@"\p{L}.*, \d+(?:[-–]\d+)?(?:, \d+(?:[-–]\d+)?)*$")]
    private static partial Regex IndexEntry();

    /// <summary>A marker or number, and a text; or several such lists side by side.</summary>
    public static bool IsList(AlignedTable table) => IsOneList(table) || AreListsSideBySide(table) || AreItemsSideBySide(table);

    // Each column holds one list, whose items begin with their bullets.
    private static bool AreItemsSideBySide(AlignedTable table) => table.Columns.Count > 1 && Enumerable.Range(0, table.Columns.Count).All(column =>
    {
        var pieces = table.Lines.Select(line => line.At(column)).OfType<Piece>().ToList();
        return pieces.Count > 2 && pieces.Count(piece => !char.IsLetterOrDigit(piece.Chunk.Text[0]) && MarkerGrammar.Look(piece.Chunk.Text.Split(' ')).IsMarker) >= 0.7 * pieces.Count;
    });

    // Every column of texts stands behind one of bullets.
    private static bool AreListsSideBySide(AlignedTable table)
    {
        bool IsOfMarkers(int column) => table.Lines.Select(line => line.At(column)).Where(piece => piece is not null).ToList() is { Count: > 1 } pieces
            && pieces.Count(piece => LineSigns.IsMarker(piece!.Chunk)) > 0.6 * pieces.Count;
        return table.Columns.Count >= 4 && table.Columns.Count % 2 == 0
            && Enumerable.Range(0, table.Columns.Count / 2).All(pair => IsOfMarkers(2 * pair) && !IsOfMarkers((2 * pair) + 1)
                && table.Lines.Count(line => line.At((2 * pair) + 1) is { Chunk.IsValue: true }) < 0.3 * table.Lines.Length);
    }

    private static bool IsOneList(AlignedTable table) => table.Columns.Count == 2
        && table.Lines.Select(line => line.At(0)).Where(piece => piece is not null).ToList() is { Count: > 0 } first
        && first.Count(piece => LineSigns.IsMarker(piece!.Chunk)) > 0.7 * first.Count
        && table.Lines.Count(line => line.At(1) is { Chunk.IsValue: true }) < 0.3 * table.Lines.Length;
}
