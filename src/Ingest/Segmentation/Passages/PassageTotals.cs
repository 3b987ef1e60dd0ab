using System.Text.RegularExpressions;
using Ingest.Grammar;
using Ingest.Model.Documents;
using Ingest.Model.Provenance;
using Ingest.Vocabulary;

namespace Ingest.Segmentation.Passages;

/// <summary>Sentences that close a list with its sum: « soit un total de 31 300 € », « Le total des aides sollicitées s'élève à … ».</summary>
internal sealed partial class PassageTotals(TerminologyVocabulary terms, PassageVocabulary words)
{
    // « Soit au », « le », « pour un montant »: what may stand before the word for a sum.
    private const int WordsBefore = 3;

    /// <summary>Whether a text is such a sentence.</summary>
    public bool IsTotal(SourceText text) => (StartOf(text) >= 0 || OpensSum().IsMatch(text.Text)) && MoneyGrammar.Find(text.Text).Count(mention => mention.HasCurrency) == 1;

    /// <summary>Whether a text is the sum of what was granted, and not what one action costs: « soit un total de », « Article 4 – Le montant total de ces subventions ».</summary>
    public bool IsSumOfGrants(SourceText text)
    {
        var own = WithoutArticle(text);
        if (!IsTotal(own))
            return false;
        var before = own.Text[..MoneyGrammar.Find(own.Text).First(mention => mention.HasCurrency).Start];
        return words.Find(PassageRole.Cost, before).All(hit => IsPlainSum(before[hit.Start..hit.End])) && !words.Has(PassageRole.Request, before)
            && words.Find(PassageRole.Purpose, before).All(hit => words.Opens(PassageRole.General, before[hit.End..]));
    }

    // « total », « montant total »: « coût total » and « total de l'action » are one action's.
    private bool IsPlainSum(string term) => terms.MatchTotal(term) is not null && words.Find(PassageRole.Item, term).IsEmpty && !term.StartsWith("co", StringComparison.OrdinalIgnoreCase)
        || term.Equals("montant total", StringComparison.OrdinalIgnoreCase) || term.Equals("montant global", StringComparison.OrdinalIgnoreCase);

    /// <summary>The sum of a list whose payer the words above it name; null where the sentence is none.</summary>
    public DraftTotal? Read(SourceText text, PassageContext context)
    {
        if (!context.NamesPayer || !IsTotal(WithoutArticle(text)))
            return null;
        return ToTotal(text, MoneyGrammar.Find(text.Text).First(mention => mention.HasCurrency), context);
    }

    private static DraftTotal ToTotal(SourceText text, MoneyMention money, PassageContext context) => new()
    {
        Scope = TotalScope.Document,
        Label = context.Payer,
        IsCost = false,
        Amount = new DraftAmount(text.Slice(money.Start, money.Length), money.Amount, money.Unit, money.IsAmbiguous),
        Status = context.Status,
    };

    /// <summary>The sum that the words above a list tell of it: « … attribue les subventions suivantes, pour un montant de 10 800 € : »; null without.</summary>
    public static DraftTotal? InLead(SourceText lead, PassageContext context)
    {
        if (MoneyGrammar.Find(lead.Text).Where(mention => mention.HasCurrency).ToList() is not [var money] || lead.Text[(money.Start + money.Length)..].Trim(' ', '\u00A0', '\n', ':').Length > 0)
            return null;
        var piece = PassageText.Pieces(lead.Text, new Part(0, money.Start + money.Length)).FindLast(part => PassageText.Trim(lead.Text, part).Length > 0);
        return piece.Start <= money.Start && SumBefore().IsMatch(lead.Text[piece.Start..money.Start]) && context.NamesPayer ? ToTotal(lead, money, context) : null;
    }

    [GeneratedRegex(@"^[ \u00A0\n]*(?:et[ \u00A0])?(?:pour|soit|d['’]|à hauteur d['’]|à concurrence d['’]|représentant)[ \u00A0]?(?:(?:un|une|le|la)[ \u00A0])?(?:montant|total|somme|enveloppe)[ \u00A0](?:(?:total|global|cumulé)e?[ \u00A0])?(?:de|d['’])[ \u00A0]?$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex SumBefore();

    // « soit 6 650 € pour cette thématique »
    [GeneratedRegex(@"^[ \u00A0]*soit[ \u00A0](?:(?:donc|ainsi|au total)[ \u00A0])?(?=\d)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex OpensSum();

    // « Article 4 – Le montant total … »: the article is no word of the sentence.
    private SourceText WithoutArticle(SourceText text)
    {
        if (!words.Opens(PassageRole.Article, text.Text))
            return text;
        var fields = PassageText.Fields(text.Text, new Part(0, text.Text.Length));
        return fields.Count < 2 ? text : PassageText.Slice(text, new Part(fields[1].Start, text.Text.Length));
    }

    private int StartOf(SourceText text)
    {
        var (at, count) = (0, 0);
        foreach (var word in text.Words)
        {
            if (terms.MatchTotal(text.Text[at..]) is not null)
                return at;
            if (++count > WordsBefore)
                return -1;
            at += word.Text.Length + 1;
        }

        return -1;
    }
}
