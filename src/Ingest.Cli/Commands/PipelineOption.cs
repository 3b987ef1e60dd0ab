using System.CommandLine;
using Ingest.Cli.Input;
using Ingest.Pipeline;
using Ingest.Running;

namespace Ingest.Cli.Commands;

/// <summary>The option <c>--pipeline</c> of the verbs that read documents.</summary>
internal sealed class PipelineOption
{
    /// <summary>The definition in use where none is named.</summary>
    private const string DefaultName = "default";

    private readonly CommandContext _context;

    /// <summary>An option for one verb.</summary>
    public PipelineOption(CommandContext context)
    {
        _context = context;
        Option = new Option<string>("--pipeline")
        {
            Description = context.Messages["option.pipeline"],
            HelpName = context.Messages["name.pipeline"],
        };
    }

    /// <summary>The option itself.</summary>
    public Option<string> Option { get; }

    /// <summary>The engine of the definition that the call names.</summary>
    /// <exception cref="DefinitionException">There is none, or it is wrong.</exception>
    public DocumentProcessor CreateProcessor(ParseResult result)
    {
        var files = _context.FindFiles();
        return Engine.Create(Load(result, files), files, CacheFolder.Of(_context.Terminal.Environment));
    }

    /// <summary>The stages up to blocks and tables, of the definition that the call names.</summary>
    /// <exception cref="DefinitionException">There is none, or it is wrong.</exception>
    public ContentReader CreateContentReader(ParseResult result) => Engine.CreateContentReader(Load(result, _context.FindFiles()), CacheFolder.Of(_context.Terminal.Environment));

    private PipelineDefinition Load(ParseResult result, ProductFiles files) => new DefinitionLoader(files).Load(result.GetValue(Option) ?? DefaultName);
}
