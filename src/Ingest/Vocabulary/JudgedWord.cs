using System.Collections.Frozen;

namespace Ingest.Vocabulary;

/// <summary>What a word of a text says about its being French.</summary>
internal enum WordStanding
{
    /// <summary>Nothing: a name, an acronym, a number, a code, a unit, a tick.</summary>
    Neutral,

    /// <summary>A word.</summary>
    Known,

    /// <summary>A word that was damaged, or a half of one.</summary>
    Damaged,

    /// <summary>No word.</summary>
    Unknown,

    /// <summary>A function word of English and not of French.</summary>
    English,

    /// <summary>A function word of either: its neighbours tell.</summary>
    Either,

    /// <summary>A single letter that stands for nothing.</summary>
    Stray,
}

/// <summary>A word with what it says.</summary>
/// <param name="Text">The word without the punctuation around it.</param>
/// <param name="Standing">What it is.</param>
/// <param name="Letters">Number of its letters.</param>
internal readonly record struct JudgedWord(string Text, WordStanding Standing, int Letters);

/// <summary>Tells what each word of a text is.</summary>
internal sealed class WordsToStandings(FrenchLexicon lexicon, FrenchTrigrams trigrams, FunctionWords functionWords)
{
    private static readonly char[] Around = [.. ".,;:!?…«»“”\"'’‘()[]{}*•·-–—/|_~=<>`^\\"];

    private const string Elidable = "ldjmtsnc";
    private const string Vowels = "aeiouyhœ";

    private readonly DamagedWords _damaged = new(lexicon, trigrams, functionWords);

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
        var isAcronym = word.Length >= 2 && word.All(c => !char.IsLetter(c) || char.IsUpper(c));
        if (functionWords.IsEnglish(word) && !(isAcronym && areCapitalsTelling))
            return functionWords.IsFrench(word) ? WordStanding.Either : WordStanding.English;
        if (lexicon.IsProperNoun(word))
            return char.IsUpper(word[0]) || word.Contains('\'') ? WordStanding.Neutral : WordStanding.Unknown;
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
        var isElision = Elidable.Contains(char.ToLowerInvariant(letter)) && next.Length > 1 && Vowels.Contains(Grammar.Folding.ToBaseLetter(next[0]));
        if (isMarker || isElision || letter is 'x' or 'X' || !char.IsLetter(letter))
            return WordStanding.Neutral;
        // « À table », « il y a »: beside a word, not among scattered letters.
        var isBesideWord = next.Length > 1 || (at > 0 && Core(tokens[at - 1]).Length > 1);
        if (isBesideWord && lexicon.IsWord(letter.ToString()))
            return WordStanding.Known;
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

/// <summary>Units that stand behind numbers, and abbreviations as short and as neutral.</summary>
internal static class Units
{
    private static readonly FrozenSet<string> Known = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "€", "k€", "m€", "h", "km", "m", "cm", "mm", "m²", "m2", "km²", "ha", "kg", "g", "ml", "cl", "mn", "min", "ko", "mo", "go", "n°",
        "nb", "nbre", "num", "etp", "tél", "art", "réf", "obs", "prog");

    /// <summary>Whether it is one of them.</summary>
    public static bool IsUnit(string word) => Known.Contains(word);
}
