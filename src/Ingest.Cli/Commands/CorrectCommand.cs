using System.Collections.Immutable;
using System.CommandLine;
using Ingest.Cli.Input;
using Ingest.Collections;
using Ingest.Decisions;
using Ingest.Export.Corrections;
using Ingest.Model.Documents;
using Ingest.Running.Ledger;

namespace Ingest.Cli.Commands;

/// <summary><c>ingest correct WORKBOOK</c>: what staff typed into the workbook of an export becomes corrections of its documents.</summary>
internal sealed class CorrectCommand
{
    private readonly CommandContext _context;
    private readonly Argument<string?> _workbook;
    private readonly Option<string> _out;
    private readonly Option<string> _who;
    private readonly Option<string> _undo;
    private readonly Option<bool> _partial;

    private CorrectCommand(CommandContext context)
    {
        _context = context;
        _workbook = new Argument<string?>(context.Messages["name.workbook"]) { Description = context.Messages["argument.workbook"], Arity = ArgumentArity.ZeroOrOne };
        _out = context.Text("--out", "option.correctOut", "name.out");
        _who = context.Text("--who", "option.correctWho", "name.who");
        _undo = context.Text("--undo", "option.correctUndo", "name.id");
        _partial = context.Switch("--partial", "option.correctPartial");
    }

    /// <summary>Creates the verb.</summary>
    public static Command Create(CommandContext context)
    {
        var parts = new CorrectCommand(context);
        var command = new Command("correct") { parts._workbook, parts._out, parts._who, parts._partial, parts._undo };
        command.SetAction(parts.Run);
        return command;
    }

    private int Run(ParseResult result)
    {
        var messages = _context.Messages;
        var workbook = result.GetValue(_workbook);
        if (result.GetValue(_undo) is { } id)
        {
            if (workbook is not null)
                throw new WrongCallException(messages.Format("error.optionsExclude", _undo.Name, _workbook.Name));
            return Undo(Results(result.GetValue(_out) ?? throw new WrongCallException(messages.Format("error.missingArgument", _out.Name))), id, WhoOf(result));
        }

        return workbook is not null ? Take(result, workbook) : throw new WrongCallException(messages.Format("error.missingArgument", _workbook.Name));
    }

    private int Take(ParseResult result, string file)
    {
        var messages = _context.Messages;
        var workbook = ReadWorkbook(file);
        if (workbook.Filled == 0)
        {
            _context.Terminal.Error.WriteLine(messages.Format("correct.none", file));
            return ExitStatus.Done;
        }

        var results = result.GetValue(_out) is { } named ? Results(named) : ResultsOf(file, workbook.Documents);
        var who = WhoOf(result);
        return Recording(results, who, (log, intake) =>
        {
            var reading = workbook.Take(Documents(results, workbook.Documents), intake);
            foreach (var cell in reading.Refused)
                _context.Terminal.Error.WriteLine("ingest: " + messages.Format("correct.refused", cell.Sheet, cell.Cell, cell.Typed, messages.Format("refusal." + cell.Reason, cell.Detail)));
            if (!reading.Refused.IsEmpty)
            {
                var refused = messages.Count("count.refused", reading.Refused.Length);
                if (!result.GetValue(_partial))
                {
                    _context.Terminal.Error.WriteLine("ingest: " + messages.Format("correct.nothingAdded", refused));
                    return ExitStatus.SomeUnread;
                }

                _context.Terminal.Error.WriteLine("ingest: " + messages.Format("correct.someRefused", refused));
            }

            Append(results, intake.Taken, reading.Already);
            return reading.Refused.IsEmpty ? ExitStatus.Done : ExitStatus.SomeUnread;
        });
    }

    private int Undo(ResultFolder results, string id, string who) => Recording(results, who, (log, intake) =>
    {
        var messages = _context.Messages;
        var correction = log.All.FirstOrDefault(correction => correction.Id == id) ?? throw new WrongCallException(messages.Format("error.noSuchCorrection", results.Corrections, id));
        var document = new CollectionReader(results.Root).Read().Select(file => file.Document).FirstOrDefault(document => document?.Source.Sha256 == correction.Document);
        if (document is null || CorrectionTargets.Find(document, correction.Pointer) is not { } target || !target.IsAnchoredBy(correction.Anchor))
            throw new WrongCallException(messages.Format("error.cannotUndo", id, messages["refusal." + (document is null ? RefusalReason.NoDocument : RefusalReason.Moved)]));
        var answer = intake.TakeBack(document, target, correction, $"undo {id}");
        if (answer.Outcome == IntakeOutcome.Changed)
            throw new WrongCallException(messages.Format("error.cannotUndo", id, answer.Present.ToFrench()));
        Append(results, intake.Taken, answer.Outcome == IntakeOutcome.Already ? 1 : 0);
        return ExitStatus.Done;
    });

