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
