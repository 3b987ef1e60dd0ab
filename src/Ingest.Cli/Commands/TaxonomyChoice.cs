using System.CommandLine;
using Ingest.Classification;
using Ingest.Classification.Training;
using Ingest.Pipeline;

namespace Ingest.Cli.Commands;

/// <summary>The options by which verbs name a taxonomy and its labelled texts.</summary>
internal sealed class TaxonomyChoice
{
    /// <summary>The taxonomy in use where none is named.</summary>
    private const string DefaultName = "cabbalr-2024-2030";

    private readonly CommandContext _context;

    /// <summary>Options for one verb.</summary>
    public TaxonomyChoice(CommandContext context)
    {
        _context = context;
        Taxonomy = context.Text("--taxonomy", "option.taxonomy", "name.taxonomy");
        Labelled = context.Text("--labelled", "option.labelled", "name.folder");
    }

    /// <summary>Which taxonomy.</summary>
    public Option<string> Taxonomy { get; }

    /// <summary>Folder of the labelled texts.</summary>
    public Option<string> Labelled { get; }

    /// <summary>The taxonomy that the call names, with its words and the sentence model of a definition where that names one.</summary>
    /// <exception cref="DefinitionException">There is none, or a file of it is wrong.</exception>
    public TaxonomyResources Resources(ParseResult result, PipelineDefinition definition) =>
        new TaxonomyLoader(_context.FindFiles(), definition.SentenceModel).Resources(result.GetValue(Taxonomy) ?? DefaultName);

    /// <summary>The fitted classifier of a taxonomy.</summary>
    /// <exception cref="DefinitionException">There is none, or it cannot be read.</exception>
    public TextClassifier Classifier(TaxonomyResources resources, PipelineDefinition definition) =>
        new TaxonomyLoader(_context.FindFiles(), definition.SentenceModel).LoadClassifier(resources);

    /// <summary>Folder of the labelled texts that the call names.</summary>
    public string LabelledFolder(ParseResult result) => result.GetValue(Labelled) ?? _context.FindFiles().Labelled;

    /// <summary>Does what reads labelled texts.</summary>
    /// <exception cref="WrongCallException">A file of them is wrong.</exception>
    public T Reading<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (LabelledTextException error)
        {
            var message = _context.Messages.Language.TwoLetterISOLanguageName == "fr" ? error.MessageFr : error.Message;
            throw new WrongCallException(error.Line > 0 ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{error.File}:{error.Line}: {message}") : $"{error.File}: {message}");
        }
    }
}
