using Ingest.Decisions;

namespace Ingest.Cli.Commands;

/// <summary>The corrections that a call works with; lines that are none are told, and the others count.</summary>
internal static class RecordedCorrections
{
    /// <summary>Those of a folder of results; none where nobody has corrected anything.</summary>
    public static CorrectionLog Read(string file, CommandContext context)
    {
        var messages = context.Messages;
        CorrectionLog log;
        try
        {
            log = CorrectionFile.Read(file);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // To go on without them would put wrong values back.
            throw new WrongCallException(messages.Format("error.cannotRead", file, error.Message));
        }

        foreach (var line in log.Broken)
            context.Terminal.Error.WriteLine("ingest: " + messages.Format("corrections.broken", file, line.Number, messages.Format("corrections.broken." + line.Problem, line.Detail)));
        return log;
    }

    /// <summary>Those of a file that the user named.</summary>
    /// <exception cref="WrongCallException">There is no such file.</exception>
    public static CorrectionLog ReadNamed(string file, CommandContext context) =>
        File.Exists(file) ? Read(file, context) : throw new WrongCallException(context.Messages.Format("error.noSuchFile", file));
}
