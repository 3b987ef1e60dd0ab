using Ingest.Grammar;

namespace Ingest.Vocabulary;

/// <summary>Tells what each word of a text is.</summary>
internal sealed class WordsToStandings(FrenchLexicon lexicon, FrenchTrigrams trigrams, FunctionWords functionWords)
{
    private static readonly char[] Around = [.. ".,;:!?…«»“”\"'’‘()[]{}*•·-–—/|_~=<>`^\\"];

    private const string Elidable = "ldjmtsnc";
    private const string Vowels = "aeiouyhœ";

    private readonly DamagedWords _damaged = new(lexicon, trigrams, functionWords);

    /// <summary>« eS »: a small letter and then a capital, which French has behind an apostrophe or a hyphen only.</summary>
    public static bool IsOfMixedCase(string word) => char.IsLower(word[0]) && word.All(char.IsLetter) && word.Any(char.IsUpper);

    /// <summary>The words, in order; tokens without letters are left out.</summary>
    public List<JudgedWord> Judge(string text, Func<string, bool> isKnownHere)
    {
        var tokens = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        // In a line of capitals only, an English word is told from an acronym by its company.
        var areCapitalsTelling = text.Any(char.IsLower) || tokens.Length < 3;
        var words = new List<JudgedWord>(tokens.Length);
        for (var i = 0; i < tokens.Length; i++)
        {
            var word = Core(tokens[i]);
            if (!word.Any(char.IsLetter))
                continue;
            var next = i + 1 < tokens.Length ? Core(tokens[i + 1]) : "";
            var standing = word.Length == 1
                ? JudgeLetter(tokens, i, next)
                : JudgeWord(word, areCapitalsTelling, isKnownHere);
            words.Add(new JudgedWord(word, standing, word.Count(char.IsLetter)));
        }

        JoinHalves(words);
        return words;
    }

    private WordStanding JudgeWord(string word, bool areCapitalsTelling, Func<string, bool> isKnownHere)
    {
        if (Units.IsUnit(word) || word.Any(c => char.IsDigit(c) || c == '@') || word.Contains("www.", StringComparison.OrdinalIgnoreCase))
            return WordStanding.Neutral;
        if (isKnownHere(word))
            return WordStanding.Known;
        if (IsOfMixedCase(word))
            return WordStanding.Unknown;
        var isAcronym = word.Length >= 2 && word.All(c => !char.IsLetter(c) || char.IsUpper(c));
        if (functionWords.IsEnglish(word) && !(isAcronym && areCapitalsTelling))
            return functionWords.IsFrench(word) ? WordStanding.Either : WordStanding.English;
        if (lexicon.IsProperNoun(word))
            return word.Any(char.IsUpper) ? WordStanding.Neutral : WordStanding.Unknown;
        if (lexicon.IsWord(word))
            return WordStanding.Known;
        if (isAcronym)
            return WordStanding.Neutral;
        return _damaged.IsDamaged(word) || WordParts.IsPrefix(word.ToLowerInvariant()) ? WordStanding.Damaged : WordStanding.Unknown;
    }

    private WordStanding JudgeLetter(string[] tokens, int at, string next)
    {
        var (token, letter) = (tokens[at], Core(tokens[at])[0]);
        var isMarker = at == 0 && token.Length > 1 && next.Length > 1;
        var isElision = Elidable.Contains(char.ToLowerInvariant(letter)) && next.Length > 1 && Vowels.Contains(Folding.ToBaseLetter(next[0]));
        if (isMarker || isElision || letter is 'x' or 'X' || !char.IsLetter(letter))
            return WordStanding.Neutral;
        // « À table », « il y a »: beside a word, not among scattered letters.
        var isBesideWord = next.Length > 1 || (at > 0 && Core(tokens[at - 1]).Length > 1);
        if (isBesideWord && lexicon.IsWord(letter.ToString()))
            return functionWords.IsEnglish(letter.ToString()) ? WordStanding.Either : WordStanding.Known;
        // « Lot B », « M. », « Axe A », « P 147 ».
        var isLabel = next.Any(char.IsDigit) || (isBesideWord && next.Length != 1 && (at > 0 || token.Length > 1));
        return char.IsUpper(letter) && isLabel ? WordStanding.Neutral : WordStanding.Stray;
    }

    private void JoinHalves(List<JudgedWord> words)
    {
        for (var i = 0; i + 1 < words.Count; i++)
        {
            var (left, right) = (words[i], words[i + 1]);
            if ((left.Standing is WordStanding.Unknown || right.Standing is WordStanding.Unknown) && _damaged.AreHalves(left.Text, right.Text))
                (words[i], words[i + 1]) = (left with { Standing = WordStanding.Damaged }, right with { Standing = WordStanding.Damaged });
        }
    }

    private static string Core(string token) => token.Trim(Around);
}
