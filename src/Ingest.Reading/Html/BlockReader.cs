using System.Collections.Immutable;
using AngleSharp.Dom;
using Ingest.Model.Pages;
using Ingest.Reading.Flow;

namespace Ingest.Reading.Html;

/// <summary>
/// Reads elements to blocks in the order in which they stand: paragraphs, headings, list items, tables. The walk goes as deep as the
/// elements do, which <see cref="MarkupGuard"/> keeps within bounds.
/// </summary>
internal sealed class BlockReader(PageContent content, Visibility visibility, LayoutTables layout, ContentMeasure measure, HtmlOptions options, PageTally tally)
{
    private readonly TableToShape _shapes = new(visibility, options);
    private readonly ParagraphCounter _counter = new();
    private IElement? _title;
    private int _line = 1;

    /// <summary>The blocks of the content.</summary>
    public ImmutableArray<FlowBlock> Read()
    {
        _title = Title();
        var blocks = ImmutableArray.CreateBuilder<FlowBlock>();
        foreach (var root in content.Roots)
        {
            var sink = NewSink(FlowRole.Body);
            ReadElement(root, new Place(default, -1), sink);
            blocks.AddRange(sink.Finish());
        }

        return blocks.ToImmutable();
    }

    /// <summary>A paragraph that stands outside the content.</summary>
    public FlowParagraph Aside(string text, int line)
    {
        var sink = NewSink(FlowRole.Header);
        sink.Text(text, default, line);
        return (FlowParagraph)sink.Finish()[0];
    }

    // The only h1 of the content is the title of the document, as is a paragraph that a word processor marks; of several h1
    // each heads a part.
    private IElement? Title()
    {
        var titles = content.Roots.SelectMany(root => root.QuerySelectorAll("h1").Prepend(root))
            .Where(element => element.LocalName == "h1")
            .Where(IsRead)
            .Take(2)
            .ToList();
        return titles is [var title] ? title : null;
    }

    private bool IsRead(IElement element)
    {
        for (var ancestor = element; ancestor is not null; ancestor = ancestor.ParentElement)
        {
            if (content.IsLeft(ancestor) || visibility.IsHidden(ancestor))
                return false;
        }

        return element.TextContent.Trim().Length > 0;
    }

    private BlockSink NewSink(FlowRole role, bool isCell = false) => new(role, isCell, _counter);

    private void ReadChildren(INode parent, Place place, BlockSink sink)
    {
        foreach (var child in parent.ChildNodes)
        {
            if (child is IText text)
                ReadText(text.Data, place.Look, sink);
            else if (child is IElement element)
                ReadElement(element, place, sink);
        }
    }

    private void ReadText(string text, TextLook look, BlockSink sink)
    {
        var (shown, unknown) = SymbolFonts.Decode(text, look.Font);
        tally.Undecodable(unknown);
        sink.Text(shown, look, _line);
    }

    private void ReadElement(IElement element, Place place, BlockSink sink)
    {
        _line = element.Line() ?? _line;
        if (content.IsLeft(element) || OfficeMarks.IsNoteSign(element) || IsDeleted(element))
            return;
        if (element.LocalName is "s" or "strike" || InlineStyle.Of(element).IsStruck)
        {
            tally.Struck(element.TextContent);
            return;
        }

        if (visibility.IsHidden(element))
        {
            ReadHidden(element, place, sink);
            return;
        }

        if (element.IsSilent())
        {
            if (element is { LocalName: "input" } && element.GetAttribute("type") is "checkbox" or "radio")
                sink.Text(element.HasAttribute("checked") ? SymbolFonts.Ticked : SymbolFonts.Unticked, place.Look, _line);
            return;
        }

        var look = place.Look.Inside(element);
        if (sink.IsAtStart && OfficeMarks.Marker(element, look) is { } marker)
            sink.Item(marker);
        else if (OfficeMarks.Role(element) is { } role)
            ReadApart(element, role, place with { Look = look }, sink);
        else
            ReadShown(element, place with { Look = look }, sink);
    }

