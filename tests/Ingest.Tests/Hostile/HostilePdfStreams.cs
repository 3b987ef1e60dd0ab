using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using static Ingest.Tests.Hostile.PdfObjects;

namespace Ingest.Tests.Hostile;

/// <summary>PDF files whose streams unpack to far more than they are.</summary>
internal static class HostilePdfStreams
{
    private const int Million = 1_000_000;

    public static ImmutableArray<HostileCase> Cases { get; } =
    [
        new("pdf-flate-bomb", () => Content("/FlateDecode", FlateOf(Times(" ", Million), 100))) { Tells = "source.stream-limit", Says = HostileCatalogue.Text, Limits = HostileCatalogue.Low },
        new("pdf-flate-bomb-in-flate", () => Content("[/FlateDecode /FlateDecode]", Flate(FlateOf(Times(" ", Million), 100)))) { Tells = "source.stream-limit", Says = HostileCatalogue.Text, Limits = HostileCatalogue.Low },
        new("pdf-flate-bomb-of-operators", () => Content("/FlateDecode", FlateOf(Times("0 0 m 1 1 l S ", 10_000), 500))) { Tells = "source.stream-limit", Says = HostileCatalogue.Text, Limits = HostileCatalogue.Low },
        new("pdf-flate-bomb-of-states", () => Content("/FlateDecode", FlateOf(Times("q ", 10_000), 3500))) { Tells = "source.stream-limit", Says = HostileCatalogue.Text, Limits = HostileCatalogue.Low },
        new("pdf-flate-bomb-of-numbers", () => Content("/FlateDecode", FlateOf(Times("1 ", 10_000), 3500))) { Tells = "source.stream-limit", Says = HostileCatalogue.Text, Limits = HostileCatalogue.Low },
        new("pdf-flate-bomb-of-arrays", () => Content("/FlateDecode", FlateOf(Times("[", 10_000), 2000))) { Tells = "source.stream-limit", Says = HostileCatalogue.Text, Limits = HostileCatalogue.Low },
        new("pdf-lzw-bomb", () => Content("/LZWDecode", LzwOf(70_000_000))) { Tells = "source.stream-limit", Says = HostileCatalogue.Text, Limits = HostileCatalogue.Low },
        new("pdf-run-length-bomb", () => Content("/RunLengthDecode", RunLengthOf(70 * Million))) { Tells = "source.stream-limit", Says = HostileCatalogue.Text, Limits = HostileCatalogue.Low },
        new("pdf-ascii85-bomb", () => Content("/ASCII85Decode", Encoding.ASCII.GetBytes(Times("z", 9 * Million) + "~>"))) { Tells = "source.stream-limit", Says = HostileCatalogue.Text, Limits = HostileCatalogue.Low },
        new("pdf-thousand-filters", () => Content($"[{Times("/ASCIIHexDecode ", 10_000)}]", Encoding.ASCII.GetBytes(Times("20", 100_000) + ">"))),
        new("pdf-filters-upon-flate", () => Content("[/FlateDecode /RunLengthDecode]", Flate(RunLengthOf(100 * Million)))) { Tells = "source.stream-limit", Says = HostileCatalogue.Text, Limits = HostileCatalogue.Low },
        new("pdf-predictor-huge", () => Content("/FlateDecode /DecodeParms << /Predictor 15 /Columns 2147483640 /Colors 32 /BitsPerComponent 16 >>", FlateOf("q Q ", 1000))) { Tells = "source.stream-limit", Says = HostileCatalogue.Text, Limits = HostileCatalogue.Low },
        new("pdf-predictor-negative", () => Content("/FlateDecode /DecodeParms << /Predictor 12 /Columns -5 /Colors -1 >>", FlateOf("q Q ", 1000))),
        new("pdf-fax-giant", () => Content("/CCITTFaxDecode /DecodeParms << /K -1 /Columns 200000 /Rows 200000 >> /Height 200000", [0, 1, 2, 3])) { Tells = "source.stream-limit", Says = HostileCatalogue.Text, Limits = HostileCatalogue.Low },
        new("pdf-filter-unknown", () => Content("/NoSuchDecode", [0x20])),
        new("pdf-flate-damaged", () => Content("/FlateDecode", [.. Flate(Encoding.Latin1.GetBytes(Words))[..20], 1, 2, 3])),
        new("pdf-flate-bomb-as-font", () => Font($"/FontFile2 8 0 R")) { Tells = "source.stream-limit", Says = HostileCatalogue.Text, Limits = HostileCatalogue.Low },
        new("pdf-flate-bomb-as-map", () => Painting("BT /F2 12 Tf 50 600 Td (abcd) Tj ET", "", "<< /Type /Font /Subtype /Type0 /BaseFont /A /Encoding /Identity-H /DescendantFonts [8 0 R] /ToUnicode 7 0 R >>", Packed("/Filter /FlateDecode", FlateOf(Times("<41> <42>\n", 10_000), 1000)), "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /A /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>")) { Tells = "source.stream-limit", Says = HostileCatalogue.Text, Limits = HostileCatalogue.Low },
        new("pdf-flate-bomb-as-objects", () => With(4, Stream("", Words), Packed("/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode", FlateOf(Times(" ", Million), 100)))) { Says = HostileCatalogue.Text },
        new("pdf-many-bombs", ManyBombs),
        new("pdf-flate-bomb-as-image", () => Painting("q 500 0 0 500 50 50 cm /X0 Do Q", "/XObject << /X0 6 0 R >>", Packed("/Type /XObject /Subtype /Image /Width 60000 /Height 60000 /BitsPerComponent 8 /ColorSpace /DeviceGray /Filter /FlateDecode", FlateOf(Times("\0", Million), 10)))) { Says = HostileCatalogue.Text },
        new("pdf-stream-limit", () => Content("/FlateDecode", FlateOf(Times(" ", Million), 3))) { Tells = "source.stream-limit", Limits = HostileCatalogue.Low },
        new("pdf-document-limit", ManyBombs) { Tells = "source.document-limit", Limits = HostileCatalogue.Low },
    ];

