using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Ingest.Reading.Text;

/// <summary>What a run of lines is.</summary>
internal enum RunKind
{
    /// <summary>A paragraph per line.</summary>
    Paragraphs,

    /// <summary>A row per line.</summary>
    Table,

    /// <summary>A list: sign or number, tab, text.</summary>
    List,
}

/// <summary>Tells rows of a table from other lines that have tabs, by the shape of a line and of its neighbours.</summary>
internal static partial class RunShapes
{
    /// <summary>What each run is.</summary>
    public static ImmutableArray<RunKind> Tell(IReadOnlyList<RowRun> runs, PlainTextOptions options)
    {
        var kinds = runs.Select(run => Tell(run, options)).ToArray();
        for (var i = 0; i < kinds.Length; i++)
        {
            // Entries of a table of contents that a page break parts from the rest are few, but of the same shape.
            if (kinds[i] == RunKind.Table && IsBesideContents(i))
                kinds[i] = RunKind.Paragraphs;
        }

        for (var i = 0; i < kinds.Length; i++)
        {
            if (kinds[i] == RunKind.Table && runs[i].Rows.All(IsIndented) && !IsBesideTable(i))
                kinds[i] = RunKind.Paragraphs;
        }

        return [.. kinds];

        bool IsBesideContents(int i) =>
            HasShapeOfContents(runs[i].Rows, options) && (IsContents(i - 1, i) || IsContents(i + 1, i + 1));

        bool IsContents(int other, int later) =>
            other >= 0 && other < kinds.Length && runs[later].FollowsBlank && runs[other].HasTabs
            && kinds[other] == RunKind.Paragraphs && HasShapeOfContents(runs[other].Rows, options);

        bool IsBesideTable(int i) =>
            (i > 0 && runs[i].FollowsBlank && kinds[i - 1] == RunKind.Table)
            || (i + 1 < kinds.Length && runs[i + 1].FollowsBlank && kinds[i + 1] == RunKind.Table);
    }

    private static RunKind Tell(RowRun run, PlainTextOptions options)
    {
        if (!run.HasTabs)
            return RunKind.Paragraphs;
        if (run.Rows.All(row => row.Cells.Length == 2 && ListSign().IsMatch(row.Cells[0]) && !string.IsNullOrWhiteSpace(row.Cells[1])))
            return RunKind.List;
        return run.Rows.Length >= options.FewestContentsLines && HasShapeOfContents(run.Rows, options)
            ? RunKind.Paragraphs
            : RunKind.Table;
    }

    // Text, tab, page number or nothing; the numbers never fall, and there is one at least.
    private static bool HasShapeOfContents(ImmutableArray<TextRow> rows, PlainTextOptions options)
    {
        var last = -1;
        foreach (var row in rows)
        {
            if (row.Cells.Length != 2 || !row.Cells[0].Any(char.IsLetter))
                return false;
            var page = row.Cells[1].Trim();
            if (page.Length == 0)
                continue;
            if (page.Length > options.LongestPageNumber || !page.All(char.IsAsciiDigit))
                return false;
            var number = int.Parse(page, CultureInfo.InvariantCulture);
            if (number < last)
                return false;
            last = number;
        }

        return last >= 0;
    }

    // Nothing but tabs before its only text: set in from the margin.
    private static bool IsIndented(TextRow row) =>
        !string.IsNullOrWhiteSpace(row.Cells[^1]) && row.Cells.SkipLast(1).All(string.IsNullOrWhiteSpace);

    [GeneratedRegex(@"^\s*([-–—•·▪●◦‣→➢✓☐☒]|[0-9]{1,2}[.)]|[a-z]\))\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex ListSign();
}
