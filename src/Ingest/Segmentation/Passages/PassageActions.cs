using System.Collections.Immutable;
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

    public PassageActions(PassageVocabulary words, HeaderVocabulary headers, PayerVocabulary payers, TerminologyVocabulary terms, SegmentationOptions options)
    {
        (_words, _headers, _terms, _options) = (words, headers, terms, options);
        _phrases = new MoneyPhrases(words, payers, headers);
        _reader = new PassageReader(words, _phrases);
        _grants = new GrantReader(words, _phrases);
        _names = new PassageNames(words, headers, _phrases);
        _outline = new PassageOutline(words, headers, options);
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
        var (found, loose) = (new List<FoundAction>(), new List<FoundAction>());
        foreach (var part in parts)
        {
            if (sheets.FirstOrDefault(sheet => sheet.Part == part) is { Part: not null } sheet)
                found.Add(new FoundAction(body.IndexOf(part.Heading!), sheet.Action, [part.Heading!, .. part.Blocks], sheet.Left));
            else
                ReadPart(part, ThemeOf(part, title, act), act, body, found, loose);
        }

        // One paragraph may only tell of an action; several of one shape list them.
        if (loose.Count > 1 || (loose is [var only] && Balances(only.Action)))
            found.AddRange(loose);
        var used = found.SelectMany(item => item.Blocks).ToImmutableHashSet();
        return new PassageActionsReading
        {
            Actions = [.. found.OrderBy(item => item.Place).Select(item => item.Action)],
            Used = used,
            Left = [.. found.SelectMany(item => item.Left), .. body.Where(block => !used.Contains(block) && HasMoney(block) && _terms.MatchTotal(block.Text.Text) is null).Select(block => new DraftUnassigned(block.Text, UnassignedReason.RunningText))],
        };
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
            if (ownItems > 0 || reading.Costs > 1 || reading.Money.Any(phrase => phrase.Kind == MoneyPhraseKind.Grant) || _words.Has(PassageRole.Talk, text.Text))
                continue;
            var payers = reading.Payers.Count();
            if (reading.Cost is null && payers == 0)
                continue;
            // « Lutte contre les discriminations » may head a theme or name an action: that has a porteur and a cost of its own.
            if (IsThemeHeading(heading) && (reading.Porteur.IsEmpty || reading.Cost is null))
                continue;
            var isStrong = (reading.Cost is not null && payers > 0) || (!reading.Porteur.IsEmpty && (reading.Cost is not null || payers > 0));
            if (!isStrong)
                continue;
            var action = _names.OfSheet(reading, heading.Text, ThemeAbove(part));
            sheets.Add((part, action, [.. PassageNames.LeftOf(reading)], !reading.Porteur.IsEmpty && reading.Cost is not null && (payers > 0) || Balances(action)));
        }

        return sheets.Count > 1 || sheets.Exists(sheet => sheet.IsSure) ? [.. sheets.Select(sheet => (sheet.Part, sheet.Action, sheet.Left))] : [];
    }

    // « – Acsé : 8 000 € » at the head of a line goes on from the item above as often as it is one: alone it names no action.
    private ImmutableArray<PassageItem> ItemsOf(IReadOnlyList<TextBlock> blocks)
    {
        var items = ImmutableArray.CreateBuilder<PassageItem>();
        foreach (var item in PassageOutline.Items(blocks))
        {
            var goesOn = items.Count > 0 && item.Blocks[0].Marker is not null && items[^1].Blocks[0].Marker is not null
                && (SentenceGrammar.StartsLower(item.Text.Text) || _words.Opens(PassageRole.Porteur, item.Text.Text) || _reader.Read(item.Text).IsPlanLine)
                && !_reader.Read(items[^1].Text).IsPlanLine;
            if (goesOn)
                items[^1] = new PassageItem([.. items[^1].Blocks, .. item.Blocks]);
            else
                items.Add(item);
        }

        return items.ToImmutable();
    }

    private bool IsItemOfItsOwn(PassageReading reading, PassageItem item) => !reading.Money.IsEmpty && !reading.IsPlanLine && !reading.Head.IsEmpty
        && (item.Blocks[0].Marker is not null || _names.HasCarrier(reading)) && (reading.Cost is not null || reading.Payers.Any() || reading.Money.Length == 1)
        && !_words.Opens(PassageRole.Porteur, reading.Text.Text);

    private bool IsStructural(TextBlock heading) => _words.Opens(PassageRole.Article, heading.Text.Text)
        || _words.Has(PassageRole.Talk, heading.Text.Text) || _terms.MatchTotal(heading.Text.Text) is not null || _words.Opens(ActSign.Recital, heading.Text.Text)
        || _terms.MatchKinds(heading.Text.Text).Any(match => match.Weight >= 1);

    private bool IsThemeHeading(TextBlock heading) => _terms.IsTheme(heading.Text.Text) || SaysTheme(heading.Text.Text);

    private bool SaysTheme(string text) => _headers.Match(string.Join(' ', text.Split(' ').Take(_options.ThemeLead))).Any(match => match.Role == HeaderRole.Theme && match.Score >= _options.HeaderWordScore);

    private static SourceText ThemeAbove(PassagePart part) => part.Above.IsEmpty ? SourceText.Empty : part.Above[^1].HeadingLevel == 0 ? SourceText.Empty : part.Above[^1].Text;

    private SourceText ThemeOf(PassagePart part, TextBlock? title, DraftAct? act)
    {
        if (part.Heading is not { } heading || heading == title || heading.HeadingLevel == 0)
            return SourceText.Empty;
        return _terms.IsTheme(heading.Text.Text) || SaysTheme(heading.Text.Text) ? heading.Text
            : part.Above.LastOrDefault(above => _terms.IsTheme(above.Text.Text) || SaysTheme(above.Text.Text)) is { } theme ? theme.Text
            : act is null && _terms.MatchKinds(heading.Text.Text).IsEmpty && !_words.Opens(PassageRole.Article, heading.Text.Text) && !_words.Has(PassageRole.GrantVerb, heading.Text.Text) && !_words.Has(PassageRole.Plan, heading.Text.Text) ? heading.Text
            : SourceText.Empty;
    }

    private void ReadPart(
        PassagePart part, SourceText theme, DraftAct? act, ImmutableArray<TextBlock> all,
        List<FoundAction> found, List<FoundAction> loose)
    {
        for (var i = 0; i < part.Blocks.Length;)
        {
            var last = i;
            while (last < part.Blocks.Length && IsItem(part.Blocks[last]) == IsItem(part.Blocks[i]) && (IsItem(part.Blocks[i]) || last == i))
                last++;
            var intro = i > 0 ? part.Blocks[i - 1] : part.Heading;
            var run = part.Blocks[i..last];
            i = last;
            if (IsItem(run[0]) && ReadList(ItemsOf(run), intro, part.Heading, theme, act) is { Count: > 0 } items)
            {
                found.AddRange(items.Select(item => new FoundAction(all.IndexOf(item.Item.Blocks[0]), item.Action, item.Item.Blocks, item.Left)));
                continue;
            }

            foreach (var block in run.Where(HasMoney))
            {
                if (ReadGrants(block, act) is { IsEmpty: false } grants)
                    found.AddRange(grants.Select(grant => new FoundAction(all.IndexOf(block), grant, [block], [])));
                else if (!IsItem(block) && _reader.Read(block.Text) is { Cost: not null, Costs: 1 } reading && reading.Payers.Any() && _names.HasCarrier(reading) && !_words.Has(PassageRole.Talk, block.Text.Text))
                    loose.Add(new FoundAction(all.IndexOf(block), _names.OfItem(reading, theme, null), [block], [.. PassageNames.LeftOf(reading)]));
            }
        }
    }

    private bool IsItem(TextBlock block) => block.Marker is not null || (_words.Opens(PassageRole.Item, block.Text.Text) && HasItemNumber(block.Text.Text));

    private bool HasItemNumber(string text) => _words.Find(PassageRole.Item, text)[0] is var lead && text.AsSpan(lead.End).TrimStart(" °\u00A0nN") is { Length: > 0 } rest && char.IsAsciiDigit(rest[0]);

    private List<(PassageItem Item, DraftAction Action, ImmutableArray<DraftUnassigned> Left)> ReadList(ImmutableArray<PassageItem> items, TextBlock? intro, TextBlock? heading, SourceText theme, DraftAct? act)
    {
        var context = ContextOf(intro, heading, act);
        var readings = items.Select(item => (Item: item, Reading: _reader.Read(item.Text))).Where(item => !item.Reading.Money.IsEmpty && _terms.MatchTotal(item.Item.Text.Text) is null).ToList();
        if (readings.Count == 0)
            return [];
        if (context.IsGrant && readings.Select(item => (item.Item, Action: _grants.Read(item.Item.Text, context.Payer, isAnnounced: true))).Where(item => item.Action is not null).ToList() is var granted && granted.Count >= ActionItems * readings.Count)
            return [.. granted.Select(item => (item.Item, item.Action! with { Theme = theme }, ImmutableArray<DraftUnassigned>.Empty))];
        var place = _names.PorteurPlace([.. readings.Select(item => item.Reading)]);
        var actions = readings.Where(item => IsAction(item.Reading, context))
            .Select(item => (item.Item, Action: _names.OfItem(item.Reading, theme, place, context), Left: PassageNames.LeftOf(item.Reading, context).ToImmutableArray()))
            .Where(item => !item.Action.Title.IsEmpty || (context.IsGrant && !item.Action.Porteur.IsEmpty)).ToList();
        if (actions.Count < ActionItems * readings.Count || actions.Count(item => _terms.IsTheme(item.Action.Title.Text) || SaysTheme(item.Action.Title.Text)) * 2 > actions.Count)
            return [];
        // Costs alone may be anything's: somebody must carry, pay or be granted.
        if (actions.Count(item => !item.Action.Porteur.IsEmpty || !item.Action.Financings.IsEmpty) * 2 < actions.Count)
            return [];
        return actions.Count > 1 || IsWhole(actions[0].Action) ? actions : [];
    }

    private static bool IsWhole(DraftAction action) => !action.Title.IsEmpty && !action.Financings.IsEmpty && (action.Cost is not null || !action.Porteur.IsEmpty);

    private static bool IsAction(PassageReading reading, PassageContext context)
    {
        if (reading.Head.IsEmpty || reading.Costs > 1)
            return false;
        var bare = reading.Money.Count(phrase => phrase.Kind is MoneyPhraseKind.Bare or MoneyPhraseKind.Grant);
        return reading.Cost is not null || reading.Payers.Any() || (bare == 1 && context.NamesPayer);
    }

    // « Le conseil attribue les subventions suivantes : », « Actions financées par l'Acsé : »: what the amounts below are.
    private PassageContext ContextOf(TextBlock? intro, TextBlock? heading, DraftAct? act)
    {
        foreach (var block in new[] { intro, heading }.OfType<TextBlock>())
        {
            var text = block.Text.Text;
            if (IsRequest(text))
                continue;
            if (act is { Body.IsEmpty: false } && (_words.Has(PassageRole.GrantVerb, text) || _words.Has(PassageRole.GrantNoun, text)))
                return new PassageContext(act.Body, FundingStatus.Granted, IsGrant: true);
            foreach (var plan in _words.Find(PassageRole.Plan, text).Reverse())
            {
                var label = PassageText.WithoutLinks(_words, text, PassageText.Pieces(text, new Part(plan.End, text.Length))[0]);
                if (label.Length > 0 && _phrases.PayerOf(text[label.Start..label.End]) is { Start: <= 3 })
                    return new PassageContext(PassageText.Slice(block.Text, label), _headers.StatusOf(text) ?? FundingStatus.Planned, IsGrant: false);
            }
        }

        return PassageContext.None;
    }

    private bool IsRequest(string text) => _words.Has(PassageRole.Request, text);

    // An article or paragraph that grants, once or several times between semicolons.
    private ImmutableArray<DraftAction> ReadGrants(TextBlock block, DraftAct? act)
    {
        if (act is not { Body.IsEmpty: false } || !_words.Has(PassageRole.GrantVerb, block.Text.Text))
            return [];
        var text = block.Text.Text;
        var grants = ImmutableArray.CreateBuilder<DraftAction>();
        var isAnnounced = false;
        foreach (var sentence in PassageText.Sentences(text))
        {
            var source = PassageText.Slice(block.Text, sentence);
            if (MoneyGrammar.Find(source.Text).Any(mention => mention.HasCurrency))
            {
                if (_grants.Read(source, act.Body, isAnnounced) is not { } grant)
                    return [];
                grants.Add(grant);
            }

            isAnnounced |= _words.Has(PassageRole.GrantVerb, source.Text);
        }

        return grants.ToImmutable();
    }

    private sealed record FoundAction(int Place, DraftAction Action, ImmutableArray<TextBlock> Blocks, ImmutableArray<DraftUnassigned> Left);
}

/// <summary>What the words above a list say of the amounts in it.</summary>
/// <param name="Payer">Who pays amounts that nothing names; empty where nobody is named.</param>
/// <param name="Status">How far that money has come.</param>
/// <param name="IsGrant">Whether it is granted by the act.</param>
internal sealed record PassageContext(SourceText Payer, FundingStatus Status, bool IsGrant)
{
    public static PassageContext None { get; } = new(SourceText.Empty, FundingStatus.Planned, false);

    public bool NamesPayer => !Payer.IsEmpty;
}
