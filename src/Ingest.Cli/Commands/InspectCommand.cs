using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using Ingest.Cli.Input;
using Ingest.Cli.Output;
using Ingest.Emission.Inspection;
using Ingest.Model.Documents;
using Ingest.Reading.Images;
using Ingest.Reading.Raster;
using Ingest.Running;

namespace Ingest.Cli.Commands;

/// <summary><c>ingest inspect FILE</c>: a page that shows what was seen, drawn over the document.</summary>
internal sealed class InspectCommand
{
    /// <summary>Variable that names poppler's program where it is not on the path.</summary>
    private const string RasterVariable = "INGEST_PDFTOPPM";

    /// <summary>Pages shown where none are named: some ten megabytes of images, which any browser opens.</summary>
    private const int MostPages = 40;

    private const string PdfMediaType = "application/pdf";

    private readonly CommandContext _context;
    private readonly PipelineOption _pipeline;
    private readonly PasswordOption _passwords;
    private readonly Argument<string> _file;
    private readonly Option<string> _out;
    private readonly Option<string> _pages;
    private readonly Option<bool> _joined;

    private InspectCommand(CommandContext context)
    {
        var messages = context.Messages;
        _context = context;
        _pipeline = new PipelineOption(context);
        _passwords = new PasswordOption(context);
        _file = new Argument<string>(messages["name.file"]) { Description = messages["argument.file"] };
        _out = context.Text("--out", "option.inspectOut", "name.html");
        _pages = new Option<string>("--pages") { Description = messages.Format("option.pages", MostPages), HelpName = "1-3,7" };
        _joined = context.Switch("--joined", "option.joined");
    }

    /// <summary>Creates the verb.</summary>
    public static Command Create(CommandContext context)
    {
        var parts = new InspectCommand(context);
        var command = new Command("inspect") { parts._file, parts._out, parts._pages, parts._joined, parts._pipeline.Option, parts._passwords.Option };
        command.SetAction(parts.Run);
        return command;
    }

    private int Run(ParseResult result)
    {
        var messages = _context.Messages;
        var source = new PathsToSources(messages, null).FindSingle(result.GetRequiredValue(_file));
        var output = result.GetValue(_out) ?? source.FileName + ".inspect.html";
        if (source.FullPath == Path.GetFullPath(output))
            throw new WrongCallException(messages.Format("error.outIsSource", output));
        var processor = _pipeline.CreateProcessor(result, passwords: _passwords.Read(result));
        var bytes = source.ReadBytes(_context.Terminal);
        var processed = processor.ProcessKeeping(source.FileName, bytes, _context.Cancellation);

        var notes = new List<string>();
        var shown = Choose(result.GetValue(_pages), processed, source, notes);
        var inspected = DocumentToInspection.Convert(
            new InspectionSource
            {
                Pages = processed.Pages,
                Content = processed.Content,
                Document = processed.Document,
                Images = Draw(bytes, processed, shown, notes),
                Shown = shown,
                IsJoined = result.GetValue(_joined),
                Tables = processed.Options.Tables,
            },
            messages.Language);
        Save(output, stream => new InspectionHtml(messages.Language, [.. notes]).Write(inspected, stream));

        foreach (var note in notes)
            _context.Terminal.Error.WriteLine("ingest: " + note);
        _context.Terminal.Error.WriteLine("ingest: " + messages.Format("inspect.written", output));
        return processed.Document.Status == DocumentStatus.Failed ? ExitStatus.SomeUnread : ExitStatus.Done;
    }

    // Null where the source has no pages to choose from.
    private ImmutableHashSet<int>? Choose(string? asked, ProcessedDocument processed, SourceFile source, List<string> notes)
    {
        var messages = _context.Messages;
        ImmutableArray<int> there = [.. processed.Pages.Where(page => page.Size is not null).Select(page => page.Number)];
        if (there.IsEmpty)
        {
            if (asked is not null)
                notes.Add(messages["inspect.noPages"]);
            return null;
        }

        var shown = PageSelection.Choose(asked, there, MostPages, messages);
        if (asked is null && shown.Count < there.Length)
        {
            notes.Add(messages.Format(
                "inspect.leftOut", there[MostPages].ToString(CultureInfo.InvariantCulture), there[^1].ToString(CultureInfo.InvariantCulture),
                $"{_context.ProgramName} inspect {source.Shown} --pages {there[MostPages]}-{there[^1]}"));
        }

        return shown;
    }

    private ImmutableArray<PageImage> Draw(byte[] bytes, ProcessedDocument processed, ImmutableHashSet<int>? shown, List<string> notes)
    {
        var mediaType = processed.Document.Source.MediaType;
        if (shown is null || (mediaType != PdfMediaType && !ImageRaster.Draws(mediaType)))
            return [];
        var options = RasterOptions.Default with { Format = RasterFormat.Jpeg };
        if (_context.Terminal.Environment(RasterVariable) is { Length: > 0 } command)
            options = options with { Command = command };
        try
        {
            var pages = processed.Pages.Where(page => shown.Contains(page.Number));
            var rasters = (mediaType == PdfMediaType
                ? new PdfRaster(options).Draw(bytes, pages, _context.Cancellation)
                : new ImageRaster(options).Draw(bytes, mediaType, pages, _context.Cancellation)).ToList();
            var missed = rasters.Where(raster => raster.Outcome != RasterOutcome.Drawn).Select(raster => raster.Page).ToList();
            if (missed.Count > 0)
                notes.Add(_context.Messages.Format("inspect.notDrawn", string.Join(", ", missed)));
            return [.. rasters.Where(raster => raster.Outcome == RasterOutcome.Drawn).Select(raster => new PageImage(raster.Page, "image/jpeg", raster.Bytes))];
        }
        catch (MissingToolException error)
        {
            notes.Add(_context.Messages.Format("inspect.noRaster", error.Command, RasterVariable));
            return [];
        }
    }

    private void Save(string output, Action<Stream> write)
    {
        try
        {
            WholeFile.Write(output, write);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new WrongCallException(_context.Messages.Format("error.cannotWrite", output, error.Message));
        }
    }
}
