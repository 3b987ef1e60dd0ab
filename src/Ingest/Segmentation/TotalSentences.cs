using System.Collections.Immutable;
using Ingest.Grammar;
using Ingest.Model.Documents;
using Ingest.Model.Provenance;
using Ingest.Vocabulary;

namespace Ingest.Segmentation;

/// <summary>
/// Totals that stand in text beside the tables: a line of its own (« Total de la programmation : 99 999 € », « Total Acsé volet 1 : 26 500 € »),
/// or a sentence whose amounts are the sums of what was read.
/// </summary>
/// <param name="terms">Words for sums.</param>
/// <param name="payers">Names of payers.</param>
/// <param name="kinds">Tells names of costs.</param>
/// <param name="options">Thresholds.</param>
/// <param name="actions">The actions read.</param>
internal sealed class TotalSentences(TerminologyVocabulary terms, PayerVocabulary payers, RowKinds kinds, SegmentationOptions options, IReadOnlyCollection<DraftAction> actions)
{
    private readonly ImmutableArray<SourceText> _themes = [.. actions.Select(action => action.Theme).Where(theme => !theme.IsEmpty).DistinctBy(theme => Folding.Fold(theme.Text))];

    /// <summary>The totals of short lines that open with a word for a sum.</summary>
    /// <param name="texts">Paragraphs beside the tables.</param>
    public IEnumerable<DraftTotal> Read(IEnumerable<SourceText> texts) => Lines(texts).SelectMany(ReadLine);

    /// <summary>The lines that tell sums of which one at least is none of what was read: « Sous-total : 35 990 € » of a part that has no name.</summary>
    /// <param name="texts">Paragraphs beside the tables.</param>
    public IEnumerable<SourceText> NotRead(IEnumerable<SourceText> texts) =>
        Lines(texts).Where(text => ReadLine(text).Count() < MoneyGrammar.Find(text.Text).Count(mention => mention.HasCurrency));

    private IEnumerable<SourceText> Lines(IEnumerable<SourceText> texts) =>
        texts.Where(text => text.Words.Take(options.CaptionWords + 1).Count() <= options.CaptionWords && terms.MatchTotal(text.Text) is { Level: not TotalLevel.Carried });

    /// <summary>The amounts of a paragraph that are the sums of what the actions cost and get, where one of them is the sum of all costs.</summary>
    /// <param name="text">A paragraph.</param>
    public ImmutableArray<DraftTotal> Proven(SourceText text)
    {
        var mentions = MoneyGrammar.Find(text.Text).Where(mention => mention.HasCurrency).ToList();
        var costs = actions.Where(action => action.Cost is not null).Select(action => action.Cost!.Amount.Amount).ToList();
        if (costs.Count < LeastParts || mentions.FindIndex(mention => mention.Amount.Amount == costs.Sum()) is not (>= 0 and var whole) || CostBefore(text, whole == 0 ? 0 : End(mentions[whole - 1]), mentions[whole].Start) is not { } label)
            return [];
        var totals = ImmutableArray.CreateBuilder<DraftTotal>();
        totals.Add(ToTotal(text, mentions[whole], label, isCost: true));
        for (var i = 0; i < mentions.Count; i++)
        {
            if (i != whole && PayerBefore(text, i == 0 ? 0 : End(mentions[i - 1]), mentions[i]) is { } payer)
                totals.Add(ToTotal(text, mentions[i], payer, isCost: false));
        }

        return totals.ToImmutable();
    }

    // Fewer costs may be their own sum by chance.
    private const int LeastParts = 3;

    private static int End(MoneyMention mention) => mention.Start + mention.Length;

    // « représente un budget total de ».
    private SourceText? CostBefore(SourceText text, int from, int to)
    {
        for (var at = from; at < to; at++)
        {
            if ((at > 0 && char.IsLetterOrDigit(text.Text[at - 1])) || !char.IsLetter(text.Text[at]))
                continue;
            var words = text.Text[at..to].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
            for (var count = Math.Min(words.Length, LongestCost); count > 0; count--)
            {
                var term = string.Join(' ', words.Take(count));
                if (terms.MatchTotal(term) is { Of: null } && text.Text.AsSpan(at).StartsWith(term))
                    return text.Slice(at, term.Length);
            }
        }

        return null;
    }

