using System.Collections.Immutable;
using Ingest.Grammar;
using Ingest.Layout;
using Ingest.Model.Documents;
using Ingest.Model.Findings;
using Ingest.Model.Pages;
using Ingest.Model.Provenance;
using Ingest.Segmentation.Conventions;
using Ingest.Segmentation.Forms;
using Ingest.Segmentation.Passages;
using Ingest.Segmentation.Plans;
using Ingest.Tables;
using Ingest.Vocabulary;

namespace Ingest.Segmentation;

/// <summary>Tables and headings of a document to draft actions and totals: text untouched, every word accounted for.</summary>
public sealed class DocumentSegmenter
{
    // Euros: smaller numbers beside a name count something else.
    private const decimal LeastBareAmount = 100;

    // So many cells (0..1) of a column of money that are amounts show that its table lists what is paid.
    private const double MostlyAmounts = 0.5;

    private readonly PayerVocabulary _payers;
    private readonly TerminologyVocabulary _terms;
    private readonly HeaderVocabulary _headers;
    private readonly SegmentationOptions _options;
    private readonly RowKinds _kinds;
    private readonly RecapSentences _recaps;
    private readonly ActionTables _actionTables;
    private readonly RecapTables _recapTables;
    private readonly ConventionSegmenter _conventions;
    private readonly FormSegmenter _forms;
    private readonly PlannedActions _planned;
    private readonly ProgrammeLines _lines;
    private readonly StrategyVocabulary _strategy;
    private readonly PassageActions _passages;
    private readonly ActReader _acts;
    private readonly Grantors _grantors;
    private readonly VotedColumns _voted;
    private readonly TransposedTables _transposed;

    /// <summary>A segmenter with the given words of the trade.</summary>
    public DocumentSegmenter(
        HeaderVocabulary headers, PayerVocabulary payers, TerminologyVocabulary terms, StrategyVocabulary strategy, FormVocabulary forms, PassageVocabulary passages, FrenchLexicon lexicon, FrenchText judge,
        SegmentationOptions? options = null)
    {
        (_headers, _payers, _terms, _strategy) = (headers, payers, terms, strategy);
        _options = options ?? new SegmentationOptions();
        _kinds = new RowKinds(payers, terms, headers, _options);
        _lines = new ProgrammeLines(headers, terms, _options);
        _actionTables = new ActionTables(_kinds, headers, payers, terms, _options);
        _recapTables = new RecapTables(_kinds, payers, _options);
        _recaps = new RecapSentences(terms, payers);
        _passages = new PassageActions(passages, headers, payers, terms, _options);
        _grantors = new Grantors(passages, payers);
        _acts = new ActReader(passages, _grantors);
        _voted = new VotedColumns(headers, passages);
        _transposed = new TransposedTables(headers, payers);
        _planned = new PlannedActions(passages, headers, payers, terms, _kinds);
        _conventions = new ConventionSegmenter(strategy, headers, lexicon, judge);
        _forms = new FormSegmenter(forms, headers, payers, strategy, _kinds, _options);
    }

