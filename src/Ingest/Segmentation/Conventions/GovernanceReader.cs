using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Ingest.Grammar;
using Ingest.Layout;
using Ingest.Model.Provenance;
using Ingest.Tables;
using Ingest.Vocabulary;

namespace Ingest.Segmentation.Conventions;

/// <summary>The parts on steering: one for each heading that has a text.</summary>
internal sealed partial class GovernanceReader(StrategyVocabulary vocabulary, LabelReader marks, ConventionOutline outline, NoiseFilter noise)
{
    private const int LongestLabel = 6;

    // The whole of a label must name a body of steering, or nearly.
    private const double Telling = 1.5;

    /// <summary>The parts in order.</summary>
    public ImmutableArray<DraftGovernance> Read(IEnumerable<Section> sections)
    {
        var parts = ImmutableArray.CreateBuilder<DraftGovernance>();
        foreach (var section in sections.Where(section => section.Kind is null or SectionKind.Governance))
        {
            // A part whose heading says nothing known is one where its sentences, or a table, tell of bodies.
            var hasBodies = section.Blocks.Count(block => block is TextContent { Block: var told } && (BodyOf(told) is not null || Label(told.Text, takesUnknown: false) is not null)) >= LeastBodies;
            if (section.Kind is null && !hasBodies)
            {
                parts.AddRange(section.Blocks.OfType<TableContent>().SelectMany(block => OfTable(block.Table)));
                continue;
            }

            var heading = section.Heading?.Text ?? SourceText.Empty;
            var texts = new List<SourceText>();
            void Close()
            {
                if (texts.Count > 0)
                    parts.Add(new DraftGovernance(marks.Read(heading) is { Level: null, Numbers.Length: > 0 } mark && !mark.Title.IsEmpty ? mark.Title : heading, Whole(SourceText.Concat(texts))));
                texts.Clear();
            }

            // Where one line is known to open with a body of steering, others of its shape do so too.
            var isLabelled = section.Blocks.OfType<TextContent>().Any(block => Label(block.Block.Text, takesUnknown: false) is not null);
            foreach (var block in section.Blocks)
            {
                if (isLabelled && block is TextContent { Block.Text.Text: var announcement } && announcement.TrimEnd()[^1] == ':')
                    continue;
                if (block is TextContent { Block: var text } && IsHeading(text))
                {
                    Close();
                    heading = text.Text;
                    continue;
                }

                if (block is TableContent { Table: var bodies } && OfTable(bodies) is { IsEmpty: false } rows)
                {
                    Close();
                    parts.AddRange(rows);
                    continue;
                }

                if (block is TextContent { Block: var labelled } && Label(labelled.Text, isLabelled && (section.Kind is not null || heading != section.Heading?.Text)) is { } split)
                {
                    Close();
                    heading = split.Label;
                    texts.Add(ItemSplitter.WithoutSeparator(split.Text));
                    continue;
                }

                if (hasBodies && block is TextContent { Block: var sentence } && BodyOf(sentence) is { } body)
                {
                    Close();
                    heading = body;
                    texts.Add(sentence.Text);
                    continue;
                }

                // What stands before the first body is none's.
                if (section.Kind is null && heading == section.Heading?.Text)
                    continue;
                texts.Add(block switch
                {
                    TextContent { Block.Text: var own } => ItemSplitter.WithoutSeparator(own),
                    TableContent { Table: var table } => SourceText.Concat(table.Cells.Select(cell => cell.Text)),
                    _ => SourceText.Empty,
                });
            }

            Close();
        }

        return parts.ToImmutable();
    }

    // Sentences of one part that each open with another body.
    private const int LeastBodies = 2;

    private const int LeastRows = 2;

