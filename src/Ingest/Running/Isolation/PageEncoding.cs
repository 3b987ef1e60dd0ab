using System.Collections.Immutable;
using Ingest.Model.Findings;
using Ingest.Model.Pages;
using Ingest.Model.Provenance;

namespace Ingest.Running.Isolation;

/// <summary>
/// Pages as bytes, for the way from one process to the next: field by field in the order of the records, numbers as they lie in memory,
/// texts that return on a page (fonts, colours, sheets) once. <see cref="PageDecoding"/> is its mirror. Both ends are the same program,
/// so that there are no versions.
/// </summary>
internal sealed class PageEncoding
{
    private readonly BinaryWriter _out;
    private readonly Dictionary<string, int> _shared = new(StringComparer.Ordinal);

    private PageEncoding(BinaryWriter writer) => _out = writer;

    /// <summary>Writes a page.</summary>
    public static void Write(Page page, BinaryWriter writer) => new PageEncoding(writer).Write(page);

    /// <summary>Writes findings that belong to no page.</summary>
    public static void Write(ImmutableArray<Finding> findings, BinaryWriter writer)
    {
        var encoding = new PageEncoding(writer);
        encoding.All(findings, encoding.Write);
    }

    private void Write(Page page)
    {
        _out.Write7BitEncodedInt(page.Number);
        Optional(page.PageCount);
        Optional(page.Size, Write);
        Optional(page.Turn);
        All(page.Words, Write);
        All(page.Rulings, Write);
        All(page.Fills, Write);
        All(page.Images, Write);
        All(page.TaggedTables, Write);
        All(page.Blocks, Write);
        All(page.Findings, Write);
    }

    private void Write(PageSize size)
    {
        _out.Write(size.Width);
        _out.Write(size.Height);
    }

    private void Optional(PageTurn? turn)
    {
        _out.Write(turn is not null);
        if (turn is null)
            return;
        _out.Write7BitEncodedInt(turn.Quarters);
        _out.Write(turn.Degrees);
        Write(turn.Shown);
    }

    private void Write(Word word)
    {
        _out.Write(word.Text);
        Write(word.Box);
        Optional(word.Shown, Write);
        _out.Write(word.Baseline);
        Shared(word.Font.Name);
        _out.Write(word.Font.Size);
        _out.Write(word.Font.IsBold);
        _out.Write(word.Font.IsItalic);
        _out.Write((byte)word.Direction);
        _out.Write(word.IsVisible);
        Optional(word.MarkedContent);
        _out.Write(word.IsArtifact);
        Shared(word.Colour);
        Optional(word.Raw);
        _out.Write((byte)word.Origin);
        _out.Write(word.Confidence);
        Optional(word.SecondReading);
    }

    private void Write(Ruling ruling)
    {
        Write(ruling.Box);
        _out.Write(ruling.IsHorizontal);
        Shared(ruling.Colour);
    }

    private void Write(FilledArea fill)
    {
        Write(fill.Box);
        Shared(fill.Colour);
    }

    private void Write(ImageArea image)
    {
        Write(image.Box);
        Optional(image.Dpi, _out.Write);
    }

    private void Write(TaggedTable table)
    {
        _out.Write7BitEncodedInt(table.Id);
        All(table.Rows, _out.Write7BitEncodedInt);
        _out.Write7BitEncodedInt(table.ColumnCount);
        _out.Write(table.IsPart);
        All(table.Cells, Write);
    }

    private void Write(TaggedCell cell)
    {
        _out.Write7BitEncodedInt(cell.Row);
        _out.Write7BitEncodedInt(cell.Column);
        _out.Write7BitEncodedInt(cell.RowSpan);
        _out.Write7BitEncodedInt(cell.ColumnSpan);
        _out.Write(cell.IsHeader);
        All(cell.Words, _out.Write7BitEncodedInt);
    }

    private void Write(FlowBlock block)
    {
        _out.Write(block is FlowTable);
        _out.Write((byte)block.Role);
        if (block is FlowTable table)
            Write(table);
        else
            Write((FlowParagraph)block);
    }

    private void Write(FlowParagraph paragraph)
    {
        Write(paragraph.Region);
        _out.Write(paragraph.Text);
        Optional(paragraph.Raw);
        Optional(paragraph.Marker);
        Optional(paragraph.ListLevel);
        Optional(paragraph.HeadingLevel);
        _out.Write(paragraph.IsBold);
        Optional(paragraph.FontSize, _out.Write);
    }

    private void Write(FlowTable table)
    {
        _out.Write7BitEncodedInt(table.ColumnCount);
        _out.Write7BitEncodedInt(table.RowCount);
        All(table.Cells, Write);
        _out.Write7BitEncodedInt(table.HeaderRowCount);
    }

    private void Write(FlowCell cell)
    {
        _out.Write7BitEncodedInt(cell.Row);
        _out.Write7BitEncodedInt(cell.Column);
        _out.Write7BitEncodedInt(cell.RowSpan);
        _out.Write7BitEncodedInt(cell.ColumnSpan);
        All(cell.Content, Write);
        _out.Write(cell.Region is not null);
        if (cell.Region is not null)
            Write(cell.Region);
    }

    private void Write(Finding finding)
    {
        _out.Write(finding.Code);
        _out.Write((byte)finding.Severity);
        _out.Write(finding.Message);
        _out.Write(finding.MessageEn);
        Optional(finding.Pointer);
        _out.Write(finding.Evidence is not null);
        if (finding.Evidence is not null)
            Write(finding.Evidence);
    }

    private void Write(Evidence evidence)
    {
        All(evidence.Regions, Write);
        _out.Write(evidence.Text);
        _out.Write((byte)evidence.Origin);
        _out.Write(evidence.Confidence);
        Optional(evidence.EngineConfidence, _out.Write);
        Optional(evidence.SecondReading);
    }

    private void Write(EvidenceRegion region)
    {
        Optional(region.Page);
        Optional(region.Bbox, Write);
        Optional(region.Straight, Write);
        Optional(region.Line);
        Optional(region.Paragraph);
        Shared(region.Sheet);
        Optional(region.Cell);
    }

    private void Write(Box box)
    {
        _out.Write(box.Left);
        _out.Write(box.Top);
        _out.Write(box.Right);
        _out.Write(box.Bottom);
    }

    private void All<T>(ImmutableArray<T> items, Action<T> write)
    {
        _out.Write7BitEncodedInt(items.Length);
        foreach (var item in items)
            write(item);
    }

    private void Optional(int? number) => Optional(number, _out.Write7BitEncodedInt);

    private void Optional<T>(T? value, Action<T> write)
        where T : struct
    {
        _out.Write(value is not null);
        if (value is { } known)
            write(known);
    }

    private void Optional(string? text)
    {
        _out.Write(text is not null);
        if (text is not null)
            _out.Write(text);
    }

    // 0 is null, then the number of the text; one that is new follows its number.
    private void Shared(string? text)
    {
        if (text is null)
        {
            _out.Write7BitEncodedInt(0);
            return;
        }

        if (_shared.TryGetValue(text, out var number))
        {
            _out.Write7BitEncodedInt(number);
            return;
        }

        _shared.Add(text, _shared.Count + 1);
        _out.Write7BitEncodedInt(_shared.Count);
        _out.Write(text);
    }
}
