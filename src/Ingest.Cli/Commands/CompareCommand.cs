using System.CommandLine;
using Ingest.Cli.Output;
using Ingest.Collections;
using Ingest.Export.Comparing;
using Ingest.Normalization;
using Ingest.Pipeline;

namespace Ingest.Cli.Commands;

/// <summary><c>ingest compare DIR --out FILE</c>: a collection side by side, as one page.</summary>
internal sealed class CompareCommand
{
    /// <summary>The national pivot: in its places documents of every framework meet.</summary>
    private const string DefaultPivot = "anct-themes";

    private readonly CommandContext _context;
    private readonly Argument<string> _folder;
    private readonly Option<string> _out;
    private readonly Option<string> _by;
    private readonly Option<string> _pivot;
    private readonly Option<string> _data;

    private CompareCommand(CommandContext context)
    {
        var messages = context.Messages;
        _context = context;
        _folder = new Argument<string>(messages["name.out"]) { Description = messages["argument.collection"] };
        _out = new Option<string>("--out") { Description = messages["option.compareOut"], HelpName = messages["name.html"], Required = true };
        _by = new Option<string>("--by") { Description = messages["option.compareBy"], HelpName = string.Join('|', Axes.Keys) };
        _pivot = context.Text("--pivot", "option.comparePivot", "name.taxonomy");
        _data = context.Text("--data", "option.compareData", "name.out");
    }

    private static SortedDictionary<string, ComparisonAxis> Axes { get; } =
        new(Enum.GetValues<ComparisonAxis>().ToDictionary(axis => axis.ToString().ToLowerInvariant()), StringComparer.Ordinal);

    /// <summary>Creates the verb.</summary>
    public static Command Create(CommandContext context)
    {
        var parts = new CompareCommand(context);
        var command = new Command("compare") { parts._folder, parts._out, parts._by, parts._pivot, parts._data };
        command.SetAction(parts.Run);
        return command;
    }

    private int Run(ParseResult result)
    {
        var messages = _context.Messages;
        var (folder, output, data) = (result.GetRequiredValue(_folder), result.GetRequiredValue(_out), result.GetValue(_data));
        var reader = new CollectionReader(folder);
        var documents = CollectionReader.DocumentsFolder(folder);
        if (!reader.Exists)
            throw new WrongCallException(messages.Format("error.noCollection", documents, _context.ProgramName));
        if (!reader.Read().Any())
            throw new WrongCallException(messages.Format("error.emptyFolder", documents));
        foreach (var place in new[] { output, data }.OfType<string>().Where(place => IsWithin(place, documents)))
            throw new WrongCallException(messages.Format("error.compareInCollection", place));
        var report = new CollectionComparison(OptionsOf(result)).Read(reader, _context.Cancellation);
        var files = data is null ? [] : report.Files.Select(file => (Path: Path.Combine(data, file.Name), file.Write)).ToList();
        foreach (var (path, write) in files.Append((output, report.Write)))
            Save(path, write);
        Tell(report, output, data, files.Count);
        return report.Unread.IsEmpty ? ExitStatus.Done : ExitStatus.SomeUnread;
    }

    private ComparisonOptions OptionsOf(ParseResult result)
    {
        var files = _context.FindFiles();
        var by = result.GetValue(_by) ?? "commune";
        if (!Axes.TryGetValue(by.ToLowerInvariant(), out var axis))
            throw new WrongCallException(_context.Messages.Format("error.badChoice", "--by", by, string.Join(", ", Axes.Keys)));
        return new ComparisonOptions
        {
            Axis = axis,
            Pivot = new TaxonomyLoader(files).Resources(result.GetValue(_pivot) ?? DefaultPivot).Taxonomy,
            Register = Directory.Exists(files.Registers) ? new TerritoryRegister(files.Registers) : null,
        };
    }

    private static bool IsWithin(string place, string folder) =>
        Path.GetFullPath(place).StartsWith(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)) + Path.DirectorySeparatorChar, StringComparison.Ordinal)
        || Path.GetFullPath(place) == Path.GetFullPath(folder);

    private void Save(string path, Action<Stream> write)
    {
        _context.Cancellation.ThrowIfCancellationRequested();
        try
        {
            WholeFile.Write(path, write);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new WrongCallException(_context.Messages.Format("error.cannotWrite", path, error.Message));
        }
    }

    private void Tell(ComparisonReport report, string output, string? data, int files)
    {
        var (messages, error) = (_context.Messages, _context.Terminal.Error);
        foreach (var file in report.Unread)
            error.WriteLine("ingest: " + messages.Format("compare.unread", file.Path, file.Reason!));
        error.WriteLine(messages.Format("compare.done", report.Counted, report.Units, report.Duplicates, report.OtherVersions, output));
        if (data is not null)
            error.WriteLine(messages.Format("compare.data", files, data));
    }
}
