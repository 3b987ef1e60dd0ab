using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using Ingest.Model.Findings;
using Ingest.Pipeline;
using Ingest.Reading.Ocr;

namespace Ingest.Running.Isolation;

/// <summary>
/// The other end: a process that reads one file after another for the one that started it, and tells each page as it comes. It ends when
/// its input does, in the middle of a file as well: whoever asked is gone then.
/// </summary>
[SuppressMessage("Reliability", "CA1001", Justification = "Lives as long as its process: the thread that listens uses it to the end.")]
public sealed class ReadingServer
{
    // For the programs that it started itself to be ended, and their files to be taken away.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    private readonly Stream _input;
    private readonly Stream _output;
    private readonly Lock _writing = new();
    private readonly BlockingCollection<byte[]> _files = [];
    private readonly AskedCores _cores;
    private readonly CancellationTokenSource _gone = new();

    private ReadingServer(Stream input, Stream output)
    {
        (_input, _output) = (input, output);
        _cores = new AskedCores(reply => Send(reply, []));
    }

    /// <summary>Serves until the input ends.</summary>
    /// <param name="input">Requests.</param>
    /// <param name="output">Answers.</param>
    /// <returns>The exit status.</returns>
    public static int Serve(Stream input, Stream output)
    {
        ProcessGroup.Become();
        var server = new ReadingServer(input, output);
        try
        {
            return server.Serve();
        }
        catch (Exception error) when (error is IOException or OperationCanceledException)
        {
            // Nobody listens any more.
            return 0;
        }
    }

    private int Serve()
    {
        if (Frames.Read(_input) is not ((byte)ReadingRequest.Setup, var setup))
            return 1;
        var reading = SetUp(ReadingSetup.Decode(setup));
        new Thread(Listen) { IsBackground = true, Name = "requests" }.Start();
        foreach (var file in _files.GetConsumingEnumerable())
        {
            if (!TryRead(reading, file))
                return 0;
        }

        return 0;
    }

    private IFileReading SetUp(ReadingSetup setup)
    {
        var files = new ProductFiles(setup.Home);
        var definition = DefinitionLoader.LoadReading(setup.Definition);
        return Engine.CreateReading(definition, LexiconLoader.LoadLexicon(files.FrenchForms), setup.CacheFolder, setup.Passwords, _cores);
    }

    private bool TryRead(IFileReading reading, byte[] file)
    {
        try
        {
            foreach (var told in reading.Read(file, _gone.Token))
                Tell(told);
            return true;
        }
        catch (Exception error) when (IsOutOfMemory(error))
        {
            // What the library holds by now nobody knows: another process takes over.
            Send(ReadingReply.OutOfMemory, []);
            return false;
        }
        catch (Exception error) when (error is not OperationCanceledException and not IOException)
        {
            // An error of our own, or of a library where it states none: named as such, the pages before stay.
            Tell(new ReadingEnded([SourceFindings.InternalError.At(null, null, "read", $"{error.GetType().Name}: {error.Message}")], AsksRecognition: false));
            return true;
        }
    }

    private static bool IsOutOfMemory(Exception error) =>
        error is OutOfMemoryException || error.InnerException is { } inner && IsOutOfMemory(inner);

    private void Tell(ReadingEvent told)
    {
        using var content = new MemoryStream();
        using var writer = new BinaryWriter(content, Utf8);
        switch (told)
        {
            case FormatTold format:
                writer.Write(format.MediaType);
                Send(ReadingReply.Format, Written());
                break;
            case PageRead { Page: var page }:
                PageEncoding.Write(page, writer);
                Send(ReadingReply.Page, Written());
                break;
            case ReadingEnded end:
                writer.Write(end.AsksRecognition);
                PageEncoding.Write(end.Findings, writer);
                Send(ReadingReply.End, Written());
                break;
        }

        ReadOnlySpan<byte> Written()
        {
            writer.Flush();
            return content.GetBuffer().AsSpan(0, (int)content.Length);
        }
    }

    private void Send(ReadingReply reply, ReadOnlySpan<byte> content)
    {
        lock (_writing)
            Frames.Write(_output, (byte)reply, content);
    }

    // A thread of its own, so that the end of the input is noticed while a file keeps the other busy.
    private void Listen()
    {
        try
        {
            while (Frames.Read(_input) is var (kind, content))
            {
                if (kind == (byte)ReadingRequest.File)
                    _files.Add(content);
                else
                    _cores.Come();
            }
        }
        catch (OutOfMemoryException)
        {
            // A file larger than all memory that we may have.
            Send(ReadingReply.OutOfMemory, []);
        }

        _files.CompleteAdding();
        _gone.Cancel();
        Thread.Sleep(Patience);
        Environment.Exit(0);
    }
}

/// <summary>Cores that the starting process shares out among its reading processes.</summary>
[SuppressMessage("Reliability", "CA1001", Justification = "Lives as long as its process.")]
internal sealed class AskedCores(Action<ReadingReply> ask) : IProcessorCores
{
    private readonly SemaphoreSlim _come = new(0);

    /// <summary>One was given.</summary>
    public void Come() => _come.Release();

    /// <inheritdoc/>
    public void Take(CancellationToken cancellation)
    {
        ask(ReadingReply.WantsCore);
        _come.Wait(cancellation);
    }

    /// <inheritdoc/>
    public void GiveBack() => ask(ReadingReply.GivesCore);
}
