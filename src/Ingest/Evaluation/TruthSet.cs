using System.Collections.Immutable;
using Ingest.Model.Documents;

namespace Ingest.Evaluation;

/// <summary>A fault that the writer of a document planted in it.</summary>
/// <param name="Code">Code of the finding that must be raised.</param>
/// <param name="At">Title of the action, theme or label of the total that it concerns; null for the document.</param>
public sealed record PlantedFault(string Code, string? At);

/// <summary>A document with its hand-checked expectation.</summary>
public sealed record TruthEntry
{
    /// <summary>Name of the document.</summary>
    public required string Slug { get; init; }

    /// <summary>The split that it belongs to.</summary>
    public required Split Split { get; init; }

    /// <summary>Paths of its samples, one per format.</summary>
    public required ImmutableArray<string> Samples { get; init; }

    /// <summary>What must be read: the values alone; ids and evidence are not checked by hand and say nothing here.</summary>
    public required IngestedDocument Expected { get; init; }

    /// <summary>The faults that must be found, and no other errors.</summary>
    public required ImmutableArray<PlantedFault> Faults { get; init; }

    /// <summary>Fields that its writer left open, for the contract does not say what they should hold: they are not scored.</summary>
    public ImmutableArray<string> Open { get; init; } = [];
}

/// <summary>Documents with their hand-checked expectations.</summary>
public sealed record TruthSet
{
    /// <summary>The documents by slug.</summary>
    public required ImmutableArray<TruthEntry> Entries { get; init; }

    /// <summary>Reads <c>SOURCES.yaml</c> and <c>truth/&lt;slug&gt;/truth.yaml</c> of a corpus.</summary>
    /// <param name="corpusFolder">The corpus.</param>
    /// <exception cref="TruthFormatException">A file is missing or not of its form.</exception>
    public static TruthSet Load(string corpusFolder) => new()
    {
        Entries =
        [
            .. from source in CorpusSource.Load(corpusFolder)
               orderby source.Slug
               let truth = ReadTruth(Path.Combine(corpusFolder, "truth", source.Slug, "truth.yaml"))
               select truth with
               {
                   Slug = source.Slug,
                   Split = source.Split,
                   Samples = [.. source.Samples.Select(sample => Path.Combine(corpusFolder, sample))],
               },
        ],
    };

    /// <summary>Reads one expectation; slug, split and samples are left empty.</summary>
    /// <param name="path">A file <c>truth.yaml</c>.</param>
    /// <exception cref="TruthFormatException">The file is missing or not of its form.</exception>
    public static TruthEntry ReadTruth(string path) => TruthYaml.ReadTruth(path);

    /// <summary>Writes one expectation in the form that <see cref="ReadTruth"/> reads: only a generator, which knows it by construction, may.</summary>
    /// <param name="entry">The expectation.</param>
    /// <param name="stream">Takes it as UTF-8; stays open.</param>
    public static void WriteTruth(TruthEntry entry, Stream stream)
    {
        using var writer = new StreamWriter(stream, leaveOpen: true);
        TruthYamlWriter.Write(entry, writer);
    }
}
