using System.IO.Compression;
using System.Text;
using Ingest.Model.Pages;
using Ingest.Reading.Odf;
using Xunit;

namespace Ingest.Tests.Reading.Odf;

/// <summary>An OpenDocument built for a test: the inner XML of its parts is written as the file would have it.</summary>
internal sealed record OdfFile
{
    public const string Namespaces =
        "xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" "
        + "xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\" "
        + "xmlns:fo=\"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0\" xmlns:draw=\"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0\" "
        + "xmlns:svg=\"urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0\" xmlns:form=\"urn:oasis:names:tc:opendocument:xmlns:form:1.0\" "
        + "xmlns:number=\"urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "
        + "xmlns:xlink=\"http://www.w3.org/1999/xlink\" xmlns:loext=\"urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0\" "
        + "xmlns:field=\"urn:openoffice:names:experimental:ooo-ms-interop:xmlns:field:1.0\"";

    public const string TextType = "application/vnd.oasis.opendocument.text";

    public const string SheetType = "application/vnd.oasis.opendocument.spreadsheet";

    public required string Body { get; init; }

    public string Type { get; init; } = TextType;

    public string Common { get; init; } = "";

    public string Automatic { get; init; } = "";

    /// <summary>Automatic styles of the part with the master pages; a flat file has one set of them only.</summary>
    public string EdgeAutomatic { get; init; } = "";

    public string Masters { get; init; } = "";

    public static Page Read(string body) => new OdfFile { Body = body }.Read();

    public static FlowParagraph ReadParagraph(string inline) => Assert.IsType<FlowParagraph>(Assert.Single(Read($"<text:p>{inline}</text:p>").Blocks));

    public static string P(string text) => $"<text:p>{text}</text:p>";

    public Page Read() => Assert.Single(new OdtReader().Read(ToFlat()));

    public byte[] ToFlat() => Encoding.UTF8.GetBytes(
        $"<?xml version=\"1.0\" encoding=\"UTF-8\"?><office:document {Namespaces} office:mimetype=\"{Type}\">"
        + $"<office:styles>{Common}</office:styles><office:automatic-styles>{Automatic}{EdgeAutomatic}</office:automatic-styles>"
        + $"<office:master-styles>{Masters}</office:master-styles>{InBody}</office:document>");

    public byte[] ToPackage() => Zip(
        ("mimetype", Type),
        ("content.xml", $"<office:document-content {Namespaces}><office:automatic-styles>{Automatic}</office:automatic-styles>{InBody}</office:document-content>"),
        ("styles.xml", $"<office:document-styles {Namespaces}><office:styles>{Common}</office:styles><office:automatic-styles>{EdgeAutomatic}</office:automatic-styles>"
            + $"<office:master-styles>{Masters}</office:master-styles></office:document-styles>"));

    public static byte[] Zip(params (string Name, string Content)[] entries)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create))
        {
            foreach (var (name, content) in entries)
            {
                using var writer = new StreamWriter(archive.CreateEntry(name, name == "mimetype" ? CompressionLevel.NoCompression : CompressionLevel.Optimal).Open());
                writer.Write(content);
            }
        }

        return stream.ToArray();
    }

    private string InBody => Type == TextType
        ? $"<office:body><office:text>{Body}</office:text></office:body>"
        : $"<office:body><office:spreadsheet>{Body}</office:spreadsheet></office:body>";
}
