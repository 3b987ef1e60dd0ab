using System.Diagnostics;
using Ingest.Model.Findings;
using Ingest.Reading;

namespace Ingest.Running.Isolation;

/// <summary>Watches a process while it reads one file, and ends it where it takes more than it may.</summary>
internal sealed class ReadingWatch : IDisposable
{
    // Limits are seconds: a fifth of one is near enough, and costs nothing.
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(200);

    private readonly Process _process;
    private readonly ReadingLimits _limits;
    private readonly Timer _timer;
    private readonly Lock _gate = new();
    private readonly TimeSpan _cpuAtStart;
    private TimeSpan _cpuAtPage;
    private long _pageAt = Stopwatch.GetTimestamp();
    private int _pages;
    private bool _isOver;

    public ReadingWatch(Process process, ReadingLimits limits)
    {
        (_process, _limits) = (process, limits);
        _cpuAtStart = _cpuAtPage = CpuOf(process) ?? TimeSpan.Zero;
        _timer = new Timer(_ => Look(), null, Pace, Pace);
    }

    /// <summary>Pages that were read.</summary>
    public int Pages => _pages;

    /// <summary>The limit for which the process was ended; null where it was not.</summary>
    public Finding? Met { get; private set; }

    /// <summary>A page came: what follows is measured from here.</summary>
    public void PageCame()
    {
        lock (_gate)
        {
            _pages++;
            _pageAt = Stopwatch.GetTimestamp();
            _cpuAtPage = CpuOf(_process) ?? _cpuAtPage;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _timer.Dispose();
        lock (_gate)
            _isOver = true;
    }

    private void Look()
    {
        lock (_gate)
        {
            if (_isOver || Met is not null || CpuOf(_process) is not { } cpu)
                return;
            Met = (cpu - _cpuAtPage).TotalSeconds > _limits.CpuSeconds ? SourceFindings.CpuLimit.At(null, null, _limits.CpuSeconds, _pages, "cpuSeconds")
                : (cpu - _cpuAtStart).TotalSeconds > _limits.DocumentCpuSeconds ? SourceFindings.CpuLimit.At(null, null, _limits.DocumentCpuSeconds, _pages, "documentCpuSeconds")
                : Stopwatch.GetElapsedTime(_pageAt).TotalSeconds > _limits.WallSeconds ? SourceFindings.WallLimit.At(null, null, _limits.WallSeconds, _pages, "wallSeconds")
                : null;
            if (Met is not null)
                ProcessGroup.End(_process);
        }
    }

    // Of the process alone: what the programs of text recognition take is theirs, under their own limit.
    private static TimeSpan? CpuOf(Process process)
    {
        try
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
        catch (Exception error) when (error is InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            // It has ended.
            return null;
        }
    }
}
