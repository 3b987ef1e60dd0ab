namespace Ingest.Reading.Imaging;

/// <summary>The brightness that parts ink from paper (Otsu, « A threshold selection method from gray-level histograms », 1979).</summary>
internal static class Threshold
{
    /// <summary>The image as black ink on white.</summary>
    public static GreyImage Apply(GreyImage image, byte threshold)
    {
        var pixels = new byte[image.Pixels.Length];
        for (var i = 0; i < pixels.Length; i++)
            pixels[i] = image.Pixels[i] < threshold ? (byte)0 : GreyImage.White;
        return new GreyImage(image.Width, image.Height, pixels);
    }

    /// <summary>Pixels darker than the value given are ink.</summary>
    public static byte Otsu(GreyImage image)
    {
        var counts = new long[256];
        foreach (var value in image.Pixels)
            counts[value]++;
        var (total, sum) = ((long)image.Pixels.Length, 0.0);
        for (var value = 0; value < 256; value++)
            sum += (double)value * counts[value];
        var (dark, darkSum, best, at) = (0L, 0.0, -1.0, 128);
        for (var value = 0; value < 256; value++)
        {
            dark += counts[value];
            darkSum += (double)value * counts[value];
            if (dark == 0 || dark == total)
                continue;
            var difference = (darkSum / dark) - ((sum - darkSum) / (total - dark));
            var between = (double)dark * (total - dark) * difference * difference;
            if (between > best)
                (best, at) = (between, value + 1);
        }

        return (byte)Math.Min(at, 255);
    }
}
