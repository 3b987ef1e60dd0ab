using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using Ingest.Model.Pages;

namespace Ingest.Reading.Raster;

/// <summary>
/// Draws pages of a PDF by poppler's <c>pdftoppm</c>, a process for each page: what goes wrong with one page, and how long
/// it takes, is no matter of the others. The file is handed over under a name of our own, never under the user's.
/// </summary>
public sealed class PdfRaster
{
    private const double PointsPerInch = 72;

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
        var folder = Directory.CreateTempSubdirectory("ingest-raster-");
        try
        {
            var file = Path.Combine(folder.FullName, "source.pdf");
            using (var stream = File.Create(file))
                stream.Write(pdf.Span);
            foreach (var page in pages)
                yield return DrawPage(file, page, cancellation);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private PageRaster DrawPage(string file, Page page, CancellationToken cancellation)
    {
        using var process = Start(file, page);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(_options.TimeLimit);
        try
        {
            var image = Collect(process, limit.Token).GetAwaiter().GetResult();
            return process.ExitCode == 0 && image.Length > 0
                ? new PageRaster(page.Number, RasterOutcome.Drawn, image)
                : new PageRaster(page.Number, RasterOutcome.Failed, default);
        }
        catch (OperationCanceledException)
        {
            cancellation.ThrowIfCancellationRequested();
            return new PageRaster(page.Number, RasterOutcome.TimedOut, default);
        }
        finally
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }
    }

    // Both streams are read while it runs: a full pipe would stop it.
    private static async Task<byte[]> Collect(Process process, CancellationToken limit)
    {
        process.StandardInput.Close();
        using var image = new MemoryStream();
        await Task.WhenAll(
            process.StandardOutput.BaseStream.CopyToAsync(image, limit),
            process.StandardError.BaseStream.CopyToAsync(Stream.Null, limit));
        await process.WaitForExitAsync(limit);
        return image.ToArray();
    }

    private Process Start(string file, Page page)
    {
        var start = new ProcessStartInfo(_options.Command)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        foreach (var argument in Arguments(file, page))
            start.ArgumentList.Add(argument);
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception error)
        {
            throw new MissingToolException(_options.Command, error);
        }
    }

    private IEnumerable<string> Arguments(string file, Page page)
    {
        var number = page.Number.ToString(CultureInfo.InvariantCulture);
        IEnumerable<string> format = _options.Format == RasterFormat.Jpeg
            ? ["-jpeg", "-jpegopt", string.Create(CultureInfo.InvariantCulture, $"quality={_options.JpegQuality}")]
            : ["-png"];
        return [.. format, "-cropbox", "-f", number, "-l", number, "-r", Dpi(page).ToString("0.###", CultureInfo.InvariantCulture), file];
    }

    private double Dpi(Page page)
    {
        var longest = page.Size is { } size ? Math.Max(size.Width, size.Height) : 0;
        return longest > 0 ? Math.Min(_options.Dpi, _options.MaxSide * PointsPerInch / longest) : _options.Dpi;
    }
}
