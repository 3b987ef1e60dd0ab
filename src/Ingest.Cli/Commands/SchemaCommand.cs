using System.CommandLine;
using Ingest.Emission;

namespace Ingest.Cli.Commands;

/// <summary><c>ingest schema</c>: the JSON Schema of the document.</summary>
internal static class SchemaCommand
{
    /// <summary>Creates the verb.</summary>
    public static Command Create(CommandContext context)
    {
        var command = new Command("schema");
        command.SetAction(_ =>
        {
            context.Terminal.WriteOutput(JsonSchemaText.Read());
            return ExitStatus.Done;
        });
        return command;
    }
}
