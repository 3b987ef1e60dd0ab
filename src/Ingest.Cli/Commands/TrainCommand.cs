using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Ingest.Classification;
using Ingest.Classification.Training;
using Ingest.Cli.Output;
using Ingest.Evaluation.Placing;
using Ingest.Pipeline;

namespace Ingest.Cli.Commands;

/// <summary><c>ingest train</c>: fits the classifier anew, with corrections if there are any, and keeps it unless it got worse.</summary>
internal sealed class TrainCommand
{
    private readonly CommandContext _context;
    private readonly TaxonomyChoice _taxonomy;
    private readonly PipelineOption _pipeline;
    private readonly Argument<string[]> _reviewed;
    private readonly Option<string> _out;
    private readonly Option<bool> _force;
    private readonly Option<bool> _dry;

    private TrainCommand(CommandContext context)
    {
        _context = context;
        _taxonomy = new TaxonomyChoice(context);
        _pipeline = new PipelineOption(context);
        _reviewed = new Argument<string[]>(context.Messages["name.file"]) { Description = context.Messages["argument.reviewed"], Arity = ArgumentArity.ZeroOrMore };
        _out = context.Text("--out", "option.modelFolder", "name.folder");
        _force = context.Switch("--force", "option.force");
        _dry = context.Switch("--dry-run", "option.dryRun");
    }

    /// <summary>Creates the verb.</summary>
    public static Command Create(CommandContext context)
    {
        var parts = new TrainCommand(context);
        var command = new Command("train") { parts._reviewed, parts._taxonomy.Taxonomy, parts._taxonomy.Labelled, parts._out, parts._force, parts._dry, parts._pipeline.Option };
        command.SetAction(parts.Run);
        return command;
    }

    private int Run(ParseResult result)
    {
        var definition = _pipeline.Load(result, _context.FindFiles());
        var resources = _taxonomy.Resources(result, definition);
        var set = _taxonomy.Reading(() => LabelledTexts.Load(_taxonomy.LabelledFolder(result), resources.Taxonomy, result.GetValue(_reviewed) ?? []));
        var folder = result.GetValue(_out) ?? _context.FindFiles().Models;
        var before = TryClassifier(resources, definition);
        byte[] content = [];
        var name = "";
        var clock = Stopwatch.StartNew();
        var after = new ClassifierFit(resources, new TrainingOptions()).Fit(set, (file, write) =>
        {
            using var memory = new MemoryStream();
            write(memory);
            (name, content) = (file, memory.ToArray());
        });
        _context.Terminal.Error.WriteLine(_context.Messages.Format("train.fitted", set.Training.Length.ToString(CultureInfo.InvariantCulture), clock.Elapsed.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture), name, (content.Length / 1024).ToString(CultureInfo.InvariantCulture)));

        var isWorse = Compare(resources.Taxonomy, set, before, after);
        if (result.GetValue(_dry))
            return ExitStatus.Done;
        if (isWorse && !result.GetValue(_force))
        {
            _context.Terminal.Error.WriteLine(_context.Messages.Format("train.worse", _force.Name));
            return ExitStatus.SomeUnread;
        }

        WholeFile.Write(Path.Combine(folder, name), stream => stream.Write(content));
        foreach (var old in TaxonomyLoader.ModelsIn(folder, resources.Taxonomy.Id, definition.SentenceModel?.Hash).Where(file => Path.GetFileName(file) != name))
            File.Delete(old);
        _context.Terminal.Error.WriteLine(_context.Messages.Format("train.written", Path.Combine(folder, name)));
        return ExitStatus.Done;
    }

    private bool Compare(Taxonomy taxonomy, LabelledSet set, TextClassifier? before, TextClassifier after)
    {
        var placed = PlacingProtocol.Place(after, set.Development);
        if (before is null)
        {
            _context.Terminal.WriteOutput(PlacingText.ToTable(taxonomy, [("dev, after", placed)]));
            return false;
        }

        var old = PlacingProtocol.Place(before, set.Development);
        var difference = PairedBootstrap.Compare([.. old.Select(text => text.IsRight)], [.. placed.Select(text => text.IsRight)]);
        _context.Terminal.WriteOutput(PlacingText.ToTable(taxonomy, [("dev, before", old), ("dev, after", placed)]));
        _context.Terminal.WriteOutput(string.Create(
            CultureInfo.InvariantCulture, $"\nright answers, after - before: {difference.Difference:+0.0000;-0.0000;0.0000} (95 %: {difference.Low:+0.0000;-0.0000;0.0000} to {difference.High:+0.0000;-0.0000;0.0000}); worse in {difference.IsWorse:0.000} of the draws\n"));
        return difference.Difference < 0;
    }

    private TextClassifier? TryClassifier(TaxonomyResources resources, PipelineDefinition definition)
    {
        try
        {
            return _taxonomy.Classifier(resources, definition);
        }
        catch (DefinitionException error)
        {
            // The first model, or one that no longer fits its taxonomy: there is nothing to compare with.
            _context.Terminal.Error.WriteLine(error.Describe(_context.Messages.Language));
            return null;
        }
    }
}
