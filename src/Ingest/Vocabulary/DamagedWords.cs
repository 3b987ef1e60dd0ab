using Ingest.Grammar;

namespace Ingest.Vocabulary;

/// <summary>Whether something that is no word is one that recognition or a line break has damaged.</summary>
internal sealed class DamagedWords(FrenchLexicon lexicon, FrenchTrigrams trigrams, FunctionWords functionWords)
{
    /// <summary>Shorter words are near too many others.</summary>
    private const int ShortestNearWord = 7;

    private const int LongestNearWord = 30;
    private const int ShortestBareWord = 4;
    private const int ShortestGluedPart = 4;
    private const int ShortestJoinedWord = 5;

    /// <summary>Longer runs of letters are no lost space: each part is looked at in all the ways that it can be cut.</summary>
    private const int LongestGluedWord = 40;

    /// <summary>Bits per character up to which a word with one wrong letter still looks French.</summary>
    private const double MostBits = 4.5;

    private const string FrenchLetters = "abcdefghijlmnopqrstuvxyzéèêàçîôû";

    /// <summary>Whether it is a word without its accents, two words without their space, or a word but for one letter.</summary>
    public bool IsDamaged(string word) => IsBareWord(word) || IsGlued(word) || IsNearWord(word);

    /// <summary>Whether two neighbours are one word: « environnemen » and « tales ».</summary>
    public bool AreHalves(string left, string right) =>
        left.Length + right.Length >= ShortestJoinedWord && char.IsLower(right[0]) && IsCommon(left + right) && !(IsCommon(left) && IsCommon(right));

    // « egalite » is looked up as capitals are, whose accents may lack.
    private bool IsBareWord(string word) =>
        word.Length >= ShortestBareWord && IsCommon(string.Concat(word.Select(c => char.ToUpperInvariant(Folding.ToBaseLetter(c)))));

    /// <summary>« desjeunes », « del'action », « accompagnementdesfamilles »: words of four letters and function words, one of the former at least.</summary>
    private bool IsGlued(string word)
    {
        if (word.Length > LongestGluedWord)
            return false;
        for (var at = 2; at <= word.Length - 2; at++)
        {
            var (left, right) = (word[..at], word[at..]);
            if (!char.IsLetter(left[^1]) || !char.IsLower(right[0]))
                continue;
            var isLeftLong = left.Length >= ShortestGluedPart && IsCommon(left);
            var isRightLong = right.Length >= ShortestGluedPart && IsCommon(right);
            if (!isLeftLong && !functionWords.IsFrench(left))
                continue;
            if (isRightLong || (isLeftLong && functionWords.IsFrench(right)) || (right.Length > ShortestGluedPart && IsGlued(right)))
                return true;
        }

        return false;
    }

    /// <summary>« autonornie », « muslcal », « acompagnement »: one letter is read wrong, is missing or is too many.</summary>
    private bool IsNearWord(string word)
    {
        if (word.Length is < ShortestNearWord or > LongestNearWord || -trigrams.Score(word) > MostBits)
            return false;
        if (IsCommon(word.Replace("rn", "m", StringComparison.Ordinal)))
            return true;
        Span<char> other = stackalloc char[LongestNearWord + 1];
        for (var i = 0; i < word.Length; i++)
        {
            word.AsSpan(0, i).CopyTo(other);
            word.AsSpan(i + 1).CopyTo(other[i..]);
            if (lexicon.IsForm(other[..(word.Length - 1)]))
                return true;
            word.AsSpan(i + 1).CopyTo(other[(i + 1)..]);
            if (AnyLetterMakesWord(other[..word.Length], i))
                return true;
            word.AsSpan(i).CopyTo(other[(i + 1)..]);
            if (AnyLetterMakesWord(other[..(word.Length + 1)], i))
                return true;
        }

        return false;
    }

    private bool AnyLetterMakesWord(Span<char> word, int at)
    {
        foreach (var letter in FrenchLetters)
        {
            word[at] = letter;
            if (lexicon.IsForm(word))
                return true;
        }

        return false;
    }

    private bool IsCommon(string word) => lexicon.IsWord(word) && !lexicon.IsProperNoun(word);
}
