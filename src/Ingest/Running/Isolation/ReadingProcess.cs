using System.Collections.Immutable;
using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using Ingest.Model.Findings;
using Ingest.Reading;
using Ingest.Reading.Ocr;

namespace Ingest.Running.Isolation;

/// <summary>The process ended before the file did.</summary>
/// <param name="Why">What is told of it.</param>
/// <param name="IsByThisFile">Whether it is the file's doing for certain, and not what earlier ones left in the process.</param>
internal sealed record ReadingBroke(Finding Why, bool IsByThisFile) : ReadingEvent;

/// <summary>One process that reads files apart, as the process that started it sees it. One file at a time.</summary>
internal sealed class ReadingProcess : IDisposable
{
    private const int KeptErrorLength = 400;
    private const double Megabyte = 1e6;

    // What an idle process takes to end.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    // Short lives: no profile is worth gathering, and a second collector thread only costs.
    private static readonly ImmutableDictionary<string, string> Settings = ImmutableDictionary<string, string>.Empty
        .Add("DOTNET_TieredPGO", "0").Add("DOTNET_gcConcurrent", "0");

    private readonly Process _process;
    private readonly ReadingLimits _limits;
    private readonly Task<string> _error;
    private readonly Lock _writing = new();
    private readonly CancellationTokenSource _ended = new();
    private int _lentCores;

    private ReadingProcess(Process process, ReadingSetup setup, ReadingLimits limits)
    {
        (_process, _limits) = (process, limits);
        _error = Task.Run(ReadError);
        TrySend(ReadingRequest.Setup, setup.Encode());
    }

    /// <summary>Files that it was given.</summary>
    public int Files { get; private set; }

    /// <summary>Whether it waits for another file.</summary>
    public bool IsIdle { get; private set; } = true;

