using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Ingest.Grammar;
using Ingest.Layout;
using Ingest.Model.Documents;
using Ingest.Model.Pages;
using Ingest.Model.Provenance;
using Ingest.Vocabulary;

namespace Ingest.Segmentation.Passages;

/// <summary>What running text says of actions.</summary>
internal sealed record PassageActionsReading
{
    /// <summary>Actions in document order.</summary>
    public ImmutableArray<DraftAction> Actions { get; init; } = [];

    /// <summary>The sums of their lists.</summary>
    public ImmutableArray<DraftTotal> Totals { get; init; } = [];

    /// <summary>The blocks that they were read of.</summary>
    public ImmutableHashSet<TextBlock> Used { get; init; } = [];

    /// <summary>Amounts that belong to none.</summary>
    public ImmutableArray<DraftUnassigned> Left { get; init; } = [];
}

/// <summary>
/// Reads actions that stand in no table: items of lists, parts under headings, paragraphs, articles that grant. What is taken must have
/// the shape of its neighbours, or words that say each role; sentences that only speak of money give nothing, and are told.
/// </summary>
internal sealed class PassageActions
{
    // So many (0..1) of the items with money must read as actions for a list to be one of actions.
    private const double ActionItems = 0.6;

    private readonly PassageVocabulary _words;
    private readonly HeaderVocabulary _headers;
    private readonly TerminologyVocabulary _terms;
    private readonly SegmentationOptions _options;
    private readonly MoneyPhrases _phrases;
    private readonly PassageReader _reader;
    private readonly GrantReader _grants;
    private readonly PassageNames _names;
    private readonly PassageOutline _outline;
    private readonly PassageTotals _totals;
    private readonly PassageLeads _leads;
    private readonly GrantPassages _passages;

    public PassageActions(PassageVocabulary words, HeaderVocabulary headers, PayerVocabulary payers, TerminologyVocabulary terms, SegmentationOptions options)
    {
        (_words, _headers, _terms, _options) = (words, headers, terms, options);
        _phrases = new MoneyPhrases(words, payers, headers);
        _reader = new PassageReader(words, _phrases);
        _grants = new GrantReader(words, _phrases);
        _names = new PassageNames(words, headers, _phrases);
        _outline = new PassageOutline(words, headers, options);
        _totals = new PassageTotals(terms, words);
        _leads = new PassageLeads(words, headers, _phrases, _reader, _totals, new Grantors(words, payers), options);
        _passages = new GrantPassages(words, _leads, _grants, _totals);
    }

    /// <summary>Reads the paragraphs of a document.</summary>
    /// <param name="blocks">The paragraphs outside tables, without contents and notes.</param>
    /// <param name="title">The document's own title: no action is called by it.</param>
    /// <param name="act">The act that the document is; null for none.</param>
    public PassageActionsReading Read(ImmutableArray<TextBlock> blocks, TextBlock? title, DraftAct? act)
    {
        var body = blocks.RemoveAll(block => block.Text.IsEmpty || block.Role is not (FlowRole.Body or FlowRole.TextBox) || IsVisa(block));
        var parts = _outline.Cut(body);
        var sheets = Sheets(parts, title);
        var areStacked = parts.Sum(part => StackedItems.In(part.Blocks, block => IsItem(block, act), HasMoney).Length) > 1;
        var above = _leads.In(body, act);
        var (found, loose, sums) = (new List<FoundAction>(), new List<FoundAction>(), new List<FoundSum>());
        foreach (var part in parts)
        {
            if (sheets.FirstOrDefault(sheet => sheet.Part == part) is { Part: not null } sheet)
                found.Add(new FoundAction(body.IndexOf(part.Heading!), sheet.Action, [part.Heading!, .. part.Blocks], sheet.Left));
            else if (areStacked && StackedItems.In(part.Blocks, block => IsItem(block, act), HasMoney) is { IsEmpty: false } stacked && ReadStacked(stacked, ThemeOf(part, title, act)) is { Count: > 0 } actions)
                found.AddRange(actions.Select(item => new FoundAction(body.IndexOf(item.Item.Blocks[0]), item.Action, item.Item.Blocks, item.Left)));
            else
                ReadPart(part, ThemeOf(part, title, act), act, body, above, found, loose, sums);
        }

        // One paragraph may only tell of an action; several of one shape list them.
        if (loose.Count > 1 || (loose is [var only] && Balances(only.Action)))
            found.AddRange(loose);
        // Sums of lists may stand beside that of all.
        if (act is not null && SumOf(body, found) is { } whole && !sums.Exists(sum => sum.Block == whole.Block) && (sums.Count == 0 || sums.Count(sum => sum.Total.Label.Text == whole.Total.Label.Text) > 1))
            sums.Add(whole);
        found = OneOfAName(found);
        var used = found.SelectMany(item => item.Blocks).Concat(sums.Select(sum => sum.Block)).ToImmutableHashSet();
        return new PassageActionsReading
        {
            // « La Rabière (QN03703M) » over a list says where, and is no theme.
            Actions = [.. found.Select(item => item.Action).Select(action => action.Quartiers.IsEmpty && RowBands.KindOf(action.Theme.Text) == BandKind.Quartier ? action with { Quartiers = action.Theme, Theme = SourceText.Empty } : action)],
            Totals = [.. sums.Select(sum => OfTheme(sum.Total with { Run = RunOf(sum, found, sums) }, found))],
            Used = used,
            Left = [.. found.SelectMany(item => item.Left), .. body.Where(block => !used.Contains(block) && HasMoney(block) && _terms.MatchTotal(block.Text.Text) is null).Select(block => new DraftUnassigned(block.Text, UnassignedReason.RunningText))],
        };
    }

