using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Runtime.Versioning;
using System.Text;
using Ingest.Model.Documents;
using Ingest.Pipeline;
using Ingest.Reading;
using Ingest.Running.Isolation;
using Ingest.Tests.Pipeline;
using Ingest.Tests.Reading.Ocr;
using Ingest.Tests.Vocabulary;
using Xunit;

namespace Ingest.Tests.Running.Isolation;

/// <summary>The real program as a reading process, and programs that end, hang or turn in circles in its stead.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class ReadingProcessTests : IDisposable
{
    private readonly TemporaryFolder _work = new();

    [Theory]
    [InlineData("annonay-subventions-2025.pdf")]
    [InlineData("annonay-subventions-2025.docx")]
    [InlineData("nogent-2025-pale.png")]
    public void A_file_read_apart_gives_the_same_bytes(string sample)
    {
        var bytes = File.ReadAllBytes(sample.EndsWith(".png", StringComparison.Ordinal) ? ScanFiles.PathOf(sample) : Path.Combine(ProductVocabularies.Files.Samples, sample));
        using var processes = new ReadingProcesses(Isolated.Real);

        Assert.Equal(Processing.Processor.Process(sample, bytes, CancellationToken.None).ToJson(), Isolated.Processor(processes).Process(sample, bytes, CancellationToken.None).ToJson());
    }

    [Fact]
    public void One_process_reads_one_file_after_another()
    {
        using var processes = new ReadingProcesses(Counting(Isolated.Real));
        var processor = Isolated.Processor(processes);
        for (var i = 0; i < 5; i++)
            Assert.Single(processor.Process("a", Isolated.Programme, CancellationToken.None).Actions);

        Assert.Single(Starts);
    }

    [Fact]
    public void A_process_that_has_read_its_share_is_replaced()
    {
        using var processes = new ReadingProcesses(Counting(Isolated.Real));
        var processor = Isolated.Processor(processes, new ReadingLimits { Documents = 2 });
        for (var i = 0; i < 5; i++)
            Assert.Single(processor.Process("a", Isolated.Programme, CancellationToken.None).Actions);

        Assert.Equal(3, Starts.Length);
    }

    [Fact]
    public void A_process_that_ends_in_a_file_costs_that_file_and_no_other()
    {
        using var processes = new ReadingProcesses(Script("head -c 5 >/dev/null; echo 'Stack overflow.' >&2; exit 134"));

        var document = Isolated.Processor(processes).Process("a", Isolated.Programme, CancellationToken.None);

        AssertFailed("source.reader-crashed", document);
        Assert.Contains("134", document.Findings[0].Message, StringComparison.Ordinal);
        Assert.Contains("Stack overflow.", document.Findings[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_process_that_turns_in_circles_is_ended_by_its_processor_time()
    {
        using var processes = new ReadingProcesses(Script("while :; do :; done"));

        AssertFailed("source.cpu-limit", Isolated.Processor(processes, new ReadingLimits { CpuSeconds = 1 }).Process("a", Isolated.Programme, CancellationToken.None));
        AssertGone();
    }

    [Fact]
    public void Many_slow_pages_are_ended_by_the_processor_time_of_the_document()
    {
        using var processes = new ReadingProcesses(Script("while :; do :; done"));

        var document = Isolated.Processor(processes, new ReadingLimits { DocumentCpuSeconds = 1 }).Process("a", Isolated.Programme, CancellationToken.None);

        AssertFailed("source.cpu-limit", document);
        Assert.Contains("documentCpuSeconds", document.Findings[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_process_that_waits_for_ever_is_ended_by_the_clock()
    {
        using var processes = new ReadingProcesses(Script("sleep 600"));

        AssertFailed("source.time-limit", Isolated.Processor(processes, new ReadingLimits { WallSeconds = 1 }).Process("a", Isolated.Programme, CancellationToken.None));
        AssertGone();
    }

    [Fact]
    public void A_file_that_takes_more_memory_than_there_is_is_told_and_the_next_one_is_read()
    {
        using var processes = new ReadingProcesses(Isolated.Real);
        var processor = Isolated.Processor(processes, new ReadingLimits { HeapMegabytes = 100 });

        AssertFailed("source.memory-limit", processor.Process("a", Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("Vélos\tCCAS\t1 000 €\n", 2_500_000))), CancellationToken.None));
        AssertFailed("source.memory-limit", processor.Process("a", new byte[150_000_000], CancellationToken.None));
        Assert.Single(processor.Process("a", Isolated.Programme, CancellationToken.None).Actions);
    }

    [Fact]
    public void A_process_that_ended_while_it_waited_costs_no_file()
    {
        using var processes = new ReadingProcesses(Counting(Isolated.Real));
        var processor = Isolated.Processor(processes);
        Assert.Single(processor.Process("a", Isolated.Programme, CancellationToken.None).Actions);
        foreach (var child in Children())
            child.Kill();

        Assert.Single(processor.Process("a", Isolated.Programme, CancellationToken.None).Actions);
    }

    [Fact]
    public void What_ends_a_process_that_has_read_before_is_tried_once_more_by_a_new_one()
    {
        // The input of the first process ends in its second file.
        const int frame = 5;
        var definition = new DefinitionLoader(ProductVocabularies.Files).Load("default");
        var setup = new ReadingSetup(ProductVocabularies.Files.Home, null) { Definition = definition.Texts }.Encode();
        var length = setup.Length + Isolated.Programme.Length + (2 * frame) + 20;
        var program = Isolated.Real;
        using var processes = new ReadingProcesses(new ReadingProgram(
            "/bin/sh",
            ["-c", $"echo >>'{_work["starts"]}'; if [ $(wc -l <'{_work["starts"]}') = 1 ]; then dd bs=1 count={length} 2>/dev/null | \"$0\" \"$@\"; else exec \"$0\" \"$@\"; fi", program.FileName, .. program.Arguments]));
        var processor = Isolated.Processor(processes);

        Assert.Single(processor.Process("a", Isolated.Programme, CancellationToken.None).Actions);
        Assert.Single(processor.Process("a", Isolated.Programme, CancellationToken.None).Actions);
        Assert.Equal(2, Starts.Length);
    }

    [Fact]
    public void An_interruption_ends_the_process_in_the_middle_of_a_file()
    {
        using var processes = new ReadingProcesses(new ReadingProgram("/bin/sh", ["-c", $"head -c 500000 >/dev/null; echo $$ >'{_work["pid"]}'; sleep 600"]));
        using var interruption = new CancellationTokenSource();
        var work = Task.Run(() => Isolated.Processor(processes).Process("a", new byte[1_000_000], interruption.Token), TestContext.Current.CancellationToken);
        SpinWait.SpinUntil(() => File.Exists(_work["pid"]) && File.ReadAllText(_work["pid"]).EndsWith('\n'));

        interruption.Cancel();

        Assert.ThrowsAny<OperationCanceledException>(() => work.GetAwaiter().GetResult());
        AssertGone();
    }

    [Fact]
    public void A_reading_process_ends_when_whoever_asked_is_gone_also_in_the_middle_of_a_file()
    {
        // An engine that waits for ever keeps it busy; it writes down that it was started, and as what.
        var engine = _work["engine"];
        File.WriteAllText(engine, $"#!/bin/sh\ncase \"$1\" in --version) echo 'tesseract 5.3.0'; exit;; --list-langs) echo fra; exit;; esac\necho $$ >'{_work["pid"]}'\nexec sleep 600\n");
        File.SetUnixFileMode(engine, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        var image = File.ReadAllBytes(ScanFiles.PathOf("nogent-2025-pale.png"));
        using var process = Process.Start(new ProcessStartInfo(Isolated.Real.FileName, Isolated.Real.Arguments) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
        var input = process.StandardInput.BaseStream;
        Frames.Write(input, (byte)ReadingRequest.Setup, new ReadingSetup(ProductVocabularies.Files.Home, null) { Definition = [$"reading:\n  ocr: {{ use: always, command: '{engine}' }}\n"] }.Encode());
        Frames.Write(input, (byte)ReadingRequest.File, image);
        Frames.Write(input, (byte)ReadingRequest.Core, []);
        SpinWait.SpinUntil(() => File.Exists(_work["pid"]) && File.ReadAllText(_work["pid"]).EndsWith('\n'));

        input.Close();

        Assert.True(process.WaitForExit(TimeSpan.FromMinutes(1)));
        AssertGone();
    }

    public void Dispose() => _work.Dispose();

    private string[] Starts => File.ReadAllLines(_work["starts"]);

    private static void AssertFailed(string code, IngestedDocument document)
    {
        Assert.Equal([code], document.Codes());
        Assert.Equal(DocumentStatus.Failed, document.Status);
    }

    private ReadingProgram Counting(ReadingProgram program) =>
        new("/bin/sh", ["-c", $"echo >>'{_work["starts"]}'; exec \"$0\" \"$@\"", program.FileName, .. program.Arguments]);

    private ReadingProgram Script(string body) => new("/bin/sh", ["-c", $"echo $$ >'{_work["pid"]}'\n{body}"]);

    private void AssertGone() =>
        Assert.True(SpinWait.SpinUntil(() => !Directory.Exists(Path.Combine("/proc", File.ReadAllText(_work["pid"]).Trim())), TimeSpan.FromMinutes(1)));

    // The processes that this one started and that read.
    private static ImmutableArray<Process> Children() =>
        [.. Process.GetProcesses().Where(process => ParentOf(process.Id) == Environment.ProcessId && process.ProcessName.StartsWith("Ingest.Cli", StringComparison.Ordinal))];

    private static int ParentOf(int process)
    {
        try
        {
            var text = File.ReadAllText(string.Create(CultureInfo.InvariantCulture, $"/proc/{process}/stat"));
            return int.Parse(text[(text.LastIndexOf(')') + 2)..].Split(' ')[1], CultureInfo.InvariantCulture);
        }
        catch (IOException)
        {
            return 0;
        }
    }
}
