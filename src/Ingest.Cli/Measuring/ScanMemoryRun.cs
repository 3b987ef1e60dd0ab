using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Ingest.Cli.Input;
using Ingest.Cli.Text;
using Ingest.Evaluation.Scans;
using Ingest.Model.Findings;

namespace Ingest.Cli.Measuring;

/// <summary>What a scan of many pages took.</summary>
/// <param name="Pages">Number of pages.</param>
/// <param name="FileMegabytes">Size of the file in megabytes (10⁶ bytes).</param>
/// <param name="Seconds">Seconds on the clock.</param>
/// <param name="OwnMegabytes">The most memory that this program held itself.</param>
/// <param name="TreeMegabytes">The most that it and the programs that it runs held at one time.</param>
internal sealed record ScanMemory(int Pages, double FileMegabytes, double Seconds, double OwnMegabytes, double TreeMegabytes);

/// <summary>
/// Joins the PDFs among some scans over and over into one of many pages and watches the memory that reading it takes: pages are read one by
/// one, so that it must not grow with them.
/// </summary>
/// <param name="own">Path of this program.</param>
/// <param name="options">How many pages and how long.</param>
internal sealed class ScanMemoryRun(string own, MeasuringOptions options)
{
    private const string Joiner = "pdfunite";

    private const double Megabyte = 1e6;

    // What an earlier run read would be no measure.
    private static readonly ImmutableDictionary<string, string?> NoCache = ImmutableDictionary<string, string?>.Empty.Add(CacheFolder.Variable, "");

    /// <summary>The memory of files of the pages that the options name.</summary>
    /// <param name="scans">Scans of which at least one is a PDF.</param>
    /// <param name="readingOptions">Options handed on to the reading: the definition.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <exception cref="Reading.Raster.MissingToolException">The program that joins PDFs could not be started.</exception>
    /// <exception cref="TimeoutException">A file was not made or not read to its end.</exception>
    public ImmutableArray<ScanMemory> Run(ImmutableArray<ScanSource> scans, IReadOnlyList<string> readingOptions, CancellationToken cancellation)
    {
        var folder = Directory.CreateTempSubdirectory("ingest-memory-");
        try
        {
            return [.. options.ScanPages.Select(pages => Run(Join(scans, pages, folder.FullName, cancellation), readingOptions, cancellation))];
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private ScanMemory Run((string File, int Pages) joined, IReadOnlyList<string> readingOptions, CancellationToken cancellation)
    {
        var reading = ChildProcess.Run(
            own, ["extract", joined.File, .. readingOptions], new ChildOptions { Limit = options.ManyPagesLimit, Environment = NoCache, WatchesTree = true }, cancellation);
        return reading.Status == ExitStatus.Done
            ? new ScanMemory(joined.Pages, new FileInfo(joined.File).Length / Megabyte, reading.Wall.TotalSeconds, reading.PeakMegabytes, reading.TreePeakMegabytes)
            : throw new TimeoutException(FormattableString.Invariant($"{own} extract ({joined.Pages}): {reading.Status}"));
    }

    private (string File, int Pages) Join(ImmutableArray<ScanSource> scans, int least, string folder, CancellationToken cancellation)
    {
        var documents = scans.Where(scan => !scan.IsImageFile).ToList();
        var (parts, pages) = (new List<string>(), 0);
        for (var i = 0; pages < least; i++)
        {
            parts.Add(documents[i % documents.Count].File);
            pages += documents[i % documents.Count].PageCount;
        }

        var file = Path.Combine(folder, FormattableString.Invariant($"{pages}.pdf"));
        var outcome = ChildProcess.Run(Joiner, [.. parts, file], options.PlainLimit, cancellation);
        return outcome.Status == ExitStatus.Done ? (file, pages) : throw new TimeoutException(FormattableString.Invariant($"{Joiner}: {outcome.Status}"));
    }
}

/// <summary>The memory of scans of many pages, in Markdown for people and in JSON for programs.</summary>
internal static class ScanMemoryText
{
    /// <summary>A row for each file.</summary>
    public static string Of(ImmutableArray<ScanMemory> files, Messages messages)
    {
        var text = new StringBuilder(messages["scanMemory.title"]).Append("\n\n");
        string[] columns = ["pages", "file", "seconds", "own", "tree"];
        text.Append("| ").AppendJoin(" | ", columns.Select(column => messages[$"scanMemory.{column}"])).Append(" |\n| -: | -: | -: | -: | -: |\n");
        foreach (var file in files)
            text.Append(CultureInfo.InvariantCulture, $"| {file.Pages} | {Number(file.FileMegabytes, "0.0", messages)} | {file.Seconds:0} | {file.OwnMegabytes:0} | {file.TreeMegabytes:0} |\n");
        return text.ToString();
    }

    /// <summary>Writes <c>{"memory": [{"pages", "fileMegabytes", "seconds", "ownMegabytes", "treeMegabytes"}]}</c>.</summary>
    public static void WriteJson(ImmutableArray<ScanMemory> files, Stream output)
    {
        using (var writer = new Utf8JsonWriter(output, new JsonWriterOptions { Indented = true, IndentSize = 2, NewLine = "\n" }))
        {
            writer.WriteStartObject();
            writer.WriteStartArray("memory");
            foreach (var file in files)
            {
                writer.WriteStartObject();
                writer.WriteNumber("pages", file.Pages);
                foreach (var (key, value) in ((string, double)[])[("fileMegabytes", file.FileMegabytes), ("seconds", file.Seconds), ("ownMegabytes", file.OwnMegabytes), ("treeMegabytes", file.TreeMegabytes)])
                    writer.WriteNumber(key, Math.Round(value, 1));
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        output.WriteByte((byte)'\n');
    }

    private static string Number(double number, string format, Messages messages)
    {
        var written = number.ToString(format, CultureInfo.InvariantCulture);
        return messages.Language.Name == Languages.French.Name ? written.Replace('.', ',') : written;
    }
}
