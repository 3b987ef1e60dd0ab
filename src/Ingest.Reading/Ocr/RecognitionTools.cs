using System.Collections.Immutable;
using System.Text;
using Ingest.Reading.Raster;
using Ingest.Reading.Tools;

namespace Ingest.Reading.Ocr;

/// <summary>What is wrong with a program, if anything.</summary>
public enum ToolCondition
{
    /// <summary>It answers.</summary>
    Ready,

    /// <summary>It is nowhere.</summary>
    Missing,

    /// <summary>It is there and does not tell its version: broken, or another program of that name.</summary>
    Silent,

    /// <summary>It answers and lacks the language of the documents.</summary>
    LacksLanguage,
}

/// <summary>A program beside this one as it was found.</summary>
/// <param name="Command">Name or path by which it is called.</param>
/// <param name="Condition">What is wrong with it, if anything.</param>
/// <param name="Found">Where it lies; null where it is nowhere.</param>
/// <param name="Version">What it says of itself; empty where nothing.</param>
public sealed record ToolState(string Command, ToolCondition Condition, FoundTool? Found, string Version);

/// <summary>The programs beside this one that decide what is read of a scanned page.</summary>
public static class RecognitionTools
{
    private const string Missing = "no ";

    /// <summary>Whether all programs of an answer of <see cref="VersionOf"/> are installed.</summary>
    /// <param name="version">The answer.</param>
    public static bool AreThere(string version) => !version.Split("; ").Any(part => part.StartsWith(Missing, StringComparison.Ordinal));

    /// <summary>Names and versions of the programs as they are installed; one that is missing is named as such.</summary>
    /// <param name="options">Which engine and language.</param>
    public static string VersionOf(OcrOptions options) => $"{EngineOf(options)}; {DrawingOf(options)}";

    /// <summary>The engine of text recognition: where it lies, its version, whether it has the language.</summary>
    /// <param name="options">Which engine and language.</param>
    /// <param name="search">Where it may lie.</param>
    public static ToolState FindEngine(OcrOptions options, ToolSearch search)
    {
        if (search.Find(options.Command) is not { } found)
            return new ToolState(options.Command, ToolCondition.Missing, null, "");
        var engine = options with { Command = found.File };
        try
        {
            var version = Tesseract.NameAndVersion(engine);
            return new ToolState(options.Command, version.Length == 0 ? ToolCondition.Silent : HasLanguage(engine) ? ToolCondition.Ready : ToolCondition.LacksLanguage, found, version);
        }
        catch (MissingToolException)
        {
            return new ToolState(options.Command, ToolCondition.Silent, found, "");
        }
    }

    /// <summary>The program that draws the pages of a PDF: where it lies, its version.</summary>
    /// <param name="options">Which program.</param>
    /// <param name="search">Where it may lie.</param>
    public static ToolState FindDrawing(OcrOptions options, ToolSearch search)
    {
        if (search.Find(options.DrawingCommand) is not { } found)
            return new ToolState(options.DrawingCommand, ToolCondition.Missing, null, "");
        var version = DrawingOf(options with { DrawingCommand = found.File });
        var isSilent = version.Length == 0 || !AreThere(version);
        return new ToolState(options.DrawingCommand, isSilent ? ToolCondition.Silent : ToolCondition.Ready, found, isSilent ? "" : version);
    }

    private static bool HasLanguage(OcrOptions engine)
    {
        try
        {
            return new Tesseract(engine, new RecognitionCache(null)).Version.Length > 0;
        }
        catch (MissingLanguageException)
        {
            return false;
        }
    }

    private static string EngineOf(OcrOptions options)
    {
        try
        {
            return new Tesseract(options, new RecognitionCache(null)).Version;
        }
        catch (Exception error) when (error is MissingToolException or MissingLanguageException)
        {
            return $"{Missing}{options.Command} {options.Language}";
        }
    }

    private static string DrawingOf(OcrOptions options)
    {
        var command = options.DrawingCommand;
        try
        {
            var run = ChildTool.Run(command, ["-v"], ImmutableDictionary<string, string>.Empty, null, options.TimeLimit, CancellationToken.None);
            // poppler answers on standard error.
            return (run.Error + Encoding.UTF8.GetString(run.Output.Span)).Split('\n')[0].Trim();
        }
        catch (MissingToolException)
        {
            return Missing + command;
        }
    }
}
