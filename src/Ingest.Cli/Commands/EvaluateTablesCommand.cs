using System.Collections.Immutable;
using System.CommandLine;
using Ingest.Evaluation;
using Ingest.Evaluation.Tables;
using Ingest.Evaluation.Tables.Whole;

namespace Ingest.Cli.Commands;

/// <summary><c>ingest evaluate tables</c>: what is found of the tables of PDFs, against a ground truth or our own corpus.</summary>
internal sealed class EvaluateTablesCommand
{
    private readonly CommandContext _context;
    private readonly PipelineOption _pipeline;
    private readonly SplitOption _split;
    private readonly Option<string> _truth;
    private readonly Option<string> _predictions;
    private readonly Option<string> _save;
    private readonly Option<string> _closed;
    private readonly Option<bool> _perDocument;
    private readonly Option<bool> _perTable;
    private readonly Option<string> _corpus;
    private readonly Option<bool> _errors;
    private readonly Option<bool> _speed;
    private readonly Option<bool> _growth;
    private readonly Option<bool> _json;

    private EvaluateTablesCommand(CommandContext context)
    {
        _context = context;
        _pipeline = new PipelineOption(context);
        _split = new SplitOption(context);
        _truth = context.Text("--gt", "option.gt", "name.folder");
        _predictions = context.Text("--pred", "option.pred", "name.folder");
        _save = context.Text("--save", "option.save", "name.folder");
        _closed = context.Text("--closed", "option.closed", "name.names");
        _perDocument = context.Switch("--per-document", "option.perDocument");
        _perTable = context.Switch("--per-table", "option.perTable");
        _corpus = context.Text("--corpus", "option.tableCorpus", "name.folder");
        _errors = context.Switch("--errors", "option.tableErrors");
        _speed = context.Switch("--speed", "option.speed");
        _growth = context.Switch("--growth", "option.growth");
        _json = context.Switch("--json", "option.json");
    }

    /// <summary>Creates the verb.</summary>
    public static Command Create(CommandContext context)
    {
        var parts = new EvaluateTablesCommand(context);
        var command = new Command("tables")
        {
            parts._truth, parts._predictions, parts._save, parts._closed, parts._perDocument, parts._perTable,
            parts._corpus, parts._split.Option, parts._errors, parts._speed, parts._growth, parts._json, parts._pipeline.Option,
        };
        command.SetAction(parts.Run);
        return command;
    }

    private int Run(ParseResult result)
    {
        Check(result);
        if (result.GetValue(_speed) || result.GetValue(_growth))
            return Measure(result);
        try
        {
            return result.GetValue(_truth) is { } folder ? RunGroundTruth(result, Existing(folder, _truth.Name)) : RunCorpus(result);
        }
        catch (TruthFormatException error)
        {
            throw new WrongCallException(error.Message);
        }
    }

    private int Measure(ParseResult result)
    {
        var measuring = new TableMeasuring(_context, _pipeline.AsTyped(result));
        return result.GetValue(_growth)
            ? measuring.RunGrowth(result.GetValue(_json))
            : measuring.RunSpeed(result.GetValue(_truth) is { } folder ? Existing(folder, _truth.Name) : CorpusFolder(result), result.GetValue(_json));
    }

    private string CorpusFolder(ParseResult result) =>
        result.GetValue(_corpus) is { } given ? Existing(given, _corpus.Name) : Path.Combine(_context.FindFiles().Home, "corpus", "tables");

    private int RunGroundTruth(ParseResult result, string folder)
    {
        var documents = GroundTruth.Load(folder);
        if (documents.IsEmpty)
            throw new WrongCallException(_context.Messages.Format("error.noGroundTruth", folder));
        var closed = Closed(result, documents);
        var (predictions, status) = result.GetValue(_predictions) is { } given
            ? (Given(Existing(given, _predictions.Name), documents), ExitStatus.Done)
            : Predict(result, documents);
        var report = new TableScoreReport
        {
            Documents = [.. documents.Select(document => TableScoring.Score(document, predictions.GetValueOrDefault(document.Name, [])))],
            Closed = closed,
        };
        if (result.GetValue(_json))
            TableScoreJson.Write(report, _context.Terminal.Output);
        else
            _context.Terminal.WriteOutput(TableScoreText.ToMarkdown(report));
        if (result.GetValue(_perDocument) && !result.GetValue(_json))
            _context.Terminal.WriteOutput("\n" + TableScoreText.ToDocumentList(report, result.GetValue(_perTable)));
        _context.Terminal.Output.Flush();
        return status;
    }

