using System.CommandLine;
using Ingest.Cli.Output;
using Ingest.Evaluation;
using Ingest.Evaluation.Generated;
using Ingest.Model.Documents;
using Ingest.RandomDocuments;
using Ingest.RandomDocuments.Words;

namespace Ingest.Cli.Commands;

/// <summary><c>ingest evaluate random</c>: what is read of documents made at random, whose truth is known by construction.</summary>
internal sealed class EvaluateRandomCommand
{
    private const int DefaultCount = 200;
    private const string All = "all";

    // Action sheets are a layout of programmations, and a kind of their own here: « all » stays what it was measured on.
    private const string Fiches = "fiches";

    private static readonly string[] Kinds = ["programmation", "convention", Fiches, All];

    private readonly CommandContext _context;
    private readonly PipelineOption _pipeline;
    private readonly Option<int> _seed;
    private readonly Option<int> _count;
    private readonly Option<string> _format;
    private readonly Option<string> _kind;
    private readonly Option<string> _keep;
    private readonly Option<bool> _errors;

    private EvaluateRandomCommand(CommandContext context)
    {
        var messages = context.Messages;
        _context = context;
        _pipeline = new PipelineOption(context);
        _seed = new Option<int>("--seed") { Description = messages["option.seed"], HelpName = messages["name.number"], DefaultValueFactory = _ => 1 };
        _count = new Option<int>("--count") { Description = messages["option.count"], HelpName = messages["name.number"], DefaultValueFactory = _ => DefaultCount };
        _format = new Option<string>("--format") { Description = messages["option.randomFormat"], HelpName = string.Join('|', RandomDocumentMaker.Formats.Append(All)), DefaultValueFactory = _ => All };
        _format.AcceptOnlyFromAmong([.. RandomDocumentMaker.Formats, All]);
        _kind = new Option<string>("--kind") { Description = messages["option.randomKind"], HelpName = string.Join('|', Kinds), DefaultValueFactory = _ => All };
        _kind.AcceptOnlyFromAmong(Kinds);
        _keep = new Option<string>("--keep") { Description = messages["option.keep"], HelpName = messages["name.folder"] };
        _errors = new Option<bool>("--errors") { Description = messages["option.randomErrors"], Arity = ArgumentArity.Zero };
    }

    /// <summary>Creates the verb.</summary>
    public static Command Create(CommandContext context)
    {
        var parts = new EvaluateRandomCommand(context);
        var command = new Command("random") { parts._seed, parts._count, parts._format, parts._kind, parts._keep, parts._errors, parts._pipeline.Option };
        command.SetAction(parts.Run);
        return command;
    }

    private int Run(ParseResult result)
    {
        var files = _context.FindFiles();
        var maker = new RandomDocumentMaker(Words(Path.Combine(files.Home, "corpus", "random")));
        var processor = _pipeline.CreateProcessor(result);
        var (seed, count, keep) = (result.GetValue(_seed), result.GetValue(_count), result.GetValue(_keep));
        var format = result.GetValue(_format) is { } given && given != All ? given : null;
        DocumentKind? kind = Enum.TryParse<DocumentKind>(result.GetValue(_kind), ignoreCase: true, out var named) ? named : null;
        var scores = new List<GeneratedScore>(count);
        OrderedWork.Run(
            count,
            index =>
            {
                var document = result.GetValue(_kind) == Fiches ? maker.MakeFiches(seed, index, format) : maker.Make(seed, index, format, kind);
                if (keep is not null)
                    Keep(keep, document);
                var read = processor.Process(document.FileName, document.Bytes.AsSpan().ToArray(), _context.Cancellation);
                return GeneratedScore.Of(document.Truth, document.IsClean, document.Traits, read);
            },
            scores.Add,
            _context.Cancellation);
        _context.Cancellation.ThrowIfCancellationRequested();

        var report = new GeneratedReport { Scores = [.. scores] };
        _context.Terminal.WriteOutput(GeneratedText.ToMarkdown(report));
        if (result.GetValue(_errors))
            _context.Terminal.Error.Write(GeneratedText.ToErrorList(report));
        _context.Terminal.Output.Flush();
        return ExitStatus.Done;
    }

    // The folder is a corpus of its own: « ingest evaluate documents --truth FOLDER/truth --samples FOLDER/samples » reads it again.
    private static void Keep(string folder, RandomDocument document)
    {
        var truth = Path.Combine(folder, "truth", document.Truth.Slug, "truth.yaml");
        WholeFile.Write(Path.Combine(folder, "samples", document.FileName), stream => stream.Write(document.Bytes.AsSpan()));
        WholeFile.Write(truth, stream => TruthSet.WriteTruth(document.Truth, stream));
    }

    private static WordLists Words(string folder)
    {
        try
        {
            return WordLists.Load(folder);
        }
        catch (TruthFormatException error)
        {
            throw new WrongCallException(error.Message);
        }
    }
}
