namespace Ingest.Reading.Imaging;

/// <summary>Turns an image about its middle and enlarges it in one go, between pixels by the four around (bilinear).</summary>
internal static class Straightening
{
    /// <summary>The image turned and enlarged; its size is that of the page, corners that come from outside are white.</summary>
    /// <param name="image">The image.</param>
    /// <param name="degrees">Angle by which the content is turned counter-clockwise.</param>
    /// <param name="scale">Pixels of the result for one of the image.</param>
    public static GreyImage Turn(GreyImage image, double degrees, double scale)
    {
        if (degrees == 0 && scale == 1)
            return image;
        var (width, height) = ((int)Math.Round(image.Width * scale), (int)Math.Round(image.Height * scale));
        var (sin, cos) = Math.SinCos(degrees * Math.PI / 180);
        // In 65536ths of a pixel: steps along a row of the result.
        var (stepX, stepY) = ((long)(cos / scale * 65536), (long)(sin / scale * 65536));
        var pixels = new byte[width * height];
        for (var y = 0; y < height; y++)
        {
            var (dx, dy) = (0.5 - (width / 2.0), y + 0.5 - (height / 2.0));
            var sourceX = (long)(((((dx * cos) - (dy * sin)) / scale) + (image.Width / 2.0) - 0.5) * 65536);
            var sourceY = (long)(((((dx * sin) + (dy * cos)) / scale) + (image.Height / 2.0) - 0.5) * 65536);
            var target = pixels.AsSpan(y * width, width);
            for (var x = 0; x < width; x++, sourceX += stepX, sourceY += stepY)
                target[x] = Sample(image, sourceX, sourceY);
        }

        return new GreyImage(width, height, pixels);
    }

    private static byte Sample(GreyImage image, long atX, long atY)
    {
        var (x, y) = ((int)(atX >> 16), (int)(atY >> 16));
        if (x < 0 || y < 0 || x >= image.Width - 1 || y >= image.Height - 1)
            return x < -1 || y < -1 || x >= image.Width || y >= image.Height ? GreyImage.White : image.Pixels[(Math.Clamp(y, 0, image.Height - 1) * image.Width) + Math.Clamp(x, 0, image.Width - 1)];
        var (right, down) = ((int)((atX >> 8) & 255), (int)((atY >> 8) & 255));
        var index = (y * image.Width) + x;
        var pixels = image.Pixels;
        var upper = (pixels[index] * (256 - right)) + (pixels[index + 1] * right);
        var lower = (pixels[index + image.Width] * (256 - right)) + (pixels[index + image.Width + 1] * right);
        return (byte)(((upper * (256 - down)) + (lower * down)) >> 16);
    }
}
