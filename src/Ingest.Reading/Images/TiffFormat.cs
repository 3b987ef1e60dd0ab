using System.Collections.Immutable;
using Ingest.Reading.Imaging;

namespace Ingest.Reading.Images;

/// <summary>TIFF and BigTIFF, each image in them a page but for thumbnails and masks.</summary>
internal sealed class TiffFormat : ImageFormat
{
    // NewSubfileType: a smaller version of another image, a mask of one.
    private const long NoPage = 1 | 4;

    // Red, green, blue and opacity of 16 bits; more is measured, not seen.
    private const long LargestPixel = 8;

    public override string Name => "TIFF";

    public override string MediaType => "image/tiff";

    public override bool Recognises(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith("II*\0"u8) || bytes.StartsWith("MM\0*"u8) || bytes.StartsWith("II+\0"u8) || bytes.StartsWith("MM\0+"u8);

    public override ImageFrames Read(ReadOnlyMemory<byte> bytes, int mostPages)
    {
        if (TiffStructure.Of(bytes) is not { } structure)
            return new ImageFrames([], ImageProblem.NoImage);
        var chain = structure.Chain(mostPages);
        var frames = chain.Offsets.Select(offset => (Offset: offset, Directory: structure.DirectoryAt(offset)!))
            .Where(page => ((page.Directory.Whole(TiffTags.SubfileType) ?? 0) & NoPage) == 0)
            .Select(page => ToFrame(page.Directory, bytes.Length) with { Offset = page.Offset });
        return new ImageFrames([.. frames], chain.End switch
        {
            TiffChainEnd.Broken => ImageProblem.BrokenChain,
            TiffChainEnd.TooLong => ImageProblem.TooManyPages(mostPages),
            _ => chain.Offsets.IsEmpty ? ImageProblem.NoImage : null,
        });
    }

    public override PagePicture Decode(ReadOnlyMemory<byte> bytes, ImageFrame frame, int factor) => TiffPixels.Decode(bytes, frame, factor);

    private static ImageFrame ToFrame(TiffDirectory directory, long length)
    {
        var frame = new ImageFrame
        {
            Width = directory.Whole(TiffTags.Width) ?? 0,
            Height = directory.Whole(TiffTags.Height) ?? 0,
            Stated = TiffTags.ResolutionOf(directory),
            Orientation = ImageOrientation.OfTag(directory.Whole(TiffTags.Orientation)),
        };
        if (frame.Width == 0 || frame.Height == 0 || directory.IsAbsurd)
            return frame with { Problem = ImageProblem.Damaged };
        if (PixelSize(directory) > LargestPixel || !HasSaneTiles(directory, frame))
            return frame with { Problem = ImageProblem.UnknownPixels };
        ImmutableArray<long> offsets = [.. directory.Wholes(TiffTags.StripOffsets), .. directory.Wholes(TiffTags.TileOffsets)];
        ImmutableArray<long> lengths = [.. directory.Wholes(TiffTags.StripLengths), .. directory.Wholes(TiffTags.TileLengths)];
        var isCut = directory.IsCut || offsets.Where((offset, index) => offset > length - (index < lengths.Length ? lengths[index] : 1)).Any();
        return offsets.IsEmpty && !isCut ? frame with { Problem = ImageProblem.Damaged } : frame with { IsCut = isCut };
    }

    private static double PixelSize(TiffDirectory directory) =>
        (directory.Whole(TiffTags.SamplesPerPixel) ?? 1) * (directory.Whole(TiffTags.BitsPerSample) ?? 1) / 8.0;

    // Tiles of the last column and row reach beyond the image, by less than one of them; usual ones have a side of 256.
    private static bool HasSaneTiles(TiffDirectory directory, ImageFrame frame) =>
        (directory.Whole(TiffTags.TileWidth) ?? 0) < frame.Width + LargestTile && (directory.Whole(TiffTags.TileHeight) ?? 0) < frame.Height + LargestTile;

    private const long LargestTile = 4096;
}
