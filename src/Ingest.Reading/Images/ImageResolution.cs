namespace Ingest.Reading.Images;

/// <summary>
/// The resolution that is believed of an image: what its file states where that makes a page, else what makes a page of it.
/// </summary>
internal sealed class ImageResolution(ImageOptions options)
{
    private const double PointsPerInch = 72;

    // Two resolutions that differ by less are one, written in whole dots per metre or centimetre.
    private const double Rounding = 0.02;

    /// <summary>Pixels per inch, from left to right and from top to bottom of the stored pixels.</summary>
    public (double X, double Y) Of(ImageFrame frame)
    {
        if (frame.Stated is { } stated && IsPossible(stated.X) && IsPossible(stated.Y) && !IsOfProgram(frame, stated))
            return IsOne(stated) ? (stated.X, stated.X) : stated;
        var supposed = Math.Clamp(Math.Max(frame.Width, frame.Height) * PointsPerInch / options.SupposedSide, options.LowestDpi, options.HighestDpi);
        return (supposed, supposed);
    }

    /// <summary>Whether two resolutions are the same but for rounding.</summary>
    public static bool IsOne((double X, double Y) dpi) => Math.Abs(dpi.X - dpi.Y) <= Rounding * dpi.X;

    private bool IsPossible(double dpi) => dpi >= options.LowestDpi && dpi <= options.HighestDpi;

    // Cameras and programs for screens write the same number into every file.
    private bool IsOfProgram(ImageFrame frame, (double X, double Y) stated) =>
        Math.Max(stated.X, stated.Y) <= options.ScreenDpi
        && Math.Max(frame.Width / stated.X, frame.Height / stated.Y) * PointsPerInch > options.LongestScreen;
}
