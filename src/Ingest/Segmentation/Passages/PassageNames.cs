using System.Collections.Immutable;
using Ingest.Model.Documents;
using Ingest.Model.Provenance;
using Ingest.Vocabulary;

namespace Ingest.Segmentation.Passages;

/// <summary>Tells title, porteur and description among the words of a passage that are no money.</summary>
internal sealed class PassageNames(PassageVocabulary words, HeaderVocabulary headers, MoneyPhrases phrases)
{
    private const int LongestTitle = 32;

    private const int LongestName = 16;

    /// <summary>Whether the words before the money name who carries, or a title in quotation marks.</summary>
    public bool HasCarrier(PassageReading reading) => !reading.Porteur.IsEmpty
        || (!reading.Head.IsEmpty && (Carried(reading.Head[0]) is not null || GrantTitles.Quoted(reading.Head[0].Text, default) is not null));

    /// <summary>
    /// Which field of items of one shape names who carries: the one that most often is a body's name; null where none is. « Association X –
    /// action Y » and « action Y – association X » are told apart by all items together, for no word shows some names.
    /// </summary>
    public int? PorteurPlace(ImmutableArray<PassageReading> readings)
    {
        var places = readings.Where(reading => reading.Porteur.IsEmpty && reading.Head.Length > 1)
            .SelectMany(reading => reading.Head.Take(2).Index().Where(field => phrases.IsBody(field.Item.Text)).Select(field => field.Index))
            .GroupBy(place => place).OrderByDescending(group => group.Count()).ToList();
        return places.Count == 0 ? null : places[0].Key;
    }

    /// <summary>A part under a heading, which is its title.</summary>
    public DraftAction OfSheet(PassageReading reading, SourceText title, SourceText theme)
    {
        var action = WithMoney(new DraftAction { Title = WithoutItemLead(title), Theme = theme, Porteur = reading.Porteur, Row = SourceText.Concat([title, reading.Text]) }, reading, PassageContext.None);
        if (action.Porteur.IsEmpty && !reading.Head.IsEmpty && Carried(reading.Head[0]) is { } carried)
            action = action with { Porteur = carried.Porteur };
        return WithDescription(action, [.. reading.Opening, .. reading.Rest]);
    }

    /// <summary>An item or a paragraph.</summary>
    /// <param name="reading">The passage.</param>
    /// <param name="theme">Theme above it.</param>
    /// <param name="porteurPlace">The field that names who carries in items of this shape; null where none does.</param>
    /// <param name="context">What the words above say.</param>
    public DraftAction OfItem(PassageReading reading, SourceText theme, int? porteurPlace, PassageContext? context = null)
    {
        context ??= PassageContext.None;
        var fields = reading.Head.Select(WithoutItemLead).Where(field => !field.IsEmpty).ToList();
        // « Reporté. « Skate et street-art », présenté par … »: what was decided opens the passage and is no title.
        if (fields.Count > 1 && fields[0].Words.Count() <= LongestDecision && headers.DecisionOf(fields[0].Text) is not null)
        {
            fields.Add(fields[0]);
            fields.RemoveAt(0);
        }

        var (title, porteur) = (SourceText.Empty, reading.Porteur);
        if (porteur.IsEmpty && porteurPlace is { } place && fields.Count > 1 && place < fields.Count)
        {
            porteur = fields[place];
            fields.RemoveAt(place);
        }

        if (fields.Count > 1 && porteur.IsEmpty && By(fields[1]) is { } by)
        {
            (porteur, title) = (by, fields[0]);
            fields.RemoveRange(0, 2);
        }
        else if (fields.Count > 0 && porteur.IsEmpty && TitleBy(fields[0]) is { } told)
        {
            (porteur, title) = told;
            fields.RemoveAt(0);
        }
        else if (fields.Count > 0 && porteur.IsEmpty && Carried(fields[0]) is { } carried)
        {
            (porteur, title) = carried;
            fields.RemoveAt(0);
        }
        else if (fields.Count > 0 && porteur.IsEmpty && ForAction(fields[0]) is { } granted)
        {
            (porteur, title) = (granted.Porteur, granted.Title);
            fields.RemoveAt(0);
        }
        else if (fields.Count > 0 && InBrackets(fields[0]) is { } bracket)
        {
            // « Chantier (Mission locale) … Service pilote : Emploi »: the one carries, the other follows the action up.
            if (!porteur.IsEmpty)
                fields.Add(porteur);
            (title, porteur) = bracket;
            fields.RemoveAt(0);
        }
        else if (fields.Count == 1 && porteur.IsEmpty && context.IsGrant && (phrases.IsBody(fields[0].Text) || reading.Rest.Any(rest => Purpose(rest) is not null)))
        {
            porteur = WithoutArticle(fields[0]);
            fields.RemoveAt(0);
        }

        var rest = reading.Rest.ToList();
        if (title.IsEmpty && fields.Count > 0 && fields[0].Words.Take(LongestTitle + 1).Count() <= LongestTitle)
        {
            title = GrantTitles.Quoted(fields[0].Text, default) is { } quoted && fields[0].Text.Length - quoted.Length > 4 && Lead(fields[0].Text, quoted) ? PassageText.Slice(fields[0], quoted) : fields[0];
            fields.RemoveAt(0);
        }
        else if (title.IsEmpty && rest.Select(Purpose).FirstOrDefault(purpose => purpose is not null) is { } purpose)
        {
            title = purpose;
            rest.RemoveAll(text => Purpose(text)?.Text == purpose.Text);
        }

        // « Club nautique, « Stages de kayak » »: what stands in quotation marks behind a name is the action.
        if (title.IsEmpty && GrantTitles.Quoted(porteur.Text, default) is { } named && PassageText.Trim(porteur.Text, new Part(0, Math.Max(0, porteur.Text.LastIndexOfAny(['«', '“'], named.Start)))) is { Length: > 0 } body)
            (title, porteur) = (PassageText.Slice(porteur, named), PassageText.Slice(porteur, body));

        var action = new DraftAction { Title = title, Theme = theme, Porteur = WithoutArticle(porteur.IsEmpty ? context.Porteur : porteur), Details = BehindTitle(reading, title), Row = reading.Text };
        // What is left says what the action does: a sentence keeps the sign that ends it.
        return WithDescription(WithMoney(action, reading, context), [.. fields.Select(field => reading.Opening.FirstOrDefault(whole => whole.Text.StartsWith(field.Text, StringComparison.Ordinal)) ?? field), .. rest]);
    }

