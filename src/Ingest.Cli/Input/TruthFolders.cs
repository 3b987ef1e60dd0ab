using System.Collections.Immutable;
using Ingest.Evaluation;

namespace Ingest.Cli.Input;

/// <summary>
/// Truth and samples from folders of the user's choice: <c>TRUTH/&lt;slug&gt;/truth.yaml</c> belongs to every sample
/// that is named <c>&lt;slug&gt;.*</c>. Splits are read from a <c>SOURCES.yaml</c> beside the folder of truths; without
/// one everything counts as unseen, because nobody wrote rules for it.
/// </summary>
internal static class TruthFolders
{
    /// <summary>Reads both folders.</summary>
    /// <param name="truthFolder">Folder of the truths.</param>
    /// <param name="samplesFolder">Folder of the samples.</param>
    /// <exception cref="TruthFormatException">A file is not of its form.</exception>
    public static TruthSet Load(string truthFolder, string samplesFolder)
    {
        var splits = Splits(Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(truthFolder)))!);
        var samples = Directory.EnumerateFiles(samplesFolder)
            .Order(StringComparer.Ordinal)
            .ToLookup(file => Path.GetFileNameWithoutExtension(file), StringComparer.Ordinal);
        return new TruthSet
        {
            Entries =
            [
                .. from folder in Directory.EnumerateDirectories(truthFolder)
                   let slug = Path.GetFileName(folder)
                   let truth = Path.Combine(folder, "truth.yaml")
                   where File.Exists(truth)
                   orderby slug
                   select TruthSet.ReadTruth(truth) with
                   {
                       Slug = slug,
                       Split = splits.GetValueOrDefault(slug, Split.Unseen),
                       Samples = [.. samples[slug]],
                   },
            ],
        };
    }

    private static ImmutableDictionary<string, Split> Splits(string corpusFolder) =>
        File.Exists(Path.Combine(corpusFolder, "SOURCES.yaml"))
            ? CorpusSource.Load(corpusFolder).ToImmutableDictionary(source => source.Slug, source => source.Split, StringComparer.Ordinal)
            : ImmutableDictionary.Create<string, Split>(StringComparer.Ordinal);
}
