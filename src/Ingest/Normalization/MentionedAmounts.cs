using System.Collections.Immutable;
using Ingest.Grammar;
using Ingest.Model.Provenance;
using Ingest.Segmentation;

namespace Ingest.Normalization;

/// <summary>The amounts that a document names anywhere, looked for only where nothing else was read of it.</summary>
internal static class MentionedAmounts
{
    /// <summary>The amounts as written, those with a currency.</summary>
    public static ImmutableArray<SourceText> Of(DraftDocument draft)
    {
        if (!draft.Actions.IsEmpty || !draft.Totals.IsEmpty || !draft.Convention.Enjeux.IsEmpty)
            return [];
        var texts = draft.Opening.Concat(draft.Rest).Select(block => block.Text)
            .Concat(draft.Rows.SelectMany(row => row))
            .Concat(draft.Unassigned.Select(left => left.Text));
        return [.. texts.SelectMany(text => MoneyGrammar.Find(text.Text).Where(mention => mention.HasCurrency).Select(mention => text.Slice(mention.Start, mention.Length)))];
    }
}
