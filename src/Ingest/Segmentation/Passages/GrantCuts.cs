using System.Text.RegularExpressions;
using Ingest.Grammar;
using Ingest.Vocabulary;

namespace Ingest.Segmentation.Passages;

/// <summary>Cuts a sentence that grants several amounts into one part for each: « 3 000 € à l'association X, 2 000 € à la MJC et 900 € au collège ».</summary>
internal sealed partial class GrantCuts(PassageVocabulary words, MoneyPhrases phrases)
{
    /// <summary>The parts, each with one granted amount; null where it does not show which words belong to which.</summary>
    /// <param name="text">The sentence.</param>
    /// <param name="granted">For each of its amounts, whether it is granted: others are costs, or what others pay.</param>
    public List<Part>? Cut(string text, IReadOnlyList<bool> granted)
    {
        var money = MoneyGrammar.Find(text).Where(mention => mention.HasCurrency).ToList();
        var parts = new List<Part>();
        var (start, isOpen) = (0, false);
        for (var i = 0; i < money.Count && i < granted.Count; i++)
        {
            if (granted[i] && isOpen)
            {
                if (Between(text, new Part(money[i - 1].End, money[i].Start)) is not { } cut)
                    return null;
                parts.Add(new Part(start, cut));
                start = cut;
            }

            isOpen |= granted[i];
        }

        parts.Add(new Part(start, text.Length));
        return parts;
    }

    // Where the next grant begins between two amounts.
    private int? Between(string text, Part gap)
    {
        var own = text[gap.Start..gap.End];
        var signs = Signs().Matches(own);
        if (signs.Count == 0)
            return null;
        // « …, à la MJC, 2 000 € »: who receives it stands before the amount.
        foreach (var hit in words.Find(PassageRole.Beneficiary, own))
        {
            var isBehindSign = signs.Any(sign => sign.Index + sign.Length <= hit.Start && !own.AsSpan(sign.Index + sign.Length, hit.Start - sign.Index - sign.Length).ContainsLetter());
            if (isBehindSign && !words.Has(PassageRole.Purpose, own[hit.End..]))
                return gap.Start + hit.Start;
        }

        // « … et 900 € au collège »: nothing but small words stands between the sign and the amount.
        var last = signs[^1];
        var lead = PassageText.WithoutLinks(words, text, PassageText.WithoutLinks(words, text, new Part(gap.Start + last.Index + last.Length, gap.End)), PassageRole.GrantNoun);
        if (lead.Length == 0)
            return gap.Start + last.Index;
        // « Association X : 3 000 €, Association Y : 2 000 € ».
        return signs.Count == 1 && phrases.MayBeBody(text[lead.Start..lead.End]) ? gap.Start + last.Index : null;
    }

    [GeneratedRegex(@"[;\n]|,(?!\d)|[ \u00A0](?:et|ainsi que|puis)(?=[ \u00A0])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Signs();
}
