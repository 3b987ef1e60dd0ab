namespace Ingest.Tables.Aligned;

/// <summary>How far the cells of each column are alike: in where they stand, in what they are.</summary>
internal static class ColumnAgreement
{
    /// <summary>The share of the cells of a column that agree on a left, right or middle, over all columns.</summary>
    public static double Alignment(AlignedTable table, List<PieceLine> body)
    {
        var (aligned, all) = (0, 0);
        for (var column = 0; column < table.Columns.Count; column++)
        {
            var boxes = body.Select(line => line.At(column)).Where(piece => piece is { IsSpanning: false }).Select(piece => piece!.Box).ToList();
            if (boxes.Count < 2)
                continue;
            all += boxes.Count;
            aligned += new[] { Agreeing([.. boxes.Select(box => box.Left)]), Agreeing([.. boxes.Select(box => box.Right)]), Agreeing([.. boxes.Select(box => box.CenterX)]) }.Max();
        }

        return all == 0 ? 0 : (double)aligned / all;
    }

    /// <summary>How pure the columns are, 0.5 to 1: each holds figures or texts.</summary>
    public static double Purity(AlignedTable table, List<PieceLine> body)
    {
        var (pure, all) = (0, 0);
        for (var column = 0; column < table.Columns.Count; column++)
        {
            var own = body.Select(line => line.At(column)).Where(piece => piece is { IsSpanning: false }).ToList();
            var values = own.Count(piece => piece!.Chunk.IsValue);
            pure += Math.Max(values, own.Count - values);
            all += own.Count;
        }

        return all == 0 ? 1 : (double)pure / all;
    }

    private static int Agreeing(List<double> places)
    {
        places.Sort();
        var (best, from) = (0, 0);
        for (var to = 0; to < places.Count; to++)
        {
            while (places[to] - places[from] > 3)
                from++;
            best = Math.Max(best, to - from + 1);
        }

        return best;
    }
}
