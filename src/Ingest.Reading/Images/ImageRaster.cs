using Ingest.Model.Pages;
using Ingest.Reading.Raster;
using SkiaSharp;

namespace Ingest.Reading.Images;

/// <summary>Draws pages of image files for people to look at, in grey: a browser shows no TIFF, and no image has a resolution for it.</summary>
public sealed class ImageRaster
{
    private readonly RasterOptions _options;

    /// <summary>A raster with options, the usual ones if left out. Pages become JPEG, whatever format the options name.</summary>
    public ImageRaster(RasterOptions? options = null) => _options = options ?? RasterOptions.Default;

    /// <summary>Whether files of a media type are image files.</summary>
    /// <param name="mediaType">Media type, as a reader gives it.</param>
    public static bool Draws(string mediaType) => FormatOf(mediaType) is not null;

    /// <summary>The images of the pages, one by one as they are asked for.</summary>
    /// <param name="file">The whole file.</param>
    /// <param name="mediaType">Its media type.</param>
    /// <param name="pages">The pages as read: number and place of the image.</param>
    /// <param name="cancellation">Stops.</param>
    /// <exception cref="ArgumentException">The media type is that of no image file.</exception>
    public IEnumerable<PageRaster> Draw(ReadOnlyMemory<byte> file, string mediaType, IEnumerable<Page> pages, CancellationToken cancellation)
    {
        var format = FormatOf(mediaType) ?? throw new ArgumentException($"No image file: {mediaType}", nameof(mediaType));
        return DrawAll(file, format, pages, cancellation);
    }

    private IEnumerable<PageRaster> DrawAll(ReadOnlyMemory<byte> file, ImageFormat format, IEnumerable<Page> pages, CancellationToken cancellation)
    {
        using var images = new ImagePageImages(file, format);
        foreach (var page in pages)
        {
            var (picture, outcome) = images.Draw(page, _options.Dpi, cancellation);
            if (picture is null)
            {
                yield return new PageRaster(page.Number, outcome, default);
                continue;
            }

            using var bitmap = new SKBitmap(picture.Grey.Width, picture.Grey.Height, SKColorType.Gray8, SKAlphaType.Opaque);
            for (var y = 0; y < picture.Grey.Height; y++)
                picture.Grey.Row(y).CopyTo(bitmap.GetPixelSpan()[(y * bitmap.RowBytes)..]);
            using var data = bitmap.Encode(SKEncodedImageFormat.Jpeg, _options.JpegQuality);
            yield return new PageRaster(page.Number, RasterOutcome.Drawn, data.ToArray()) { Dpi = picture.Dpi };
        }
    }

    private static ImageFormat? FormatOf(string mediaType) => ImageFormat.All.FirstOrDefault(format => format.MediaType == mediaType);
}