    private const int LongestCost = 4;

    // The payer named before an amount that is the sum of all that this payer gives.
    private SourceText? PayerBefore(SourceText text, int from, MoneyMention money)
    {
        if (payers.Match(text.Text[from..money.Start]) is not { } named)
            return null;
        var own = actions.SelectMany(action => action.Financings).Where(financing => payers.Match(financing.Label.Text)?.Entry.Kind == named.Entry.Kind).ToList();
        if (own.Sum(financing => financing.Amount?.Amount.Amount ?? 0) != money.Amount.Amount)
            return null;
        var label = own.Select(financing => financing.Label.Text).FirstOrDefault(name => text.Text.IndexOf(name, from, money.Start - from, StringComparison.Ordinal) >= 0);
        return label is null ? text.Slice(from + named.Start, named.Length) : text.Slice(text.Text.IndexOf(label, from, StringComparison.Ordinal), label.Length);
    }

    private IEnumerable<DraftTotal> ReadLine(SourceText text)
    {
        var from = 0;
        foreach (var money in MoneyGrammar.Find(text.Text).Where(mention => mention.HasCurrency))
        {
            var label = Trimmed(text, from, money.Start);
            from = End(money);
            // « Répartition par financeur : État » leads to a list.
            if (label.IsEmpty || label.Text.Contains(':', StringComparison.Ordinal) || (terms.MatchTotal(label.Text) is null && !kinds.NamesCost(label.Text) && !kinds.NamesPayer(label.Text)))
                yield break;
            if (OfLabel(label, ToTotal(text, money, label, isCost: true)) is { } total)
                yield return total;
        }
    }

    // « Total Acsé volet 1 » is the money of one payer for one theme.
    private DraftTotal? OfLabel(SourceText label, DraftTotal total)
    {
        var match = terms.MatchTotal(label.Text);
        var of = match?.Of is { } said && label.Text.LastIndexOf(said, StringComparison.Ordinal) is >= 0 and var start ? label.Slice(start, said.Length) : match is null ? label : SourceText.Empty;
        if (!of.IsEmpty && payers.Match(of.Text) is { } payer && !kinds.NamesCost(of.Text))
        {
            var name = of.Slice(payer.Start, payer.Length);
            total = total with { Label = name, IsCost = false, Basis = TotalBasis.Costs };
            of = of.Slice(payer.Start + payer.Length, of.Text.Length - payer.Start - payer.Length);
        }

        if (ThemeOf(of) is { } theme)
            return total with { Scope = TotalScope.Theme, Of = theme };
        // What it sums is a part that nothing read is called by.
        return match is { Level: TotalLevel.Part } ? null : total;
    }

    private SourceText? ThemeOf(SourceText words)
    {
        var folded = Folding.Fold(words.Text);
        return folded.Length == 0 ? null : _themes.Where(theme => Folding.Fold(theme.Text) is var own && (own == folded || own.StartsWith(folded + " ", StringComparison.Ordinal) || own.EndsWith(" " + folded, StringComparison.Ordinal))).ToList() is [var only] ? only : null;
    }

    private static DraftTotal ToTotal(SourceText text, MoneyMention money, SourceText label, bool isCost) => new()
    {
        Scope = TotalScope.Document,
        Label = label,
        IsCost = isCost,
        Basis = isCost ? TotalBasis.Either : TotalBasis.Costs,
        Amount = new DraftAmount(text.Slice(money.Start, money.Length), money.Amount, money.Unit, money.IsAmbiguous),
    };

    // A name without what parts it from amounts on its sides.
    private static SourceText Trimmed(SourceText text, int from, int to)
    {
        while (from < to && !char.IsLetterOrDigit(text.Text[from]))
            from++;
        while (to > from && !char.IsLetterOrDigit(text.Text[to - 1]) && text.Text[to - 1] != ')')
            to--;
        return from < to ? text.Slice(from, to - from) : SourceText.Empty;
    }
}
