using System.Collections.Immutable;
using Ingest.Model.Provenance;

namespace Ingest.Layout;

/// <summary>
/// Cuts a text that is longer than any paragraph, as files without line ends have it, between its words: who reads paragraphs looks back
/// and forth in them, which takes the square of their length.
/// </summary>
public static class LongBlocks
{
    /// <summary>The block itself, or the blocks that it is cut into; no word is lost.</summary>
    /// <param name="block">A block.</param>
    /// <param name="options">How long one may be.</param>
    public static IEnumerable<TextBlock> Cut(TextBlock block, LayoutOptions options) =>
        block.Text.Text.Length <= options.LongestBlock
            ? [block]
            : Chunks(block.Text, options.LongestBlock).Select((text, index) => index == 0 ? block with { Text = text } : block with { Text = text, HeadingLevel = null });

    private static IEnumerable<SourceText> Chunks(SourceText text, int most)
    {
        var paragraphs = ImmutableArray.CreateBuilder<SourceParagraph>();
        var length = 0;
        foreach (var paragraph in text.Paragraphs)
        {
            var words = ImmutableArray.CreateBuilder<SourceWord>();
            var opening = paragraph;
            foreach (var word in paragraph.Words.SelectMany(word => Pieces(word, most)))
            {
                if (length > 0 && length + word.Text.Length > most)
                {
                    yield return Finished(paragraphs, opening, words);
                    opening = new SourceParagraph([], null);
                    length = 0;
                }

                words.Add(word);
                length += word.Text.Length + 1;
            }

            if (words.Count > 0)
                paragraphs.Add(opening with { Words = words.ToImmutable() });
        }

        if (paragraphs.Count > 0)
            yield return new SourceText { Paragraphs = paragraphs.ToImmutable() };
    }

    private static SourceText Finished(ImmutableArray<SourceParagraph>.Builder paragraphs, SourceParagraph opening, ImmutableArray<SourceWord>.Builder words)
    {
        if (words.Count > 0)
            paragraphs.Add(opening with { Words = words.ToImmutable() });
        var text = new SourceText { Paragraphs = paragraphs.ToImmutable() };
        paragraphs.Clear();
        words.Clear();
        return text;
    }

    private static IEnumerable<SourceWord> Pieces(SourceWord word, int most)
    {
        if (word.Text.Length <= most)
            return [word];
        return word.Text.Chunk(most).Select(piece => word with { Text = new string(piece), Raw = null });
    }
}
