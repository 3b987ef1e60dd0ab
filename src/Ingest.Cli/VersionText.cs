using System.CommandLine;
using System.CommandLine.Invocation;
using System.Reflection;

namespace Ingest.Cli;

/// <summary>The option <c>--version</c>.</summary>
internal static class VersionText
{
    /// <summary>Version of this program.</summary>
    public static string OfThisProgram { get; } = typeof(VersionText).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "";

    /// <summary>Creates the option.</summary>
    public static Option CreateOption(CommandContext context) => new Option<bool>("--version")
    {
        Description = context.Messages["option.version"],
        Arity = ArgumentArity.Zero,
        Action = new VersionTextAction(context.Terminal),
    };
}

/// <summary>Writes name and version to standard output.</summary>
internal sealed class VersionTextAction : SynchronousCommandLineAction
{
    private readonly Terminal _terminal;

    /// <summary>An action that writes to a terminal.</summary>
    public VersionTextAction(Terminal terminal) => _terminal = terminal;

    /// <inheritdoc/>
    public override bool ClearsParseErrors => true;

    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        _terminal.WriteOutput($"ingest {VersionText.OfThisProgram}\n");
        return ExitStatus.Done;
    }
}
