using Ingest.Cli.Text;
using Ingest.Pipeline;

namespace Ingest.Cli;

/// <summary>What every verb works with.</summary>
/// <param name="Terminal">Streams and environment.</param>
/// <param name="Messages">Texts in the user's language.</param>
/// <param name="Cancellation">Cancelled on the first interruption.</param>
internal sealed record CommandContext(Terminal Terminal, Messages Messages, CancellationToken Cancellation)
{
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
