using System.Xml;
using DocumentFormat.OpenXml.Packaging;
using Ingest.Model.Pages;
using Ingest.Reading.Sheets;

namespace Ingest.Reading.Xlsx;

/// <summary>Reads what people noted on cells: comments with answers, and the notes of old.</summary>
internal sealed class CommentReader(PartXml xml, SheetTally tally)
{
    /// <summary>The notes of a sheet, by row.</summary>
    public IEnumerable<SheetText> Read(WorksheetPart sheet)
    {
        var threads = sheet.WorksheetThreadedCommentsParts.SelectMany(part => Read(part, "threadedComment")).ToList();
        // Beside each thread stands a note for old programs that tells of it and repeats it.
        var told = threads.Select(note => (note.Row, note.Column)).ToHashSet();
        var notes = sheet.WorksheetCommentsPart is { } part ? Read(part, "comment") : [];
        return threads.Concat(notes.Where(note => !told.Contains((note.Row, note.Column)))).OrderBy(note => note.Row).ThenBy(note => note.Column);
    }

    private List<SheetText> Read(OpenXmlPart part, string element)
    {
        var notes = new List<SheetText>();
        try
        {
            using var reader = xml.Open(part);
            while (reader.Read())
            {
                if (!reader.Opens(element) || CellName.Parse(reader.GetAttribute("ref")) is not { } cell)
                    continue;
                foreach (var name in reader.Inside())
                {
                    if (name == "text")
                        notes.Add(new SheetText(FlowRole.Note, Words(reader, element), cell.Row, cell.Column));
                }
            }
        }
        catch (Exception damage) when (PartXml.IsDamage(damage))
        {
            tally.Unread(part.Uri.OriginalString, damage);
        }

        return notes;
    }

    private static string Words(XmlReader reader, string element) =>
        element == "comment" ? RichTextReader.Read(reader).Text : reader.Characters();
}
