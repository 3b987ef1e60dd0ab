using Ingest.Reading.Imaging;

namespace Ingest.Reading.Images;

/// <summary>
/// Pixels that are longer than wide (faxes: 204 dots per inch by 98) → square ones, by repeating rows or columns: what such a page
/// shows is black or white.
/// </summary>
internal static class SquarePixels
{
    /// <summary>The image with as many pixels to the inch in both directions: the larger of the two.</summary>
    public static GreyImage Convert(GreyImage image, (double X, double Y) dpi)
    {
        if (dpi.X == dpi.Y)
            return image;
        var most = Math.Max(dpi.X, dpi.Y);
        var (width, height) = ((int)Math.Round(image.Width * most / dpi.X), (int)Math.Round(image.Height * most / dpi.Y));
        var pixels = new byte[checked(width * height)];
        for (var y = 0; y < height; y++)
        {
            var row = image.Row((int)((long)y * image.Height / height));
            var target = pixels.AsSpan(y * width, width);
            for (var x = 0; x < width; x++)
                target[x] = row[(int)((long)x * image.Width / width)];
        }

        return new GreyImage(width, height, pixels);
    }
}
