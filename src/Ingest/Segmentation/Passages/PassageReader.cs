using System.Collections.Immutable;
using Ingest.Model.Provenance;
using Ingest.Vocabulary;

namespace Ingest.Segmentation.Passages;

/// <summary>One passage (a list item, a paragraph, a part under a heading) as it reads by itself.</summary>
internal sealed record PassageReading
{
    /// <summary>The whole passage.</summary>
    public required SourceText Text { get; init; }

    /// <summary>Its amounts.</summary>
    public required ImmutableArray<MoneyPhrase> Money { get; init; }

    /// <summary>Who carries, where a word announces it; empty else.</summary>
    public SourceText Porteur { get; init; } = SourceText.Empty;

    /// <summary>What stands before the first amount or porteur, cut at its signs.</summary>
    public ImmutableArray<SourceText> Head { get; init; } = [];

    /// <summary>The same as sentences: with the signs that end them.</summary>
    public ImmutableArray<SourceText> Opening { get; init; } = [];

    /// <summary>All that stands behind and is neither money nor porteur.</summary>
    public ImmutableArray<SourceText> Rest { get; init; } = [];

    /// <summary>The cost, if it is told once.</summary>
    public MoneyPhrase? Cost => Money.FirstOrDefault(phrase => phrase.Kind == MoneyPhraseKind.Cost);

    /// <summary>Those who pay.</summary>
    public IEnumerable<MoneyPhrase> Payers => Money.Where(phrase => phrase.Kind == MoneyPhraseKind.Payer);

    /// <summary>Whether nothing but payers stands in it: a line of a plan, of envelopes or of a recapitulation.</summary>
    public bool IsPlanLine => Head.IsEmpty && Rest.IsEmpty && Money.Length > 0 && Porteur.IsEmpty;

    /// <summary>Whether a sum of other money stands among its amounts.</summary>
    public int Costs => Money.Where(phrase => phrase.Kind == MoneyPhraseKind.Cost).Select(phrase => phrase.Amount.Amount).Distinct().Count();
}

/// <summary>Reads one passage: its amounts first, then who carries, then what is left.</summary>
internal sealed class PassageReader(PassageVocabulary words, MoneyPhrases phrases)
{
    private const int LongestPorteur = 14;

    /// <summary>Reads a passage.</summary>
    public PassageReading Read(SourceText source)
    {
        var text = source.Text;
        var money = phrases.Find(source);
        var used = money.Select(phrase => phrase.Place).ToList();
        var porteur = PorteurIn(text, used);
        if (porteur is { } found)
            used.Add(found.Place);
        used.Sort((left, right) => left.Start.CompareTo(right.Start));
        var (head, opening) = (ImmutableArray<SourceText>.Empty, ImmutableArray<SourceText>.Empty);
        var rest = ImmutableArray.CreateBuilder<SourceText>();
        var at = 0;
        foreach (var place in used.Append(new Part(text.Length, text.Length)))
        {
            var free = new Part(at, Math.Max(at, place.Start));
            if (at == 0)
            {
                var fields = PassageText.Fields(text, free, hasDashes: porteur is null || porteur.Value.Place.Start != free.End && free.End < porteur.Value.Place.Start)
                    .Select(field => PassageText.Trim(text, field)).Where(field => HasWords(text, field)).ToList();
                head = [.. fields.Select(field => PassageText.Slice(source, field))];
                opening = [.. fields.Select(field => PassageText.Slice(source, PassageText.WithEnd(text, field, free.End)))];
            }
            else if (PassageText.WithoutLinks(words, text, WithoutPlan(text, free)) is var left && HasWords(text, left))
                rest.Add(PassageText.Slice(source, PassageText.WithEnd(text, PassageText.Trim(text, free), free.End)));
            at = Math.Max(at, place.End);
        }

        return new PassageReading { Text = source, Money = money, Porteur = porteur is { } who ? PassageText.Slice(source, who.Name) : SourceText.Empty, Head = head, Opening = opening, Rest = rest.ToImmutable() };
    }

    private static bool HasWords(string text, Part part) => part.Length > 0 && text.AsSpan(part.Start, part.Length).ContainsLetter();

    // « Financement : » before the payers announces them and is no text of the action.
    private Part WithoutPlan(string text, Part part) => PassageText.WithoutLinks(words, text, PassageText.WithoutLinks(words, text, part), PassageRole.Plan);

    private (Part Place, Part Name)? PorteurIn(string text, List<Part> used)
    {
        foreach (var hit in words.Find(PassageRole.Porteur, text))
        {
            if (used.Exists(place => place.Overlaps(new Part(hit.Start, hit.End))))
                continue;
            var behind = hit.End;
            while (behind < text.Length && text[behind] is ' ' or '\u00A0' or '\u202F')
                behind++;
            var isAnnounced = behind < text.Length && text[behind] is ':' or '=' or '–' or '-' or '—';
            var leads = text[hit.Start..hit.End].EndsWith(" par", StringComparison.OrdinalIgnoreCase) || text[hit.Start..hit.End].EndsWith(" de", StringComparison.OrdinalIgnoreCase) || text[hit.Start..hit.End].EndsWith(" du", StringComparison.OrdinalIgnoreCase);
            if (!isAnnounced && !leads)
                continue;
            var limit = used.Where(place => place.Start >= hit.End).Select(place => place.Start).DefaultIfEmpty(text.Length).Min();
            var from = isAnnounced ? Math.Min(behind + 1, limit) : hit.End;
            var pieces = PassageText.Pieces(text, new Part(from, limit));
            var name = WithoutArticle(text, PassageText.Trim(text, pieces[0]));
            if (name.Length == 0 || PassageText.Words(text, name) > LongestPorteur || !(PassageText.IsName(text, name) || phrases.IsBody(text[name.Start..name.End])))
                continue;
            return (new Part(hit.Start, Math.Max(name.End, pieces[0].End)), name);
        }

        return null;
    }

    /// <summary>The part without the article that opens it: « l'association X », « le CCAS ».</summary>
    public static Part WithoutArticle(string text, Part part)
    {
        foreach (var article in (string[])["l'", "l’", "le ", "la ", "les ", "du ", "des ", "de l'", "de l’", "de la ", "de ", "d'", "d’", "au ", "aux ", "à l'", "à l’", "à la ", "à ", "un ", "une "])
        {
            if (text.AsSpan(part.Start, part.Length).StartsWith(article, StringComparison.OrdinalIgnoreCase) && !(char.IsUpper(text[part.Start]) && part.Length > article.Length && char.IsUpper(text[part.Start + article.Length]) && article is "le " or "la " or "les "))
                return WithoutArticle(text, PassageText.Trim(text, part with { Start = part.Start + article.Length }));
        }

        return part;
    }
}
