using System.Collections.Concurrent;
using Ingest.Pipeline;
using Ingest.Reading;
using Ingest.Reading.Protection;

namespace Ingest.Running.Isolation;

/// <summary>
/// The processes that read files apart, each kept for the next file. One that has ended in the middle of a file, or has read many, is
/// replaced by a new one. Safe for use by several threads.
/// </summary>
public sealed class ReadingProcesses : IDisposable
{
    private readonly ReadingProgram _program;
    private readonly ConcurrentBag<(ReadingSetup Setup, ReadingProcess Process)> _idle = [];

    /// <summary>None yet.</summary>
    /// <param name="program">How one is started.</param>
    public ReadingProcesses(ReadingProgram program) => _program = program;

    /// <summary>Ends them.</summary>
    public void Dispose()
    {
        // All are told first and then waited for: they end side by side.
        foreach (var kept in _idle)
            kept.Process.Close();
        while (_idle.TryTake(out var kept))
            kept.Process.Dispose();
    }

    /// <summary>Reading by a definition. The first process starts at once: it is ready when the rest is loaded.</summary>
    internal IFileReading For(PipelineDefinition definition, ProductFiles files, string? cacheFolder, Passwords? passwords)
    {
        var setup = new ReadingSetup(files.Home, cacheFolder) { Definition = definition.Texts, Passwords = passwords ?? Passwords.None };
        var limits = definition.Reading.Limits;
        _idle.Add((setup, ReadingProcess.Start(_program, setup, limits)));
        return new ReadingApart(this, setup, limits);
    }

    private ReadingProcess Take(ReadingSetup setup, ReadingLimits limits)
    {
        while (_idle.TryTake(out var kept))
        {
            // One that ended while it waited does no harm to the next file.
            if (kept.Setup == setup && kept.Process.IsAlive)
                return kept.Process;
            kept.Process.Dispose();
        }

        return ReadingProcess.Start(_program, setup, limits);
    }

    private void GiveBack(ReadingSetup setup, ReadingProcess process, ReadingLimits limits)
    {
        if (process.IsIdle && process.Files < limits.Documents)
            _idle.Add((setup, process));
        else
            process.Dispose();
    }

    /// <summary>Reads files in processes of their own.</summary>
    private sealed class ReadingApart(ReadingProcesses processes, ReadingSetup setup, ReadingLimits limits) : IFileReading
    {
        /// <inheritdoc/>
        public IEnumerable<ReadingEvent> Read(ReadOnlyMemory<byte> bytes, CancellationToken cancellation)
        {
            cancellation.ThrowIfCancellationRequested();
            for (var process = processes.Take(setup, limits); ; process = ReadingProcess.Start(processes._program, setup, limits))
            {
                ReadingBroke? broke = null;
                var hasPages = false;
                try
                {
                    foreach (var told in process.Read(bytes, cancellation))
                    {
                        broke = told as ReadingBroke;
                        hasPages |= told is PageRead;
                        if (broke is null)
                            yield return told;
                    }
                }
                finally
                {
                    processes.GiveBack(setup, process, limits);
                }

                if (broke is null)
                    yield break;
                if (!broke.IsByThisFile && !hasPages)
                    continue;
                yield return new ReadingEnded([broke.Why], AsksRecognition: false);
                yield break;
            }
        }
    }
}