    /// <summary>Segments a document.</summary>
    /// <param name="document">The document.</param>
    public DraftDocument Segment(DocumentContent document)
    {
        var whole = WithoutBanners(_transposed.Turn(document));
        // What a sheet takes belongs to its action alone.
        var all = Describe(whole);
        var sheets = _forms.Read(whole, all.Where(table => table.Columns.IsActions && table.Columns.Columns.Any(column => column.IsMoney)).Select(table => table.Block.Table).ToHashSet());
        if (sheets.Actions.IsEmpty && !all.Exists(table => table.Columns.IsActions && HasAmounts(table)))
            sheets = _planned.Read(whole);
        var content = sheets.Blocks.IsEmpty ? whole : whole with { Blocks = whole.Blocks.RemoveAll(sheets.Blocks.Contains) };
        var described = sheets.Blocks.IsEmpty ? all : Describe(content);
        var programmes = described.Where(table => table.Columns.IsActions && HasAmounts(table)).Select(table => table.Block.Table).ToHashSet();
        var convention = _conventions.Read(content, programmes, CallsItselfConvention(content));
        // A programme without a strategy has no diagnosis either: its tables of sums are none of a convention's.
        var isProgramme = programmes.Count > 0 && !HasStrategy(convention);
        var tables = described.Where(table => isProgramme || !convention.Tables.Contains(table.Block.Table)).ToList();
        var firstActions = FirstActions(whole, content, tables.FirstOrDefault(table => table.Columns.IsActions)?.Block, sheets);
        var opening = Texts(content, 0, firstActions < 0 ? content.Blocks.Length : firstActions, convention);
        var titles = new TitleFinder(_terms, _strategy, _options);
        var title = titles.Find(opening);
        var titleText = title is null ? SourceText.Empty : titles.Whole(title, opening);
        var texts = Texts(content, 0, content.Blocks.Length, convention);
        var act = _acts.Read(texts, content.Furniture.Where(piece => piece.Role != FurnitureRole.Hidden).Select(piece => piece.Text), titleText);
        // « OBJET : … » announces the title and is none of it.
        // Nor is « VILLE DE VANNES », however large, the title of an act that says what it is about.
        if (act is { Title.IsEmpty: false } && (titleText.Text.EndsWith(act.Title.Text, StringComparison.Ordinal) || !_terms.MatchKinds(titleText.Text).Any(match => match.Kind != DocumentKind.Other)))
            titleText = act.Title;
        var passages = MayHoldPassages(title, content, convention, act) ? _passages.Read(texts, title, act) : new PassageActionsReading();
        // « Axe 1 » over actions with their cost parts a programme as well as a strategy: what is funded is no objective.
        if (HasStrategy(convention) && !passages.Actions.IsEmpty)
        {
            if (AreObjectives(convention, passages))
                convention = convention with { Convention = new DraftConvention(), Left = [], Findings = [] };
            else
                passages = new PassageActionsReading();
        }

        var year = title is null ? null : YearOf(title.Text.Text);
        var captions = new Captions(content, whole.Blocks.Except(document.Blocks).OfType<TextContent>().Select(text => text.Block).ToHashSet<TextBlock>(ReferenceEqualityComparer.Instance), title, _lines, _terms, _options);
        tables = [.. tables.SelectMany(table => year is null && table.Columns.IsActions ? Parts(table) : [table])];
        tables = [.. tables.Select(table => table with { Columns = table.Columns.IsActions ? _voted.Name(table.Year.IsEmpty ? OtherYears.Mark(table.Columns, year, _headers) : table.Columns, PayerOf(captions, table.Block, act)) : table.Columns })];
        var unit = OutsideUnits.Find(content, _options.CaptionWords);

        var actions = ImmutableArray.CreateBuilder<DraftAction>();
        var lines = ImmutableArray.CreateBuilder<TotalLine>();
        var left = ImmutableArray.CreateBuilder<DraftUnassigned>();
        var findings = ImmutableArray.CreateBuilder<Finding>();
        var actionTables = tables.Where(table => table.Columns.IsActions).DistinctBy(table => table.Block).Count();
        var ofActions = tables.Where(table => table.Columns.IsActions).ToList();
        var inUnits = ofActions.Select(table => OutsideUnits.Apply(table.Columns, unit)).ToList();
        findings.AddRange(inUnits.Select(item => item.Finding).OfType<Finding>().DistinctBy(finding => finding.Message));
        ofActions = [.. ofActions.Zip(inUnits, (table, item) => table with { Columns = item.Table })];
        var stated = StatedStatus.Of(content.Blocks.OfType<TextContent>().Select(text => text.Block), _headers);
        foreach (var (table, own) in ofActions.Zip(captions.YearsOf([.. ofActions.Select(table => table.Block)])))
        {
            var section = captions.SectionOf(table.Block);
            var theme = captions.ThemeOf(table.Block, actionTables);
            var announced = AnnouncedAbove(captions, table.Block, act);
            var porteur = announced?.Porteur ?? SourceText.Empty;
            if (theme.IsEmpty && announced is { IsGrant: true, Caption.IsEmpty: false })
                theme = announced.Caption;
            var reading = _actionTables.Read(InStatus(AsAnnounced(table.Columns, announced), captions.StatusOf(table.Block) ?? stated), _grantors.GiverIn(theme) is null ? theme : SourceText.Empty);
            if (table.IsAcrossYears)
                reading = YearReadings.Across(reading, actions);
            else if (!table.Year.IsEmpty)
                reading = YearReadings.Of(reading, table.Year, actions, isLast: ofActions.Last(other => other.Block == table.Block && !other.IsAcrossYears) == table);
            lines.AddRange(reading.Totals.Select(line => line with { Place = line.Place + actions.Count }));
            actions.AddRange(reading.Actions.Select(action => Decided(action, section)).Select(action => action with { Decision = action.Decision ?? announced?.Decision }).Select(action => action with { Year = action.Year.IsEmpty ? own : action.Year, Section = section, Porteur = action.Porteur.IsEmpty ? porteur : action.Porteur }));
            left.AddRange(reading.Left.Where(words => !left.Any(told => ReferenceEquals(told.Text, words.Text))));
            findings.AddRange(reading.Findings);
        }

        // The annex lists what the articles above it grant, sheets what a list announces: money is told once.
        var told = actions.Concat(sheets.Actions.Select(sheet => sheet.Action)).ToList();
        // An act may grant in its articles, and ask in a table for what it does itself: where no row tells of a grant, both are told.
        var isBoth = act is not null && sheets.Actions.IsEmpty && told.Count > 0 && !passages.Actions.Any(passage => told.Exists(action => IsSame(action, passage)));
        if (isBoth)
            left.AddRange(passages.Left);
        else if (told.Count > 0)
            left.AddRange(passages.Actions.Where(passage => !IsTurnedDown(passage) && !told.Exists(action => IsSame(action, passage))).Select(passage => new DraftUnassigned(passage.Row, UnassignedReason.RunningText)));
        else if (!passages.Actions.IsEmpty || act is not null || (title is not null && NamesProgramme(title)))
            left.AddRange(passages.Left);
        var ofTables = actions.Count;
        if (isBoth || (ofActions.Count == 0 && sheets.Actions.IsEmpty))
            actions.AddRange(passages.Actions);
        // What a table does not list since it is not funded may stand in a list below it.
        else if (told.Count > 0 && sheets.Actions.IsEmpty)
            actions.AddRange(passages.Actions.Where(passage => IsTurnedDown(passage) && !told.Exists(action => IsSame(action, passage) || Folding.Fold(action.Title.Text) == Folding.Fold(passage.Title.Text))));
        // A list that opens a book of sheets tells each action again: its own sheet says more.
        var isListOfSheets = sheets.Actions.Length > 1 && actions.Count > 0 && actions.All(action => sheets.Actions.Any(sheet => IsOfSheet(action, sheet.Action)));
        if (isListOfSheets)
        {
            left.AddRange(actions.SelectMany(action => Beyond(action, sheets.Actions.First(sheet => IsOfSheet(action, sheet.Action)).Action)));
            actions.Clear();
            for (var i = 0; i < lines.Count; i++)
                lines[i] = lines[i] with { Place = 0 };
        }

        // TotalScopes counts the actions of tables; those of sheets stand behind them.
        var summed = new TotalScopes(actions.ToImmutable()).Resolve(lines.ToImmutable());
        var totals = summed.Totals.ToBuilder();
        if (isBoth || (ofActions.Count == 0 && sheets.Actions.IsEmpty))
            totals.AddRange(passages.Totals.Select(total => total.Run is { } run ? total with { Run = new ActionRun(run.First + ofTables, run.End + ofTables) } : total));
        actions = summed.Actions.ToBuilder();
        actions.AddRange(sheets.Actions.Select(sheet => sheet.Action));
        left.AddRange(sheets.Left);
        findings.AddRange(sheets.Findings);
        foreach (var table in tables.Where(table => !table.Columns.IsActions))
            ReadOther(table.Columns, actions, totals, left, findings);
        if (actions.Count == 0 && !ContradictorySums.Of(totals).IsEmpty)
        {
            left.AddRange(ContradictorySums.Left(totals, UnassignedReason.UnreadTable));
            totals.Clear();
        }

        var unused = content.Blocks.OfType<TextContent>().Where(text => !passages.Used.Contains(text.Block)).Select(text => text.Block.Text).ToList();
        var recaps = actions.Count == 0 ? [] : unused.Select(text => (Text: text, Totals: _recaps.Read(text))).Where(recap => !recap.Totals.IsEmpty).ToList();
        totals.AddRange(recaps.SelectMany(recap => recap.Totals));
        var sentences = new TotalSentences(_terms, _payers, _kinds, _options, actions);
        var beside = unused.Except(recaps.Select(recap => recap.Text)).ToList();
        var sums = sentences.Read(beside).ToList();
        var proven = totals.Count > 0 || sums.Count > 0 ? default : beside.Select(text => (Text: text, Totals: sentences.Proven(text))).FirstOrDefault(item => !item.Totals.IsEmpty);
        if (proven.Text is not null)
            sums.AddRange(proven.Totals);
        if (actions.Count > 0)
            InsertInOrder(left, sentences.NotRead(beside.Where(text => !ReferenceEquals(text, proven.Text))), unused);
        var contradictory = ContradictorySums.Of(sums);
        totals.AddRange(sums.Except(contradictory));
        left.AddRange(ContradictorySums.Left(contradictory, UnassignedReason.RunningText));

        var kind = KindOf(title, content, actions.Count, convention);
        var isConvention = kind is DocumentKind.Convention or DocumentKind.Mixed;
        return DottedThousands.Settle(new DraftDocument
        {
            Kind = kind,
            Rows = [.. described.Where(table => !table.Columns.IsActions && !convention.StrategyTables.Contains(table.Block.Table)).SelectMany(table => RowsOf(table.Columns)).Where(row => isConvention || row.Any(cell => QuartierGrammar.HasCode(cell.Text)))],
            Convention = isConvention ? convention.Convention : new DraftConvention(),
            Title = titleText,
            Act = act,
            Actions = actions.ToImmutable(),
            Totals = [.. RepeatedTotals.Merge(TotalStatus.Settle(totals, actions)).Select(total => _kinds.NamesPlan(total.Label.Text) ? total with { Basis = TotalBasis.Either } : total)],
            Unassigned = [.. left, .. ofActions.Count > 0 || !sheets.Actions.IsEmpty ? OutsideTables(content).Where(words => !left.Any(told => ReferenceEquals(told.Text, words.Text))) : [], .. isConvention ? convention.Left : [], .. Hidden(content)],
            Opening = opening,
            Rest = firstActions < 0 ? [] : Texts(content, firstActions, content.Blocks.Length, convention),
            Furniture = [.. content.Furniture.Where(piece => piece.Role != FurnitureRole.Hidden)],
            Findings = [.. findings, .. isConvention ? convention.Findings : []],
        });
    }

