using System.Collections.Immutable;

namespace Ingest.Classification.Features;

/// <summary>
/// Cuts the endings off a folded French word, so that « accompagner », « accompagnés » and « accompagnement » become one. Suffixes are
/// taken off once, the longest that leaves enough of a stem, after the plural: lighter than Porter's algorithm, since what matters is that
/// words of one family meet, not that a stem is a word (cf. J. Savoy, « Light stemming approaches for the French, Portuguese, German and
/// Hungarian languages », 2006).
/// </summary>
public static class FrenchStemmer
{
    // A stem shorter than this says too little: « mer », « emploi ».
    private const int ShortestStem = 4;

    // Words of this many letters or fewer stay whole.
    private const int ShortestWord = 5;

    // Longest first. Participles and infinitives share what nouns of action leave.
    private static readonly ImmutableArray<string> Suffixes =
    [
        .. new[]
        {
            "issements", "issement", "isations", "isation", "ications", "ication", "ements", "ement", "ateurs", "ateur", "atrices", "atrice", "ations", "ation",
            "isseurs", "isseur", "iteurs", "iteur", "itions", "ition", "utions", "ution", "issant", "issent", "ances", "ance", "ences", "ence", "ements", "ables", "able", "ibles", "ible",
            "elles", "elle", "iques", "ique", "ismes", "isme", "istes", "iste", "ites", "ite", "ives", "ive", "ifs", "if", "euses", "euse", "eurs", "eur", "eux",
            "ions", "ion", "ants", "ante", "antes", "ant", "ents", "ente", "entes", "ent", "aient", "ait", "erait", "eront", "era", "ees", "ee", "er", "ez", "es", "e", "iers", "ieres", "iere", "ier",
            "ies", "ie", "is", "it", "ir", "ales", "ale", "al", "aux", "els", "el", "ages", "age", "ures", "ure", "s", "x",
        }.Distinct().OrderByDescending(suffix => suffix.Length).ThenBy(suffix => suffix, StringComparer.Ordinal),
    ];

    /// <summary>The stem of a word in folded form.</summary>
    public static ReadOnlySpan<char> Stem(ReadOnlySpan<char> word)
    {
        if (word.Length < ShortestWord || char.IsAsciiDigit(word[0]))
            return word.Length > 3 && word[^1] is 's' or 'x' ? word[..^1] : word;
        foreach (var suffix in Suffixes)
        {
            if (word.Length - suffix.Length >= ShortestStem && word.EndsWith(suffix, StringComparison.Ordinal))
                return Undoubled(word[..^suffix.Length]);
        }

        return word;
    }

    // « personnel », « personne »: a doubled consonant goes with its ending.
    private static ReadOnlySpan<char> Undoubled(ReadOnlySpan<char> stem) =>
        stem.Length > ShortestStem && stem[^1] == stem[^2] && stem[^1] is 'n' or 'l' or 't' or 's' ? stem[..^1] : stem;
}
