using System.Collections.Immutable;
using Ingest.Grammar;

namespace Ingest.Classification.Features;

/// <summary>A word of a text in the forms that it is compared by.</summary>
/// <param name="Folded">Lower case, without diacritics.</param>
/// <param name="Stem">Its stem; empty for a little word.</param>
/// <param name="IsRead">Whether it stands in the text; false for what the glossary says that an acronym means.</param>
internal readonly record struct Token(string Folded, string Stem, bool IsRead);

/// <summary>
/// Text to words: folded, stemmed, little words marked, acronyms followed by what they mean, abbreviations written out. Figures become
/// one sign, for what matters is that there is one; « 1' » before a vowel is the « l' » that text recognition misread.
/// </summary>
internal sealed class TextToTokens
{
    private const string Figure = "0";

    // A text with this share of its letters in capitals is written in capitals: they say nothing of single words.
    private const double CapitalShare = 0.6;

    private readonly Glossary _glossary;
    private readonly HashSet<string> _littleWords;

    public TextToTokens(Glossary glossary, IEnumerable<string> littleWords)
    {
        _glossary = glossary;
        _littleWords = littleWords.Select(Folding.Fold).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>The words of a text, in order.</summary>
    public ImmutableArray<Token> Tokens(string text)
    {
        var tokens = ImmutableArray.CreateBuilder<Token>();
        var isInCapitals = IsInCapitals(text);
        var at = 0;
        while (at < text.Length)
        {
            while (at < text.Length && !char.IsLetterOrDigit(text[at]))
                at++;
            var start = at;
            while (at < text.Length && (char.IsLetterOrDigit(text[at]) || IsDotOfAcronym(text, at)))
                at++;
            if (at > start)
                Add(tokens, text[start..at].Replace(".", "", StringComparison.Ordinal), isInCapitals);
        }

        return tokens.ToImmutable();
    }

    private void Add(ImmutableArray<Token>.Builder tokens, string word, bool isInCapitals)
    {
        var folded = Folding.Fold(Repaired(word));
        if (folded.Length == 0)
            return;
        if (folded.All(char.IsAsciiDigit))
        {
            tokens.Add(new Token(Figure, folded.Length == 4 ? "" : Figure, IsRead: true));
            return;
        }

        var isAcronym = word.Length > 1 && word.Any(char.IsUpper) && !word.Any(char.IsLower);
        if (isAcronym && _glossary.MeaningOfAcronym(folded) is { } meaning && !(isInCapitals && _littleWords.Contains(folded)))
        {
            tokens.Add(new Token(folded, folded, IsRead: true));
            foreach (var part in meaning.Split(' '))
                tokens.Add(ToToken(part, isRead: false));
        }
        else if (_glossary.MeaningOfAbbreviation(folded) is { } whole)
        {
            foreach (var part in whole.Split(' '))
                tokens.Add(ToToken(part, isRead: true));
        }
        else
        {
            tokens.Add(ToToken(folded, isRead: true));
        }
    }

    private Token ToToken(string folded, bool isRead) =>
        new(folded, _littleWords.Contains(folded) || folded.Length == 1 ? "" : FrenchStemmer.Stem(folded).ToString(), isRead);

    // Signs that text recognition takes for letters stand between letters: « 1'accès » is cut before, « c0mité » and « fi1les » here.
    private static string Repaired(string word)
    {
        var letters = word.Count(char.IsLetter);
        return letters >= 2 && letters < word.Length && word.Length - letters <= 2 && char.IsLower(word[^1])
            ? word.Replace('0', 'o').Replace('1', 'l')
            : word;
    }

    private static bool IsDotOfAcronym(string text, int at) =>
        text[at] == '.' && at > 0 && char.IsUpper(text[at - 1]) && at + 1 < text.Length && char.IsUpper(text[at + 1]) && (at < 2 || !char.IsLetter(text[at - 2]));

    private static bool IsInCapitals(string text)
    {
        var letters = text.Count(char.IsLetter);
        return letters > 0 && text.Count(char.IsUpper) > letters * CapitalShare;
    }
}
