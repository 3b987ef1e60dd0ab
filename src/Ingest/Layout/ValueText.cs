using System.Text.RegularExpressions;

namespace Ingest.Layout;

/// <summary>Tells figures from words by their look alone: tables are found before anything is known of meaning.</summary>
internal static partial class ValueText
{
    /// <summary>Whether the text is figures with or without units, or what stands for a missing one.</summary>
    public static bool IsValue(string text)
    {
        if (text.Length is 0 or > 40)
            return false;
        if (Missing().IsMatch(text))
            return true;
        // « 147) » ends a text in brackets that began above.
        if (text[^1] == ')' && !text.Contains('(') && !text.Contains(' '))
            return false;
        var hasNumber = false;
        foreach (var token in text.Split(' '))
        {
            if (Number().IsMatch(token))
                hasNumber = true;
            else if (!Unit().IsMatch(token))
                return false;
        }

        return hasNumber;
    }

    /// <summary>Whether the text is an amount by its look, with cents or its currency: no label of a column.</summary>
    public static bool IsAmount(string text) => Amount().IsMatch(text);

    /// <summary>Whether two words are groups of one number: « 15 » and « 817,08 », a space apart.</summary>
    public static bool IsOneNumber(string one, string other, double gap, double size) =>
        gap < 0.4 * size && FirstGroup().IsMatch(one) && NextGroup().IsMatch(other);

    /// <summary>Whether the text is a year or a span of years: a value among values, a header above them.</summary>
    public static bool IsYear(string text) => Year().IsMatch(text);

    /// <summary>Whether the text is nothing but years: the scale of a chart, a header.</summary>
    public static bool AreYears(string text) => text.Split(' ').All(IsYear);

    /// <summary>Whether the word is nothing but a leader: « ........ », « ____ ».</summary>
    public static bool IsLeader(string word) => word.Length > 2 && Leader().IsMatch(word);

    [GeneratedRegex(@"^h?[-–—]\d+(?:[.,:h]\d+)*h?$|^[(\[<>≤≥~≈±+\-–−=]*[€$£]?\d+(?:[.,'’/:×x\-–hH]\d+)*[.,]?(?:k€|m€|md€|€|\$|£|euros?|eur|%|‰|pts?|h|j|m²|km|kg)?[)\]*†¹²³⁴]*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Number();

    [GeneratedRegex(@"^[-–−+]?\d[\d .]*(?:,\d\d(?: ?(?:€|euros?|eur))?| ?(?:€|euros?|eur))$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Amount();

    [GeneratedRegex(@"^(?:k€|m€|md€|€|\$|£|euros?|eur|%|‰|pts?|h|min|j|ans?|m²|ha|km|kg|etp|€/[a-zé²³]+|[-–—−+<>≤≥/=×xà()]+|\(?[a-z\d*]\))$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Unit();

    [GeneratedRegex(@"^(?:[-–—*.…:]|n\.?\s?[acds]\.?|ns|nc|na|nd|ss|so|s\.o\.|néant|\.\.)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Missing();

    [GeneratedRegex(@"^[-–−+(]?\d{1,3}$|^\d{3}$")]
    private static partial Regex FirstGroup();

    [GeneratedRegex(@"^\d{3}(?:[.,]\d+)?(?:€|%)?\)?$")]
    private static partial Regex NextGroup();

    [GeneratedRegex(@"^(?:19|20)\d\d(?:\s?[-–/]\s?(?:(?:19|20)\d\d|\d\d))?$")]
    private static partial Regex Year();

    [GeneratedRegex(@"^(?:(?:[.…·_]\s?){3,}|[-=–—_*+|]{4,})$")]
    private static partial Regex Leader();
}
