using System.Collections.Immutable;
using Ingest.Grammar;
using Ingest.Layout;
using Ingest.Model.Pages;
using Ingest.Model.Provenance;
using Ingest.Vocabulary;

namespace Ingest.Segmentation.Passages;

/// <summary>One item: its own block and those that stand below it in the list.</summary>
internal sealed record PassageItem(ImmutableArray<TextBlock> Blocks)
{
    /// <summary>All its words.</summary>
    public SourceText Text { get; } = SourceText.Concat(Blocks.Select((block, index) => index == 0 ? block.Text : WithoutMarkers(block.Text)));

    /// <summary>All its words without the mark or number that opens it.</summary>
    public SourceText WithoutMarker => WithoutMarkers(Text);

    // « – service pilote : … » at the head of a wrapped line goes on; its dash is no list mark.
    public static SourceText WithoutMarkers(SourceText text) => new() { Paragraphs = [.. text.Paragraphs.Select(paragraph => paragraph with { Marker = null })] };
}

/// <summary>Blocks under one heading.</summary>
internal sealed record PassagePart
{
    /// <summary>The heading; null before the first.</summary>
    public TextBlock? Heading { get; init; }

    /// <summary>The headings above it that have no text of their own, the outermost first.</summary>
    public ImmutableArray<TextBlock> Above { get; init; } = [];

    /// <summary>The blocks under it.</summary>
    public required ImmutableArray<TextBlock> Blocks { get; init; }
}

/// <summary>Cuts running text at its headings, in whatever way the format shows them.</summary>
internal sealed class PassageOutline(PassageVocabulary words, HeaderVocabulary headers, SegmentationOptions options)
{
    // Where nothing shows headings, only short lines may be one.
    private const int LongestPlainHeading = 14;

    /// <summary>The parts in order.</summary>
    public ImmutableArray<PassagePart> Cut(IEnumerable<TextBlock> blocks)
    {
        var parts = ImmutableArray.CreateBuilder<PassagePart>();
        var above = new List<TextBlock>();
        var open = ImmutableArray.CreateBuilder<TextBlock>();
        TextBlock? heading = null;
        foreach (var block in blocks)
        {
            if (!IsHeading(block))
            {
                open.Add(block);
                continue;
            }

            if (open.Count > 0 || heading is null)
                parts.Add(new PassagePart { Heading = heading, Above = [.. above], Blocks = open.ToImmutable() });
            // A heading without text of its own stands over those that follow, until one of its height.
            else
                above.Add(heading);
            above.RemoveAll(upper => upper.HeadingLevel is { } height && block.HeadingLevel is { } own && height >= own);
            // Where heights are not shown the nearest of two headings in a row counts.
            if (above.Count > 1 && above[^1].HeadingLevel is null)
                above.RemoveRange(0, above.Count - 1);
            heading = block;
            open.Clear();
        }

        parts.Add(new PassagePart { Heading = heading, Above = [.. above], Blocks = open.ToImmutable() });
        return parts.ToImmutable();
    }

    /// <summary>The items of a run of blocks: each marked block with those that stand deeper, or that no marker opens while the next has one.</summary>
    public static ImmutableArray<PassageItem> Items(IReadOnlyList<TextBlock> blocks)
    {
        var items = ImmutableArray.CreateBuilder<PassageItem>();
        for (var i = 0; i < blocks.Count;)
        {
            var last = i + 1;
            while (last < blocks.Count && IsBelow(blocks[last], blocks[i]))
                last++;
            items.Add(new PassageItem([.. blocks.Skip(i).Take(last - i)]));
            i = last;
        }

        return items.ToImmutable();
    }

    private static bool IsBelow(TextBlock block, TextBlock item) => item.Marker is { } marker && block.Marker is { } own
        && (block.ListLevel > item.ListLevel || (block.ListLevel == item.ListLevel && KindOf(own) != KindOf(marker) && char.IsAsciiDigit(marker[0])));

    /// <summary>What markers of one list have in common.</summary>
    public static char KindOf(string marker) => char.IsAsciiDigit(marker[0]) ? '1' : marker[0];

    /// <summary>Whether a block is a heading: shown as one, or a short line that names something and says nothing.</summary>
    public bool IsHeading(TextBlock block)
    {
        var text = block.Text.Text.TrimEnd();
        if (block.HeadingLevel is not null)
            return true;
        if (block.Role is not (FlowRole.Body or FlowRole.TextBox) || text.Length == 0 || text[^1] is '.' or ';' or ',' || (block.Marker is { } marker && !marker.Any(char.IsLetterOrDigit)))
            return false;
        if (SentenceGrammar.StartsLower(text) || MoneyGrammar.Find(text).Any(mention => mention.HasCurrency) || IsField(text) || words.Opens(PassageRole.Article, text))
            return false;
        var count = block.Text.Words.Take(options.CaptionWords + 1).Count();
        return block.IsBold ? count <= options.CaptionWords : block.FontSize is null && block.Marker is null && text[^1] != ':' && count <= LongestPlainHeading && block.ListLevel is null;
    }

    // « Porteur : CCAS » fills a field, « Action 3 : Atelier » names an action.
    private bool IsField(string text) => text.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon && !words.Opens(PassageRole.Item, text)
        && (words.Has(PassageRole.Porteur, text[..colon]) || words.Has(PassageRole.Plan, text[..colon]) || words.Has(PassageRole.Cost, text[..colon]) || headers.Match(text[..colon]).Any(match => match.Score >= options.HeaderWordScore));
}
