using Ingest.Grammar;
using Ingest.Layout;
using Ingest.Model.Documents;
using Ingest.Model.Provenance;
using Ingest.Vocabulary;

namespace Ingest.Segmentation.Passages;

/// <summary>Sentences that close a list with its sum: « soit un total de 31 300 € », « Le total des aides sollicitées s'élève à … ».</summary>
internal sealed class PassageTotals(TerminologyVocabulary terms)
{
    // « Soit au », « le », « pour un montant »: what may stand before the word for a sum.
    private const int WordsBefore = 3;

    /// <summary>Whether a text is such a sentence.</summary>
    public bool IsTotal(SourceText text) => StartOf(text) >= 0 && MoneyGrammar.Find(text.Text).Count(mention => mention.HasCurrency) == 1;

    /// <summary>The sum of a list whose payer the words above it name; null where the sentence is none.</summary>
    public DraftTotal? Read(TextBlock block, PassageContext context)
    {
        if (!context.NamesPayer || !IsTotal(block.Text))
            return null;
        var money = MoneyGrammar.Find(block.Text.Text).First(mention => mention.HasCurrency);
        return new DraftTotal
        {
            Scope = TotalScope.Document,
            Label = context.Payer,
            IsCost = false,
            Amount = new DraftAmount(block.Text.Slice(money.Start, money.Length), money.Amount, money.Unit, money.IsAmbiguous),
            Status = context.Status,
        };
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
