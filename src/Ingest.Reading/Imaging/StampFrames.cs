namespace Ingest.Reading.Imaging;

/// <summary>
/// Frames of stamps that lie so straight that their sides are taken for rules. The sides of a table's cells end on rules or go on behind
/// them, and its inner rules end at its border; the sides of a stamp end at one another and the rules of the table run through them.
/// </summary>
internal sealed class StampFrames(OcrImageOptions options)
{
    /// <summary>Rules without the sides of such frames, and the areas of these.</summary>
    /// <param name="rulings">All rules of the page.</param>
    /// <param name="perPoint">Pixels per point.</param>
    public (IReadOnlyList<ImageRuling> Rulings, IReadOnlyList<PixelBox> Frames) Part(IReadOnlyList<ImageRuling> rulings, double perPoint)
    {
        var (corner, least, most) = ((int)(options.FrameCorner * perPoint), options.MarkSide * perPoint / 2, options.LargestMark * perPoint);
        var sides = rulings.Where(ruling => !ruling.IsLight && ruling.To - ruling.From >= least && ruling.To - ruling.From <= most).ToList();
        var frames = new List<PixelBox>();
        foreach (var across in sides.Where(side => side.IsHorizontal))
        {
            // A bar with two sides that hang from it, or that it stands under, makes a frame; the fourth side may be lost in a rule.
            var hanging = sides.Where(side => !side.IsHorizontal && (IsNear(side.From, Middle(across), corner) || IsNear(side.To, Middle(across), corner))).ToList();
            foreach (var left in hanging.Where(side => IsNear(Middle(side), across.From, corner)))
            {
                foreach (var right in hanging.Where(side => IsNear(Middle(side), across.To, corner) && IsNear(side.From, left.From, corner) && IsNear(side.To, left.To, corner)))
                {
                    var frame = left.Box.Union(right.Box).Union(across.Box);
                    if (!rulings.Any(rule => Parts(rule, frame, corner)) && rulings.Any(rule => RunsThrough(rule, [left, right, across], (int)(options.FrameOvershoot * perPoint))))
                        frames.Add(frame);
                }
            }
        }

        return frames.Count == 0 ? (rulings, []) : ([.. rulings.Where(ruling => !frames.Exists(frame => IsSideOf(ruling, frame, corner)))], Joined(frames));
    }

    // Through a side and on for some way at both of its sides, where the side itself goes on for some way too.
    private static bool RunsThrough(ImageRuling rule, ImageRuling[] sides, int beyond) => Array.Exists(sides, side => side.IsHorizontal != rule.IsHorizontal
        && rule.From <= Middle(side) - beyond && rule.To >= Middle(side) + beyond && Middle(rule) >= side.From + beyond && Middle(rule) <= side.To - beyond);

    // From one side of the frame to the other, well within it: a rule between rows or columns, which a stamp has none of.
    private static bool Parts(ImageRuling rule, PixelBox frame, int corner)
    {
        var (from, to, low, high) = rule.IsHorizontal ? (frame.Left, frame.Right, frame.Top, frame.Bottom) : (frame.Top, frame.Bottom, frame.Left, frame.Right);
        return IsNear(rule.From, from, corner) && IsNear(rule.To, to, corner) && Middle(rule) > low + (2 * corner) && Middle(rule) < high - (2 * corner);
    }

    private static bool IsSideOf(ImageRuling ruling, PixelBox frame, int corner)
    {
        var around = frame.Inflate(corner);
        var lies = ruling.Box.Left >= around.Left && ruling.Box.Right <= around.Right && ruling.Box.Top >= around.Top && ruling.Box.Bottom <= around.Bottom;
        return lies && (ruling.IsHorizontal
            ? IsNear(Middle(ruling), frame.Top, corner) || IsNear(Middle(ruling), frame.Bottom, corner)
            : IsNear(Middle(ruling), frame.Left, corner) || IsNear(Middle(ruling), frame.Right, corner));
    }

    private static List<PixelBox> Joined(List<PixelBox> frames)
    {
        var joined = new List<PixelBox>();
        foreach (var frame in frames)
        {
            var whole = joined.Where(frame.Overlaps).Aggregate(frame, (one, other) => one.Union(other));
            joined.RemoveAll(whole.Overlaps);
            joined.Add(whole);
        }

        return joined;
    }

    private static int Middle(ImageRuling ruling) => ruling.IsHorizontal ? (ruling.Box.Top + ruling.Box.Bottom) / 2 : (ruling.Box.Left + ruling.Box.Right) / 2;

    private static bool IsNear(int one, int other, int reach) => Math.Abs(one - other) <= reach;
}
