using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace Ingest.Running;

/// <summary>The processor time that one thread has taken, as others may ask for it. Told on Linux and Windows.</summary>
internal sealed partial class ThreadTime
{
    // proc(5): a link to « process/task/thread ».
    private const string OwnFolder = "/proc/thread-self";

    private readonly int? _thread;

    private ThreadTime(int? thread) => _thread = thread;

    /// <summary>Of the thread that asks.</summary>
    public static ThreadTime OfThisThread() => new(
        OperatingSystem.IsWindows() ? CurrentThread()
        : OperatingSystem.IsLinux() && Path.GetFileName(new DirectoryInfo(OwnFolder).LinkTarget) is { } name && int.TryParse(name, CultureInfo.InvariantCulture, out var thread) ? thread
        : null);

    /// <summary>What it has taken so far; null where it has ended or nobody knows.</summary>
    public TimeSpan? Taken()
    {
        using var process = Process.GetCurrentProcess();
        try
        {
            return process.Threads.Cast<ProcessThread>().FirstOrDefault(thread => thread.Id == _thread)?.TotalProcessorTime;
        }
        catch (Exception error) when (error is InvalidOperationException or Win32Exception)
        {
            // It ended while it was asked after.
            return null;
        }
    }

    [LibraryImport("kernel32", EntryPoint = "GetCurrentThreadId")]
    private static partial int CurrentThread();
}
