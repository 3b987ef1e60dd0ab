using System.Collections.Immutable;
using System.Globalization;
using Ingest.Model.Pages;
using Ingest.Reading.Tools;

namespace Ingest.Reading.Raster;

/// <summary>
/// A PDF whose pages are drawn by poppler's <c>pdftoppm</c>, a process for each page: what goes wrong with one page, and how long
/// it takes, is no matter of the others. The file is handed over under a name of our own, never under the user's. Pages may be
/// drawn from several threads at once.
/// </summary>
internal sealed class PdfRasterFile : IDisposable
{
    private const double PointsPerInch = 72;

    // Without its folder, where the program runs: on Windows, accents in the user's name would be lost on the way.
    private const string FileName = "source.pdf";

    private readonly RasterOptions _options;
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("ingest-raster-");
    /// <summary>Keeps the file where the program finds it.</summary>
    public PdfRasterFile(ReadOnlyMemory<byte> pdf, RasterOptions options)
    {
        _options = options;
        using var stream = File.Create(Path.Combine(_folder.FullName, FileName));
        stream.Write(pdf.Span);
    }

    /// <summary>Draws a page.</summary>
    /// <param name="page">Number and size of the page.</param>
    /// <param name="dpi">Dots per inch; fewer where the page would grow beyond the longest side allowed.</param>
    /// <param name="cancellation">Ends the process.</param>
    /// <exception cref="MissingToolException">The program is not installed.</exception>
    public PageRaster Draw(Page page, double dpi, CancellationToken cancellation)
    {
        var allowed = Allowed(page, dpi);
        var run = ChildTool.Run(_options.Command, Arguments(page.Number, allowed), ImmutableDictionary<string, string>.Empty, _folder.FullName, _options.TimeLimit, cancellation);
        return run.Outcome switch
        {
            ToolOutcome.Done when run.Output.Length > 0 => new PageRaster(page.Number, RasterOutcome.Drawn, run.Output) { Dpi = allowed },
            ToolOutcome.TimedOut => new PageRaster(page.Number, RasterOutcome.TimedOut, default),
            _ => new PageRaster(page.Number, RasterOutcome.Failed, default),
        };
    }

    /// <inheritdoc/>
    public void Dispose() => _folder.Delete(recursive: true);

    private IEnumerable<string> Arguments(int page, double dpi)
    {
        var number = page.ToString(CultureInfo.InvariantCulture);
        IEnumerable<string> format = _options.Format switch
        {
            RasterFormat.Jpeg => ["-jpeg", "-jpegopt", string.Create(CultureInfo.InvariantCulture, $"quality={_options.JpegQuality}")],
            RasterFormat.Png => ["-png"],
            _ => [],
        };
        return [.. format, "-cropbox", "-f", number, "-l", number, "-r", dpi.ToString("0.###", CultureInfo.InvariantCulture), FileName];
    }

    private double Allowed(Page page, double dpi)
    {
        var longest = page.Size is { } size ? Math.Max(size.Width, size.Height) : 0;
        return longest > 0 ? Math.Min(dpi, _options.MaxSide * PointsPerInch / longest) : dpi;
    }
}
