using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Ingest.Grammar;
using Ingest.Layout;
using Ingest.Model.Documents;
using Ingest.Model.Provenance;
using Ingest.Vocabulary;

namespace Ingest.Segmentation.Passages;

/// <summary>What the words above a list say of the amounts in it.</summary>
internal sealed record PassageContext
{
    /// <summary>Nothing.</summary>
    public static PassageContext None { get; } = new();

    /// <summary>Who pays amounts that nothing names; empty where nobody is named.</summary>
    public SourceText Payer { get; init; } = SourceText.Empty;

    /// <summary>The words that say which of its purses it comes from; empty where they name none.</summary>
    public SourceText Purse { get; init; } = SourceText.Empty;

    /// <summary>How far that money has come.</summary>
    public FundingStatus Status { get; init; } = FundingStatus.Planned;

    /// <summary>Whether it is granted by the act.</summary>
    public bool IsGrant { get; init; }

    /// <summary>Who carries the actions that name nobody; empty where nobody is named.</summary>
    public SourceText Porteur { get; init; } = SourceText.Empty;

    /// <summary>The line between these words and the list, which then only orders it, or the theme that the words name; empty without.</summary>
    public SourceText Caption { get; init; } = SourceText.Empty;

    /// <summary>What was decided on all that the list names; null where the words decide nothing but to grant.</summary>
    public DraftChoice<Decision>? Decision { get; init; }

    /// <summary>The sum of the list, where the words tell it; null else.</summary>
    public (TextBlock Block, DraftTotal Total)? Sum { get; init; }

    /// <summary>Whether somebody is named.</summary>
    public bool NamesPayer => !Payer.IsEmpty;
}

/// <summary>
/// Reads what announces a list: « Le conseil attribue les subventions suivantes : », « sollicite de l'État une aide pour les actions
/// suivantes, portées par la Ville : », « Actions financées par l'Acsé : ».
/// </summary>
internal sealed partial class PassageLeads(PassageVocabulary words, HeaderVocabulary headers, MoneyPhrases phrases, PassageReader reader, PassageTotals totals, Grantors grantors, SegmentationOptions options)
{
    // « La Ville de Dole décide »: what may stand before the verb of a decision.
    private const int WordsBeforeVerb = 8;

    /// <summary>What stands above the lists of a document, asked from the first to the last.</summary>
    /// <param name="blocks">The paragraphs of the document.</param>
    /// <param name="act">The act that the document is; null for none.</param>
    public LeadsAbove In(ImmutableArray<TextBlock> blocks, DraftAct? act) => new(this, blocks, act);

    /// <summary>Whether lists, their sums or short lines stand where a paragraph does: they may part a list from the words that announce it.</summary>
    public bool IsBetween(TextBlock block, DraftAct? act) => (block.Marker is not null && !IsPoint(block, act)) || totals.IsTotal(block.Text) || IsShort(block);

    /// <summary>Whether a paragraph may name what the list below it is ordered by.</summary>
    public bool IsCaption(TextBlock block) => (block.Marker is null || (block.HeadingLevel is not null && block.Marker.Any(char.IsLetterOrDigit))) && !totals.IsTotal(block.Text);

    private bool IsShort(TextBlock block) => block.Text.Words.Take(options.CaptionWords + 1).Count() <= options.CaptionWords && block.Text.Text.TrimEnd()[^1] is not ('.' or ';');

    /// <summary>What a paragraph announces; null for nothing.</summary>
    public PassageContext? Read(TextBlock block, DraftAct? act) => Announced(block, act) is { } context ? context.NamesPayer && phrases.PurseIn(block.Text) is { } purse ? context with { Purse = purse } : context : null;

