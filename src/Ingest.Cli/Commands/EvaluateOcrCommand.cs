using System.Collections.Immutable;
using System.CommandLine;
using Ingest.Cli.Measuring;
using Ingest.Evaluation;
using Ingest.Evaluation.Scans;
using Ingest.Pipeline;
using Ingest.Reading.Raster;

namespace Ingest.Cli.Commands;

/// <summary><c>ingest evaluate ocr</c>: what is read of scans against their born-digital twins, beside plain text recognition.</summary>
internal sealed class EvaluateOcrCommand
{
    private readonly CommandContext _context;
    private readonly PipelineOption _pipeline;
    private readonly SplitOption _split;
    private readonly Option<string> _scans;
    private readonly Option<bool> _json;
    private readonly Option<bool> _errors;
    private readonly Option<bool> _plain;
    private readonly Option<bool> _time;
    private readonly Option<bool> _calibrate;
    private readonly Option<bool> _memory;
    private readonly MeasuringOptions _options = MeasuringOptions.Default;

    private EvaluateOcrCommand(CommandContext context)
    {
        _context = context;
        _pipeline = new PipelineOption(context);
        _split = new SplitOption(context);
        _scans = context.Text("--scans", "option.scans", "name.folder");
        _json = context.Switch("--json", "option.json");
        _errors = context.Switch("--errors", "option.ocrErrors");
        _plain = context.Switch("--plain", "option.plain");
        _time = context.Switch("--time", "option.time");
        _calibrate = context.Switch("--calibrate", "option.calibrate");
        _memory = context.Switch("--memory", "option.memory");
    }

    /// <summary>Creates the verb.</summary>
    public static Command Create(CommandContext context)
    {
        var parts = new EvaluateOcrCommand(context);
        var command = new Command("ocr")
        {
            parts._scans, parts._split.Option, parts._json, parts._errors, parts._plain, parts._time, parts._calibrate, parts._memory, parts._pipeline.Option,
        };
        command.SetAction(parts.Run);
        return command;
    }

    private int Run(ParseResult result)
    {
        try
        {
            return Evaluate(result);
        }
        catch (TruthFormatException error)
        {
            throw new WrongCallException(error.Message);
        }
        catch (MissingToolException error)
        {
            throw new MissingFilesException(_context.Messages.Format("error.noRecognition", error.Command));
        }
        catch (TimeoutException error)
        {
            throw new WrongCallException(_context.Messages.Format("error.measuring", error.Message));
        }
    }

    private int Evaluate(ParseResult result)
    {
        var (hasPlain, hasTime, hasMemory) = (result.GetValue(_plain), result.GetValue(_time), result.GetValue(_memory));
        if ((hasPlain || hasTime || hasMemory) && !ChildProcess.CanMeasure)
            throw new MissingFilesException(_context.Messages["error.noProc"]);
        var (scans, truths) = Load(result);
        if (hasMemory)
            return MeasureMemory(scans, result);
        if (result.GetValue(_calibrate) && _split.Of(result) == Split.Unseen)
            throw new WrongCallException(_context.Messages.Format("error.calibrateUnseen", _calibrate.Name, _split.Option.Name));
        using var recognition = new PlainRecognition("tesseract", _options);
        if (hasPlain || hasTime)
            recognition.Check(_context.Cancellation);
        var read = new ScanReading(_context, _pipeline.CreateProcessor(result)).ReadAll(scans, truths);
        OcrTimeReport? times = null;
        if (hasTime)
            (times, read) = Measure(read, hasPlain, recognition, _pipeline.AsTyped(result));
        else if (hasPlain)
            read = WithPlain(read, recognition);
        var report = OcrEvaluation.Run(read);
        Write(result.GetValue(_calibrate) ? Calibrated(report, result) : report, times, result);
        return read.Any(scan => scan.Scan.IsUnread) ? ExitStatus.SomeUnread : ExitStatus.Done;
    }

