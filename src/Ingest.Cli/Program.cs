using System.Runtime.InteropServices;
using Ingest.Cli;

using var interruption = new CancellationTokenSource();
using var onInterrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, StopOnce);
using var onTerminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, StopOnce);

return CommandLine.Run(args, Terminal.OfThisProcess(), interruption.Token);

// The first signal ends the run with what is finished; a second one is left to the system, which ends the process.
void StopOnce(PosixSignalContext signal)
{
    signal.Cancel = !interruption.IsCancellationRequested;
    interruption.Cancel();
}
