using System.Text;
using Ingest.Cli.Text;

namespace Ingest.Cli.Measuring;

/// <summary>Speed of whole processes, in Markdown, for people.</summary>
internal static class BenchText
{
    /// <summary>The figures.</summary>
    public static string Of(BenchReport report, Messages messages)
    {
        var text = new StringBuilder(messages.Format("bench.title", report.Files, report.Rows[0].Pages, report.Rounds)).Append("\n\n");
        var whole = report.Rows.First(row => row.IsOwn && row.Name == "bench.ownWhole");
        MarkdownTable.Write(
            text,
            [messages["speed.program"], messages["speed.median"], messages["bench.rate"], messages["bench.ratio"]],
            report.Rows.OrderByDescending(row => row.PagesPerSecond).Select(row => (string[])
            [
                row.IsOwn ? messages[row.Name] : row.Name,
                Number(row.Seconds.Median, "0.00", messages),
                Number(row.PagesPerSecond, "0", messages),
                row == whole ? "1" : Number(whole.Seconds.Median / row.Seconds.Median, "0.0", messages),
            ]));
        text.Append('\n').Append(messages.Format("bench.onePage", Number(report.OnePage.Median, "0.00", messages))).Append('\n');
        text.Append(messages.Format("bench.isolation", Number(report.IsolationShare * 100, "0", messages))).Append('\n');
        text.Append(messages.Format("bench.peak", Number(report.PeakMegabytes, "0", messages))).Append('\n');
        foreach (var missing in report.Missing)
            text.Append(messages.Format("bench.missing", missing)).Append('\n');
        foreach (var growth in report.Growth)
        {
            text.Append('\n');
            MarkdownTable.Write(
                text,
                [messages[growth.Unit], messages["growth.seconds"], messages["growth.peak"]],
                growth.Points.Select(point => (string[])[Number(point.Count, "0", messages), Number(point.Seconds, "0.00", messages), Number(point.PeakMegabytes, "0", messages)]));
            if (growth.Exponent is { } exponent)
                text.Append('\n').Append(messages.Format("bench.exponent", Number(exponent, "0.00", messages))).Append('\n');
        }

        return text.ToString();
    }

    private static string Number(double number, string format, Messages messages) => MarkdownTable.Number(number, format, messages);
}
