using Ingest.Collections;
using Xunit;

namespace Ingest.Corpus.Tests;

/// <summary>The corpus holds its documents in one to four formats: which of them are one act is known by SOURCES.yaml.</summary>
public sealed class DuplicateTests
{
    // Of all pairs of formats of one act: measured 0.873 (0.933 before sixty documents of six more hands joined); what is missed was read otherwise in one of the formats, or says nothing.
    private const double LeastRecall = 0.87;

    [Fact]
    public void Formats_of_one_act_are_found_and_no_two_acts_are_taken_for_one()
    {
        var samples = SampleCorpus.Sources.SelectMany(source => source.Samples.Select(sample => (Sample: sample, Act: ActOf(source.Slug)))).ToList();
        var found = Duplicates.Find([.. samples.Select(sample => DocumentFingerprint.Of(sample.Sample, SampleCorpus.Read(sample.Sample)))]);
        var first = found.Where(duplicate => duplicate.IsSame).ToDictionary(duplicate => duplicate.Path, duplicate => duplicate.Of, StringComparer.Ordinal);
        string FirstOf(string path)
        {
            while (first.TryGetValue(path, out var of))
                path = of;
            return path;
        }

        var pairs = (from one in samples
                     from other in samples
                     where string.CompareOrdinal(one.Sample, other.Sample) < 0
                     let isOne = one.Act == other.Act
                     let isTaken = FirstOf(one.Sample) == FirstOf(other.Sample)
                     where isOne || isTaken
                     select (IsOne: isOne, IsTaken: isTaken)).ToList();
        var right = pairs.Count(pair => pair.IsOne && pair.IsTaken);

        Assert.Equal(right, pairs.Count(pair => pair.IsTaken));
        Assert.True(right >= LeastRecall * pairs.Count(pair => pair.IsOne), $"{right} of {pairs.Count(pair => pair.IsOne)} pairs of formats were found.");
        Assert.All(found.Where(duplicate => !duplicate.IsSame), near => Assert.Equal(ActNamed(near.Path), ActNamed(near.Of)));

        string ActNamed(string path) => samples.Single(sample => sample.Sample == path).Act;
    }

    // The old recognition of an act is a source of its own.
    private static string ActOf(string slug) => slug.EndsWith("-ocr", StringComparison.Ordinal) ? slug[..^"-ocr".Length] : slug;
}
