using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using Ingest.Reading.Flow;

namespace Ingest.Reading.Docx;

/// <summary>
/// Notes what may hold words and is not read: charts, diagrams, embedded files, imported parts. Each is told by the name
/// of its part and its content type. External targets are never opened.
/// </summary>
internal sealed class UnreadObjects(OpenXmlPart owner, ReadingTally tally)
{
    /// <summary>Whether an image was met.</summary>
    public bool HasImage { get; private set; }

    /// <summary>Looks at a drawing, a picture, an embedded object or an « altChunk ».</summary>
    public void Note(OpenXmlElement element)
    {
        if (element.IsWord("altChunk"))
        {
            Note(element.Attribute("id", WordXml.Relationships));
            return;
        }

        foreach (var part in element.Descendants())
        {
            switch (part.LocalName)
            {
                case "blip" or "imagedata":
                    HasImage = true;
                    break;
                case "chart" or "OLEObject":
                    Note(part.Attribute("id", WordXml.Relationships));
                    break;
                case "relIds":
                    Note(part.Attribute("dm", WordXml.Relationships));
                    break;
            }
        }
    }

    private void Note(string? relationship)
    {
        if (relationship is null)
            return;
        if (owner.TryGetPartById(relationship, out var part))
            tally.Unread(part.Uri.OriginalString.TrimStart('/'), part.ContentType);
        else
            tally.Unread(relationship, "absent");
    }
}