    private void ReadShown(IElement element, Place place, BlockSink sink)
    {
        switch (element.LocalName)
        {
            case "br":
                sink.Break();
                break;
            case "table" when !layout.IsLayout(element):
                ReadTable(element, place, sink);
                break;
            case "dl" when Definitions(element) is { Count: > 1 } definitions:
                ReadDefinitions(definitions, place, sink);
                break;
            case "ul" or "ol" or "menu" or "dir":
                ReadList(element, place, sink);
                break;
            case "li":
                // An item outside a list is shown as one of a list of its own.
                ReadItem(element, new ListMarkers(element, Math.Max(0, place.ListLevel)), place, sink);
                break;
            default:
                if (HeadingLevel(element) is { } level)
                    ReadHeading(element, level, place, sink);
                else if (element.IsBlock())
                    ReadBlock(element, place, sink);
                else
                    ReadInline(element, place, sink);
                break;
        }
    }

    // Labels side by side, parted by their looks alone (« <span class="tag">CCAS</span><span class="tag">Les Buis</span> »), are no one word.
    private void ReadInline(IElement element, Place place, BlockSink sink)
    {
        if (element is { LocalName: "span", ClassName: { Length: > 0 } look } && element.PreviousSibling is IElement { LocalName: "span" } before && before.ClassName == look)
            sink.Break();
        if (element.PreviousSibling is IText { Data: var above } && RunTogether(above, element.TextContent))
            sink.Break();
        ReadChildren(element, place, sink);
        if (element.NextSibling is IText { Data: var below } && RunTogether(element.TextContent, below))
            sink.Break();
    }

    // « <b>Maire de Vitré</b>Anne Le Goff »: a style shows them one below the other; no word has a capital behind a small letter.
    private static bool RunTogether(string before, string after) =>
        before.Length > 1 && after.Length > 1 && char.IsLower(before[^1]) && char.IsLower(before[^2]) && char.IsUpper(after[0]) && char.IsLower(after[1]);

    private int? HeadingLevel(IElement element)
    {
        if (element == _title || OfficeMarks.IsTitle(element))
            return 0;
        if (element.GetAttribute("role") == "heading")
            return element.GetAttribute("aria-level") is [>= '1' and <= '9'] level ? level[0] - '0' : 2;
        return element.HeadingLevel();
    }

    private void ReadBlock(IElement element, Place place, BlockSink sink)
    {
        sink.End();
        ReadChildren(element, place, sink);
        sink.End();
    }

    private void ReadHeading(IElement element, int level, Place place, BlockSink sink)
    {
        sink.End();
        var outer = sink.Heading;
        sink.Heading = level;
        ReadChildren(element, place, sink);
        sink.End();
        sink.Heading = outer;
    }

    private void ReadList(IElement list, Place place, BlockSink sink)
    {
        sink.End();
        var inside = place with { ListLevel = place.ListLevel + 1 };
        var markers = new ListMarkers(list, inside.ListLevel);
        foreach (var child in list.ChildNodes)
        {
            if (child is IElement { LocalName: "li" } item && !content.IsLeft(item) && !visibility.IsHidden(item))
                ReadItem(item, markers, inside with { Look = inside.Look.Inside(item) }, sink);
            else if (child is IElement element)
                ReadElement(element, inside, sink);
            else if (child is IText text)
                ReadText(text.Data, inside.Look, sink);
        }

        sink.End();
    }

    private void ReadItem(IElement item, ListMarkers markers, Place place, BlockSink sink)
    {
        _line = item.Line() ?? _line;
        var line = _line;
        sink.End();
        sink.Item(markers.Next(item));
        ReadChildren(item, place, sink);
        sink.EndItem(line);
    }

    private void ReadApart(IElement element, FlowRole role, Place place, BlockSink sink)
    {
        var apart = NewSink(role);
        ReadChildren(element, place, apart);
        var blocks = apart.Finish();
        var sign = element.QuerySelectorAll("a").FirstOrDefault(OfficeMarks.IsNoteSign)?.TextContent.Trim(' ', '\n', '[', ']');
        sink.Add(role == FlowRole.Note && blocks is [FlowParagraph { Marker: null } first, ..]
            ? blocks.SetItem(0, first with { Marker = sign })
            : blocks);
    }

