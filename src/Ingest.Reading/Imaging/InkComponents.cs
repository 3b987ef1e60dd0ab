namespace Ingest.Reading.Imaging;

/// <summary>A connected piece of ink.</summary>
/// <param name="Box">Its area.</param>
/// <param name="Area">Its pixels of ink.</param>
/// <param name="Runs">Its runs: row, first column and the one behind the last.</param>
internal sealed record InkComponent(PixelBox Box, int Area, IReadOnlyList<(int Y, int From, int To)> Runs);

/// <summary>Ink → its connected pieces, run by run (Rosenfeld and Pfaltz 1966 over runs; eight neighbours).</summary>
internal static class InkComponents
{
    /// <summary>The pieces in the order of their first pixel.</summary>
    public static List<InkComponent> Find(GreyImage image, byte threshold)
    {
        var runs = new List<(int Y, int From, int To)>();
        var parents = new List<int>();
        var (before, now) = (0, 0);
        for (var y = 0; y < image.Height; y++)
        {
            var first = runs.Count;
            var row = image.Row(y);
            for (var x = 0; x < row.Length; x++)
            {
                if (row[x] >= threshold)
                    continue;
                var from = x;
                while (x < row.Length && row[x] < threshold)
                    x++;
                runs.Add((y, from, x));
                parents.Add(runs.Count - 1);
            }

            Connect(runs, parents, before, now, first);
            (before, now) = (first, runs.Count);
        }

        return [.. Gather(runs, parents)];
    }

    private static void Connect(List<(int Y, int From, int To)> runs, List<int> parents, int before, int end, int first)
    {
        var above = before;
        for (var i = first; i < runs.Count; i++)
        {
            while (above < end && runs[above].To < runs[i].From)
                above++;
            for (var other = above; other < end && runs[other].From <= runs[i].To; other++)
                Union(parents, other, i);
        }
    }

    private static IEnumerable<InkComponent> Gather(List<(int Y, int From, int To)> runs, List<int> parents)
    {
        var groups = new Dictionary<int, List<(int Y, int From, int To)>>();
        for (var i = 0; i < runs.Count; i++)
        {
            var root = Root(parents, i);
            if (!groups.TryGetValue(root, out var group))
                groups[root] = group = [];
            group.Add(runs[i]);
        }

        foreach (var group in groups.Values)
        {
            var box = new PixelBox(group.Min(run => run.From), group[0].Y, group.Max(run => run.To), group[^1].Y + 1);
            yield return new InkComponent(box, group.Sum(run => run.To - run.From), group);
        }
    }

    private static int Root(List<int> parents, int index)
    {
        while (parents[index] != index)
            index = parents[index] = parents[parents[index]];
        return index;
    }

    private static void Union(List<int> parents, int one, int other)
    {
        var (first, second) = (Root(parents, one), Root(parents, other));
        if (first != second)
            parents[Math.Max(first, second)] = Math.Min(first, second);
    }
}
