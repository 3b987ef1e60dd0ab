namespace Ingest.Reading.Imaging;

/// <summary>A rule found in an image: where it lies, row of pixels by row of pixels.</summary>
/// <param name="IsHorizontal">Whether it runs from left to right.</param>
/// <param name="Box">The area that it takes.</param>
/// <param name="Runs">Its runs of ink: line (row, or column of an upright rule), first and last pixel behind.</param>
internal sealed record ImageRuling(bool IsHorizontal, PixelBox Box, IReadOnlyList<(int Line, int From, int To)> Runs);

/// <summary>
/// Rules of a straightened image by run lengths: runs of what is darker than both its sides, longer than any stroke of text, neighbours joined to one rule,
/// pieces that a bad copy broke put together. One implementation for both axes: upright rules are those of the transposed image.
/// </summary>
internal sealed class InkToRulings(OcrImageOptions options)
{
    // Pixels of paper within a run: one row of a rule that lies between two has holes.
    private const int Hole = 2;

    /// <summary>The rules.</summary>
    /// <param name="image">The straightened image on white paper.</param>
    /// <param name="threshold">What is darker is ink.</param>
    /// <param name="dpi">Pixels per inch.</param>
    public IReadOnlyList<ImageRuling> Find(GreyImage image, byte threshold, double dpi)
    {
        var perPoint = dpi / 72;
        var lying = Along(image, threshold, perPoint).Select(rule => new ImageRuling(true, Lying(rule), rule.Runs));
        var upright = Along(Transpose(image), threshold, perPoint).Select(rule => new ImageRuling(false, Upright(rule), rule.Runs));
        return Connected([.. lying, .. upright], perPoint);
    }

    // A short rule is one only where both its ends lie on others: the sides of a low cell. A letter's stem ends in paper.
    private IReadOnlyList<ImageRuling> Connected(List<ImageRuling> rulings, double perPoint)
    {
        var reach = (int)Math.Ceiling(options.RulingReach * perPoint);
        bool IsLong(ImageRuling ruling) => Math.Max(ruling.Box.Width, ruling.Box.Height) >= options.RulingLength * perPoint;
        var longer = rulings.Where(IsLong).ToList();
        bool Ends(ImageRuling ruling, PixelBox end) => longer.Exists(other => other.IsHorizontal != ruling.IsHorizontal && other.Box.Overlaps(end.Inflate(reach)));
        return
        [
            .. longer,
            .. rulings.Where(ruling => !IsLong(ruling) && Ends(ruling, First(ruling)) && Ends(ruling, Last(ruling))),
        ];
    }

    private static PixelBox First(ImageRuling ruling) =>
        ruling.IsHorizontal ? ruling.Box with { Right = ruling.Box.Left + 1 } : ruling.Box with { Bottom = ruling.Box.Top + 1 };

    private static PixelBox Last(ImageRuling ruling) =>
        ruling.IsHorizontal ? ruling.Box with { Left = ruling.Box.Right - 1 } : ruling.Box with { Top = ruling.Box.Bottom - 1 };

    private List<Strip> Along(GreyImage image, byte threshold, double perPoint)
    {
        var strips = new List<Strip>();
        var open = new List<Strip>();
        var isRidge = new bool[image.Width];
        for (var y = 0; y < image.Height; y++)
        {
            Array.Clear(isRidge);
            MarkRidges(image, y, (int)Math.Ceiling(options.ThinSide * perPoint), byte.MaxValue, isRidge);
            MarkRidges(image, y, (int)Math.Ceiling(options.ThickSide * perPoint), threshold, isRidge);
            foreach (var (from, to) in Runs(isRidge, (int)(options.ShortRuling * perPoint / 2)))
            {
                var touched = open.Where(strip => strip.Touches(from, to)).ToList();
                var strip = touched.FirstOrDefault() ?? new Strip();
                foreach (var other in touched.Skip(1))
                {
                    strip.Runs.AddRange(other.Runs);
                    open.Remove(other);
                }

                if (touched.Count == 0)
                    open.Add(strip);
                strip.Runs.Add((y, from, to));
            }

            // A strip that no run has continued for two rows is finished.
            strips.AddRange(open.Where(strip => strip.Last < y - 1));
            open.RemoveAll(strip => strip.Last < y - 1);
        }

        strips.AddRange(open);
        var (thickest, shortest) = (options.RulingThickness * perPoint, options.ShortRuling * perPoint);
        var beside = (int)Math.Ceiling(options.BesideRuling * perPoint);
        var thin = strips.Where(strip => strip.Thickness <= thickest && strip.To - strip.From >= shortest && LiesFree(image, strip, beside));
        return Join([.. thin], perPoint);
    }

