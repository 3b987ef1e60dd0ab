namespace Ingest.Reading.Imaging;

/// <summary>A rule found in an image: where it lies, row of pixels by row of pixels.</summary>
/// <param name="IsHorizontal">Whether it runs from left to right.</param>
/// <param name="IsLight">Whether it is lighter than its ground: cells of a dark header are parted by white.</param>
/// <param name="Box">The area that it takes.</param>
/// <param name="Runs">Its runs: line (row, or column of an upright rule), first pixel and the one behind the last.</param>
internal sealed record ImageRuling(bool IsHorizontal, bool IsLight, PixelBox Box, IReadOnlyList<(int Line, int From, int To)> Runs)
{
    /// <summary>Its first pixel along it that stands out from both its sides; before it, the rule was followed through what lies on it.</summary>
    public int SureFrom { get; init; } = IsHorizontal ? Box.Left : Box.Top;

    /// <summary>The pixel behind the last such one.</summary>
    public int SureTo { get; init; } = IsHorizontal ? Box.Right : Box.Bottom;

    /// <summary>First pixel along it.</summary>
    public int From => IsHorizontal ? Box.Left : Box.Top;

    /// <summary>The pixel behind the last one along it.</summary>
    public int To => IsHorizontal ? Box.Right : Box.Bottom;

    /// <summary>The rule from one pixel to another.</summary>
    public ImageRuling Between(int from, int to) => from == From && to == To ? this : this with
    {
        Box = IsHorizontal ? Box with { Left = from, Right = to } : Box with { Top = from, Bottom = to },
        Runs = [.. Runs.Where(run => run.From < to && run.To > from).Select(run => (run.Line, Math.Max(run.From, from), Math.Min(run.To, to)))],
        SureFrom = Math.Clamp(SureFrom, from, to),
        SureTo = Math.Clamp(SureTo, from, to),
    };
}

/// <summary>
/// Rules of a straightened image by run lengths over ridges: pixels that, averaged along the rule, are darker than the even ground on
/// both sides. Averaging brings out hairlines that a copy has made pale and rough, and a line of letters, which goes on above and
/// below, is no ridge. One implementation for both axes: upright rules are those of the transposed image.
/// </summary>
internal sealed class InkToRulings(OcrImageOptions options)
{
    // Pixels of paper within a run: one row of a rule that lies between two has holes.
    private const int Hole = 2;

    /// <summary>The rules.</summary>
    /// <param name="image">The straightened image on white paper.</param>
    /// <param name="fills">Its shaded areas: rules may end at their sides.</param>
    /// <param name="dpi">Pixels per inch.</param>
    public IReadOnlyList<ImageRuling> Find(GreyImage image, IReadOnlyList<ImageFill> fills, double dpi)
    {
        var perPoint = dpi / 72;
        var hasDark = fills.Any(fill => fill.Level <= options.DarkGround);
        var (across, down) = (Along(image, hasDark, perPoint, runsAcross: true), Along(image.Transpose(), hasDark, perPoint, runsAcross: false));
        var least = options.PalestRule * Darkness([.. across, .. down], options.RulingLength * perPoint);
        IEnumerable<ImageRuling> lying = across.Where(rule => rule.Contrast >= least)
            .Select(rule => new ImageRuling(true, rule.IsLight, new PixelBox(rule.From, rule.First, rule.To, rule.Last + 1), rule.Runs) { SureFrom = rule.SureFrom, SureTo = rule.SureTo });
        IEnumerable<ImageRuling> upright = down.Where(rule => rule.Contrast >= least)
            .Select(rule => new ImageRuling(false, rule.IsLight, new PixelBox(rule.First, rule.From, rule.Last + 1, rule.To), rule.Runs) { SureFrom = rule.SureFrom, SureTo = rule.SureTo });
        var page = new PixelBox(0, 0, image.Width, image.Height).Inflate(-(int)(options.PageEdge * perPoint));
        return new ConnectedRulings(options).Choose([.. lying.Concat(upright).Where(ruling => ruling.Box.Overlaps(page))], fills, perPoint);
    }

