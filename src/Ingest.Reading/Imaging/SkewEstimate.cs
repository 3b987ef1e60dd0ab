namespace Ingest.Reading.Imaging;

/// <summary>
/// How far a page lies askew: the angle at which the lower edges of ink, projected, gather in the sharpest rows (Postl's projection
/// profile, US 4 723 297, over edges instead of all ink, so that dark areas do not count).
/// </summary>
internal sealed class SkewEstimate(OcrImageOptions options)
{
    private const int MostEdges = 120_000;
    private const double FirstStep = 0.2;

    /// <summary>The angle in degrees by which the page must be turned counter-clockwise to lie straight; 0 where nothing tells.</summary>
    public double Find(GreyImage image, byte threshold)
    {
        var edges = LowerEdges(image, threshold);
        if (edges.Count < image.Width / 4)
            return 0;
        var best = Best(edges, image, 0, options.MaxSkew, FirstStep);
        return Best(edges, image, best, FirstStep, options.SkewStep);
    }

    private static double Best(List<(int X, int Y)> edges, GreyImage image, double middle, double reach, double step)
    {
        var (best, at) = (-1.0, middle);
        var steps = (int)Math.Round(reach / step);
        for (var i = -steps; i <= steps; i++)
        {
            var angle = middle + (i * step);
            var sharpness = Sharpness(edges, image, angle);
            // Of two equal angles the smaller is meant: a page is straight unless something says otherwise.
            if (sharpness > best || (sharpness == best && Math.Abs(angle) < Math.Abs(at)))
                (best, at) = (sharpness, angle);
        }

        return at;
    }

    private static double Sharpness(List<(int X, int Y)> edges, GreyImage image, double angle)
    {
        var slope = Math.Tan(angle * Math.PI / 180);
        var offset = (int)(Math.Abs(slope) * image.Width) + 1;
        var rows = new int[image.Height + (2 * offset) + 2];
        foreach (var (x, y) in edges)
            rows[(int)(y - (slope * x) + offset + 0.5)]++;
        var sum = 0.0;
        foreach (var count in rows)
            sum += (double)count * count;
        return sum;
    }

    private static List<(int X, int Y)> LowerEdges(GreyImage image, byte threshold)
    {
        var edges = new List<(int X, int Y)>();
        for (var y = 0; y < image.Height - 1; y++)
        {
            var row = image.Row(y);
            var below = image.Row(y + 1);
            for (var x = 0; x < row.Length; x++)
            {
                if (row[x] < threshold && below[x] >= threshold)
                    edges.Add((x, y));
            }
        }

        var step = (edges.Count / MostEdges) + 1;
        return step == 1 ? edges : [.. edges.Where((_, index) => index % step == 0)];
    }
}
