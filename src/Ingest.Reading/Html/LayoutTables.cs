using AngleSharp.Dom;

namespace Ingest.Reading.Html;

/// <summary>
/// Tells tables that only place things on the page, as sites were built until about 2010, from tables that say something. What the
/// author marked (caption, header cells) is data; tables in tables, or one long text among few rows, are layout.
/// </summary>
internal sealed class LayoutTables(HtmlOptions options)
{
    private readonly Dictionary<IElement, bool> _known = [];

    /// <summary>Whether the table is there for the layout.</summary>
    public bool IsLayout(IElement table)
    {
        if (!_known.TryGetValue(table, out var isLayout))
            _known[table] = isLayout = Tell(table);
        return isLayout;
    }

    /// <summary>The rows of a table itself, in document order.</summary>
    public static IEnumerable<IElement> RowsOf(IElement table) => table.Children.SelectMany(child => child.LocalName switch
    {
        "tr" => [child],
        "tbody" or "thead" or "tfoot" => child.ChildrenNamed("tr"),
        _ => Enumerable.Empty<IElement>(),
    });

    private bool Tell(IElement table)
    {
        if (table.GetAttribute("role") is "presentation" or "none")
            return true;
        var rows = RowsOf(table).Select(row => row.ChildrenNamed("td", "th").ToList()).ToList();
        if (rows.TrueForAll(row => row.Count < 2))
            return true;
        if (table.ChildrenNamed("caption", "thead").Any() || rows.Exists(row => row.Exists(cell => cell.LocalName == "th")))
            return false;
        return HoldsThePage(table, rows) || FramesOneText(rows);
    }

    // Tables, headings or the content itself in its cells, with most of the words.
    private bool HoldsThePage(IElement table, List<List<IElement>> rows)
    {
        var cells = rows.SelectMany(row => row).ToList();
        if (cells.Exists(cell => cell.QuerySelector("h1, main, article, nav, form") is not null))
            return true;
        var inner = cells.Sum(cell => cell.Children.Sum(NestedWords));
        return inner > 0 && (inner >= options.LayoutShare * WordsOf(table) || (rows.Count <= options.FewRows && !HasBorder(table, cells)));
    }

    // What frames a page shows no rules; a cell of data that holds a table stands between some.
    private static bool HasBorder(IElement table, List<IElement> cells) =>
        (table.GetAttribute("border") ?? "0") != "0" || cells.Prepend(table).Any(element => InlineStyle.Of(element).HasBorder);

    private static int NestedWords(IElement element) =>
        element.LocalName == "table" ? WordsOf(element) : element.Children.Sum(NestedWords);

    private bool FramesOneText(List<List<IElement>> rows)
    {
        if (rows.Count > options.FewRows)
            return false;
        var words = rows.SelectMany(row => row).Select(cell => (Cell: cell, Words: WordsOf(cell))).ToList();
        var (longest, most) = words.MaxBy(cell => cell.Words);
        return most >= options.LongCell && most >= options.LayoutShare * words.Sum(cell => cell.Words) && IsText(longest);
    }

    // Several paragraphs, not one description.
    private static bool IsText(IElement cell) =>
        cell.QuerySelectorAll("p, br, div, h2, h3, h4, li, table").Length > 2;

    private static int WordsOf(IElement element) => HtmlElements.Words(element.TextContent).Length;
}