    // A page that first unpacks the stream, and a second that must still be read.
    private static byte[] Content(string filter, byte[] packed) => new PdfObjects(
        Resourced("/Other null").Replace("4 0 R", "7 0 R", StringComparison.Ordinal), Packed($"/Filter {filter}", packed))
    {
        Replaced = ImmutableDictionary<int, string>.Empty.Add(2, "<< /Type /Pages /Count 2 /Kids [6 0 R 3 0 R] >>"),
    }.ToBytes();

    private static byte[] Font(string file) => Painting(
        "BT /F2 12 Tf 50 600 Td (abc) Tj ET", "",
        "<< /Type /Font /Subtype /TrueType /BaseFont /A /FirstChar 97 /LastChar 99 /Widths [500 500 500] /FontDescriptor 7 0 R >>",
        $"<< /Type /FontDescriptor /FontName /A /Flags 4 {file} >>", Packed("/Filter /FlateDecode", FlateOf(Times("\0", Million), 100)));

    // Forty pages, each with the same five megabytes.
    private static byte[] ManyBombs()
    {
        var pages = Enumerable.Range(0, 40).Select(_ => "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents [6 0 R 4 0 R] /Resources << /Font << /F1 5 0 R >> >> >>");
        var kids = string.Concat(Enumerable.Range(First + 1, 40).Select(number => string.Create(CultureInfo.InvariantCulture, $"{number} 0 R ")));
        return With(2, $"<< /Type /Pages /Count 40 /Kids [{kids}] >>", [Packed("/Filter /FlateDecode", FlateOf(Times(" ", Million), 1)), .. pages]);
    }

    // 129 says: the next byte 128 times.
    private static byte[] RunLengthOf(int length)
    {
        var bytes = new byte[(length / 128 * 2) + 1];
        for (var i = 0; i < bytes.Length - 1; i += 2)
            (bytes[i], bytes[i + 1]) = (129, 0x20);
        bytes[^1] = 128;
        return bytes;
    }

    // Codes of 9 to 12 bits, each naming the string that the one before it has just made: each string is one byte longer.
    private static byte[] LzwOf(int length)
    {
        var bits = new List<byte>();
        var (buffer, held) = (0, 0);
        var (next, width, written) = (258, 9, 1);
        Write(256);
        Write(32);
        for (var step = 2; written < length; step++)
        {
            if (next > 4093)
            {
                Write(256);
                (next, width, step) = (258, 9, 1);
                Write(32);
                continue;
            }

            Write(next++);
            written += step;
            width = next switch { >= 2047 => 12, >= 1023 => 11, >= 511 => 10, _ => 9 };
        }

        Write(257);
        bits.Add((byte)(buffer << (8 - held)));
        return [.. bits];

        void Write(int code)
        {
            buffer = (buffer << width) | code;
            held += width;
            while (held >= 8)
            {
                held -= 8;
                bits.Add((byte)(buffer >> held));
                buffer &= (1 << held) - 1;
            }
        }
    }
}
