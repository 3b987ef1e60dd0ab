using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Xml.Linq;
using Ingest.Model.Pages;
using Ingest.Reading.Flow;

namespace Ingest.Reading.Odf;

/// <summary>The styles, lists and letters of one part of a document.</summary>
/// <param name="Styles">The styles.</param>
/// <param name="Numbering">The lists, counted while they are read.</param>
/// <param name="Inlines">The content of paragraphs.</param>
internal sealed record OdtScope(OdfStyles Styles, OdfListNumbering Numbering, OdtInlines Inlines);

/// <summary>
/// Reads the stories of a text (body, headers, notes) to blocks, one after the other: paragraphs are counted on through all of
/// them. Text boxes follow the block that they are anchored in.
/// </summary>
internal sealed class OdtStories(OdtTableToShape tables, OdtShapes shapes, ReadingTally tally)
{
    // Tables of contents and other registers, whose text stands in a body beside the description of how it is made.
    private static readonly FrozenSet<string> Registers = FrozenSet.Create(
        StringComparer.Ordinal, "table-of-content", "illustration-index", "table-index", "object-index", "user-index", "alphabetical-index", "bibliography");

    private readonly Queue<XElement> _boxes = [];
    private readonly List<XElement> _notes = [];
    private int _paragraphCount;

    /// <summary>The notes that what was read so far refers to, in order.</summary>
    public IReadOnlyList<XElement> Notes => _notes;

    /// <summary>The blocks of a story.</summary>
    /// <param name="story">The element that holds its paragraphs and tables.</param>
    /// <param name="role">The role of its blocks; text boxes of the body have their own.</param>
    /// <param name="scope">The styles and lists that hold in it.</param>
    public ImmutableArray<FlowBlock> Read(XElement story, FlowRole role, OdtScope scope)
    {
        var blocks = ImmutableArray.CreateBuilder<FlowBlock>();
        foreach (var block in ReadBlocks(story, new Place(role, IsCell: false, scope, Item: null)))
        {
            blocks.Add(block);
            ReadBoxes(role, scope, blocks);
        }

        ReadBoxes(role, scope, blocks);
        return FlowBlocks.WithoutEmptyParagraphs(blocks);
    }

    private void ReadBoxes(FlowRole role, OdtScope scope, ImmutableArray<FlowBlock>.Builder blocks)
    {
        while (_boxes.TryDequeue(out var box))
            blocks.AddRange(ReadBlocks(box, new Place(role == FlowRole.Body ? FlowRole.TextBox : role, IsCell: false, scope, Item: null)));
    }

    private IEnumerable<FlowBlock> ReadBlocks(XElement container, Place place)
    {
        foreach (var child in container.Elements())
        {
            if (OdtShapes.IsShape(child))
            {
                EnqueueBoxes(child);
                continue;
            }

            foreach (var block in ReadBlock(child, place))
                yield return block;
        }
    }

    private void EnqueueBoxes(XElement shape)
    {
        foreach (var box in shapes.Boxes(shape))
            _boxes.Enqueue(box);
    }

    private IEnumerable<FlowBlock> ReadBlock(XElement block, Place place)
    {
        if (block.Name == OdfXml.Table + "table")
            return ReadTable(block, place);
        if (block.Name.Namespace != OdfXml.Text)
            return [];
        switch (block.Name.LocalName)
        {
            case "p" or "h":
                return [ReadParagraph(block, place)];
            case "list":
                return ReadList(block, place);
            case "numbered-paragraph":
                return ReadBlocks(block, place with { Item = Numbered(block, place.Scope) });
            case "section" or "index-title" when IsHidden(block):
                Skip(block);
                return [];
            case "section" or "index-title":
                return ReadBlocks(block, place);
            case var name when Registers.Contains(name):
                return block.Element(OdfXml.Text + "index-body") is { } body ? ReadBlocks(body, place) : [];
            default:
                return [];
        }
    }

    private FlowParagraph ReadParagraph(XElement paragraph, Place place)
    {
        var number = ++_paragraphCount;
        var scope = place.Scope;
        var content = scope.Inlines.Read(paragraph);
        foreach (var box in content.Boxes)
            _boxes.Enqueue(box);
        _notes.AddRange(content.Notes);
        var style = scope.Styles.ParagraphStyle(paragraph);
        var marker = place.Item is null ? scope.Numbering.Heading(paragraph, style) : place.Item.Take(paragraph, style, scope);
        return PiecesToParagraph.Make(content.Pieces, number, place.Role, place.IsCell, HeadingLevel(paragraph, style, scope.Styles), marker);
    }

    // A paragraph with the style of a heading that is not written as one was taken out of the headings by hand.
    private static int? HeadingLevel(XElement paragraph, string? style, OdfStyles styles)
    {
        if (paragraph.Name.LocalName == "h")
            return Math.Max(1, paragraph.Whole(OdfXml.Text + "outline-level") ?? styles.OutlineLevel(style) ?? 1);
        return styles.IsTitle(style) ? 0 : null;
    }

