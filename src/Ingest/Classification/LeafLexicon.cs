using System.Collections.Immutable;

namespace Ingest.Classification;

/// <summary>Words and phrases that lean to a leaf.</summary>
/// <param name="Leaf">Id of the leaf.</param>
/// <param name="Terms">Words and phrases, as written.</param>
public sealed record LeafTerms(string Leaf, ImmutableArray<string> Terms);

/// <summary>What leans to which leaf of a taxonomy.</summary>
/// <param name="Taxonomy">Id of the taxonomy.</param>
/// <param name="Leaves">The terms, by leaf.</param>
public sealed record LeafLexicon(string Taxonomy, ImmutableArray<LeafTerms> Leaves)
{
    /// <summary>A lexicon without terms.</summary>
    public static LeafLexicon Empty(string taxonomy) => new(taxonomy, []);
}