    private PassageContext? Announced(TextBlock block, DraftAct? act)
    {
        var text = block.Text.Text;
        if (block.Marker is not null && !IsPoint(block, act))
            return null;
        if ((act is not null || text.TrimEnd() is [.., ':']) && OpensList(text) && DecisionIn(text) is { } decision)
            return new PassageContext { Payer = act is null ? SourceText.Empty : GrantOf(block.Text, act)?.Payer ?? act.Payer, Status = FundingStatus.Requested, IsGrant = act is not null, Decision = new DraftChoice<Decision>(block.Text, decision) };
        if (GrantOf(block.Text, act) is { } grant && (act is not null || OpensList(text)))
            return grant with { Porteur = PorteurIn(block), Caption = ThemeIn(block.Text), Sum = text.TrimEnd()[^1] == ':' && PassageTotals.InLead(block.Text, grant) is { } sum ? (block, sum) : null };
        if (words.Find(PassageRole.Request, text) is [var request, ..])
            return text.TrimEnd()[^1] == ':' && PayerBehind(block.Text, request.End) is { } asked ? new PassageContext { Payer = asked, Status = FundingStatus.Requested, Porteur = PorteurIn(block) } : null;
        foreach (var plan in words.Find(PassageRole.Plan, text).Reverse())
        {
            var label = PassageText.WithoutLinks(words, text, PassageText.Pieces(text, new Part(plan.End, text.Length))[0]);
            if (label.Length > 0 && phrases.PayerOf(text[label.Start..label.End]) is { Start: <= 3 } named && (label = WithoutRest(text, label, named.Start + named.Length)).Length > 0)
                return new PassageContext { Payer = PassageText.Slice(block.Text, label), Status = headers.StatusOf(text) ?? FundingStatus.Planned, Porteur = PorteurIn(block) };
        }

        return null;
    }

