using System.Collections.Immutable;
using Ingest.Model.Pages;
using Ingest.Model.Provenance;
using Ingest.Reading.Imaging;
using Ingest.Reading.Ocr;
using Ingest.Reading.Raster;

namespace Ingest.Reading.Images;

/// <summary>
/// Pages of an image file. One is unpacked at a time, whoever asks: of a long TIFF there is never more in memory than is being read.
/// </summary>
internal sealed class ImagePageImages(ReadOnlyMemory<byte> bytes, ImageFormat format) : IPageImages
{
    // A picture that falls short of the wanted resolution by less is as good.
    private const double GoodEnough = 0.95;

    private const double PointsPerInch = 72;

    private readonly Lock _unpacking = new();
    private readonly Lazy<ImmutableArray<ImageFrame>> _frames = new(() => format.Read(bytes, int.MaxValue).Frames);

    /// <inheritdoc/>
    public (PagePicture? Picture, RasterOutcome Outcome) Draw(Page page, double dpi, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        if (page.Images is not [{ Dpi: { } own, Box: var place }])
            return (null, RasterOutcome.Failed);
        try
        {
            lock (_unpacking)
                return (Unpack(_frames.Value[page.Number - 1], place, own, dpi), RasterOutcome.Drawn);
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            // The libraries state no list of what they throw on broken files; nothing of ours runs in there.
            return (null, RasterOutcome.Failed);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
    }

    private PagePicture Unpack(ImageFrame frame, Box place, double own, double wanted)
    {
        var factor = Math.Max(1, (int)(own / (GoodEnough * wanted)));
        var picture = format.Decode(bytes, frame, factor);
        var shown = picture with { Grey = frame.Orientation.Apply(picture.Grey), Chroma = picture.Chroma is { } chroma ? frame.Orientation.Apply(chroma) : null };
        var dpi = (X: shown.Grey.Width * PointsPerInch / place.Width, Y: shown.Grey.Height * PointsPerInch / place.Height);
        if (ImageResolution.IsOne(dpi))
            dpi = (own / factor, own / factor);
        return new PagePicture(SquarePixels.Convert(shown.Grey, dpi), shown.Chroma is null ? null : SquarePixels.Convert(shown.Chroma, dpi), Math.Max(dpi.X, dpi.Y));
    }
}
