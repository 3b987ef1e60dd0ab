using Ingest.Layout;
using Ingest.Model.Pages;
using Ingest.Model.Provenance;
using Ingest.Tables;
using Ingest.Vocabulary;

namespace Ingest.Segmentation;

/// <summary>The themes that headings above tables give.</summary>
internal sealed class Captions(DocumentContent content, TextBlock? title, HeaderVocabulary headers, TerminologyVocabulary terms, SegmentationOptions options)
{
    /// <summary>
    /// The theme that the heading above a table names; empty where there is none. A heading is taken for a theme where it
    /// says so (« Axe 2 – … »), is a known theme, or where each of several tables of actions has one.
    /// </summary>
    public SourceText ThemeOf(TableContent table, int actionTables)
    {
        if (HeadingAbove(table) is not { } heading)
            return SourceText.Empty;
        var words = heading.Text.Words.Take(options.ThemeLead).Select(word => word.Text);
        var saysTheme = headers.Match(string.Join(' ', words)).Any(match => match.Role == HeaderRole.Theme && match.Score >= options.HeaderWordScore);
        return saysTheme || terms.IsTheme(heading.Text.Text) || actionTables > 1 ? heading.Text : SourceText.Empty;
    }

    private TextBlock? HeadingAbove(TableContent table)
    {
        for (var i = content.Blocks.IndexOf(table) - 1; i >= 0; i--)
        {
            if (content.Blocks[i] is not TextContent { Block: var block })
                return null;
            if (block.Role is FlowRole.Header or FlowRole.Footer or FlowRole.Note || block.Text.IsEmpty)
                continue;
            var isShort = block.Text.Words.Count() <= options.CaptionWords;
            return isShort && block != title && !block.Text.Text.TrimEnd().EndsWith('.') && !block.Text.Text.TrimEnd().EndsWith(':') ? block : null;
        }

        return null;
    }
}
