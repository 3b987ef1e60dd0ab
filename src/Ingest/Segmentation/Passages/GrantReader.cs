using Ingest.Model.Documents;
using Ingest.Model.Provenance;
using Ingest.Vocabulary;

namespace Ingest.Segmentation.Passages;

/// <summary>Reads sentences that grant: « attribue à l'association X une subvention de 3 000 € pour l'action Y ».</summary>
internal sealed class GrantReader(PassageVocabulary words, MoneyPhrases phrases)
{
    private const int LongestName = 16;

    private const int LongestTitle = 30;

    /// <summary>The sentence as an action; null where it grants nothing to anybody, or more than one amount.</summary>
    /// <param name="source">One sentence, or one of several that a semicolon parts.</param>
    /// <param name="body">Who grants.</param>
    /// <param name="isAnnounced">Whether the words before the sentence grant already.</param>
    public DraftAction? Read(SourceText source, SourceText body, bool isAnnounced)
    {
        var text = source.Text;
        if ((!isAnnounced && !words.Has(PassageRole.GrantVerb, text)) || words.Has(PassageRole.Request, text) || words.Has(PassageRole.Talk, text))
            return null;
        var money = phrases.Find(source);
        var grants = money.Where(phrase => phrase.Kind is MoneyPhraseKind.Grant or MoneyPhraseKind.Bare).ToList();
        if (grants is not [var grant] || money.Any(phrase => phrase.Kind == MoneyPhraseKind.Payer) || NameBehind(text, grant.Amount, PassageRole.Beneficiary) is not { } beneficiary)
            return null;
        var title = TitleIn(text, beneficiary);
        var cost = money.FirstOrDefault(phrase => phrase.Kind == MoneyPhraseKind.Cost);
        return new DraftAction
        {
            Title = PassageText.Slice(source, title),
            Porteur = PassageText.Slice(source, beneficiary),
            Cost = cost?.Amount,
            Financings = [new DraftFinancing { Label = body, Amount = grant.Amount, Status = FundingStatus.Granted }],
            Row = source,
        };
    }

    // « à l'association X », wherever it stands; its name ends where another role begins.
    private Part? NameBehind(string text, DraftAmount amount, PassageRole role)
    {
        var at = text.IndexOf(amount.Source.Text.Replace('\n', ' '), StringComparison.Ordinal);
        foreach (var hit in words.Find(role, text))
        {
            var piece = PassageText.Pieces(text, new Part(hit.End, text.Length)).Find(part => PassageText.Trim(text, part).Length > 0);
            if (piece.Length == 0 || text.AsSpan(hit.End, piece.Start - hit.End).ContainsAny(['\n', ';', '.']))
                continue;
            var own = text[piece.Start..piece.End];
            var ends = new[] { PassageRole.Purpose, PassageRole.GrantNoun, PassageRole.GrantVerb, PassageRole.Cost, PassageRole.Plan }
                .SelectMany(other => words.Find(other, own)).Where(other => other.Start > 0).Select(other => piece.Start + other.Start);
            var end = ends.Append(at > piece.Start ? at : piece.End).Append(piece.End).Min();
            var name = PassageReader.WithoutArticle(text, PassageText.Trim(text, new Part(piece.Start, end)));
            name = WithoutEnd(text, name);
            if (name.Length == 0 || PassageText.Words(text, name) > LongestName || words.Opens(PassageRole.General, text[name.Start..name.End]))
                continue;
            if (phrases.IsBody(text[name.Start..name.End]) || PassageText.IsName(text, name) && text[name.Start] is not ('«' or '"' or '“') && !char.IsDigit(text[name.Start]))
                return name;
        }

        return null;
    }

    // « une » before « subvention » opens the next role.
    private Part WithoutEnd(string text, Part name)
    {
        var trimmed = PassageText.WithoutLinks(words, text, name);
        return name with { End = Math.Max(name.Start, trimmed.End) };
    }

    /// <summary>What a grant is for: what « pour l'action » announces, else a title in quotation marks outside the beneficiary's name.</summary>
    public Part TitleIn(string text, Part beneficiary)
    {
        foreach (var hit in words.Find(PassageRole.Purpose, text))
        {
            if (beneficiary.Overlaps(new Part(hit.Start, hit.End)))
                continue;
            var piece = PassageText.Trim(text, PassageText.Fields(text, new Part(hit.End, text.Length))[0]);
            piece = PassageReader.WithoutArticle(text, piece);
            // « pour l'action « X » au quartier Y »: the marks say where the title ends.
            if (piece.Length > 0 && text[piece.Start] is '«' or '“' && Quoted(text, new Part(0, hit.End)) is { } quoted && quoted.Start - piece.Start <= 2)
                return quoted;
            if (piece.Length == 0 || words.Opens(PassageRole.General, text[piece.Start..piece.End]) || PassageText.Words(text, piece) > LongestTitle || phrases.Find(SourceTextOf(text[piece.Start..piece.End])).Length > 0)
                continue;
            var end = text.IndexOf(',', piece.Start, piece.Length) is > 0 and var comma && EndsClause(text, comma, piece.End) ? comma : piece.End;
            return PassageText.Trim(text, piece with { End = end });
        }

        return Quoted(text, beneficiary) ?? default;
    }

    private bool EndsClause(string text, int comma, int end) => words.Has(PassageRole.Plan, text[comma..end]) || words.Has(PassageRole.GrantVerb, text[comma..end]);

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

    private static SourceText SourceTextOf(string text) => SourceText.Of(text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(word => new SourceWord { Text = word, Regions = [] }));
}
