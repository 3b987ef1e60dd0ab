using System.Collections.Immutable;
using Ingest.Grammar;
using Ingest.Model.Provenance;

namespace Ingest.Segmentation;

/// <summary>An amount with the words that name it inside one cell.</summary>
/// <param name="Label">The words; empty where the amount stands alone.</param>
/// <param name="Amount">The amount.</param>
/// <param name="Share">A share that stands with it (« Ville : 3 760 € (36 %) »), or null.</param>
public sealed record LabelledAmount(SourceText Label, DraftAmount Amount, DraftShare? Share);

/// <summary>What a cell with labelled amounts says.</summary>
/// <param name="Amounts">The amounts in reading order.</param>
/// <param name="Left">Words that name no amount.</param>
public sealed record FinancingCell(ImmutableArray<LabelledAmount> Amounts, SourceText Left)
{
    // What may stand between a label and its amount, or between two pairs.
    private static readonly char[] Separators = [' ', '\n', '=', ':', ';', ',', '/', '+', '|', '•', '·', '-', '–', '—', '→', '.', '('];

    private static readonly char[] StrongSeparators = [';', '\n'];

    private static readonly char[] Ends = [' ', '\n', '=', ':', ';', ',', '/', '|', '•', '·', '-', '–', '—', '→', ')'];

    /// <summary>
    /// Splits a cell such as « Coût total = 4 950 € CCAS = 2 475 € Région = 2 475 € » or « 2 475 € (Région) ; 800 € CAF ».
    /// The side on which the labels stand is decided for the whole cell: labels lead unless nothing stands before the first
    /// amount and something stands behind the last.
    /// </summary>
    /// <param name="cell">The cell.</param>
    /// <param name="scale">Euros per written unit where the header says « en k€ », else 1.</param>
    public static FinancingCell Parse(SourceText cell, decimal scale = 1)
    {
        // « Etat 1 500 € ; 800 € (Ville) »: where each part between strong separators has an amount, each has its own order.
        var parts = cell.Text.Split(StrongSeparators);
        if (parts.Length < 2 || !Array.TrueForAll(parts, part => SaysNothing(part) || MoneyGrammar.Find(part, bareNumbers: true).Length > 0))
            return ParsePart(cell, scale);
        var readings = new List<FinancingCell>(parts.Length);
        var start = 0;
        foreach (var part in parts)
        {
            if (!SaysNothing(part))
                readings.Add(ParsePart(cell.Slice(start, part.Length), scale));
            start += part.Length + 1;
        }

        // Words left over at the end of a line are the beginning of the name on the next: the line break parts nothing.
        return readings.TrueForAll(reading => reading.Left.IsEmpty)
            ? new FinancingCell([.. readings.SelectMany(reading => reading.Amounts)], SourceText.Empty)
            : ParsePart(cell, scale);
    }

    // « Région : néant »: a payer that pays nothing known is no payer, and lends its name to nobody.
    private static bool SaysNothing(string part)
    {
        var end = part.LastIndexOfAny([':', '=']);
        return string.IsNullOrWhiteSpace(part) || MoneyGrammar.ParseCell(part[(end + 1)..].Trim()).IsNothing;
    }

    // Where a label opens behind payers of nothing (« Région : néant, CAF »): only what follows the last of them names the amount.
    private static (int Start, int End) BehindNothing(string text, (int Start, int End) gap)
    {
        for (var at = gap.End - 1; at >= gap.Start; at--)
        {
            if (text[at] is not (',' or ';' or '/' or '\n' or '+'))
                continue;
            var from = text.LastIndexOfAny([',', ';', '/', '\n', '+'], at - 1 < 0 ? 0 : at - 1, Math.Max(0, at - gap.Start)) + 1;
            if (SaysNothing(text[Math.Max(from, gap.Start)..at]) && text.AsSpan(Math.Max(from, gap.Start), at - Math.Max(from, gap.Start)).IndexOfAny(':', '=') >= 0)
                return (at + 1, gap.End);
        }

        return gap;
    }

