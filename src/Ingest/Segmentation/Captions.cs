using System.Collections.Immutable;
using Ingest.Grammar;
using Ingest.Layout;
using Ingest.Model.Documents;
using Ingest.Model.Pages;
using Ingest.Model.Provenance;
using Ingest.Tables;
using Ingest.Vocabulary;

namespace Ingest.Segmentation;

/// <summary>The themes that headings above tables give.</summary>
internal sealed class Captions(DocumentContent content, IReadOnlySet<TextBlock> banners, TextBlock? title, ProgrammeLines lines, TerminologyVocabulary terms, SegmentationOptions options)
{
    /// <summary>
    /// The theme that the heading above a table names; empty where there is none. A heading is taken for a theme where it
    /// says so (« Axe 2 – … »), is a known theme, or where each of several tables of actions has one.
    /// </summary>
    public SourceText ThemeOf(TableContent table, int actionTables)
    {
        // « Actions retenues (montants en k€) » tells what was decided and in which unit, and no theme.
        if (HeadingAbove(table) is not { } heading || lines.TellsDecision(heading.Text))
            return SourceText.Empty;
        return lines.SaysTheme(heading.Text) || terms.IsTheme(heading.Text.Text) || actionTables > 1 ? lines.ThemeIn(heading.Text) : SourceText.Empty;
    }

    /// <summary>The heading right above a table, whatever it says; empty without.</summary>
    public SourceText Above(TableContent table) => HeadingAbove(table)?.Text ?? SourceText.Empty;

    /// <summary>
    /// The heading whose section a table stands in, with prose between them perhaps: « Quartier Liberté – Zola », « Actions non retenues ».
    /// Empty where another table stands between.
    /// </summary>
    public SourceText SectionOf(TableContent table)
    {
        var at = content.Blocks.IndexOf(table);
        for (var i = at - 1; i >= Math.Max(0, at - FarthestSection); i--)
        {
            if (content.Blocks[i] is not TextContent { Block: var block })
                return SourceText.Empty;
            if (block.Role == FlowRole.Body && (block.HeadingLevel is not null || block == HeadingAbove(table)))
                return block == title || IsOfYear(block) ? SourceText.Empty : block.Text;
        }

        return SourceText.Empty;
    }

    /// <summary>The paragraph right above a table; null where there is none, or another table.</summary>
    public TextBlock? TextAbove(TableContent table) => content.Blocks.Take(content.Blocks.IndexOf(table)).LastOrDefault(block => block is not TextContent { Block: { Role: FlowRole.Header or FlowRole.Footer or FlowRole.Note } or { Text.IsEmpty: true } }) is TextContent text ? text.Block : null;

    // Blocks of prose between a heading and the table of its section.
    private const int FarthestSection = 6;

    /// <summary>How far the money of a table has come, where the line above it says so: « … – montants accordés (€) »; null else.</summary>
    public FundingStatus? StatusOf(TableContent table) => HeadingAbove(table) is { } heading ? lines.StatusIn(heading.Text) : null;

    /// <summary>
    /// The year that a short line above each table names, where tables of one document have different ones: « Programmation
    /// 2025 » above the second. Empty for tables above the first such line, and for all where one year is told or none.
    /// </summary>
    /// <param name="tables">Tables of actions, in order.</param>
    public ImmutableArray<SourceText> YearsOf(IReadOnlyList<TableContent> tables)
    {
        var years = ImmutableArray.CreateBuilder<SourceText>();
        var year = SourceText.Empty;
        var from = 0;
        foreach (var table in tables)
        {
            var to = content.Blocks.IndexOf(table);
            year = content.Blocks[from..to].OfType<TextContent>().Select(text => YearIn(text.Block)).LastOrDefault(found => !found.IsEmpty) ?? year;
            years.Add(year);
            from = to;
        }

        return years.Select(found => found.Text).Distinct(StringComparer.Ordinal).Count(text => text.Length > 0) > 1 ? years.ToImmutable() : [.. years.Select(_ => SourceText.Empty)];
    }

    // « 2025 », « Année 2025 ».
    private const int YearLine = 2;

    private SourceText YearIn(TextBlock block)
    {
        if (block.Role is FlowRole.Header or FlowRole.Footer or FlowRole.Note || block.Text.Words.Count() > options.CaptionWords || block.Text.Text.TrimEnd().EndsWith('.'))
            return SourceText.Empty;
        var text = block.Text.Text;
        return YearGrammar.FindPeriods(text).Where(mention => !terms.IsInFramework(text, mention.Start)).ToList() is [{ IsSingleYear: true } only]
            // « Actions reconduites de 2024 » tells where they come from: the line must be a programme's, or little but the year.
            && (block.Text.Words.Count() <= YearLine || terms.MatchKinds(text).Any(match => match.Kind == DocumentKind.Programmation))
                ? block.Text.Slice(only.Start, only.Length)
                : SourceText.Empty;
    }

    // « Programmation 2025 » is the heading of a year, not a theme.
    private bool IsOfYear(TextBlock block) => !YearIn(block).IsEmpty && terms.MatchKinds(block.Text.Text).Any(match => match.Kind == DocumentKind.Programmation);

    private TextBlock? HeadingAbove(TableContent table)
    {
        for (var i = content.Blocks.IndexOf(table) - 1; i >= 0; i--)
        {
            if (content.Blocks[i] is not TextContent { Block: var block })
                return null;
            if (block.Role is FlowRole.Header or FlowRole.Footer or FlowRole.Note || block.Text.IsEmpty)
                continue;
            // The title of a worksheet inside the frame hides nothing above it.
            if (banners.Contains(block) && !lines.SaysTheme(block.Text))
                continue;
            var isShort = block.Text.Words.Count() <= options.CaptionWords;
            var saysTheme = lines.SaysTheme(block.Text);
            return isShort && (saysTheme || (block != title && !IsOfYear(block))) && !block.Text.Text.TrimEnd().EndsWith('.') && !block.Text.Text.TrimEnd().EndsWith(':') ? block : null;
        }

        return null;
    }
}
