using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Xml;
using Ingest.Reading.Imaging;

namespace Ingest.Reading.Ocr;

/// <summary>hOCR 1.2 as Tesseract writes it → lines and words of each image.</summary>
internal static class HocrToLines
{
    private const string Line = "ocr_line ocr_header ocr_textfloat ocr_caption";

    /// <summary>The lines of each image, in the engine's order.</summary>
    /// <exception cref="InvalidDataException">The bytes are no hOCR.</exception>
    public static ImmutableArray<ImmutableArray<RecognisedLine>> Read(ReadOnlyMemory<byte> bytes)
    {
        // What is no UTF-8 becomes a replacement character: one bad word must not cost the page.
        var text = Encoding.UTF8.GetString(bytes.Span);
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null, CheckCharacters = false };
        try
        {
            using var reader = XmlReader.Create(new StringReader(text), settings);
            return ReadPages(reader);
        }
        catch (XmlException error)
        {
            throw new InvalidDataException(error.Message, error);
        }
    }

    private static ImmutableArray<ImmutableArray<RecognisedLine>> ReadPages(XmlReader reader)
    {
        var pages = ImmutableArray.CreateBuilder<ImmutableArray<RecognisedLine>>();
        ImmutableArray<RecognisedLine>.Builder? lines = null;
        ImmutableArray<RecognisedWord>.Builder? words = null;
        RecognisedLine? line = null;
        void EndLine()
        {
            if (line is not null && words is { Count: > 0 })
                lines!.Add(line with { Words = words.ToImmutable() });
            (line, words) = (null, null);
        }

        void EndPage()
        {
            EndLine();
            if (lines is not null)
                pages.Add(lines.ToImmutable());
        }

        while (reader.Read())
        {
            if (reader.NodeType != XmlNodeType.Element || reader.GetAttribute("class") is not { } kind)
                continue;
            if (kind == "ocr_page")
            {
                EndPage();
                lines = ImmutableArray.CreateBuilder<RecognisedLine>();
            }
            else if (Line.Contains(kind, StringComparison.Ordinal) && lines is not null)
            {
                EndLine();
                line = ToLine(Properties(reader));
                words = ImmutableArray.CreateBuilder<RecognisedWord>();
            }
            else if (kind == "ocrx_word" && words is not null)
            {
                AddWord(reader, words);
            }
        }

        EndPage();
        return pages.ToImmutable();
    }

    private static void AddWord(XmlReader reader, ImmutableArray<RecognisedWord>.Builder words)
    {
        var properties = Properties(reader);
        var confidence = Numbers(properties, "x_wconf") is [var percent] ? Math.Clamp(percent / 100, 0, 1) : 0;
        var box = BoxOf(properties);
        // White space within a word does not exist downstream: each part is a word of its own with the box of all.
        foreach (var part in TextWithin(reader).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            words.Add(new RecognisedWord(part.Normalize(NormalizationForm.FormC), box, confidence));
    }

    private static string TextWithin(XmlReader reader)
    {
        if (reader.IsEmptyElement)
            return "";
        var text = new StringBuilder();
        var depth = reader.Depth;
        while (reader.Read() && reader.Depth > depth)
        {
            if (reader.NodeType is XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace)
                text.Append(reader.Value);
        }

        return text.ToString();
    }

    private static RecognisedLine ToLine(string[] properties)
    {
        var baseline = Numbers(properties, "baseline");
        var size = Numbers(properties, "x_size");
        var box = BoxOf(properties);
        return new RecognisedLine([], box, baseline is [var slope, _] ? slope : 0, baseline is [_, var offset] ? offset : 0, size is [var height] ? height : box.Height);
    }

    private static string[] Properties(XmlReader reader) => (reader.GetAttribute("title") ?? "").Split(';', StringSplitOptions.TrimEntries);

    private static PixelBox BoxOf(string[] properties) => Numbers(properties, "bbox") is [var left, var top, var right, var bottom]
        ? new PixelBox((int)left, (int)top, (int)right, (int)bottom)
        : throw new InvalidDataException("hOCR without bbox");

    private static double[] Numbers(string[] properties, string name)
    {
        foreach (var property in properties)
        {
            if (!property.StartsWith(name + " ", StringComparison.Ordinal))
                continue;
            var numbers = property[(name.Length + 1)..].Split(' ');
            var values = new double[numbers.Length];
            for (var i = 0; i < numbers.Length; i++)
            {
                if (!double.TryParse(numbers[i], NumberStyles.Float, CultureInfo.InvariantCulture, out values[i]))
                    return [];
            }

            return values;
        }

        return [];
    }
}
