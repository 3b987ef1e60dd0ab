using System.CommandLine;

namespace Ingest.Cli.Commands;

/// <summary><c>ingest evaluate WHAT</c>: scores against answers checked by hand.</summary>
internal static class EvaluateCommand
{
    /// <summary>Creates the verb.</summary>
    public static Command Create(CommandContext context) => new("evaluate")
    {
        EvaluateDocumentsCommand.Create(context), EvaluateTablesCommand.Create(context), EvaluateOcrCommand.Create(context),
        EvaluateRandomCommand.Create(context), EvaluateClassificationCommand.Create(context),
    };
}
