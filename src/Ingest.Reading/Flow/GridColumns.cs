using System.Collections.Immutable;

namespace Ingest.Reading.Flow;

/// <summary>Where a cell lies between the lines of a table's grid.</summary>
/// <param name="Start">The line at its left.</param>
/// <param name="End">The line at its right.</param>
internal readonly record struct GridSpan(int Start, int End);

/// <summary>
/// The columns that a reader sees. A border dragged in one row only gives the file a line of its own a few points beside the
/// others, and lines that no cell ends at; the file's grid has then more columns than the table shows.
/// </summary>
internal static class GridColumns
{
    /// <summary>For each line of the file's grid, the line of the shown grid that stands for it.</summary>
    /// <param name="rows">The cells of each row.</param>
    /// <param name="widths">Width of each column of the file's grid in twips; may be shorter than the grid.</param>
    /// <param name="tolerance">Lines up to this far apart, in twips, are one where no cell lies between them alone.</param>
    public static ImmutableArray<int> Shown(IReadOnlyList<IReadOnlyList<GridSpan>> rows, IReadOnlyList<int> widths, int tolerance)
    {
        var spans = rows.SelectMany(row => row).ToHashSet();
        var count = spans.Count == 0 ? 0 : spans.Max(span => span.End);
        var used = new bool[count + 1];
        foreach (var span in spans)
            used[span.Start] = used[span.End] = true;
        var shown = ImmutableArray.CreateBuilder<int>(count + 1);
        var current = -1;
        var first = 0;
        for (var line = 0; line <= count; line++)
        {
            var isNew = used[line] && (current < 0 || !IsSame(first, line));
            if (isNew)
            {
                current++;
                first = line;
            }

            shown.Add(Math.Max(current, 0));
        }

        return shown.ToImmutable();

        // Compared with the first line of the group: a chain of small steps must not swallow a column.
        bool IsSame(int from, int to) =>
            Distance(from, to) <= tolerance && !spans.Any(span => span.Start >= from && span.End <= to);

        int Distance(int from, int to) => to > widths.Count ? int.MaxValue : widths.Skip(from).Take(to - from).Sum();
    }
}