    // Running text is told in the order of the document.
    private static void InsertInOrder(ImmutableArray<DraftUnassigned>.Builder left, IEnumerable<SourceText> texts, List<SourceText> inOrder)
    {
        int PlaceOf(SourceText text) => inOrder.FindIndex(other => ReferenceEquals(other, text));
        foreach (var text in texts)
        {
            var place = PlaceOf(text);
            left.Insert(left.TakeWhile(words => words.Reason != UnassignedReason.RunningText || PlaceOf(words.Text) <= place).Count(), new DraftUnassigned(text, UnassignedReason.RunningText));
        }
    }

    // « … sollicite de l'État les concours suivants : » over a table.
    private PassageContext? AnnouncedAbove(Captions captions, TableContent table, DraftAct? act) => captions.TextAbove(table) is { } above ? _passages.Announced(above, act) : null;

    // Whose money a table lists where its columns do not say: that of the act, or of the heading above.
    private SourceText PayerOf(Captions captions, TableContent table, DraftAct? act) => AnnouncedAbove(captions, table, act) is { Payer.IsEmpty: false } announced ? announced.Payer
        : act is { Payer.IsEmpty: false } ? act.Payer
        : new[] { captions.Above(table), captions.SectionOf(table) }.Select(_grantors.GiverIn).FirstOrDefault(giver => giver is not null) ?? SourceText.Empty;

