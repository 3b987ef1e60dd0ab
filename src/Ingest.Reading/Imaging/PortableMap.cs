using System.Globalization;
using System.Text;

namespace Ingest.Reading.Imaging;

/// <summary>Images as poppler gives and Tesseract takes them: Netpbm's binary « P5 » (grey) and « P6 » (colour), 255 values.</summary>
internal static class PortableMap
{
    /// <summary>Reads an image.</summary>
    /// <exception cref="InvalidDataException">The bytes are no such image.</exception>
    public static PagePicture Read(ReadOnlySpan<byte> bytes, double dpi)
    {
        var at = 0;
        var sign = Token(bytes, ref at);
        var (width, height, most) = (Number(bytes, ref at), Number(bytes, ref at), Number(bytes, ref at));
        var channels = sign switch { "P5" => 1, "P6" => 3, _ => throw new InvalidDataException($"Netpbm sign « {sign} »") };
        at++;
        if (most != byte.MaxValue || bytes.Length - at < (long)width * height * channels)
            throw new InvalidDataException("Netpbm image cut short");
        var pixels = bytes.Slice(at, width * height * channels);
        return channels == 1 ? new PagePicture(new GreyImage(width, height, pixels.ToArray()), null, dpi) : PagePicture.OfColours(width, height, pixels, dpi);
    }

    /// <summary>Writes a grey image.</summary>
    public static void Write(GreyImage image, Stream output)
    {
        output.Write(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"P5\n{image.Width} {image.Height}\n255\n")));
        output.Write(image.Bytes.Span);
    }

    private static int Number(ReadOnlySpan<byte> bytes, ref int at) =>
        int.TryParse(Token(bytes, ref at), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
            ? number
            : throw new InvalidDataException("Netpbm header");

    private static string Token(ReadOnlySpan<byte> bytes, ref int at)
    {
        while (at < bytes.Length && (char.IsWhiteSpace((char)bytes[at]) || bytes[at] == '#'))
        {
            if (bytes[at] == '#')
                at += Math.Max(0, bytes[at..].IndexOf((byte)'\n'));
            at++;
        }

        var from = at;
        while (at < bytes.Length && !char.IsWhiteSpace((char)bytes[at]))
            at++;
        return Encoding.ASCII.GetString(bytes[from..at]);
    }
}
