using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Ingest.Model.Values;
using static Ingest.Grammar.FrenchCharacters;

namespace Ingest.Grammar;

/// <summary>What a cell that is meant to hold one amount says.</summary>
public sealed record MoneyCell
{
    /// <summary>The amount; null when nothing is known, or when several amounts leave no choice.</summary>
    public MoneyMention? Money { get; init; }

    /// <summary>Whether nothing is written.</summary>
    public bool IsBlank { get; init; }

    /// <summary>Whether something is written that says « nothing »: « - », « néant », « s.o. ». Unknown, not zero.</summary>
    public bool IsNothing { get; init; }

    /// <summary>All amounts of the cell, in order.</summary>
    public ImmutableArray<MoneyMention> Mentions { get; init; } = [];
}

/// <summary>
/// Money as French administrations write it. Digits group in threes by a space (U+0020, U+00A0, U+202F, U+2009), a point or
/// an apostrophe; the comma (or a last point) opens the decimals. One pass from left to right.
/// </summary>
public static partial class MoneyGrammar
{
    private static readonly HashSet<string> NothingWords =
    [
        "neant", "so", "s o", "sans objet", "nc", "n c", "non communique", "non connu", "nd", "n d", "non defini", "non determine",
        "non renseigne", "nr", "n r", "inconnu", "a definir", "a preciser", "a determiner", "en attente", "en cours", "aucun", "ras", "x",
    ];

    /// <summary>All amounts of a text, in order.</summary>
    /// <param name="text">The text.</param>
    /// <param name="bareNumbers">
    /// Whether numbers without a currency count too: only inside a budget cell. A year in prose, a count (« 12 jeunes »), a code stay out.
    /// </param>
    public static ImmutableArray<MoneyMention> Find(string text, bool bareNumbers = false)
    {
        var mentions = ImmutableArray.CreateBuilder<MoneyMention>();
        if (!text.AsSpan().ContainsAnyInRange('0', '9') || !(bareNumbers || Currency.IsIn(text)))
            return [];
        var excluded = NonMoney.Find(text);
        if (bareNumbers)
        {
            excluded.AddRange(NonMoney.FindNumberedLabels(text));
            excluded.Sort((left, right) => left.Start.CompareTo(right.Start));
        }

        var next = 0;
        for (var at = 0; at < text.Length;)
        {
            while (next < excluded.Count && excluded[next].End <= at)
                next++;
            if (next < excluded.Count && excluded[next].Start <= at)
            {
                at = excluded[next].End;
                continue;
            }

            if (!char.IsAsciiDigit(text[at]))
            {
                at++;
                continue;
            }

            // The digits of « CD62 » belong to the word; what follows may be an amount.
            if (at > 0 && char.IsLetter(text[at - 1]) && !EndsWithCurrencyWord(text, at))
            {
                at += CountDigits(text, at);
                continue;
            }

            var limit = next < excluded.Count ? excluded[next].Start : text.Length;
            var end = at + CountDigits(text, at);
            if (WrittenNumber.Scan(text, at, limit) is { } number)
            {
                end = number.End;
                if (ToMention(text, number, bareNumbers) is { } mention)
                {
                    mentions.Add(mention);
                    end = Math.Max(end, mention.End);
                }
            }

            at = end;
        }

        return bareNumbers ? WithoutYears(text, mentions) : mentions.ToImmutable();
    }

    /// <summary>Reads a cell that is meant to hold one amount; the currency may be missing.</summary>
    /// <param name="text">The cell's text.</param>
    /// <param name="scale">Euros that one stands for by the column's header (<see cref="UnitOfHeader"/>); a unit in the cell itself wins.</param>
    public static MoneyCell ParseCell(string text, decimal scale = 1)
    {
        if (string.IsNullOrWhiteSpace(text))
            return new MoneyCell { IsBlank = true };
        var folded = Folding.Fold(text.Replace("€", " ", StringComparison.Ordinal));
        if (folded.Length == 0 || NothingWords.Contains(folded))
            return new MoneyCell { IsNothing = true };
        var mentions = Find(text, bareNumbers: true).Select(mention => Scale(mention, scale)).ToImmutableArray();
        // The main amount may be followed by a detail: « 1 250 € (dont 250 € CAF) ».
        var outside = mentions.Where(mention => !IsInParentheses(text, mention)).ToImmutableArray();
        return new MoneyCell
        {
            Money = HasWords(text, mentions) ? null
                : mentions.Length == 1 ? WithSpacedMinus(text, mentions[0])
                : outside.Length == 1 ? outside[0] with { IsAmbiguous = true }
                : null,
            Mentions = mentions,
        };
    }

