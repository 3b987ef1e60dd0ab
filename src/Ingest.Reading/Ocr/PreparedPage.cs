using System.Collections.Immutable;
using Ingest.Model.Pages;
using Ingest.Model.Provenance;
using Ingest.Reading.Imaging;

namespace Ingest.Reading.Ocr;

/// <summary>A scanned page made ready to be read: straight, on white paper, its rules taken out.</summary>
/// <param name="Image">The image, at the resolution of text.</param>
/// <param name="Threshold">What is darker is ink.</param>
/// <param name="Dpi">Pixels per inch.</param>
/// <param name="Rulings">The rules that were taken out.</param>
/// <param name="Turn">How it lies on the page as shown.</param>
internal sealed record PreparedPage(GreyImage Image, byte Threshold, double Dpi, IReadOnlyList<ImageRuling> Rulings, PageTurn Turn)
{
    private const double PointsPerInch = 72;

    /// <summary>Points of a length in pixels.</summary>
    public double ToPoints(double pixels) => pixels * PointsPerInch / Dpi;

    /// <summary>Pixels of a length in points.</summary>
    public double ToPixels(double points) => points * Dpi / PointsPerInch;

    /// <summary>An area in points.</summary>
    public Box ToPoints(PixelBox box) => new(ToPoints(box.Left), ToPoints(box.Top), ToPoints(box.Right), ToPoints(box.Bottom));

    /// <summary>An area in pixels, without those that it touches only in part.</summary>
    public PixelBox ToPixels(Box box) => new(
        (int)Math.Ceiling(ToPixels(box.Left)), (int)Math.Ceiling(ToPixels(box.Top)), (int)ToPixels(box.Right), (int)ToPixels(box.Bottom));

    /// <summary>The rules in points.</summary>
    public ImmutableArray<Ruling> RulingsInPoints() => [.. Rulings.Select(ruling => new Ruling(ToPoints(ruling.Box), ruling.IsHorizontal))];
}