    private IEnumerable<FlowBlock> ReadList(XElement list, Place place)
    {
        var outer = place.Item;
        var style = list.Get(OdfXml.Text + "style-name") ?? outer?.Style;
        var counts = outer?.Counts ?? place.Scope.Numbering.Begin(list);
        foreach (var entry in list.Elements().Where(child => child.Name == OdfXml.Text + "list-item" || child.Name == OdfXml.Text + "list-header"))
        {
            var item = new ListPlace(style, counts, (outer?.Depth ?? -1) + 1, entry.Whole(OdfXml.Text + "start-value"))
            {
                IsTaken = entry.Name.LocalName == "list-header",
            };
            foreach (var block in ReadBlocks(entry, place with { Item = item }))
                yield return block;
        }
    }

    private static ListPlace Numbered(XElement paragraph, OdtScope scope) => new(
        paragraph.Get(OdfXml.Text + "style-name"), scope.Numbering.Begin(paragraph), (paragraph.Whole(OdfXml.Text + "level") ?? 1) - 1,
        paragraph.Whole(OdfXml.Text + "start-value"));

    private IEnumerable<FlowBlock> ReadTable(XElement table, Place place)
    {
        var shape = tables.Shape(table, place.Scope.Styles);
        var cells = ImmutableArray.CreateBuilder<FlowCell>();
        var hidden = ImmutableArray.CreateBuilder<FlowCell>();
        var inside = place with { IsCell = true, Item = null };
        foreach (var entry in shape.Entries)
        {
            if (entry.Kind == OdtCellKind.Covered)
            {
                Skip(entry.Element);
                continue;
            }

            var isHidden = entry.Kind == OdtCellKind.Hidden;
            var content = FlowBlocks.WithoutEmptyParagraphs(ReadBlocks(entry.Element, isHidden ? inside with { Role = FlowRole.Hidden } : inside));
            var cell = new FlowCell
            {
                Row = entry.Place.Row,
                Column = entry.Place.Column,
                RowSpan = entry.Place.RowSpan,
                ColumnSpan = entry.Place.ColumnSpan,
                Content = content,
            };
            if (!isHidden)
                cells.Add(cell);
            else if (!content.IsEmpty)
                hidden.Add(cell);
        }

        yield return new FlowTable
        {
            Role = place.Role,
            RowCount = shape.RowCount,
            ColumnCount = shape.ColumnCount,
            HeaderRowCount = shape.HeaderRowCount,
            Cells = cells.ToImmutable(),
        };
        if (hidden.Count == 0)
            yield break;
        tally.HiddenCells(table.Get(OdfXml.Table + "name") ?? "table:table", hidden.Count);
        yield return Hidden(hidden);
    }

    // The cells that are not shown, at their places among all rows and columns of the file.
    private static FlowTable Hidden(ImmutableArray<FlowCell>.Builder cells) => new()
    {
        Role = FlowRole.Hidden,
        RowCount = cells.Max(cell => cell.Row + cell.RowSpan),
        ColumnCount = cells.Max(cell => cell.Column + cell.ColumnSpan),
        Cells = cells.ToImmutable(),
    };

    private static bool IsHidden(XElement section) =>
        section.Get(OdfXml.Text + "display") == "none"
        || (section.Get(OdfXml.Text + "display") == "condition" && section.IsOn(OdfXml.Text + "is-hidden"));

    // What is not shown still has its paragraphs in the count: numbers are those of the file.
    private void Skip(XElement part)
    {
        foreach (var paragraph in part.Descendants().Where(element => element.Name == OdfXml.Text + "p" || element.Name == OdfXml.Text + "h"))
        {
            _paragraphCount++;
            tally.Hidden(paragraph.Value);
        }
    }

    private sealed record Place(FlowRole Role, bool IsCell, OdtScope Scope, ListPlace? Item);

    // An item of a list: its first paragraph has the marker, those after it none.
    private sealed class ListPlace(string? style, int?[] counts, int depth, int? start)
    {
        public string? Style => style;

        public int?[] Counts => counts;

        public int Depth => depth;

        public bool IsTaken { get; set; }

        public ListMarker? Take(XElement paragraph, string? paragraphStyle, OdtScope scope)
        {
            if (IsTaken || paragraph.IsOn(OdfXml.Text + "is-list-header"))
                return null;
            IsTaken = true;
            // A list that names no style looks as the style of its paragraphs says.
            var look = style ?? scope.Styles.Nearest(OdfStyles.Paragraph, paragraphStyle, OdfXml.Style + "list-style-name");
            return scope.Numbering.Item(look, counts, depth, start);
        }
    }
}
