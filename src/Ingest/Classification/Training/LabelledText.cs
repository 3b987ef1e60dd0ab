using System.Collections.Immutable;

namespace Ingest.Classification.Training;

/// <summary>A text with its place, as a writer gave it.</summary>
public sealed record LabelledText
{
    /// <summary>Id of the row.</summary>
    public required string Id { get; init; }

    /// <summary>Id of the taxonomy.</summary>
    public required string Taxonomy { get; init; }

    /// <summary>Leaf, or « none ».</summary>
    public required string Label { get; init; }

    /// <summary>What a second labeller said without seeing the first; null where none did.</summary>
    public string? SecondLabel { get; init; }

    /// <summary>label-like, indirect, action or none.</summary>
    public required string Style { get; init; }

    /// <summary>Who wrote it.</summary>
    public required string Writer { get; init; }

    /// <summary>Commune that it is set in.</summary>
    public required string Commune { get; init; }

    /// <summary>Year that it is set in; null where none is given.</summary>
    public int? Year { get; init; }

    /// <summary>The text.</summary>
    public required string Text { get; init; }
}

/// <summary>A row of labelled texts is wrong: the caller's fault.</summary>
public sealed class LabelledTextException : Exception
{
    /// <summary>Something is wrong at a line of a file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="line">Line from 1; 0 where it is about the whole file.</param>
    /// <param name="messageFr">What is wrong, in French.</param>
    /// <param name="messageEn">The same in English.</param>
    public LabelledTextException(string file, int line, string messageFr, string messageEn)
        : base(messageEn) => (File, Line, MessageFr) = (file, line, messageFr);

    /// <summary>The file.</summary>
    public string File { get; }

    /// <summary>Line from 1; 0 where it is about the whole file.</summary>
    public int Line { get; }

    /// <summary>What is wrong, in French.</summary>
    public string MessageFr { get; }
}

/// <summary>The labelled texts of a taxonomy, by what they are for.</summary>
/// <param name="Training">What a model learns from.</param>
/// <param name="Development">What it is calibrated and compared on: other writers.</param>
/// <param name="Hash">SHA-256 over the files of both, in lower-case hexadecimal.</param>
public sealed record LabelledSet(ImmutableArray<LabelledText> Training, ImmutableArray<LabelledText> Development, string Hash);
