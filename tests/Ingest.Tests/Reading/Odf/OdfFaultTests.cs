using System.Text;
using Ingest.Model.Pages;
using Ingest.Reading;
using Ingest.Reading.Docx;
using Ingest.Reading.Odf;
using Ingest.Reading.Text;
using Xunit;
using static Ingest.Tests.Reading.Odf.OdfFile;

namespace Ingest.Tests.Reading.Odf;

/// <summary>Files are told by their content; broken and hostile ones give one finding and cost little.</summary>
public sealed class OdfFaultTests
{
    private const string Manifest = "xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\"";

    private static readonly SourceReader Readers = new(new DocxReader(), new OdtReader(), new PlainTextReader());

    private static OdfFile Sound => new() { Body = P("Programmation 2024") };

    [Fact]
    public void Package_and_flat_file_are_told_by_their_content()
    {
        Assert.IsType<OdtReader>(Readers.Choose(Sound.ToPackage()));
        Assert.IsType<OdtReader>(Readers.Choose(Sound.ToFlat()));
        Assert.IsType<OdtReader>(Readers.Choose([.. Encoding.UTF8.Preamble, .. Sound.ToFlat()]));
        Assert.IsType<OdtReader>(Readers.Choose((Sound with { Type = TextType + "-template" }).ToPackage()));
        Assert.IsType<OdtReader>(Readers.Choose(Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes(
            Encoding.UTF8.GetString(Sound.ToFlat()).Replace("encoding=\"UTF-8\"", "encoding=\"UTF-16\"", StringComparison.Ordinal))).ToArray()));
    }

    [Fact]
    public void Package_without_its_type_is_told_by_its_manifest()
    {
        var bytes = Zip(
            ("META-INF/manifest.xml", $"<manifest:manifest {Manifest}><manifest:file-entry manifest:full-path=\"/\" manifest:media-type=\"{TextType}\"/></manifest:manifest>"),
            ("content.xml", Content(P("Texte"))));
        Assert.Equal("Texte", Assert.IsType<FlowParagraph>(Assert.Single(Assert.Single(Readers.Choose(bytes).Read(bytes)).Blocks)).Text);
    }

    [Fact]
    public void Other_kinds_of_documents_are_unknown()
    {
        Assert.Equal("source.unknown-format", Code(Zip(("mimetype", "application/vnd.oasis.opendocument.presentation"), ("content.xml", "<a/>"))));
        Assert.Equal("source.unknown-format", Code(Encoding.UTF8.GetBytes("<?xml version=\"1.0\"?><html/>")));
        Assert.Equal("source.unknown-format", Code(Encoding.UTF8.GetBytes("<?xml version=\"1.0\"?><office:docu")));
    }

    [Theory]
    [InlineData(0.3)]
    [InlineData(0.6)]
    [InlineData(0.95)]
    public void Cut_file_is_unreadable(double share)
    {
        var package = Sound.ToPackage();
        Assert.Equal("source.unreadable", Code(package[..(int)(package.Length * share)]));
        var flat = (Sound with { Body = string.Concat(Enumerable.Repeat(P("Texte"), 500)) }).ToFlat();
        Assert.Equal("source.unreadable", Code(flat[..(int)(flat.Length * share)]));
    }

    [Fact]
    public void Package_without_content_or_text_is_unreadable()
    {
        Assert.Equal("source.unreadable", Code(Zip(("mimetype", TextType), ("styles.xml", "<a/>"))));
        Assert.Equal("source.unreadable", Code(Zip(("mimetype", TextType), ("content.xml", "<a/>"))));
    }

    [Fact]
    public void Encrypted_package_is_told() => Assert.Equal("source.encrypted", Code(Zip(
        ("mimetype", TextType), ("content.xml", "\u0001\u0002"),
        ("META-INF/manifest.xml", $"<manifest:manifest {Manifest}><manifest:file-entry manifest:full-path=\"content.xml\"><manifest:encryption-data/></manifest:file-entry></manifest:manifest>"))));

    [Theory]
    [InlineData("<!DOCTYPE d [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;\">]>", "&c;")]
    [InlineData("<!DOCTYPE d [<!ENTITY c SYSTEM \"file:///etc/hostname\">]>", "&c;")]
    [InlineData("<!DOCTYPE d SYSTEM \"http://127.0.0.1:9/d.dtd\">", "")]
    public void Document_type_is_refused(string type, string text)
    {
        var content = type + Content(P("a" + text));
        Assert.Equal("source.unreadable", Code(Zip(("mimetype", TextType), ("content.xml", content))));
        var flat = Encoding.UTF8.GetString(Sound.ToFlat()).Replace("<office:document ", type + "<office:document ", StringComparison.Ordinal);
        Assert.Equal("source.unreadable", Code(Encoding.UTF8.GetBytes(flat.Replace("Programmation", text, StringComparison.Ordinal))));
    }

    [Fact]
    public void Part_that_unpacks_to_far_more_than_it_is_is_not_read()
    {
        var bytes = Zip(("mimetype", TextType), ("content.xml", Content(new string(' ', 8 << 20) + P("Texte"))));
        Assert.Equal("source.archive-limit", Code(bytes));
        Assert.Single(Assert.Single(new OdtReader(new OdfOptions(), new ReadingLimits { ArchiveRatio = 10_000 }).Read(bytes)).Blocks);
        Assert.Equal("source.archive-limit", Code(bytes, new ReadingLimits { ArchiveRatio = 10_000, StreamMegabytes = 1 }));
    }

    [Fact]
    public void Package_of_too_many_entries_is_not_read() =>
        Assert.Equal("source.archive-limit", Code(Sound.ToPackage(), new ReadingLimits { ArchiveEntries = 2 }));

    [Theory]
    [InlineData("<table:table><table:table-row><table:table-cell>", "</table:table-cell></table:table-row></table:table>")]
    [InlineData("<text:section>", "</text:section>")]
    [InlineData("<text:list><text:list-item>", "</text:list-item></text:list>")]
    [InlineData("<text:p><draw:g>", "</draw:g></text:p>")]
    public void What_is_made_to_exhaust_the_stack_is_left_out_and_told(string open, string close)
    {
        var deep = string.Concat(Enumerable.Repeat(open, 20_000)) + string.Concat(Enumerable.Repeat(close, 20_000));
        foreach (var bytes in (byte[][])[(Sound with { Body = P("Texte") + deep }).ToPackage(), (Sound with { Body = P("Texte") + deep }).ToFlat()])
        {
            var page = Assert.Single(Readers.Choose(bytes).Read(bytes));
            Assert.Equal("Texte", Assert.IsType<FlowParagraph>(page.Blocks[0]).Text);
            Assert.Equal("source.unread-part", Assert.Single(page.Findings).Code);
        }
    }

    [Fact]
    public void Table_made_to_fill_the_memory_is_read_up_to_a_limit()
    {
        const string Row = "<table:table-row table:number-rows-repeated=\"1000000\"><table:table-cell table:number-columns-repeated=\"1000000\"/></table:table-row>";
        var page = Read("<table:table table:name=\"T\"><table:table-column table:number-columns-repeated=\"2000000000\"/>" + string.Concat(Enumerable.Repeat(Row, 50)) + "</table:table>");
        Assert.Equal("source.cell-limit", Assert.Single(page.Findings).Code);
        Assert.Equal(1000, ReadParagraph("a<text:s text:c=\"2000000000\"/>b").Text.Length - 2);
    }

    [Fact]
    public void Broken_styles_leave_the_text_and_are_told()
    {
        var bytes = Zip(("mimetype", TextType), ("content.xml", Content(P("Texte"))), ("styles.xml", "<office:document-styles"), ("META-INF/manifest.xml", "<"));
        var page = Assert.Single(Readers.Choose(bytes).Read(bytes));
        Assert.Equal("Texte", Assert.IsType<FlowParagraph>(Assert.Single(page.Blocks)).Text);
        Assert.Equal(["source.unread-part", "source.unread-part"], page.Findings.Select(finding => finding.Code));
    }

    [Fact]
    public void Names_of_entries_lead_nowhere()
    {
        var bytes = Zip(("mimetype", TextType), ("../../content.xml", Content(P("ailleurs"))), ("content.xml", Content(P("Texte"))));
        Assert.Equal("Texte", Assert.IsType<FlowParagraph>(Assert.Single(Assert.Single(Readers.Choose(bytes).Read(bytes)).Blocks)).Text);
    }

    [Fact]
    public void Damaged_bytes_never_end_in_another_error()
    {
        var random = new Random(20240115);
        foreach (var sound in (byte[][])[Sound.ToPackage(), Sound.ToFlat()])
        {
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
    }

    private static string Content(string body) =>
        $"<office:document-content {Namespaces}><office:body><office:text>{body}</office:text></office:body></office:document-content>";

    private static string Code(byte[] bytes) =>
        Assert.Throws<UnreadableSourceException>(() => Readers.Choose(bytes).Read(bytes).ToList()).Finding.Code;

    private static string Code(byte[] bytes, ReadingLimits limits) =>
        Assert.Throws<UnreadableSourceException>(() => new OdtReader(new OdfOptions(), limits).Read(bytes).ToList()).Finding.Code;
}
