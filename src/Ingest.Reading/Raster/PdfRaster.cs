using Ingest.Model.Pages;

namespace Ingest.Reading.Raster;

/// <summary>Draws pages of a PDF for people to look at.</summary>
public sealed class PdfRaster
{
    private readonly RasterOptions _options;

    /// <summary>A raster with options, the usual ones if left out.</summary>
    public PdfRaster(RasterOptions? options = null) => _options = options ?? RasterOptions.Default;

    /// <summary>The images of the pages, one by one as they are asked for.</summary>
    /// <param name="pdf">The whole file.</param>
    /// <param name="pages">The pages as read: number and size.</param>
    /// <param name="cancellation">Stops, and ends the process.</param>
    /// <exception cref="MissingToolException">The program is not installed.</exception>
    public IEnumerable<PageRaster> Draw(ReadOnlyMemory<byte> pdf, IEnumerable<Page> pages, CancellationToken cancellation)
    {
        using var file = new PdfRasterFile(pdf, _options);
        foreach (var page in pages)
            yield return file.Draw(page, _options.Dpi, cancellation);
    }
}
