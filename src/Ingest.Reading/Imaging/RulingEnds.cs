namespace Ingest.Reading.Imaging;

/// <summary>
/// How far a rule really goes: beyond the ends of its ridge as long as what is seen on its line is likelier to be the rule than paper or
/// letters (a sequential probability ratio, Wald 1945, followed while it grows, as Page's test does). Where rules cross, a ridge fades:
/// both sides are dark there and say nothing.
/// </summary>
internal sealed class RulingEnds(OcrImageOptions options)
{
    // Share of a step aside that is believed at each pixel: a rule that leans or bends is kept, a letter beside it does not draw it away.
    private const double Following = 0.1;

    /// <summary>Where the rule ends.</summary>
    /// <param name="image">The image, averaged a little along the rule, rows along it.</param>
    /// <param name="rule">Line of the rule at each of its pixels, from its first one on: by least squares.</param>
    /// <param name="isLight">Whether the rule is lighter than its ground.</param>
    /// <param name="perPoint">Pixels per point.</param>
    public (int From, int To) Find(GreyImage image, RuleLine rule, bool isLight, double perPoint)
    {
        var sides = new Sides((int)Math.Ceiling((options.HairSide * perPoint) + (rule.Thickness / 2)), (int)Math.Ceiling((options.ThinSide * perPoint) + (rule.Thickness / 2)));
        var looks = Enumerable.Range(rule.From, rule.To - rule.From).Select(x => Look(image, rule.At(x), x, sides, isLight)).ToList();
        var usual = looks.Select(look => look.Contrast).Order().ElementAt(looks.Count / 2);
        var level = looks.Select(look => look.Level).Order().ElementAt(looks.Count / 2);
        var least = Math.Max(options.FaintContrast, usual * options.FaintShare);
        var found = (double)looks.Count(look => look.Contrast >= least) / looks.Count;
        var share = found >= options.Unbroken ? 0.95 : Math.Max(found, 0.5);
        var (seen, unseen) = (Math.Log(share / options.ChanceOfInk), Math.Log((1 - share) / (1 - options.ChanceOfInk)));
        var most = options.LongestDoubt * perPoint;
        var inside = Math.Min(rule.To - rule.From, (int)(options.EndsWithin * perPoint)) / 2;
        return (Walk(rule.From + inside, -1) + 1, Walk(rule.To - 1 - inside, 1));

        int Walk(int start, int step)
        {
            var (best, score, high, covered, stray) = (start, 0.0, 0.0, 0, 0.0);
            for (var x = start; x >= 0 && x < image.Width && score > high - most; x += step)
            {
                var look = Look(image, rule.At(x) + stray, x, sides, isLight);
                if (look.Contrast >= least)
                    (score, covered, stray) = (score + seen, 0, stray + (look.Shift * Following));
                else if (Math.Abs(look.Level - level) <= usual - least || (!isLight && look.Level < level))
                    covered++;
                else
                    score += unseen;
                if (covered > options.LongestCover * perPoint)
                    break;
                if (score > high)
                    (high, best) = (score, x + step);
            }

            return best;
        }
    }

    // Contrast of the line against its sides, the best of three neighbours: a warped sheet strays by a pixel.
    private static (int Contrast, int Level, int Shift) Look(GreyImage image, double at, int x, Sides sides, bool isLight)
    {
        var line = (int)Math.Round(at);
        if (line - sides.Far - 1 < 0 || line + sides.Far + 1 >= image.Height)
            return (0, GreyImage.White, 0);
        var (best, level, toward) = (int.MinValue, GreyImage.White + 0, 0);
        foreach (var shift in (ReadOnlySpan<int>)[0, -1, 1])
        {
            var value = image.Row(line + shift)[x];
            level = Math.Min(level, value);
            foreach (var distance in (ReadOnlySpan<int>)[sides.Near, sides.Far])
            {
                var (above, below) = (image.Row(line + shift - distance)[x], image.Row(line + shift + distance)[x]);
                var contrast = isLight ? value - Math.Max(above, below) : Math.Min(above, below) - value;
                if (contrast > best)
                    (best, toward) = (contrast, shift);
            }
        }

        return (best, level, toward);
    }

    private readonly record struct Sides(int Near, int Far);
}

/// <summary>The straight line of a rule: where it lies at each pixel along it.</summary>
/// <param name="From">Its first pixel.</param>
/// <param name="To">The pixel behind its last.</param>
/// <param name="Offset">Its line at pixel 0.</param>
/// <param name="Slope">Lines per pixel.</param>
/// <param name="Thickness">Pixels across.</param>
internal readonly record struct RuleLine(int From, int To, double Offset, double Slope, double Thickness)
{
    /// <summary>The line at a pixel.</summary>
    public double At(int x) => Offset + (Slope * x);

    /// <summary>The line through points, by least squares.</summary>
    public static RuleLine Through(IReadOnlyCollection<(int X, int Line)> points, int from, int to, double thickness)
    {
        var (meanX, meanLine) = (points.Average(at => at.X), points.Average(at => (double)at.Line));
        var spread = points.Sum(at => (at.X - meanX) * (at.X - meanX));
        var slope = spread > 0 ? points.Sum(at => (at.X - meanX) * (at.Line - meanLine)) / spread : 0;
        return new RuleLine(from, to, meanLine - (slope * meanX), slope, thickness);
    }
}
