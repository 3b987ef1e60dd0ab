using System.Collections.Immutable;
using DocumentFormat.OpenXml;
using Ingest.Model.Pages;
using Ingest.Reading.Flow;

namespace Ingest.Reading.Docx;

/// <summary>
/// Reads the stories of a document (body, headers, notes) to blocks, one after the other: paragraphs and lists are counted
/// on through all of them. Text boxes follow the block that they are anchored in.
/// </summary>
internal sealed class StoryReader(
    AcceptedContent accepted, InlineReader inlines, ParagraphBuilder paragraphs, TableToShape tables, StyleSheet styles,
    UnreadObjects objects, ReadingTally tally, ReadingLimits limits)
{
    private readonly Queue<OpenXmlElement> _textBoxes = [];
    private readonly List<NoteReference> _notes = [];
    private int _paragraphCount;

    /// <summary>The references to notes in what was read so far, in order.</summary>
    public IReadOnlyList<NoteReference> Notes => _notes;

    /// <summary>The blocks of a story.</summary>
    /// <param name="story">The element that holds its paragraphs and tables.</param>
    /// <param name="role">The role of its blocks; text boxes of the body have their own.</param>
    public ImmutableArray<FlowBlock> Read(OpenXmlElement story, FlowRole role)
    {
        var blocks = ImmutableArray.CreateBuilder<FlowBlock>();
        var place = new Place(role, IsCell: false, RunTraits.None, FieldTracker.For(story));
        foreach (var block in ReadBlocks(story, place))
        {
            blocks.Add(block);
            ReadTextBoxes(role, blocks);
        }

        ReadTextBoxes(role, blocks);
        return FlowBlocks.WithoutEmptyParagraphs(blocks);
    }

    private void ReadTextBoxes(FlowRole role, ImmutableArray<FlowBlock>.Builder blocks)
    {
        while (_textBoxes.TryDequeue(out var box))
        {
            var place = new Place(role == FlowRole.Body ? FlowRole.TextBox : role, IsCell: false, RunTraits.None, FieldTracker.For(box));
            foreach (var block in ReadBlocks(box, place))
                blocks.Add(block);
        }
    }

    private IEnumerable<FlowBlock> ReadBlocks(OpenXmlElement container, Place place)
    {
        ParagraphDraft? open = null;
        foreach (var child in accepted.Of(container))
        {
            if (child.IsWord("p"))
            {
                var draft = ReadParagraph(child, place);
                open = open?.Join(draft) ?? draft;
                if (open.GoesOn)
                    continue;
                yield return paragraphs.Build(open, place.Role, place.IsCell);
                open = null;
            }
            else if (child.IsWord("tbl"))
            {
                if (open is not null)
                    yield return paragraphs.Build(open, place.Role, place.IsCell);
                open = null;
                yield return ReadTable(child, place);
            }
            else if (child.IsWord("altChunk"))
            {
                objects.Note(child);
            }
        }

        if (open is not null)
            yield return paragraphs.Build(open, place.Role, place.IsCell);
    }

    private ParagraphDraft ReadParagraph(OpenXmlElement paragraph, Place place)
    {
        var number = ++_paragraphCount;
        var properties = paragraph.Child("pPr");
        var isMarkGone = AcceptedContent.IsMarkGone(paragraph);
        if (properties.Child("rPr") is { } mark)
            CountMark(mark);
        var content = inlines.Read(paragraph, place.Table, place.Fields);
        foreach (var box in content.TextBoxes)
            _textBoxes.Enqueue(box);
        _notes.AddRange(content.Notes);
        // A drop cap is a frame of its own before the paragraph whose first letter it is.
        var isDropCap = properties.Child("framePr").Attribute("dropCap") is "drop" or "margin";
        return new ParagraphDraft(paragraph, number, content.Pieces, isMarkGone || isDropCap);
    }

    private void CountMark(OpenXmlElement mark)
    {
        if (mark.Child("ins") is not null || mark.Child("moveTo") is not null)
            tally.Insertion();
        if (mark.Child("del") is not null || mark.Child("moveFrom") is not null)
            tally.Deletion();
    }

    private FlowTable ReadTable(OpenXmlElement table, Place place)
    {
        var shape = tables.Shape(table);
        var traits = styles.TableTraits(table);
        var cells = ImmutableArray.CreateBuilder<FlowCell>();
        foreach (var (element, where) in shape.Entries)
        {
            if (where is not { } cell)
            {
                Skip(element);
                continue;
            }

            cells.Add(new FlowCell
            {
                Row = cell.Row,
                Column = cell.Column,
                RowSpan = cell.RowSpan,
                ColumnSpan = cell.ColumnSpan,
                Content = FlowBlocks.WithoutEmptyParagraphs(ReadBlocks(element, place with { IsCell = true, Table = traits.For(cell, shape) })),
            });
        }

        var read = new FlowTable
        {
            Role = place.Role,
            RowCount = shape.RowCount,
            ColumnCount = shape.ColumnCount,
            HeaderRowCount = shape.HeaderRowCount,
            Cells = cells.ToImmutable(),
        };
        return LargeTable.Cut(read, limits.TableCells, tally.Limit);
    }

    // A cell that is not shown still has its paragraphs in the count: numbers are those of the file.
    private void Skip(OpenXmlElement cell)
    {
        _paragraphCount += cell.Descendants().Count(element => element.IsWord("p"));
        foreach (var text in cell.Descendants().Where(element => element.IsWord("t")))
            tally.Hidden(text.InnerText);
    }

    private sealed record Place(FlowRole Role, bool IsCell, RunTraits Table, FieldTracker Fields);
}
