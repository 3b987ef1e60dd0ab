namespace Ingest.Reading.Images;

/// <summary>An EXIF block → what it says of the image that it stands in.</summary>
internal static class ExifBlock
{
    /// <summary>The frame with the block's orientation, and with its resolution where the file itself states none.</summary>
    public static ImageFrame Add(ImageFrame frame, ReadOnlyMemory<byte> block)
    {
        if (TiffStructure.Of(block) is not { } structure || structure.DirectoryAt(structure.First) is not { } directory)
            return frame;
        return frame with
        {
            Orientation = ImageOrientation.OfTag(directory.Whole(TiffTags.Orientation)),
            Stated = frame.Stated ?? TiffTags.ResolutionOf(directory),
        };
    }
}
