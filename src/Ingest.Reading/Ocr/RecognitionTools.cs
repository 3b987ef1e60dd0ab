using System.Collections.Immutable;
using System.Text;
using Ingest.Reading.Raster;
using Ingest.Reading.Tools;

namespace Ingest.Reading.Ocr;

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
        var command = RasterOptions.Default.Command;
        try
        {
            var run = ChildTool.Run(command, ["-v"], ImmutableDictionary<string, string>.Empty, options.TimeLimit, CancellationToken.None);
            // poppler answers on standard error.
            return (run.Error + Encoding.UTF8.GetString(run.Output.Span)).Split('\n')[0].Trim();
        }
        catch (MissingToolException)
        {
            return Missing + command;
        }
    }
}
