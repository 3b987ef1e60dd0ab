using System.Buffers.Binary;
using Ingest.Reading.Imaging;

namespace Ingest.Reading.Images;

/// <summary>JPEG: its segments up to the first scan as ITU-T T.81, JFIF and EXIF lay them out.</summary>
internal sealed class JpegFormat : ImageFormat
{
    private const byte Mark = 0xFF;
    private const byte StartOfScan = 0xDA;
    private const byte EndOfImage = 0xD9;
    private const byte Jfif = 0xE0;
    private const byte Exif = 0xE1;
    private const int PerInch = 1;
    private const int PerCentimetre = 2;
    private const double CentimetresPerInch = 2.54;

    public override string Name => "JPEG";

    public override string MediaType => "image/jpeg";

    public override bool Recognises(ReadOnlySpan<byte> bytes) => bytes.StartsWith((ReadOnlySpan<byte>)[Mark, 0xD8, Mark]);

    public override ImageFrames Read(ReadOnlyMemory<byte> bytes, int mostPages)
    {
        var frame = new ImageFrame();
        for (var at = 2; at <= bytes.Length - 4;)
        {
            var kind = bytes.Span[at + 1];
            if (bytes.Span[at] != Mark)
                break;
            if (kind == Mark)
            {
                // Filling: any number of marks may precede one that means something.
                at++;
                continue;
            }

            var length = BinaryPrimitives.ReadUInt16BigEndian(bytes.Span[(at + 2)..]);
            if (kind == StartOfScan && frame is { Width: > 0, Height: > 0 })
                return new ImageFrames([frame with { IsCut = bytes.Span[at..].LastIndexOf((ReadOnlySpan<byte>)[Mark, EndOfImage]) < 0 }]);
            if (length < 2 || length > bytes.Length - at - 2)
                break;
            frame = Add(frame, kind, bytes.Slice(at + 4, length - 2));
            at += 2 + length;
        }

        return new ImageFrames([], ImageProblem.NoImage);
    }

    public override PagePicture Decode(ReadOnlyMemory<byte> bytes, ImageFrame frame, int factor) => SkiaPixels.Decode(bytes, frame, factor);

    private static ImageFrame Add(ImageFrame frame, byte kind, ReadOnlyMemory<byte> content)
    {
        var span = content.Span;
        if (IsFrame(kind) && span.Length >= 6)
            return frame with { Height = BinaryPrimitives.ReadUInt16BigEndian(span[1..]), Width = BinaryPrimitives.ReadUInt16BigEndian(span[3..]) };
        if (kind == Jfif && span.Length >= 12 && span.StartsWith("JFIF\0"u8))
            return frame with { Stated = ResolutionOf(span) ?? frame.Stated };
        return kind == Exif && span.StartsWith("Exif\0\0"u8) ? ExifBlock.Add(frame, content[6..]) : frame;
    }

    // SOF0 to SOF15, among which stand the tables of Huffman (C4) and arithmetic (CC) codes and an extension (C8).
    private static bool IsFrame(byte kind) => kind is >= 0xC0 and <= 0xCF and not 0xC4 and not 0xC8 and not 0xCC;

    private static (double X, double Y)? ResolutionOf(ReadOnlySpan<byte> jfif)
    {
        var (x, y) = (BinaryPrimitives.ReadUInt16BigEndian(jfif[8..]), BinaryPrimitives.ReadUInt16BigEndian(jfif[10..]));
        return jfif[7] switch
        {
            PerInch => (x, y),
            PerCentimetre => (TiffTags.Rounded(x * CentimetresPerInch), TiffTags.Rounded(y * CentimetresPerInch)),
            _ => null,
        };
    }
}
