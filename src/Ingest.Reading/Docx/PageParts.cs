using System.Collections.Immutable;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;

namespace Ingest.Reading.Docx;

/// <summary>Finds the headers and footers that the sections of a document show, each part once, in order.</summary>
internal static class PageParts
{
    /// <summary>The parts shown at one edge of the pages.</summary>
    /// <param name="main">The main part of the document.</param>
    /// <param name="body">Its body.</param>
    /// <param name="settings">The settings; null where there are none.</param>
    /// <param name="edge">« header » or « footer ».</param>
    public static ImmutableArray<OpenXmlPart> Shown(MainDocumentPart main, OpenXmlElement body, OpenXmlElement? settings, string edge)
    {
        var hasEven = settings.Switch("evenAndOddHeaders") == true;
        var current = new Dictionary<string, string>(StringComparer.Ordinal);
        var parts = ImmutableArray.CreateBuilder<OpenXmlPart>();
        foreach (var section in body.Descendants().Where(element => element.IsWord("sectPr") && element.Parent?.IsWord("sectPrChange") != true))
        {
            // A section without a reference of its own goes on with that of the section before.
            foreach (var reference in section.Children(edge + "Reference"))
            {
                if (reference.Attribute("id", WordXml.Relationships) is { } id)
                    current[reference.Attribute("type") ?? "default"] = id;
            }

            var hasFirst = section.Switch("titlePg") == true;
            foreach (var (type, isShown) in (ReadOnlySpan<(string, bool)>)[("first", hasFirst), ("default", true), ("even", hasEven)])
            {
                if (isShown && current.TryGetValue(type, out var id) && main.TryGetPartById(id, out var part) && !parts.Contains(part))
                    parts.Add(part);
            }
        }

        return parts.ToImmutable();
    }
}