    // A rule is darker than both its sides nearly everywhere along it; a line of bold letters goes on above and below.
    private bool LiesFree(GreyImage image, Strip strip, int distance)
    {
        var free = 0;
        foreach (var (line, from, to) in strip.Runs)
        {
            // Where the strip takes several rows, each column counts in the first of them.
            if (line != strip.First && strip.IsCovered(line - 1, from, to))
                continue;
            var above = image.Row(Math.Max(0, line - distance));
            var row = image.Row(line);
            var below = image.Row(Math.Min(image.Height - 1, line + distance + (int)strip.Thickness));
            for (var x = from; x < to; x++)
                free += row[x] + (options.RulingContrast / 2) <= Math.Min(above[x], below[x]) ? 1 : 0;
        }

        return free >= options.FreeShare * (strip.To - strip.From);
    }

    // Pixels darker than what lies at some distance above and below: a rule is a ridge, whatever its ground. The upright strokes of letters are none.
    private void MarkRidges(GreyImage image, int y, int distance, byte darkest, bool[] isRidge)
    {
        var row = image.Row(y);
        var above = image.Row(Math.Max(0, y - distance));
        var below = image.Row(Math.Min(image.Height - 1, y + distance));
        for (var x = 0; x < row.Length; x++)
            isRidge[x] |= row[x] < darkest && row[x] + options.RulingContrast <= Math.Min(above[x], below[x]);
    }

    private static List<(int From, int To)> Runs(ReadOnlySpan<bool> row, int shortest)
    {
        var runs = new List<(int From, int To)>();
        var (from, last) = (-1, -1);
        for (var x = 0; x < row.Length; x++)
        {
            if (!row[x])
                continue;
            if (from < 0 || x - last > Hole + 1)
            {
                if (from >= 0 && last + 1 - from >= shortest)
                    runs.Add((from, last + 1));
                from = x;
            }

            last = x;
        }

        if (from >= 0 && last + 1 - from >= shortest)
            runs.Add((from, last + 1));
        return runs;
    }

    // Pieces on one line with a small gap between are one rule.
    private List<Strip> Join(List<Strip> strips, double perPoint)
    {
        var gap = (int)(options.RulingGap * perPoint);
        var drift = Math.Max(2, (int)perPoint);
        var joined = new List<Strip>();
        foreach (var strip in strips.OrderBy(strip => strip.From))
        {
            var before = joined.FirstOrDefault(other => strip.From - other.To <= gap && Math.Abs(other.Middle - strip.Middle) <= drift && strip.To > other.To);
            if (before is null)
                joined.Add(strip);
            else
                before.Runs.AddRange(strip.Runs);
        }

        return joined;
    }

    private static PixelBox Lying(Strip strip) => new(strip.From, strip.First, strip.To, strip.Last + 1);

    private static PixelBox Upright(Strip strip) => new(strip.First, strip.From, strip.Last + 1, strip.To);

    private static GreyImage Transpose(GreyImage image)
    {
        var pixels = new byte[image.Pixels.Length];
        for (var top = 0; top < image.Height; top += Block)
        {
            for (var left = 0; left < image.Width; left += Block)
            {
                for (var y = top; y < Math.Min(top + Block, image.Height); y++)
                {
                    for (var x = left; x < Math.Min(left + Block, image.Width); x++)
                        pixels[(x * image.Height) + y] = image.Pixels[(y * image.Width) + x];
                }
            }
        }

        return new GreyImage(image.Height, image.Width, pixels);
    }

    // Pixels a side that stay in the processor's cache.
    private const int Block = 64;

    private sealed class Strip
    {
        public List<(int Line, int From, int To)> Runs { get; } = [];

        public int First => Runs.Min(run => run.Line);

        public int Last => Runs.Max(run => run.Line);

        public int From => Runs.Min(run => run.From);

        public int To => Runs.Max(run => run.To);

        public double Middle => (First + Last) / 2.0;

        // Its ink over its length: a rule that lies a little askew stays thin.
        public double Thickness => (double)Runs.Sum(run => (long)(run.To - run.From)) / Math.Max(1, To - From);

        /// <summary>Whether one of its runs on a line takes most of a stretch.</summary>
        public bool IsCovered(int line, int from, int to) => Runs.Exists(run => run.Line == line && Math.Min(run.To, to) - Math.Max(run.From, from) > (to - from) / 2);

        public bool Touches(int from, int to) => Runs[^1] is var (_, start, end) && start <= to + 1 && from <= end + 1;
    }
}
