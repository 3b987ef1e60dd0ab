using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace Ingest.Reading.Html;

/// <summary>What an element holds, for the question whether it is content.</summary>
internal sealed record ContentFacts
{
    /// <summary>Words that are shown.</summary>
    public int Words { get; init; }

    /// <summary>Those of them in links.</summary>
    public int LinkWords { get; init; }

    /// <summary>Number of links with words.</summary>
    public int Links { get; init; }

    /// <summary>Words that stand in no link.</summary>
    public int TextWords => Words - LinkWords;

    /// <summary>Most words without a link under one heading.</summary>
    public int LongestSection { get; init; }

    /// <summary>Whether a title of the page (h1) is in it.</summary>
    public bool HasTitle { get; init; }

    /// <summary>Whether an amount, or a table that speaks of money, is in it.</summary>
    public bool HasMoney { get; init; }

    /// <summary>Most rows of a table of two columns or more.</summary>
    public int MostRows { get; init; }

    /// <summary>Share of the words in links, 0 to 1.</summary>
    public double LinkDensity => Words == 0 ? 0 : (double)LinkWords / Words;
}

/// <summary>Measures elements: words, links, headings, tables.</summary>
internal sealed partial class ContentMeasure(Visibility visibility, LayoutTables layout, HtmlOptions options)
{
    /// <summary>The facts of an element; what is left out already does not count.</summary>
    /// <param name="element">The element.</param>
    /// <param name="left">Elements that are left out.</param>
    public ContentFacts Of(IElement element, IReadOnlySet<IElement>? left = null)
    {
        var count = new Count();
        Add(element, count, IsLink(element), left);
        return count.ToFacts();
    }

    private static bool IsLink(IElement element) =>
        element.LocalName == "a" && element.HasAttribute("href") && !OfficeMarks.IsNoteSign(element);

    private void Add(INode node, Count count, bool isLink, IReadOnlySet<IElement>? left)
    {
        foreach (var child in node.ChildNodes)
        {
            if (child is IText text)
                AddText(text.Data, count, isLink);
            else if (child is IElement element && !element.IsSilent() && left?.Contains(element) != true && !visibility.IsHidden(element))
                AddElement(element, count, isLink, left);
        }
    }

    private static void AddText(string text, Count count, bool isLink)
    {
        count.Add(HtmlElements.Words(text).Length, isLink);
        count.HasMoney |= Amount().IsMatch(text);
    }

    private void AddElement(IElement element, Count count, bool isLink, IReadOnlySet<IElement>? left)
    {
        if (element.LocalName == "h1")
            count.HasTitle = true;
        if (element.LocalName == "table" && !layout.IsLayout(element))
            AddTable(element, count);
        var isHeading = element.HeadingLevel() is not null;
        if (isHeading)
            count.OpenHeading();
        var linkWords = count.LinkWords;
        Add(element, count, isLink || IsLink(element), left);
        if (!isLink && IsLink(element) && count.LinkWords > linkWords)
            count.Links++;
        if (isHeading)
            count.CloseHeading();
    }

    private void AddTable(IElement table, Count count)
    {
        var rows = LayoutTables.RowsOf(table).ToList();
        if (rows.Count < 2 || !rows.Exists(row => row.ChildrenNamed("td", "th").Count() > 1))
            return;
        count.MostRows = Math.Max(count.MostRows, rows.Count);
        var text = table.TextContent.ToLowerInvariant();
        count.HasMoney |= text.Contains('€', StringComparison.Ordinal) || options.MoneyWords.Any(word => text.Contains(word, StringComparison.Ordinal));
    }

    [GeneratedRegex(@"\d\s*(?:€|k€|euros?\b)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Amount();

    // What one measuring gathers.
    private sealed class Count
    {
        private int _words;
        private int _longestSection;
        private int _section;
        private bool _hasHeading;
        private bool _isInHeading;

        public int LinkWords { get; private set; }

        public int Links { get; set; }

        public bool HasTitle { get; set; }

        public bool HasMoney { get; set; }

        public int MostRows { get; set; }

        public void Add(int words, bool isLink)
        {
            _words += words;
            if (isLink)
                LinkWords += words;
            else if (_hasHeading && !_isInHeading)
                _longestSection = Math.Max(_longestSection, _section += words);
        }

        public void OpenHeading() => _isInHeading = true;

        public void CloseHeading() => (_isInHeading, _hasHeading, _section) = (false, true, 0);

        public ContentFacts ToFacts() => new()
        {
            Words = _words,
            LinkWords = LinkWords,
            Links = Links,
            LongestSection = _longestSection,
            HasTitle = HasTitle,
            HasMoney = HasMoney,
            MostRows = MostRows,
        };
    }
}