    // Brightness by which the darker rules of the page differ from their ground.
    private static double Darkness(List<Strip> strips, double shortest)
    {
        var contrasts = strips.Where(strip => !strip.IsLight && strip.To - strip.From >= shortest).Select(strip => strip.Contrast).Order().ToList();
        return contrasts.Count > 0 ? contrasts[contrasts.Count * 3 / 4] : 0;
    }

    private List<Strip> Along(GreyImage image, bool hasDark, double perPoint, bool runsAcross)
    {
        var smooth = image.AverageAlongRows((int)(options.RulingSmoothing * perPoint) | 1);
        var fine = image.AverageAlongRows((int)perPoint | 1);
        return [.. Strips(smooth, fine, perPoint, isLight: false, runsAcross), .. hasDark ? Strips(smooth, fine, perPoint, isLight: true, runsAcross) : []];
    }

    private List<Strip> Strips(GreyImage smooth, GreyImage fine, double perPoint, bool isLight, bool runsAcross)
    {
        var strips = new List<Strip>();
        var open = new List<Strip>();
        var isRidge = new bool[smooth.Width];
        for (var y = 0; y < smooth.Height; y++)
        {
            Array.Clear(isRidge);
            MarkRidges(smooth, y, (int)Math.Ceiling(options.HairSide * perPoint), isLight, isRidge);
            MarkRidges(smooth, y, (int)Math.Ceiling(options.ThinSide * perPoint), isLight, isRidge);
            MarkRidges(smooth, y, (int)Math.Ceiling(options.ThickSide * perPoint), isLight, isRidge);
            foreach (var (from, to) in Runs(isRidge, (int)(options.ShortRuling * perPoint / 2)))
                Grow(open, y, from, to, isLight, runsAcross);

            // A strip that no run has continued for two rows is finished.
            strips.AddRange(open.Where(strip => strip.Last < y - 1));
            open.RemoveAll(strip => strip.Last < y - 1);
        }

        strips.AddRange(open);
        var (thickest, shortest) = (options.RulingThickness * perPoint, options.ShortRuling * perPoint);
        bool IsRule(Strip strip) => strip.Thickness <= thickest && strip.To - strip.From >= shortest && strip.Slope <= options.RulingSlope && (strip.To - strip.From >= options.RulingLength * perPoint || strip.Bend <= options.RulingBend * perPoint) && LiesFree(fine, strip, perPoint);
        var rules = Join([.. strips.Select(strip => IsRule(strip) ? strip : Core(strip, perPoint)).Where(IsRule)], perPoint);
        return Join([.. rules.Select(rule => WithEnds(rule, fine, perPoint) is var whole && whole.To - whole.From >= Math.Max(1, (rule.To - rule.From) / 2) && LiesFree(fine, whole, perPoint) ? whole : rule)], perPoint);
    }

    private Strip WithEnds(Strip strip, GreyImage fine, double perPoint)
    {
        var line = RuleLine.Through([.. strip.Middles()], strip.From, strip.To, strip.Thickness);
        var (from, to) = new RulingEnds(options).Find(fine, line, strip.IsLight, perPoint);
        var half = (int)(strip.Thickness / 2);
        var whole = new Strip { IsLight = strip.IsLight, RunsAcross = strip.RunsAcross, SureFrom = Math.Max(strip.From, from), SureTo = Math.Min(strip.To, to) };
        foreach (var (y, start, end) in strip.Runs.Where(run => run.From < to && run.To > from))
            whole.Add((y, Math.Max(start, from), Math.Min(end, to)));
        foreach (var (start, end) in ((int, int)[])[(from, Math.Min(strip.From, to)), (Math.Max(strip.To, from), to)])
        {
            for (var x = start; x < end; x++)
            {
                var middle = (int)Math.Round(line.At(x));
                for (var y = Math.Max(0, middle - half); y <= Math.Min(fine.Height - 1, middle + half); y++)
                    whole.Add((y, x, x + 1));
            }
        }

        return whole;
    }

