using System.Collections.Immutable;
using Ingest.Embeddings;
using Ingest.Tests.Pipeline;
using Xunit;

namespace Ingest.Tests.Classification.Sentences;

public sealed class WordPiecesTests
{
    // Numbers: 0 [UNK], 1 [CLS], 2 [SEP], then as they come.
    private const string Plain = "[UNK]\n[CLS]\n[SEP]\nsante\nsan\n##te\n##s\n,\n'\nl\n";

    [Theory]
    [InlineData("santé", new long[] { 1, 3, 2 })]
    [InlineData("SANTÉS", new long[] { 1, 3, 6, 2 })]
    [InlineData("sante,l'santesx", new long[] { 1, 3, 7, 9, 8, 0, 2 })]
    [InlineData("  ", new long[] { 1, 2 })]
    [InlineData("\u0001sante\u200B", new long[] { 1, 0, 2 })]
    public void Words_are_cut_into_the_longest_known_pieces(string text, long[] numbers) => Assert.Equal(numbers, Numbers(Plain, text));

    [Fact]
    public void Capitals_and_accents_count_where_the_vocabulary_has_some()
    {
        const string vocabulary = "[UNK]\n[CLS]\n[SEP]\nsanté\nSanté\n";

        Assert.Equal([1, 4, 3, 0, 2], Numbers(vocabulary, "Santé sante\u0301 sante"));
    }

    [Fact]
    public void What_is_beyond_the_most_is_left_out_and_the_end_stays()
    {
        Assert.Equal([1, 3, 6, 2], Numbers(Plain, "santes sante sante", most: 4));
        Assert.Equal([1, 3, 2], Numbers(Plain, "santes sante sante", most: 3));
    }

    [Fact]
    public void A_word_of_a_thousand_letters_is_unknown() => Assert.Equal([1, 0, 3, 2], Numbers(Plain, new string('s', 1000) + " sante"));

    private static ImmutableArray<long> Numbers(string vocabulary, string text, int most = 16)
    {
        using var folder = new TemporaryFolder();
        return WordPieces.Load(folder.Write("vocab.txt", vocabulary)).Numbers(text, most);
    }
}
