using System.Xml;
using System.Xml.Linq;

namespace Ingest.Reading.Odf;

/// <summary>XML of a part.</summary>
/// <param name="Root">Its root.</param>
/// <param name="IsPruned">Whether elements were nested too deep and left out.</param>
internal readonly record struct OdfTree(XElement Root, bool IsPruned);

/// <summary>
/// XML of a part → tree, white space kept. Document types are refused, so nothing is expanded or fetched; what is nested deeper
/// than allowed is left out, because whoever walks the tree would exhaust the stack, which nothing can catch. Settings,
/// scripts and the bytes of pictures are not kept.
/// </summary>
internal static class XmlToTree
{
    // What a reader of a document never sees, by local name in the office namespace.
    private static readonly string[] Unread = ["settings", "scripts", "meta", "binary-data", "event-listeners"];

    /// <summary>The tree.</summary>
    /// <exception cref="XmlException">It is no well-formed XML, has a document type, or is too long.</exception>
    public static OdfTree Load(Stream stream, OdfOptions options)
    {
        using var reader = XmlReader.Create(stream, Settings(options, DtdProcessing.Prohibit));
        XElement? root = null;
        var current = root;
        var isPruned = false;
        reader.Read();
        while (!reader.EOF)
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Element when reader.Depth >= options.LargestDepth:
                    isPruned = true;
                    reader.Skip();
                    continue;
                case XmlNodeType.Element when IsUnread(reader):
                    reader.Skip();
                    continue;
                case XmlNodeType.Element:
                    var isEmpty = reader.IsEmptyElement;
                    var element = ToElement(reader);
                    current?.Add(element);
                    root ??= element;
                    current = isEmpty ? current : element;
                    break;
                case XmlNodeType.EndElement:
                    current = current?.Parent;
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace:
                    current?.Add(reader.Value);
                    break;
            }

            reader.Read();
        }

        return new OdfTree(root ?? throw new XmlException("no element"), isPruned);
    }

    /// <summary>How any XML of a document is read.</summary>
    public static XmlReaderSettings Settings(OdfOptions options, DtdProcessing documentTypes) => new()
    {
        DtdProcessing = documentTypes,
        XmlResolver = null,
        MaxCharactersInDocument = options.Limits.StreamMegabytes * 1_000_000L,
        MaxCharactersFromEntities = 1,
        CheckCharacters = false,
    };

    private static bool IsUnread(XmlReader reader) =>
        Unread.Contains(reader.LocalName) && reader.NamespaceURI == OdfXml.Office.NamespaceName;

    private static XElement ToElement(XmlReader reader)
    {
        var element = new XElement(XName.Get(reader.LocalName, reader.NamespaceURI));
        while (reader.MoveToNextAttribute())
        {
            if (reader.Prefix != "xmlns" && reader.Name != "xmlns")
                element.Add(new XAttribute(XName.Get(reader.LocalName, reader.NamespaceURI), reader.Value));
        }

        reader.MoveToElement();
        return element;
    }
}
