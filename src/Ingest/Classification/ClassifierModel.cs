using System.Collections.Immutable;
using Ingest.Classification.Features;

namespace Ingest.Classification;

/// <summary>A fitted classifier, as a model file holds it.</summary>
internal sealed record ClassifierModel
{
    /// <summary>Name of the class of texts that place nothing.</summary>
    public const string None = "none";

    /// <summary>Id of the taxonomy whose leaves are its classes.</summary>
    public required string Taxonomy { get; init; }

    /// <summary>SHA-256 of all data that it was fitted on, in lower-case hexadecimal.</summary>
    public required string DataHash { get; init; }

    /// <summary>Its classes: the leaves in order, then <see cref="None"/>.</summary>
    public required ImmutableArray<string> Classes { get; init; }

    /// <summary>The features that it knows.</summary>
    public required FeatureSpace Space { get; init; }

    /// <summary>How texts become features.</summary>
    public required FeatureOptions Options { get; init; }

    /// <summary>The sentence vectors behind the features; null where it was fitted without.</summary>
    public SentencePart? Sentences { get; init; }

    /// <summary>Its weights.</summary>
    public required LinearScores Scores { get; init; }

    /// <summary>What scores are divided by before they become probabilities.</summary>
    public required double Temperature { get; init; }
}
