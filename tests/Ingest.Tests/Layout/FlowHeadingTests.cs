using Ingest.Layout;
using Ingest.Model.Pages;
using Ingest.Model.Provenance;
using Xunit;

namespace Ingest.Tests.Layout;

/// <summary>Headings of office files whose writer used no heading style.</summary>
public sealed class FlowHeadingTests
{
    private static readonly TextBlock Body = Block("Ce contrat engage la ville et ses partenaires pour sept ans et sera revu à mi-parcours.", 11);

    [Fact]
    public void Larger_text_is_a_heading_and_bold_text_the_lowest() => Assert.Equal([0, 1, null, 2, null], Levels(
        Block("Contrat de ville", 24), Block("Première partie", 16), Body, Block("Un intertitre", 11, isBold: true), Body));

    [Fact]
    public void A_sentence_in_bold_is_none() => Assert.Equal([null, null], Levels(Block("Tout est dit ici.", 11, isBold: true), Body));

    [Fact]
    public void An_item_of_a_list_is_none() => Assert.Equal([null, null], Levels(Block("Un point important", 14, marker: "•"), Body));

    [Fact]
    public void Where_the_source_names_headings_they_stay() => Assert.Equal([3, null, null], Levels(
        Block("Titre de style", 11) with { HeadingLevel = 3 }, Block("Mise en valeur", 20), Body));

    [Fact]
    public void Where_sizes_are_unknown_nothing_is_told() => Assert.Equal([null, null], Levels(
        Block("Titre", 11, isBold: true) with { FontSize = null }, Body with { FontSize = null }));

    [Fact]
    public void The_largest_text_behind_the_first_paragraph_is_no_title() => Assert.Equal([null, 1, null], Levels(Body, Block("Annexe", 24), Body));

    private static IEnumerable<int?> Levels(params TextBlock[] blocks) => FlowHeadings.ByLooks(blocks, LayoutOptions.Default).Select(block => block!.HeadingLevel);

    private static TextBlock Block(string text, double size, bool isBold = false, string? marker = null) => new()
    {
        Text = new SourceText { Paragraphs = [new SourceParagraph([.. text.Split(' ').Select(word => new SourceWord { Text = word, Regions = [new EvidenceRegion { Paragraph = 1 }] })], marker)] },
        FontSize = size,
        IsBold = isBold,
        Role = FlowRole.Body,
    };
}
