using System.CommandLine;

namespace Ingest.Cli.Commands;

/// <summary><c>ingest taxonomy</c>: taxonomies made out of documents.</summary>
internal static class TaxonomyCommand
{
    /// <summary>Creates the verb.</summary>
    public static Command Create(CommandContext context) => new("taxonomy") { BuildTaxonomyCommand.Create(context) };
}
