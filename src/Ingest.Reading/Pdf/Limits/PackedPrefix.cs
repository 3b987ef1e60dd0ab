using System.IO.Compression;

namespace Ingest.Reading.Pdf.Limits;

/// <summary>
/// As much of a packed stream as unpacks to a length that is allowed: the whole of it, or its beginning. A stream that is damaged is left
/// to the filter, which makes the best of it.
/// </summary>
internal static class PackedPrefix
{
    // Most that the formats can make of a byte: RFC 1951 one length of 258 in two bits; strings of LZW grow by a byte from code to code.
    private const int MostOfFlate = 1032;
    private const int MostOfLzw = 1400;
    private const int MostOfRunLength = 64;
    private const int MostOfAscii85 = 4;

    private const int Step = 1 << 16;
    private const int ZlibHeader = 2;
    private const int LzwClear = 256;
    private const int LzwEnd = 257;

    /// <summary>Of a stream of Flate: where it is too long its beginning is packed anew, without shrinking it.</summary>
    public static Memory<byte> Flate(Memory<byte> input, long most)
    {
        if (input.Length * (long)MostOfFlate <= most || Inflate(input, most, null) <= most)
            return input;
        using var beginning = new MemoryStream((int)most + Step);
        using (var packing = new ZLibStream(beginning, CompressionLevel.NoCompression, leaveOpen: true))
            Inflate(input, most, packing);
        return beginning.ToArray();
    }

    /// <summary>Of a stream of LZW.</summary>
    /// <param name="input">The stream.</param>
    /// <param name="isEarly">Whether codes grow longer one code early.</param>
    /// <param name="most">The length that is allowed.</param>
    public static Memory<byte> Lzw(Memory<byte> input, bool isEarly, long most)
    {
        if (input.Length * (long)MostOfLzw <= most)
            return input;
        var bytes = input.Span;
        var lengths = new int[1 << 12];
        var (next, previous, width, length) = (LzwEnd + 1, 0, 9, 0L);
        for (long bit = 0; bit + width <= bytes.Length * 8L; bit += width)
        {
            var code = Code(bytes, bit, width);
            if (code == LzwEnd)
                return input;
            if (code == LzwClear)
            {
                (next, previous, width) = (LzwEnd + 1, 0, 9);
                continue;
            }

            var made = code < LzwClear ? 1 : code < next ? lengths[code] : previous + 1;
            if (previous > 0 && next < lengths.Length)
                lengths[next++] = previous + 1;
            previous = made;
            width = Math.Clamp(32 - int.LeadingZeroCount(next - (isEarly ? 0 : 1)), 9, 12);
            length += made;
            if (length > most)
                return input[..(int)(bit / 8)];
        }

        return input;
    }

    /// <summary>Of a stream of run lengths.</summary>
    public static Memory<byte> RunLength(Memory<byte> input, long most)
    {
        if (input.Length * (long)MostOfRunLength <= most)
            return input;
        var length = 0L;
        for (var at = 0; at < input.Length;)
        {
            var run = input.Span[at];
            if (run == 128)
                break;
            length += run < 128 ? run + 1 : 257 - run;
            if (length > most)
                return input[..at];
            at += run < 128 ? run + 2 : 2;
        }

        return input;
    }

    /// <summary>Of a stream of ASCII 85.</summary>
    public static Memory<byte> Ascii85(Memory<byte> input, long most)
    {
        if (input.Length * (long)MostOfAscii85 <= most)
            return input;
        var fifths = 0L;
        for (var at = 0; at < input.Length; at++)
        {
            fifths += input.Span[at] == 'z' ? MostOfAscii85 * 5 : MostOfAscii85;
            if (fifths / 5 > most)
                return input[..at];
        }

        return input;
    }

    // How long the stream is once it is unpacked, as far as it matters.
    private static long Inflate(Memory<byte> input, long most, Stream? into)
    {
        var length = 0L;
        try
        {
            using var packed = new MemoryStream(input[ZlibHeader..].ToArray(), writable: false);
            using var stream = new DeflateStream(packed, CompressionMode.Decompress);
            var buffer = new byte[Step];
            for (int count; length <= most && (count = stream.Read(buffer)) > 0; length += count)
                into?.Write(buffer, 0, (int)Math.Min(count, most - length));
        }
        catch (InvalidDataException)
        {
            // What is damaged ends here.
        }

        return length;
    }

    private static int Code(ReadOnlySpan<byte> bytes, long bit, int width)
    {
        var at = (int)(bit / 8);
        var three = (bytes[at] << 16) | ((at + 1 < bytes.Length ? bytes[at + 1] : 0) << 8) | (at + 2 < bytes.Length ? bytes[at + 2] : 0);
        return (three >> (24 - (int)(bit % 8) - width)) & ((1 << width) - 1);
    }
}
