using System.Collections.Immutable;
using System.CommandLine;
using System.Text;
using Ingest.Cli.Input;
using Ingest.Cli.Output;
using Ingest.Collections;
using Ingest.Model.Documents;
using Ingest.Running.Ledger;

namespace Ingest.Cli.Commands;

/// <summary><c>ingest run PATH… --out DIR</c>: the whole pipeline over many documents, as far as it was not done before.</summary>
internal sealed class RunCommand
{
    // A document that was under way so often when the program died may be why.
    private const int ManyAttempts = 3;

    private readonly CommandContext _context;
    private readonly PipelineOption _pipeline;
    private readonly PasswordOption _passwords;
    private readonly Argument<string[]> _paths;
    private readonly Option<string> _out;
    private readonly Option<string> _filesFrom;
    private readonly Option<bool> _force;
    private readonly Option<bool> _retryFailed;
    private readonly Option<bool> _dryRun;
    private readonly Option<bool> _strict;
    private readonly Option<bool> _quiet;

    private RunCommand(CommandContext context)
    {
        var messages = context.Messages;
        _context = context;
        _pipeline = new PipelineOption(context);
        _passwords = new PasswordOption(context);
        _paths = new Argument<string[]>(messages["name.path"]) { Description = messages["argument.path"], Arity = ArgumentArity.ZeroOrMore };
        _out = new Option<string>("--out") { Description = messages["option.out"], HelpName = messages["name.out"], Required = true };
        _filesFrom = context.Text("--files-from", "option.filesFrom", "name.file");
        _force = context.Switch("--force", "option.runForce");
        _retryFailed = context.Switch("--retry-failed", "option.retryFailed");
        _dryRun = context.Switch("--dry-run", "option.runDryRun");
        _strict = context.Switch("--strict", "option.strict");
        _quiet = context.Switch("--quiet", "option.quiet");
    }

    /// <summary>Creates the verb.</summary>
    public static Command Create(CommandContext context)
    {
        var parts = new RunCommand(context);
        var command = new Command("run")
        {
            parts._paths, parts._out, parts._filesFrom, parts._pipeline.Option, parts._passwords.Option, parts._force, parts._retryFailed, parts._dryRun, parts._strict, parts._quiet,
        };
        command.SetAction(parts.Run);
        return command;
    }

    private int Run(ParseResult result)
    {
        var results = new ResultFolder(result.GetRequiredValue(_out));
        var sources = FindSources(result, results);
        OutputPaths.RefuseSame(sources, results, _context.Messages);
        var files = _context.FindFiles();
        var run = new CollectionRun(_context, _pipeline.Load(result, files), files, results, _passwords.Read(result))
        {
            Forces = result.GetValue(_force),
            RetriesFailed = result.GetValue(_retryFailed),
        };
        try
        {
            return result.GetValue(_dryRun) ? Foresee(run, sources, results) : Work(run, sources, results, result);
        }
        catch (LedgerException error)
        {
            throw new WrongCallException(_context.Messages.Format("ledger." + error.Problem, error.File, error.Why));
        }
    }

    private ImmutableArray<SourceFile> FindSources(ParseResult result, ResultFolder results)
    {
        var messages = _context.Messages;
        var search = new PathsToSources(messages, results.Root);
        var paths = result.GetValue(_paths) ?? [];
        if (result.GetValue(_filesFrom) is not { } list)
            return paths.Length > 0 ? search.Find(paths) : throw new WrongCallException(messages.Format("error.missingArgument", messages["name.path"]));
        var isFromInput = list == SourceFile.StandardInputMark;
        if (isFromInput && paths.Contains(SourceFile.StandardInputMark))
            throw new WrongCallException(messages.Format("error.optionsExclude", $"{_filesFrom.Name} -", "-"));
        var text = Encoding.UTF8.GetString(isFromInput ? SourceFile.StandardInput.ReadBytes(_context.Terminal) : ReadList(list));
        var sources = PathsToSources.Distinct(search.Find(paths).Concat(search.FindListed(list, text.TrimStart('\uFEFF'))));
        return sources.IsEmpty ? throw new WrongCallException(messages.Format("error.emptyList", list)) : sources;
    }

    private byte[] ReadList(string list)
    {
        if (!File.Exists(list))
            throw new WrongCallException(_context.Messages.Format("error.noSuchFile", list));
        return File.ReadAllBytes(list);
    }

