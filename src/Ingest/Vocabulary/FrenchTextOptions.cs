namespace Ingest.Vocabulary;

/// <summary>Where French ends. Evidence is counted in letters.</summary>
public sealed record FrenchTextOptions
{
    /// <summary>Share of the evidence, 0 to 1, from which on a text is French: one damaged word in three is common in scans.</summary>
    public double FrenchShare { get; init; } = 0.65;

    /// <summary>Share of the evidence, 0 to 1, below which a text is gibberish: a third of the letters may make words by chance.</summary>
    public double GibberishShare { get; init; } = 0.4;

    /// <summary>Letters that have to speak against a text before it is gibberish, in two words at least: a single unknown word may be a name or an abbreviation.</summary>
    public double LeastCounterEvidence { get; init; } = 3;

    /// <summary>Bits per character up to which an unknown word looks French; words of the list have 3 in the mean.</summary>
    public double FrenchBits { get; init; } = 3.6;

    /// <summary>Bits per character from which on an unknown word in lower case does not look French at all.</summary>
    public double StrangeBits { get; init; } = 5.5;

    /// <summary>Bits per character from which on a text with unknown words is gibberish unless most of it is known: no line of French reaches it.</summary>
    public double StrangeLineBits { get; init; } = 5;

    /// <summary>Bits per character from which on a word with a capital initial is no name: names of Alsace and Brittany stay below.</summary>
    public double UnpronounceableBits { get; init; } = 7.5;

    /// <summary>Share of the letters of such a word that speak against a text, 0 to 1: half, because brands are made up too.</summary>
    public double StrangeName { get; init; } = 0.5;

    /// <summary>Share of the letters of an unknown word that speak against a text even if the word looks French, 0 to 1.</summary>
    public double LeastStrangeness { get; init; } = 0.45;

    /// <summary>The same for an unknown word of at most three letters: abbreviations are rare, bits of nothing are not.</summary>
    public double ShortStrangeness { get; init; } = 0.7;

    /// <summary>What a scattered single letter weighs, in letters: as much as a short word, which French would have there.</summary>
    public double StrayLetter { get; init; } = 2;

    /// <summary>What an English function word weighs beside its own letters, in letters: it is no accident of reading.</summary>
    public double EnglishWord { get; init; } = 2;

    /// <summary>Share of its letters that a damaged word counts for, 0 to 1: most likely French, but guessed.</summary>
    public double DamagedWord { get; init; } = 0.75;

    /// <summary>How often the same one to three words may follow one another: headings of columns read in a row do so.</summary>
    public int MostRepeats { get; init; } = 3;
}