    /// <summary>Whose money, how far it has come and who carries what a table lists, by the paragraph that announces it; null where it announces nothing.</summary>
    public PassageContext? Announced(TextBlock above, DraftAct? act) => above.Text.Text.TrimEnd() is [.., ':'] ? _leads.Read(above, act) : null;

    // « – « Terre Rouge rebondit » : 12 000 € » in a list of what another gives: a title told before, with money and nothing else, is the same action's.
    private static List<FoundAction> OneOfAName(List<FoundAction> found)
    {
        found.Sort((left, right) => left.Place.CompareTo(right.Place));
        var kept = new List<FoundAction>();
        foreach (var item in found)
        {
            var isBare = item.Action is { Title.IsEmpty: false, Porteur.IsEmpty: true, Cost: null, Financings.IsEmpty: false };
            var same = isBare ? kept.FindIndex(other => !other.Action.Porteur.IsEmpty && Folding.Fold(other.Action.Title.Text) == Folding.Fold(item.Action.Title.Text)) : -1;
            if (same < 0)
                kept.Add(item);
            else
                kept[same] = kept[same] with { Action = kept[same].Action with { Financings = [.. kept[same].Action.Financings, .. item.Action.Financings], Row = SourceText.Concat([kept[same].Action.Row, item.Action.Row]) }, Blocks = [.. kept[same].Blocks, .. item.Blocks], Left = [.. kept[same].Left, .. item.Left] };
        }

        return kept;
    }

    // « Article 4 – Le montant total de ces subventions, soit 30 750,50 €, est imputé au budget »: the sum of all that one body grants.
    private FoundSum? SumOf(ImmutableArray<TextBlock> body, List<FoundAction> found)
    {
        var granted = found.SelectMany(item => item.Action.Financings).Where(financing => financing.Status == FundingStatus.Granted).ToList();
        if (granted.Count < 2 || granted.Any(financing => financing.Label.Text != granted[0].Label.Text))
            return null;
        var last = found.Where(item => item.Action.Financings.Any(financing => financing.Status == FundingStatus.Granted)).Max(item => item.Place);
        var sum = body.Skip(last + 1).FirstOrDefault(block => _words.Has(PassageRole.GrantNoun, block.Text.Text) && _totals.IsSumOfGrants(block.Text));
        var total = sum is null ? null : _totals.Read(sum.Text, new PassageContext { Payer = granted[0].Label, Status = FundingStatus.Granted });
        return total is null ? null : new FoundSum(found.Min(item => item.Place), last, sum!, total);
    }

    // A sum of some actions is named by what they have in common.
    private static DraftTotal OfTheme(DraftTotal total, List<FoundAction> found)
    {
        if (total.Run is not { Count: > 0 } run || found[run.First].Action.Theme is not { IsEmpty: false } theme)
            return total;
        return found.Skip(run.First).Take(run.Count).All(item => item.Action.Theme.Text == theme.Text) ? total with { Scope = TotalScope.Theme, Of = theme } : total;
    }

