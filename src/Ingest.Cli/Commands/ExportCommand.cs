using System.Collections.Immutable;
using System.CommandLine;
using Ingest.Cli.Output;
using Ingest.Collections;
using Ingest.Export;
using Ingest.Export.Packaging;
using Ingest.Export.Privacy;

namespace Ingest.Cli.Commands;

/// <summary><c>ingest export DIR --out DATA</c>: a collection as tidy tables, a workbook and databases.</summary>
internal sealed class ExportCommand
{
    private readonly CommandContext _context;
    private readonly Argument<string> _folder;
    private readonly Option<string> _out;
    private readonly Option<string> _format;
    private readonly Option<bool> _personal;

    private ExportCommand(CommandContext context)
    {
        var messages = context.Messages;
        _context = context;
        _folder = new Argument<string>(messages["name.out"]) { Description = messages["argument.collection"] };
        _out = new Option<string>("--out") { Description = messages["option.exportOut"], HelpName = messages["name.out"], Required = true };
        _format = context.Text("--format", "option.exportFormat", "name.exportFormat");
        _personal = context.Switch("--with-personal-data", "option.personalData");
    }

    /// <summary>Creates the verb.</summary>
    public static Command Create(CommandContext context)
    {
        var parts = new ExportCommand(context);
        var command = new Command("export") { parts._folder, parts._out, parts._format, parts._personal };
        command.SetAction(parts.Run);
        return command;
    }

    // What writes tables and databases is loaded here, and by no other verb.
    private int Run(ParseResult result)
    {
        var messages = _context.Messages;
        var (folder, output) = (result.GetRequiredValue(_folder), result.GetRequiredValue(_out));
        var options = new ExportOptions { Formats = FormatsOf(result.GetValue(_format)), BringsPersonalData = result.GetValue(_personal) };
        var reader = new CollectionReader(folder);
        if (!reader.Exists)
            throw new WrongCallException(messages.Format("error.noCollection", CollectionReader.DocumentsFolder(folder), _context.ProgramName));
        if (!reader.Read().Any())
            throw new WrongCallException(messages.Format("error.emptyFolder", CollectionReader.DocumentsFolder(folder)));
        if (IsWithin(output, folder, "documents"))
            throw new WrongCallException(messages.Format("error.exportInCollection", output));
        try
        {
            var summary = new CollectionExport(options).Write(reader, output, _context.Cancellation);
            Tell(summary, output, options.BringsPersonalData);
            return summary.Unread.IsEmpty ? ExitStatus.Done : ExitStatus.SomeUnread;
        }
        catch (OccupiedFolderException error)
        {
            throw new WrongCallException(messages.Format("error.exportOccupied", error.Path, output));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException && !_context.Cancellation.IsCancellationRequested)
        {
            throw new WrongCallException(messages.Format("error.cannotWrite", output, error.Message));
        }
    }

    private ImmutableHashSet<ExportFormat> FormatsOf(string? text)
    {
        if (text is null)
            return new ExportOptions().Formats;
        var known = Enum.GetValues<ExportFormat>().ToDictionary(format => format.ToString().ToLowerInvariant(), StringComparer.Ordinal);
        var formats = ImmutableHashSet.CreateBuilder<ExportFormat>();
        foreach (var name in text.Split(',', StringSplitOptions.TrimEntries))
        {
            if (!known.TryGetValue(name.ToLowerInvariant(), out var format))
                throw new WrongCallException(_context.Messages.Format("error.badChoice", "--format", name, string.Join(", ", known.Keys)));
            formats.Add(format);
        }

        return formats.ToImmutable();
    }

    private static bool IsWithin(string output, string folder, string below)
    {
        var root = Path.TrimEndingDirectorySeparator(Path.GetFullPath(Path.Combine(folder, below)));
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(output));
        // Neither among the documents nor in place of a folder that holds them.
        return full == root || full.StartsWith(root + Path.DirectorySeparatorChar, StringComparison.Ordinal) || root.StartsWith(full + Path.DirectorySeparatorChar, StringComparison.Ordinal);
    }

    private void Tell(ExportSummary summary, string output, bool bringsPersonalData)
    {
        var (messages, error) = (_context.Messages, _context.Terminal.Error);
        foreach (var file in summary.Unread)
            error.WriteLine("ingest: " + messages.Format("export.unread", file.Path, file.TooLarge is { } amount ? messages.Format("export.tooLarge", messages.Amount(amount)) : messages.Format("export.noDocument", file.Reason!.TrimEnd('.'))));
        foreach (var (sheet, rows) in summary.RowsWithoutRoom)
            error.WriteLine("ingest: " + messages.Format("export.noRoom", rows, sheet));
        error.WriteLine(messages.Format("export.done", summary.Documents, summary.Rows.Sum(table => table.Rows), summary.Outputs.Length + 1, output));
        error.WriteLine(bringsPersonalData
            ? messages["export.personalBrought"]
            : messages.Format("export.personalLeft", Count(OmissionKind.Email), Count(OmissionKind.Telephone), Count(OmissionKind.Name)));
        error.WriteLine(messages.Format("export.next", RunReport.ShellQuote(_context.ProgramName), RunReport.ShellQuote(output)));

        int Count(OmissionKind kind) => summary.Omissions.GetValueOrDefault(kind);
    }
}
