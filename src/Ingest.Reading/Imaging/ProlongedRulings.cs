namespace Ingest.Reading.Imaging;

/// <summary>
/// Rules that break off under a stamp → rules that go on to the next one that crosses, where ink on their line says so: a stamp hides
/// the ridge of a rule, not its ink. Elsewhere a rule that ends is believed: cells reach over its line.
/// </summary>
internal sealed class ProlongedRulings(OcrImageOptions options)
{
    // Parts of a stretch that are looked at one by one.
    private const int Parts = 4;

    /// <summary>The rules, with the pieces by which some go on.</summary>
    /// <param name="image">The straightened image.</param>
    /// <param name="rulings">Its rules.</param>
    /// <param name="marks">Areas of stamps and the like.</param>
    /// <param name="perPoint">Pixels per point.</param>
    public IReadOnlyList<ImageRuling> Prolong(GreyImage image, IReadOnlyList<ImageRuling> rulings, IReadOnlyList<PixelBox> marks, double perPoint)
    {
        if (marks.Count == 0)
            return rulings;
        var all = rulings.ToList();
        var (slack, most) = ((int)Math.Ceiling(options.RulingReach * perPoint), (int)(options.LongestExtension * perPoint));
        for (var i = 0; i < all.Count; i++)
        {
            if (all[i].IsLight)
                continue;
            foreach (var isForward in (ReadOnlySpan<bool>)[true, false])
            {
                if (Next(all[i], isForward, rulings, slack, most) is not { } end || !HasInk(image, all[i], isForward, end, slack))
                    continue;
                var piece = Piece(all[i], isForward, end);
                if (!marks.Any(piece.Box.Overlaps) || (piece.IsHorizontal && IsLetters(image, piece, perPoint)))
                    continue;
                if (!all.Exists(other => other.IsHorizontal == piece.IsHorizontal && other.Box.Inflate(slack).Overlaps(Middle(piece.Box))))
                    all.Add(piece);
            }
        }

        return all;
    }

    private bool IsLetters(GreyImage image, ImageRuling piece, double perPoint)
    {
        var line = (piece.Box.Top + piece.Box.Bottom) / 2;
        var (near, far) = ((int)Math.Ceiling(options.ThinSide * perPoint), (int)(options.LetterReach * perPoint));
        return LetterLines.Flanked(image, Enumerable.Range(piece.From, piece.To - piece.From).Select(x => (x, line)), near, far, 2 * options.RulingContrast) > options.FlankedShare;
    }

    private static int Start(ImageRuling ruling, bool isForward) => (ruling.IsHorizontal, isForward) switch
    {
        (true, true) => ruling.Box.Right,
        (true, false) => ruling.Box.Left,
        (false, true) => ruling.Box.Bottom,
        _ => ruling.Box.Top,
    };

    // Where the next rule crosses the line of a rule beyond its end.
    private static int? Next(ImageRuling ruling, bool isForward, IReadOnlyList<ImageRuling> rulings, int slack, int most)
    {
        var start = Start(ruling, isForward);
        int? best = null;
        foreach (var other in rulings)
        {
            if (other.IsHorizontal == ruling.IsHorizontal)
                continue;
            var (position, from, to) = other.IsHorizontal
                ? ((other.Box.Top + other.Box.Bottom) / 2, other.Box.Left, other.Box.Right)
                : ((other.Box.Left + other.Box.Right) / 2, other.Box.Top, other.Box.Bottom);
            var line = ruling.IsHorizontal ? (ruling.Box.Top + ruling.Box.Bottom) / 2 : (ruling.Box.Left + ruling.Box.Right) / 2;
            var distance = isForward ? position - start : start - position;
            if (line < from - slack || line > to + slack || distance <= 2 * slack || distance > most)
                continue;
            if (best is null || distance < Math.Abs(best.Value - start))
                best = position;
        }

        return best;
    }

    // Darker on the mean than the ground on one side at least, in nearly every part of the stretch: text or a stamp may lie on the other
    // side, a shade lies on both.
    private bool HasInk(GreyImage image, ImageRuling ruling, bool isForward, int end, int slack)
    {
        var start = Start(ruling, isForward);
        var (from, length) = (Math.Min(start, end), Math.Abs(end - start));
        var (low, high) = ruling.IsHorizontal ? (ruling.Box.Top - (slack / 3), ruling.Box.Bottom + (slack / 3)) : (ruling.Box.Left - (slack / 3), ruling.Box.Right + (slack / 3));
        var dark = 0;
        for (var part = 0; part < Parts; part++)
        {
            var (first, last) = (from + (length * part / Parts), from + (length * (part + 1) / Parts));
            var darkest = Enumerable.Range(low, high - low).Min(Mean);
            dark += darkest + (2 * options.RulingContrast) <= Math.Max(Mean(low - slack), Mean(high + slack)) ? 1 : 0;

            double Mean(int across)
            {
                var sum = 0L;
                for (var along = first; along < last; along++)
                {
                    var (x, y) = ruling.IsHorizontal ? (along, across) : (across, along);
                    sum += x < 0 || y < 0 || x >= image.Width || y >= image.Height ? GreyImage.White : image.Pixels[(y * image.Width) + x];
                }

                return (double)sum / Math.Max(1, last - first);
            }
        }

        return dark >= options.ExtensionInk * Parts;
    }

    private static ImageRuling Piece(ImageRuling ruling, bool isForward, int end)
    {
        var start = Start(ruling, isForward);
        var (from, to) = (Math.Min(start, end), Math.Max(start, end));
        var box = ruling.IsHorizontal ? ruling.Box with { Left = from, Right = to } : ruling.Box with { Top = from, Bottom = to };
        var (first, last) = ruling.IsHorizontal ? (box.Top, box.Bottom) : (box.Left, box.Right);
        return ruling with { Box = box, Runs = [.. Enumerable.Range(first, last - first).Select(line => (line, from, to))] };
    }

    private static PixelBox Middle(PixelBox box) => new((box.Left + box.Right) / 2, (box.Top + box.Bottom) / 2, ((box.Left + box.Right) / 2) + 1, ((box.Top + box.Bottom) / 2) + 1);
}
