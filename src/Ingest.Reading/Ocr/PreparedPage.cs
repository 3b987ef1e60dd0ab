using System.Collections.Immutable;
using System.Globalization;
using Ingest.Model.Pages;
using Ingest.Model.Provenance;
using Ingest.Reading.Imaging;

namespace Ingest.Reading.Ocr;

/// <summary>A scanned page made ready to be read: straight, on white paper, its rules taken out.</summary>
/// <param name="Image">The image, at the resolution of text.</param>
/// <param name="Threshold">What is darker is ink.</param>
/// <param name="Dpi">Pixels per inch.</param>
/// <param name="Rulings">The rules that were taken out.</param>
/// <param name="Fills">Shaded areas.</param>
/// <param name="Turn">How it lies on the page as shown.</param>
internal sealed record PreparedPage(GreyImage Image, byte Threshold, double Dpi, IReadOnlyList<ImageRuling> Rulings, IReadOnlyList<ImageFill> Fills, PageTurn Turn)
{
    private const double PointsPerInch = 72;

    /// <summary>Stamps, signatures and the like that lie on it.</summary>
    public ImmutableArray<PageMark> Marks { get; init; } = [];

    /// <summary>Points of a length in pixels.</summary>
    public double ToPoints(double pixels) => pixels * PointsPerInch / Dpi;

    /// <summary>Pixels of a length in points.</summary>
    public double ToPixels(double points) => points * Dpi / PointsPerInch;

    /// <summary>Pixels of ink that cover as much as some square points.</summary>
    public double AreaToPixels(double squarePoints) => squarePoints * ToPixels(1) * ToPixels(1);

    /// <summary>An area in points.</summary>
    public Box ToPoints(PixelBox box) => new(ToPoints(box.Left), ToPoints(box.Top), ToPoints(box.Right), ToPoints(box.Bottom));

    /// <summary>An area in pixels, without those that it touches only in part.</summary>
    public PixelBox ToPixels(Box box) => new(
        (int)Math.Ceiling(ToPixels(box.Left)), (int)Math.Ceiling(ToPixels(box.Top)), (int)ToPixels(box.Right), (int)ToPixels(box.Bottom));

    /// <summary>The shaded areas in points.</summary>
    public ImmutableArray<FilledArea> FillsInPoints() =>
        [.. Fills.Select(fill => new FilledArea(ToPoints(fill.Box), string.Create(CultureInfo.InvariantCulture, $"#{fill.Level:x2}{fill.Level:x2}{fill.Level:x2}")))];

    /// <summary>The rules in points.</summary>
    public ImmutableArray<Ruling> RulingsInPoints() =>
    [
        .. Rulings.Select(ruling => new Ruling(ToPoints(ruling.Box), ruling.IsHorizontal)),
        .. Fills.Where(fill => fill.IsDark).SelectMany(fill => Sides(ToPoints(fill.Box))),
    ];

    // Where a dark header begins, cells begin, whether a rule is drawn there or not.
    private static IEnumerable<Ruling> Sides(Box box) =>
    [
        new(box with { Bottom = box.Top }, true), new(box with { Top = box.Bottom }, true),
        new(box with { Right = box.Left }, false), new(box with { Left = box.Right }, false),
    ];
}

/// <summary>A mark that lies on a page: a stamp, a signature.</summary>
/// <param name="Box">Its area in points of the page as read.</param>
/// <param name="IsRemoved">Whether it was taken out before the page was read.</param>
internal sealed record PageMark(Box Box, bool IsRemoved);
