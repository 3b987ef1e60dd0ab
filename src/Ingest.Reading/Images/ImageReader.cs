using System.Collections.Immutable;
using Ingest.Model.Findings;
using Ingest.Model.Pages;
using Ingest.Model.Provenance;

namespace Ingest.Reading.Images;

/// <summary>
/// Reads image files, each image a page without text: its size, and that it is an image. Nothing is unpacked here; what stands on
/// the page is the business of text recognition.
/// </summary>
public sealed class ImageReader : IFormatReader
{
    private const double PointsPerInch = 72;

    private readonly ImageFormat _format;
    private readonly ImageOptions _options;
    private readonly ImageResolution _resolution;

    private ImageReader(ImageFormat format, ImageOptions options) => (_format, _options, _resolution) = (format, options, new ImageResolution(options));

    /// <inheritdoc/>
    public string MediaType => _format.MediaType;

    /// <summary>The readers of PNG, JPEG and TIFF.</summary>
    /// <param name="options">Limits and suppositions, the default ones if left out.</param>
    public static ImmutableArray<ImageReader> All(ImageOptions? options = null) =>
        [.. ImageFormat.All.Select(format => new ImageReader(format, options ?? new ImageOptions()))];

    /// <inheritdoc/>
    public bool Recognises(ReadOnlySpan<byte> bytes) => _format.Recognises(bytes);

    /// <inheritdoc/>
    public IEnumerable<Page> Read(ReadOnlyMemory<byte> bytes)
    {
        var (frames, problem) = _format.Read(bytes, _options.MostPages);
        if (frames.IsEmpty)
            throw new UnreadableSourceException(SourceFindings.Unreadable.At(null, null, _format.Name, problem ?? ImageProblem.NoImage));
        for (var i = 0; i < frames.Length; i++)
        {
            var page = ToPage(frames[i], i + 1, frames.Length);
            yield return problem is not null && i == frames.Length - 1 ? page with { Findings = [.. page.Findings, UnreadRest(page.Number, problem)] } : page;
        }
    }

    private static Finding UnreadRest(int last, Wording problem) =>
        SourceFindings.UnreadPart.At(null, Whole(last), new Wording($"après la page {last}", $"after page {last}"), problem);

    private static Evidence Whole(int number) => new() { Regions = [new EvidenceRegion { Page = number }], Text = "" };

    private Page ToPage(ImageFrame frame, int number, int count)
    {
        var page = new Page { Number = number, PageCount = count };
        if ((frame.Problem ?? SizeProblem(frame)) is { } problem)
            return page with { Findings = [SourceFindings.UnreadablePage.At(null, Whole(number), number, problem)] };
        var dpi = _resolution.Of(frame);
        var (across, down) = (frame.Width * PointsPerInch / dpi.X, frame.Height * PointsPerInch / dpi.Y);
        var size = frame.Orientation.IsAcross ? new PageSize(down, across) : new PageSize(across, down);
        return page with
        {
            Size = size,
            Images = [new ImageArea(new Box(0, 0, size.Width, size.Height), Math.Max(dpi.X, dpi.Y))],
            Findings = [.. FindingsOf(frame, number)],
        };
    }

    private Wording? SizeProblem(ImageFrame frame) =>
        frame.Width > _options.MostPixels / Math.Max(1, frame.Height) ? ImageProblem.TooLarge(frame, _options.MostPixels) : null;

    private static IEnumerable<Finding> FindingsOf(ImageFrame frame, int number)
    {
        yield return SourceFindings.ImageOnlyPage.At(null, Whole(number), number);
        if (frame.IsCut)
            yield return SourceFindings.UnreadPart.At(null, Whole(number), new Wording($"bas de la page {number}", $"bottom of page {number}"), ImageProblem.Cut);
    }
}