    // What is left of a strip around its longest line: the ring of a stamp that touches a rule must not cost it.
    private static Strip Core(Strip strip, double perPoint)
    {
        var longest = strip.Runs.GroupBy(run => run.Line).MaxBy(line => line.Sum(run => run.To - run.From))!.Key;
        var core = new Strip { IsLight = strip.IsLight, RunsAcross = strip.RunsAcross };
        foreach (var run in strip.Runs.Where(run => Math.Abs(run.Line - longest) <= perPoint / 2))
            core.Add(run);
        return core;
    }

    private static void Grow(List<Strip> open, int y, int from, int to, bool isLight, bool runsAcross)
    {
        var touched = open.Where(strip => strip.Touches(from, to)).ToList();
        var strip = touched.FirstOrDefault() ?? new Strip { IsLight = isLight, RunsAcross = runsAcross };
        foreach (var other in touched.Skip(1))
        {
            strip.AddRange(other);
            open.Remove(other);
        }

        if (touched.Count == 0)
            open.Add(strip);
        strip.Add((y, from, to));
    }

    // Darker than what lies at some distance above and below, by more than those differ, and one of them is even: the inside of a line
    // of letters differs from its outside.
    private void MarkRidges(GreyImage image, int y, int distance, bool isLight, bool[] isRidge)
    {
        var row = image.Row(y);
        var above = image.Row(Math.Max(0, y - distance));
        var below = image.Row(Math.Min(image.Height - 1, y + distance));
        var beyondAbove = image.Row(Math.Max(0, y - (2 * distance)));
        var beyondBelow = image.Row(Math.Min(image.Height - 1, y + (2 * distance)));
        for (var x = 0; x < row.Length; x++)
        {
            var contrast = isLight ? row[x] - Math.Max(above[x], below[x]) : Math.Min(above[x], below[x]) - row[x];
            if (contrast < options.RulingContrast || (isLight && Math.Max(above[x], below[x]) > options.DarkGround))
                continue;
            var isEven = Math.Min(Math.Abs(above[x] - beyondAbove[x]), Math.Abs(below[x] - beyondBelow[x])) <= contrast / 2;
            isRidge[x] |= isEven && contrast >= options.SideRatio * Math.Abs(above[x] - below[x]);
        }
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

    // Averaging draws a strip out beyond the ends of its rule, by more of a short one: short strips have to be freer.
    // A rule differs from both its sides by about as much nearly everywhere along it; a line of bold letters goes on above and below in half of its columns.
    private bool LiesFree(GreyImage image, Strip strip, double perPoint)
    {
        var (near, far) = ((int)Math.Ceiling((options.HairSide * perPoint) + (strip.Thickness / 2)), (int)Math.Ceiling((options.ThinSide * perPoint) + (strip.Thickness / 2)));
        var contrasts = new List<int>(strip.To - strip.From);
        foreach (var (x, line) in strip.Middles())
            contrasts.Add(Math.Max(Contrast(line, x, near), Contrast(line, x, far)));

        int Contrast(int line, int x, int distance)
        {
            var (above, value, below) = (image.Row(Math.Max(0, line - distance))[x], image.Row(line)[x], image.Row(Math.Min(image.Height - 1, line + distance))[x]);
            return strip.IsLight ? value - Math.Max(above, below) : Math.Min(above, below) - value;
        }

        if (contrasts.Count == 0)
            return false;
        contrasts.Sort();
        strip.Contrast = contrasts[contrasts.Count / 2];
        var usual = Math.Max(options.RulingContrast, strip.Contrast);
        if (!strip.IsLight && strip.RunsAcross && LetterLines.Flanked(image, strip.Middles(), far, (int)(options.LetterReach * perPoint), usual / 2) > options.FlankedShare)
            return false;
        return contrasts.Count(contrast => contrast >= usual / 2) >= options.FreeShare * (strip.To - strip.From);
    }

    // Pieces on one line with a small gap between are one rule.
    private List<Strip> Join(List<Strip> strips, double perPoint)
    {
        var gap = (int)(options.RulingGap * perPoint);
        var drift = Math.Max(2, (int)perPoint);
        var joined = new List<Strip>();
        foreach (var strip in strips.OrderBy(strip => strip.From))
        {
            var before = joined.FirstOrDefault(other => other.IsLight == strip.IsLight && strip.From - other.To <= gap && strip.To >= other.From && Math.Abs(other.MiddleNear(strip.From) - strip.Middle) <= drift);
            if (before is null)
                joined.Add(strip);
            else
                before.AddRange(strip);
        }

        return joined;
    }

    // Grows while its image is gone through; it does not leave this class.
    private sealed class Strip
    {
        private readonly List<(int Line, int From, int To)> _runs = [];
        private long _ink;

        public bool IsLight { get; init; }

        // From left to right, as lines of letters do: figures stand on both sides of an upright rule.
        public bool RunsAcross { get; init; }

        // What stands out from both sides; the rest was followed.
        public int SureFrom { get => field < 0 ? From : field; set; } = -1;

        public int SureTo { get => field < 0 ? To : field; set; } = -1;

        // Brightness by which it usually differs from both sides.
        public int Contrast { get; set; }

        public IReadOnlyList<(int Line, int From, int To)> Runs => _runs;

        public int First { get; private set; } = int.MaxValue;

        public int Last { get; private set; } = -1;

        public int From { get; private set; } = int.MaxValue;

        public int To { get; private set; } = -1;

        public double Middle => (First + Last) / 2.0;

        // Its ink over its length: a rule that lies a little askew stays thin.
        public double Thickness => (double)_ink / Math.Max(1, To - From);

        // Its middle where another begins: a rule that leans a little is not far from its piece there.
        public double MiddleNear(int x)
        {
            var near = _runs.Where(run => run.From <= x && run.To >= x).Select(run => run.Line).DefaultIfEmpty(-1).ToList();
            return near[0] < 0 ? Middle : near.Average();
        }

        // How far its middle moves from its one end to the other, per pixel along it.
        public double Slope
        {
            get
            {
                var middles = Middles().ToList();
                var end = Math.Max(1, middles.Count / 8);
                var (first, last) = (middles.Take(end).Average(at => at.Line), middles.TakeLast(end).Average(at => at.Line));
                return Math.Abs(last - first) / Math.Max(1, middles.Count - end);
            }
        }

        // How far its middle third lies off its other two, as in the ring of a stamp.
        public double Bend
        {
            get
            {
                var middles = Middles().Select(at => (double)at.Line).ToList();
                var third = Math.Max(1, middles.Count / 3);
                return Math.Abs(middles.Skip(third).Take(middles.Count - (2 * third)).DefaultIfEmpty(middles[0]).Average() - ((middles.Take(third).Average() + middles.TakeLast(third).Average()) / 2));
            }
        }

        public void Add((int Line, int From, int To) run)
        {
            _runs.Add(run);
            _ink += run.To - run.From;
            (First, Last) = (Math.Min(First, run.Line), Math.Max(Last, run.Line));
            (From, To) = (Math.Min(From, run.From), Math.Max(To, run.To));
        }

        public void AddRange(Strip other)
        {
            var isFirst = _runs.Count == 0;
            (SureFrom, SureTo) = isFirst ? (other.SureFrom, other.SureTo) : (Math.Min(SureFrom, other.SureFrom), Math.Max(SureTo, other.SureTo));
            Contrast = Math.Max(Contrast, other.Contrast);
            other._runs.ForEach(Add);
        }

        public bool Touches(int from, int to) => _runs[^1] is var (_, start, end) && start <= to + 1 && from <= end + 1;

        // The middle of its lines at each of its columns.
        public IEnumerable<(int X, int Line)> Middles()
        {
            var sums = new (int Sum, int Count)[To - From];
            foreach (var (line, from, to) in _runs)
            {
                for (var x = from - From; x < to - From; x++)
                    sums[x] = (sums[x].Sum + line, sums[x].Count + 1);
            }

            for (var x = 0; x < sums.Length; x++)
            {
                if (sums[x].Count > 0)
                    yield return (From + x, sums[x].Sum / sums[x].Count);
            }
        }
    }
}
