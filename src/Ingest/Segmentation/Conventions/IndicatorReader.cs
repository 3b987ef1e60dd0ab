using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Ingest.Grammar;
using Ingest.Layout;
using Ingest.Model.Provenance;
using Ingest.Tables;
using Ingest.Vocabulary;

namespace Ingest.Segmentation.Conventions;

/// <summary>The statistics of a document and the tables that hold them.</summary>
internal sealed record IndicatorReading(ImmutableArray<DraftIndicator> Values, ImmutableHashSet<Table> Tables);

/// <summary>Reads statistics with their unit, what they are compared to, year and perimeter: lines, sentences, tables.</summary>
internal sealed class IndicatorReader
{
    private readonly IndicatorSentences _sentences;
    private readonly IndicatorTables _tables;
    private readonly StrategyVocabulary _vocabulary;

    public IndicatorReader(StrategyVocabulary vocabulary, FrenchLexicon lexicon)
    {
        _vocabulary = vocabulary;
        var figures = new FigureGrammar(vocabulary, lexicon);
        _sentences = new IndicatorSentences(figures, vocabulary);
        _tables = new IndicatorTables(figures, vocabulary);
    }

    /// <summary>The statistics of all sections.</summary>
    /// <param name="sections">The sections.</param>
    /// <param name="otherTables">Tables that hold something else.</param>
    /// <param name="named">The neighbourhoods that the document names, without articles, folded.</param>
    public IndicatorReading Read(IReadOnlyList<Section> sections, IReadOnlySet<Table> otherTables, IReadOnlySet<string> named)
    {
        var values = ImmutableArray.CreateBuilder<DraftIndicator>();
        var tables = ImmutableHashSet.CreateBuilder<Table>(ReferenceEqualityComparer.Instance);
        // Of a single neighbourhood it goes without saying whose the figures are.
        var isOneOfSeveral = named.Count > 1 || sections.Select(section => section.Quartier).OfType<string>().Select(QuartierGrammar.Core).Distinct().Count() > 1;
        var places = isOneOfSeveral ? named : ImmutableHashSet<string>.Empty;
        // Elsewhere a table holds statistics where most of its rows are named as such.
        void ReadTables(Section section, FigureContext context, string? quartier, bool isAnnounced)
        {
            foreach (var table in section.Blocks.OfType<TableContent>().Select(block => block.Table).Where(table => !otherTables.Contains(table) && !tables.Contains(table)))
            {
                var found = _tables.Read(table, context, named);
                if (found.Length == 0 || (!isAnnounced && (section.Kind == SectionKind.Strategy || found.Length < 2 || found.Count(indicator => _vocabulary.NamesStatistic(indicator.Name.Text)) * 2 < found.Length)))
                    continue;
                values.AddRange(found.Select(indicator => indicator with { Quartier = indicator.Quartier ?? quartier }));
                tables.Add(table);
            }
        }

        var last = new FigureContext(null, null);
        foreach (var section in sections)
        {
            if (section.Kind != SectionKind.Statistics)
            {
                // A part without a name of its own may say whose figures stand below: its heading's year is another thing's.
                var above = section.Kind is null ? FigureContext.Of(section with { Heading = null }).Or(last) : new FigureContext(null, null);
                last = above;
                values.AddRange(Scattered(section, above, places).Select(indicator => indicator with { Quartier = indicator.Quartier ?? (isOneOfSeveral ? section.Quartier : null) }));
                // « 1.1 Le Soleil Levant en quelques données »
                var headed = section.Heading is { } heading && QuartierGrammar.Known(heading.Text.Text, places) is [var place] ? place : null;
                ReadTables(section, FigureContext.Of(section), headed, isAnnounced: false);
                continue;
            }

            // What is said once for all neighbourhoods stands above the first.
            var context = last = FigureContext.Of(section).Or(last);
            var quartier = isOneOfSeveral ? section.Quartier : null;
            foreach (var text in Joined(section.Blocks.OfType<TextContent>().Select(block => block.Block)))
                values.AddRange(_sentences.Read(text, context, places).Select(indicator => indicator with { Quartier = indicator.Quartier ?? quartier }));
            ReadTables(section, context, quartier, isAnnounced: true);
        }

        return new IndicatorReading(values.ToImmutable(), tables.ToImmutable());
    }