    private void ReadTable(IElement table, Place place, BlockSink sink)
    {
        sink.End();
        var line = _line;
        foreach (var caption in table.ChildrenNamed("caption"))
            ReadElement(caption, place, sink);
        var shape = _shapes.Shape(table);
        var cells = ImmutableArray.CreateBuilder<FlowCell>();
        var hidden = new List<IElement>();
        foreach (var (element, where, isHidden) in shape.Cells)
        {
            if (where is { } cell)
            {
                cells.Add(new FlowCell
                {
                    Row = cell.Row,
                    Column = cell.Column,
                    RowSpan = cell.RowSpan,
                    ColumnSpan = cell.ColumnSpan,
                    Content = ReadCell(element, place, sink.Role),
                });
            }
            else if (isHidden)
            {
                hidden.Add(element);
            }
            else
            {
                tally.Unread($"<table> L{line}", $"> {options.MostColumns} <td>");
            }
        }

        TellHidden(hidden, line);
        if (cells.Any(cell => !cell.Content.IsEmpty))
            sink.Add(Bounded(new FlowTable { Role = sink.Role, RowCount = shape.RowCount, ColumnCount = shape.ColumnCount, HeaderRowCount = shape.HeaderRowCount, Cells = cells.ToImmutable() }));
    }

    /// <summary>The terms of a list with what stands under each; empty where the list has anything else.</summary>
    private static List<(IElement Term, List<IElement> Texts)> Definitions(IElement list)
    {
        var definitions = new List<(IElement Term, List<IElement> Texts)>();
        foreach (var child in list.Children)
        {
            if (child.LocalName == "dt")
                definitions.Add((child, []));
            else if (child.LocalName == "dd" && definitions.Count > 0)
                definitions[^1].Texts.Add(child);
            else
                return [];
        }

        return definitions.TrueForAll(definition => definition.Texts.Count > 0) ? definitions : [];
    }

    // A list of terms is a table of two columns: each term beside its texts.
    private void ReadDefinitions(List<(IElement Term, List<IElement> Texts)> definitions, Place place, BlockSink sink)
    {
        sink.End();
        var cells = ImmutableArray.CreateBuilder<FlowCell>();
        foreach (var (row, definition) in definitions.Index())
        {
            cells.Add(new FlowCell { Row = row, Column = 0, Content = ReadCell(definition.Term, place, sink.Role) });
            cells.Add(new FlowCell { Row = row, Column = 1, Content = [.. definition.Texts.SelectMany(text => ReadCell(text, place, sink.Role))] });
        }

        sink.Add(Bounded(new FlowTable { Role = sink.Role, RowCount = definitions.Count, ColumnCount = 2, Cells = cells.ToImmutable() }));
    }

    private FlowTable Bounded(FlowTable table) => LargeTable.Cut(table, options.Limits.TableCells, tally.Limit);

    private ImmutableArray<FlowBlock> ReadCell(IElement cell, Place place, FlowRole role)
    {
        _line = cell.Line() ?? _line;
        var sink = NewSink(role, isCell: true);
        ReadChildren(cell, new Place(place.Look.Inside(cell.ParentElement ?? cell).Inside(cell), -1), sink);
        return sink.Finish();
    }

    private void TellHidden(List<IElement> cells, int line)
    {
        var filled = cells.Where(cell => cell.TextContent.Trim().Length > 0).ToList();
        if (filled.Count > 0)
            tally.HiddenCells($"<table> L{line}", filled.Count, filled.SelectMany(cell => ReadCell(cell, new Place(default, -1), FlowRole.Hidden)));
    }

    // What a style hides is left out and told; where it is a table that matters, it is read apart.
    private void ReadHidden(IElement element, Place place, BlockSink sink)
    {
        var facts = measure.Of(element);
        if (element.IsSilent() || (!facts.HasMoney && facts.MostRows < options.ProtectedRows))
        {
            tally.HiddenText(element.IsSilent() ? "" : element.TextContent);
            return;
        }

        if (sink.Role == FlowRole.Hidden)
        {
            ReadShown(element, place, sink);
            return;
        }

        var line = _line;
        var apart = NewSink(FlowRole.Hidden);
        ReadShown(element, new Place(default, -1), apart);
        var filled = element.QuerySelectorAll("td, th").Count(cell => cell.TextContent.Trim().Length > 0);
        var blocks = apart.Finish();
        tally.HiddenCells($"<{element.LocalName}> L{line}", Math.Max(filled, blocks.Length), blocks);
    }

    // Tracked changes are read as accepted, as in word-processing documents.
    private bool IsDeleted(IElement element)
    {
        if (element.LocalName == "ins")
            tally.Insertion();
        if (element.LocalName != "del")
            return false;
        tally.Deletion();
        return true;
    }

    private readonly record struct Place(TextLook Look, int ListLevel);
}
