using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Ingest.Grammar;
using Ingest.Layout;
using Ingest.Model.Documents;
using Ingest.Model.Pages;
using Ingest.Model.Provenance;
using Ingest.Tables;
using Ingest.Vocabulary;

namespace Ingest.Segmentation;

/// <summary>The themes that headings above tables give.</summary>
internal sealed partial class Captions(DocumentContent content, TextBlock? title, HeaderVocabulary headers, TerminologyVocabulary terms, SegmentationOptions options)
{
    /// <summary>
    /// The theme that the heading above a table names; empty where there is none. A heading is taken for a theme where it
    /// says so (« Axe 2 – … »), is a known theme, or where each of several tables of actions has one.
    /// </summary>
    public SourceText ThemeOf(TableContent table, int actionTables)
    {
        if (HeadingAbove(table) is not { } heading)
            return SourceText.Empty;
        return SaysTheme(heading.Text) || terms.IsTheme(heading.Text.Text) || actionTables > 1 ? ThemeIn(heading.Text) : SourceText.Empty;
    }

    /// <summary>How far the money of a table has come, where the line above it says so: « … – montants accordés (€) »; null else.</summary>
    public FundingStatus? StatusOf(TableContent table) => HeadingAbove(table) is { } heading && Parts(heading.Text) is { Count: > 1 } parts
        ? parts.Skip(1).Select(part => headers.StatusOf(part.Text)).FirstOrDefault(status => status is not null)
        : null;

    private bool SaysTheme(SourceText heading) => headers.Match(string.Join(' ', heading.Words.Take(options.ThemeLead).Select(word => word.Text))).Any(match => match.Role == HeaderRole.Theme && match.Score >= options.HeaderWordScore);

    // « Pilier « Cohésion sociale » – Programmation 2023 – montants accordés (€) »: the theme ends where the line tells of the programme or its money.
    private SourceText ThemeIn(SourceText heading)
    {
        var parts = Parts(heading);
        var other = parts.FindIndex(part => terms.MatchKinds(part.Text).Any(match => match.Kind == DocumentKind.Programmation) || headers.StatusOf(part.Text) is not null);
        return other > 0 && SaysTheme(parts[0]) ? heading.Slice(0, heading.Text.IndexOf(parts[other].Text, StringComparison.Ordinal)) is var theme ? Trimmed(theme) : heading : heading;
    }

    private static SourceText Trimmed(SourceText text) => text.Slice(0, text.Text.TrimEnd(' ', '\u00A0', '–', '—', '-').Length);

    private static List<SourceText> Parts(SourceText heading)
    {
        var parts = new List<SourceText>();
        var from = 0;
        foreach (Match dash in Dash().Matches(heading.Text))
        {
            if (dash.Index > from)
                parts.Add(heading.Slice(from, dash.Index - from));
            from = dash.Index + dash.Length;
        }

        if (from < heading.Text.Length)
            parts.Add(heading.Slice(from, heading.Text.Length - from));
        return parts;
    }

    [GeneratedRegex("[ \u00A0]+[–—-][ \u00A0]+", RegexOptions.CultureInvariant)]
    private static partial Regex Dash();

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
            var isShort = block.Text.Words.Count() <= options.CaptionWords;
            var saysTheme = SaysTheme(block.Text);
            return isShort && (saysTheme || (block != title && !IsOfYear(block))) && !block.Text.Text.TrimEnd().EndsWith('.') && !block.Text.Text.TrimEnd().EndsWith(':') ? block : null;
        }

        return null;
    }
}
