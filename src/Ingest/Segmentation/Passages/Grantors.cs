using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Ingest.Model.Provenance;
using Ingest.Vocabulary;

namespace Ingest.Segmentation.Passages;

/// <summary>
/// Tells whose money an act or a sentence grants: the collectivity (« La Ville de Dole »), not the assembly that decides for it
/// (« le conseil municipal »).
/// </summary>
internal sealed partial class Grantors(PassageVocabulary words, PayerVocabulary payers)
{
    // A letterhead stands at the head of an act.
    private const int HeadBlocks = 20;

    // « L'État, au titre du … »: an article and its like may stand before the name.
    private const int LongestLead = 3;

    private static readonly ImmutableHashSet<string> Collectivities = ImmutableHashSet.Create(StringComparer.Ordinal, "commune", "epci", "departement", "region");

    // Bodies that receive more often than they grant.
    private static readonly ImmutableHashSet<string> NoGrantors = ImmutableHashSet.Create(StringComparer.Ordinal, "association", "etablissement-scolaire", "entreprise", "usagers", "fonds-propres", "valorisation", "autre");

    /// <summary>Who grants what an act grants where its articles do not say: as they name themselves, else the letterhead, else whose assembly or money it is; at last the assembly.</summary>
    /// <param name="texts">The paragraphs of the act.</param>
    /// <param name="body">The assembly that decides; empty where one person does.</param>
    public SourceText Of(ImmutableArray<SourceText> texts, SourceText body) => AsWritten(Find(texts, body), texts);

    // « VILLE DE NEMOURS » in the letterhead is « Ville de Nemours » in the text.
    private static SourceText AsWritten(SourceText name, ImmutableArray<SourceText> texts)
    {
        if (name.Text.Any(char.IsLower))
            return name;
        return texts.Select(text => (Text: text, At: PlaceOf(name.Text, text.Text))).Where(item => item.At >= 0).Select(item => item.Text.Slice(item.At, name.Text.Length)).FirstOrDefault() ?? name;
    }

    private static int PlaceOf(string name, string text)
    {
        var at = name.Length == 0 ? -1 : text.IndexOf(name, StringComparison.OrdinalIgnoreCase);
        while (at >= 0 && (!text.AsSpan(at, name.Length).ContainsAnyInRange('a', 'z') || !char.IsUpper(text[at])))
            at = text.IndexOf(name, at + 1, StringComparison.OrdinalIgnoreCase);
        return at;
    }

    private SourceText Find(ImmutableArray<SourceText> texts, SourceText body)
    {
        var kind = body.IsEmpty ? null : payers.Match(body.Text)?.Entry.Kind;
        bool IsOfKind((Part Name, string Kind) found) => kind is null ? Collectivities.Contains(found.Kind) : found.Kind == kind;
        var deciding = texts.Where(text => !words.Opens(ActSign.Visa, text.Text) && !words.Opens(ActSign.Recital, text.Text)).ToList();
        return deciding.Where(text => !words.Has(PassageRole.Request, text.Text)).Select(text => (Text: text, Found: Subject(text.Text))).Where(item => item.Found is { } found && IsOfKind(found))
                .Select(item => PassageText.Slice(item.Text, item.Found!.Value.Name)).FirstOrDefault()
            ?? texts.Take(HeadBlocks).Select(text => (Text: text, Found: BodyAt(text.Text, new Part(0, text.Text.Length)))).Where(item => item.Found is { } found && found.Name.End == item.Text.Text.Length && IsOfKind(found))
                .Select(item => PassageText.Slice(item.Text, item.Found!.Value.Name)).FirstOrDefault()
            ?? deciding.Select(text => Owner(text, IsOfKind)).FirstOrDefault(owner => owner is not null)
            ?? body;
    }

    /// <summary>Who grants by the words of a sentence: « La Ville de Dole attribue », « sont accordées par la Région »; null where it names nobody, or an assembly.</summary>
    public SourceText? SubjectOf(SourceText sentence) => Subject(sentence.Text) is { } found ? PassageText.Slice(sentence, found.Name) : null;

    /// <summary>Whose money a heading says a table lists: « Subventions de la Ville de Gap »; null where it names no money or nobody.</summary>
    public SourceText? GiverIn(SourceText heading) => words.Find(PassageRole.GrantNoun, heading.Text)
        .Select(noun => BodyAt(heading.Text, PassageText.Pieces(heading.Text, new Part(noun.End, heading.Text.Length)).FirstOrDefault()))
        .Where(found => found is not null).Select(found => PassageText.Slice(heading, found!.Value.Name)).FirstOrDefault();

    private (Part Name, string Kind)? Subject(string text)
    {
        foreach (var verb in words.Find(PassageRole.GrantVerb, text))
        {
            var before = PassageText.Pieces(text, new Part(0, verb.Start)).FindLast(piece => PassageText.WithoutLinks(words, text, piece).Length > 0);
            if (before.Length > 0 && BodyAt(text, before) is { } subject)
                return subject;
            var behind = text.AsSpan(verb.End).TrimStart();
            if (behind.StartsWith("par ", StringComparison.OrdinalIgnoreCase) && BodyAt(text, PassageText.Pieces(text, new Part(text.Length - behind.Length + 4, text.Length))[0]) is { } agent)
                return agent;
        }

        return null;
    }

    // « le conseil municipal de la commune de Moulins », « sur le budget de la Ville ».
    private SourceText? Owner(SourceText source, Func<(Part Name, string Kind), bool> isOfKind)
    {
        var text = source.Text;
        foreach (var place in words.Find(ActSign.Body, text).Concat(words.Find(PassageRole.Purse, text)))
        {
            if (BodyAt(text, PassageText.Pieces(text, new Part(place.End, text.Length))[0]) is { } owner && isOfKind(owner))
                return PassageText.Slice(source, owner.Name);
        }

        return null;
    }

    // The body whose name opens a part, with the place in it: « la Communauté d'agglomération du Pays de Dreux ».
    private (Part Name, string Kind)? BodyAt(string text, Part part)
    {
        var piece = PassageReader.WithoutArticle(text, PassageText.WithoutLinks(words, text, part));
        if (piece.Length == 0 || payers.Match(text[piece.Start..piece.End]) is not { Start: <= LongestLead } match || match.Entry.Rank < 0 || NoGrantors.Contains(match.Entry.Kind))
            return null;
        var (start, end) = (piece.Start + match.Start, piece.Start + match.Start + match.Length);
        if (words.Find(ActSign.Body, text[start..piece.End]) is [{ Start: 0 }, ..])
            return null;
        var place = (match.Entry.Kind == "epci" ? JointName() : PlaceName()).Match(text, end);
        return (new Part(start, place.Success ? Math.Min(place.Index + place.Length, piece.End) : end), match.Entry.Kind);
    }

    // « Communauté de communes Lodévois et Larzac »
    [GeneratedRegex(@"\G(?:[ \u00A0](?i:de la |de l['’]|du |des |de |d['’]|et (?:du |de la |de )?)?\p{Lu}[\p{L}\p{M}'’-]*)+")]
    private static partial Regex JointName();

    [GeneratedRegex(@"\G(?:[ \u00A0](?i:de la |de l['’]|du |des |de |d['’])?\p{Lu}[\p{L}\p{M}'’-]*)+")]
    private static partial Regex PlaceName();
}
