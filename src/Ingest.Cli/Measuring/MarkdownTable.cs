using System.Globalization;
using System.Text;
using Ingest.Cli.Text;
using Ingest.Model.Findings;

namespace Ingest.Cli.Measuring;

/// <summary>Figures as a table in Markdown: names to the left, numbers to the right.</summary>
internal static class MarkdownTable
{
    /// <summary>Appends a table.</summary>
    /// <param name="text">What is written to.</param>
    /// <param name="header">One name per column.</param>
    /// <param name="rows">As many cells each.</param>
    public static void Write(StringBuilder text, IReadOnlyList<string> header, IEnumerable<IReadOnlyList<string>> rows)
    {
        Line(text, header);
        Line(text, [.. header.Select((_, index) => index == 0 ? "-" : "-:")]);
        foreach (var row in rows)
            Line(text, row);
    }

    /// <summary>A number with the decimal sign of the user's language.</summary>
    public static string Number(double number, string format, Messages messages)
    {
        var written = number.ToString(format, CultureInfo.InvariantCulture);
        return messages.Language.Name == Languages.French.Name ? written.Replace('.', ',') : written;
    }

    private static void Line(StringBuilder text, IEnumerable<string> cells) => text.Append("| ").AppendJoin(" | ", cells).Append(" |\n");
}
