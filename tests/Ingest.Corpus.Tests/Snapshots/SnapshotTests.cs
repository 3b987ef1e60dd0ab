using Ingest.Tests.Emission;
using Xunit;

namespace Ingest.Corpus.Tests.Snapshots;

/// <summary>
/// What the program makes of each sample that may be looked at, kept beside this file and reviewed as diffs. Written anew by
/// <c>INGEST_UPDATE_SNAPSHOTS=1 ./ingest test</c>; never a truth: it says what is read, not what is right.
/// </summary>
public sealed class SnapshotTests
{
    private static readonly string Folder = Path.Combine(SampleCorpus.Root, "tests", "Ingest.Corpus.Tests", "Snapshots");
    private static readonly bool IsUpdate = Environment.GetEnvironmentVariable("INGEST_UPDATE_SNAPSHOTS") == "1";

    [Theory]
    [MemberData(nameof(SampleCorpus.TuneSamples), MemberType = typeof(SampleCorpus))]
    public void A_sample_gives_what_it_gave(string sample)
    {
        var golden = GoldenFile(sample);
        var text = Snapshot.Of(SampleCorpus.Read(sample));
        if (IsUpdate)
            File.WriteAllText(golden, text);

        Assert.True(File.Exists(golden), $"{Path.GetFileName(golden)} is missing: INGEST_UPDATE_SNAPSHOTS=1 ./ingest test writes it.");
        var kept = File.ReadAllText(golden).ReplaceLineEndings("\n");
        Assert.True(kept == text, $"{sample} gives something else than its snapshot.\n{FirstDifference(kept, text)}\n"
            + "If it is better: INGEST_UPDATE_SNAPSHOTS=1 ./ingest test, and look at the diff.");
    }

    [Fact]
    public void No_snapshot_is_left_of_a_sample_that_is_gone()
    {
        var expected = SampleCorpus.TuneSamples.Select(sample => Path.GetFileName(GoldenFile(sample.Data)));

        Assert.Equal([], Directory.EnumerateFiles(Folder, "*.json").Select(Path.GetFileName).Except(expected));
    }

    [Fact]
    public void A_snapshot_tells_evidence_in_one_line_and_leaves_out_what_changes_with_every_build()
    {
        var text = Snapshot.Of(SampleDocument.Full());

        Assert.Contains("\"evidence\": \"p1 [0.98]: Nos jardins Ville 4 950 €\"", text, StringComparison.Ordinal);
        Assert.Contains("\"totalCost\": \"p1 [0.98]: 4 950 €\"", text, StringComparison.Ordinal);
        Assert.Contains("\"totalCost\": 4950.00,", text, StringComparison.Ordinal);
        Assert.Contains("\"exemple-2024-2030: 1.2.3 (0.9) accepted, stated 1.2.3\"", text, StringComparison.Ordinal);
        Assert.DoesNotContain("bbox", text, StringComparison.Ordinal);
        Assert.DoesNotContain("definitionHash", text, StringComparison.Ordinal);
        Assert.DoesNotContain("sha256", text, StringComparison.Ordinal);
    }

    private static string GoldenFile(string sample) => Path.Combine(
        Folder, $"{Path.GetFileNameWithoutExtension(sample)}.{Path.GetExtension(sample).TrimStart('.')}.json");

    private static string FirstDifference(string kept, string text)
    {
        var (before, after) = (kept.Split('\n'), text.Split('\n'));
        var line = before.Zip(after).TakeWhile(pair => pair.First == pair.Second).Count();
        return $"line {line + 1}\n- {before.ElementAtOrDefault(line)}\n+ {after.ElementAtOrDefault(line)}";
    }
}
