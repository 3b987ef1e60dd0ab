using System.Collections.Immutable;
using System.Globalization;
using Ingest.Layout;

namespace Ingest.Tables.Aligned;

/// <summary>Tells two tables that stand beside each other from one: what they have in common is only the height of their lines.</summary>
internal static class SideBySide
{
    /// <summary>The gutter between the two, or null when the columns are those of one table.</summary>
    /// <param name="lines">The lines in their columns.</param>
    /// <param name="columns">The columns.</param>
    /// <param name="edges">The edges of the page: rules that break at the gutter, and none that crosses it.</param>
    /// <param name="options">Thresholds.</param>
    public static Run? Find(ImmutableArray<PieceLine> lines, AlignedColumns columns, IEnumerable<Edge> edges, AlignmentOptions options)
    {
        if (columns.Count < 4)
            return null;
        var size = lines[0].Size;
        var rules = edges.Where(edge => edge.IsHorizontal && edge.Position > lines[0].Top - size && edge.Position < lines[^1].Bottom + size).ToList();
        for (var i = 2; i <= columns.Count - 2; i++)
        {
            var gutter = new Run(columns.Stripes[i - 1].End, columns.Stripes[i].Start);
            if (lines.Any(line => line.Pieces.Any(piece => piece.First < i && piece.Last >= i)) || rules.Exists(rule => rule.Start < gutter.Start - size && rule.End > gutter.End + size))
                continue;
            var isWide = gutter.End - gutter.Start >= options.SideGutter * size;
            if ((RepeatsLabels(lines, i) && AreLabels(lines, i, options)) || (isWide && AreLabels(lines, i, options) && HasOwnRows(lines, i)))
                return gutter;
        }

        return null;
    }

    // The same labels again on one line: « Quartier Nombre Quartier Nombre ».
    private static bool RepeatsLabels(ImmutableArray<PieceLine> lines, int column) => lines.Take(3).Any(line =>
    {
        var left = line.Pieces.Where(piece => piece.Last < column).Select(piece => TextKey.Letters(piece.Chunk.Text)).ToList();
        var right = line.Pieces.Where(piece => piece.First >= column).Select(piece => TextKey.Letters(piece.Chunk.Text)).ToList();
        return left.Count > 2 && line.At(0) is not null && left.Skip(1).SequenceEqual(right.Skip(1));
    });

    // A column of words after one of figures that do not number the rows.
    private static bool AreLabels(ImmutableArray<PieceLine> lines, int column, AlignmentOptions options) =>
        Values(lines, column) < 0.3 && Values(lines, column - 1) >= options.ValueShare && !IsNumbering(lines, column - 1);

    private static bool IsNumbering(ImmutableArray<PieceLine> lines, int column)
    {
        var numbers = lines.Select(line => line.At(column)).Where(piece => piece is { IsSpanning: false, Chunk.IsValue: true }).Select(piece => int.TryParse(piece!.Chunk.Text, CultureInfo.InvariantCulture, out var number) ? number : -1).ToList();
        return numbers.Count > 1 && numbers[0] >= 0 && numbers.Zip(numbers.Skip(1)).All(pair => pair.Second == pair.First + 1);
    }

    private static double Values(ImmutableArray<PieceLine> lines, int column)
    {
        var own = lines.Skip(1).Select(line => line.At(column)).Where(piece => piece is { IsSpanning: false }).ToList();
        return own.Count == 0 ? 0 : (double)own.Count(piece => piece!.Chunk.IsValue) / own.Count;
    }

    // One goes on below the other, or each has titles of its own.
    private static bool HasOwnRows(ImmutableArray<PieceLine> lines, int column)
    {
        var last = lines[^1];
        var hasShorter = last.Pieces.All(piece => piece.Last < column) || last.Pieces.All(piece => piece.First >= column);
        var first = lines[0].Pieces;
        var hasTitles = first.Length == 2 && first[0].Last < column && first[1].First >= column;
        return hasShorter || hasTitles;
    }
}
