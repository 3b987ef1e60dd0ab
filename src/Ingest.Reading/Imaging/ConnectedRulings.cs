namespace Ingest.Reading.Imaging;

/// <summary>
/// Strips that may be rules → those that are: long ones, and those whose both ends lie on others, as the sides of cells do. A stem, the
/// bar of a letter or letters below one another end in paper.
/// </summary>
internal sealed class ConnectedRulings(OcrImageOptions options)
{
    /// <summary>The rules among the strips.</summary>
    /// <param name="strips">The strips.</param>
    /// <param name="fills">Shaded areas: their sides stand for rules.</param>
    /// <param name="perPoint">Pixels per point.</param>
    public IReadOnlyList<ImageRuling> Choose(IReadOnlyList<ImageRuling> strips, IReadOnlyList<ImageFill> fills, double perPoint)
    {
        var reach = (int)Math.Ceiling(options.RulingReach * perPoint);
        var sides = fills.SelectMany(fill => Sides(fill.Box)).ToList();
        var chosen = strips.Where(strip => !strip.IsLight && Length(strip) >= options.RulingLength * perPoint).ToList();
        var rest = strips.Except(chosen).ToList();
        chosen = [.. chosen.Select(Settle)];
        for (var found = rest; found.Count > 0; rest = [.. rest.Except(found)])
        {
            found = [.. rest.Where(strip => IsSide(Settle(strip)))];
            chosen.AddRange(found.Select(Settle));
        }

        return [.. chosen.Select(ruling => ToSides(ruling, sides, (int)(options.SideGap * perPoint)))];

        bool IsSide(ImageRuling strip)
        {
            var (first, last) = (Ends(strip, First(strip)), Ends(strip, Last(strip)));
            return first && last ? FillsRow(strip) : (first || last) && Length(strip) >= options.PieceLength * perPoint && GoesOn(strip);
        }

        // A rule that was followed beyond the one that it ends on, along a letter in the next cell, ends there.
        ImageRuling Settle(ImageRuling strip)
        {
            var (from, to) = (strip.From, strip.To);
            if (from < strip.SureFrom && !Ends(strip, First(strip)))
                from = Crossings(strip).Where(at => at > from && at <= strip.SureFrom + reach).Select(at => Math.Min(at, strip.SureFrom)).DefaultIfEmpty(strip.SureFrom).Min();
            if (to > strip.SureTo && !Ends(strip, Last(strip)))
                to = Crossings(strip).Where(at => at < to && at >= strip.SureTo - reach).Select(at => Math.Max(at, strip.SureTo)).DefaultIfEmpty(strip.SureTo).Max();
            return strip.Between(from, to);
        }

        List<int> Crossings(ImageRuling strip) => [.. chosen.Where(other => other.IsHorizontal != strip.IsHorizontal).Select(other => other.Box).Concat(sides.Where(side => side.IsHorizontal != strip.IsHorizontal).Select(side => side.Box))
            .Where(box => strip.IsHorizontal ? box.Top <= strip.Box.Bottom && box.Bottom >= strip.Box.Top : box.Left <= strip.Box.Right && box.Right >= strip.Box.Left)
            .Select(box => strip.IsHorizontal ? (box.Left + box.Right) / 2 : (box.Top + box.Bottom) / 2)];

        // From the one crossing rule to the other: a stem of a letter in a low row comes near both, but not to them.
        bool FillsRow(ImageRuling strip)
        {
            var middle = strip.IsHorizontal ? (strip.Box.Left + strip.Box.Right) / 2 : (strip.Box.Top + strip.Box.Bottom) / 2;
            var crossings = Crossings(strip);
            var (before, behind) = (crossings.Where(at => at <= middle).DefaultIfEmpty(middle).Max(), crossings.Where(at => at > middle).DefaultIfEmpty(middle).Min());
            return Length(strip) - (options.RulingSmoothing * perPoint / 2) >= options.RowFill * (behind - before);
        }

        // A piece of a line that is a rule elsewhere.
        bool GoesOn(ImageRuling strip) => chosen.Exists(other => other.IsHorizontal == strip.IsHorizontal && other.IsLight == strip.IsLight && IsOnLine(other, strip, (int)perPoint));

        bool Ends(ImageRuling strip, PixelBox end)
        {
            var around = end.Inflate(reach);
            return chosen.Exists(other => other.IsHorizontal != strip.IsHorizontal && other.Box.Overlaps(around))
                || sides.Exists(side => side.IsHorizontal != strip.IsHorizontal && side.Box.Overlaps(around));
        }
    }

    // A rule that ends just short of a shaded band ends at the band.
    private static ImageRuling ToSides(ImageRuling ruling, List<(bool IsHorizontal, PixelBox Box)> sides, int gap)
    {
        foreach (var (isHorizontal, side) in sides)
        {
            if (isHorizontal == ruling.IsHorizontal)
                continue;
            var box = ruling.Box;
            if (isHorizontal && side.Left - gap <= box.Left && side.Right + gap >= box.Right)
                box = box.Top > side.Top && box.Top - side.Top <= gap ? box with { Top = side.Top } : side.Top > box.Bottom && side.Top - box.Bottom <= gap ? box with { Bottom = side.Top } : box;
            else if (!isHorizontal && side.Top - gap <= box.Top && side.Bottom + gap >= box.Bottom)
                box = box.Left > side.Left && box.Left - side.Left <= gap ? box with { Left = side.Left } : side.Left > box.Right && side.Left - box.Right <= gap ? box with { Right = side.Left } : box;
            ruling = ruling with { Box = box };
        }

        return ruling;
    }

    private static int Length(ImageRuling strip) => strip.IsHorizontal ? strip.Box.Width : strip.Box.Height;

    private static bool IsOnLine(ImageRuling one, ImageRuling other, int drift) => one.IsHorizontal
        ? one.Box.Top - drift < other.Box.Bottom && other.Box.Top < one.Box.Bottom + drift
        : one.Box.Left - drift < other.Box.Right && other.Box.Left < one.Box.Right + drift;

    private static PixelBox First(ImageRuling strip) =>
        strip.IsHorizontal ? strip.Box with { Right = strip.Box.Left + 1 } : strip.Box with { Bottom = strip.Box.Top + 1 };

    private static PixelBox Last(ImageRuling strip) =>
        strip.IsHorizontal ? strip.Box with { Left = strip.Box.Right - 1 } : strip.Box with { Top = strip.Box.Bottom - 1 };

    private static IEnumerable<(bool IsHorizontal, PixelBox Box)> Sides(PixelBox box) =>
    [
        (true, box with { Bottom = box.Top + 1 }), (true, box with { Top = box.Bottom - 1 }),
        (false, box with { Right = box.Left + 1 }), (false, box with { Left = box.Right - 1 }),
    ];
}
