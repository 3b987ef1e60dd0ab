namespace Ingest.Reading.Imaging;

/// <summary>
/// Rules that are lost in the dark band of a header → rules that cross it: black on dark grey hardly shows. Where most of the rules that
/// come up to the band are seen to enter it, it is parted as the rows below it are, except where letters stand on the line.
/// </summary>
internal sealed class BandRulings(OcrImageOptions options)
{
    // Rules that enter a band, at least: one alone may be the stroke of a letter.
    private const int Least = 2;

    /// <summary>The rules, those that enter a band on to its top.</summary>
    /// <param name="image">The straightened image.</param>
    /// <param name="rulings">Its rules.</param>
    /// <param name="fills">Its shaded areas.</param>
    /// <param name="perPoint">Pixels per point.</param>
    public IReadOnlyList<ImageRuling> Cross(GreyImage image, IReadOnlyList<ImageRuling> rulings, IReadOnlyList<ImageFill> fills, double perPoint)
    {
        var all = rulings.ToList();
        var gap = (int)(options.SideGap * perPoint);
        foreach (var fill in fills.Where(fill => fill.IsDark))
        {
            var band = fill.Box;
            var inner = Enumerable.Range(0, all.Count).Where(index => IsInner(all[index], band, gap)).ToList();
            var entering = inner.Count(index => all[index].Box.Top <= band.Bottom - (options.BandEntry * band.Height));
            if (entering < Least || 2 * entering < inner.Count)
                continue;
            foreach (var index in inner.Where(index => all[index].Box.Top > band.Top && IsFree(image, all[index].Box, fill, perPoint)))
                all[index] = all[index] with { Box = all[index].Box with { Top = band.Top } };
        }

        return all;
    }

    private static bool IsInner(ImageRuling ruling, PixelBox band, int gap) => ruling is { IsHorizontal: false, IsLight: false }
        && ruling.Box.Left > band.Left + gap && ruling.Box.Right < band.Right - gap && ruling.Box.Top <= band.Bottom + (gap / 2) && ruling.Box.Top >= band.Top - gap && ruling.Box.Bottom > band.Bottom + gap;

    private bool IsFree(GreyImage image, PixelBox rule, ImageFill band, double perPoint)
    {
        var (half, light, all) = ((int)Math.Ceiling(options.HairSide * perPoint), 0, 0);
        var middle = (rule.Left + rule.Right) / 2;
        for (var y = band.Box.Top; y < Math.Min(rule.Top, band.Box.Bottom); y++)
        {
            var row = image.Row(y)[Math.Max(0, middle - half)..Math.Min(image.Width, middle + half + 1)];
            light += row.IndexOfAnyInRange((byte)Math.Min(255, band.Level + ((255 - band.Level) / 2)), (byte)255) >= 0 ? 1 : 0;
            all++;
        }

        return light <= options.BandLetters * all;
    }
}
