using Ingest.Model.Pages;
using Ingest.Model.Provenance;

namespace Ingest.Reading.Pdf;

/// <summary>
/// The way text runs, as a unit vector on the page as shown. Its axis « along » follows the text, « across » points
/// from the ascenders to the descenders: the same line building serves all directions.
/// </summary>
internal readonly record struct Heading(double Cos, double Sin, TextDirection Direction)
{
    private const double DegreesPerRadian = 180 / Math.PI;

    /// <summary>
    /// The heading of a vector. Within the tolerance it is an exact quarter turn; other angles are rounded to whole
    /// degrees, so that the letters of one watermark share one heading.
    /// </summary>
    public static Heading Of(double x, double y, double tolerance)
    {
        var degrees = Math.Atan2(y, x) * DegreesPerRadian;
        var quarter = Math.Round(degrees / 90);
        if (Math.Abs(degrees - (quarter * 90)) <= tolerance)
        {
            return quarter switch
            {
                0 => new Heading(1, 0, TextDirection.Horizontal),
                1 => new Heading(0, 1, TextDirection.Down),
                -1 => new Heading(0, -1, TextDirection.Up),
                _ => new Heading(-1, 0, TextDirection.Reversed),
            };
        }

        var rounded = Math.Round(degrees) / DegreesPerRadian;
        return new Heading(Math.Cos(rounded), Math.Sin(rounded), TextDirection.Slanted);
    }

    public double Along(ShownPoint point) => (point.X * Cos) + (point.Y * Sin);

    public double Across(ShownPoint point) => (point.Y * Cos) - (point.X * Sin);

    public ShownPoint PointAt(double along, double across) => new((along * Cos) - (across * Sin), (along * Sin) + (across * Cos));

    /// <summary>The upright box around a rectangle that follows the heading.</summary>
    public Box BoxOf(double start, double end, double top, double bottom)
    {
        var (a, b, c, d) = (PointAt(start, top), PointAt(end, top), PointAt(start, bottom), PointAt(end, bottom));
        return new Box(
            Math.Min(Math.Min(a.X, b.X), Math.Min(c.X, d.X)), Math.Min(Math.Min(a.Y, b.Y), Math.Min(c.Y, d.Y)),
            Math.Max(Math.Max(a.X, b.X), Math.Max(c.X, d.X)), Math.Max(Math.Max(a.Y, b.Y), Math.Max(c.Y, d.Y)));
    }
}
