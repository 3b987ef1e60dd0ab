using System.Runtime.InteropServices;
using Ingest.Running.Isolation;

namespace Ingest.Cli;

/// <summary>The process that reads files for another: its streams are the pipe between the two.</summary>
internal static class ReadingApart
{
    /// <summary>Serves until its input ends.</summary>
    public static int Serve()
    {
        // An interruption from the keyboard reaches both processes: the other one says what becomes of this one.
        using var onInterrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, static signal => signal.Cancel = true);
#pragma warning disable RS0030 // The pipe itself; whoever else writes to the console would garble it.
        var output = Console.OpenStandardOutput();
        Console.SetOut(TextWriter.Null);
        return ReadingServer.Serve(Console.OpenStandardInput(), output);
#pragma warning restore RS0030
    }
}