    /// <summary>Whether a passage tells what for behind its money: « 7 000 € pour l'action « X » ».</summary>
    public bool TellsPurpose(PassageReading reading) => reading.Rest.Any(rest => Purpose(rest) is not null);

    /// <summary>Whether a passage opens with who receives, and what for: « Association X, pour l'action « Y » ».</summary>
    public bool OpensWithBeneficiary(PassageReading reading) => !reading.Head.IsEmpty && ForAction(reading.Head[0]) is not null;

    private (SourceText Porteur, SourceText Title)? ForAction(SourceText field)
    {
        var text = field.Text;
        foreach (var hit in words.Find(PassageRole.Purpose, text))
        {
            var name = PassageText.WithoutLinks(words, text, new Part(0, hit.Start));
            if (name.Length == 0 || PassageText.Words(text, name) > LongestName || !(phrases.IsBody(text[name.Start..name.End]) || PassageText.IsName(text, name)))
                continue;
            var title = new GrantTitles(words).Find(text, new Part(0, hit.Start));
            // « Ateliers pour tous » is one title: only « pour l'action … », or a title in quotation marks, parts who from what.
            var isAnnounced = text[hit.Start..hit.End].Contains(' ', StringComparison.Ordinal) || GrantTitles.Quoted(text, new Part(0, hit.End)) is { } quoted && quoted == title;
            if (title.Length > 0 && isAnnounced)
                return (PassageText.Slice(field, name), PassageText.Slice(field, title));
        }

        return null;
    }

    // « l'action « Été à la Rive » au quartier Rive Gauche »: what follows a quoted title says more of the action.
    private static SourceText BehindTitle(PassageReading reading, SourceText title)
    {
        if (title.IsEmpty || reading.Head.IsEmpty || reading.Head[0].Text.IndexOf(title.Text, StringComparison.Ordinal) is not (>= 0 and var start))
            return SourceText.Empty;
        var head = reading.Head[0].Text;
        var end = start + title.Text.Length;
        return end < head.Length && head[end..].TrimStart(' ', '\u00A0') is ['»' or '”', ..] && PassageText.Trim(head, new Part(head.IndexOfAny(['»', '”'], end) + 1, head.Length)) is { Length: > 0 } rest
            ? PassageText.Slice(reading.Head[0], rest)
            : SourceText.Empty;
    }

    // « l'action « X » »: the words before the quotation marks only say that it is one.
    private static bool Lead(string text, Part quoted) => quoted.Start < 20 && quoted.End > text.Length - 4;

    private SourceText? Purpose(SourceText text)
    {
        var title = new GrantTitles(words).Find(text.Text, default);
        return title.Length > 0 ? PassageText.Slice(text, title) : null;
    }

    // « Le CCAS propose des ateliers … »: the subject carries, the object is the action.
    private (SourceText Porteur, SourceText Title)? Carried(SourceText field)
    {
        var text = field.Text;
        if (words.Find(PassageRole.Carries, text) is not [var verb, ..])
            return null;
        var subject = PassageReader.WithoutArticle(text, PassageText.Trim(text, new Part(0, verb.Start)));
        if (phrases.IsBody(text[subject.Start..subject.End]))
            subject = PassageText.WithoutLinks(words, text, subject);
        if (subject.Length == 0 || PassageText.Words(text, subject) > 10 || !(phrases.IsBody(text[subject.Start..subject.End]) || char.IsUpper(text[subject.Start])))
            return null;
        var rest = new Part(verb.End, text.Length);
        var quoted = GrantTitles.Quoted(text, new Part(0, verb.End));
        var title = quoted ?? PassageReader.WithoutArticle(text, PassageText.Trim(text, PassageText.WithoutLinks(words, text, rest) is var links && links.Length > 0 ? rest with { End = links.End } : rest));
        return title.Length == 0 || PassageText.Words(text, title) > LongestTitle ? null : (PassageText.Slice(field, subject), PassageText.Slice(field, title));
    }

