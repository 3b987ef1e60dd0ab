using System.Collections.Immutable;
using Ingest.Grammar;
using Ingest.Model.Documents;
using Ingest.Model.Provenance;
using Ingest.Vocabulary;

namespace Ingest.Segmentation;

/// <summary>
/// Recapitulations set as a sentence: « Répartition par financeur : État 67 300 € ; Ville 22 250 € ». The words before the colon name a sum,
/// and each amount follows a payer.
/// </summary>
internal sealed class RecapSentences(TerminologyVocabulary terms, PayerVocabulary payers)
{
    private const int LongestLead = 8;

    private const int LongestName = 10;

    /// <summary>The totals; none where the text is no recapitulation.</summary>
    /// <param name="text">A paragraph.</param>
    public ImmutableArray<DraftTotal> Read(SourceText text)
    {
        var colon = text.Text.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0 || terms.MatchTotal(text.Text[..colon]) is not { Level: TotalLevel.Whole } || text.Slice(0, colon).Words.Take(LongestLead + 1).Count() > LongestLead)
            return [];
        var totals = ImmutableArray.CreateBuilder<DraftTotal>();
        var from = colon + 1;
        foreach (var money in MoneyGrammar.Find(text.Text).Where(mention => mention.HasCurrency && mention.Start > colon))
        {
            var name = Trimmed(text, from, money.Start);
            if (name.IsEmpty || name.Words.Take(LongestName + 1).Count() > LongestName || payers.Match(name.Text) is null)
                break;
            from = money.Start + money.Length;
            totals.Add(new DraftTotal
            {
                Scope = TotalScope.Document,
                Label = name,
                IsCost = false,
                Basis = TotalBasis.Either,
                Amount = new DraftAmount(text.Slice(money.Start, money.Length), money.Amount, money.Unit, money.IsAmbiguous),
            });
        }

        return totals.ToImmutable();
    }

    // Between two amounts stands the next name, with what parts it from the one before: « ; », « , », « et ».
    private static SourceText Trimmed(SourceText text, int from, int to)
    {
        const string Parting = " \u00A0\n;,:(";
        while (from < to && (Parting.Contains(text.Text[from], StringComparison.Ordinal) || text.Text[from] == ')'))
            from++;
        if (text.Text.AsSpan(from, to - from).StartsWith("et "))
            from += 3;
        while (to > from && Parting.Contains(text.Text[to - 1], StringComparison.Ordinal))
            to--;
        return from < to ? text.Slice(from, to - from) : SourceText.Empty;
    }
}
