using System.Collections.Immutable;
using Ingest.Model.Pages;
using Ingest.Model.Provenance;

namespace Ingest.Layout;

/// <summary>Paragraphs of a flowing source → text that knows its place, in the same form as text from a page.</summary>
public static class FlowToText
{
    /// <summary>The paragraph as a block.</summary>
    public static TextBlock ToBlock(FlowParagraph paragraph) => new()
    {
        Text = ToText(paragraph),
        HeadingLevel = paragraph.HeadingLevel,
        ListLevel = paragraph.ListLevel,
        IsBold = paragraph.IsBold,
        FontSize = paragraph.FontSize,
        Role = paragraph.Role,
    };

    /// <summary>
    /// The text, cut at line feeds, every word with the paragraph's place. A marker that was typed is told from the text like
    /// one that a list style draws.
    /// </summary>
    public static SourceText ToText(FlowParagraph paragraph)
    {
        var paragraphs = ImmutableArray.CreateBuilder<SourceParagraph>();
        var raw = paragraph.Raw is null ? [] : Words(paragraph.Raw);
        var position = 0;
        foreach (var line in paragraph.Text.Split('\n'))
        {
            var words = ImmutableArray.CreateBuilder<SourceWord>();
            foreach (var text in Words(line))
            {
                var asRead = position < raw.Length && raw[position] != text ? raw[position] : null;
                words.Add(new SourceWord { Text = text, Regions = [paragraph.Region], Raw = asRead });
                position++;
            }

            if (words.Count == 0)
                continue;
            paragraphs.Add(paragraphs.Count == 0 && paragraph.Marker is { } marker
                ? new SourceParagraph(words.ToImmutable(), marker)
                : MarkerGrammar.WordsToParagraph(words.ToImmutable()));
        }

        return new SourceText { Paragraphs = paragraphs.ToImmutable() };
    }

    /// <summary>All text of the blocks in reading order, that of tables row by row.</summary>
    public static SourceText ToText(IEnumerable<FlowBlock> blocks) => SourceText.Concat(blocks.Select(block => block switch
    {
        FlowParagraph paragraph => ToText(paragraph),
        FlowTable table => SourceText.Concat(table.Cells.Select(cell => ToText(cell.Content))),
        _ => SourceText.Empty,
    }));

    private static string[] Words(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
}
