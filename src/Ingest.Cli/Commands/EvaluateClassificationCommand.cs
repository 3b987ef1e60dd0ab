using System.Collections.Immutable;
using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using Ingest.Classification;
using Ingest.Classification.Training;
using Ingest.Cli.Input;
using Ingest.Evaluation.Placing;
using Ingest.Pipeline;

namespace Ingest.Cli.Commands;

/// <summary><c>ingest evaluate classification</c>: how well texts are placed, by writers and communes that the model has not seen.</summary>
internal sealed class EvaluateClassificationCommand
{
    // Share of characters that the noise of a poor scan touches.
    private const double Noise = 0.05;

    // Confused leaves that are listed.
    private const int MostConfusions = 12;

    private static readonly ImmutableArray<int> CurveSizes = [4, 8, 16, 32, 64];

    private readonly CommandContext _context;
    private readonly TaxonomyChoice _taxonomy;
    private readonly PipelineOption _pipeline;
    private readonly Argument<string[]> _documents;
    private readonly Option<bool> _unseen;
    private readonly Option<bool> _quick;
    private readonly Option<bool> _errors;
    private readonly Option<string> _thesaurus;

    private EvaluateClassificationCommand(CommandContext context)
    {
        _context = context;
        _taxonomy = new TaxonomyChoice(context);
        _pipeline = new PipelineOption(context);
        _documents = new Argument<string[]>(context.Messages["name.file"]) { Description = context.Messages["argument.statedDocuments"], Arity = ArgumentArity.ZeroOrMore };
        _unseen = context.Switch("--unseen", "option.unseenTexts");
        _quick = context.Switch("--quick", "option.quick");
        _errors = context.Switch("--errors", "option.placingErrors");
        _thesaurus = context.Text("--thesaurus", "option.thesaurus", "name.file");
    }

    /// <summary>Creates the verb.</summary>
    public static Command Create(CommandContext context)
    {
        var parts = new EvaluateClassificationCommand(context);
        var command = new Command("classification")
        {
            parts._documents, parts._taxonomy.Taxonomy, parts._taxonomy.Labelled, parts._unseen, parts._quick, parts._errors, parts._thesaurus, parts._pipeline.Option,
        };
        command.SetAction(parts.Run);
        return command;
    }

    private int Run(ParseResult result)
    {
        var thesaurus = ReadThesaurus(result.GetValue(_thesaurus));
        var definition = _pipeline.Load(result, _context.FindFiles());
        var resources = _taxonomy.Resources(result, definition);
        var set = _taxonomy.Reading(() => LabelledTexts.Load(_taxonomy.LabelledFolder(result), resources.Taxonomy, []));
        var model = _taxonomy.Classifier(resources, definition);
        var protocol = new PlacingProtocol(resources, set, new TrainingOptions());
        var rows = new List<(string, ImmutableArray<PlacedLabel>)>();
        var communes = ImmutableArray<PlacedLabel>.Empty;
        if (!result.GetValue(_quick))
        {
            communes = protocol.LeaveOneOut(text => text.Commune, _context.Cancellation);
            rows.AddRange(Held(protocol, communes));
            rows.AddRange(Trials(protocol, thesaurus));
        }

        var placed = PlacingProtocol.Place(model, set.Development);
        rows.Add(("dev: other writers", placed));
        rows.Add(("dev, 5 % OCR noise", PlacingProtocol.PlaceNoisy(model, set.Development, Noise)));
        rows.AddRange(placed.GroupBy(text => text.Text.Style, StringComparer.Ordinal).Where(group => group.Key != "none").OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => ($"dev, {group.Key}", group.ToImmutableArray())));
        if (!result.GetValue(_quick))
            rows.AddRange(protocol.Baselines(set.Development).Select(row => ("dev, " + row.Name, row.Placed)));
        if (result.GetValue(_unseen))
            rows.AddRange(Unseen(result, resources.Taxonomy, model, protocol));

