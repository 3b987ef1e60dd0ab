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
        for (var found = rest; found.Count > 0; rest = [.. rest.Except(found)])
        {
            found = [.. rest.Where(strip => Ends(strip, First(strip)) is var first && Ends(strip, Last(strip)) is var last && ((first && last) || ((first || last) && GoesOn(strip))))];
            chosen.AddRange(found);
        }

        return chosen;

        // A piece of a line that is a rule elsewhere.
        bool GoesOn(ImageRuling strip) => chosen.Exists(other => other.IsHorizontal == strip.IsHorizontal && other.IsLight == strip.IsLight && IsOnLine(other, strip, (int)perPoint));

        bool Ends(ImageRuling strip, PixelBox end)
        {
            var around = end.Inflate(reach);
            return chosen.Exists(other => other.IsHorizontal != strip.IsHorizontal && other.Box.Overlaps(around))
                || sides.Exists(side => side.IsHorizontal != strip.IsHorizontal && side.Box.Overlaps(around));
        }
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
