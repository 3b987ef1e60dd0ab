namespace Ingest.Reading.Imaging;

/// <summary>
/// The image of one cell, on whatever ground, → dark letters on white: the brightness that most of its pixels have is its ground; light
/// letters on dark ground are inverted.
/// </summary>
internal static class GroundToWhite
{
    // Brightnesses on each side that count for one: noise spreads the ground.
    private const int Spread = 6;

    // Brightness by which letters differ from their ground; grain of paper and toner differs by less.
    private const int Letters = 40;

    /// <summary>The image on white.</summary>
    public static GreyImage Convert(GreyImage image)
    {
        var ground = GroundOf(image);
        var isDark = HasLightLetters(image, ground);
        var level = isDark ? 255 - ground : ground;
        var table = new byte[256];
        for (var value = 0; value < table.Length; value++)
            table[value] = (byte)Math.Min(255, (isDark ? 255 - value : value) * 255 / level);
        var pixels = new byte[image.Pixels.Length];
        for (var i = 0; i < pixels.Length; i++)
            pixels[i] = table[image.Pixels[i]];
        return new GreyImage(image.Width, image.Height, pixels);
    }

    // On grey of middle brightness letters may be black or white: whichever there is more of.
    private static bool HasLightLetters(GreyImage image, int ground)
    {
        var (light, dark) = (0L, 0L);
        foreach (var value in image.Pixels)
        {
            light += Math.Max(0, value - ground - Letters);
            dark += Math.Max(0, ground - Letters - value);
        }

        return light > dark;
    }

    private static int GroundOf(GreyImage image)
    {
        var counts = new int[256];
        foreach (var value in image.Pixels)
            counts[value]++;
        var (most, at) = (-1, 255);
        for (var value = 255; value >= 0; value--)
        {
            var sum = 0;
            for (var near = Math.Max(0, value - Spread); near <= Math.Min(255, value + Spread); near++)
                sum += counts[near];
            if (sum > most)
                (most, at) = (sum, value);
        }

        return at;
    }
}
