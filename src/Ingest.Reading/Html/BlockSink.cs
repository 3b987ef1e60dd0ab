using System.Collections.Immutable;
using Ingest.Model.Pages;
using Ingest.Model.Provenance;
using Ingest.Reading.Text;

namespace Ingest.Reading.Html;

/// <summary>Counts paragraphs through a page.</summary>
internal sealed class ParagraphCounter
{
    private int _count;

    /// <summary>Number of the next paragraph, from 1.</summary>
    public int Next() => ++_count;
}

/// <summary>Takes the text and tables of one place (the page, a cell) in order and makes blocks of them.</summary>
/// <param name="role">The role of the blocks.</param>
/// <param name="isCell">Whether the place is a cell.</param>
/// <param name="counter">Counts the paragraphs of the page.</param>
internal sealed class BlockSink(FlowRole role, bool isCell, ParagraphCounter counter)
{
    private readonly ImmutableArray<FlowBlock>.Builder _blocks = ImmutableArray.CreateBuilder<FlowBlock>();
    private ParagraphText _text = new();
    private ListMarker? _marker;

    /// <summary>The role of the blocks.</summary>
    public FlowRole Role => role;

    /// <summary>Level of the heading that is open, from 0; null outside headings.</summary>
    public int? Heading { get; set; }

    /// <summary>Whether the open paragraph has no text yet.</summary>
    public bool IsAtStart => _text.IsEmpty;

    /// <summary>The blocks; the open paragraph ends.</summary>
    public ImmutableArray<FlowBlock> Finish()
    {
        End();
        return _blocks.ToImmutable();
    }

    /// <summary>Adds text.</summary>
    public void Text(string text, TextLook look, int line) => _text.Add(text, look, line);

    /// <summary>A line break; the second in a row ends the paragraph.</summary>
    public void Break()
    {
        if (_text.EndsWithBreak)
            End();
        else if (!_text.IsEmpty)
            _text.Break();
    }

    /// <summary>The paragraph that comes begins a list item.</summary>
    public void Item(ListMarker marker) => _marker = marker;

    /// <summary>Ends a list item. In a column of row numbers the number is what the cell says.</summary>
    /// <param name="line">Line of the item.</param>
    public void EndItem(int line)
    {
        End();
        if (isCell && _marker is { IsNumber: true, Text: { } number })
            _blocks.Add(new FlowParagraph { Role = role, Region = Region(line), Text = number });
        _marker = null;
    }

    /// <summary>Adds blocks that are made already; the open paragraph ends.</summary>
    public void Add(params IEnumerable<FlowBlock> blocks)
    {
        End();
        _blocks.AddRange(blocks);
    }

    /// <summary>Ends the open paragraph.</summary>
    public void End()
    {
        var done = _text;
        _text = new ParagraphText();
        var (text, raw) = TypographicRepair.Apply(done.ToString(), TypographicRepair.Repair);
        if (text.Length == 0)
            return;
        _blocks.Add(new FlowParagraph
        {
            Role = role,
            Region = Region(done.Line ?? 1),
            Text = text,
            Raw = raw,
            Marker = _marker?.Text,
            ListLevel = Heading is null ? _marker?.Level : null,
            HeadingLevel = Heading,
            IsBold = done.IsBold,
            FontSize = done.Size,
        });
        _marker = null;
    }

    // The line finds the place in the source; on a page that a program wrote on one line, only the number of the paragraph does.
    private EvidenceRegion Region(int line) => new() { Line = line, Paragraph = counter.Next() };
}
