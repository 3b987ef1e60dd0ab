using System.Collections.Immutable;

namespace Ingest.Embeddings;

/// <summary>What is wrong with a sentence model or its vocabulary.</summary>
public enum SentenceProblem
{
    /// <summary>The vocabulary cannot be opened; why.</summary>
    ClosedVocabulary,

    /// <summary>The vocabulary is none of word pieces; which piece is missing.</summary>
    OtherVocabulary,

    /// <summary>The library that runs models does not load on this machine; why.</summary>
    NoRuntime,

    /// <summary>The file is no model that the library can run; why.</summary>
    NoModel,

    /// <summary>The model wants other inputs than pieces of a text; which it has, which are allowed.</summary>
    OtherInputs,

    /// <summary>The model gives no vector by text or by piece; what it gives.</summary>
    NoVectors,

    /// <summary>The model fails over pieces of the vocabulary; how many they were, why.</summary>
    Unfit,
}

/// <summary>A sentence model or its vocabulary cannot be used: the fault of whoever named it.</summary>
public sealed class SentenceModelException : Exception
{
    /// <summary>Something is wrong with a file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="problem">What is wrong.</param>
    /// <param name="details">The details that the problem names, in its order.</param>
    public SentenceModelException(string file, SentenceProblem problem, params ImmutableArray<string> details)
        : base($"{file}: {problem}: {string.Join("; ", details)}") => (File, Problem, Details) = (file, problem, details);

    /// <summary>The file.</summary>
    public string File { get; }

    /// <summary>What is wrong.</summary>
    public SentenceProblem Problem { get; }

    /// <summary>The details that the problem names, in its order.</summary>
    public ImmutableArray<string> Details { get; }
}
