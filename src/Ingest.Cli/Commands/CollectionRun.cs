using System.Collections.Immutable;
using Ingest.Cli.Input;
using Ingest.Cli.Output;
using Ingest.Decisions;
using Ingest.Model.Documents;
using Ingest.Model.Findings;
using Ingest.Pipeline;
using Ingest.Reading.Protection;
using Ingest.Running;
using Ingest.Running.Ledger;

namespace Ingest.Cli.Commands;

/// <summary>A document of a run with what is planned for it.</summary>
/// <param name="Source">The source.</param>
/// <param name="Unit">The plan.</param>
internal sealed record PlannedSource(SourceFile Source, PlannedUnit Unit);

/// <summary>What a run is to do.</summary>
/// <param name="Sources">Its documents, in their order.</param>
/// <param name="Absent">Units of earlier runs that this one does not name.</param>
internal sealed record RunPlan(ImmutableArray<PlannedSource> Sources, ImmutableArray<UnitRecord> Absent)
{
    /// <summary>The documents to be done.</summary>
    public ImmutableArray<PlannedSource> ToDo { get; } = [.. Sources.Where(source => source.Unit.Reason is not null)];
}

/// <summary>What a run did.</summary>
/// <param name="Outcomes">The documents that are finished, now or before, in their order.</param>
/// <param name="Stop">Why the ledger or the folder ended the run; null where it did not.</param>
internal sealed record RunEnd(ImmutableArray<DocumentOutcome> Outcomes, LedgerException? Stop);

/// <summary>One run over a collection: what is to be done, and doing it.</summary>
internal sealed class CollectionRun
{
    // Several beats within a lease: one that is missed costs nothing.
    private static readonly TimeSpan Beat = WorkLedger.LeaseTime / 5;

    private readonly CommandContext _context;
    private readonly PipelineDefinition _definition;
    private readonly ProductFiles _files;
    private readonly ResultFolder _results;
    private readonly CorrectionLog _corrections;
    private readonly Passwords _passwords;
    private readonly SourceContents _contents;
    private readonly Lazy<string> _recognition;

    /// <summary>A run.</summary>
    public CollectionRun(CommandContext context, PipelineDefinition definition, ProductFiles files, ResultFolder results, Passwords passwords)
    {
        (_context, _definition, _files, _results, _passwords) = (context, definition, files, results, passwords);
        _corrections = RecordedCorrections.Read(results.Corrections, context);
        _contents = new SourceContents(context.Terminal);
        _recognition = new Lazy<string>(() => Engine.RecognitionVersion(definition));
    }

    /// <summary>Whether everything is done anew.</summary>
    public bool Forces { get; init; }

    /// <summary>Whether documents that could not be read are tried again.</summary>
    public bool RetriesFailed { get; init; }

    /// <summary>Who makes the documents.</summary>
    public Producer Producer => DocumentProcessor.ProducerOf(_definition);

    /// <summary>What is to be done: every source and every result is hashed, nothing is read.</summary>
    public RunPlan Plan(ImmutableArray<SourceFile> sources, ImmutableDictionary<string, UnitRecord> units)
    {
        var engine = EngineIdentity.Of(_definition, _files);
        var plan = new WorkPlan(units, _results, _recognition) { Forces = Forces, RetriesFailed = RetriesFailed };
        var planned = new PlannedSource[sources.Length];
        Parallel.For(0, sources.Length, new ParallelOptions { CancellationToken = _context.Cancellation }, index =>
        {
            var source = sources[index];
            var hash = _contents.HashOf(source);
            planned[index] = new PlannedSource(source, plan.Of(new UnitKey(source.RelativePath, hash, _definition.Hash, engine) { Corrections = _corrections.HashOf(hash) }));
        });
        return new RunPlan([.. planned], plan.Absent(sources.Select(source => source.RelativePath)));
    }

    /// <summary>Does what is to be done.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="ledger">The ledger.</param>
    /// <param name="show">Shows the work: number of documents, then the work that reports each.</param>
    public RunEnd Do(RunPlan plan, WorkLedger ledger, Action<int, Action<Action<DocumentOutcome>>> show)
    {
        var outcomes = plan.Sources.Where(source => source.Unit.Reason is null)
            .ToDictionary(source => source.Source, source => Kept(source.Source, source.Unit.Known!.Result!));
        LedgerException? stop = null;
        if (!plan.ToDo.IsEmpty)
        {
            // Vocabularies, registers and models are loaded only where something is to be done, and before anything is put down.
            var worker = new UnitWorker(Engine.Create(_definition, _files, CacheFolder.Of(_context.Terminal.Environment), _corrections, _passwords, _context.Processes), ledger, _results, _recognition);
            ledger.Enqueue(plan.ToDo.Select(source => source.Unit.Key));
            using var heart = new Timer(_ => TryRenew(ledger), null, Beat, Beat);
            using var stopping = CancellationTokenSource.CreateLinkedTokenSource(_context.Cancellation);
            show(plan.ToDo.Length, report => OrderedWork.Run(
                plan.ToDo.Length,
                index => Do(plan.ToDo[index], worker, Stop, stopping.Token),
                outcome =>
                {
                    outcomes.Add(outcome.Source, outcome);
                    report(outcome);
                },
                stopping.Token));

            void Stop(LedgerException error)
            {
                Interlocked.CompareExchange(ref stop, error, null);
                stopping.Cancel();
            }
        }

        return new RunEnd([.. plan.Sources.Select(source => outcomes.GetValueOrDefault(source.Source)).OfType<DocumentOutcome>()], stop);
    }

    /// <summary>What people put right in the documents of a run; null for nothing.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="outcomes">What came of it.</param>
    public CorrectionNote? CorrectionsOf(RunPlan plan, IEnumerable<DocumentOutcome> outcomes)
    {
        var corrected = plan.Sources.Select(source => source.Unit.Key).Where(key => key.Corrections.Length > 0).ToList();
        return corrected.Count == 0 ? null : new CorrectionNote(
            corrected.Select(key => key.ContentHash).Distinct(StringComparer.Ordinal).Sum(hash => _corrections.Of(hash).Length),
            corrected.Count,
            outcomes.SelectMany(outcome => outcome.Digest?.Findings ?? []).Where(finding => finding.Code == IdentityFindings.CorrectionUnfit.Code).Sum(finding => finding.Count));
    }

    private DocumentOutcome Do(PlannedSource planned, UnitWorker worker, Action<LedgerException> stop, CancellationToken cancellation)
    {
        var source = planned.Source;
        try
        {
            var outcome = worker.Do(planned.Unit.Key, source.FileName, () => _contents.Read(source), cancellation);
            return outcome.Result is { } result ? Kept(source, result)
                : DocumentOutcome.Lost(source, outcome.Problem ?? _context.Messages["run.takenOver"]);
        }
        catch (LedgerException error)
        {
            stop(error);
            cancellation.ThrowIfCancellationRequested();
            throw;
        }
    }

    private DocumentOutcome Kept(SourceFile source, UnitResult result) => DocumentOutcome.Of(source, result.Digest, result.Fingerprint, _context.Messages);

    private static void TryRenew(WorkLedger ledger)
    {
        try
        {
            ledger.Renew();
        }
        catch (LedgerException)
        {
            // The next write meets the same and ends the run.
        }
    }
}