    // « Actions non retenues » over a table says what was decided on its rows, and is no theme.
    private DraftAction Decided(DraftAction action, SourceText section)
    {
        if (!action.Theme.IsEmpty && _headers.DecisionOver(action.Theme.Text) is { } ofBand)
            return action with { Theme = SourceText.Empty, Decision = action.Decision ?? new DraftChoice<Decision>(action.Theme, ofBand) };
        return section.IsEmpty || action.Decision is not null || _headers.DecisionOver(section.Text) is not { } decision ? action : action with { Decision = new DraftChoice<Decision>(section, decision) };
    }

    // « attribue les subventions suivantes » over a column « Ville de X »: what the assembly gives by the table is granted; where it turns down what is listed, it was asked for.
    private TableColumns AsAnnounced(TableColumns table, PassageContext? announced)
    {
        if (announced is not { Payer.IsEmpty: false } || _payers.Match(announced.Payer.Text) is not { } payer)
            return table;
        bool IsPayers(Column column) => column.Role == ColumnRole.PayerAmount && column.Status == FundingStatus.Planned && _headers.StatusOf(column.HeaderText) is null && _payers.Match(column.Header.Text)?.Entry.Id == payer.Entry.Id;
        return table with { Columns = [.. table.Columns.Select(column => IsPayers(column) ? column with { Status = announced.Status } : column)] };
    }