    /// <summary>What a sentence that names one request decides on it, and the request: « Est rejetée la demande suivante : association X, pour l'action « Y » »; null for another sentence.</summary>
    public (PassageContext Context, SourceText Request)? DecidedIn(SourceText sentence, DraftAct? act)
    {
        var colon = sentence.Text.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0 || sentence.Text[(colon + 1)..].Trim().Length == 0 || !words.Has(PassageRole.List, sentence.Text[..colon]) || DecisionIn(sentence.Text[..colon]) is not { } decision)
            return null;
        var lead = sentence.Slice(0, colon);
        return (new PassageContext { Payer = act?.Payer ?? SourceText.Empty, Status = FundingStatus.Requested, IsGrant = act is not null, Decision = new DraftChoice<Decision>(lead, decision) }, sentence.Slice(colon + 1, sentence.Text.Length - colon - 1));
    }

    // « Il n'est pas donné suite aux demandes suivantes : », « ajourne l'examen des dossiers : ».
    private Decision? DecisionIn(string text)
    {
        var refusals = words.Find(PassageRole.Refusal, text);
        var deferrals = words.Find(PassageRole.Deferral, text);
        // « … attribue les aides suivantes et rejette les autres demandes : » grants what it lists.
        if (words.Find(PassageRole.GrantVerb, text).Any(verb => !refusals.Any(refusal => refusal.Start <= verb.Start && verb.End <= refusal.End)))
            return null;
        return refusals.Length > 0 ? Decision.Refused : deferrals.Length > 0 ? Decision.Deferred : null;
    }

    // « au titre du volet « Grandir et apprendre », attribue … ».
    private SourceText ThemeIn(SourceText lead)
    {
        foreach (Match quoted in Quoted().Matches(lead.Text))
        {
            var before = lead.Text[..quoted.Index].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
            if (before.Length > 0 && headers.Match(before[^1]).Any(match => match is { Role: HeaderRole.Theme, Score: >= SureTheme }))
                return lead.Slice(quoted.Groups["name"].Index, quoted.Groups["name"].Length);
        }

        return SourceText.Empty;
    }

    private const double SureTheme = 0.8;

    [GeneratedRegex(@"[«“""][ \u00A0]?(?<name>[^»”""]{3,120}?)[ \u00A0]?[»”""]", RegexOptions.CultureInvariant)]
    private static partial Regex Quoted();

    /// <summary>Who grants by a sentence, and how far the money has come; null where it grants nothing, or nobody is known to.</summary>
    /// <param name="sentence">The sentence.</param>
    /// <param name="act">The act that the document is; null for none: then the sentence names who grants.</param>
    public PassageContext? GrantOf(SourceText sentence, DraftAct? act)
    {
        var text = sentence.Text;
        var grants = words.Has(PassageRole.GrantVerb, text) || (act is { Payer.IsEmpty: false } && words.Has(PassageRole.GrantNoun, text));
        if (!grants || words.Has(PassageRole.Request, text) || words.Opens(ActSign.Visa, text) || words.Opens(ActSign.Recital, text))
            return null;
        var payer = PurseIn(sentence) ?? grantors.SubjectOf(sentence) ?? act?.Payer ?? SourceText.Empty;
        // What a report proposes an act with a vote has decided.
        var isProposed = words.Has(PassageRole.Proposal, text) && act is not { Vote.IsEmpty: false };
        return payer.IsEmpty ? null : new PassageContext { Payer = payer, Status = isProposed ? FundingStatus.Planned : FundingStatus.Granted, IsGrant = true };
    }

    /// <summary>Whether a numbered or marked paragraph is a decision of its own and no item of a list of grants: « 2. Décide d'allouer les montants ci-dessous : ».</summary>
    public bool IsPoint(TextBlock block, DraftAct? act)
    {
        var text = block.Text.Text;
        // « Article 2 – de solliciter de l'État une aide de : » is a decision as well, and none to grant.
        if (act is not null && text.TrimEnd() is [.., ':'] && words.Find(PassageRole.Request, text) is [var request, ..] && text[..request.Start].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length <= WordsBeforeVerb)
            return true;
        if (act is null || words.Find(PassageRole.GrantVerb, text) is not [var verb, ..] || text[..verb.Start].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length > WordsBeforeVerb)
            return false;
        var isMoneyBefore = MoneyGrammar.Find(text[..verb.Start]).Any(mention => mention.HasCurrency);
        return !isMoneyBefore && (OpensList(text) || MoneyGrammar.Find(text).Any(mention => mention.HasCurrency)) && GrantOf(block.Text, act) is not null;
    }

    /// <summary>Whether a text announces a list: « … les subventions suivantes : ».</summary>
    public bool OpensList(string text) => text.TrimEnd() is [.., ':'] || words.Has(PassageRole.List, text);

    private SourceText PorteurIn(TextBlock block) => block.Text.Text.TrimEnd()[^1] == ':' ? reader.Read(block.Text).Porteur : SourceText.Empty;

    // « sur le budget de la Ville de Bergerac »: whose money the assembly grants.
    private SourceText? PurseIn(SourceText source) =>
        words.Find(PassageRole.Purse, source.Text).Select(hit => PayerBehind(source, hit.End)).FirstOrDefault(payer => payer is not null);

    // « l'État une aide pour les actions »: the name ends where another role begins.
    private Part WithoutRest(string text, Part name, int least)
    {
        var own = text[name.Start..name.End];
        var ends = ((ReadOnlySpan<PassageRole>)[PassageRole.GrantNoun, PassageRole.GrantVerb, PassageRole.Purpose, PassageRole.Cost]).ToArray()
            .SelectMany(role => words.Find(role, own)).Where(hit => hit.Start >= least).Select(hit => name.Start + hit.Start);
        var cut = PassageText.WithoutLinks(words, text, name with { End = ends.Append(name.End).Min() });
        return cut.Length > 0 ? cut : name;
    }

    // The first body that the words behind a place name, with what says which of its purses: « l'État, au titre du programme 147 ».
    private SourceText? PayerBehind(SourceText source, int from)
    {
        var text = source.Text;
        var pieces = PassageText.Pieces(text, new Part(from, text.Length));
        for (var i = 0; i < pieces.Count; i++)
        {
            // « auprès de l'État »
            var piece = PassageText.WithoutLinks(words, text, PassageText.WithoutLinks(words, text, pieces[i], PassageRole.Origin));
            if (piece.Length == 0 || phrases.PayerOf(text[piece.Start..piece.End]) is not { Start: <= 3 } payer)
                continue;
            var name = PassageReader.WithoutArticle(text, WithoutRest(text, piece with { Start = piece.Start + payer.Start }, payer.Length));
            var next = i + 1 < pieces.Count ? PassageText.WithoutLinks(words, text, PassageText.WithoutLinks(words, text, pieces[i + 1], PassageRole.Origin)) : default;
            var isPurse = next.Length > 0 && phrases.PayerOf(text[next.Start..next.End]) is { } purse && purse.Entry.Kind == payer.Entry.Kind && purse.Entry.Programme is not null;
            return PassageText.Slice(source, isPurse ? name with { End = next.End } : name);
        }

        return null;
    }
}
