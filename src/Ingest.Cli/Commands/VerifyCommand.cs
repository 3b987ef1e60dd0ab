using System.CommandLine;
using Ingest.Export.Packaging;

namespace Ingest.Cli.Commands;

/// <summary><c>ingest verify DATA</c>: whether an export still has the bytes that its manifest names.</summary>
internal sealed class VerifyCommand
{
    private readonly CommandContext _context;
    private readonly Argument<string> _folder;

    private VerifyCommand(CommandContext context)
    {
        _context = context;
        _folder = new Argument<string>(context.Messages["name.out"]) { Description = context.Messages["argument.export"] };
    }

    /// <summary>Creates the verb.</summary>
    public static Command Create(CommandContext context)
    {
        var parts = new VerifyCommand(context);
        var command = new Command("verify") { parts._folder };
        command.SetAction(parts.Run);
        return command;
    }

    private int Run(ParseResult result)
    {
        var (messages, error) = (_context.Messages, _context.Terminal.Error);
        var folder = result.GetRequiredValue(_folder);
        if (!Directory.Exists(folder))
            throw new WrongCallException(messages.Format("error.notThere", folder));
        if (ExportVerification.Check(folder, out var count) is not { } problems)
            throw new WrongCallException(messages.Format("error.noManifest", Path.Combine(folder, Manifest.FileName)));
        foreach (var (path, problem) in problems)
            error.WriteLine("ingest: " + messages.Format("verify." + problem.ToString().ToLowerInvariant(), path));
        var isProven = problems.IsEmpty;
        error.WriteLine(messages.Format(isProven ? "verify.proven" : "verify.notProven", count, problems.Length));
        return isProven ? ExitStatus.Done : ExitStatus.SomeUnread;
    }
}
