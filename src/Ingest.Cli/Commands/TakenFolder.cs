using System.Globalization;
using Ingest.Cli.Text;
using Ingest.Running.Ledger;

namespace Ingest.Cli.Commands;

/// <summary>A folder of results that this run alone works in, until it ends.</summary>
internal sealed class TakenFolder : IDisposable
{
    private readonly IDisposable _lock;

    private TakenFolder(IDisposable taken, WorkLedger ledger) => (_lock, Ledger) = (taken, ledger);

    /// <summary>The ledger of the folder.</summary>
    public WorkLedger Ledger { get; }

    /// <summary>Takes a folder, makes it where it is not there, and clears it of what killed runs left.</summary>
    /// <exception cref="WrongCallException">Another run works in it, or it cannot be written.</exception>
    /// <exception cref="LedgerException">Its ledger cannot be used.</exception>
    public static TakenFolder Take(ResultFolder results, Messages messages)
    {
        IDisposable? taken = null;
        try
        {
            Directory.CreateDirectory(results.Documents);
            taken = results.TryLock() ?? throw new WrongCallException(messages.Format("error.folderInUse", results.Root));
            results.Sweep();
            return new TakenFolder(taken, OpenLedger(results, messages));
        }
        catch (Exception error)
        {
            taken?.Dispose();
            if (error is IOException or UnauthorizedAccessException)
                throw new WrongCallException(messages.Format("error.cannotWrite", results.Documents, error.Message));
            throw;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Ledger.Dispose();
        _lock.Dispose();
    }

    // Whoever has the folder's lock is alone on this machine: its other workers are dead. Of other machines only the leases tell.
    private static WorkLedger OpenLedger(ResultFolder results, Messages messages)
    {
        var here = Environment.MachineName + ":";
        var ledger = WorkLedger.Open(results.Ledger, string.Create(CultureInfo.InvariantCulture, $"{here}{Environment.ProcessId}"), TimeProvider.System);
        try
        {
            ledger.EndLeases(owner => owner.StartsWith(here, StringComparison.Ordinal));
            return ledger.Workers() is [var other, ..]
                ? throw new WrongCallException(messages.Format("error.folderInUseBy", results.Root, other[..other.LastIndexOf(':')]))
                : ledger;
        }
        catch
        {
            ledger.Dispose();
            throw;
        }
    }
}
