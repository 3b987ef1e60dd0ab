using System.Collections.Immutable;
using DocumentFormat.OpenXml;
using Ingest.Model.Pages;
using Ingest.Reading.Flow;

namespace Ingest.Reading.Docx;

/// <summary>
/// Reads the footnotes and endnotes that the text refers to, in the order of the references; the number that the reader sees
/// becomes the marker of a note's first paragraph. Separators and notes without a reference are not shown.
/// </summary>
internal sealed class NoteReader(StoryReader stories, OpenXmlElement? settings, OpenXmlElement? footnotes, OpenXmlElement? endnotes)
{
    /// <summary>The notes, footnotes first.</summary>
    public ImmutableArray<FlowBlock> Read() =>
        [.. Read(footnotes, "footnote", isEndnote: false, "decimal"), .. Read(endnotes, "endnote", isEndnote: true, "lowerRoman")];

    private ImmutableArray<FlowBlock> Read(OpenXmlElement? notes, string name, bool isEndnote, string defaultFormat)
    {
        var blocks = ImmutableArray.CreateBuilder<FlowBlock>();
        var properties = settings.Child(name + "Pr");
        var format = properties.ChildValue("numFmt") ?? defaultFormat;
        var number = properties.ChildNumber("numStart") ?? 1;
        // The list grows when a note refers to another: only what the text itself refers to is read.
        foreach (var reference in stories.Notes.Where(reference => reference.IsEndnote == isEndnote).Distinct().ToList())
        {
            var marker = reference.HasOwnMark ? null : NumberFormats.Write(number++, format);
            if (notes.Children(name).FirstOrDefault(note => note.Attribute("id") == reference.Id) is not { } note)
                continue;
            var content = stories.Read(note, FlowRole.Note);
            blocks.AddRange(content is [FlowParagraph { Marker: null } first, ..] ? content.SetItem(0, first with { Marker = marker }) : content);
        }

        return blocks.ToImmutable();
    }
}
