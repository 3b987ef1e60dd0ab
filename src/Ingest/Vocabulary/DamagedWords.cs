using Ingest.Grammar;

namespace Ingest.Vocabulary;

/// <summary>Whether something that is no word is one that recognition or a line break has damaged.</summary>
internal sealed class DamagedWords(FrenchLexicon lexicon, FrenchTrigrams trigrams, FunctionWords functionWords)
{
    /// <summary>Shorter words are near too many others.</summary>
    private const int ShortestNearWord = 7;

    private const int ShortestBareWord = 4;
    private const int ShortestGluedPart = 4;
    private const int ShortestJoinedWord = 5;

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

    private bool IsNearWord(string word)
    {
        if (word.Length < ShortestNearWord || -trigrams.Score(word) > MostBits)
            return false;
        if (IsCommon(word.Replace("rn", "m", StringComparison.Ordinal)))
            return true;
        for (var i = 0; i < word.Length; i++)
        {
            if (IsCommon(word.Remove(i, 1)))
                return true;
            foreach (var letter in FrenchLetters)
            {
                if (IsCommon(string.Concat(word.AsSpan(0, i), [letter], word.AsSpan(i + 1))) || IsCommon(word.Insert(i, letter.ToString())))
                    return true;
            }
        }

        return false;
    }

    private bool IsCommon(string word) => lexicon.IsWord(word) && !lexicon.IsProperNoun(word);
}
