using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Ingest.Cli.Text;
using Ingest.Evaluation.Scans;
using Ingest.Model.Findings;

namespace Ingest.Cli.Measuring;

/// <summary>How long scans took, in Markdown for people and in JSON for programs.</summary>
internal static class OcrTimeText
{
    /// <summary>This program beside the other.</summary>
    public static string Of(OcrTimeReport report, Messages messages)
    {
        var text = new StringBuilder(messages["ocrTime.title"]).Append("\n\n");
        string[] columns = ["scan", "content", "pages", "ownWall", "plainWall", "wallRatio", "ownCpu", "plainCpu", "cpuRatio", "peak"];
        Line(text, columns.Select(column => messages[$"ocrTime.{column}"]));
        Line(text, columns.Select((_, index) => index < 2 ? "-" : "-:"));
        foreach (var scan in report.Scans)
            Line(text, Row(scan.Scan, scan.Kind, [scan], messages));
        foreach (var (kind, scans) in report.Parts)
            Line(text, Row($"**{messages.Format("ocrTime.sum", scans.Length)}**", kind, scans, messages));
        return text.ToString();
    }

    /// <summary>Writes <c>"times": [{"scan", "content", "pages", "ingest": {"wallSeconds", "cpuSeconds"}, "tesseract": {…}, "peakMegabytes"}]</c>.</summary>
    public static void WriteJson(OcrTimeReport report, Utf8JsonWriter writer)
    {
        writer.WriteStartArray("times");
        foreach (var scan in report.Scans)
        {
            writer.WriteStartObject();
            writer.WriteString("scan", scan.Scan);
            writer.WriteString("content", scan.Kind?.ToString().ToLowerInvariant() ?? "both");
            writer.WriteNumber("pages", scan.Pages);
            WriteTime(writer, "ingest", scan.Own);
            WriteTime(writer, "tesseract", scan.Plain);
            writer.WriteNumber("peakMegabytes", Math.Round(scan.PeakMegabytes, 1));
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteTime(Utf8JsonWriter writer, string key, ProcessTime time)
    {
        writer.WriteStartObject(key);
        writer.WriteNumber("wallSeconds", Math.Round(time.Wall, 2));
        writer.WriteNumber("cpuSeconds", Math.Round(time.Cpu, 2));
        writer.WriteEndObject();
    }

    private static ImmutableArray<string> Row(string name, PageKind? kind, ImmutableArray<ScanTime> scans, Messages messages)
    {
        var (own, plain) = (ProcessTime.Sum(scans.Select(scan => scan.Own)), ProcessTime.Sum(scans.Select(scan => scan.Plain)));
        var ratio = own.Over(plain);
        return
        [
            name,
            messages[$"ocrTime.{kind?.ToString() ?? "Both"}"],
            Number(scans.Sum(scan => scan.Pages), "0", messages),
            Number(own.Wall, "0.0", messages),
            Number(plain.Wall, "0.0", messages),
            Number(ratio.Wall, "0.00", messages),
            Number(own.Cpu, "0.0", messages),
            Number(plain.Cpu, "0.0", messages),
            Number(ratio.Cpu, "0.00", messages),
            Number(scans.Max(scan => scan.PeakMegabytes), "0", messages),
        ];
    }

    private static void Line(StringBuilder text, IEnumerable<string> cells) => text.Append("| ").AppendJoin(" | ", cells).Append(" |\n");

    private static string Number(double number, string format, Messages messages)
    {
        var written = number.ToString(format, CultureInfo.InvariantCulture);
        return messages.Language.Name == Languages.French.Name ? written.Replace('.', ',') : written;
    }
}
