using System.Collections.Immutable;

namespace Ingest.Evaluation;

/// <summary>What <c>corpus/SOURCES.yaml</c> says of one document.</summary>
public sealed record CorpusSource
{
    /// <summary>Name of the document; its files share it.</summary>
    public required string Slug { get; init; }

    /// <summary>The file that the samples were made from, relative to the corpus; null where they are originals.</summary>
    public string? SourceFile { get; init; }

    /// <summary>The sample files, relative to the corpus.</summary>
    public required ImmutableArray<string> Samples { get; init; }

    /// <summary>SHA-256 of each sample file in lower-case hexadecimal, by its path.</summary>
    public required ImmutableSortedDictionary<string, string> Sha256 { get; init; }

    /// <summary>Where it comes from.</summary>
    public required string Origin { get; init; }

    /// <summary>Licence under which it may be passed on.</summary>
    public required string Licence { get; init; }

    /// <summary>The split that it belongs to.</summary>
    public required Split Split { get; init; }

    /// <summary>What it is made to show.</summary>
    public required ImmutableArray<string> Traits { get; init; }

    /// <summary>Reads the list of a corpus.</summary>
    /// <param name="corpusFolder">Folder that holds SOURCES.yaml.</param>
    /// <exception cref="TruthFormatException">The list is not of its form.</exception>
    public static ImmutableArray<CorpusSource> Load(string corpusFolder) => TruthYaml.ReadSources(Path.Combine(corpusFolder, "SOURCES.yaml"));
}

/// <summary>A file of the corpus is not of its form.</summary>
public sealed class TruthFormatException : Exception
{
    /// <summary>The file cannot be used for the reason given.</summary>
    /// <param name="file">The file.</param>
    /// <param name="line">Line from 1; null where no line can be named.</param>
    /// <param name="reason">What is wrong.</param>
    /// <param name="cause">The error that showed it.</param>
    public TruthFormatException(string file, long? line, string reason, Exception? cause = null)
        : base(FormattableString.Invariant($"{file}{(line is null ? "" : $":{line}")}: {reason}"), cause)
    {
    }
}
