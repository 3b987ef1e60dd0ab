using System.Collections.Immutable;
using System.Diagnostics;
using Ingest.Collections;
using Ingest.Emission;
using Ingest.Model.Documents;

namespace Ingest.Running.Ledger;

/// <summary>What came of a unit.</summary>
/// <param name="Result">Its result; null where there is none.</param>
/// <param name="Problem">Why there is none, as the system says it; null where another worker has the unit.</param>
public sealed record UnitOutcome(UnitResult? Result, string? Problem);

/// <summary>Does one unit of work: claims it, makes its document, writes the result and records it.</summary>
public sealed class UnitWorker
{
    // ENOSPC; ERROR_HANDLE_DISK_FULL and ERROR_DISK_FULL on Windows.
    private static readonly ImmutableArray<int> NoSpace = OperatingSystem.IsWindows() ? [39, 112] : [28];

    private readonly DocumentProcessor _processor;
    private readonly WorkLedger _ledger;
    private readonly ResultFolder _results;
    private readonly Lazy<string> _recognition;

    /// <summary>A worker.</summary>
    /// <param name="processor">Makes documents.</param>
    /// <param name="ledger">Says who does what.</param>
    /// <param name="results">Where results go.</param>
    /// <param name="recognition">Versions of the recognition programs; asked only where they have a say.</param>
    public UnitWorker(DocumentProcessor processor, WorkLedger ledger, ResultFolder results, Lazy<string> recognition) =>
        (_processor, _ledger, _results, _recognition) = (processor, ledger, results, recognition);

    /// <summary>Does a unit.</summary>
    /// <param name="key">The unit.</param>
    /// <param name="fileName">Name of its file without folder.</param>
    /// <param name="read">Gets the bytes of its file.</param>
    /// <param name="cancellation">Interrupts it; it is given back then.</param>
    /// <exception cref="OperationCanceledException">The run was interrupted.</exception>
    /// <exception cref="LedgerException">The ledger cannot be written, or there is no room left for results: no other unit would fare better.</exception>
    public UnitOutcome Do(UnitKey key, string fileName, Func<byte[]> read, CancellationToken cancellation)
    {
        if (_ledger.Claim(key) is not { } lease)
            return new UnitOutcome(null, null);
        try
        {
            var made = Make(fileName, read(), cancellation);
            return Write(lease, made);
        }
        catch (OperationCanceledException)
        {
            _ledger.Release(lease);
            throw;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            if (error is IOException && NoSpace.Contains(error.HResult & 0xFFFF))
            {
                TryRelease(lease);
                throw new LedgerException(LedgerProblem.Unwritable, _results.Root, error.Message);
            }

            _ledger.Fail(lease, error.Message);
            return new UnitOutcome(null, error.Message);
        }
    }

    // The pages end here: while the result is written they are not held any more.
    private MadeDocument Make(string fileName, byte[] bytes, CancellationToken cancellation)
    {
        var made = _processor.ProcessKeeping(fileName, bytes, cancellation);
        return new MadeDocument(made.Document, made.Times, made.AsksRecognition);
    }

    private UnitOutcome Write(UnitLease lease, MadeDocument made)
    {
        var since = Stopwatch.GetTimestamp();
        var written = _results.Write(lease.Key.Path, lease.Token, stream => DocumentJson.Write(made.Document, stream));
        try
        {
            var result = new UnitResult
            {
                OutputHash = written.Hash,
                OutputLength = written.Length,
                Digest = DocumentDigest.Of(made.Document),
                Fingerprint = DocumentFingerprint.Of(lease.Key.Path, made.Document),
                Recognition = made.AsksRecognition ? _recognition.Value : null,
                Times = [.. made.Times, new StageTime(ProcessingStage.Write, Stopwatch.GetElapsedTime(since))],
            };
            if (_ledger.Complete(lease, result, written.Publish))
                return new UnitOutcome(result, null);
        }
        catch
        {
            ResultFolder.Discard(written);
            throw;
        }

        ResultFolder.Discard(written);
        return new UnitOutcome(null, null);
    }

    private void TryRelease(UnitLease lease)
    {
        try
        {
            _ledger.Release(lease);
        }
        catch (LedgerException)
        {
            // No room for that either: the lease ends by itself.
        }
    }

    private sealed record MadeDocument(IngestedDocument Document, ImmutableArray<StageTime> Times, bool AsksRecognition);
}
