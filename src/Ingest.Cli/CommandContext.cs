using System.CommandLine;
using Ingest.Cli.Text;
using Ingest.Pipeline;
using Ingest.Running.Isolation;

namespace Ingest.Cli;

/// <summary>What every verb works with.</summary>
/// <param name="Terminal">Streams and environment.</param>
/// <param name="Messages">Texts in the user's language.</param>
/// <param name="Cancellation">Cancelled on the first interruption.</param>
internal sealed record CommandContext(Terminal Terminal, Messages Messages, CancellationToken Cancellation)
{
    /// <summary>Variable by which the launcher says how it was called.</summary>
    private const string ProgramVariable = "INGEST_COMMAND";

    /// <summary>Where files are read apart; null where they are read in this process.</summary>
    public ReadingProcesses? Processes { get; init; }

    /// <summary>The program as the user calls it: what a suggested command begins with.</summary>
    public string ProgramName => Terminal.Environment(ProgramVariable) is { Length: > 0 } name ? name : "ingest";

    /// <summary>An option that is there or not.</summary>
    /// <param name="name">Its name, dashes included.</param>
    /// <param name="description">Key of what it does.</param>
    public Option<bool> Switch(string name, string description) => new(name) { Description = Messages[description], Arity = ArgumentArity.Zero };

    /// <summary>An option with a value.</summary>
    /// <param name="name">Its name, dashes included.</param>
    /// <param name="description">Key of what it does.</param>
    /// <param name="value">Key of what its value is.</param>
    public Option<string> Text(string name, string description, string value) => new(name) { Description = Messages[description], HelpName = Messages[value] };

    /// <summary>Where definitions and registers lie.</summary>
    /// <exception cref="MissingFilesException">They are nowhere.</exception>
    public ProductFiles FindFiles() =>
        ProductFiles.Find(Terminal.Environment(ProductFiles.HomeVariable), Terminal.BinaryFolder)
        ?? throw new MissingFilesException(Messages.Format("error.noHome", ProductFiles.HomeVariable));
}

/// <summary>Files that come with the program are missing: exit status 4.</summary>
internal sealed class MissingFilesException : Exception
{
    /// <summary>They are missing for a reason that the message gives in the user's language.</summary>
    public MissingFilesException(string message)
        : base(message)
    {
    }
}
