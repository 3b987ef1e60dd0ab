using System.Collections.Immutable;
using Ingest.Reading.Imaging;

namespace Ingest.Reading.Images;

/// <summary>A format of image files: its headers without a vendor's code, its pixels by it.</summary>
internal abstract class ImageFormat
{
    /// <summary>The formats that are read.</summary>
    public static ImmutableArray<ImageFormat> All { get; } = [new PngFormat(), new JpegFormat(), new TiffFormat()];

    /// <summary>Name for people.</summary>
    public abstract string Name { get; }

    /// <summary>Media type.</summary>
    public abstract string MediaType { get; }

    /// <summary>Whether the first bytes are those of the format.</summary>
    public abstract bool Recognises(ReadOnlySpan<byte> bytes);

    /// <summary>The images of a file by their headers; nothing is unpacked.</summary>
    /// <param name="bytes">The whole file.</param>
    /// <param name="mostPages">The most of them.</param>
    public abstract ImageFrames Read(ReadOnlyMemory<byte> bytes, int mostPages);

    /// <summary>The pixels of an image as they are stored.</summary>
    /// <param name="bytes">The whole file.</param>
    /// <param name="frame">The image.</param>
    /// <param name="factor">Side of the squares of pixels that become one; 1 for all of them.</param>
    /// <returns>The pixels, with a resolution of 0: the format does not know which one is believed.</returns>
    /// <exception cref="InvalidDataException">They are damaged or coded in an unknown way.</exception>
    public abstract PagePicture Decode(ReadOnlyMemory<byte> bytes, ImageFrame frame, int factor);
}
