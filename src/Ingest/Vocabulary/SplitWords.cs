using System.Collections.Immutable;
using Ingest.Model.Provenance;

namespace Ingest.Vocabulary;

/// <summary>
/// Words that a space cuts in two: one part at least is no word, both together are one. « a » and « fin » are words, and stay.
/// </summary>
internal sealed class SplitWords(FrenchLexicon lexicon)
{
    /// <summary>Two bits of three letters make a word too easily.</summary>
    private const int ShortestWord = 4;

    /// <summary>The word that begins at a place, or null.</summary>
    public RepairedWord? At(ImmutableArray<SourceWord> words, int at, Func<string, bool> isKnownHere)
    {
        if (at + 1 >= words.Length)
            return null;
        var (left, right) = (words[at].Text, words[at + 1].Text);
        // Punctuation between them ends the one and begins the other.
        if (!char.IsLetter(left[^1]) || !char.IsLower(right[0]))
            return null;
        var (head, tail) = (left.TrimStart('(', '[', '«', '"', '“'), right.TrimEnd(')', ']', '»', '"', '”', '.', ',', ';', ':', '!', '?', '…'));
        if (head.Length + tail.Length < ShortestWord || IsAcronym(head))
            return null;
        var (isHead, isTail) = (IsWord(head, isKnownHere), IsWord(tail, isKnownHere));
        // A single letter beside a word is its article or a label, not a part of it: « d une », « lot S port ».
        if ((isHead && isTail) || (head.Length == 1 && isTail) || (tail.Length == 1 && isHead))
            return null;
        return lexicon.IsWord(head + tail) && !lexicon.IsProperNoun(head + tail) ? new RepairedWord(2, left + right) : null;
    }

    private bool IsWord(string word, Func<string, bool> isKnownHere) => lexicon.IsWord(word) || isKnownHere(word);

    private static bool IsAcronym(string word) => word.Length > 1 && word.All(char.IsUpper);
}