        Write(PlacingText.ToTable(resources.Taxonomy, rows));
        if (!communes.IsEmpty)
            Write("\n" + PlacingText.ToGroupTable(resources.Taxonomy, "commune", text => text.Commune, communes));
        Write("\n" + PlacingText.ToConfusions(placed, MostConfusions));
        WriteAgreement(set);
        WriteSpeed(result, definition, resources, set);
        foreach (var comparison in Compared(result, resources.Taxonomy))
            Write("\n" + PlacingText.ToMarkdown(comparison));
        if (result.GetValue(_errors))
            _context.Terminal.Error.Write(PlacingText.ToErrorList(placed));
        return ExitStatus.Done;
    }

    private IEnumerable<(string, ImmutableArray<PlacedLabel>)> Held(PlacingProtocol protocol, ImmutableArray<PlacedLabel> communes)
    {
        var writers = protocol.LeaveOneOut(text => text.Writer, _context.Cancellation);
        yield return ("leave one writer out", writers);
        foreach (var writer in writers.GroupBy(text => text.Text.Writer, StringComparer.Ordinal))
            yield return ($"— without {writer.Key}", writer.ToImmutableArray());
        yield return (string.Create(CultureInfo.InvariantCulture, $"leave one commune out, {communes.DistinctBy(text => text.Text.Commune).Count()} times"), communes);
        foreach (var size in CurveSizes)
            yield return (string.Create(CultureInfo.InvariantCulture, $"dev, {size} texts a place"), protocol.Learned(size));
    }

    // What was tried and not kept, so that the reason can be seen again.
    private IEnumerable<(string, ImmutableArray<PlacedLabel>)> Trials(PlacingProtocol protocol, Thesaurus? thesaurus)
    {
        yield return ("trial, one writer out: orientation then leaf", protocol.LeaveOneOutInTwoStages(text => text.Writer, _context.Cancellation));
        if (thesaurus is null)
            yield break;
        yield return ("trial, one writer out: thesaurus, words not learned", protocol.LeaveOneOutWithThesaurus(text => text.Writer, thesaurus, everyWord: false, _context.Cancellation));
        yield return ("trial, one writer out: thesaurus, every word", protocol.LeaveOneOutWithThesaurus(text => text.Writer, thesaurus, everyWord: true, _context.Cancellation));
    }

    // Before anything is fitted: a wrong file shall not cost minutes.
    private Thesaurus? ReadThesaurus(string? file)
    {
        if (file is null)
            return null;
        try
        {
            using var reader = new StreamReader(file, Encoding.UTF8);
            return Thesaurus.Load(reader);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            throw new WrongCallException(_context.Messages.Format("error.badThesaurus", file, error.Message));
        }
    }

    private ImmutableArray<(string, ImmutableArray<PlacedLabel>)> Unseen(ParseResult result, Taxonomy taxonomy, TextClassifier model, PlacingProtocol protocol)
    {
        var texts = _taxonomy.Reading(() => LabelledTexts.LoadUnseen(_taxonomy.LabelledFolder(result), taxonomy));
        if (texts.IsEmpty)
            throw new WrongCallException(_context.Messages["error.noUnseen"]);
        return
        [
            ("**unseen: other writers**", PlacingProtocol.Place(model, texts)),
            ("unseen, 5 % OCR noise", PlacingProtocol.PlaceNoisy(model, texts, Noise)),
            .. protocol.Baselines(texts).Select(row => ("unseen, " + row.Name, row.Placed)),
        ];
    }

    private void WriteAgreement(LabelledSet set)
    {
        if (LabelAgreement.Of(set.Training.Concat(set.Development)) is { } agreement)
            Write(string.Create(CultureInfo.InvariantCulture, $"\nsecond labeller: {agreement.Texts} texts, agreement {agreement.Accuracy:0.000}, Cohen's kappa {agreement.Kappa:0.000}\n"));
    }

    private void WriteSpeed(ParseResult result, PipelineDefinition definition, TaxonomyResources resources, LabelledSet set)
    {
        var clock = Stopwatch.StartNew();
        new ClassifierFit(resources, new TrainingOptions()).Fit(set);
        var training = clock.Elapsed.TotalSeconds;
        clock.Restart();
        var model = _taxonomy.Classifier(_taxonomy.Resources(result, definition), definition);
        var loading = clock.Elapsed.TotalMilliseconds;
        clock.Restart();
        foreach (var text in set.Training)
            model.Place(text.Text);
        Write(string.Create(CultureInfo.InvariantCulture, $"\ntraining {training:0.0} s; loading {loading:0} ms; {clock.Elapsed.TotalMilliseconds / set.Training.Length:0.00} ms a text in batch\n"));
    }

    private IEnumerable<StatedComparison> Compared(ParseResult result, Taxonomy taxonomy)
    {
        if (result.GetValue(_documents) is not { Length: > 0 } files)
            yield break;
        var processor = _pipeline.CreateProcessor(result);
        foreach (var file in files)
        {
            var source = new PathsToSources(_context.Messages, null).FindSingle(file);
            yield return StatedComparison.Of(source.FileName, processor.Process(source.FileName, source.ReadBytes(_context.Terminal), _context.Cancellation), taxonomy.Id);
        }
    }

    private void Write(string text) => _context.Terminal.WriteOutput(text);
}
