using System.Collections.Frozen;

namespace Ingest.Reading.Html;

/// <summary>
/// Tells a web page by how its text begins: a document type, or the first element after white space, comments and an XML
/// declaration. The first element of other XML has another name; plain text that speaks of « &lt; » has none.
/// </summary>
internal static class HtmlSignature
{
    private const string Declaration = "<?xml";

    // With what a fragment may begin that a program saved without the frame of a page.
    private static readonly FrozenSet<string> Openings = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "html", "head", "body", "title", "meta", "link", "base", "style", "script", "noscript", "frameset", "main", "article", "section",
        "header", "nav", "div", "table", "p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "dl", "center", "font", "form", "blockquote");

    /// <summary>Whether the text is that of a web page.</summary>
    public static bool IsHtml(ReadOnlySpan<char> text)
    {
        var rest = text.TrimStart('\uFEFF');
        var isXml = IsXml(rest);
        while (true)
        {
            rest = rest.TrimStart();
            if (rest.StartsWith("<!--", StringComparison.Ordinal))
            {
                if (!SkipPast("-->", ref rest))
                    return false;
            }
            else if (rest.StartsWith("<?", StringComparison.Ordinal))
            {
                if (!SkipPast(">", ref rest))
                    return false;
            }
            else if (rest.StartsWith("<!doctype", StringComparison.OrdinalIgnoreCase))
            {
                return NameAt(rest["<!doctype".Length..].TrimStart()).Equals("html", StringComparison.OrdinalIgnoreCase);
            }
            else
            {
                return rest.StartsWith('<') && IsOpening(NameAt(rest[1..]), isXml);
            }
        }
    }

    /// <summary>Whether the text says that it is XML.</summary>
    public static bool IsXml(ReadOnlySpan<char> text) => text.TrimStart('\uFEFF').TrimStart().StartsWith(Declaration, StringComparison.Ordinal);

    private static bool IsOpening(ReadOnlySpan<char> name, bool isXml) =>
        isXml ? name.Equals("html", StringComparison.OrdinalIgnoreCase) : Openings.Contains(name.ToString());

    private static ReadOnlySpan<char> NameAt(ReadOnlySpan<char> text)
    {
        var length = 0;
        while (length < text.Length && (char.IsAsciiLetterOrDigit(text[length]) || text[length] is ':' or '-'))
            length++;
        return length == text.Length || text[length] is '>' or '/' || char.IsWhiteSpace(text[length]) ? text[..length] : "";
    }

    private static bool SkipPast(string end, ref ReadOnlySpan<char> rest)
    {
        var at = rest.IndexOf(end, StringComparison.Ordinal);
        if (at < 0)
            return false;
        rest = rest[(at + end.Length)..];
        return true;
    }
}
