using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using Ingest.Model.Pages;
using Ingest.Reading.Docx;
using Xunit;

namespace Ingest.Tests.Reading.Docx;

/// <summary>A DOCX built part by part for a test: the inner XML of each part is written as the file would have it.</summary>
internal sealed record DocxFile
{
    private const string Namespaces =
        "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" "
        + "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" "
        + "xmlns:m=\"http://schemas.openxmlformats.org/officeDocument/2006/math\" "
        + "xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" "
        + "xmlns:w14=\"http://schemas.microsoft.com/office/word/2010/wordml\" "
        + "xmlns:wps=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\" "
        + "xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\" "
        + "xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" "
        + "xmlns:v=\"urn:schemas-microsoft-com:vml\" mc:Ignorable=\"w14\"";

    public required string Body { get; init; }

    public string? Styles { get; init; }

    public string? Numbering { get; init; }

    public string? Settings { get; init; }

    public string? Footnotes { get; init; }

    public string? Endnotes { get; init; }

    /// <summary>Headers and footers by relationship id; an id that begins with « f » is a footer.</summary>
    public IReadOnlyDictionary<string, string> Edges { get; init; } = new Dictionary<string, string>();

    public static Page Read(string body) => new DocxFile { Body = body }.Read();

    public static FlowParagraph ReadParagraph(string runs) => Assert.IsType<FlowParagraph>(Assert.Single(Read(P(runs)).Blocks));

    public static string P(string content) => $"<w:p>{content}</w:p>";

    public static string R(string text) => $"<w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r>";

    public static string Para(string text) => P(R(text));

    public Page Read() => Assert.Single(new DocxReader().Read(ToBytes()));

    public byte[] ToBytes()
    {
        using var stream = new MemoryStream();
        using (var package = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            var main = package.AddMainDocumentPart();
            Write(main, "document", $"<w:body>{Body}</w:body>");
            if (Styles is not null)
                Write(main.AddNewPart<StyleDefinitionsPart>(), "styles", Styles);
            if (Numbering is not null)
                Write(main.AddNewPart<NumberingDefinitionsPart>(), "numbering", Numbering);
            if (Settings is not null)
                Write(main.AddNewPart<DocumentSettingsPart>(), "settings", Settings);
            if (Footnotes is not null)
                Write(main.AddNewPart<FootnotesPart>(), "footnotes", Footnotes);
            if (Endnotes is not null)
                Write(main.AddNewPart<EndnotesPart>(), "endnotes", Endnotes);
            foreach (var (id, content) in Edges)
            {
                if (id.StartsWith('f'))
                    Write(main.AddNewPart<FooterPart>(id), "ftr", content);
                else
                    Write(main.AddNewPart<HeaderPart>(id), "hdr", content);
            }
        }

        return stream.ToArray();
    }

    private static void Write(OpenXmlPart part, string root, string content)
    {
        using var writer = new StreamWriter(part.GetStream(FileMode.Create));
        writer.Write(root.Length == 0 ? content : $"<w:{root} {Namespaces}>{content}</w:{root}>");
    }
}
