using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Ingest.Grammar;
using Ingest.Model.Documents;
using Ingest.Model.Provenance;
using Ingest.Vocabulary;

namespace Ingest.Segmentation.Passages;

/// <summary>What an amount in running text is, by the words beside it.</summary>
internal enum MoneyPhraseKind
{
    /// <summary>Nothing names it.</summary>
    Bare,

    /// <summary>What the action costs.</summary>
    Cost,

    /// <summary>What somebody pays.</summary>
    Payer,

    /// <summary>A grant whose payer is not named beside it.</summary>
    Grant,
}

/// <summary>An amount with the words that say what it is.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Place">The words and the amount.</param>
/// <param name="Label">Who pays, or what the cost is called; empty else.</param>
/// <param name="Amount">The amount.</param>
/// <param name="Status">How far the money has come, where the words say it.</param>
internal sealed record MoneyPhrase(MoneyPhraseKind Kind, Part Place, SourceText Label, DraftAmount Amount, FundingStatus? Status)
{
    /// <summary>The words behind the amount that name a purse: « sur le programme 147 »; empty without.</summary>
    public SourceText Purse { get; init; } = SourceText.Empty;

    /// <summary>Whether a word announces the role, and not the name alone.</summary>
    public bool IsAnnounced { get; init; }
}

/// <summary>Finds the amounts of a sentence or a list item and what each is, by the nearest words before it, else by those behind.</summary>
internal sealed partial class MoneyPhrases(PassageVocabulary words, PayerVocabulary payers, HeaderVocabulary headers)
{
    // Longer names are sentences.
    private const int LongestLabel = 9;

    // What may stand between « coût total » and its amount: « de cette action est de ».
    private const int WordsBehindCost = 6;

    // An unknown name among payers is a payer's, if it is short.
    private const int LongestUnknown = 5;

    /// <summary>The amounts with a currency, from left to right.</summary>
    /// <param name="source">A sentence or a list item.</param>
    /// <param name="isGrant">Whether it tells what somebody else grants: who opens it then receives, and only words that say so make a payer.</param>
    public ImmutableArray<MoneyPhrase> Find(SourceText source, bool isGrant = false)
    {
        var text = source.Text;
        var money = MoneyGrammar.Find(text).Where(mention => mention.HasCurrency).ToList();
        var phrases = new List<MoneyPhrase>();
        for (var i = 0; i < money.Count; i++)
        {
            var mention = money[i];
            var amount = new DraftAmount(source.Slice(mention.Start, mention.Length), mention.Amount, mention.Unit, mention.IsAmbiguous);
            var floor = phrases.Count == 0 ? 0 : phrases[^1].Place.End;
            var limit = i + 1 < money.Count ? money[i + 1].Start : text.Length;
            var piece = NearestPiece(text, new Part(floor, mention.Start));
            var phrase = Before(source, piece, mention, amount, phrases, isGrant)
                ?? Behind(source, mention, limit, amount, isGrant, isFree: PassageText.WithoutLinks(words, text, piece).Length == 0 || IsGivenBehind(text[mention.End..limit]) || (OpensPlan(text, piece) && !IsGranted(text, piece)))
                ?? Of(text, new MoneyPhrase(IsGranted(text, piece) ? MoneyPhraseKind.Grant : MoneyPhraseKind.Bare, new Part(mention.Start, mention.End), SourceText.Empty, amount, null), piece);
            if (phrase.Kind != MoneyPhraseKind.Cost && PurseBehind(text, phrase.Place.End, limit) is { } purse)
                phrase = phrase with { Purse = PassageText.Slice(source, purse), Place = phrase.Place with { End = purse.End } };
            // « 12 000 € dont 5 000 € ANCT »: what others are a part of is the whole.
            if (!isGrant && phrases is [{ Kind: MoneyPhraseKind.Bare } whole] && phrase.Kind == MoneyPhraseKind.Payer && words.Has(PassageRole.Share, text[whole.Place.End..mention.Start]))
                phrases[0] = whole with { Kind = MoneyPhraseKind.Cost, IsAnnounced = true };
            phrases.Add(phrase);
        }

        return [.. phrases];
    }

