using System.Globalization;
using System.Net;
using System.Text;

namespace Ingest.RandomDocuments.Drawing;

/// <summary>A document as a web page.</summary>
internal static class PartsToHtml
{
    /// <summary>The page in UTF-8.</summary>
    public static byte[] Write(DocumentParts document)
    {
        var title = document.Parts.OfType<TextPart>().First().Text;
        var html = new StringBuilder();
        html.Append(CultureInfo.InvariantCulture, $"<!DOCTYPE html>\n<html lang=\"fr\">\n<head>\n<meta charset=\"utf-8\">\n<title>{Escape(title)}</title>\n</head>\n<body>\n");
        var isInList = false;
        foreach (var part in document.Parts)
        {
            var isItem = part is TextPart { Look: TextLook.Item };
            if (isItem != isInList)
                html.Append(isItem ? "<ul>\n" : "</ul>\n");
            isInList = isItem;
            if (part is TextPart text)
                Append(html, text);
            else if (part is TablePart table)
                Append(html, table);
        }

        return Encoding.UTF8.GetBytes(html.Append(isInList ? "</ul>\n" : "").Append("</body>\n</html>\n").ToString());
    }

    private static void Append(StringBuilder html, TextPart part)
    {
        var element = part.Look switch
        {
            TextLook.Title => "h1",
            TextLook.Heading => "h2",
            TextLook.SubHeading => "h3",
            TextLook.MinorHeading => "h4",
            TextLook.Item => "li",
            _ => "p",
        };
        // The list has signs of its own.
        var text = part.Look == TextLook.Item ? part.Text[(part.Text.IndexOf(' ', StringComparison.Ordinal) + 1)..] : part.Text;
        html.Append(CultureInfo.InvariantCulture, $"<{element}>{Escape(text)}</{element}>\n");
    }

    private static void Append(StringBuilder html, TablePart table)
    {
        html.Append("<table>\n");
        foreach (var (index, row) in table.Rows.Index())
        {
            html.Append("<tr>");
            foreach (var cell in row)
            {
                var element = index < table.HeaderRows ? "th" : "td";
                html.Append(CultureInfo.InvariantCulture, $"<{element}");
                if (cell.ColumnSpan > 1)
                    html.Append(CultureInfo.InvariantCulture, $" colspan=\"{cell.ColumnSpan}\"");
                if (cell.RowSpan > 1)
                    html.Append(CultureInfo.InvariantCulture, $" rowspan=\"{cell.RowSpan}\"");
                var text = string.Join("<br>", cell.Text.Split('\n').Select(Escape));
                html.Append(CultureInfo.InvariantCulture, $">{(cell.IsBold && element == "td" && text.Length > 0 ? $"<strong>{text}</strong>" : text)}</{element}>");
            }

            html.Append("</tr>\n");
        }

        html.Append("</table>\n");
    }

    private static string Escape(string text) => WebUtility.HtmlEncode(text);
}