    // Where several lists of one payer have sums, each sums its own; so does one that is the sum of its list and not of all.
    private static ActionRun? RunOf(FoundSum sum, List<FoundAction> found, List<FoundSum> sums)
    {
        var run = new ActionRun(found.FindIndex(item => item.Place >= sum.First), found.FindLastIndex(item => item.Place <= sum.Last) + 1);
        decimal Paid(IEnumerable<FoundAction> actions) => actions.SelectMany(item => item.Action.Financings)
            .Where(financing => financing.Label.Text == sum.Total.Label.Text && financing.Status == sum.Total.Status).Sum(financing => financing.Amount?.Amount.Amount ?? 0);
        var isAlone = sums.Count(other => other.Total.Label.Text == sum.Total.Label.Text && other.Total.Status == sum.Total.Status) < 2;
        var stated = sum.Total.Amount?.Amount.Amount;
        return isAlone && (Paid(found) == stated || Paid(found.Skip(run.First).Take(run.Count)) != stated) ? null : run;
    }

    private bool IsVisa(TextBlock block) => _words.Opens(ActSign.Visa, block.Text.Text);

    private static bool HasMoney(TextBlock block) => MoneyGrammar.Find(block.Text.Text).Any(mention => mention.HasCurrency);

    private static bool Balances(DraftAction action) => action.Cost is { } cost && !action.Financings.IsEmpty
        && action.Financings.Sum(financing => financing.Amount?.Amount.Amount ?? 0) == cost.Amount.Amount;

    // A part whose heading is the title of one action: its fields, or sentences that name its cost and who pays.
    private List<(PassagePart Part, DraftAction Action, ImmutableArray<DraftUnassigned> Left)> Sheets(ImmutableArray<PassagePart> parts, TextBlock? title)
    {
        var sheets = new List<(PassagePart Part, DraftAction Action, ImmutableArray<DraftUnassigned> Left, bool IsSure)>();
        foreach (var part in parts)
        {
            if (part.Heading is not { } heading || heading == title || heading.HeadingLevel == 0 || IsStructural(heading) || !part.Blocks.Any(HasMoney))
                continue;
            var text = SourceText.Concat(part.Blocks.Select(block => block.Text));
            var reading = _reader.Read(text);
            var ownItems = ItemsOf(part.Blocks).Count(item => IsItemOfItsOwn(_reader.Read(item.Text), item));
            // « Titre » alone on its line, in quotation marks, is an action's, whatever is said of its money below.
            var isTitle = GrantTitles.Quoted(heading.Text.Text, default) is { Start: < 3 } quoted && quoted.End + 3 > heading.Text.Text.TrimEnd().Length;
            if (!isTitle && (ownItems > 0 || reading.Costs > 1 || (reading.Cost is null && reading.Money.Any(phrase => phrase.Kind == MoneyPhraseKind.Grant)) || _words.Has(PassageRole.Talk, text.Text)))
                continue;
            var payers = reading.Payers.Count();
            if (reading.Cost is null && payers == 0)
                continue;
            // « Lutte contre les discriminations » may head a theme or name an action: that has a porteur and a cost of its own.
            if (IsThemeHeading(heading) && (reading.Porteur.IsEmpty || reading.Cost is null))
                continue;
            var isStrong = (reading.Cost is not null && payers > 0) || (!reading.Porteur.IsEmpty && (reading.Cost is not null || payers > 0));
            if (!isStrong && !isTitle)
                continue;
            var action = _names.OfSheet(reading, isTitle ? PassageText.Slice(heading.Text, GrantTitles.Quoted(heading.Text.Text, default)!.Value) : heading.Text, ThemeAbove(part));
            sheets.Add((part, action, [.. PassageNames.LeftOf(reading)], !reading.Porteur.IsEmpty && reading.Cost is not null && (payers > 0) || Balances(action)));
        }

        return sheets.Count > 1 || sheets.Exists(sheet => sheet.IsSure) ? [.. sheets.Select(sheet => (sheet.Part, sheet.Action, sheet.Left))] : [];
    }

