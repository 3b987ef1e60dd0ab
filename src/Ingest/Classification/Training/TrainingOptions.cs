using System.Globalization;
using Ingest.Classification.Features;

namespace Ingest.Classification.Training;

/// <summary>How a classifier is fitted. The defaults are those that leave-one-writer-out on the training texts bore out.</summary>
public sealed record TrainingOptions
{
    /// <summary>What texts are compared by.</summary>
    public FeatureOptions Features { get; init; } = new();

    /// <summary>How small the weights of the logistic regression are held (L2). Default 0.003.</summary>
    public double WeightDecay { get; init; } = 0.003;

    /// <summary>Change of the loss below which the search ends. Default 0.0001.</summary>
    public double Tolerance { get; init; } = 1e-4;

    /// <summary>Most steps of the search. Default 30: the places of texts hardly change after that.</summary>
    public int MostIterations { get; init; } = 30;

    /// <summary>Steps that the search remembers (L-BFGS). Default 5.</summary>
    public int History { get; init; } = 5;

    /// <summary>Share of complement naive Bayes in the mixed scores, the logistic regression having the rest. Default 0.8.</summary>
    public double BayesShare { get; init; } = 0.8;

    /// <summary>What naive Bayes adds to each count. Default 0.3.</summary>
    public double Smoothing { get; init; } = 0.3;

    /// <summary>How much the label of a place counts beside a labelled text. Default 1.</summary>
    public double LabelWeight { get; init; } = 1;

    /// <summary>How much a term of a lexicon counts beside a labelled text. Default 0.1.</summary>
    public double TermWeight { get; init; } = 0.1;

    /// <summary>All values in one line, the same under every culture: a part of the hash that names a model.</summary>
    internal string Canonical => string.Create(
        CultureInfo.InvariantCulture,
        $"{Features.ShortestGram} {Features.LongestGram} {Features.PairReach} {Features.WordWeight} {Features.PairWeight} {Features.GramWeight} {Features.LexiconWeight} {Features.FewestWords} {Features.FewestPairs} {Features.FewestGrams} {WeightDecay} {Tolerance} {MostIterations} {History} {BayesShare} {Smoothing} {LabelWeight} {TermWeight}");
}