    private (SourceText Title, SourceText Porteur)? InBrackets(SourceText field)
    {
        var text = field.Text;
        if (text.LastIndexOf('(') is not (> 0 and var open) || text.IndexOf(')', open) is not (> 0 and var close) || close < text.Length - 2)
            return null;
        var name = PassageText.Trim(text, new Part(open + 1, close));
        return phrases.MayBeBody(text[name.Start..name.End]) ? (PassageText.Slice(field, PassageText.Trim(text, new Part(0, open))), PassageText.Slice(field, name)) : null;
    }

    // « Atelier vélo, par Association X ».
    private (SourceText Porteur, SourceText Title)? TitleBy(SourceText field) => field.Text.LastIndexOf(", par ", StringComparison.Ordinal) is > 0 and var at
        && By(field.Slice(at + 2, field.Text.Length - at - 2)) is { } by ? (by, field.Slice(0, at)) : null;

    private SourceText? By(SourceText field) => field.Text.StartsWith("par ", StringComparison.Ordinal) && field.Slice(4, field.Text.Length - 4) is { IsEmpty: false } name
        && name.Words.Take(LongestName + 1).Count() <= LongestName && (phrases.MayBeBody(WithoutArticle(name).Text) || PassageText.IsName(name.Text, new Part(0, name.Text.Length))) ? WithoutArticle(name) : null;

    private static SourceText WithoutArticle(SourceText name) => name.IsEmpty ? name : PassageText.Slice(name, PassageReader.WithoutArticle(name.Text, new Part(0, name.Text.Length)));

    // « Action n° 3 – Atelier »: the number is the place in the list.
    private SourceText WithoutItemLead(SourceText field)
    {
        var text = field.Text;
        if (words.Find(PassageRole.Item, text) is not [var lead, ..] || text.AsSpan(0, lead.Start).ContainsLetter())
            return field;
        var at = lead.End;
        while (at < text.Length && (text[at] is ' ' or '\u00A0' or '°' or 'n' or 'N' || char.IsAsciiDigit(text[at])))
            at++;
        if (!text.AsSpan(lead.End, at - lead.End).ContainsAnyInRange('0', '9'))
            return field;
        var rest = PassageText.Trim(text, new Part(at, text.Length));
        return PassageText.Slice(field, rest);
    }

    private static DraftAction WithMoney(DraftAction action, PassageReading reading, PassageContext context)
    {
        var financings = ImmutableArray.CreateBuilder<DraftFinancing>();
        foreach (var phrase in reading.Money)
        {
            if (phrase.Kind == MoneyPhraseKind.Payer)
                financings.Add(new DraftFinancing { Label = phrase.Label, Amount = phrase.Amount, Status = phrase.Status ?? FundingStatus.Planned, Purse = phrase.Purse });
            else if (phrase.Kind is MoneyPhraseKind.Bare or MoneyPhraseKind.Grant && context.NamesPayer)
                financings.Add(new DraftFinancing { Label = context.Payer, Amount = phrase.Amount, Status = phrase.Status is null or FundingStatus.Planned ? context.Status : phrase.Status.Value, Purse = phrase.Purse.IsEmpty ? context.Purse : phrase.Purse });
        }

        return action with { Cost = reading.Cost?.Amount, Financings = financings.ToImmutable() };
    }

    /// <summary>The amounts of a passage that its action has no place for.</summary>
    public static IEnumerable<DraftUnassigned> LeftOf(PassageReading reading, PassageContext? context = null) => reading.Money
        .Where(phrase => phrase.Kind is MoneyPhraseKind.Bare or MoneyPhraseKind.Grant && context is not { NamesPayer: true })
        .Select(phrase => new DraftUnassigned(phrase.Amount.Source, UnassignedReason.UnnamedAmount));

    private DraftAction WithDescription(DraftAction action, IEnumerable<SourceText> texts)
    {
        var description = new List<SourceText>();
        foreach (var text in texts)
        {
            if (action.Decision is null && DecisionIn(text) is { } decision)
                action = action with { Decision = new DraftChoice<Decision>(text, decision) };
            else if (action.Renewal is null && text.Words.Count() <= 4 && headers.RenewalOf(text.Text) is { } renewal)
                action = action with { Renewal = new DraftChoice<bool>(text, renewal) };
            else
                description.Add(text);
        }

        return action with { Description = SourceText.Concat(description) };
    }

    // « (refusée) », « Action ajournée »: more words are a sentence, in which « favorable » may be anything.
    private const int LongestDecision = 3;

    private Decision? DecisionIn(SourceText text)
    {
        var colon = text.Text.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 && headers.Match(text.Text[..colon]) is [{ Role: HeaderRole.Decision }, ..] ? headers.DecisionOf(text.Text[(colon + 1)..])
            : text.Words.Count() <= LongestDecision ? headers.DecisionOf(text.Text) : null;
    }
}
