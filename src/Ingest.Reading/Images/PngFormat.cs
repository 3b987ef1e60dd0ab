using System.Buffers.Binary;
using Ingest.Reading.Imaging;

namespace Ingest.Reading.Images;

/// <summary>PNG: its chunks as the specification (ISO/IEC 15948) lays them out.</summary>
internal sealed class PngFormat : ImageFormat
{
    private const int HeaderLength = 13;
    private const int ResolutionLength = 9;
    private const double MetresPerInch = 0.0254;

    public override string Name => "PNG";

    public override string MediaType => "image/png";

    private static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    public override bool Recognises(ReadOnlySpan<byte> bytes) => bytes.StartsWith(Signature);

    public override ImageFrames Read(ReadOnlyMemory<byte> bytes, int mostPages)
    {
        var frame = new ImageFrame { IsCut = true };
        var hasPixels = false;
        var at = Signature.Length;
        while (at <= bytes.Length - 8)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(bytes.Span[at..]);
            var name = bytes.Span.Slice(at + 4, 4);
            var content = bytes[(at + 8)..];
            hasPixels |= name.SequenceEqual("IDAT"u8) && !content.IsEmpty;
            if (name.SequenceEqual("IEND"u8))
                frame = frame with { IsCut = false };
            if (length > content.Length - 4 || !frame.IsCut)
                break;
            frame = Add(frame, name, content[..(int)length]);
            at += 12 + (int)length;
        }

        return frame.Width > 0 && frame.Height > 0 && hasPixels ? new ImageFrames([frame]) : new ImageFrames([], ImageProblem.NoImage);
    }

    public override PagePicture Decode(ReadOnlyMemory<byte> bytes, ImageFrame frame, int factor) => SkiaPixels.Decode(bytes, frame, factor);

    private static ImageFrame Add(ImageFrame frame, ReadOnlySpan<byte> name, ReadOnlyMemory<byte> content)
    {
        var span = content.Span;
        if (name.SequenceEqual("IHDR"u8) && span.Length == HeaderLength)
            return frame with { Width = BinaryPrimitives.ReadUInt32BigEndian(span), Height = BinaryPrimitives.ReadUInt32BigEndian(span[4..]) };
        if (name.SequenceEqual("pHYs"u8) && span.Length == ResolutionLength && span[8] == 1)
            return frame with { Stated = (PerInch(BinaryPrimitives.ReadUInt32BigEndian(span)), PerInch(BinaryPrimitives.ReadUInt32BigEndian(span[4..]))) };
        return name.SequenceEqual("eXIf"u8) ? ExifBlock.Add(frame, content) : frame;
    }

    private static double PerInch(double perMetre) => TiffTags.Rounded(perMetre * MetresPerInch);
}
