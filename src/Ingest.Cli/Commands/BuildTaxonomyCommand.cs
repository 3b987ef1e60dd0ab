using System.CommandLine;
using Ingest.Classification;
using Ingest.Cli.Input;
using Ingest.Model.Documents;
using Ingest.Pipeline;

namespace Ingest.Cli.Commands;

/// <summary><c>ingest taxonomy build FILE…</c>: the strategies of several conventions as one taxonomy, with its doubts.</summary>
internal sealed class BuildTaxonomyCommand
{
    // Labels of one strategy differ more from each other than the writings of one label do.
    private const double Likeness = 0.85;

    private const string DefaultId = "taxonomie";

    private readonly CommandContext _context;
    private readonly PipelineOption _pipeline;
    private readonly Argument<string[]> _files;
    private readonly Option<string> _id;

    private BuildTaxonomyCommand(CommandContext context)
    {
        _context = context;
        _pipeline = new PipelineOption(context);
        _files = new Argument<string[]>(context.Messages["name.file"]) { Description = context.Messages["argument.conventions"], Arity = ArgumentArity.OneOrMore };
        _id = context.Text("--id", "option.taxonomyId", "name.taxonomy");
    }

    /// <summary>Creates the verb.</summary>
    public static Command Create(CommandContext context)
    {
        var parts = new BuildTaxonomyCommand(context);
        var command = new Command("build") { parts._files, parts._id, parts._pipeline.Option };
        command.SetAction(parts.Run);
        return command;
    }

    private int Run(ParseResult result)
    {
        var processor = _pipeline.CreateProcessor(result);
        var documents = new List<(string Name, IngestedDocument Document)>();
        var status = ExitStatus.Done;
        foreach (var file in result.GetRequiredValue(_files))
        {
            var source = new PathsToSources(_context.Messages, null).FindSingle(file);
            var document = processor.Process(source.FileName, source.ReadBytes(_context.Terminal), _context.Cancellation);
            if (document.Enjeux.IsEmpty)
            {
                _context.Terminal.Error.WriteLine(_context.Messages.Format("taxonomy.noStrategy", source.FileName));
                status = ExitStatus.SomeUnread;
                continue;
            }

            documents.Add((source.FileName, document));
        }

        if (documents.Count == 0)
            return status;
        WarnOfSeveralEpci(documents);
        var taxonomy = new ConventionsToTaxonomy(Likeness).Build(result.GetValue(_id) ?? DefaultId, documents);
        _context.Terminal.WriteOutput(TaxonomyYaml.Write(taxonomy));
        foreach (var node in taxonomy.Nodes.Where(node => node.Doubt is not null))
            _context.Terminal.Error.WriteLine($"{node.Id} {node.Title}: {node.Doubt}");
        return status;
    }

    private void WarnOfSeveralEpci(IEnumerable<(string Name, IngestedDocument Document)> documents)
    {
        var bodies = documents.Select(document => document.Document.Territory.Epci?.Name).OfType<string>().Distinct(StringComparer.Ordinal).ToArray();
        if (bodies.Length > 1)
            _context.Terminal.Error.WriteLine(_context.Messages.Format("taxonomy.severalEpci", string.Join(", ", bodies)));
    }
}
