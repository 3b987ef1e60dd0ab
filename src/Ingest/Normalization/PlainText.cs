using System.Text;
using Ingest.Model.Provenance;

namespace Ingest.Normalization;

/// <summary>Words with their places to the plain text of the output.</summary>
internal static class PlainText
{
    private static readonly (char Open, char Close)[] Quotes = [('"', '"'), ('«', '»'), ('“', '”'), ('\'', '\''), ('‘', '’')];

    /// <summary>One line: paragraphs joined by a space; a number that opens it stays, a bullet goes; null when empty.</summary>
    public static string? Line(SourceText text)
    {
        var line = new StringBuilder();
        foreach (var paragraph in text.Paragraphs)
        {
            if (line.Length > 0)
                line.Append(' ');
            if (IsNumber(paragraph.Marker))
                line.Append(paragraph.Marker).Append(' ');
            line.AppendJoin(' ', paragraph.Words.Select(word => word.Text));
        }

        return line.Length == 0 ? null : line.ToString();
    }

    /// <summary>A label: one line without the quotation marks that enclose the whole of it.</summary>
    public static string? Label(SourceText text)
    {
        if (Line(text) is not { } line)
            return null;
        foreach (var (open, close) in Quotes)
        {
            if (line.Length > 2 && line[0] == open && line[^1] == close && line.IndexOf(close, 1) == line.Length - 1 && line.LastIndexOf(open, line.Length - 2) == 0)
                return line[1..^1].Trim();
        }

        return line;
    }

    /// <summary>Running text: items of a list on lines of their own (« - … »), other paragraphs joined by a space.</summary>
    public static string? Description(SourceText text)
    {
        var result = new StringBuilder();
        foreach (var paragraph in text.Paragraphs.Where(paragraph => paragraph.Words.Length > 0))
        {
            if (result.Length > 0)
                result.Append(paragraph.Marker is null ? ' ' : '\n');
            if (paragraph.Marker is { } marker)
                result.Append(IsNumber(marker) ? marker : "-").Append(' ');
            result.AppendJoin(' ', paragraph.Words.Select(word => word.Text));
        }

        return result.Length == 0 ? null : result.ToString();
    }

    /// <summary>A heading on one line, without the number that opens it; null when empty.</summary>
    public static string? WithoutNumber(SourceText heading) =>
        Line(new SourceText { Paragraphs = [.. heading.Paragraphs.Select(paragraph => paragraph with { Marker = null })] });

    /// <summary>The text with a capital: names of statistics that stand in a sentence have none.</summary>
    public static string Capitalised(string text) => text.Length > 0 && char.IsLower(text[0]) ? char.ToUpperInvariant(text[0]) + text[1..] : text;

    private static bool IsNumber(string? marker) => marker is not null && marker.Any(char.IsLetterOrDigit);
}