    // A presentation of the neighbourhood may give figures in passing: those whose name is a statistic's.
    private IEnumerable<DraftIndicator> Scattered(Section section, FigureContext context, IReadOnlySet<string> named)
    {
        if (section.Kind is not (null or SectionKind.Preamble or SectionKind.Map))
            return [];
        return Joined(section.Blocks.OfType<TextContent>().Select(block => block.Block)).SelectMany(text => _sentences.Read(text, context, named))
            .Where(indicator => indicator.Unit is not null && _vocabulary.NamesStatistic(indicator.Name.Text));
    }

    // A name that wraps over a line or a blank line goes on with a small letter; what goes on for long is a list of words.
    private static IEnumerable<SourceText> Joined(IEnumerable<TextBlock> blocks)
    {
        var open = new List<SourceText>();
        var length = 0;
        foreach (var text in blocks.Where(block => !block.Text.IsEmpty).Select(block => block.Text))
        {
            if (open.Count > 0 && !(length <= IndicatorSentences.LongestSentence && SentenceGrammar.StartsLower(text.Text) && !SentenceGrammar.EndsSentence(open[^1].Text)))
            {
                yield return Whole(open);
                open.Clear();
                length = 0;
            }

            open.Add(text);
            length += text.Text.Length;
        }

        if (open.Count > 0)
            yield return Whole(open);
    }

    private static SourceText Whole(List<SourceText> parts) => parts.Count == 1 ? parts[0] : SourceText.Of(parts.SelectMany(part => part.Words));
}

/// <summary>Year and perimeter that a section gives for all its figures.</summary>
internal sealed partial record FigureContext(int? Year, string? Perimeter)
{
    /// <summary>Reads the notes of a section: « (données 2022, sur l'ancien périmètre) », « Source : Insee, 2021 ».</summary>
    public static FigureContext Of(Section section)
    {
        // « Décret du 28 décembre 2023. Données : Insee, 2020 »: the year of the figures follows the word for their source.
        var notes = section.Blocks.OfType<TextContent>().Select(block => block.Block.Text.Text).Where(text => Note().IsMatch(text)).Select(text => Note().Match(text) is var note && YearIn().IsMatch(text, note.Index) ? text[note.Index..] : text);
        return Of([.. notes, section.Heading?.Text.Text ?? ""]);
    }

    /// <summary>Year and perimeter of some texts; the first of each counts.</summary>
    public static FigureContext Of(IEnumerable<string> texts)
    {
        var (year, perimeter) = ((int?)null, (string?)null);
        foreach (var text in texts)
        {
            perimeter ??= PerimeterIn().Match(text) is { Success: true } named ? named.Value : null;
            var rest = PerimeterIn().Replace(text, "");
            year ??= YearIn().Match(rest) is { Success: true } found ? int.Parse(found.Value, CultureInfo.InvariantCulture) : null;
        }

        return new FigureContext(year, perimeter);
    }

    /// <summary>This, completed by another.</summary>
    public FigureContext Or(FigureContext other) => new(Year ?? other.Year, Perimeter ?? other.Perimeter);

    [GeneratedRegex(@"^\s*\(|\b(?:sources?|données|chiffres|recensement|insee|filosofi|sigville|millésime|périmètre)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Note();

    [GeneratedRegex(@"(?:ancien|nouveau|actuel)[ \u00A0]périmètre(?:[ \u00A0](?:de[ \u00A0])?(?:19|20)\d\d(?:[-–](?:19|20)\d\d)?)?|périmètre[ \u00A0](?:de[ \u00A0])?(?:19|20)\d\d(?:[-–](?:19|20)\d\d)?|géographie[ \u00A0]prioritaire[ \u00A0](?:de[ \u00A0])?(?:19|20)\d\d", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex PerimeterIn();

    [GeneratedRegex(@"(?<![\d-])(?:19|20)\d\d(?![\d-])", RegexOptions.CultureInvariant)]
    private static partial Regex YearIn();
}
