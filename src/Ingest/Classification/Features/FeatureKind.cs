namespace Ingest.Classification.Features;

/// <summary>A kind of feature.</summary>
internal enum FeatureKind : byte
{
    /// <summary>The stem of a word.</summary>
    Word = 1,

    /// <summary>Two stems that follow one another, little words left out.</summary>
    Pair = 2,

    /// <summary>A run of characters of a word.</summary>
    Gram = 3,

    /// <summary>Terms of one leaf's lexicon.</summary>
    Lexicon = 4,
}

/// <summary>A feature of a text with how often it stands there.</summary>
/// <param name="Key">Hash of kind and text: 32 bits tell some ten thousands of features apart well enough.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="Count">How often.</param>
internal readonly record struct CountedFeature(uint Key, FeatureKind Kind, float Count);
