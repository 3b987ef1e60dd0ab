namespace Ingest.Reading.Raster;

/// <summary>Formats of the image of a page.</summary>
public enum RasterFormat
{
    /// <summary>Without loss.</summary>
    Png,

    /// <summary>Bare pixels (Netpbm): what text recognition takes, without the work of packing them.</summary>
    Pixels,

    /// <summary>Smaller, with loss: what people look at.</summary>
    Jpeg,
}

/// <summary>How pages become images.</summary>
public sealed record RasterOptions
{
    /// <summary>The options as they are without a choice.</summary>
    public static RasterOptions Default { get; } = new();

    /// <summary>The program of poppler that draws pages: a name to look for, or a path.</summary>
    public string Command { get; init; } = "pdftoppm";

    /// <summary>Dots per inch. 100 shows small print on a screen; text recognition wants 300.</summary>
    public int Dpi { get; init; } = 100;

    /// <summary>Format of the images.</summary>
    public RasterFormat Format { get; init; } = RasterFormat.Png;

    /// <summary>Quality of a JPEG, 1 to 100; at 60 letters still have clean edges.</summary>
    public int JpegQuality { get; init; } = 60;

    /// <summary>Longest side of an image in pixels: a poster is drawn with fewer dots per inch, not with all memory.</summary>
    public int MaxSide { get; init; } = 6000;

    /// <summary>Most time for one page: a drawing of a million strokes must not hold up the rest.</summary>
    public TimeSpan TimeLimit { get; init; } = TimeSpan.FromSeconds(30);
}