    // « – Acsé : 8 000 € » at the head of a line goes on from the item above as often as it is one: alone it names no action.
    private ImmutableArray<PassageItem> ItemsOf(IReadOnlyList<TextBlock> blocks, bool isGrant = false)
    {
        var items = ImmutableArray.CreateBuilder<PassageItem>();
        foreach (var item in PassageOutline.Items(blocks))
        {
            var goesOn = items.Count > 0 && item.Blocks[0].Marker is not null && items[^1].Blocks[0].Marker is not null
                && ((SentenceGrammar.StartsLower(item.Text.Text) && !IsOfReceiver(item, isGrant)) || _words.Opens(PassageRole.Porteur, item.Text.Text) || _reader.Read(item.Text).IsPlanLine)
                && !_reader.Read(items[^1].Text).IsPlanLine;
            if (goesOn)
                items[^1] = new PassageItem([.. items[^1].Blocks, .. item.Blocks]);
            else
                items.Add(item);
        }

        return items.ToImmutable();
    }

    // « – à l'association X, 4 200 € », « – collège Y : 900 € » among grants: another receives, so that it is another item.
    private bool IsOfReceiver(PassageItem item, bool isGrant) => (_words.Opens(PassageRole.Beneficiary, item.Text.Text) || (isGrant && !_words.Opens(PassageRole.Plan, item.Text.Text) && !_words.Opens(PassageRole.Cost, item.Text.Text))) && item.Blocks.Any(HasMoney);

    private bool IsItemOfItsOwn(PassageReading reading, PassageItem item) => !reading.Money.IsEmpty && !reading.IsPlanLine && !reading.Head.IsEmpty
        && (item.Blocks[0].Marker is not null || _names.HasCarrier(reading)) && (reading.Cost is not null || reading.Payers.Any() || reading.Money.Length == 1)
        && !_words.Opens(PassageRole.Porteur, reading.Text.Text);

    private bool IsStructural(TextBlock heading) => _words.Opens(PassageRole.Article, heading.Text.Text)
        || _words.Has(PassageRole.Talk, heading.Text.Text) || _terms.MatchTotal(heading.Text.Text) is not null || _words.Opens(ActSign.Recital, heading.Text.Text)
        || _terms.MatchKinds(heading.Text.Text).Any(match => match.Weight >= 1);

    private bool IsThemeHeading(TextBlock heading) => _terms.IsTheme(heading.Text.Text) || SaysTheme(heading.Text.Text);

    private bool SaysTheme(string text) => _headers.Match(string.Join(' ', text.Split(' ').Take(_options.ThemeLead))).Any(match => match.Role == HeaderRole.Theme && match.Score >= _options.HeaderWordScore);

    // The title of the document, in plain text a heading like others, is no theme.
    private SourceText ThemeAbove(PassagePart part) => part.Above.IsEmpty || part.Above[^1].HeadingLevel == 0 || _terms.MatchKinds(part.Above[^1].Text.Text).Any(match => match.Kind == DocumentKind.Programmation) ? SourceText.Empty : part.Above[^1].Text;

    private SourceText ThemeOf(PassagePart part, TextBlock? title, DraftAct? act)
    {
        if (part.Heading is not { } heading || heading == title || heading.HeadingLevel == 0 || _headers.DecisionOver(heading.Text.Text) is not null)
            return SourceText.Empty;
        return _terms.IsTheme(heading.Text.Text) || SaysTheme(heading.Text.Text) ? heading.Text
            : part.Above.LastOrDefault(above => _terms.IsTheme(above.Text.Text) || SaysTheme(above.Text.Text)) is { } theme ? theme.Text
            : act is not null && heading.Marker is { } marker && marker.Any(char.IsLetterOrDigit) && !_words.Opens(PassageRole.Article, heading.Text.Text) && !_words.Has(PassageRole.GrantVerb, heading.Text.Text) ? heading.Text
            : act is null && _terms.MatchKinds(heading.Text.Text).IsEmpty && !_words.Opens(PassageRole.Article, heading.Text.Text) && !_words.Has(PassageRole.GrantVerb, heading.Text.Text) && !_words.Has(PassageRole.Plan, heading.Text.Text) ? heading.Text
            : SourceText.Empty;
    }

