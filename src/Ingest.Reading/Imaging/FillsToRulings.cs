namespace Ingest.Reading.Imaging;

/// <summary>
/// Shaded areas that fade out → areas that reach the next rule: light that falls off over a page, or a gradient of the scanner, ends a
/// shade where nothing ends. Sides where the ground changes at once stay.
/// </summary>
internal sealed class FillsToRulings(OcrImageOptions options)
{
    /// <summary>The areas.</summary>
    /// <param name="image">The straightened image.</param>
    /// <param name="fills">Its shaded areas.</param>
    /// <param name="rulings">Its rules.</param>
    /// <param name="perPoint">Pixels per point.</param>
    public IReadOnlyList<ImageFill> Reach(GreyImage image, IReadOnlyList<ImageFill> fills, IReadOnlyList<ImageRuling> rulings, double perPoint)
    {
        var step = Math.Max(2, (int)(options.FillTile * perPoint));
        return [.. fills.Select(fill => fill with { Box = Reach(image, fill.Box, rulings, step) })];
    }

    private PixelBox Reach(GreyImage image, PixelBox box, IReadOnlyList<ImageRuling> rulings, int step)
    {
        var (left, right) = (box.Left, box.Right);
        var upright = rulings.Where(ruling => !ruling.IsHorizontal && ruling.Box.Top <= box.Top + step && ruling.Box.Bottom >= box.Bottom - step).Select(ruling => (ruling.Box.Left + ruling.Box.Right) / 2).ToList();
        if (Fades(image, new PixelBox(box.Left, box.Top, box.Left + step, box.Bottom), new PixelBox(box.Left - step, box.Top, box.Left, box.Bottom)))
            left = upright.Where(at => at <= box.Left).DefaultIfEmpty(left).Max();
        if (Fades(image, new PixelBox(box.Right - step, box.Top, box.Right, box.Bottom), new PixelBox(box.Right, box.Top, box.Right + step, box.Bottom)))
            right = upright.Where(at => at >= box.Right).DefaultIfEmpty(right).Min();
        return box with { Left = left, Right = right };
    }

    private bool Fades(GreyImage image, PixelBox inside, PixelBox outside) =>
        outside == outside.Within(image.Width, image.Height) && Math.Abs(image.Ground(inside) - image.Ground(outside)) < options.FillSpread / 2;
}