    // From reading what is there to writing behind it the file is this call's alone.
    private int Recording(ResultFolder results, string who, Func<CorrectionLog, CorrectionIntake, int> work)
    {
        using var alone = CorrectionFile.TryLock(results.Corrections) ?? throw new WrongCallException(_context.Messages.Format("error.correctionsInUse", results.Corrections));
        var log = RecordedCorrections.Read(results.Corrections, _context);
        return work(log, new CorrectionIntake(log, who, _context.Terminal.Clock.GetUtcNow()));
    }

    private void Append(ResultFolder results, ImmutableArray<Correction> taken, int already)
    {
        var (messages, error) = (_context.Messages, _context.Terminal.Error);
        try
        {
            if (!taken.IsEmpty)
                CorrectionFile.Append(results.Corrections, taken);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new WrongCallException(messages.Format("error.cannotWrite", results.Corrections, problem.Message));
        }

        error.WriteLine(messages.Format("correct.done", messages.Count("count.corrections", taken.Length), Shown(results.Corrections), messages.Count("count.already", already)));
        if (!taken.IsEmpty)
            error.WriteLine(messages.Format("correct.next", _context.ProgramName, Shown(results.Root)));
    }

    // As the user would type it.
    private static string Shown(string path) => Path.GetRelativePath(Directory.GetCurrentDirectory(), path) is var near && !near.StartsWith("..", StringComparison.Ordinal) ? near : path;

    private CorrectedWorkbook ReadWorkbook(string file)
    {
        var messages = _context.Messages;
        if (!File.Exists(file))
            throw new WrongCallException(messages.Format("error.noSuchFile", file));
        try
        {
            return CorrectedWorkbook.Read(File.ReadAllBytes(file));
        }
        catch (ForeignWorkbookException error)
        {
            throw new WrongCallException(messages.Format("error.foreignWorkbook." + error.Problem, file, error.Message));
        }
    }

    private ResultFolder Results(string folder) => new CollectionReader(folder).Exists
        ? new ResultFolder(folder)
        : throw new WrongCallException(_context.Messages.Format("error.noCollection", CollectionReader.DocumentsFolder(folder), _context.ProgramName));

    private ResultFolder ResultsOf(string workbook, ImmutableArray<CorrectedDocument> documents)
    {
        var found = ResultsNearWorkbook.Find(workbook, documents);
        return found is [var only]
            ? new ResultFolder(only)
            : throw new WrongCallException(_context.Messages.Format("error.noResultsFound", found.IsEmpty ? _context.Messages["error.noneFound"] : string.Join(", ", found)));
    }

    // By name first; a document that was renamed since is known by its bytes.
    private static Func<string, IngestedDocument?> Documents(ResultFolder results, ImmutableArray<CorrectedDocument> wanted)
    {
        var found = new Dictionary<string, IngestedDocument>(StringComparer.Ordinal);
        foreach (var document in wanted)
        {
            if (ResultsNearWorkbook.Read(results.Root, document.Id) is { } named && named.Source.Sha256 == document.Sha256)
                found[document.Sha256] = named;
        }

        var missing = wanted.Select(document => document.Sha256).Where(hash => !found.ContainsKey(hash)).ToHashSet(StringComparer.Ordinal);
        if (missing.Count > 0)
        {
            foreach (var document in new CollectionReader(results.Root).Read().Select(file => file.Document).OfType<IngestedDocument>().Where(document => missing.Contains(document.Source.Sha256)))
                found[document.Source.Sha256] = document;
        }

        return found.GetValueOrDefault;
    }

    private string WhoOf(ParseResult result) =>
        new[] { result.GetValue(_who), _context.Terminal.Environment("USER"), _context.Terminal.Environment("USERNAME") }.FirstOrDefault(name => !string.IsNullOrWhiteSpace(name))?.Trim()
        ?? throw new WrongCallException(_context.Messages["error.noWho"]);
}
