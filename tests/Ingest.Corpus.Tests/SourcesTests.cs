using System.Security.Cryptography;
using Ingest.Evaluation;
using Xunit;

namespace Ingest.Corpus.Tests;

public sealed class SourcesTests
{
    // More than a quarter is kept unseen: fewer would measure chance. What is opened, to see what it misses, is to be replaced by new documents.
    private const double LeastUnseen = 0.28;

    [Fact]
    public void Every_sample_is_listed_and_every_listed_file_is_there()
    {
        var listed = SampleCorpus.Sources.SelectMany(source => source.Samples).Order(StringComparer.Ordinal).ToList();
        var present = Directory.EnumerateFiles(Path.Combine(SampleCorpus.Folder, "samples"), "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(SampleCorpus.Folder, file).Replace('\\', '/'))
            .Where(file => !Path.GetFileName(file).StartsWith('.'))
            .Order(StringComparer.Ordinal);

        Assert.Equal(present, listed);
        Assert.All(SampleCorpus.Sources.Where(source => source.SourceFile is not null), source =>
            Assert.True(File.Exists(Path.Combine(SampleCorpus.Folder, source.SourceFile!)), $"{source.SourceFile} is missing."));
    }

    [Fact]
    public void The_bytes_of_every_sample_are_the_ones_that_were_listed()
    {
        var actual = SampleCorpus.Sources.SelectMany(source => source.Samples)
            .ToDictionary(sample => sample, sample => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Path.Combine(SampleCorpus.Folder, sample)))));
        var listed = SampleCorpus.Sources.SelectMany(source => source.Sha256).ToDictionary(pair => pair.Key, pair => pair.Value);
        var changed = actual.Where(pair => listed.GetValueOrDefault(pair.Key) != pair.Value).ToList();

        Assert.True(
            changed.Count == 0,
            "Look at these files again, check their truth, then put into SOURCES.yaml:\n"
                + string.Join('\n', changed.Select(pair => $"    {pair.Key}: {pair.Value}")));
        Assert.Empty(listed.Keys.Except(actual.Keys));
    }

    [Fact]
    public void A_slug_names_its_files_and_its_truth()
    {
        Assert.Equal(SampleCorpus.Sources.Length, SampleCorpus.Sources.Select(source => source.Slug).Distinct().Count());
        Assert.All(SampleCorpus.Sources, source =>
        {
            Assert.NotEmpty(source.Samples);
            Assert.All(source.Samples, sample => Assert.Equal(source.Slug, Path.GetFileNameWithoutExtension(sample)));
        });
        Assert.Equal(SampleCorpus.Sources.Length, TruthSet.Load(SampleCorpus.Folder).Entries.Length);
    }

    [Fact]
    public void A_part_of_the_documents_is_kept_unseen()
    {
        var unseen = SampleCorpus.Sources.Count(source => source.Split == Split.Unseen);

        Assert.True(unseen >= LeastUnseen * SampleCorpus.Sources.Length, $"{unseen} of {SampleCorpus.Sources.Length} documents are unseen.");
    }
}
