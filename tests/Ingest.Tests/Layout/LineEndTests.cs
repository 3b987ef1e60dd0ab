using Ingest.Model.Provenance;
using Ingest.Tables;
using Ingest.Tests.Tables;
using Xunit;

namespace Ingest.Tests.Layout;

public sealed class LineEndTests
{
    private static SourceText Cell(string last, string first, string elsewhere = "")
    {
        // The cell is 120 wide: the upper line reaches its right side.
        var fill = new string('x', Math.Max(1, 22 - last.Length));
        var page = new PageSketch(1).Table([50, 172, 300], [50, 100, 150], [$"{fill} {last}\n{first}", "à côté"], ["autre", "cellule"]);
        page.Text(50, 400, elsewhere);
        return ContentBuilder.Build([page.ToPage()]).Blocks.OfType<TableContent>().Single().Table.Cells[0].Text;
    }

    [Theory]
    [InlineData("bien-", "être")]
    [InlineData("Hénin-", "Beaumont")]
    [InlineData("2024-", "2030")]
    [InlineData("tout-", "petits")]
    public void A_hyphen_of_the_word_stays_and_only_the_break_goes(string last, string first) =>
        Assert.EndsWith($" {last}{first}", Cell(last, first).Text, StringComparison.Ordinal);

    [Fact]
    public void A_hyphen_goes_when_the_document_writes_the_word_in_one() =>
        Assert.EndsWith(" environnement", Cell("environne-", "ment", "Un environnement sain").Text, StringComparison.Ordinal);

    [Fact]
    public void A_hyphen_stays_when_the_document_writes_it_elsewhere() =>
        Assert.EndsWith(" porte-drapeau", Cell("porte-", "drapeau", "Le porte-drapeau du quartier").Text, StringComparison.Ordinal);

    [Fact]
    public void In_a_hyphenated_document_an_unknown_word_is_put_together() => Assert.EndsWith(
        " mobilisation",
        Cell("mobili-", "sation", "Un environnement sain et un environne- ment protégé").Text,
        StringComparison.Ordinal);

    [Fact]
    public void A_stroke_at_a_line_end_needs_no_space() => Assert.EndsWith(" Emploi/Insertion", Cell("Emploi/", "Insertion").Text, StringComparison.Ordinal);

    [Fact]
    public void A_joined_word_has_both_places_and_tells_what_was_read()
    {
        var word = Cell("bien-", "être").Words.Last();

        Assert.Equal("bien-être", word.Text);
        Assert.Equal("bien- être", word.Raw);
        Assert.Equal(2, word.Regions.Length);
        Assert.True(word.Regions[0].Bbox!.Value.Top < word.Regions[1].Bbox!.Value.Top);
    }
}