    private void ReadPart(
        PassagePart part, SourceText theme, DraftAct? act, ImmutableArray<TextBlock> all, LeadsAbove above,
        List<FoundAction> found, List<FoundAction> loose, List<FoundSum> sums)
    {
        // Told once for all: asked of every block by every other, a long text would take hours.
        bool[] areItems = [.. part.Blocks.Select(block => IsItem(block, act))];
        var (lookedAt, isThemeOver) = (0, false);
        for (var i = 0; i < part.Blocks.Length;)
        {
            var first = i++;
            while (areItems[first] && i < part.Blocks.Length && areItems[i])
                i++;
            var run = part.Blocks[first..i];
            var context = areItems[first] ? InSection(above.Of(run[0], part.Heading), part.Heading) : PassageContext.None;
            // What stands between the words that grant and a list orders it, whatever it is called.
            // The theme of a heading ends with the article that it stands in, or where other words grant.
            for (; !theme.IsEmpty && !isThemeOver && lookedAt < first; lookedAt++)
                isThemeOver = _words.Opens(PassageRole.Article, part.Blocks[lookedAt].Text.Text) || _leads.GrantOf(part.Blocks[lookedAt].Text, act) is not null;
            var over = WithoutLetter(theme.IsEmpty || isThemeOver ? context.Caption : theme);
            var closed = ClosingSum.Cut(run);
            if (areItems[first] && ReadList(ItemsOf(closed.Items, context.IsGrant), context, over) is { Count: > 0 } items)
            {
                found.AddRange(items.Select(item => new FoundAction(closed.PlaceIn(all, item.Item.Blocks[0]), item.Action, [.. item.Item.Blocks.Select(closed.Whole)], item.Left)));
                if (closed.Sum is { } closing && _totals.Read(closing, context) is { } ofList)
                {
                    sums.Add(new FoundSum(all.IndexOf(run[0]), all.IndexOf(run[^1]), run[^1], ofList));
                    continue;
                }

                if (context.IsGrant && _passages.GoOn([.. part.Blocks.Skip(i)], context) is { } more)
                {
                    found.AddRange(more.Actions.Select(grant => new FoundAction(all.IndexOf(grant.Block), grant.Action, [grant.Block], [])));
                    i += more.Blocks;
                }

                if (i < part.Blocks.Length && _totals.Read(part.Blocks[i].Text, context) is { } total)
                    sums.Add(new FoundSum(all.IndexOf(run[0]), all.IndexOf(part.Blocks[i - 1]), part.Blocks[i], total));
                else if (context.Sum is var (lead, told) && !sums.Exists(sum => sum.Block == lead))
                    sums.Add(new FoundSum(all.IndexOf(run[0]), all.IndexOf(part.Blocks[i - 1]), lead, told));
                continue;
            }

            // Only the first of a run without list marks is looked at here: it is alone in it.
            if (!areItems[first] && _passages.Read(UpToItem(part.Blocks, areItems, first), act) is { } grants)
            {
                found.AddRange(grants.Actions.Select(grant => new FoundAction(all.IndexOf(grant.Block), grant.Action, [grant.Block], [])));
                if (grants.Total is { } sum)
                    sums.Add(new FoundSum(all.IndexOf(grants.Actions[0].Block), all.IndexOf(grants.Actions[^1].Block), sum.Block, sum.Total));
                i += grants.Blocks - 1;
                continue;
            }

            foreach (var block in run.Where(HasMoney))
            {
                if (!areItems[first] && _leads.DecidedIn(block.Text, act) is var (decided, request) && ReadList([new PassageItem([block with { Text = PassageItem.WithoutMarkers(request) }])], decided, SourceText.Empty) is [var turned])
                {
                    found.Add(new FoundAction(all.IndexOf(block), turned.Action, [block], turned.Left));
                    continue;
                }


                // « – d'attribuer à l'association X une subvention … »: one of several decisions, which no words announce.
                if (areItems[first] && _passages.Read([block], act) is { } grant)
                    found.AddRange(grant.Actions.Select(item => new FoundAction(all.IndexOf(block), item.Action, [block], [])));
                else if (!areItems[first] && _reader.Read(block.Text) is { Cost: not null, Costs: 1 } reading && reading.Payers.Any() && _names.HasCarrier(reading) && !_words.Has(PassageRole.Talk, block.Text.Text))
                    loose.Add(new FoundAction(all.IndexOf(block), _names.OfItem(reading, theme, null), [block], [.. PassageNames.LeftOf(reading)]));
            }
        }
    }

