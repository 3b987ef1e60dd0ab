using System.Xml;
using DocumentFormat.OpenXml.Packaging;

namespace Ingest.Reading.Docx;

/// <summary>
/// Measures how deep the elements of a part are nested before it is loaded: the library walks from each element to the root,
/// and a file made for it would exhaust the stack, which nothing can catch.
/// </summary>
internal static class PartDepth
{
    /// <summary>Throws where the elements of a part are nested deeper than allowed.</summary>
    /// <param name="part">The part.</param>
    /// <param name="limit">The most elements one in another.</param>
    /// <exception cref="InvalidDataException">They are.</exception>
    public static void Check(OpenXmlPart part, int limit)
    {
        using var stream = part.GetStream(FileMode.Open, FileAccess.Read);
        using var reader = XmlReader.Create(stream, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
        while (reader.Read())
        {
            if (reader.Depth > limit)
                throw new InvalidDataException($"{part.Uri.OriginalString}: depth > {limit}");
        }
    }
}
