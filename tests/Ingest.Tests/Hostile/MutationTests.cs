using System.Diagnostics;
using System.Globalization;
using System.Runtime.Versioning;
using Ingest.Model.Findings;
using Ingest.Reading;
using Ingest.Running.Isolation;
using Ingest.Tests.Running;
using Ingest.Tests.Running.Isolation;
using Ingest.Tests.Vocabulary;
using Xunit;

namespace Ingest.Tests.Hostile;

/// <summary>Every reader, the table finder and all that follows, on samples with something changed at random.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class MutationTests
{
    /// <summary>Variable for the seconds that are spent: few files in a moment, ten minutes find more. The seed is then the hour's.</summary>
    private const string SecondsVariable = "INGEST_FUZZ";

    private const int UsualFiles = 60;

    [Fact]
    public void A_changed_file_is_read_or_told_and_nothing_of_ours_fails()
    {
        var seconds = Environment.GetEnvironmentVariable(SecondsVariable) is { } number ? double.Parse(number, CultureInfo.InvariantCulture) : (double?)null;
        var firstSeed = seconds is null ? 1 : (int)(TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() % int.MaxValue);
        var samples = Directory.GetFiles(ProductVocabularies.Files.Samples).Order(StringComparer.Ordinal).ToArray();
        var (since, wrong, count) = (Stopwatch.GetTimestamp(), new List<string>(), 0);
        using var processes = new ReadingProcesses(Isolated.Real);
        var processor = Isolated.Processor(processes, new ReadingLimits { CpuSeconds = 30 });

        for (; seconds is null ? count < UsualFiles : Stopwatch.GetElapsedTime(since).TotalSeconds < seconds; count++)
        {
            var random = new Random(firstSeed + count);
            var sample = samples[random.Next(samples.Length)];
            var bytes = MutatedFile.Of(File.ReadAllBytes(sample), File.ReadAllBytes(samples[random.Next(samples.Length)]), random);
            var bad = processor.Process("changed", bytes, CancellationToken.None).Codes()
                .Where(code => code == SourceFindings.InternalError.Code || code == SourceFindings.ReaderCrashed.Code || code == SourceFindings.CpuLimit.Code || code == SourceFindings.MemoryLimit.Code)
                .ToList();
            if (bad.Count > 0)
                wrong.Add(string.Create(CultureInfo.InvariantCulture, $"seed {firstSeed + count}, {Path.GetFileName(sample)}: {string.Join(", ", bad)}"));
        }

        TestContext.Current.TestOutputHelper?.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count} files from seed {firstSeed} on"));
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }
}
