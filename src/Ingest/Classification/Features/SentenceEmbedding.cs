using System.Collections.Immutable;

namespace Ingest.Classification.Features;

/// <summary>What a definition adds to the features of a text: the vector that a sentence model makes of it.</summary>
/// <param name="Hash">SHA-256 over the model and all that its vectors depend on, in lower-case hexadecimal: a classifier fits one such model alone.</param>
/// <param name="Size">Number of values of a vector.</param>
/// <param name="Embed">A text to its vector, of length 1 or all 0; called by many threads at once.</param>
public sealed record SentenceEmbedding(string Hash, int Size, Func<string, ImmutableArray<float>> Embed);

/// <summary>The sentence vectors that a classifier was fitted with.</summary>
/// <param name="Hash">Hash of the <see cref="SentenceEmbedding"/>.</param>
/// <param name="Size">Number of values of a vector.</param>
/// <param name="Weight">Weight beside the other kinds of features.</param>
internal sealed record SentencePart(string Hash, int Size, double Weight);
