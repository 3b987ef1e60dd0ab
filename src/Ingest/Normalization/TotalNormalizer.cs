using System.Collections.Immutable;
using Ingest.Grammar;
using Ingest.Model.Documents;
using Ingest.Model.Findings;
using Ingest.Segmentation;

namespace Ingest.Normalization;

/// <summary>Draft totals to typed ones.</summary>
internal sealed class TotalNormalizer(PayerNormalizer payers, int? year)
{
    /// <summary>Normalises totals in document order.</summary>
    public Normalized<Total> Normalize(ImmutableArray<DraftTotal> drafts)
    {
        var rounding = ImmutableDictionary.CreateBuilder<string, decimal>();
        var identities = ImmutableDictionary.CreateBuilder<string, PayerIdentity>();
        var findings = ImmutableArray.CreateBuilder<Finding>();
        var totals = ImmutableArray.CreateBuilder<Total>(drafts.Length);
        foreach (var draft in drafts)
        {
            var pointer = $"/totals/{totals.Count}";
            var label = PlainText.Line(draft.Label) ?? "";
            var identity = draft.IsCost ? null : payers.Identify(label);
            if (identity is not null)
                identities[pointer] = identity;
            if (draft.Amount is { } amount)
            {
                rounding[pointer] = amount.Rounding;
                if (amount.IsAmbiguous)
                    findings.Add(BudgetFindings.AmbiguousAmount.At(pointer, amount.Source.ToEvidence(), amount.Source.Text));
            }

            if (draft.Share is { } share)
                rounding[pointer + "/share"] = share.Rounding;
            var evidence = draft.Label.ToEvidence();
            evidence = draft.Amount is null ? evidence : evidence.Then(draft.Amount.Source.ToEvidence());
            evidence = draft.Again.Aggregate(evidence, (known, again) => known.Then(again.ToEvidence()));
            totals.Add(new Total
            {
                Scope = draft.Scope,
                Of = PlainText.Label(draft.Of),
                Label = label,
                Kind = identity?.Kind,
                Year = draft.Scope == TotalScope.Year && YearGrammar.FindPeriods(draft.Of.Text) is [var own, ..] ? own.From
                    : draft.Year ?? year,
                Status = draft.Status,
                Amount = draft.Amount?.Amount,
                Share = draft.Share?.Share.Share,
                Evidence = draft.Share is null ? evidence : evidence.Then(draft.Share.Source.ToEvidence()),
            });
        }

        return new(totals.ToImmutable(), rounding.ToImmutable(), identities.ToImmutable(), findings.ToImmutable());
    }
}