    private int RunCorpus(ParseResult result)
    {
        var folder = CorpusFolder(result);
        var split = _split.Of(result);
        var documents = TableCorpus.Load(folder).Where(document => split is null || document.Split == split).ToList();
        if (documents.Count == 0)
            throw new WrongCallException(_context.Messages.Format("error.noTableTruth", folder));
        var reading = new TableReading(_context, _pipeline.CreateContentReader(result));
        var contents = reading.ReadAll([.. documents.Select(document => Path.Combine(folder, document.File))]);
        var report = new TableCorpusReport
        {
            Scores = [.. documents.Zip(contents, (document, content) => WholeTableComparison.Compare(document, WholeTable.AllOf(content)))],
        };
        if (result.GetValue(_json))
            TableCorpusJson.Write(report, _context.Terminal.Output);
        else
            _context.Terminal.WriteOutput(TableCorpusText.ToMarkdown(report));
        if (result.GetValue(_errors))
            _context.Terminal.Error.Write(TableCorpusText.ToErrorList(report));
        _context.Terminal.Output.Flush();
        return reading.HasUnread ? ExitStatus.SomeUnread : ExitStatus.Done;
    }

    private (IReadOnlyDictionary<string, ImmutableArray<ScoredTable>> Predictions, int Status) Predict(ParseResult result, ImmutableArray<TruthDocument> documents)
    {
        var reading = new TableReading(_context, _pipeline.CreateContentReader(result));
        foreach (var document in documents.Where(document => document.Pdf is null))
            reading.TellMissing(document.Name);
        var there = documents.Where(document => document.Pdf is not null).ToList();
        var predictions = there.Zip(reading.Predict([.. there.Select(document => document.Pdf!)], result.GetValue(_save)))
            .ToDictionary(pair => pair.First.Name, pair => pair.Second.Tables, StringComparer.Ordinal);
        return (predictions, reading.HasUnread ? ExitStatus.SomeUnread : ExitStatus.Done);
    }

    private Dictionary<string, ImmutableArray<ScoredTable>> Given(string folder, ImmutableArray<TruthDocument> documents)
    {
        var predictions = PredictedTables.Load(folder).ToDictionary(prediction => prediction.Document, prediction => prediction.Tables, StringComparer.Ordinal);
        var names = documents.Select(document => document.Name).ToList();
        foreach (var name in predictions.Keys.Except(names, StringComparer.Ordinal))
            _context.Terminal.Error.WriteLine($"ingest: {name}: {_context.Messages["evaluate.strayPrediction"]}");
        foreach (var name in names.Where(name => !predictions.ContainsKey(name)))
            _context.Terminal.Error.WriteLine($"ingest: {name}: {_context.Messages["evaluate.noPrediction"]}");
        return predictions;
    }

    // A slip in a name would open a document that was to stay closed.
    private ImmutableSortedSet<string> Closed(ParseResult result, ImmutableArray<TruthDocument> documents)
    {
        var names = (result.GetValue(_closed) ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var unknown = names.FirstOrDefault(name => !documents.Any(document => document.Name == GroundTruth.DocumentOf(name)));
        return unknown is null
            ? names.Select(GroundTruth.DocumentOf).ToImmutableSortedSet(StringComparer.Ordinal)
            : throw new WrongCallException(_context.Messages.Format("error.notInTruth", unknown, string.Join(", ", documents.Select(document => document.Name))));
    }

    private void Check(ParseResult result)
    {
        var hasTruth = IsGiven(result, _truth);
        foreach (var option in (Option[])[_predictions, _save, _closed, _perDocument, _perTable])
        {
            if (!hasTruth && IsGiven(result, option))
                throw new WrongCallException(_context.Messages.Format("error.optionNeeds", option.Name, _truth.Name));
        }

        foreach (var option in (Option[])[_corpus, _split.Option, _errors])
        {
            if (hasTruth && IsGiven(result, option))
                throw new WrongCallException(_context.Messages.Format("error.optionsExclude", option.Name, _truth.Name));
        }

        foreach (var (measure, allowed) in (ReadOnlySpan<(Option Measure, Option[] Allowed)>)[(_speed, [_truth, _corpus]), (_growth, [])])
        {
            foreach (var option in (Option[])[_truth, _predictions, _save, _closed, _perDocument, _perTable, _corpus, _split.Option, _errors, _speed, _growth])
            {
                if (option != measure && IsGiven(result, measure) && IsGiven(result, option) && !allowed.Contains(option))
                    throw new WrongCallException(_context.Messages.Format("error.optionsExclude", measure.Name, option.Name));
            }
        }

        if (IsGiven(result, _predictions) && IsGiven(result, _save))
            throw new WrongCallException(_context.Messages.Format("error.optionsExclude", _predictions.Name, _save.Name));
        if (IsGiven(result, _perTable) && !IsGiven(result, _perDocument))
            throw new WrongCallException(_context.Messages.Format("error.optionNeeds", _perTable.Name, _perDocument.Name));
    }

    private static bool IsGiven(ParseResult result, Option option) => result.GetResult(option) is { Implicit: false };

    private string Existing(string folder, string option) => Directory.Exists(folder)
        ? folder
        : throw new WrongCallException(_context.Messages.Format("error.noSuchFolder", folder, option));
}
