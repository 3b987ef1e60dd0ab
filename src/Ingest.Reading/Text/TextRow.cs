using System.Collections.Immutable;

namespace Ingest.Reading.Text;

/// <summary>A line of the file that is not blank.</summary>
/// <param name="Line">Its number, from 1.</param>
/// <param name="Cells">Its parts between tabs; one where it has no tab.</param>
internal sealed record TextRow(int Line, ImmutableArray<string> Cells)
{
    /// <summary>Whether it has a tab.</summary>
    public bool HasTabs => Cells.Length > 1;

    /// <summary>The parts that are not blank.</summary>
    public IEnumerable<string> Filled => Cells.Where(cell => !string.IsNullOrWhiteSpace(cell));
}

/// <summary>Lines that follow one another, all with tabs or all without.</summary>
/// <param name="Rows">The lines.</param>
/// <param name="FollowsBlank">Whether only a blank line or a page break parts it from the run before.</param>
internal sealed record RowRun(ImmutableArray<TextRow> Rows, bool FollowsBlank)
{
    /// <summary>Whether its lines have tabs.</summary>
    public bool HasTabs => Rows[0].HasTabs;
}

/// <summary>Cuts text into lines and runs of lines.</summary>
internal static class TextToRuns
{
    private const char PageBreak = '\f';
    private const char LineBreakInside = '\v';

    /// <summary>The runs in order.</summary>
    public static ImmutableArray<RowRun> Cut(string text)
    {
        var runs = ImmutableArray.CreateBuilder<RowRun>();
        var open = ImmutableArray.CreateBuilder<TextRow>();
        var afterBlank = false;
        foreach (var row in Rows(text))
        {
            if (open.Count > 0 && (row is null || row.HasTabs != open[0].HasTabs))
            {
                runs.Add(new RowRun(open.ToImmutable(), afterBlank));
                open.Clear();
                afterBlank = false;
            }

            if (row is null)
                afterBlank = true;
            else
                open.Add(row);
        }

        if (open.Count > 0)
            runs.Add(new RowRun(open.ToImmutable(), afterBlank));
        return runs.ToImmutable();
    }

    // The lines, null for a blank one or a page break: either cuts. A line break made by hand inside a line
    // (« vertical tab », as word processors save it) stays inside.
    private static IEnumerable<TextRow?> Rows(string text)
    {
        var number = 0;
        foreach (var line in text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').Split('\n'))
        {
            number++;
            var pages = line.Split(PageBreak);
            for (var i = 0; i < pages.Length; i++)
            {
                if (i > 0)
                    yield return null;
                // A row of empty cells is no blank line: the tabs say that the table goes on.
                var isBlank = string.IsNullOrWhiteSpace(pages[i]) && !pages[i].Contains('\t', StringComparison.Ordinal);
                yield return isBlank ? null : new TextRow(number, [.. pages[i].Replace(LineBreakInside, '\n').Split('\t')]);
            }
        }
    }
}
