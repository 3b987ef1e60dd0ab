using System.Collections.Immutable;
using Ingest.Grammar;
using Ingest.Layout;
using Ingest.Model.Findings;
using Ingest.Model.Provenance;
using Ingest.Tables;
using Ingest.Vocabulary;

namespace Ingest.Segmentation.Conventions;

/// <summary>What the sections of a document say of its strategy.</summary>
internal sealed record StrategyReading
{
    /// <summary>The strategy.</summary>
    public required ImmutableArray<DraftEnjeu> Enjeux { get; init; }

    /// <summary>The tables that were read.</summary>
    public required ImmutableHashSet<Table> Tables { get; init; }

    /// <summary>What found no place.</summary>
    public ImmutableArray<DraftUnassigned> Left { get; init; } = [];

    /// <summary>What was read with doubt.</summary>
    public ImmutableArray<Finding> Findings { get; init; } = [];
}

/// <summary>Reads the strategy out of tables, headings and lists, in document order.</summary>
internal sealed class StrategyReader(
    StrategyVocabulary vocabulary, StrategyTables tables, StrategyTableReader tableReader, StrategySheets sheets, StrategyCards cards, LabelReader marks, ItemSplitter splitter, ConventionOutline outline, NoiseFilter noise, GovernanceReader governance, DiagnosisReader diagnosis)
{
    // Bodies of steering and what a diagnosis lists are no objectives.
    private bool IsOther(Table table) => !governance.OfTable(table).IsEmpty || diagnosis.IsDiagnosis(table);

    private StrategyVocabulary Vocabulary => vocabulary;

    private StrategyTables Tables => tables;

    private StrategyTableReader TableReader => tableReader;

    private StrategySheets Sheets => sheets;

    private StrategyCards Cards => cards;

    private LabelReader Marks => marks;

    private ItemSplitter Splitter => splitter;

    private ConventionOutline Outline => outline;

    private NoiseFilter Noise => noise;

    /// <summary>Reads the strategy of a document.</summary>
    /// <param name="sections">Its sections.</param>
    /// <param name="content">The document.</param>
    /// <param name="otherTables">Tables that hold something else: actions.</param>
    public StrategyReading Read(ImmutableArray<Section> sections, DocumentContent content, IReadOnlySet<Table> otherTables)
    {
        var reader = new Session(this, content, otherTables);
        foreach (var section in sections)
            reader.Read(section);
        return reader.ToReading();
    }

    private sealed class Session(StrategyReader reader, DocumentContent content, IReadOnlySet<Table> otherTables)
    {
        private readonly List<StrategyEvent> _events = [];
        private readonly ImmutableHashSet<Table>.Builder _tables = ImmutableHashSet.CreateBuilder<Table>(ReferenceEqualityComparer.Instance);
        private readonly ImmutableArray<DraftUnassigned>.Builder _left = ImmutableArray.CreateBuilder<DraftUnassigned>();
        private readonly ImmutableArray<Finding>.Builder _findings = ImmutableArray.CreateBuilder<Finding>();
        private readonly List<SourceParagraph> _items = [];
        private readonly List<TableLines> _ofTables = [];
        private HashSet<TextBlock> _leads = [];
        private Dictionary<TextBlock, int> _heads = [];
        private ImmutableArray<StrategyLevel> _announced = [];
        private StrategyTableReading? _before;
        private bool _hasLines;

        // Whether nothing but tables stands behind the last sheet.
        private bool _isInSheet;

        // The number of the last item of a list that counts; 0 outside one.
        private int _counted;

        public void Read(Section section)
        {
            _leads = section.Kind == SectionKind.Strategy ? LeadsOf(section) : [];
            _heads = section.Kind == SectionKind.Strategy ? NestedLists.Heads(section) : [];
            // The sentence may stand in the part above, which introduces it.
            if (_announced.IsEmpty && (section.Kind is null or SectionKind.Preamble or SectionKind.Strategy))
                _announced = section.Blocks.OfType<TextContent>().SelectMany(content => Sentences(content.Block.Text.Text)).Select(reader.Vocabulary.AnnouncedLevels).FirstOrDefault(levels => !levels.IsEmpty, []);
            for (var i = 0; i < section.Blocks.Length; i++)
            {
                if (section.Blocks[i] is TableContent)
                {
                    i = ReadTables(section, i);
                    continue;
                }

                _isInSheet = false;
                if (section.Kind == SectionKind.Strategy && section.Blocks[i] is TextContent { Block: var block })
                    i = ReadText(section, i, block);
            }

            CloseItems();
        }

        public StrategyReading ToReading()
        {
            CloseItems();
            return new StrategyReading
            {
                Enjeux = EventsToStrategy.Build(RepeatedTables.Without(_events, _ofTables), _announced),
                Tables = _tables.ToImmutable(),
                Left = _left.ToImmutable(),
                Findings = _findings.ToImmutable(),
            };
        }

        // Tables that only a page break parts are one run. Returns the index of the last block that was read.
        private int ReadTables(Section section, int index)
        {
            var first = ((TableContent)section.Blocks[index]).Table;
            // What a part on something else holds goes on from nothing.
            // Without a label or an item it can only be the rest of a sheet that a page break cut.
            if (!otherTables.Contains(first) && reader.Sheets.Read(first) is { } sheet && (!sheet.Events.IsEmpty || _isInSheet))
            {
                _isInSheet = true;
                CloseItems();
                _events.AddRange(sheet.Events);
                _left.AddRange(sheet.Left);
                _tables.Add(first);
                _hasLines = true;
                return index;
            }

            if (!otherTables.Contains(first) && reader.Cards.Read(first) is { } card)
            {
                CloseItems();
                AddTable(card.Events);
                _left.AddRange(card.Left);
                _tables.Add(first);
                _hasLines = true;
                return index;
            }

            var before = section.Kind is null or SectionKind.Strategy ? _before : null;
            if (otherTables.Contains(first) || reader.IsOther(first) || !reader.Tables.IsStrategy(first, section.Kind == SectionKind.Strategy && _hasLines, before))
                return index;
            var run = new List<Table> { first };
            var last = index;
            while (last + 1 < section.Blocks.Length && section.Blocks[last + 1] is TableContent { Table: var next } && !otherTables.Contains(next)
                && StrategyRun.IsTableOfLines(first) && StrategyRun.IsTableOfLines(next))
            {
                run.Add(next);
                last++;
            }

            CloseItems();
            _before = reader.TableReader.Read(StrategyRun.Of(run, content.PageTables), _before);
            AddTable(_before.Events);
            _left.AddRange(_before.Left);
            _findings.AddRange(_before.Findings);
            _tables.UnionWith(run);
            _hasLines |= !_before.Events.IsEmpty;
            return last;
        }

        private void AddTable(ImmutableArray<StrategyEvent> lines)
        {
            _ofTables.Add(new TableLines(_events.Count, lines.Length));
            _events.AddRange(lines);
        }

        private static string[] Sentences(string text) => text.Replace('\n', ' ').Split(". ");

        private int ReadText(Section section, int index, TextBlock block)
        {
            if (block == section.Heading || block.Text.IsEmpty)
                return index;
            var text = block.Text;
            // « • 1.1.2 Retrouver les absents » in a nested list is a label.
            var own = reader.Marks.Read(text);
            var isMarked = own is { Numbers.Length: > 0 } && own.Level != StrategyLevel.Operational
                && ((own.IsExplicit && (own.Level is not null || own.Numbers.Length > 1)) || ((_counted == 0 || own.Numbers[0] != _counted + 1) && HeadsNumbers(section, index, own)));
            if (_heads.TryGetValue(block, out var depth) && _hasLines && !isMarked)
            {
                Open($"list {depth}", null, new DraftLabel(null, null, LabelReader.WithoutMarker(text), text));
                return index;
            }

            if (StrategyLines.IsItem(block) && _hasLines && !isMarked)
            {
                var parts = reader.Marks.Part(text);
                _items.AddRange(parts[0].Paragraphs);
                OpenLabels(section, parts.Skip(1));
                return index;
            }

            if (own is { } mark && (isMarked || IsLabel(mark, block)))
            {
                var labels = reader.Marks.Part(text);
                OpenLabels(section, labels[..^1]);
                return OpenLabel(section, index, labels.Length > 1 ? reader.Marks.Read(labels[^1])! : mark);
            }

            if (block.HeadingLevel is int level && reader.Outline.MayHead(block))
            {
                if (QuartierGrammar.Find(block.Text.Text).IsEmpty && !IsAnnouncement(text))
                    Open($"heading {level}", null, new DraftLabel(null, null, text, text));
                return index;
            }

            if (_leads.Contains(block) && _hasLines)
            {
                Open("lead", null, new DraftLabel(null, null, text, text));
                return index;
            }

            if (_hasLines && CountedItem(block, own) is { } counted)
            {
                _items.Add(counted);
                _counted = own!.Numbers[0];
                return index;
            }

            // What goes on with a small letter belongs to the item above.
            if (_items.Count > 0 && SentenceGrammar.StartsLower(text.Text))
                _items[^1] = _items[^1] with { Words = _items[^1].Words.AddRange(text.Words) };
            else if (_items.Count > 0 && StrategyLines.IsOfLines(block) && !IsAnnouncement(text))
                _items.AddRange(text.Paragraphs);
            else if (_hasLines && !IsAnnouncement(text))
                _events.Add(new ProseEvent(text));
            return index;
        }

        // « a) ouvrir un guichet ; », « 1. Ouvrir un guichet » below a label: an item of a list that counts.
        private static SourceParagraph? CountedItem(TextBlock block, ReadLabel? own)
        {
            if (block.HeadingLevel is not null || block.IsBold || own is not { Level: null, Numbers.Length: 1, Title.IsEmpty: false })
                return null;
            return own.Title.Paragraphs is [var only] ? only with { Marker = own.Code + "." } : new SourceParagraph([.. own.Title.Words], own.Code + ".");
        }

        // Plain lines that each stand over a list of their own, twice at least: labels that nothing shows as such.
        private static HashSet<TextBlock> LeadsOf(Section section)
        {
            var leads = section.Blocks.OfType<TextContent>().Select(content => content.Block).Zip(section.Blocks.OfType<TextContent>().Select(content => content.Block).Skip(1))
                .Where(pair => pair.First is { HeadingLevel: null, Text.IsEmpty: false } && !StrategyLines.IsItem(pair.First) && !StrategyLines.IsOfLines(pair.First) && StrategyLines.IsItem(pair.Second)
                    && pair.First.Text.Words.Take(LongestTitle + 1).Count() <= LongestTitle && SentenceGrammar.StartsUpper(pair.First.Text.Text) && char.IsLetterOrDigit(pair.First.Text.Text.TrimEnd(' ', '»', ')')[^1]))
                .Select(pair => pair.First).ToHashSet();
            return leads.Count > 1 ? leads : [];
        }

        // Parted from the label behind it, a word may be none: it only announced that.
        private void OpenLabels(Section section, IEnumerable<SourceText> labels)
        {
            foreach (var label in labels)
            {
                if (reader.Marks.Read(label) is { } mark)
                    OpenLabel(section, int.MaxValue, mark);
            }
        }

        private int OpenLabel(Section section, int index, ReadLabel mark)
        {
            // « Objectifs opérationnels : » only announces the items.
            if (mark.Title.IsEmpty && (mark.Numbers.IsEmpty || mark.Level == StrategyLevel.Operational))
                return index;
            // « Objectifs opérationnels : ouvrir … ; former … »
            if (mark is { Level: StrategyLevel.Operational, Numbers.IsEmpty: true, HasColon: true } && RunInList.Items(mark.Source) is { Length: > 1 } listed)
            {
                CloseItems();
                _hasLines = true;
                _events.Add(new ItemsEvent([.. listed.Select(item => new DraftItem(item))]));
                return index;
            }

            var label = mark.ToDraft();
            // « Orientation 1.1 : Soutenir la création. Le goût d'entreprendre existe … »: what runs in behind the title explains it.
            var prose = SourceText.Empty;
            if (mark.HasColon && mark.Level is not null && SentenceGrammar.FirstStop(label.Title.Text) is > 0 and var stop)
            {
                prose = label.Title.Slice(stop + 1, label.Title.Text.Length - stop - 1);
                label = label with { Title = label.Title.Slice(0, stop) };
            }

            if (label.Title.IsEmpty && index < section.Blocks.Length - 1 && section.Blocks[index + 1] is TextContent { Block: var next }
                && next.Marker is null && reader.Marks.Read(next.Text) is not { IsExplicit: true } && next.Text.Words.Count() <= 2 * LongestTitle)
            {
                label = label with { Title = next.Text, Source = SourceText.Concat([label.Source, next.Text]) };
                index++;
            }

            Open(mark.Kind, mark.Level, label, mark.Numbers);
            if (!prose.IsEmpty)
                _events.Add(new ProseEvent(prose));
            return index;
        }

        private const int LongestTitle = 20;

        // Of the words of a line (0..1) that are a header's.
        private const double WholeHeader = 1;

        private void Open(string kind, StrategyLevel? level, DraftLabel label, ImmutableArray<int> numbers = default)
        {
            CloseItems();
            _hasLines = true;
            _events.Add(new LabelEvent(kind, level, label) { Numbers = numbers.IsDefault ? [] : numbers });
        }

        private void CloseItems()
        {
            _counted = 0;
            if (_items.Count == 0)
                return;
            var items = reader.Splitter.Split(new SourceText { Paragraphs = [.. _items] }, hasLostBullets: false);
            _events.Add(new ItemsEvent([.. items.Select(item => new DraftItem(reader.Noise.MendLines(item)))]));
            _items.Clear();
        }

        // « 1. Éduquer » before « 1.1 Prévenir … »
        private bool HeadsNumbers(Section section, int index, ReadLabel own) => own.Numbers.Length == 1 && index + 1 < section.Blocks.Length
            && section.Blocks[index + 1] is TextContent { Block: var next } && reader.Marks.Read(next.Text) is { Numbers.Length: 2 } below && below.Code.Split(' ', '\u00A0')[^1].StartsWith(own.Code, StringComparison.Ordinal);

        private bool IsLabel(ReadLabel mark, TextBlock block) => mark.Level is not null
            ? mark.IsExplicit || block.HeadingLevel is not null
            : reader.Outline.MayHead(block) && (mark.Numbers.Length > 1 || block.HeadingLevel is not null || block.IsBold);

        // « Actions : », « OBJECTIFS OPÉRATIONNELS » alone announce what stands below.
        private bool IsAnnouncement(SourceText text) => text.Text.TrimEnd()[^1] == ':' || reader.Vocabulary.MatchHeader(text.Text) is [{ Score: >= WholeHeader }, ..];
    }
}

/// <summary>Blocks of plain text, where nothing but the words shows what a line is.</summary>
internal static class StrategyLines
{
    /// <summary>Whether the block is an item with a drawn bullet: a letter or a number may be a label's mark.</summary>
    public static bool IsItem(TextBlock block) => block.Marker is { } marker && !marker.Any(char.IsLetterOrDigit);

    /// <summary>Whether the block is a line of a text file.</summary>
    public static bool IsOfLines(TextBlock block) => block.Text.Words.FirstOrDefault() is { } word && word.Regions.Any(region => region.Line is not null);
}
