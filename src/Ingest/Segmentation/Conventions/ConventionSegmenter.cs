using System.Collections.Immutable;
using Ingest.Grammar;
using Ingest.Layout;
using Ingest.Model.Findings;
using Ingest.Tables;
using Ingest.Vocabulary;

namespace Ingest.Segmentation.Conventions;

/// <summary>What a document says as a convention.</summary>
internal sealed record ConventionReading
{
    /// <summary>The parts of a convention.</summary>
    public required DraftConvention Convention { get; init; }

    /// <summary>The tables that were read.</summary>
    public required IReadOnlySet<Table> Tables { get; init; }

    /// <summary>Those of them that hold the strategy.</summary>
    public required IReadOnlySet<Table> StrategyTables { get; init; }

    /// <summary>The entries of tables of contents: they repeat what stands below.</summary>
    public required ImmutableHashSet<TextBlock> Contents { get; init; }

    /// <summary>What found no place.</summary>
    public ImmutableArray<DraftUnassigned> Left { get; init; } = [];

    /// <summary>What was read with doubt.</summary>
    public ImmutableArray<Finding> Findings { get; init; } = [];
}

/// <summary>Sections of a document → strategy, diagnosis, governance, signatories.</summary>
internal sealed class ConventionSegmenter
{
    private readonly ConventionOutline _outline;
    private readonly LeadLists _leads;
    private readonly StrategyReader _strategy;
    private readonly DiagnosisReader _diagnosis;
    private readonly IndicatorReader _indicators;
    private readonly GovernanceReader _governance;
    private readonly SignatoryReader _signatories;
    private readonly NoiseFilter _noise;

    public ConventionSegmenter(StrategyVocabulary vocabulary, HeaderVocabulary headers, FrenchLexicon lexicon, FrenchText judge)
    {
        var marks = new LabelReader(vocabulary);
        var labels = new LabelText(vocabulary, lexicon, marks);
        var strategyHeaders = new StrategyHeaders(vocabulary, headers, marks);
        var splitter = new ItemSplitter(vocabulary, lexicon, labels, marks);
        _noise = new NoiseFilter(judge, new WordRepair(lexicon), lexicon);
        _outline = new ConventionOutline(vocabulary, marks, labels, new ContentsEntries(vocabulary), new StrategicHeights(vocabulary, marks, lexicon, _noise), _noise);
        _leads = new LeadLists(vocabulary, marks);
        _governance = new GovernanceReader(vocabulary, marks, _outline, _noise);
        _diagnosis = new DiagnosisReader(vocabulary, splitter, _outline, _noise);
        _strategy = new StrategyReader(vocabulary, new StrategyTables(strategyHeaders, marks), new StrategyTableReader(strategyHeaders, marks, labels, splitter, _noise),
            new StrategySheets(strategyHeaders, vocabulary, marks, splitter), new StrategyCards(strategyHeaders, vocabulary, marks, splitter), marks, splitter, _outline, _noise, _governance, _diagnosis);
        _indicators = new IndicatorReader(vocabulary, lexicon);
        _signatories = new SignatoryReader(vocabulary);
    }

    /// <summary>Reads a document as a convention.</summary>
    /// <param name="content">The document.</param>
    /// <param name="otherTables">Tables of actions and sums.</param>
    /// <param name="isNamed">Whether the document calls itself a convention: only then may lists that nothing announces as a strategy be one.</param>
    public ConventionReading Read(DocumentContent content, IReadOnlySet<Table> otherTables, bool isNamed)
    {
        var left = ImmutableArray.CreateBuilder<DraftUnassigned>();
        var findings = ImmutableArray.CreateBuilder<Finding>();
        var named = content.Blocks.OfType<TextContent>().SelectMany(block => QuartierGrammar.Find(block.Block.Text.Text)).Select(mention => mention.Name).OfType<string>()
            .Concat(content.Blocks.OfType<TableContent>().SelectMany(block => NamesBesideCodes(new TableGrid(block.Table))))
            .Select(QuartierGrammar.Core).ToHashSet(StringComparer.Ordinal);
        var cut = _outline.Cut(content, named, isNamed, isNamed && otherTables.Count == 0);
        if (isNamed && otherTables.Count == 0 && !cut.Any(section => section.Kind == SectionKind.Strategy))
            cut = _leads.Mark(cut);
        var sections = cut.Select(section => Clean(section, left, findings)).ToImmutableArray();
        var strategy = _strategy.Read(sections, content, otherTables);
        var used = otherTables.Union(strategy.Tables).ToHashSet(ReferenceEqualityComparer.Instance).OfType<Table>().ToHashSet();
        var indicators = _indicators.Read(sections, used, named);
        return new ConventionReading
        {
            Contents = _outline.Contents(content),
            StrategyTables = strategy.Tables,
            Convention = new DraftConvention
            {
                Enjeux = strategy.Enjeux,
                Indicators = indicators.Values,
                Irritants = _diagnosis.Read(sections, SectionKind.Irritants, used),
                Opportunites = _diagnosis.Read(sections, SectionKind.Opportunites, used),
                Priorites = _diagnosis.Read(sections, SectionKind.Priorites, used),
                Governance = _governance.Read(sections),
                Signatories = _signatories.Read(sections),
            },
            Tables = strategy.Tables.Union(indicators.Tables).Union(sections.SelectMany(section => section.Blocks.OfType<TableContent>()
                .Where(block => section.Kind is SectionKind.Signatories or SectionKind.Governance || !_governance.OfTable(block.Table).IsEmpty || _diagnosis.IsDiagnosis(block.Table)).Select(block => block.Table))).Except(otherTables),
            Left = [.. left, .. strategy.Left],
            Findings = [.. findings, .. strategy.Findings],
        };
    }

    // « Vallière | QN00804N | Nouzonville »: a list of neighbourhoods names each left of its code.
    private static IEnumerable<string> NamesBesideCodes(TableGrid grid)
    {
        for (var row = 0; row < grid.RowCount; row++)
        {
            var cells = grid.StartingIn(row);
            var code = cells.FirstOrDefault(cell => QuartierGrammar.Find(cell.Text.Text) is [{ Code: not null, Name: null }]);
            if (code is not null && cells.LastOrDefault(cell => cell.Column < code.Column && !cell.Text.IsEmpty) is { } name)
                yield return name.Text.Text;
        }
    }

    private Section Clean(Section section, ImmutableArray<DraftUnassigned>.Builder left, ImmutableArray<Finding>.Builder findings)
    {
        ContentBlock ToClean(ContentBlock block)
        {
            if (block is not TextContent { Block: var text } || !StrategyLines.IsOfLines(text))
                return block;
            var clean = _noise.Clean(text.Text);
            left.AddRange(clean.Left);
            findings.AddRange(clean.Findings);
            return new TextContent(text with { Text = clean.Text });
        }

        return section with { Blocks = [.. section.Blocks.Select(ToClean).Where(block => block is not TextContent { Block.Text.IsEmpty: true })] };
    }
}
