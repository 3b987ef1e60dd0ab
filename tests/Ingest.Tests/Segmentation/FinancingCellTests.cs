using Ingest.Segmentation;
using Ingest.Tests.Normalization;
using Xunit;

namespace Ingest.Tests.Segmentation;

public sealed class FinancingCellTests
{
    [Theory]
    [InlineData("Coût total = 4 950 € CCAS = 2 475 € Région = 2 475 €", "Coût total 4950, CCAS 2475, Région 2475")]
    [InlineData("Ville : 1 000 € ; CAF : 500,50 €", "Ville 1000, CAF 500.5")]
    [InlineData("2 475 € (Région) ; 800 € CAF", "Région 2475, CAF 800")]
    [InlineData("1 000 € Ville 500 € CAF", "Ville 1000, CAF 500")]
    [InlineData("État 1 500 € ; 800 € (Ville)", "État 1500, Ville 800")]
    [InlineData("• Ville : 1 000 €\n• CAF : 500 €", "Ville 1000, CAF 500")]
    [InlineData("- Ville 1 000 €\n- CAF 500 €", "Ville 1000, CAF 500")]
    [InlineData("Ville 1 000 € / CAF 500 €", "Ville 1000, CAF 500")]
    [InlineData("FSE+ 1 000 € + Ville 500 €", "FSE+ 1000, Ville 500")]
    [InlineData("CAF (CLAS) 1 000 € Ville 500 €", "CAF (CLAS) 1000, Ville 500")]
    [InlineData("CD 62 : 1 000 € Ville : 500 €", "CD 62 1000, Ville 500")]
    public void Each_amount_has_the_words_that_name_it(string cell, string told) => Assert.Equal(told, Told(cell));

    [Theory]
    [InlineData("Ville : 3 760 € (36 %) CAF : 6 684 € (64 %)", "Ville 3760 36%, CAF 6684 64%")]
    [InlineData("Ville (36 %) : 3 760 € CAF (64 %) : 6 684 €", "Ville 3760 36%, CAF 6684 64%")]
    [InlineData("3 760 € Ville 36 % 6 684 € CAF 64 %", "Ville 3760 36%, CAF 6684 64%")]
    public void A_share_goes_with_its_amount_and_is_no_part_of_the_name(string cell, string told) => Assert.Equal(told, Told(cell));

    [Fact]
    public void Words_behind_the_last_amount_are_left() =>
        Assert.Equal("sous réserve", FinancingCell.Parse(Texts.Of("Ville 1 000 € CAF 500 € sous réserve")).Left.Text);

    [Fact]
    public void A_cell_without_an_amount_is_left_whole() =>
        Assert.Equal("à préciser par la Ville", FinancingCell.Parse(Texts.Of("à préciser par la Ville")).Left.Text);

    [Fact]
    public void The_unit_of_the_header_counts() => Assert.Equal("Ville 12000, CAF 500", Told("Ville 12 CAF 0,5", 1000));

    private static string Told(string cell, decimal scale = 1) => string.Join(", ", FinancingCell.Parse(Texts.Of(cell), scale).Amounts.Select(part =>
        FormattableString.Invariant($"{part.Label.Text} {part.Amount.Amount.Amount:0.##}{(part.Share is { } share ? $" {share.Share.Share * 100:0.##}%" : "")}")));
}