    private static FinancingCell ParsePart(SourceText cell, decimal scale)
    {
        var text = cell.Text;
        var percents = PercentGrammar.Find(text);
        var money = MoneyGrammar.Find(text, bareNumbers: true)
            .Where(mention => !percents.Any(percent => percent.Start < mention.End && mention.Start < percent.Start + percent.Length))
            .ToImmutableArray();
        // « Habitat 70 (abattement TFPB) : 3 000 € »: small numbers without a sign, where others have one, belong to names.
        if (money.Any(mention => mention.HasCurrency) && money.Any(IsOfName))
            money = money.RemoveAll(IsOfName);
        if (money.IsEmpty)
            return new FinancingCell([], cell);

        var gaps = Gaps(text, money);
        var labelsFollow = !HasLetter(text, gaps[0]) && HasLetter(text, gaps[^1]);
        var amounts = ImmutableArray.CreateBuilder<LabelledAmount>(money.Length);
        for (var i = 0; i < money.Length; i++)
        {
            var label = labelsFollow ? gaps[i + 1] : BehindNothing(text, gaps[i]);
            PercentMention? percent = percents.Cast<PercentMention?>().FirstOrDefault(share => AmountOf(share!.Value, text, gaps, labelsFollow) == i);
            amounts.Add(new LabelledAmount(
                Trim(cell, text, WithoutPercents(label, percents)),
                new DraftAmount(
                    cell.Slice(money[i].Start, money[i].Length),
                    new(money[i].Amount.Amount * scale),
                    money[i].Unit * scale,
                    money[i].IsAmbiguous),
                percent is { } share
                    ? new DraftShare(cell.Slice(share.Start, share.Length), share.Share, share.Unit)
                    : null));
        }

        var left = WithoutPercents(labelsFollow ? gaps[0] : gaps[^1], percents);
        return new FinancingCell(amounts.ToImmutable(), Trim(cell, text, left));
    }

    private static bool IsOfName(MoneyMention mention) => mention is { HasCurrency: false, Amount.Amount: > 0 and < LeastBare };

    // Euros.
    private const decimal LeastBare = 100;

    private static ImmutableArray<(int Start, int End)> Gaps(string text, ImmutableArray<MoneyMention> money)
    {
        var gaps = ImmutableArray.CreateBuilder<(int, int)>(money.Length + 1);
        var from = 0;
        foreach (var mention in money)
        {
            gaps.Add((from, mention.Start));
            from = mention.End;
        }

        gaps.Add((from, text.Length));
        return gaps.ToImmutable();
    }

    // A share belongs to the amount that it follows, or to the one whose label it closes (« CAF (64 %) : 6 684 € »).
    private static int AmountOf(PercentMention percent, string text, ImmutableArray<(int Start, int End)> gaps, bool labelsFollow)
    {
        var end = percent.Start + percent.Length;
        for (var gap = 0; gap < gaps.Length; gap++)
        {
            if (percent.Start < gaps[gap].Start || end > gaps[gap].End)
                continue;
            var closesLabel = gap < gaps.Length - 1 && !labelsFollow
                && HasLetter(text, (gaps[gap].Start, percent.Start)) && !HasLetter(text, (end, gaps[gap].End));
            return gap == 0 || closesLabel ? gap : gap - 1;
        }

        return -1;
    }

    // A percentage at either end of a label is no part of the name.
    private static (int Start, int End) WithoutPercents((int Start, int End) gap, ImmutableArray<PercentMention> percents)
    {
        var (start, end) = gap;
        foreach (var percent in percents)
        {
            var (from, to) = (percent.Start, percent.Start + percent.Length);
            if (from < start || to > end)
                continue;
            if (from - start <= end - to)
                start = to;
            else
                end = from;
        }

        return (start, end);
    }

    private static bool HasLetter(string text, (int Start, int End) gap) =>
        text.AsSpan(gap.Start, gap.End - gap.Start).ContainsAnyInRange('A', 'z')
        || text[gap.Start..gap.End].Any(char.IsLetter);

    private static SourceText Trim(SourceText cell, string text, (int Start, int End) gap)
    {
        var (start, end) = gap;
        while (start < end && (Separators.Contains(text[start]) || text[start] == ')'))
            start++;
        while (start < end && (text[end - 1] == '(' || IsLoosePlus(text, end - 1) || (Ends.Contains(text[end - 1]) && !ClosesInside(text, start, end))))
            end--;
        return start < end ? cell.Slice(start, end - start) : SourceText.Empty;
    }

    // « FSE+ » keeps its sign; « Ville + » does not.
    private static bool IsLoosePlus(string text, int at) => text[at] == '+' && (at == 0 || char.IsWhiteSpace(text[at - 1]));

    // « CAF (CLAS) » keeps its bracket: it opens inside the label.
    private static bool ClosesInside(string text, int start, int end) =>
        text[end - 1] == ')' && text.AsSpan(start, end - start).Contains('(');
}