    private TableColumns InStatus(TableColumns table, FundingStatus? status) => status is not { } told ? table
        : table with { Columns = [.. table.Columns.Select(column => column.IsMoney && column.Role != ColumnRole.TotalCost && column.Status == FundingStatus.Planned && _headers.StatusOf(column.HeaderText) is null ? column with { Status = told } : column)] };

    // The block, among those that no sheet takes, at which the first action of a table or a sheet begins; -1 without one.
    private static int FirstActions(DocumentContent whole, DocumentContent content, TableContent? table, FormReading sheets)
    {
        var ofTables = table is null ? -1 : content.Blocks.IndexOf(table);
        if (sheets.Actions.IsEmpty)
            return ofTables;
        var ofSheets = whole.Blocks.Take(sheets.Actions[0].Block).Count(block => !sheets.Blocks.Contains(block));
        return ofTables < 0 ? ofSheets : Math.Min(ofTables, ofSheets);
    }

    // A strategy speaks of money and funds nothing; what is called a programmation, or grants, does.
    private bool MayHoldPassages(TextBlock? title, DocumentContent content, ConventionReading convention, DraftAct? act)
    {
        if (HasStrategy(convention))
            return title is not null && _terms.MatchKinds(title.Text.Text).Any(match => match is { Kind: DocumentKind.Programmation, Weight: >= 1 });
        return (title is not null && NamesProgramme(title)) || act is { Payer.IsEmpty: false } || !new StrategySigns(_terms).Find(content);
    }

    // Whether what was taken for objectives stands, for the most part, in the words of funded actions.
    private static bool AreObjectives(ConventionReading convention, PassageActionsReading passages)
    {
        var funded = Folding.Fold(string.Join('\n', passages.Used.Select(block => block.Text.Text)));
        var items = convention.Convention.Enjeux.SelectMany(enjeu => enjeu.Orientations).SelectMany(orientation => orientation.Objectives).SelectMany(objective => objective.Items).ToList();
        return items.Count(item => funded.Contains(Folding.Fold(item.Text.Text), StringComparison.Ordinal)) * 2 > items.Count;
    }

    // « Pacte pour les quartiers » at its head; the rules of a call for projects under a contract are none.
    private bool CallsItselfConvention(DocumentContent content) => content.Blocks.OfType<TextContent>().Where(text => text.Block.Role == FlowRole.Body).Take(HeadBlocks)
        .Select(text => _terms.MatchKinds(text.Block.Text.Text)).Any(matches => matches.Any(match => match is { Kind: DocumentKind.Convention, Weight: >= SureKind }) && !matches.Any(match => match.Kind != DocumentKind.Convention));

    private const int HeadBlocks = 4;

    private const double SureKind = 0.75;

    private bool NamesProgramme(TextBlock title) => _terms.MatchKinds(title.Text.Text).Any(match => match.Kind == DocumentKind.Programmation);

