using System.IO.Compression;
using System.Text;
using Ingest.Model.Pages;
using Ingest.Reading;
using Ingest.Reading.Docx;
using Ingest.Reading.Text;
using Ingest.Tests.Reading.Docx;
using Xunit;

namespace Ingest.Tests.Reading;

/// <summary>The reader is chosen by content; each kind of broken file gives one finding.</summary>
public sealed class SourceReaderTests
{
    private static readonly SourceReader Readers = new(new DocxReader(), new PlainTextReader());

    [Fact]
    public void Content_chooses_the_reader()
    {
        Assert.IsType<DocxReader>(Readers.Choose(Docx()));
        Assert.IsType<PlainTextReader>(Readers.Choose("Programmation 2024"u8));
    }

    [Fact]
    public void Empty_file_is_told() => Assert.Equal("source.empty", Code([]));

    [Fact]
    public void Unknown_content_is_told() => Assert.Equal("source.unknown-format", Code([0, 1, 2, 3, 0xFF]));

    [Fact]
    public void Archive_without_a_document_is_unknown() => Assert.Equal("source.unknown-format", Code(Zip(("a.txt", "x"))));

    [Fact]
    public void Document_is_told_by_its_content_type_wherever_its_main_part_stands()
    {
        var bytes = Zip(
            ("[Content_Types].xml", ContentTypes.Replace("/word/document.xml", "/doc/main2.xml", StringComparison.Ordinal)
                .Replace("openxmlformats-officedocument.wordprocessingml.document.main+xml", "ms-word.document.macroEnabled.main+xml", StringComparison.Ordinal)),
            ("_rels/.rels", Relations.Replace("word/document.xml", "doc/main2.xml", StringComparison.Ordinal)),
            ("doc/main2.xml", $"<w:document xmlns:w=\"{Word}\"><w:body><w:p><w:r><w:t>Texte</w:t></w:r></w:p></w:body></w:document>"));
        Assert.Single(Assert.Single(Readers.Choose(bytes).Read(bytes)).Blocks);
    }

    [Fact]
    public void Workbook_is_no_document() => Assert.Equal("source.unknown-format", Code(Zip(
        ("[Content_Types].xml", "<Types><Default Extension=\"docx\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document\"/><Override ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/></Types>"),
        ("xl/workbook.xml", "<workbook/>"))));

    [Theory]
    [InlineData(0.3)]
    [InlineData(0.5)]
    [InlineData(0.95)]
    public void Cut_document_is_unreadable(double share)
    {
        var bytes = Docx();
        Assert.Equal("source.unreadable", Code(bytes[..(int)(bytes.Length * share)]));
    }

    [Fact]
    public void Document_with_a_broken_main_part_is_unreadable() => Assert.Equal("source.unreadable", Code(Zip(
        ("[Content_Types].xml", ContentTypes), ("_rels/.rels", Relations), ("word/document.xml", "<w:document"))));

    [Fact]
    public void Document_without_a_body_is_unreadable() => Assert.Equal("source.unreadable", Code(Zip(
        ("[Content_Types].xml", ContentTypes), ("_rels/.rels", Relations),
        ("word/document.xml", $"<w:document xmlns:w=\"{Word}\"/>"))));

    [Theory]
    [InlineData("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>")]
    [InlineData("<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>")]
    public void Document_made_to_exhaust_the_stack_is_unreadable(string open, string close)
    {
        var body = string.Concat(Enumerable.Repeat(open, 20_000)) + string.Concat(Enumerable.Repeat(close, 20_000));
        Assert.Equal("source.unreadable", Code(new DocxFile { Body = body }.ToBytes()));
    }

    [Fact]
    public void Document_without_its_relations_is_unreadable() => Assert.Equal("source.unreadable", Code(Zip(
        ("[Content_Types].xml", ContentTypes), ("word/document.xml", $"<w:document xmlns:w=\"{Word}\"><w:body/></w:document>"))));

    [Fact]
    public void Encrypted_document_is_told() =>
        Assert.Equal("source.encrypted", Code([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[504], .. Encoding.Unicode.GetBytes("EncryptedPackage")]));

    [Fact]
    public void Old_binary_document_is_unknown() =>
        Assert.Equal("source.unknown-format", Code([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[504], .. Encoding.Unicode.GetBytes("WordDocument")]));

