using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Ingest.Reading.Imaging;
using Ingest.Reading.Raster;
using Ingest.Reading.Tools;

namespace Ingest.Reading.Ocr;

/// <summary>How Tesseract looks for text in an image: its « page segmentation modes ».</summary>
internal enum TesseractMode
{
    /// <summary>A page of any look.</summary>
    Page = 3,

    /// <summary>A block of lines.</summary>
    Block = 6,

    /// <summary>One line.</summary>
    Line = 7,

    /// <summary>Text anywhere, in no order.</summary>
    Sparse = 11,
}

/// <summary>What the engine did with a list of images.</summary>
/// <param name="Outcome">How it ended.</param>
/// <param name="Lines">The lines of each image; empty where it did not end well.</param>
/// <param name="Problem">What it said where it did not; else empty.</param>
internal sealed record TesseractReading(ToolOutcome Outcome, ImmutableArray<ImmutableArray<RecognisedLine>> Lines, string Problem);

/// <summary>
/// Tesseract 5 as a child process. Many images go to one process, which loads its model once; a process uses one thread, since pages
/// are read side by side.
/// </summary>
internal sealed class Tesseract(OcrOptions options, RecognitionCache cache)
{
    private const int QuotedProblem = 300;

    // It and the images are named without their folder, where the engine runs: on Windows, accents in the user's name would be lost on the way.
    private const string ListName = "images.txt";

    private static readonly ImmutableDictionary<string, string> OneThread = ImmutableDictionary<string, string>.Empty.Add("OMP_THREAD_LIMIT", "1");

    private readonly Lazy<string> _version = new(() => FindVersion(options));

    /// <summary>Name and version of the engine and its language, as they decide what is read.</summary>
    /// <exception cref="MissingToolException">The engine is not installed.</exception>
    /// <exception cref="MissingLanguageException">The engine lacks the language.</exception>
    public string Version => _version.Value;

    /// <summary>Reads images.</summary>
    /// <param name="images">The images.</param>
    /// <param name="mode">How text is looked for in each.</param>
    /// <param name="characters">The only characters that there can be; null for any.</param>
    /// <param name="cancellation">Ends the process.</param>
    public TesseractReading Read(IReadOnlyList<GreyImage> images, TesseractMode mode, string? characters, CancellationToken cancellation)
    {
        if (images.Count == 0)
            return new TesseractReading(ToolOutcome.Done, [], "");
        var key = RecognitionCache.KeyOf(Version, images, $"{mode} {characters} {options.Image.TextDpi}");
        if (cache.Find(key) is { } kept && ToReading(new ToolRun(ToolOutcome.Done, kept, ""), images.Count) is { Outcome: ToolOutcome.Done } known)
            return known;
        var folder = Directory.CreateTempSubdirectory("ingest-ocr-");
        try
        {
            Save(images, folder.FullName);
            var run = ChildTool.Run(options.Command, Arguments(mode, characters), OneThread, folder.FullName, options.TimeLimit, cancellation);
            var reading = ToReading(run, images.Count);
            if (reading.Outcome == ToolOutcome.Done)
                cache.Keep(key, run.Output);
            return reading;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static TesseractReading ToReading(ToolRun run, int count)
    {
        if (run.Outcome != ToolOutcome.Done)
            return new TesseractReading(run.Outcome, [], Quote(run.Error));
        try
        {
            var lines = HocrToLines.Read(run.Output);
            return lines.Length == count
                ? new TesseractReading(ToolOutcome.Done, lines, "")
                : new TesseractReading(ToolOutcome.Failed, [], string.Create(CultureInfo.InvariantCulture, $"{lines.Length} images read of {count}"));
        }
        catch (InvalidDataException error)
        {
            return new TesseractReading(ToolOutcome.Failed, [], Quote(error.Message));
        }
    }

    private static void Save(IReadOnlyList<GreyImage> images, string folder)
    {
        var names = new List<string>(images.Count);
        for (var i = 0; i < images.Count; i++)
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"{i}.pgm");
            using var stream = File.Create(Path.Combine(folder, name));
            PortableMap.Write(images[i], stream);
            names.Add(name);
        }

        File.WriteAllLines(Path.Combine(folder, ListName), names);
    }

    private IEnumerable<string> Arguments(TesseractMode mode, string? characters)
    {
        yield return ListName;
        yield return "stdout";
        yield return "-l";
        yield return options.Language;
        yield return "--psm";
        yield return ((int)mode).ToString(CultureInfo.InvariantCulture);
        yield return "--dpi";
        yield return options.Image.TextDpi.ToString("0", CultureInfo.InvariantCulture);
        if (characters is not null)
        {
            yield return "-c";
            yield return "tessedit_char_whitelist=" + characters;
        }

        yield return "-c";
        yield return "tessedit_create_hocr=1";
    }

    /// <summary>Name and version of the engine alone: its first line; empty where it does not answer.</summary>
    /// <exception cref="MissingToolException">The engine is not installed.</exception>
    public static string NameAndVersion(OcrOptions options) => Ask(options, "--version").Split('\n')[0].Trim();

    private static string FindVersion(OcrOptions options)
    {
        var languages = Ask(options, "--list-langs");
        if (!languages.Split('\n', StringSplitOptions.TrimEntries).Contains(options.Language))
            throw new MissingLanguageException(options.Language);
        return $"{NameAndVersion(options)} {options.Language}";
    }

    // Older versions answer on standard error.
    private static string Ask(OcrOptions options, string question)
    {
        var run = ChildTool.Run(options.Command, [question], OneThread, null, options.TimeLimit, CancellationToken.None);
        return Encoding.UTF8.GetString(run.Output.Span) + "\n" + run.Error;
    }

    private static string Quote(string text)
    {
        var line = text.ReplaceLineEndings(" ").Trim();
        return line.Length <= QuotedProblem ? line : line[..QuotedProblem] + "…";
    }
}

/// <summary>The engine is there, its model of a language is not.</summary>
public sealed class MissingLanguageException : Exception
{
    /// <summary>The language is not installed.</summary>
    /// <param name="language">Its name.</param>
    public MissingLanguageException(string language)
        : base($"Tesseract has no model of « {language} ».") => Language = language;

    /// <summary>Name of the language.</summary>
    public string Language { get; }
}