    /// <summary>The bodies of a table with one a row: « Comité technique | … | Tous les deux mois »; none of another table.</summary>
    public ImmutableArray<DraftGovernance> OfTable(Table table)
    {
        var grid = new TableGrid(table);
        if (grid.ColumnCount < 2 || grid.RowCount < LeastRows)
            return [];
        var isHeaded = vocabulary.HeadsBodies(grid.TextAt(0, 0).Text);
        var rows = Enumerable.Range(isHeaded ? 1 : 0, grid.RowCount - (isHeaded ? 1 : 0)).Select(row => grid.StartingIn(row)).Where(cells => cells.Length > 1 && cells[0].Column == 0).ToList();
        var known = rows.Count(cells => vocabulary.MatchSection(cells[0].Text.Text) is [{ Section: SectionKind.Governance, Score: >= Telling }, ..]);
        return rows.Count >= LeastRows && (isHeaded ? known > 0 : known * 2 > rows.Count)
            ? [.. rows.Select(cells => new DraftGovernance(LabelText.Flat(LabelText.WordsOf(cells[0].Text)), SourceText.Concat(cells.Skip(1).Select(cell => cell.Text))))]
            : [];
    }

    // « Le comité de pilotage se réunit une fois par an. »
    private SourceText? BodyOf(TextBlock block) => block.Marker is null && block.HeadingLevel is null && SentenceGrammar.EndsSentence(block.Text.Text) && SentenceGrammar.StartsUpper(block.Text.Text)
        && vocabulary.BodyAt(block.Text.Text) is { } end && end < block.Text.Text.Length && block.Text.Text[end] is ' ' or '\u00A0' or ',' && block.Text.Text.AsSpan(end).TrimStart(" \u00A0") is not [':' or '–' or '—', ..]
        ? block.Text.Slice(0, end)
        : null;

    // « Comité de pilotage : il se réunit … »: the heading stands in the line.
    private (SourceText Label, SourceText Text)? Label(SourceText text, bool takesUnknown)
    {
        // A colon, or the full stop of a label in bold that runs into its text.
        var colon = text.Text.IndexOfAny([':', '.']);
        if (colon <= 0 || colon >= text.Text.TrimEnd().Length - 1)
            return null;
        var label = text.Text[..colon].TrimEnd();
        var from = colon + 1;
        while (from < text.Text.Length && (char.IsWhiteSpace(text.Text[from]) || text.Text[from] is '–' or '—' or '-'))
            from++;
        var words = label.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var bare = Article().Replace(label, "");
        var isKnown = vocabulary.MatchSection(bare) is [{ Section: SectionKind.Governance, Score: >= Telling }, ..];
        // « Il se réunit chaque mois. » is no label.
        return words.Length <= LongestLabel && (isKnown || (takesUnknown && char.IsUpper(label[0]) && !Subject().IsMatch(label)))
            ? (text.Slice(0, label.Length), text.Slice(from, text.Text.Length - from))
            : null;
    }

    // Lines of plain text are no paragraphs: words may be broken over their ends.
    private SourceText Whole(SourceText text) => noise.MendLines(text) is var mended && text.Words.Any(word => word.Regions.Any(region => region.Line is not null))
        ? noise.MendLines(SourceText.Of(mended.Words))
        : text;

    // In plain text a short line without a full stop heads what follows, and so does « 5.1 Le comité de pilotage » anywhere.
    private bool IsHeading(TextBlock block) => block.HeadingLevel is not null
        || (marks.Read(block.Text) is { Level: null, Numbers.IsEmpty: false } numbered && outline.MayHead(block with { IsBold = true }) && vocabulary.BodyAt(numbered.Title.Text) is not null)
        || ((block.IsBold || StrategyLines.IsOfLines(block)) && (block.Marker is null || block.Marker.Any(char.IsAsciiDigit)) && outline.MayHead(block) && block.Text.Text.TrimEnd()[^1] != ':');

    [GeneratedRegex(@"^(?:L[ae]s?[ \u00A0]|L['’]|Une?[ \u00A0])", RegexOptions.CultureInvariant)]
    private static partial Regex Article();

    [GeneratedRegex(@"^(?:Ils?|Elles?|On|Nous|Ce|Cette|Ces|Chaque|Tou(?:te)?s)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Subject();
}
