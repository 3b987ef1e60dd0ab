using Ingest.Model.Pages;
using Ingest.Reading.Imaging;
using Ingest.Reading.Raster;

namespace Ingest.Reading.Ocr;

/// <summary>The pages of a source as pictures; asked from several threads at once.</summary>
internal interface IPageImages : IDisposable
{
    /// <summary>The picture of a page.</summary>
    /// <param name="page">The page.</param>
    /// <param name="dpi">Resolution wanted in dots per inch; a source of pixels gives those that it has.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <returns>The picture, or null with the reason why there is none.</returns>
    /// <exception cref="MissingToolException">A program that the work needs is not installed.</exception>
    (PagePicture? Picture, RasterOutcome Outcome) Draw(Page page, double dpi, CancellationToken cancellation);
}

/// <summary>Pages of a PDF, drawn by poppler.</summary>
internal sealed class PdfPageImages(ReadOnlyMemory<byte> pdf, RasterOptions options) : IPageImages
{
    private readonly PdfRasterFile _file = new(pdf, options with { Format = RasterFormat.Pixels });

    public (PagePicture? Picture, RasterOutcome Outcome) Draw(Page page, double dpi, CancellationToken cancellation)
    {
        var raster = _file.Draw(page, dpi, cancellation);
        return (raster.Outcome == RasterOutcome.Drawn ? PortableMap.Read(raster.Bytes.Span, raster.Dpi) : null, raster.Outcome);
    }

    public void Dispose() => _file.Dispose();
}