    // Whether a row of a table and a sentence tell of one grant: one of its amounts, and who or what it is for.
    private static bool IsOfSheet(DraftAction row, DraftAction sheet) => Folding.Fold(row.Title.Text) is { Length: > 0 } title && Folding.Fold(sheet.Title.Text) == title;

    // Amounts of a row that the sheet of its action tells otherwise, or not at all.
    private static IEnumerable<DraftUnassigned> Beyond(DraftAction row, DraftAction sheet)
    {
        var told = sheet.Financings.Select(financing => financing.Amount).Append(sheet.Cost).Append(sheet.Budget?.StatedCost).OfType<DraftAmount>().Select(amount => amount.Amount).ToHashSet();
        return row.Financings.Select(financing => financing.Amount).Append(row.Cost).OfType<DraftAmount>().Where(amount => !told.Contains(amount.Amount)).Select(amount => new DraftUnassigned(amount.Source, UnassignedReason.UnnamedAmount));
    }

    private static bool IsTurnedDown(DraftAction action) => action is { Title.IsEmpty: false, Decision.Value: Decision.Refused or Decision.Deferred };

    private static bool IsSame(DraftAction row, DraftAction passage)
    {
        static IEnumerable<decimal> AmountsOf(DraftAction action) =>
            action.Financings.Select(financing => financing.Amount?.Amount.Amount).Append(action.Cost?.Amount.Amount).OfType<decimal>();
        static bool Alike(SourceText one, SourceText other) => Folding.Fold(one.Text) is { Length: > 0 } folded && (Folding.Fold(other.Text).Contains(folded, StringComparison.Ordinal));
        return AmountsOf(row).Intersect(AmountsOf(passage)).Any()
            && (Alike(row.Title, passage.Row) || Alike(row.Porteur, passage.Row) || Alike(passage.Porteur, row.Row));
    }

    // The one year that a title names, apart from that of a framework.
    private int? YearOf(string title) =>
        YearGrammar.FindPeriods(title).Where(mention => !_terms.IsInFramework(title, mention.Start)).ToList() is [{ IsSingleYear: true } only] ? only.From : null;

    private static bool HasAmounts(PlacedTable table) => StrategyTables.HasAmounts(table.Block.Table)
        || table.Columns.Columns.Any(column => column.IsMoney && column.Content.Amounts + column.Content.LabelledAmounts >= MostlyAmounts);

    private DocumentContent WithoutBanners(DocumentContent document)
    {
        var headers = Describe(document).Where(table => table.Columns.Header is { Count: > 0, First: > 0 } header && table.Columns.Columns.Any(column => column.IsMoney)
            && Enumerable.Range(0, header.First).SelectMany(row => table.Columns.Grid.StartingIn(row)).Any(cell => _lines.NamesProgramme(cell.Text))).ToDictionary<PlacedTable, ContentBlock, int>(table => table.Block, table => table.Columns.Header.First, ReferenceEqualityComparer.Instance);
        return headers.Count == 0 ? document : document with { Blocks = [.. document.Blocks.SelectMany(block => headers.TryGetValue(block, out var first) ? BannerRows.Part((TableContent)block, first) : [block])] };
    }

    private List<PlacedTable> Describe(DocumentContent content)
    {
        var tables = new List<PlacedTable>();
        foreach (var block in content.Blocks.OfType<TableContent>())
            tables.Add(new PlacedTable(block, _actionTables.Describe(block.Table, tables.Count == 0 ? null : tables[^1].Columns)));
        return [.. tables.Select(table => table.Columns.IsActions && _forms.IsBudget(table.Block.Table) ? table with { Columns = table.Columns with { IsActions = false } } : table)];
    }

