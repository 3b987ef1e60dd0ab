namespace Ingest.Tables.Aligned;

/// <summary>What all lines so far leave white.</summary>
internal sealed class WhiteStripes
{
    private List<Run> _stripes = [new Run(double.NegativeInfinity, double.PositiveInfinity)];

    /// <summary>Takes out what the line covers.</summary>
    public void Subtract(ChunkLine line, AlignmentOptions options) => _stripes = Rest(line, options);

    /// <summary>Whether a gutter is left with words of the line, or of lines before it, at both sides.</summary>
    public bool Admits(ChunkLine line, AlignmentOptions options) =>
        Rest(line, options).Any(stripe => !double.IsInfinity(stripe.Start) && !double.IsInfinity(stripe.End) && stripe.End - stripe.Start >= options.MinGutter * line.Size);

    /// <summary>Whether the line stands in one column: it may reach into the gutters at its sides, and covers none wholly.</summary>
    public bool Leaves(ChunkLine line, AlignmentOptions options)
    {
        bool IsGutter(Run stripe) => !double.IsInfinity(stripe.Start) && !double.IsInfinity(stripe.End);
        var least = options.MinGutter * line.Size;
        return _stripes.Where(stripe => IsGutter(stripe) && stripe.Start < line.Box.Right && stripe.End > line.Box.Left)
            .All(stripe => line.Box.Left - stripe.Start >= least || stripe.End - line.Box.Right >= least);
    }

    private List<Run> Rest(ChunkLine line, AlignmentOptions options)
    {
        // Where columns stand close the gap between two cells may be narrower than that which tells chunks.
        var runs = line.Chunks.Length > 1 ? LinesToGutters.ToRuns(line, LinesToGutters.SpaceWidth([line], options)).ToList() : [.. line.Chunks.Select(chunk => new Run(chunk.Box.Left, chunk.Box.Right))];
        var rest = new List<Run>();
        var least = options.MinGutter * line.Size;
        foreach (var stripe in _stripes)
        {
            var start = stripe.Start;
            foreach (var run in runs.Where(run => run.End > stripe.Start && run.Start < stripe.End))
            {
                if (run.Start - start >= least)
                    rest.Add(new Run(start, run.Start));
                start = Math.Max(start, run.End);
            }

            if (stripe.End - start >= least)
                rest.Add(new Run(start, stripe.End));
        }

        return rest;
    }
}
