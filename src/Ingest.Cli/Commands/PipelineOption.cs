using System.CommandLine;
using Ingest.Cli.Input;
using Ingest.Decisions;
using Ingest.Pipeline;
using Ingest.Reading.Protection;
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
        Option = context.Text("--pipeline", "option.pipeline", "name.pipeline");
    }

    /// <summary>The option itself.</summary>
    public Option<string> Option { get; }

    /// <summary>The option as the call has it, to be handed on to another call; empty where it has none.</summary>
    public IReadOnlyList<string> AsTyped(ParseResult result) => result.GetResult(Option) is { Implicit: false } ? [Option.Name, result.GetValue(Option)!] : [];

    /// <summary>The engine of the definition that the call names.</summary>
    /// <exception cref="DefinitionException">There is none, or it is wrong.</exception>
    /// <param name="result">The call.</param>
    /// <param name="corrections">What people put right; null for nothing.</param>
    /// <param name="passwords">Passwords of protected documents; null for none.</param>
    public DocumentProcessor CreateProcessor(ParseResult result, CorrectionLog? corrections = null, Passwords? passwords = null)
    {
        var files = _context.FindFiles();
        return Engine.Create(Load(result, files), files, CacheFolder.Of(_context.Terminal.Environment), corrections, passwords, _context.Processes);
    }

    /// <summary>The stages up to blocks and tables, of the definition that the call names.</summary>
    /// <exception cref="DefinitionException">There is none, or it is wrong.</exception>
    /// <param name="result">The call.</param>
    /// <param name="passwords">Passwords of protected documents; null for none.</param>
    public ContentReader CreateContentReader(ParseResult result, Passwords? passwords = null) =>
        Engine.CreateContentReader(Load(result, _context.FindFiles()), _context.FindFiles(), CacheFolder.Of(_context.Terminal.Environment), passwords, _context.Processes);

    /// <summary>Where the calibration of the definition that the call names is kept; where it names none, the product's.</summary>
    /// <exception cref="DefinitionException">There is no such definition, or it is wrong.</exception>
    public string CalibrationFile(ParseResult result) => Load(result, _context.FindFiles()).Calibration?.FullPath ?? Path.Combine(_context.FindFiles().Calibrations, "recognition.yaml");

    /// <summary>The definition that the call names.</summary>
    /// <exception cref="DefinitionException">There is none, or it is wrong.</exception>
    public PipelineDefinition Load(ParseResult result, ProductFiles files) => new DefinitionLoader(files).Load(result.GetValue(Option) ?? DefaultName);
}
