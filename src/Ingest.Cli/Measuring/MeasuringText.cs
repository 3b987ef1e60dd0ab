using System.Text;
using Ingest.Cli.Text;

namespace Ingest.Cli.Measuring;

/// <summary>What was measured, in Markdown, for people.</summary>
internal static class MeasuringText
{
    /// <summary>This program beside the other.</summary>
    public static string Of(SpeedReport report, Messages messages)
    {
        var text = new StringBuilder(messages.Format("speed.title", report.Files, report.Own.Seconds.Length)).Append("\n\n");
        MarkdownTable.Write(
            text,
            [messages["speed.program"], messages["speed.median"], messages["speed.rounds"]],
            [Row("ingest", report.Own, messages), Row("pdftotext -layout", report.Peer, messages)]);
        return text.Append('\n').Append(messages.Format("speed.ratio", Number(report.Ratio, "0.0", messages), Number(report.PeakMegabytes, "0", messages), report.Unread)).Append('\n').ToString();
    }

    /// <summary>How time grows.</summary>
    public static string Of(GrowthReport report, Messages messages)
    {
        var limit = Number(report.Limit.TotalSeconds, "0", messages);
        var text = new StringBuilder(messages.Format("growth.title", limit)).Append("\n\n");
        MarkdownTable.Write(
            text,
            [messages["growth.shape"], messages["growth.size"], messages["growth.seconds"], messages["growth.factor"], messages["growth.peak"]],
            report.Points.Select(point => (string[])[
                messages[$"DrawnShape.{point.Shape}"],
                Number(point.Size, "0", messages),
                point.IsSkipped ? messages["growth.skipped"] : point.Seconds is { } seconds ? Number(seconds, "0.000", messages) : messages.Format("growth.late", limit),
                point.Factor is { } factor ? "× " + Number(factor, "0.0", messages) : "",
                point.PeakMegabytes is { } peak ? Number(peak, "0", messages) : "",
            ]));
        return text.ToString();
    }

    private static string[] Row(string program, ProgramTimes times, Messages messages) =>
        [program, Number(times.Median, "0.00", messages), string.Join(" · ", times.Seconds.Select(seconds => Number(seconds, "0.00", messages)))];

    private static string Number(double number, string format, Messages messages) => MarkdownTable.Number(number, format, messages);
}
