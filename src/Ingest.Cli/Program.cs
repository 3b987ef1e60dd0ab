using System.Runtime.InteropServices;
using Ingest.Cli;
using Ingest.Running.Isolation;

// Our own call: it reads files for the process that started it, and ends with it.
if (args is [ReadingProgram.Verb])
    return ReadingApart.Serve();

// A document under way heeds an interruption between its stages; one that does not within this time is given up.
var patience = TimeSpan.FromSeconds(5);

using var interruption = new CancellationTokenSource();
using var givingUp = new Timer(_ => Environment.Exit(ExitStatus.Interrupted));
using var onInterrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, StopOnce);
using var onTerminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, StopOnce);

return CommandLine.Run(args, Terminal.OfThisProcess(), interruption.Token);

// The first signal ends the run with what is finished; a second one is left to the system, which ends the process.
void StopOnce(PosixSignalContext signal)
{
    signal.Cancel = !interruption.IsCancellationRequested;
    givingUp.Change(patience, Timeout.InfiniteTimeSpan);
    interruption.Cancel();
}
