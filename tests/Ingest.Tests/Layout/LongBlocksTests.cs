using Ingest.Layout;
using Ingest.Model.Provenance;
using Xunit;

namespace Ingest.Tests.Layout;

public sealed class LongBlocksTests
{
    private static readonly LayoutOptions Options = new() { LongestBlock = 20 };

    [Fact]
    public void Text_longer_than_a_paragraph_is_cut_between_words_and_none_is_lost()
    {
        var block = new TextBlock { Text = Of("Programmation deux mille vingt-quatre du contrat"), HeadingLevel = 1 };

        var parts = LongBlocks.Cut(block, Options).ToList();

        Assert.Equal(["Programmation deux", "mille vingt-quatre", "du contrat"], parts.Select(part => part.Text.Text));
        Assert.Equal([1, null, null], parts.Select(part => part.HeadingLevel));
    }

    [Fact]
    public void Word_longer_than_a_paragraph_is_cut_in_itself() => Assert.Equal(
        [20, 20, 5], LongBlocks.Cut(new TextBlock { Text = Of(new string('a', 45)) }, Options).Select(part => part.Text.Text.Length));

    [Fact]
    public void Shorter_text_stays_as_it_is()
    {
        var block = new TextBlock { Text = Of("Programmation 2024") };

        Assert.Same(block, Assert.Single(LongBlocks.Cut(block, Options)));
    }

    private static SourceText Of(string text) => new()
    {
        Paragraphs = [new SourceParagraph([.. text.Split(' ').Select(word => new SourceWord { Text = word, Regions = [new EvidenceRegion { Page = 1 }] })], null)],
    };
}