    /// <summary>The words of a sentence that say the one purse its money comes from: « au titre du programme 147 »; null where it says none.</summary>
    public SourceText? PurseIn(SourceText sentence) => PassageText.Pieces(sentence.Text, new Part(0, sentence.Text.Length)).Select(piece => PassageText.Trim(sentence.Text, piece))
        .Where(piece => PurseLead().IsMatch(sentence.Text[piece.Start..piece.End]) && !sentence.Text.AsSpan(piece.Start, piece.Length).ContainsAny('«', '»', '“') && payers.MatchProgramme(sentence.Text[piece.Start..piece.End]) is not null).ToList() is [var only]
        ? PassageText.Slice(sentence, only) : null;

    // « l'État a accordé 6 000 € sur le programme 147 »
    private Part? PurseBehind(string text, int from, int limit)
    {
        if (PurseLead().Match(text, from, limit - from) is not { Success: true } lead)
            return null;
        var end = text.IndexOfAny([';', '\n', '.', ','], lead.Index + lead.Length, limit - lead.Index - lead.Length);
        var purse = PassageText.Trim(text, new Part(lead.Index, end < 0 ? limit : end));
        return payers.MatchProgramme(text[purse.Start..purse.End]) is null || PassageText.Words(text, purse) > LongestLabel ? null : purse;
    }

