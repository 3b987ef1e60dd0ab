using System.Diagnostics;
using System.Globalization;
using System.Runtime.Versioning;
using Ingest.Model.Documents;
using Ingest.Pipeline;
using Ingest.Reading;
using Ingest.Running.Isolation;
using Ingest.Tests.Pipeline;
using Ingest.Tests.Reading.Ocr;
using Ingest.Tests.Vocabulary;
using Xunit;

namespace Ingest.Tests.Running.Isolation;

/// <summary>The programs that a real reading process starts end with it, however it ends: an engine that would work for ten minutes stands in for them.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class StartedProgramTests : IDisposable
{
    private readonly TemporaryFolder _work = new();
    private readonly ReadingProcesses _processes = new(Isolated.Real);

    [Fact]
    public async Task They_end_with_a_reading_process_that_ends_from_one_moment_to_the_next()
    {
        var work = Start(new ReadingLimits(), TestContext.Current.CancellationToken);

        // As memory that the system takes back ends it, or a stack that overflows: nothing of ours has a word in it.
        using (var reader = Process.GetProcessById(NumberIn("reader")))
            reader.Kill();

        Assert.Equal(["source.reader-crashed"], (await work).Codes());
        AssertNoneIsLeft();
    }

    [Fact]
    public async Task They_end_with_a_reading_process_that_waits_for_them_too_long()
    {
        var work = Start(new ReadingLimits { WallSeconds = 3 }, TestContext.Current.CancellationToken);

        Assert.Equal(["source.time-limit"], (await work).Codes());
        AssertNoneIsLeft();
    }

    [Fact]
    public async Task They_end_when_the_run_is_interrupted()
    {
        using var interruption = new CancellationTokenSource();
        var work = Start(new ReadingLimits(), interruption.Token);

        await interruption.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => work);
        AssertNoneIsLeft();
    }

    public void Dispose()
    {
        _processes.Dispose();
        _work.Dispose();
    }

    // Until the engine and what it has started itself are at work.
    private Task<IngestedDocument> Start(ReadingLimits limits, CancellationToken cancellation)
    {
        var engine = _work.Write(
            "engine",
            $"#!/bin/sh\ncase \"$1\" in --version) echo 'tesseract 5.3.0'; exit;; --list-langs) echo fra; exit;; esac\necho $PPID >'{_work["reader"]}'\nsleep 600 &\necho $! >'{_work["second"]}'\necho $$ >'{_work["first"]}'\nexec sleep 600\n");
        File.SetUnixFileMode(engine, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        var definition = _work.Write(
            "pipelines/slow.yaml",
            $"name: slow\nextends: {Path.Combine(ProductVocabularies.Files.Pipelines, "default.yaml")}\nreading:\n  ocr: {{ use: always, command: '{engine}' }}\n");
        var processor = Isolated.Processor(_processes, new DefinitionLoader(ProductVocabularies.Files).Load(definition), limits);
        var image = File.ReadAllBytes(ScanFiles.PathOf("nogent-2025-pale.png"));
        var work = Task.Run(() => processor.Process("a", image, cancellation), TestContext.Current.CancellationToken);
        Assert.True(SpinWait.SpinUntil(() => work.IsCompleted || (File.Exists(_work["first"]) && File.ReadAllText(_work["first"]).EndsWith('\n')), TimeSpan.FromMinutes(1)));
        Assert.True(IsAlive("first") && IsAlive("second"));
        return work;
    }

    private void AssertNoneIsLeft() =>
        Assert.True(SpinWait.SpinUntil(() => !IsAlive("reader") && !IsAlive("first") && !IsAlive("second"), TimeSpan.FromSeconds(20)), "Something goes on.");

    private bool IsAlive(string name)
    {
        try
        {
            // One that has ended and that nobody has asked after yet is a « Z ».
            var text = File.ReadAllText(string.Create(CultureInfo.InvariantCulture, $"/proc/{NumberIn(name)}/stat"));
            return text[text.LastIndexOf(')') + 2] != 'Z';
        }
        catch (IOException)
        {
            return false;
        }
    }

    private int NumberIn(string name) => int.Parse(File.ReadAllText(_work[name]), CultureInfo.InvariantCulture);
}