    /// <summary>Words beside the amounts, outside brackets: « Maison des Jeunes 60 » is a name, « CAF : 500 € » says who pays.</summary>
    private static bool HasWords(string text, ImmutableArray<MoneyMention> mentions)
    {
        var depth = 0;
        for (var i = 0; i < text.Length; i++)
        {
            depth += text[i] is '(' ? 1 : text[i] is ')' ? -1 : 0;
            if (depth <= 0 && char.IsLetter(text[i]) && !mentions.Any(mention => i >= mention.Start && i < mention.End))
                return true;
        }

        return false;
    }

    /// <summary>Euros that one stands for under a header: 1000 for « en k€ », 1 000 000 for « M€ », else 1.</summary>
    public static decimal UnitOfHeader(string header)
    {
        var match = HeaderUnit().Match(header);
        return !match.Success ? 1 : match.Groups["thousand"].Success ? 1000 : 1_000_000;
    }

    private static MoneyMention? ToMention(string text, WrittenNumber number, bool bareNumbers)
    {
        var unit = Currency.Behind(text, number.End);
        var currencyBefore = unit.HasCurrency ? -1 : Currency.Before(text, number.Start);
        var hasCurrency = unit.HasCurrency || currencyBefore >= 0;
        if (!hasCurrency && !(bareNumbers && IsBareAmount(text, number, unit)))
            return null;
        if (hasCurrency && !IsFree(text, number, unit))
            return null;
        var isAmbiguous = unit.IsAmbiguous || number.Reading == NumberReading.Unusual
            || (number.IsGrouped && NonMoney.IsNumberedLabel(text.AsSpan(0, number.Start), FrenchCharacters.CountDigits(text, number.Start)));
        if (number.Reading is NumberReading.PointBeforeThree or NumberReading.CommaBeforeThree)
        {
            // Nobody writes thousands of thousands of k€: « 1,250 M€ » is a decimal. « 1.250 k€ » stays a thousand, with doubt.
            if (unit.Factor > 1 && (unit.Factor > 1000 || number.Reading == NumberReading.CommaBeforeThree))
                number = number.AsDecimal();
            isAmbiguous |= unit.Factor > 1 || !hasCurrency || number.Reading == NumberReading.CommaBeforeThree;
        }

        var start = currencyBefore >= 0 ? currencyBefore : number.Start;
        var end = number.End + unit.Length;
        var (signStart, signEnd, isNegative, isSignAmbiguous) = FindSign(text, start, end);
        var decimals = unit.IsCents ? 2 : number.Decimals;
        var amount = Math.Round((isNegative ? -1 : 1) * number.Value * unit.Factor, 2, MidpointRounding.AwayFromZero);
        return new MoneyMention(
            signStart, signEnd - signStart, new Euros(amount), HalfOfLastDigit(decimals) * unit.Factor, hasCurrency, isAmbiguous || isSignAmbiguous);
    }

    private static decimal HalfOfLastDigit(int decimals)
    {
        var half = 0.5m;
        for (var i = 0; i < decimals; i++)
            half /= 10;
        return half;
    }

    /// <summary>Whether the digits are no part of a longer code, word or number (« 12.120.23 », « DELIB-85 € »).</summary>
    private static bool IsFree(string text, WrittenNumber number, WrittenUnit unit)
    {
        if (number.Start > 0)
        {
            var before = text[number.Start - 1];
            if (before is '.' or ',' && number.Start > 1 && char.IsAsciiDigit(text[number.Start - 2]))
                return false;
        }

        return unit.Length > 0 || number.End >= text.Length
            || !(char.IsLetter(text[number.End]) || (text[number.End] is '.' or ',' && CountDigits(text, number.End + 1) > 0));
    }

    private static bool EndsWithCurrencyWord(string text, int at) =>
        text.AsSpan(0, at).EndsWith("EUR", StringComparison.Ordinal);