    [GeneratedRegex(@"\G[ \u00A0\n]*(?:,[ \u00A0\n]*)?(?:imputée?s?[ \u00A0\n])?(?:sur|au titre|dans le cadre|relevant|issue?s?|pris(?:es?)? en charge par)[ \u00A0\n](?:(?:les?|la|du|de la|des|de l['’])[ \u00A0\n])?", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex PurseLead();

    /// <summary>The payer that a label names; null where it names none, or only by a word that titles have as well (« Atelier », « Maison des »).</summary>
    public PayerMatch? PayerOf(string label) => payers.Match(label) is { } match && (match.Entry.Rank >= 0 || match.Entry.Kind != "association") ? match : null;

    /// <summary>Whether a text opens with the name of a body: « Association X », « le CCAS ».</summary>
    public bool IsBody(string text)
    {
        var part = PassageText.WithoutLinks(words, text, new Part(0, text.Length));
        var own = text[part.Start..part.End];
        return PayerOf(own) is { } match && match.Start == 0 && match.Entry.Rank >= 0;
    }

    /// <summary>Whether a text may be the name of a body: a word that titles have as well is enough where nothing else can stand.</summary>
    public bool MayBeBody(string text) => payers.Match(text) is { Start: 0 };

    private static MoneyPhrase Of(string text, MoneyPhrase phrase, Part piece) =>
        phrase.Kind == MoneyPhraseKind.Grant ? phrase with { Place = phrase.Place with { Start = PassageText.Trim(text, piece).Start } } : phrase;

    private bool OpensPlan(string text, Part piece) => words.Find(PassageRole.Plan, text[piece.Start..piece.End]) is [.., var last]
        && PassageText.WithoutLinks(words, text, new Part(piece.Start + last.End, piece.End)).Length == 0;

    // « « X », porté par Y : 4 500 € sollicités auprès de l'État »: the words behind say that who gives follows, whatever stands before.
    private bool IsGivenBehind(string rest) => words.Find(PassageRole.Origin, rest) is [var origin, ..] && !rest.AsSpan(0, origin.Start).ContainsLetter() && origin.End - origin.Start >= LeastGiving;

    // Letters: « par », « de » may lead to anything.
    private const int LeastGiving = 8;

    private bool IsGranted(string text, Part piece) => words.Has(PassageRole.GrantNoun, text[piece.Start..piece.End]);

    // The nearest part before the amount that says anything.
    private Part NearestPiece(string text, Part gap)
    {
        var pieces = PassageText.Pieces(text, gap);
        for (var i = pieces.Count - 1; i >= 0; i--)
        {
            if (PassageText.WithoutLinks(words, text, pieces[i]).Length == 0)
                continue;
            // « État - contrat de ville » is one name.
            var isOneName = i > 0 && payers.Match(PassageText.WithoutLinks(words, text, pieces[i - 1]) is var before ? text[before.Start..before.End] : "") is { IsWhole: true }
                && PayerOf(PassageText.WithoutLinks(words, text, pieces[i]) is var own ? text[own.Start..own.End] : "") is { Start: 0 }
                && text.AsSpan(pieces[i - 1].End, pieces[i].Start - pieces[i - 1].End).ContainsAny("-–—");
            return new Part(isOneName ? pieces[i - 1].Start : pieces[i].Start, gap.End);
        }

        return gap;
    }

    // « La Ville verse 4 000 € » tells what it does for the action, « versé » what was done.
    private FundingStatus? StatusOf(string own) =>
        headers.StatusOf(own) is { } status && (status != FundingStatus.Paid || Participle().IsMatch(own)) ? status : null;

    private MoneyPhrase? Before(SourceText source, Part piece, MoneyMention mention, DraftAmount amount, List<MoneyPhrase> phrases, bool isGrant)
    {
        var text = source.Text;
        var own = text[piece.Start..piece.End];
        if (words.Has(PassageRole.Talk, own))
            return null;
        var status = StatusOf(own);
        // « … et pour laquelle l'État a accordé 6 000 € »: behind another amount, a clause of its own says who gives.
        if (phrases.Count > 0 && GiverIn(text, piece) is { } giver)
            return new MoneyPhrase(MoneyPhraseKind.Payer, new Part(giver.Start, mention.End), PassageText.Slice(source, giver), amount, status) { IsAnnounced = true };
        var plan = LeadIn(own);
        if (CostIn(text, piece) is { } cost)
            return new MoneyPhrase(MoneyPhraseKind.Cost, new Part(LeadOf(text, piece.Start, cost.Start), mention.End), PassageText.Slice(source, PassageText.Trim(text, cost)), amount, status) { IsAnnounced = true };
        var label = PassageText.WithoutLinks(words, text, new Part(piece.Start + (plan?.End ?? 0), piece.End));
        if (label.Length == 0 || PassageText.Words(text, label) > LongestLabel)
            return null;
        // « à l'association X, 4 200 € »: who stands behind « à » receives.
        if (plan is null && ((words.Opens(PassageRole.Beneficiary, own) && !words.Opens(PassageRole.Origin, own)) || (isGrant && !phrases.Exists(phrase => phrase.Kind is MoneyPhraseKind.Payer or MoneyPhraseKind.Cost))))
            return null;
        var start = plan is { } lead ? LeadOf(text, piece.Start, piece.Start + lead.Start) : piece.Start;
        if (PayerOf(text[label.Start..label.End]) is { } payer && (plan is null ? payer.Start == 0 : IsNear(text, label, payer)))
        {
            // What opens an item and is no public purse carries or receives, and does not pay.
            if (plan is null && phrases.Count == 0 && payer.Entry.Kind is "association" or "etablissement-scolaire" or "entreprise")
                return null;
            return new MoneyPhrase(MoneyPhraseKind.Payer, new Part(plan is null ? label.Start : start, mention.End), PassageText.Slice(source, label), amount, status) { IsAnnounced = plan is not null };
        }

        var isAmongPayers = plan is not null || phrases.Exists(phrase => phrase.Kind is MoneyPhraseKind.Payer or MoneyPhraseKind.Cost);
        return isAmongPayers && PassageText.Words(text, label) <= LongestUnknown && PassageText.IsName(text, label) && !words.Has(PassageRole.GrantNoun, text[label.Start..label.End])
            ? new MoneyPhrase(MoneyPhraseKind.Payer, new Part(start, mention.End), PassageText.Slice(source, label), amount, status) { IsAnnounced = plan is not null }
            : null;
    }

    // The payer before the verb that grants the amount: « l'État a accordé », « la Région apporte ».
    private Part? GiverIn(string text, Part piece)
    {
        var own = text[piece.Start..piece.End];
        if (words.Find(PassageRole.GrantVerb, own) is not [.., var verb] || own.AsSpan(verb.End).ContainsLetter() || PayerOf(own[..verb.Start]) is not { } payer || payer.Entry.Kind is "association" or "etablissement-scolaire" or "entreprise")
            return null;
        var between = own[(payer.Start + payer.Length)..verb.Start].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return between.Length <= 1 ? PassageReader.WithoutArticle(text, new Part(piece.Start + payer.Start, piece.Start + payer.Start + payer.Length)) : null;
    }

    // The last word that announces a payer; « Autres recettes », « Part communale » are names that hold one.
    private TermPlace? LeadIn(string own)
    {
        TermPlace? lead = null;
        foreach (var hit in words.Find(PassageRole.Plan, own))
        {
            var from = lead?.End ?? 0;
            var isName = PayerOf(own[from..]) is { } payer && from + payer.Start <= hit.Start && from + payer.Start + payer.Length >= hit.End;
            lead = isName ? lead : hit;
        }

        return lead;
    }

    // A payer's name stands at the head of its label: « crédits État », not « atelier pour les habitants de la ville ».
    private static bool IsNear(string text, Part label, PayerMatch payer) =>
        text[label.Start..(label.Start + payer.Start)].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length <= 2;

    // « coût total » with nothing but words of its own behind it; « budget communal » is a payer's name.
    private Part? CostIn(string text, Part piece)
    {
        var own = text[piece.Start..piece.End];
        var hits = words.Find(PassageRole.Cost, own);
        if (hits.IsEmpty)
            return null;
        var last = hits[^1];
        var behind = PassageText.WithoutLinks(words, text, new Part(piece.Start + last.End, piece.End));
        if (PassageText.Words(text, behind) > WordsBehindCost || (behind.Length > 0 && PayerOf(text[behind.Start..behind.End]) is not null))
            return null;
        return payers.Match(own) is { } payer && payer.Start <= last.Start && payer.Start + payer.Length >= last.End
            ? null
            : new Part(piece.Start + last.Start, piece.End);
    }

    // The small words that lead to a role belong to it: « pour un coût de ».
    private int LeadOf(string text, int floor, int start)
    {
        var links = words.Find(PassageRole.Link, text[floor..start]);
        for (var i = links.Length - 1; i >= 0 && !text.AsSpan(floor + links[i].End, start - floor - links[i].End).ContainsLetter(); i--)
            start = floor + links[i].Start;
        return start;
    }

    private MoneyPhrase? Behind(SourceText source, MoneyMention mention, int limit, DraftAmount amount, bool isGrant, bool isFree)
    {
        if (!isFree)
            return null;
        var text = source.Text;
        var rest = text[mention.End..limit];
        // « 3 000 € (CCAS) », « 3 000 € – CCAS » in a list of grants: who receives.
        if (isGrant && !(words.Find(PassageRole.Origin, rest) is [var origin, ..] && !rest.AsSpan(0, origin.Start).ContainsLetter()))
            return null;
        var from = 0;
        while (from < rest.Length && rest[from] is ' ' or '\u00A0' or '\u202F')
            from++;
        Part label;
        if (from < rest.Length && rest[from] == '(' && rest.IndexOf(')', from) is > 0 and var close)
        {
            label = new Part(mention.End + from + 1, mention.End + close);
        }
        else
        {
            // « 3 000 € à l'association X pour l'action Y » names no payer.
            if (words.Opens(PassageRole.Purpose, rest) || words.Opens(PassageRole.Beneficiary, rest))
                return null;
            var lead = words.Find(PassageRole.Origin, rest) is [var first, ..] && !rest.AsSpan(0, first.Start).ContainsLetter() ? first.End : 0;
            var piece = PassageText.Pieces(text, new Part(mention.End + lead, limit))[0];
            label = piece with { End = FirstRole(text, piece) };
        }

        label = PassageText.WithoutLinks(words, text, label);
        if (label.Length == 0 || PassageText.Words(text, label) > LongestLabel || PayerOf(text[label.Start..label.End]) is not { Start: 0 })
            return null;
        return new MoneyPhrase(MoneyPhraseKind.Payer, new Part(mention.Start, label.End), PassageText.Slice(source, label), amount, StatusOf(text[mention.End..label.End]));
    }

    private int FirstRole(string text, Part piece)
    {
        var own = text[piece.Start..piece.End];
        var starts = new[] { PassageRole.Purpose, PassageRole.Cost, PassageRole.Plan, PassageRole.Carries, PassageRole.Porteur }
            .SelectMany(role => words.Find(role, own)).Where(hit => own.AsSpan(0, hit.Start).ContainsLetter()).Select(hit => hit.Start);
        return piece.Start + starts.DefaultIfEmpty(own.Length).Min();
    }

    [GeneratedRegex(@"(?:\p{L}é|\b(?:per|re)çu)e?s?\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Participle();
}
