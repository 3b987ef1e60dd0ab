using System.Collections.Frozen;

namespace Ingest.Vocabulary;

/// <summary>What French puts before and between words without their being entries of a dictionary.</summary>
internal static class WordParts
{
    // What loses its vowel before another: « l'école », « jusqu'à », « lorsqu'il ».
    private static readonly FrozenSet<string> Elided = FrozenSet.Create(
        StringComparer.Ordinal,
        "l", "d", "j", "m", "t", "s", "n", "c", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu", "quelqu", "presqu", "entr");

    // First parts of compounds, most of them no words of their own: « socio-éducatif ».
    private static readonly FrozenSet<string> Prefixes = FrozenSet.Create(
        StringComparer.Ordinal,
        "socio", "psycho", "éco", "inter", "co", "anti", "auto", "médico", "pré", "post", "intra", "extra", "infra", "multi",
        "pluri", "mono", "micro", "macro", "mini", "maxi", "péri", "non", "ex", "vice", "sous", "sur", "semi", "demi", "mi",
        "néo", "ultra", "super", "hyper", "télé", "électro", "agro", "bio", "géo", "franco", "technico", "politico", "juridico",
        "quasi", "para", "trans", "poly", "bi", "tri", "archi", "contre", "entre", "arrière", "avant", "après", "cyber", "ciné",
        "aéro", "hydro", "thermo", "photo", "vidéo", "audio", "euro", "artistico", "bien", "mal", "ré", "neuro", "ethno");

    // First parts that French writes with a hyphen or without, and never as the typesetter's: no simple word begins with them.
    private static readonly FrozenSet<string> LearnedPrefixes = FrozenSet.Create(
        StringComparer.Ordinal,
        "socio", "psycho", "médico", "éco", "neuro", "ethno", "franco", "technico", "politico", "juridico", "artistico", "électro", "agro", "micro", "macro");

    /// <summary>Whether something elided stands before an apostrophe: « l », « qu ». Lower case.</summary>
    public static bool IsElided(string part) => Elided.Contains(part);

    /// <summary>Whether this is the first part of compounds that keep their hyphen: « socio ». Lower case.</summary>
    public static bool IsPrefix(string part) => Prefixes.Contains(part);

    /// <summary>Whether this is a first part whose hyphen is never that of a line end: « psycho ». Lower case.</summary>
    public static bool IsLearnedPrefix(string part) => LearnedPrefixes.Contains(part);
}
