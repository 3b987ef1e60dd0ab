namespace Ingest.Reading.Images;

/// <summary>How image files are read: what is too large, and how long an inch is where a file does not say it, or not believably.</summary>
public sealed record ImageOptions
{
    /// <summary>
    /// The most pixels that a page may have, told from its header before anything is unpacked: A3 at 600 dots per inch has 70
    /// million, and each takes four bytes while it is unpacked. A larger image is left unread and told. Default 100 million.
    /// </summary>
    public int MostPixels { get; init; } = 100_000_000;

    /// <summary>The most pages of one file; what follows is left unread and told. A deliberation with its annexes has some hundreds. Default 2000.</summary>
    public int MostPages { get; init; } = 2000;

    /// <summary>
    /// Lowest resolution in dots per inch that is believed: at less, letters of 12 points are 8 pixels high and nobody reads them.
    /// Default 50.
    /// </summary>
    public double LowestDpi { get; init; } = 50;

    /// <summary>Highest resolution in dots per inch that is believed: scanners of offices end there. Default 1200.</summary>
    public double HighestDpi { get; init; } = 1200;

    /// <summary>
    /// Resolution in dots per inch up to which a file may only repeat what its program writes into every file (72 of cameras, 96
    /// of screens); it is believed where the page is no longer than <see cref="LongestScreen"/>. Default 100.
    /// </summary>
    public double ScreenDpi { get; init; } = 100;

    /// <summary>
    /// Longest side in points of a page whose resolution is that of a screen: A3 has 1191, while a photograph of 4000 pixels that
    /// says 72 would be 4000 points long. Default 1310.
    /// </summary>
    public double LongestScreen { get; init; } = 1310;

    /// <summary>
    /// Longest side in points of a page whose resolution is not stated or not believed. Default 842: that of A4, on which nearly
    /// all that is scanned or photographed here was printed.
    /// </summary>
    public double SupposedSide { get; init; } = 842;
}
