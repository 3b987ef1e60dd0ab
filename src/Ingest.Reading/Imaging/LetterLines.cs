namespace Ingest.Reading.Imaging;

/// <summary>Tells the middle of a line of letters, which looks like a rule where they are dense, from a rule.</summary>
internal static class LetterLines
{
    /// <summary>Share (0..1) of the points of a line that have ink on both sides, nearer than letters come to a rule that parts them.</summary>
    /// <param name="image">The image, rows along the line.</param>
    /// <param name="line">Its points.</param>
    /// <param name="near">Pixels from the line at which its own ink ends.</param>
    /// <param name="far">Pixels from the line at which letters beside a rule begin.</param>
    /// <param name="paler">Brightness by which ink may be paler than the line.</param>
    public static double Flanked(GreyImage image, IEnumerable<(int X, int Line)> line, int near, int far, int paler)
    {
        var (flanked, all) = (0, 0);
        foreach (var (x, at) in line)
        {
            all++;
            var dark = image.Row(at)[x] + paler;
            flanked += HasInk(-1) && HasInk(1) ? 1 : 0;

            bool HasInk(int side)
            {
                for (var distance = near; distance <= Math.Max(near, far); distance++)
                {
                    if (at + (side * distance) is var y && y >= 0 && y < image.Height && image.Row(y)[x] <= dark)
                        return true;
                }

                return false;
            }
        }

        return (double)flanked / Math.Max(1, all);
    }
}