    [Fact]
    public void Broken_styles_and_lists_leave_the_text_and_are_told()
    {
        const string Styles = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles";
        var bytes = Zip(
            ("[Content_Types].xml", ContentTypes.Replace("</Types>", "<Override PartName=\"/word/styles.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml\"/></Types>", StringComparison.Ordinal)),
            ("_rels/.rels", Relations),
            ("word/_rels/document.xml.rels", $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"s\" Type=\"{Styles}\" Target=\"styles.xml\"/></Relationships>"),
            ("word/styles.xml", "<w:styles"),
            ("word/document.xml", $"<w:document xmlns:w=\"{Word}\"><w:body><w:p><w:r><w:t>Texte</w:t></w:r></w:p></w:body></w:document>"));
        var page = Assert.Single(Readers.Choose(bytes).Read(bytes));
        Assert.Equal("Texte", Assert.IsType<FlowParagraph>(Assert.Single(page.Blocks)).Text);
        Assert.Equal("source.unread-part", Assert.Single(page.Findings).Code);
    }

    [Fact]
    public void Malformed_link_target_does_not_stop_the_reading()
    {
        const string Link = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink";
        var bytes = Zip(
            ("[Content_Types].xml", ContentTypes), ("_rels/.rels", Relations),
            ("word/_rels/document.xml.rels", $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"l\" Type=\"{Link}\" Target=\"mailto:a@b@c d\" TargetMode=\"External\"/></Relationships>"),
            ("word/document.xml", $"<w:document xmlns:w=\"{Word}\"><w:body><w:p><w:r><w:t>Texte</w:t></w:r></w:p></w:body></w:document>"));
        var page = Assert.Single(Readers.Choose(bytes).Read(bytes));
        Assert.Equal("Texte", Assert.IsType<FlowParagraph>(Assert.Single(page.Blocks)).Text);
    }

    [Fact]
    public void Part_that_is_named_and_not_there_is_told_and_the_rest_is_read()
    {
        const string Image = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image";
        var bytes = Zip(
            ("[Content_Types].xml", ContentTypes), ("_rels/.rels", Relations),
            ("word/_rels/document.xml.rels", $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"i\" Type=\"{Image}\" Target=\"media/image1.png\"/></Relationships>"),
            ("word/document.xml", $"<w:document xmlns:w=\"{Word}\"><w:body><w:p><w:r><w:t>Texte</w:t></w:r></w:p></w:body></w:document>"));
        var page = Assert.Single(Readers.Choose(bytes).Read(bytes));
        Assert.Equal("Texte", Assert.IsType<FlowParagraph>(Assert.Single(page.Blocks)).Text);
        Assert.Equal("source.unread-part", Assert.Single(page.Findings).Code);
    }

    [Fact]
    public void Strict_document_is_read_like_any_other()
    {
        const string Strict = "http://purl.oclc.org/ooxml/wordprocessingml/main";
        var bytes = Zip(
            ("[Content_Types].xml", ContentTypes),
            ("_rels/.rels", Relations.Replace("http://schemas.openxmlformats.org/officeDocument/2006/relationships", "http://purl.oclc.org/ooxml/officeDocument/relationships", StringComparison.Ordinal)),
            ("word/document.xml", $"<w:document xmlns:w=\"{Strict}\"><w:body><w:p><w:r><w:t>Texte</w:t></w:r></w:p></w:body></w:document>"));
        var page = Assert.Single(Readers.Choose(bytes).Read(bytes));
        Assert.Equal("Texte", Assert.IsType<FlowParagraph>(Assert.Single(page.Blocks)).Text);
    }

    [Fact]
    public void Damaged_bytes_never_end_in_another_error()
    {
        var sound = Docx();
        var random = new Random(20240115);
        for (var round = 0; round < 300; round++)
        {
            var bytes = (byte[])sound.Clone();
            for (var hit = 0; hit <= round % 4; hit++)
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            try
            {
                Assert.NotNull(Readers.Choose(bytes).Read(bytes).ToList());
            }
            catch (UnreadableSourceException unreadable)
            {
                Assert.StartsWith("source.", unreadable.Finding.Code, StringComparison.Ordinal);
            }
        }
    }

    private const string Word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    private const string ContentTypes =
        "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
        + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
        + "<Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>";

    private const string Relations =
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"d\" "
        + "Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"word/document.xml\"/></Relationships>";

    private static string Code(byte[] bytes) =>
        Assert.Throws<UnreadableSourceException>(() => Readers.Choose(bytes).Read(bytes).ToList()).Finding.Code;

    private static byte[] Docx() => new DocxFile { Body = DocxFile.Para("Programmation 2024"), Styles = "" }.ToBytes();

    private static byte[] Zip(params (string Name, string Content)[] entries)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create))
        {
            foreach (var (name, content) in entries)
            {
                using var writer = new StreamWriter(archive.CreateEntry(name).Open());
                writer.Write(content);
            }
        }

        return stream.ToArray();
    }
}
