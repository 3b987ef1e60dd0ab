using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Ingest.Model.Documents;
using Ingest.Model.Provenance;
using Ingest.Vocabulary;

namespace Ingest.Segmentation.Passages;

/// <summary>
/// Reads sentences and items that grant: « attribue à l'association X une subvention de 3 000 € pour l'action Y », « Association X :
/// 3 000 € – action Y ». Who receives carries the action and never pays.
/// </summary>
internal sealed partial class GrantReader(PassageVocabulary words, MoneyPhrases phrases)
{
    private const int LongestName = 16;

    private readonly GrantTitles _titles = new(words);
    private readonly GrantCuts _cuts = new(words, phrases);

    /// <summary>The actions, one for each granted amount; empty where the words do not say all of it.</summary>
    /// <param name="source">One sentence, or one of several that a semicolon parts, or one item.</param>
    /// <param name="context">Who grants, how far the money has come, and who receives where the sentence does not say.</param>
    /// <param name="isAnnounced">Whether the words before the sentence grant already.</param>
    public ImmutableArray<DraftAction> Read(SourceText source, PassageContext context, bool isAnnounced)
    {
        var text = source.Text;
        if ((!isAnnounced && !words.Has(PassageRole.GrantVerb, text)) || words.Has(PassageRole.Request, text) || words.Has(PassageRole.Talk, text))
            return [];
        var money = phrases.Find(source, isGrant: true);
        if (!money.Any(IsGranted) || _cuts.Cut(text, [.. money.Select(IsGranted)]) is not { } parts)
            return [];
        var actions = ImmutableArray.CreateBuilder<DraftAction>();
        foreach (var part in parts)
        {
            if (ReadOne(PassageText.Slice(source, part), context, isAnnounced || parts.Count > 1) is not { } action)
                return [];
            actions.Add(action);
            context = context with { Porteur = action.Porteur };
        }

        return actions.ToImmutable();
    }

    /// <summary>Who receives all that a list grants, where the words above it say: « attribue à l'association X : »; empty without.</summary>
    public SourceText ReceiverIn(SourceText lead) =>
        NameBehind(lead.Text, new Part(lead.Text.Length, lead.Text.Length), isAnnounced: true) is { } name && phrases.IsBody(lead.Text[name.Start..name.End]) && !words.Has(PassageRole.List, lead.Text[name.Start..name.End]) ? PassageText.Slice(lead, name) : SourceText.Empty;

    private static bool IsGranted(MoneyPhrase phrase) => phrase.Kind is MoneyPhraseKind.Grant or MoneyPhraseKind.Bare;

    private DraftAction? ReadOne(SourceText source, PassageContext context, bool isAnnounced)
    {
        var text = source.Text;
        var money = phrases.Find(source, isGrant: true);
        if (money.Where(IsGranted).ToList() is not [var grant] || money.Count(phrase => phrase.Kind == MoneyPhraseKind.Cost) > 1)
            return null;
        var amount = text.IndexOf(grant.Amount.Source.Text.Replace('\n', ' '), StringComparison.Ordinal);
        var name = NameBehind(text, new Part(amount, grant.Place.End), isAnnounced) ?? (isAnnounced ? NameBefore(text, amount) : null);
        var title = _titles.Find(text, name ?? default);
        // A grant without a name is one of a list for one body, and says what for.
        if (name is null && title.Length == 0 || name is null && !isAnnounced)
            return null;
        return new DraftAction
        {
            Title = PassageText.Slice(source, title),
            Porteur = name is { } found ? PassageText.Slice(source, found) : context.Porteur,
            Details = PassageText.Slice(source, _titles.Behind(text, title)),
            Cost = money.FirstOrDefault(phrase => phrase.Kind == MoneyPhraseKind.Cost)?.Amount,
            Financings = [.. money.Where(phrase => phrase.Kind != MoneyPhraseKind.Cost).Select(phrase => IsGranted(phrase)
                ? new DraftFinancing { Label = context.Payer, Amount = phrase.Amount, Status = context.Status, Purse = phrase.Purse.IsEmpty ? context.Purse : phrase.Purse }
                : new DraftFinancing { Label = phrase.Label, Amount = phrase.Amount, Status = phrase.Status ?? FundingStatus.Planned, Purse = phrase.Purse })],
            Row = source,
        };
    }

