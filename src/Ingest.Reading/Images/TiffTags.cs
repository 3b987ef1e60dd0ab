namespace Ingest.Reading.Images;

/// <summary>Tags of TIFF 6.0 and EXIF, and what those say of how an image lies and how long an inch is.</summary>
internal static class TiffTags
{
    public const int SubfileType = 254;
    public const int Width = 256;
    public const int Height = 257;
    public const int BitsPerSample = 258;
    public const int StripOffsets = 273;
    public const int Orientation = 274;
    public const int SamplesPerPixel = 277;
    public const int StripLengths = 279;
    public const int ResolutionX = 282;
    public const int ResolutionY = 283;
    public const int ResolutionUnit = 296;
    public const int TileWidth = 322;
    public const int TileHeight = 323;
    public const int TileOffsets = 324;
    public const int TileLengths = 325;

    private const int PerInch = 2;
    private const int PerCentimetre = 3;
    private const double CentimetresPerInch = 2.54;

    /// <summary>The resolution that a directory states; null where it states none.</summary>
    public static (double X, double Y)? ResolutionOf(TiffDirectory directory)
    {
        // The unit is an inch where it is not said.
        double scale = (directory.Whole(ResolutionUnit) ?? PerInch) switch { PerInch => 1, PerCentimetre => CentimetresPerInch, _ => 0 };
        return scale > 0 && directory.Real(ResolutionX) is { } x && directory.Real(ResolutionY) is { } y ? (Rounded(x * scale), Rounded(y * scale)) : null;
    }

    /// <summary>Dots per inch to a tenth: whole dots per metre or centimetre hit no round number.</summary>
    public static double Rounded(double dpi) => Math.Round(dpi, 1);
}
