using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Ingest.Cli.Measuring;
using Ingest.Cli.Text;
using Ingest.Evaluation;
using Ingest.Evaluation.Scans;
using Ingest.Model.Findings;
using Ingest.Tests.Pipeline;
using Ingest.Tests.Reading.Ocr;
using Xunit;

namespace Ingest.Tests.Cli.Measuring;

public sealed class ScanMemoryTests : IDisposable
{
    private static readonly ImmutableArray<ScanMemory> Files = [new(20, 4.5, 31.2, 350.4, 520.6), new(200, 45.6, 300, 360, 530)];

    private readonly TemporaryFolder _work = new();

    public void Dispose() => _work.Dispose();

    [Fact]
    public void The_memory_of_descendants_counts_for_the_tree_and_not_for_the_process()
    {
        Assert.SkipUnless(ChildProcess.CanMeasure, "The system does not tell the memory of processes.");
        var holding = _work.Write("child", "x=$(head -c 60000000 /dev/zero | tr '\\0' x); sleep 1\n");

        var child = ChildProcess.Run(
            "sh", ["-c", $"sh '{holding}'; true"], new ChildOptions { Limit = TimeSpan.FromSeconds(60), WatchesTree = true }, TestContext.Current.CancellationToken);

        Assert.True(child.TreePeakMegabytes > 50, $"{child.TreePeakMegabytes}");
        Assert.True(child.PeakMegabytes < 30, $"{child.PeakMegabytes}");
    }

    [Fact]
    public void Scans_are_joined_until_there_are_pages_enough_and_read_without_cache()
    {
        Assert.SkipUnless(ChildProcess.CanMeasure, "The system does not tell the memory of processes.");
        var told = _work["told"];
        var own = _work.Write("own", $"#!/bin/sh\nprintf '%s|%s\\n' \"$INGEST_CACHE\" \"$(pdfinfo \"$2\" | grep Pages) $3 $4\" >> '{told}'\n");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(own, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        ImmutableArray<ScanSource> scans = [Scan("annonay-2025-tiff.tif", 2), Scan("lisieux-2026-noir-et-blanc.pdf", 2), Scan("carmaux-2025-texte-juste.pdf", 2)];

        var files = new ScanMemoryRun(own, MeasuringOptions.Default with { ScanPages = [2, 5] }).Run(scans, ["--pipeline", "strict"], TestContext.Current.CancellationToken);

        Assert.Equal([2, 6], files.Select(file => file.Pages));
        Assert.Equal([2, 6], File.ReadLines(told).Select(line => int.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], System.Globalization.CultureInfo.InvariantCulture)));
        Assert.All(File.ReadLines(told), line => Assert.True(line.StartsWith('|') && line.EndsWith("--pipeline strict", StringComparison.Ordinal), line));
        Assert.True(files[1].FileMegabytes > files[0].FileMegabytes);
    }

    [Fact]
    public void A_reading_that_fails_is_no_measure()
    {
        Assert.SkipUnless(ChildProcess.CanMeasure, "The system does not tell the memory of processes.");

        Assert.Throws<TimeoutException>(() => new ScanMemoryRun("false", MeasuringOptions.Default with { ScanPages = [1] })
            .Run([Scan("lisieux-2026-noir-et-blanc.pdf", 2)], [], TestContext.Current.CancellationToken));
    }

    [Fact]
    public void It_is_told_in_the_language_and_as_JSON()
    {
        Assert.Contains("| 20 | 4.5 | 31 | 350 | 521 |", ScanMemoryText.Of(Files, new Messages(Languages.English)), StringComparison.Ordinal);
        Assert.Contains("| 20 | 4,5 | 31 | 350 | 521 |", ScanMemoryText.Of(Files, new Messages(Languages.French)), StringComparison.Ordinal);
        using var output = new MemoryStream();
        ScanMemoryText.WriteJson(Files, output);

        var memory = JsonDocument.Parse(Encoding.UTF8.GetString(output.ToArray())).RootElement.GetProperty("memory");

        Assert.Equal([520.6, 530], memory.EnumerateArray().Select(file => file.GetProperty("treeMegabytes").GetDouble()));
    }

    private static ScanSource Scan(string name, int pages) => new()
    {
        Name = name,
        File = ScanFiles.PathOf(name),
        Twin = "",
        Slug = "",
        TruthFile = "",
        Split = Split.Tune,
        PageCount = pages,
        Traits = [],
        Covered = [],
    };
}
