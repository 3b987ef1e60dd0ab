using System.Text.Json;

namespace Ingest.Cli.Measuring;

/// <summary>What was measured, as JSON, for programs.</summary>
internal static class MeasuringJson
{
    private static readonly JsonWriterOptions Form = new() { Indented = true, IndentSize = 2, NewLine = "\n" };

    /// <summary>Writes <c>{"files", "unread", "ingest", "pdftotext", "ratio", "peakMegabytes"}</c>.</summary>
    public static void Write(SpeedReport report, Stream output) => Write(output, writer =>
    {
        writer.WriteNumber("files", report.Files);
        writer.WriteNumber("unread", report.Unread);
        WriteTimes(writer, "ingest", report.Own);
        WriteTimes(writer, "pdftotext", report.Peer);
        writer.WriteNumber("ratio", Rounded(report.Ratio));
        writer.WriteNumber("peakMegabytes", Rounded(report.PeakMegabytes));
    });

    /// <summary>Writes <c>{"limitSeconds", "pages": [{"shape", "size", "outcome", "cpuSeconds", "factor", "peakMegabytes"}]}</c>.</summary>
    public static void Write(GrowthReport report, Stream output) => Write(output, writer =>
    {
        writer.WriteNumber("limitSeconds", report.Limit.TotalSeconds);
        writer.WriteStartArray("pages");
        foreach (var point in report.Points)
        {
            writer.WriteStartObject();
            writer.WriteString("shape", JsonNamingPolicy.CamelCase.ConvertName(point.Shape.ToString()));
            writer.WriteNumber("size", point.Size);
            writer.WriteString("outcome", point.IsSkipped ? "skipped" : point.Seconds is null ? "late" : "done");
            WriteNumber(writer, "cpuSeconds", point.Seconds);
            WriteNumber(writer, "factor", point.Factor);
            WriteNumber(writer, "peakMegabytes", point.PeakMegabytes);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    });

    /// <summary>Writes <c>{"files", "pages", "rounds", "programs", "missing", "onePage", "isolationShare", "peakMegabytes", "growth"}</c>.</summary>
    public static void Write(BenchReport report, Stream output) => Write(output, writer =>
    {
        writer.WriteNumber("files", report.Files);
        writer.WriteNumber("pages", report.Rows[0].Pages);
        writer.WriteNumber("rounds", report.Rounds);
        writer.WriteStartObject("programs");
        foreach (var row in report.Rows)
            WriteTimes(writer, row.IsOwn ? row.Name.Replace("bench.own", "ingest ", StringComparison.Ordinal).ToLowerInvariant() : row.Name, row.Seconds);
        writer.WriteEndObject();
        writer.WriteStartArray("missing");
        foreach (var missing in report.Missing)
            writer.WriteStringValue(missing);
        writer.WriteEndArray();
        WriteTimes(writer, "onePage", report.OnePage);
        writer.WriteNumber("isolationShare", Rounded(report.IsolationShare));
        writer.WriteNumber("peakMegabytes", Rounded(report.PeakMegabytes));
        writer.WriteStartObject("growth");
        foreach (var growth in report.Growth)
        {
            writer.WriteStartObject(growth.Unit.Replace("bench.", "", StringComparison.Ordinal));
            WriteNumber(writer, "exponent", growth.Exponent);
            writer.WriteStartArray("points");
            foreach (var (count, seconds, peak) in growth.Points)
            {
                writer.WriteStartObject();
                writer.WriteNumber("count", count);
                writer.WriteNumber("cpuSeconds", Rounded(seconds));
                writer.WriteNumber("peakMegabytes", Rounded(peak));
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    });

    private static void Write(Stream output, Action<Utf8JsonWriter> write)
    {
        using (var writer = new Utf8JsonWriter(output, Form))
        {
            writer.WriteStartObject();
            write(writer);
            writer.WriteEndObject();
        }

        output.WriteByte((byte)'\n');
        output.Flush();
    }

    private static void WriteTimes(Utf8JsonWriter writer, string program, ProgramTimes times)
    {
        writer.WriteStartObject(program);
        writer.WriteNumber("medianCpuSeconds", Rounded(times.Median));
        writer.WriteStartArray("cpuSeconds");
        foreach (var seconds in times.Seconds)
            writer.WriteNumberValue(Rounded(seconds));
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteNumber(Utf8JsonWriter writer, string key, double? number)
    {
        if (number is { } there)
            writer.WriteNumber(key, Rounded(there));
        else
            writer.WriteNull(key);
    }

    private static double Rounded(double number) => Math.Round(number, 4);
}