    // « à l'association X », « pour l'association X », wherever it stands; its name ends where another role begins.
    private Part? NameBehind(string text, Part amount, bool isAnnounced)
    {
        var forWhom = words.Find(PassageRole.Purpose, text).Where(hit => !text[hit.Start..hit.End].Contains(' ', StringComparison.Ordinal)).ToList();
        foreach (var hit in words.Find(PassageRole.Beneficiary, text).Concat(forWhom).OrderBy(hit => hit.Start))
        {
            // « Association X – Aide à la Ville »: in an item it stands first, behind the amount, or behind a sign.
            if (isAnnounced && !IsAtItsPlace(text, hit.Start, amount))
                continue;
            var piece = PassageText.Pieces(text, new Part(hit.End, text.Length)).Find(part => PassageText.Trim(text, part).Length > 0);
            if (piece.Length == 0 || text.AsSpan(hit.End, piece.Start - hit.End).ContainsAny(['\n', ';', '.']))
                continue;
            var name = PassageReader.WithoutArticle(text, PassageText.Trim(text, piece with { End = EndOf(text, piece, amount.Start) }));
            name = PassageText.WithoutLinks(words, text, name) is var trimmed ? name with { End = Math.Max(name.Start, trimmed.End) } : name;
            if (name.Length == 0 || PassageText.Words(text, name) > LongestName || words.Opens(PassageRole.General, text[name.Start..name.End]))
                continue;
            var isBody = phrases.IsBody(text[name.Start..name.End]);
            if (isBody || (!forWhom.Contains(hit) && PassageText.IsName(text, name) && text[name.Start] is not ('«' or '"' or '“') && !char.IsDigit(text[name.Start])))
                return name;
        }

        return null;
    }

    // « Agir pour la Rêpe pour l'action Y »: where the action is announced by more than « pour », that word may be of the name.
    private int EndOf(string text, Part piece, int amount)
    {
        var own = text[piece.Start..piece.End];
        var purposes = words.Find(PassageRole.Purpose, own);
        var announced = purposes.Where(hit => own[hit.Start..hit.End].Contains(' ', StringComparison.Ordinal)).ToList();
        var ends = new[] { PassageRole.GrantNoun, PassageRole.GrantVerb, PassageRole.Cost, PassageRole.Plan }
            .SelectMany(role => words.Find(role, own)).Concat(announced.Count > 0 ? announced : purposes).Where(hit => hit.Start > 0).Select(hit => piece.Start + hit.Start);
        return ends.Append(amount > piece.Start ? amount : piece.End).Append(piece.End).Min();
    }

    private bool IsAtItsPlace(string text, int at, Part amount)
    {
        var before = text[..at].TrimEnd(' ', '\u00A0', '\u202F', '\n');
        return before.Length == 0 || before[^1] is ',' or ';' or ':' || before.Length == amount.End
            || ((ReadOnlySpan<PassageRole>)[PassageRole.GrantNoun, PassageRole.GrantVerb]).ToArray().Any(role => words.Find(role, before) is [.., var last] && last.End == before.Length)
            || PassageText.WithoutLinks(words, before, new Part(0, before.Length)).Length == 0;
    }

    // « a) Association X »: the letter counts the items of an article.
    [GeneratedRegex(@"^[a-z]\)[ \u00A0]+", RegexOptions.CultureInvariant)]
    private static partial Regex ItemLetter();

    // « Les Francas de Gironde »: a capital behind the article makes it a part of the name.
    private static Part WithOwnArticle(string text, Part name) => ((string[])["Les ", "Le ", "La "])
        .Where(article => name.Start >= article.Length && char.IsUpper(text[name.Start]) && text.AsSpan(name.Start - article.Length, article.Length).SequenceEqual(article))
        .Select(article => name with { Start = name.Start - article.Length }).FirstOrDefault(name);

    // « Association X, pour « Y » »: the word before the title announces it.
    private Part WithoutPurpose(string text, Part name) => words.Find(PassageRole.Purpose, text[name.Start..name.End]) is [.., var last] && last.Start > 0 && name.Start + last.End == name.End
        ? PassageText.Trim(text, name with { End = name.Start + last.Start }) : name;

    // « Association X : 3 000 € », « Association X – « Y » : 3 000 € »: who opens an item receives, if only a title stands beside.
    private Part? NameBefore(string text, int amount)
    {
        var purpose = words.Find(PassageRole.Purpose, text[..amount]).Where(hit => text[hit.Start..hit.End].Contains(' ', StringComparison.Ordinal)).Select(hit => hit.Start).DefaultIfEmpty(amount).Min();
        var fields = PassageText.Fields(text, new Part(0, purpose)).Select(field => PassageText.WithoutLinks(words, text, field)).Where(field => field.Length > 0 && text.AsSpan(field.Start, field.Length).ContainsLetter()).ToList();
        if (fields.Count == 0 || fields.Skip(1).Any(field => !_titles.IsTitle(text, field)))
            return null;
        var name = WithOwnArticle(text, fields[0]);
        if (ItemLetter().Match(text[name.Start..name.End]) is { Success: true } letter)
            name = name with { Start = name.Start + letter.Length };
        var own = text[name.Start..name.End];
        if (own.IndexOfAny(['(', '«', '“']) is > 0 and var sign)
            name = WithoutPurpose(text, PassageText.Trim(text, name with { End = name.Start + sign }));
        name = PassageReader.WithoutArticle(text, name);
        own = text[name.Start..name.End];
        var isName = phrases.IsBody(own) || (PassageText.IsName(text, name) && own[0] is not ('«' or '"' or '“') && !char.IsDigit(own[0]) && _titles.Find(text, name).Length > 0);
        return isName && PassageText.Words(text, name) <= LongestName && !words.Opens(PassageRole.Item, own) && !words.Opens(PassageRole.GrantNoun, own) ? name : null;
    }
}
