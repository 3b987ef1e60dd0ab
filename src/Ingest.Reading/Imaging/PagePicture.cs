namespace Ingest.Reading.Imaging;

/// <summary>The picture of a page: how bright it is and, where it has colours, how far from grey.</summary>
/// <param name="Grey">Brightness.</param>
/// <param name="Chroma">Difference between the strongest and the weakest of red, green and blue, 0 for grey; null without colour.</param>
/// <param name="Dpi">Pixels per inch of the page as it is shown.</param>
internal sealed record PagePicture(GreyImage Grey, GreyImage? Chroma, double Dpi)
{
    // Recommendation ITU-R BT.601: luma of red, green and blue, in 256ths.
    private const int RedLuma = 77;
    private const int GreenLuma = 150;
    private const int BlueLuma = 29;

    /// <summary>A picture of pixels of three bytes: red, green, blue.</summary>
    public static PagePicture OfColours(int width, int height, ReadOnlySpan<byte> colours, double dpi)
    {
        var grey = new byte[width * height];
        var chroma = new byte[width * height];
        byte strongest = 0;
        for (var i = 0; i < grey.Length; i++)
        {
            var (red, green, blue) = (colours[3 * i], colours[(3 * i) + 1], colours[(3 * i) + 2]);
            grey[i] = (byte)(((RedLuma * red) + (GreenLuma * green) + (BlueLuma * blue)) >> 8);
            chroma[i] = (byte)(Math.Max(red, Math.Max(green, blue)) - Math.Min(red, Math.Min(green, blue)));
            strongest = Math.Max(strongest, chroma[i]);
        }

        return new PagePicture(new GreyImage(width, height, grey), strongest == 0 ? null : new GreyImage(width, height, chroma), dpi);
    }
}