    private static bool IsBareAmount(string text, WrittenNumber number, WrittenUnit unit)
    {
        if (!IsFree(text, number, unit))
            return false;
        var end = number.End + unit.Length;
        // A code, not an amount: « 062 », an account of nine digits in one piece.
        if (text[number.Start] == '0' && number.Value >= 1 || (!number.IsGrouped && number.Value >= 100_000_000))
            return false;
        // « CAF 59 : 2 000 € »: what a colon or an equals sign follows is part of a name.
        if (SkipSpaces(text, end) is var next && next < text.Length && text[next] is ':' or '=')
            return false;
        if (end < text.Length && (char.IsLetter(text[end]) || text[end] is '°' or '_' or '@' or '%' or '/'
            || (IsMinus(text[end]) && end + 1 < text.Length && char.IsLetterOrDigit(text[end + 1]))))
            return false;
        if (number.Start > 0 && (text[number.Start - 1] is '_' or '@' or '#' or '°' or '+' or '/'
            || (IsMinus(text[number.Start - 1]) && number.Start > 1 && char.IsLetterOrDigit(text[number.Start - 2]))))
            return false;
        return !NonMoney.IsCounted(text.AsSpan(end));
    }

    /// <summary>A minus that touches the amount, or parentheses around nothing but the amount.</summary>
    private static (int Start, int End, bool IsNegative, bool IsAmbiguous) FindSign(string text, int start, int end)
    {
        if (start > 0 && IsMinus(text[start - 1]) && (start == 1 || char.IsWhiteSpace(text[start - 2]) || text[start - 2] is '=' or ':' or '('))
            return (start - 1, end, true, false);
        var open = SkipSpacesBack(text, start);
        var close = SkipSpaces(text, end);
        if (open < 0 || text[open] != '(' || close >= text.Length || text[close] != ')')
            return (start, end, false, false);
        var before = SkipSpacesBack(text, open);
        var after = SkipSpaces(text, close + 1);
        // Behind a word, parentheses only add the amount: « Participation des familles (500 €) ».
        var standsAlone = (before < 0 || text[before] is '\n' or '\t' or '=' or ':') && (after >= text.Length || text[after] is '\n' or '\t');
        return standsAlone ? (open, close + 1, true, true) : (start, end, false, false);
    }

    /// <summary>In a cell of its own, « -   500,00 » is the accounting format of a spreadsheet.</summary>
    private static MoneyMention WithSpacedMinus(string text, MoneyMention mention)
    {
        var before = SkipSpacesBack(text, mention.Start);
        var isSpacedMinus = before >= 0 && IsMinus(text[before]) && text.AsSpan(0, before).IsWhiteSpace() && mention.Amount.Amount > 0;
        return isSpacedMinus
            ? mention with { Start = before, Length = mention.End - before, Amount = new Euros(-mention.Amount.Amount), IsAmbiguous = true }
            : mention;
    }

    private static bool IsInParentheses(string text, MoneyMention mention)
    {
        var open = text.LastIndexOf('(', Math.Max(mention.Start - 1, 0));
        return open >= 0 && mention.Start > 0 && text.IndexOf(')', open) >= mention.End;
    }

    private static MoneyMention Scale(MoneyMention mention, decimal scale) => mention.HasCurrency || scale == 1
        ? mention
        : mention with { Amount = new Euros(Math.Round(mention.Amount.Amount * scale, 2)), Unit = mention.Unit * scale };

    /// <summary>Leaves out what is rather a year: four ungrouped digits in prose or before another amount, no « = » or « : » before.</summary>
    private static ImmutableArray<MoneyMention> WithoutYears(string text, ImmutableArray<MoneyMention>.Builder mentions)
    {
        bool IsYear(MoneyMention mention)
        {
            if (mention.HasCurrency || mention.Length != 4 || mention.Amount.Amount is < 1990 or > 2100)
                return false;
            var before = SkipSpacesBack(text, mention.Start);
            if (before >= 0 && text[before] is '=' or ':')
                return false;
            return mentions.Count > 1 || text.Any(char.IsLetter);
        }

        return [.. mentions.Where(mention => !IsYear(mention))];
    }

    [GeneratedRegex(
        """
        (?<thousand>(?<![\p{L}\d])[kK][ ]?(?:€|[Ee]uros?|EUR)|[Mm]illiers[ ]d['’ ][ ]?[Ee]uros?)
        | (?<million>(?<![\p{L}\d])[Mm][ ]?(?:€|EUR)|[Mm]illions?[ ]d['’ ][ ]?[Ee]uros?)
        """, RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture)]
    private static partial Regex HeaderUnit();
}
