using System.Text;

namespace Ingest.Reading.Text;

/// <summary>Text of a file.</summary>
/// <param name="Text">The characters, without the byte order mark.</param>
/// <param name="IsLegacy">Whether some of it was read as Windows-1252.</param>
internal readonly record struct DecodedText(string Text, bool IsLegacy);

/// <summary>
/// Bytes to text: UTF-16 and UTF-8 by their marks, else UTF-8 where the bytes are, else Windows-1252. In a file of mixed
/// origin (parts pasted together) the bytes that are no UTF-8 are read as Windows-1252 one by one.
/// </summary>
internal static class TextDecoding
{
    private const int WindowsLatin = 1252;

    private static readonly Encoding Legacy = CodePagesEncodingProvider.Instance.GetEncoding(WindowsLatin)
        ?? throw new InvalidOperationException("The framework has no Windows-1252.");

    /// <summary>The text of the bytes.</summary>
    public static DecodedText Decode(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith(Encoding.Unicode.Preamble))
            return new DecodedText(Encoding.Unicode.GetString(bytes[2..]), IsLegacy: false);
        if (bytes.StartsWith(Encoding.BigEndianUnicode.Preamble))
            return new DecodedText(Encoding.BigEndianUnicode.GetString(bytes[2..]), IsLegacy: false);
        if (bytes.StartsWith(Encoding.UTF8.Preamble))
            bytes = bytes[3..];
        return DecodeUnmarked(bytes);
    }

    private static DecodedText DecodeUnmarked(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder(bytes.Length);
        var wide = 0;
        var broken = 0;
        Span<char> units = stackalloc char[2];
        for (var rest = bytes; !rest.IsEmpty;)
        {
            if (Rune.DecodeFromUtf8(rest, out var rune, out var length) == System.Buffers.OperationStatus.Done)
            {
                text.Append(units[..rune.EncodeToUtf16(units)]);
                wide += length > 1 ? 1 : 0;
                rest = rest[length..];
                continue;
            }

            broken++;
            text.Append(Legacy.GetString(rest[..1]));
            rest = rest[1..];
        }

        // Letters with accents are single bytes in Windows-1252; that two of them look like UTF-8 is rare, so the majority tells.
        return broken > wide
            ? new DecodedText(Legacy.GetString(bytes), IsLegacy: true)
            : new DecodedText(text.ToString(), IsLegacy: broken > 0);
    }
}