    // « Actions reportées » over a list decides on all of it.
    private PassageContext InSection(PassageContext context, TextBlock? heading) => context.Decision is null && heading is not null && _headers.DecisionOver(heading.Text.Text) is (Decision.Refused or Decision.Deferred) and { } decision
        ? context with { Decision = new DraftChoice<Decision>(heading.Text, decision), Status = FundingStatus.Requested }
        : context;

    // The blocks from one on up to the next item, without copying them: a grant is looked for at each.
    private static ArraySegment<TextBlock> UpToItem(ImmutableArray<TextBlock> blocks, bool[] areItems, int first)
    {
        var next = Array.IndexOf(areItems, true, first);
        return new(ImmutableCollectionsMarshal.AsArray(blocks)!, first, (next < 0 ? blocks.Length : next) - first);
    }

    private bool IsItem(TextBlock block, DraftAct? act) => (block.Marker is not null && !_leads.IsPoint(block, act)) || (_words.Opens(PassageRole.Item, block.Text.Text) && HasItemNumber(block.Text.Text));

    private bool HasItemNumber(string text) => _words.Find(PassageRole.Item, text)[0] is var lead && text.AsSpan(lead.End).TrimStart(" °\u00A0nN") is { Length: > 0 } rest && char.IsAsciiDigit(rest[0]);

    private List<(PassageItem Item, DraftAction Action, ImmutableArray<DraftUnassigned> Left)> ReadList(ImmutableArray<PassageItem> items, PassageContext context, SourceText theme)
    {
        if (context.Decision is { } decided)
            return ReadDecided(items, context, theme, decided);
        var themes = ThemesIn(items, theme);
        var readings = items.Select(item => (Item: item, Reading: _reader.Read(item.Text))).Where(item => !item.Reading.Money.IsEmpty && _terms.MatchTotal(item.Item.Text.Text) is null).ToList();
        if (readings.Count == 0)
            return [];
        if (context.IsGrant && ReadGrants([.. readings.Select(item => item.Item)], context, themes) is { Count: > 0 } granted)
            return granted;
        var place = _names.PorteurPlace([.. readings.Select(item => item.Reading)]);
        var actions = readings.Where(item => IsAction(item.Reading, context))
            .Select(item => (item.Item, Action: _names.OfItem(item.Reading, themes[item.Item], place, context), Left: PassageNames.LeftOf(item.Reading, context).ToImmutableArray()))
            .Where(item => !item.Action.Title.IsEmpty || (context.IsGrant && !item.Action.Porteur.IsEmpty)).ToList();
        if (actions.Count < ActionItems * readings.Count || actions.Count(item => _terms.IsTheme(item.Action.Title.Text) || SaysTheme(item.Action.Title.Text)) * 2 > actions.Count)
            return [];
        // Costs alone may be anything's: somebody must carry, pay or be granted.
        if (actions.Count(item => !item.Action.Porteur.IsEmpty || !item.Action.Financings.IsEmpty) * 2 < actions.Count)
            return [];
        return actions.Count > 1 || IsWhole(actions[0].Action) ? actions : [];
    }

    // A title, perhaps with who carries it, and below what the action is and its money: one item of its kind may stand alone in its part.
    private List<(PassageItem Item, DraftAction Action, ImmutableArray<DraftUnassigned> Left)> ReadStacked(ImmutableArray<PassageItem> items, SourceText theme)
    {
        var readings = items.Select(item => (Item: item, Reading: _reader.Read(item.Text))).ToList();
        var place = _names.PorteurPlace([.. readings.Select(item => item.Reading)]);
        return [.. readings.Where(item => IsAction(item.Reading, PassageContext.None))
            .Select(item => (item.Item, Action: _names.OfItem(item.Reading, theme, place), Left: PassageNames.LeftOf(item.Reading).ToImmutableArray())).Where(item => !item.Action.Title.IsEmpty)];
    }

