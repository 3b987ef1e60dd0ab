using Ingest.Grammar;
using Ingest.Vocabulary;

namespace Ingest.Segmentation.Passages;

/// <summary>Finds what a grant is for among the words of a sentence or an item.</summary>
internal sealed class GrantTitles(PassageVocabulary words)
{
    private const int LongestTitle = 30;

    // « « » and a space before the title that the marks enclose.
    private const int WidthOfMark = 2;

    /// <summary>What « pour l'action » or « – action » announces, else a title in quotation marks outside the beneficiary's name; empty without.</summary>
    public Part Find(string text, Part beneficiary)
    {
        foreach (var hit in words.Find(PassageRole.Purpose, text))
        {
            // « Code pour tous »: a word inside the marks is the title's own.
            if (IsQuoted(text, hit.Start) || beneficiary.Overlaps(new Part(hit.Start, hit.End)) || (beneficiary.Length > 0 && hit.End <= beneficiary.Start && !text.AsSpan(hit.End, beneficiary.Start - hit.End).ContainsAny([',', ';', ':', '»'])
                && PassageReader.WithoutArticle(text, new Part(hit.End, beneficiary.End)).Start >= beneficiary.Start))
                continue;
            if (TitleAt(text, hit.End) is { } title)
                return title;
        }

        return Announced(text, beneficiary) ?? Quoted(text, beneficiary) ?? default;
    }

    /// <summary>Whether a field is a title by itself: in quotation marks, or announced by « action ».</summary>
    public bool IsTitle(string text, Part field) => text[field.Start] is '«' or '"' or '“' || Named(text, field) is not null;

    /// <summary>What follows a title and still belongs to it: « conduite aux Mesnils Pasteur ».</summary>
    public Part Behind(string text, Part title)
    {
        if (title.Length == 0)
            return default;
        var start = title.End;
        while (start < text.Length && text[start] is ' ' or '\u00A0' or '\u202F' or '»' or '”' or '"')
            start++;
        var end = EndOf(text, PassageText.Fields(text, new Part(start, text.Length))[0]);
        var rest = PassageText.Trim(text, new Part(start, end));
        return rest.Length > 0 && text.AsSpan(rest.Start, rest.Length).ContainsLetter() ? rest : default;
    }

    private static bool IsQuoted(string text, int at) => text.AsSpan(0, at).LastIndexOfAny('«', '“') is >= 0 and var open && text.AsSpan(open, at - open).IndexOfAny('»', '”') < 0 && text.AsSpan(at).IndexOfAny('»', '”') >= 0;

    private Part? TitleAt(string text, int from)
    {
        var piece = PassageReader.WithoutArticle(text, PassageText.Trim(text, PassageText.Fields(text, new Part(from, text.Length))[0]));
        // « pour l'action « X » au quartier Y »: the marks say where the title ends.
        if (piece.Length > 0 && text[piece.Start] is '«' or '“' && Quoted(text, new Part(0, from)) is { } quoted && quoted.Start - piece.Start <= WidthOfMark)
            return quoted;
        piece = PassageText.Trim(text, piece with { End = EndOf(text, piece) });
        return piece.Length == 0 || words.Opens(PassageRole.General, text[piece.Start..piece.End]) || PassageText.Words(text, piece) > LongestTitle || !text.AsSpan(piece.Start, piece.Length).ContainsLetter() ? null : piece;
    }

    // « … – action « Y » », « … (action Y) ».
    private Part? Announced(string text, Part beneficiary)
    {
        foreach (var field in PassageText.Fields(text, new Part(0, text.Length)).SelectMany(field => new[] { field, InBrackets(text, field) }))
        {
            if (!beneficiary.Overlaps(field) && Named(text, PassageText.Trim(text, field)) is { } title)
                return title;
        }

        return null;
    }

    private Part? Named(string text, Part field)
    {
        var own = text[field.Start..field.End];
        if (words.Find(PassageRole.Item, own) is not [var lead, ..] || own.AsSpan(0, lead.Start).ContainsLetter() || own.AsSpan(lead.End).TrimStart(" °\u00A0nN") is not { Length: > 0 } rest || char.IsAsciiDigit(rest[0]))
            return null;
        return TitleAt(text, field.Start + lead.End);
    }

    private static Part InBrackets(string text, Part field) => text.IndexOf('(', field.Start, field.Length) is >= 0 and var open && text.IndexOf(')', open, field.End - open) is > 0 and var close ? new Part(open + 1, close) : default;

    // « Cuisine du monde, dont le coût total s'élève à 12 000 € »: a title ends where money, or a clause about it, begins.
    private int EndOf(string text, Part piece)
    {
        var own = text[piece.Start..piece.End];
        var money = MoneyGrammar.Find(own).FirstOrDefault(mention => mention.HasCurrency);
        if (money is { Length: > 0 })
            own = own[..money.Start];
        if (own.IndexOf(',', StringComparison.Ordinal) is > 0 and var comma && (words.Has(PassageRole.Plan, own[comma..]) || words.Has(PassageRole.GrantVerb, own[comma..]) || words.Has(PassageRole.Cost, own[comma..])))
            own = own[..comma];
        else if (money is { Length: > 0 } && new[] { PassageRole.Cost, PassageRole.Plan }.SelectMany(role => words.Find(role, own)).Select(hit => hit.Start).Where(at => at > 0).DefaultIfEmpty(own.Length).Min() is var role && role < own.Length)
            own = own[..role];
        if (money is not { Length: > 0 })
            return piece.Start + own.Length;
        var part = new Part(piece.Start, piece.Start + own.Length);
        return Math.Max(piece.Start, PassageText.WithoutLinks(words, text, part).End);
    }

    /// <summary>What stands in quotation marks outside a part.</summary>
    public static Part? Quoted(string text, Part outside)
    {
        for (var open = text.IndexOfAny(['«', '“']); open >= 0; open = text.IndexOfAny(['«', '“'], open + 1))
        {
            var close = text.IndexOfAny(['»', '”'], open);
            if (close < 0)
                return null;
            if (!outside.Overlaps(new Part(open, close)))
                return PassageText.Trim(text, new Part(open + 1, close));
        }

        return null;
    }
}
