using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Ingest.Grammar;
using Ingest.Layout;
using Ingest.Tables;
using Ingest.Vocabulary;

namespace Ingest.Segmentation.Conventions;

/// <summary>What repeats a convention instead of saying it: tables of contents, lines that plain text has on every page.</summary>
internal sealed partial class ContentsEntries(StrategyVocabulary vocabulary)
{
    private const int LongestHeading = 25;

    private const int LongestLine = 14;

    // A running line stands on pages, a phrase may stand twice.
    private const int LeastRepeats = 3;

    // Entries that lost their page number and are written otherwise below.
    private const int MostStrangers = 3;

    // Entries of a table of contents that no heading announces.
    private const int LeastEntries = 4;

    /// <summary>
    /// Lines of plain text that pages repeat: page numbers alone, and short lines told several times with nothing but another
    /// number.
    /// </summary>
    public static HashSet<int> FindFurniture(ImmutableArray<ContentBlock> blocks)
    {
        var lines = Enumerable.Range(0, blocks.Length)
            .Where(index => blocks[index] is TextContent { Block: var block } && StrategyLines.IsOfLines(block) && block.Text.Words.Count() <= LongestLine)
            .Select(index => (Index: index, ((TextContent)blocks[index]).Block.Text.Text, ((TextContent)blocks[index]).Block.Marker))
            .ToList();
        var repeated = lines.Where(line => line.Text.Any(char.IsAsciiDigit))
            .GroupBy(line => Digits().Replace(Folding.Fold(line.Text), "#"))
            .Where(group => group.Count() >= LeastRepeats && group.Select(line => line.Text).Distinct().Count() > 1)
            .SelectMany(group => group);
        return [.. repeated.Concat(lines.Where(line => PageMark().IsMatch($"{line.Marker} {line.Text}") || StampLines.IsStamp(line.Text))).Select(line => line.Index)];
    }

    /// <summary>
    /// The blocks of tables of contents: behind its heading, what ends with leaders or a page number or is told again as a
    /// heading below, and what few lines stand between such; elsewhere several lines in a row with leaders and page numbers.
    /// </summary>
    public HashSet<int> FindContents(ImmutableArray<ContentBlock> blocks, HashSet<int> furniture)
    {
        var contents = new HashSet<int>();
        var keys = blocks.Select((block, index) => block is TextContent { Block: var text } && !furniture.Contains(index) ? KeyOf(text) : "").ToList();
        for (var i = 0; i < blocks.Length; i++)
        {
            if (blocks[i] is not TextContent { Block: var block } || contents.Contains(i) || furniture.Contains(i))
                continue;
            var isHeading = vocabulary.MatchSection(block.Text.Text) is [{ Section: SectionKind.Contents, Score: > 1.5 }, ..];
            var last = i;
            for (var j = isHeading ? i + 1 : i; j < blocks.Length && j - last <= (isHeading ? MostStrangers : 1); j++)
            {
                if (furniture.Contains(j) || IsEntry(blocks[j], keys, j, isHeading))
                    last = j;
                else if (blocks[j] is not TextContent { Block: var stranger } || stranger.Text.Words.Count() > LongestHeading)
                    break;
            }

            var range = Enumerable.Range(i, last - i + 1).Where(index => !furniture.Contains(index)).ToList();
            if (isHeading || range.Count >= LeastEntries)
                contents.UnionWith(range);
        }

        return contents;
    }

    private static bool IsEntry(ContentBlock content, List<string> keys, int index, bool isAnnounced)
    {
        if (content is not TextContent { Block: var block })
            return false;
        var text = string.Join('\n', block.Text.Paragraphs.Select(paragraph => string.Join(' ', paragraph.Words.Select(word => word.Text))));
        var lines = text.Split('\n');
        if (lines.All(line => EntryEnd().Match(line) is { Success: true } leaders && line.AsSpan(0, leaders.Index).ContainsLetter()))
            return true;
        if (!isAnnounced)
            return false;
        return lines.All(line => PageNumber().IsMatch(line)) || (keys[index].Length > 3 && keys.FindIndex(index + 1, key => key == keys[index]) > index);
    }

    private static string KeyOf(TextBlock block) => Folding.Fold(PageNumber().Replace(Leaders().Replace(block.Text.Text, " "), ""));

    // « Préambule ........ 3 »
    [GeneratedRegex(@"(?:[.…_]{3,}|(?:[ \u00A0]?\.){4,})[ \u00A0]*\d{0,3}$", RegexOptions.CultureInvariant | RegexOptions.RightToLeft)]
    private static partial Regex EntryEnd();

    [GeneratedRegex(@"[ \u00A0\t]+\d{1,3}$", RegexOptions.CultureInvariant)]
    private static partial Regex PageNumber();

    [GeneratedRegex(@"[.…_]{3,}|(?:[ \u00A0]\.){3,}", RegexOptions.CultureInvariant)]
    private static partial Regex Leaders();

    [GeneratedRegex(@"\d+", RegexOptions.CultureInvariant)]
    private static partial Regex Digits();

    // « - 9 - », « 9 », « Page 9/12 »
    [GeneratedRegex(@"^[ \u00A0]*[-–—]?[ \u00A0]*(?:p(?:age|\.)?[ \u00A0]?)?\d{1,3}(?:[ \u00A0]?(?:/|sur)[ \u00A0]?\d{1,3})?[ \u00A0]*[-–—]?[ \u00A0]*$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex PageMark();
}
