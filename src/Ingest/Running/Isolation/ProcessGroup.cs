using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Ingest.Running.Isolation;

/// <summary>
/// A reading process and all that it starts, ended as one. What it started outlives its sudden end and belongs to nobody then; only the
/// group still tells whose it was. Windows remembers who started whom by itself.
/// </summary>
internal static partial class ProcessGroup
{
    // kill(2).
    private const int KillSignal = 9;

    /// <summary>Makes a group of this process; what it starts from here on belongs to it.</summary>
    public static void Become()
    {
        if (!OperatingSystem.IsWindows())
            _ = SetGroup(0, 0);
    }

    /// <summary>Ends a process and what it started, also where it has ended itself.</summary>
    /// <param name="process">The process that made the group, not disposed of.</param>
    public static void End(Process process)
    {
        // A number of a group is not given to another process while one of the group is left.
        if (!OperatingSystem.IsWindows())
            _ = Kill(-process.Id, KillSignal);
        try
        {
            // One that ends before it has made a group, and all of Windows.
            process.Kill(entireProcessTree: true);
        }
        catch (Exception error) when (error is InvalidOperationException or Win32Exception or AggregateException)
        {
            // It has ended by itself, or some of what it started has.
        }
    }

    [LibraryImport("libc", EntryPoint = "setpgid")]
    private static partial int SetGroup(int process, int group);

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int Kill(int process, int signal);
}