    // The scores that follow are those of the new calibration; the findings still those of the old one.
    private OcrScoreReport Calibrated(OcrScoreReport report, ParseResult result)
    {
        var calibration = report.Calibrate();
        var file = _pipeline.CalibrationFile(result);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, CalibrationYaml.Write(calibration));
        _context.Terminal.Error.WriteLine($"ingest: {_context.Messages.Format("evaluate.calibrated", file, calibration.Scans.Sum(scan => scan.Values), calibration.Scans.Length)}");
        return report.With(calibration);
    }

    private void Write(OcrScoreReport report, OcrTimeReport? times, ParseResult result)
    {
        if (result.GetValue(_json))
        {
            OcrScoreJson.Write(report, _context.Terminal.Output, times is null ? null : writer => OcrTimeText.WriteJson(times, writer));
        }
        else
        {
            _context.Terminal.WriteOutput(OcrScoreText.ToMarkdown(report));
            if (times is not null)
                _context.Terminal.WriteOutput("\n" + OcrTimeText.Of(times, _context.Messages));
        }

        if (result.GetValue(_errors))
            _context.Terminal.Error.Write(OcrScoreText.ToErrorList(report));
        _context.Terminal.Output.Flush();
    }

    // No score: how much memory many pages take is another question than how well they are read.
    private int MeasureMemory(ImmutableArray<ScanSource> scans, ParseResult result)
    {
        foreach (var option in (Option[])[_errors, _plain, _time, _calibrate])
        {
            if (result.GetResult(option) is { Implicit: false })
                throw new WrongCallException(_context.Messages.Format("error.optionsExclude", _memory.Name, option.Name));
        }

        var files = new ScanMemoryRun(Own, _options).Run(scans, _pipeline.AsTyped(result), _context.Cancellation);
        if (result.GetValue(_json))
            ScanMemoryText.WriteJson(files, _context.Terminal.Output);
        else
            _context.Terminal.WriteOutput(ScanMemoryText.Of(files, _context.Messages));
        _context.Terminal.Output.Flush();
        return ExitStatus.Done;
    }

    private string Own => OwnProgram.Path(_context.Terminal);

    // One process after the other: of two at once neither could be measured.
    private (OcrTimeReport Times, ImmutableArray<ReadScan> Scans) Measure(
        ImmutableArray<ReadScan> scans, bool keepsTexts, PlainRecognition recognition, IReadOnlyList<string> definition)
    {
        var run = new OcrTimeRun(Own, recognition, _options);
        var (times, read) = (ImmutableArray.CreateBuilder<ScanTime>(), ImmutableArray.CreateBuilder<ReadScan>());
        foreach (var scan in scans)
        {
            if (scan.Scan.IsUnread)
            {
                read.Add(scan);
                continue;
            }

            var (time, texts) = run.Run(scan, definition, _context.Cancellation);
            times.Add(time);
            read.Add(keepsTexts ? scan with { Plain = texts } : scan);
        }

        return (new OcrTimeReport(times.ToImmutable()), read.ToImmutable());
    }

    private ImmutableArray<ReadScan> WithPlain(ImmutableArray<ReadScan> scans, PlainRecognition recognition)
    {
        var read = ImmutableArray.CreateBuilder<ReadScan>();
        OrderedWork.Run(
            scans.Length,
            index => scans[index].Scan.IsUnread ? scans[index] : scans[index] with
            {
                Plain = recognition.Draw(scans[index].Source, scans[index].Scan.Pages, _context.Cancellation)
                    .SelectMany(image => recognition.Read(image, _context.Cancellation).Texts).ToImmutableSortedDictionary(),
            },
            read.Add,
            _context.Cancellation);
        _context.Cancellation.ThrowIfCancellationRequested();
        return read.ToImmutable();
    }

    private (ImmutableArray<ScanSource> Scans, Dictionary<string, TruthEntry> Truths) Load(ParseResult result)
    {
        var folder = result.GetValue(_scans) ?? Path.Combine(_context.FindFiles().Home, "corpus", "scans");
        if (!Directory.Exists(folder))
            throw new WrongCallException(_context.Messages.Format("error.noSuchFolder", folder, _scans.Name));
        var split = _split.Of(result);
        ImmutableArray<ScanSource> scans = [.. ScanSource.Load(folder).Where(scan => split is null || scan.Split == split)];
        if (scans.IsEmpty)
            throw new WrongCallException(_context.Messages.Format("error.noScans", folder));
        return (scans, scans.DistinctBy(scan => scan.Slug).ToDictionary(scan => scan.Slug, scan => scan.ReadTruth(), StringComparer.Ordinal));
    }
}