    /// <summary>Starts one.</summary>
    /// <exception cref="IOException">It cannot be started.</exception>
    public static ReadingProcess Start(ReadingProgram program, ReadingSetup setup, ReadingLimits limits)
    {
        var start = new ProcessStartInfo(program.FileName, program.Arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        foreach (var (name, value) in Settings)
            start.Environment[name] = value;
        // In hexadecimal, as the runtime wants it.
        start.Environment["DOTNET_GCHeapHardLimit"] = ((long)(limits.HeapMegabytes * Megabyte)).ToString("X", CultureInfo.InvariantCulture);
        try
        {
            return new ReadingProcess(Process.Start(start)!, setup, limits);
        }
        catch (Win32Exception error)
        {
            throw new IOException($"{program.FileName}: {error.Message}", error);
        }
    }

    /// <summary>What it tells of a file, a <see cref="ReadingBroke"/> last where it ends before the file does.</summary>
    /// <exception cref="OperationCanceledException">The run was interrupted; the process is ended.</exception>
    public IEnumerable<ReadingEvent> Read(ReadOnlyMemory<byte> bytes, CancellationToken cancellation)
    {
        IsIdle = false;
        Files++;
        using var stopping = cancellation.Register(() => ProcessGroup.End(_process));
        using var watch = new ReadingWatch(_process, _limits);
        TrySend(ReadingRequest.File, bytes.Span);
        while (Receive() is var (kind, content))
        {
            using var reader = new BinaryReader(new MemoryStream(content), Utf8);
            switch ((ReadingReply)kind)
            {
                case ReadingReply.Format:
                    yield return new FormatTold(reader.ReadString());
                    break;
                case ReadingReply.Page:
                    watch.PageCame();
                    yield return new PageRead(PageDecoding.ReadPage(reader));
                    break;
                case ReadingReply.OutOfMemory:
                    yield return new ReadingBroke(SourceFindings.MemoryLimit.At(null, null, _limits.HeapMegabytes, watch.Pages, "heapMegabytes"), IsByThisFile: Files == 1);
                    yield break;
                case ReadingReply.End:
                    var asksRecognition = reader.ReadBoolean();
                    IsIdle = true;
                    yield return new ReadingEnded(PageDecoding.ReadFindings(reader), asksRecognition);
                    yield break;
            }
        }

        cancellation.ThrowIfCancellationRequested();
        yield return watch.Met is { } limit
            ? new ReadingBroke(limit, IsByThisFile: true)
            : new ReadingBroke(SourceFindings.ReaderCrashed.At(null, null, HowItEnded(), watch.Pages), IsByThisFile: Files == 1);
    }

    /// <summary>Whether it has not ended.</summary>
    public bool IsAlive => !_process.HasExited;

    /// <summary>Ends its input, and with that itself where it is idle.</summary>
    public void Close()
    {
        try
        {
            lock (_writing)
                _process.StandardInput.BaseStream.Close();
        }
        catch (IOException)
        {
            // It has ended by itself.
        }
    }

    /// <summary>Ends it: one in the middle of a file at once, an idle one by ending its input. Nothing of it is left afterwards.</summary>
    public void Dispose()
    {
        if (IsIdle)
            Close();
        // Also where one in the middle of a file has ended by itself: the programs that it started have not.
        if (!IsIdle || !_process.WaitForExit(Patience))
            ProcessGroup.End(_process);
        _process.WaitForExit();
        _ended.Cancel();
        for (; _lentCores > 0; _lentCores--)
            MachineCores.Shared.GiveBack();
        _process.Dispose();
        _ended.Dispose();
    }

    // Messages about cores are answered here; null where the pipe ends.
    private (byte Kind, byte[] Content)? Receive()
    {
        while (TryReceive() is var (kind, content))
        {
            switch ((ReadingReply)kind)
            {
                case ReadingReply.WantsCore:
                    LendCore();
                    break;
                case ReadingReply.GivesCore:
                    Interlocked.Decrement(ref _lentCores);
                    MachineCores.Shared.GiveBack();
                    break;
                default:
                    return (kind, content);
            }
        }

        return null;
    }

    private (byte Kind, byte[] Content)? TryReceive()
    {
        try
        {
            return Frames.Read(_process.StandardOutput.BaseStream);
        }
        catch (IOException)
        {
            return null;
        }
    }

    private async void LendCore()
    {
        try
        {
            await MachineCores.TakeAsync(_ended.Token).ConfigureAwait(false);
            Interlocked.Increment(ref _lentCores);
            TrySend(ReadingRequest.Core, []);
        }
        catch (OperationCanceledException)
        {
            // The process has ended while it waited.
        }
    }

    // Where it has ended, the pipe that it does not answer on says so.
    private void TrySend(ReadingRequest request, ReadOnlySpan<byte> content)
    {
        try
        {
            lock (_writing)
                Frames.Write(_process.StandardInput.BaseStream, (byte)request, content);
        }
        catch (IOException)
        {
        }
    }

    private string HowItEnded()
    {
        if (!_process.WaitForExit(Patience))
            ProcessGroup.End(_process);
        _process.WaitForExit();
        var said = _error.GetAwaiter().GetResult();
        var status = string.Create(CultureInfo.InvariantCulture, $"{_process.ExitCode}");
        return said.Length == 0 ? status : $"{status}, {said}";
    }

    // To its end, so that a full pipe does not stop it; the first line is for a person to read.
    private async Task<string> ReadError()
    {
        var kept = new byte[KeptErrorLength];
        var length = 0;
        var rest = new byte[4096];
        var stream = _process.StandardError.BaseStream;
        while (true)
        {
            var count = await stream.ReadAsync(rest).ConfigureAwait(false);
            if (count == 0)
                break;
            var more = Math.Min(count, KeptErrorLength - length);
            rest.AsSpan(0, more).CopyTo(kept.AsSpan(length));
            length += more;
        }

        return Utf8.GetString(kept, 0, length).Split('\n')[0].Trim();
    }
}