    // What was refused or put off: read as what is granted, with what was asked for; items that tell no money name who asked for what.
    private List<(PassageItem Item, DraftAction Action, ImmutableArray<DraftUnassigned> Left)> ReadDecided(ImmutableArray<PassageItem> items, PassageContext context, SourceText theme, DraftChoice<Decision> decision)
    {
        var read = ReadList(items, context with { Decision = null }, theme);
        var silent = items.Where(item => !item.Blocks.Any(HasMoney)).Select(item => (Item: item, Reading: _reader.Read(item.Text))).Where(item => _names.OpensWithBeneficiary(item.Reading))
            .Select(item => (item.Item, Action: _names.OfItem(item.Reading, theme, null, context), Left: PassageNames.LeftOf(item.Reading, context).ToImmutableArray()));
        return [.. read.Concat(silent).Select(item => (item.Item, item.Action with { Decision = decision }, item.Left))];
    }

    // « a) Réussite éducative » over its own items: a short one without money, marked otherwise than those with it, orders them.
    private Dictionary<PassageItem, SourceText> ThemesIn(ImmutableArray<PassageItem> items, SourceText theme)
    {
        var themes = new Dictionary<PassageItem, SourceText>(ReferenceEqualityComparer.Instance);
        var paid = items.Where(item => item.Blocks.Any(HasMoney)).Select(item => PassageOutline.KindOf(item.Blocks[0].Marker ?? "?")).ToHashSet();
        foreach (var item in items)
        {
            var first = item.Blocks[0];
            var isCaption = item.Blocks.Length == 1 && !HasMoney(first) && first.Text.Text.TrimEnd() is [.., not ('.' or ';' or ',')] && !paid.Contains(PassageOutline.KindOf(first.Marker ?? "?"))
                && first.Text.Words.Take(_options.CaptionWords + 1).Count() <= _options.CaptionWords && _terms.MatchTotal(first.Text.Text) is null;
            if (isCaption)
                theme = WithoutLetter(first.Text);
            themes[item] = theme;
        }

        return themes;
    }

    // « a) Réussite éducative »: the letter counts the parts of the article.
    private static SourceText WithoutLetter(SourceText theme)
    {
        // « – Réussite éducative : » announces its items.
        var name = theme.Slice(0, theme.Text.TrimEnd(' ', '\u00A0', ':').Length);
        return name.Paragraphs is [{ Marker: { } marker }, ..] && (marker.TrimEnd() is [.., ')'] || !marker.Any(char.IsLetterOrDigit)) ? PassageItem.WithoutMarkers(name) : name;
    }

    // Items that tell who receives and what for; where most do, the others are read by their shape.
    private List<(PassageItem Item, DraftAction Action, ImmutableArray<DraftUnassigned> Left)> ReadGrants(ImmutableArray<PassageItem> items, PassageContext context, Dictionary<PassageItem, SourceText> themes)
    {
        var granted = new List<(PassageItem Item, DraftAction Action, ImmutableArray<DraftUnassigned> Left)>();
        foreach (var item in items)
            granted.AddRange(_grants.Read(item.WithoutMarker, context, isAnnounced: true).Select(action => (item, action with { Theme = themes[item] }, ImmutableArray<DraftUnassigned>.Empty)));
        return granted.Select(grant => grant.Item).Distinct().Count() >= ActionItems * items.Length ? granted : [];
    }

    private static bool IsWhole(DraftAction action) => !action.Title.IsEmpty && !action.Financings.IsEmpty && (action.Cost is not null || !action.Porteur.IsEmpty);

    private bool IsAction(PassageReading reading, PassageContext context)
    {
        // « 7 000 € pour l'action « X », portée par Y » tells what for behind the amount.
        if ((reading.Head.IsEmpty && !(context.NamesPayer && _names.TellsPurpose(reading))) || reading.Costs > 1)
            return false;
        var bare = reading.Money.Count(phrase => phrase.Kind is MoneyPhraseKind.Bare or MoneyPhraseKind.Grant);
        return reading.Cost is not null || reading.Payers.Any() || (bare == 1 && context.NamesPayer);
    }

    // A sum, the places of the first and last block of what it sums, and its own block.
    private sealed record FoundSum(int First, int Last, TextBlock Block, DraftTotal Total);

    private sealed record FoundAction(int Place, DraftAction Action, ImmutableArray<TextBlock> Blocks, ImmutableArray<DraftUnassigned> Left);
}
