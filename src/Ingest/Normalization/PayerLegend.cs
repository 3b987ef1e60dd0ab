using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Ingest.Grammar;
using Ingest.Model.Provenance;

namespace Ingest.Normalization;

/// <summary>
/// Finds what a document says its short names stand for: « FP : fonds propres du porteur », « CeA = Collectivité européenne d'Alsace »,
/// « la communauté de communes du Grand Pontarlier (CCGP) ». A short name that it explains twice stands for neither.
/// </summary>
internal static partial class PayerLegend
{
    // Letters: more is no short name.
    private const int Longest = 10;

    // Words of a meaning in running text.
    private const int MostWords = 8;

    /// <summary>Meanings by short name, folded.</summary>
    /// <param name="texts">Paragraphs of the document.</param>
    public static ImmutableDictionary<string, string> Find(IEnumerable<SourceText> texts)
    {
        var told = texts.SelectMany(text => In(text.Text)).Where(item => item.Short.Length <= Longest && item.Short.Any(char.IsUpper) && item.Meaning.Split(' ').Length <= MostWords)
            .GroupBy(item => Folding.Fold(item.Short)).Where(group => group.Select(item => Folding.Fold(item.Meaning)).Distinct().Count() == 1);
        return told.ToImmutableDictionary(group => group.Key, group => group.First().Meaning, StringComparer.Ordinal);
    }

    private static IEnumerable<(string Short, string Meaning)> In(string text)
    {
        foreach (Match entry in Entry().Matches(text))
        {
            // An amount is no meaning.
            if (MoneyGrammar.Find(entry.Groups["meaning"].Value).IsEmpty)
                yield return (entry.Groups["short"].Value, entry.Groups["meaning"].Value.Trim());
        }

        // « CADEMA – Communauté d'agglomération de Dembéni-Mamoudzou »
        if (Head().Match(text) is { Success: true } head && IsShortFor(head.Groups["short"].Value, head.Groups["meaning"].Value))
            yield return (head.Groups["short"].Value, head.Groups["meaning"].Value);

        foreach (Match bracket in Bracket().Matches(text))
        {
            if (LongForm(text[..bracket.Index], bracket.Groups["short"].Value) is { } meaning)
                yield return (bracket.Groups["short"].Value, meaning);
        }
    }

    // All letters of the one stand in the other, in order, from its first on.
    private static bool IsShortFor(string name, string meaning)
    {
        var (letters, text, at) = (Folding.Fold(name), Folding.Fold(meaning), 0);
        foreach (var letter in text)
            at += at < letters.Length && letter == letters[at] ? 1 : 0;
        return at == letters.Length && letters.Length > 2 && text.StartsWith(letters[0]);
    }

    // The words before a bracket from the one on that the first letter of the short name stands for; each letter must have its word.
    private static string? LongForm(string before, string name)
    {
        var words = Word().Matches(before).TakeLast(MostWords).ToList();
        var initials = Folding.Fold(name).Replace(" ", "", StringComparison.Ordinal);
        for (var first = words.Count - 1; first >= 0; first--)
        {
            var at = 0;
            foreach (var word in words.Skip(first).Select(word => Folding.Fold(word.Value)).Where(word => word.Length > 0))
                at += at < initials.Length && word[0] == initials[at] ? 1 : 0;
            if (at == initials.Length && Folding.Fold(words[first].Value) is [var letter, ..] && letter == initials[0])
                return before[words[first].Index..].Trim();
        }

        return null;
    }

    // One or two words with a capital or a figure in them, a sign, and what they stand for.
    [GeneratedRegex(@"(?<=^|[.;,:(\n]|[–—•*][ \u00A0]|\bdont)[ \u00A0]*(?<short>\p{Lu}|\p{L}[\p{L}\d&'’.-]{1,9})[*]?[ \u00A0]*[:=][ \u00A0]*(?<meaning>\p{L}(?:[^.;:=()\n«»]|\([^()]{1,30}\)){2,90}?)(?=[ \u00A0]*(?:[.;)\n]|,[ \u00A0]*\p{L}[\p{L}\d&'’.-]{1,9}[ \u00A0]*[:=]|$))", RegexOptions.CultureInvariant)]
    private static partial Regex Entry();

    [GeneratedRegex(@"^(?<short>\p{Lu}[\p{L}\d]{2,9})[ \u00A0]+[–—-][ \u00A0]+(?<meaning>\p{Lu}[^\n–—:;()]{8,90})$", RegexOptions.CultureInvariant)]
    private static partial Regex Head();

    [GeneratedRegex(@"\([ \u00A0]*(?<short>\p{Lu}[\p{L}\d&]{1,9})[ \u00A0]*\)", RegexOptions.CultureInvariant)]
    private static partial Regex Bracket();

    [GeneratedRegex(@"[\p{L}\d]+", RegexOptions.CultureInvariant)]
    private static partial Regex Word();
}
