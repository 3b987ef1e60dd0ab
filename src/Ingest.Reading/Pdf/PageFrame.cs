using Ingest.Model.Pages;
using Ingest.Model.Provenance;
using UglyToad.PdfPig.Core;

namespace Ingest.Reading.Pdf;

/// <summary>
/// From the coordinates of the PDF library (rotation applied, origin at the bottom left, user units) to points from the
/// top left of the page as shown. The only place where coordinates are turned.
/// </summary>
internal sealed class PageFrame
{
    private readonly PdfRectangle _shown;
    private readonly double _unit;

    /// <param name="mediaBox">Media box, rotation applied.</param>
    /// <param name="cropBox">Crop box, rotation applied; what lies outside the media box is not shown.</param>
    /// <param name="unit">Points per user unit (entry UserUnit).</param>
    public PageFrame(PdfRectangle mediaBox, PdfRectangle cropBox, double unit)
    {
        var (left, bottom) = (Math.Max(mediaBox.Left, cropBox.Left), Math.Max(mediaBox.Bottom, cropBox.Bottom));
        var (right, top) = (Math.Min(mediaBox.Right, cropBox.Right), Math.Min(mediaBox.Top, cropBox.Top));
        _shown = right > left && top > bottom ? new PdfRectangle(left, bottom, right, top) : mediaBox;
        _unit = unit > 0 ? unit : 1;
    }

    public PageSize Size => new(_shown.Width * _unit, _shown.Height * _unit);

    public Box Bounds => new(0, 0, Size.Width, Size.Height);

    public double Scale => _unit;

    public ShownPoint ToShown(double x, double y) => new((x - _shown.Left) * _unit, (_shown.Top - y) * _unit);
}
