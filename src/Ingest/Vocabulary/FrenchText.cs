using Ingest.Grammar;

namespace Ingest.Vocabulary;

/// <summary>
/// Tells French from what text recognition makes of rules, stamps and pictures, by its words and its letters. It errs on the
/// side of French: a label that is wrongly dropped is lost, one that is wrongly kept is seen.
/// </summary>
/// <remarks>
/// The evidence of each word is counted in letters, as in the word-list method of Ingle (<i>A Language Identification Table</i>,
/// 1976); words that no list knows are judged by character n-grams (Cavnar and Trenkle, <i>N-Gram-Based Text Categorization</i>, 1994).
/// </remarks>
public sealed class FrenchText
{
    /// <summary>Longest phrase that is looked for as a loop, in words.</summary>
    private const int LongestLoop = 3;

    /// <summary>Marks without any letter or digit that make a soup; a lone dash or an ellipsis is an empty cell.</summary>
    private const int FewestSoupTokens = 4;

    private const int FewestAcronyms = 3;
    private const int ShortWord = 3;

    private readonly WordsToStandings _standings;
    private readonly FunctionWords _functionWords;
    private readonly FrenchTrigrams _trigrams;
    private readonly FrenchTextOptions _options;

    /// <summary>A judge.</summary>
    /// <param name="lexicon">The words.</param>
    /// <param name="trigrams">The letters.</param>
    /// <param name="functionWords">The little words of French and English.</param>
    /// <param name="options">Where French ends.</param>
    public FrenchText(FrenchLexicon lexicon, FrenchTrigrams trigrams, FunctionWords functionWords, FrenchTextOptions? options = null)
    {
        _standings = new WordsToStandings(lexicon, trigrams, functionWords);
        _functionWords = functionWords;
        _trigrams = trigrams;
        _options = options ?? new FrenchTextOptions();
    }

    /// <summary>How French a line or a label is.</summary>
    /// <param name="text">The text.</param>
    /// <param name="isKnownHere">Whether a word, given without the punctuation around it, is known to occur elsewhere in the document; such a word counts as known.</param>
    public Frenchness Judge(string text, Func<string, bool>? isKnownHere = null)
    {
        var words = _standings.Judge(text, isKnownHere ?? (_ => false));
        var counted = words.Where(word => word.Standing != WordStanding.Neutral).ToList();
        var (support, against) = Weigh(counted);
        var letters = counted.Sum(word => word.Letters);
        var known = counted.Where(word => IsTakenForFrench(word.Standing)).ToList();
        var score = letters == 0 ? 0 : counted.Sum(word => _trigrams.Score(word.Text) * word.Letters) / letters;
        return new Frenchness(
            letters == 0 ? 1 : known.Sum(word => word.Letters) / (double)letters,
            counted.Count == 0 ? 1 : known.Count / (double)counted.Count,
            score,
            support,
            VerdictOf(text, words, score, support, against));
    }

    private FrenchVerdict VerdictOf(string text, List<JudgedWord> words, double score, double support, (double Letters, int Words) against)
    {
        var isAgainst = against.Letters >= _options.LeastCounterEvidence && against.Words > 1;
        var isStrange = -score >= _options.StrangeLineBits && support < _options.FrenchShare;
        if (IsLoop(words) || IsSoup(text) || (isAgainst && (isStrange || support < _options.GibberishShare)))
            return FrenchVerdict.Gibberish;
        var areOnlyAcronyms = words.Count >= FewestAcronyms && words.TrueForAll(word => word.Standing == WordStanding.Neutral && word.Letters > 1 && word.Text.All(char.IsUpper));
        return support < _options.FrenchShare || areOnlyAcronyms ? FrenchVerdict.Doubtful : FrenchVerdict.French;
    }

    /// <summary>The share of the evidence for French, and the evidence against it.</summary>
    private (double Support, (double Letters, int Words) Against) Weigh(List<JudgedWord> words)
    {
        var isEnglish = words.Exists(word => word.Standing == WordStanding.English)
            || (words.Exists(word => word.Standing is WordStanding.Unknown or WordStanding.Stray)
                && !words.Exists(word => word.Standing is WordStanding.Known or WordStanding.Damaged && word.Letters >= ShortWord));
        var (pro, contra, contraWords) = (0.0, 0.0, 0);
        foreach (var word in words)
        {
            var weight = WeightOf(word, isEnglish);
            pro += Math.Max(weight, 0);
            contra -= Math.Min(weight, 0);
            contraWords += weight < 0 ? 1 : 0;
        }

        return (pro + contra == 0 ? 1 : pro / (pro + contra), (contra, contraWords));
    }

    private double WeightOf(JudgedWord word, bool isEnglish) => word.Standing switch
    {
        WordStanding.Known => KnownWeight(word),
        WordStanding.Damaged => word.Letters * _options.DamagedWord,
        WordStanding.Unknown => -word.Letters * StrangenessOf(word.Text),
        WordStanding.English => -word.Letters - _options.EnglishWord,
        WordStanding.Either => isEnglish ? -_options.EnglishWord : word.Letters,
        WordStanding.Stray => -_options.StrayLetter,
        _ => 0,
    };

    // Two letters make a word of the list by chance, three often do.
    private double KnownWeight(JudgedWord word) =>
        word.Letters > ShortWord || _functionWords.IsFrench(word.Text) ? word.Letters : word.Letters == ShortWord ? word.Letters / 2.0 : 0;

    /// <summary>0 to 1; a capital initial makes a name of anything that can be pronounced.</summary>
    private double StrangenessOf(string word)
    {
        var bits = -_trigrams.Score(word);
        if ((word.Length >= ShortWord && !word.Any(IsVowel)) || WordsToStandings.IsOfMixedCase(word))
            return 1;
        if (HasNameInitial(word))
            return bits < _options.UnpronounceableBits ? 0 : _options.StrangeName;
        // The short words of French are a closed class, and all known.
        var least = word.Length <= ShortWord ? _options.ShortStrangeness : _options.LeastStrangeness;
        return Math.Clamp((bits - _options.FrenchBits) / (_options.StrangeBits - _options.FrenchBits), least, 1);
    }

    /// <summary>« Mom'artre », « d'Hénin », and not « L'andrews ».</summary>
    private static bool HasNameInitial(string word)
    {
        var apostrophe = word.IndexOfAny(['\'', '’']);
        var isElision = apostrophe > 0 && WordParts.IsElided(word[..apostrophe].ToLowerInvariant());
        return char.IsUpper(word[isElision && apostrophe + 1 < word.Length ? apostrophe + 1 : 0]);
    }

    private static bool IsVowel(char c) => "aeiouyœæ".Contains(Folding.ToBaseLetter(c));

    private bool IsLoop(List<JudgedWord> words)
    {
        for (var length = 1; length <= LongestLoop; length++)
        {
            var repeated = 0;
            for (var i = length; i < words.Count; i++)
            {
                var isSame = words[i].Text.Equals(words[i - length].Text, StringComparison.OrdinalIgnoreCase) && words[i].Text is not ("x" or "X");
                repeated = isSame ? repeated + 1 : 0;
                if (repeated >= length * _options.MostRepeats)
                    return true;
            }
        }

        return false;
    }

    private static bool IsSoup(string text) =>
        !text.Any(char.IsLetterOrDigit) && text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length >= FewestSoupTokens;

    private static bool IsTakenForFrench(WordStanding standing) => standing is WordStanding.Known or WordStanding.Damaged or WordStanding.Either;
}