    private void ReadOther(
        TableColumns table, IReadOnlyCollection<DraftAction> actions, ImmutableArray<DraftTotal>.Builder totals,
        ImmutableArray<DraftUnassigned>.Builder left, ImmutableArray<Finding>.Builder findings)
    {
        if (_recapTables.Read(table, actions) is { } recap)
        {
            totals.AddRange(recap.Totals);
            left.AddRange(recap.Left);
            return;
        }

        var cells = Enumerable.Range(0, table.Grid.RowCount).SelectMany(row => table.Grid.StartingIn(row)).Select(cell => cell.Text).ToList();
        // Money shows by its currency, or stands under headers that name a cost or who pays.
        if (!cells.Exists(text => MoneyGrammar.Find(text.Text).Any(mention => mention.HasCurrency)) && !table.Columns.Any(column => column.IsMoney))
            return;
        left.AddRange(cells.Select(text => new DraftUnassigned(text, UnassignedReason.UnreadTable)));
        findings.Add(StructureFindings.UnreadTable.At(null, SourceText.Concat(cells).ToEvidence(), cells[0].Text));
    }

    // What is not shown is mixed into nothing, and still told.
    // A row that a page break parted from its table looks like this; a sentence that quotes an amount has more words.
    private IEnumerable<DraftUnassigned> OutsideTables(DocumentContent content) => content.Blocks.OfType<TextContent>()
        .Select(text => text.Block)
        .Where(block => block.Role == FlowRole.Body && IsOfAmounts(block.Text))
        .Select(block => new DraftUnassigned(block.Text, UnassignedReason.OutsideTables));

    private bool IsOfAmounts(SourceText text) => MoneyGrammar.Find(text.Text).Count(mention => mention.HasCurrency) switch
    {
        // « CD : 40 458,00 »: without a currency it is the payer's name that makes it money.
        0 => _kinds.HasNamedAmounts(text) && FinancingCell.Parse(text).Amounts.Any(part => part.Amount.Amount.Amount >= LeastBareAmount),
        1 => MoneyGrammar.ParseCell(text.Text).Money is not null,
        _ => _kinds.HasLabelledAmounts(text),
    };

    private static IEnumerable<DraftUnassigned> Hidden(DocumentContent content) => content.Furniture
        .Where(piece => piece.Role == FurnitureRole.Hidden)
        .Select(piece => new DraftUnassigned(piece.Text, UnassignedReason.Hidden));

    private static IEnumerable<ImmutableArray<SourceText>> RowsOf(TableColumns table) =>
        Enumerable.Range(0, table.Grid.RowCount).Select(row => table.Grid.StartingIn(row).Select(cell => cell.Text).ToImmutableArray()).Where(row => !row.IsEmpty);

    private static ImmutableArray<TextBlock> Texts(DocumentContent content, int from, int to, ConventionReading convention) =>
        [.. content.Blocks.Skip(from).Take(to - from).OfType<TextContent>().Select(text => text.Block).Where(block => !convention.Contents.Contains(block))];

    // What a document is shows in what it holds; its title decides where it holds nothing that was read.
    private DocumentKind KindOf(TextBlock? title, DocumentContent content, int actions, ConventionReading convention)
    {
        if (actions > 0)
            return HasStrategy(convention) ? DocumentKind.Mixed : DocumentKind.Programmation;
        if (HasStrategy(convention) || new StrategySigns(_terms).Find(content))
            return DocumentKind.Convention;
        return title is not null && _terms.MatchKinds(title.Text.Text) is [_, ..] matches
            ? matches.MaxBy(match => match.Weight).Kind
            : DocumentKind.Other;
    }

    // Headings with the words of a strategy may part a programme as well; what will be done makes it one.
    private static bool HasStrategy(ConventionReading convention) =>
        convention.Convention.Enjeux.SelectMany(enjeu => enjeu.Orientations).SelectMany(orientation => orientation.Objectives).Any(objective => !objective.Items.IsEmpty);

    private IEnumerable<PlacedTable> Parts(PlacedTable table)
    {
        var parts = _actionTables.ByYear(table.Columns);
        return parts.Select(part => table with { Columns = part.Table, Year = part.Year, IsAcrossYears = parts.Length > 1 && part.Year.IsEmpty });
    }

    private sealed record PlacedTable(TableContent Block, TableColumns Columns)
    {
        /// <summary>The year whose money is read; empty where the table holds that of one.</summary>
        public SourceText Year { get; init; } = SourceText.Empty;

        /// <summary>Whether only sums over several years are read.</summary>
        public bool IsAcrossYears { get; init; }
    }
}
