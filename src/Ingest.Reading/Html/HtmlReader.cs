using System.Collections.Immutable;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Ingest.Model.Findings;
using Ingest.Model.Pages;

namespace Ingest.Reading.Html;

/// <summary>
/// Reads a saved web page as one flowing page: its own content in the order of the source, without the navigation around it. Scripts
/// are not run, and nothing outside the file is ever loaded.
/// </summary>
/// <param name="options">How it is read.</param>
public sealed class HtmlReader(HtmlOptions options) : IFormatReader
{
    // As far as comments and declarations may push the first element.
    private const int LongestOpening = 8192;

    // The frame of a page and the parts of a table that the parser adds.
    private const int SpareDepth = 64;

    /// <summary>A reader with the default options.</summary>
    public HtmlReader()
        : this(new HtmlOptions())
    {
    }

    /// <summary>A reader with the given options and limits.</summary>
    public HtmlReader(HtmlOptions options, ReadingLimits limits)
        : this(options with { Limits = limits })
    {
    }

    /// <inheritdoc/>
    public string MediaType => "text/html";

    /// <inheritdoc/>
    public bool Recognises(ReadOnlySpan<byte> bytes) =>
        HtmlSignature.IsHtml(HtmlDecoding.Decode(bytes[..Math.Min(bytes.Length, LongestOpening)]).Text);

    /// <inheritdoc/>
    public IEnumerable<Page> Read(ReadOnlyMemory<byte> bytes)
    {
        var (text, isLegacy) = HtmlDecoding.Decode(bytes.Span);
        var tally = new PageTally();
        using var document = Parse(text, tally);
        var (blocks, findings) = ReadBody(document, tally);
        yield return new Page
        {
            Number = 1,
            Blocks = blocks,
            Findings = isLegacy ? findings.Insert(0, TextFindings.LegacyEncoding.At(null, null)) : findings,
        };
    }

    private IDocument Parse(string text, PageTally tally)
    {
        var markup = new MarkupGuard(options).Guard(text);
        if (markup.IsFlattened)
            tally.Unread("<html>", $"depth > {options.LargestDepth}");
        if (markup.IsCut)
            tally.Unread("<body>", $"elements > {options.MostElements}");
        var document = new HtmlParser(new HtmlParserOptions { IsKeepingSourceReferences = true, IsScripting = false }).ParseDocument(markup.Text);
        // The parser adds elements of its own, no more than these; a page that goes deeper found a way around the guard.
        var limit = (2 * options.LargestDepth) + options.MostOpenLooks + SpareDepth;
        return IsDeeper(document, limit) ? throw new UnreadableSourceException(SourceFindings.Unreadable.At(null, null, "HTML", $"depth > {limit}")) : document;
    }

    // By the children of each node: to go from one sibling to the next, the library counts from the first.
    private static bool IsDeeper(INode root, int limit)
    {
        var open = new Stack<(INodeList Children, int Next)>([(root.ChildNodes, 0)]);
        while (open.TryPop(out var level))
        {
            if (level.Next >= level.Children.Length)
                continue;
            if (open.Count >= limit)
                return true;
            open.Push((level.Children, level.Next + 1));
            open.Push((level.Children[level.Next].ChildNodes, 0));
        }

        return false;
    }

    private (ImmutableArray<FlowBlock> Blocks, ImmutableArray<Finding> Findings) ReadBody(IDocument document, PageTally tally)
    {
        if (document.Body is not { } body)
            return ([], []);
        var layout = new LayoutTables(options);
        var visibility = new Visibility(StyleRules.Of(document), new NameWords(options.FoldedWords));
        var measure = new ContentMeasure(visibility, layout, options);
        var content = new ContentChoice(
            measure, new FurnitureSigns(measure, visibility, layout, options), new EdgeTrimming(measure, visibility, layout, options), options).Choose(body);
        var reader = new BlockReader(content, visibility, layout, measure, options, tally);
        var blocks = reader.Read();
        var heads = new SiteHead(options).Read(document, content).Where(head => head.Text.Length > 0).Select(head => reader.Aside(head.Text, head.Line));
        TellFrames(document, content, measure, tally);
        return ([.. blocks, .. heads, .. tally.Hidden], [.. Furniture(body, content), .. tally.ToFindings(), .. Images(body, blocks)]);
    }

    private IEnumerable<Finding> Furniture(IElement body, PageContent content)
    {
        var words = LeftWords.Of(body, content);
        if (words.Count > 0)
            yield return TextFindings.PageFurniture.At(null, null, words.Count, string.Join(' ', words.Take(options.QuotedWords)));
    }

    // A page that only shows another one has to be told: what is in the frame is in another file.
    private void TellFrames(IDocument document, PageContent content, ContentMeasure measure, PageTally tally)
    {
        if (content.Roots.Sum(root => measure.Of(root, content.Left).Words) > options.FewestWords)
            return;
        foreach (var frame in document.All.Where(element => element.IsFrame()))
            tally.Unread(frame.GetAttribute("src") ?? frame.GetAttribute("data") ?? $"L{frame.Line() ?? 1}", $"<{frame.LocalName}>");
    }

    // A page of nothing but photographs of a paper has no text to read either.
    private static ImmutableArray<Finding> Images(IElement body, ImmutableArray<FlowBlock> blocks) =>
        blocks.IsEmpty && body.QuerySelector("img") is not null ? [SourceFindings.ImageOnlyPage.At(null, null, 1)] : [];
}
