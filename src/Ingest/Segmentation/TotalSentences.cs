using System.Collections.Immutable;
using Ingest.Grammar;
using Ingest.Model.Documents;
using Ingest.Model.Provenance;
using Ingest.Vocabulary;

namespace Ingest.Segmentation;

/// <summary>Totals that stand as a line of text beside the tables: « Total de la programmation : 99 999 € ».</summary>
internal sealed class TotalSentences(TerminologyVocabulary terms, SegmentationOptions options)
{
    /// <summary>The totals of short lines that open with a word for a sum and hold one amount.</summary>
    public IEnumerable<DraftTotal> Read(IEnumerable<SourceText> texts)
    {
        foreach (var text in texts.Where(text => text.Words.Take(options.CaptionWords + 1).Count() <= options.CaptionWords))
        {
            if (terms.MatchTotal(text.Text) is not { Level: not TotalLevel.Carried }
                || MoneyGrammar.Find(text.Text).Where(mention => mention.HasCurrency).ToImmutableArray() is not [var money])
                continue;
            var label = text.Slice(0, money.Start);
            while (!label.IsEmpty && !char.IsLetterOrDigit(label.Text[^1]))
                label = label.Slice(0, label.Text.Length - 1);
            if (!label.IsEmpty)
            {
                yield return new DraftTotal
                {
                    Scope = TotalScope.Document,
                    Label = label,
                    IsCost = true,
                    Basis = TotalBasis.Either,
                    Amount = new DraftAmount(text.Slice(money.Start, money.Length), money.Amount, money.Unit, money.IsAmbiguous),
                };
            }
        }
    }
}