    private int Foresee(CollectionRun run, ImmutableArray<SourceFile> sources, ResultFolder results)
    {
        var units = WorkLedger.Read(results.Ledger);
        _context.Terminal.WriteOutput(PlanReport.Write(run.Plan(sources, units), units.Values, _context.Messages));
        return ExitStatus.Done;
    }

    private int Work(CollectionRun run, ImmutableArray<SourceFile> sources, ResultFolder results, ParseResult result)
    {
        using var folder = TakenFolder.Take(results, _context.Messages);
        var ledger = folder.Ledger;
        var isQuiet = result.GetValue(_quiet);
        var plan = run.Plan(sources, ledger.Units());
        TellBefore(plan, isQuiet);
        var end = run.Do(plan, ledger, (count, work) => RunProgress.Show(_context.Terminal, _context.Messages, count, isQuiet, work));
        return TellEnd(run, plan, end, results, result);
    }

    // What is not tried again and decides the exit status is named again.
    private void TellBefore(RunPlan plan, bool isQuiet)
    {
        var (messages, error) = (_context.Messages, _context.Terminal.Error);
        var failed = plan.Sources.Where(source => source.Unit is { Reason: null, Known.Result.Digest.Status: DocumentStatus.Failed }).ToArray();
        foreach (var source in failed)
            error.WriteLine(RunReport.Failure(DocumentOutcome.Of(source.Source, source.Unit.Known!.Result!.Digest, null, messages)));
        foreach (var source in plan.Sources.Where(source => source.Unit is { Reason: null, Known.Result.Digest: { LacksTool: true, Status: not DocumentStatus.Failed } }))
            error.WriteLine("ingest: " + messages.Format("run.lackedTool", source.Source.Shown));
        if (failed.Length > 0 && !isQuiet)
            error.WriteLine("ingest: " + messages.Format("run.notRetried", messages.Count("count.failed", failed.Length), _retryFailed.Name));
        foreach (var source in plan.ToDo.Where(source => source.Unit.Known is { State: UnitState.Running, Attempts: >= ManyAttempts }))
            error.WriteLine("ingest: " + messages.Format("run.begunOften", source.Source.Shown, source.Unit.Known!.Attempts));
    }

    private int TellEnd(CollectionRun run, RunPlan plan, RunEnd end, ResultFolder results, ParseResult result)
    {
        var (messages, error, outcomes) = (_context.Messages, _context.Terminal.Error, end.Outcomes);
        var isWhole = outcomes.Length == plan.Sources.Length;
        var isInterrupted = !isWhole && end.Stop is null;
        var summary = CollectionSummary.Of(run.Producer, outcomes.Select(outcome => new CollectionEntry(outcome.Source.RelativePath, outcome.Digest, outcome.Fingerprint)));
        if (end.Stop is { } stop)
            error.WriteLine("ingest: " + messages.Format("run.stopped", stop.File, stop.Why, outcomes.Length, plan.Sources.Length));
        if (isInterrupted)
            error.WriteLine("ingest: " + messages.Format("run.interrupted", outcomes.Length, plan.Sources.Length));
        if (!result.GetValue(_quiet))
        {
            var notes = new CollectionNotes(summary, plan.Sources.Length - plan.ToDo.Length, plan.Absent.Length) { Corrections = run.CorrectionsOf(plan, outcomes) };
            error.WriteLine(Environment.NewLine + RunReport.Summary(outcomes, Path.Combine(result.GetRequiredValue(_out), "documents"), _context.ProgramName, messages, notes));
        }

        // A summary tells of the whole collection or is not written.
        if (isWhole)
            WriteSummary(summary, results);
        return isInterrupted ? ExitStatus.Interrupted
            : outcomes.Any(outcome => outcome.LacksTool) ? ExitStatus.MissingTool
            : result.GetValue(_strict) && outcomes.Any(outcome => outcome.ErrorCount > 0) ? ExitStatus.ErrorFinding
            : !isWhole || outcomes.Any(outcome => outcome.IsFailed) ? ExitStatus.SomeUnread
            : ExitStatus.Done;
    }

    private void WriteSummary(CollectionSummary summary, ResultFolder results)
    {
        try
        {
            results.WriteSummary(stream => SummaryJson.Write(summary, ResultFolder.ResultOf, stream));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new WrongCallException(_context.Messages.Format("error.cannotWrite", results.Summary, error.Message));
        }
    }
}
