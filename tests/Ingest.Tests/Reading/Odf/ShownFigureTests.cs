using System.Globalization;
using Ingest.Reading.Odf;
using Xunit;

namespace Ingest.Tests.Reading.Odf;

/// <summary>Figures of sheets are told with all their cents, in the French manner.</summary>
public sealed class ShownFigureTests
{
    [Theory]
    [InlineData("1 234,56 €", "1234.56", "1 234,56 €")]
    [InlineData("1\u202F234,50\u00A0€", "1234.5", "1\u202F234,50\u00A0€")]
    [InlineData("1 235 €", "1234.56", "1 234,56 €")]
    [InlineData("1235", "1234.56", "1234,56")]
    [InlineData("1 234,6 €", "1234.56", "1 234,56 €")]
    [InlineData("1 235 €", "1234.5", "1 234,50 €")]
    [InlineData("0,33", "0.333333333333333", "0,33")]
    [InlineData("1,234.50 €", "1234.5", "1 234,50 €")]
    [InlineData("1,235 €", "1235", "1 235 €")]
    [InlineData("1’235.00", "1235", "1 235,00")]
    [InlineData("€ 1.234,50", "1234.5", "€ 1 234,50")]
    [InlineData("0,00 €", "0.001", "0,00 €")]
    [InlineData("- €", "0", "- €")]
    [InlineData("500 €", "-500", "-500 €")]
    [InlineData("(500) €", "-500", "(500) €")]
    [InlineData("-1 235", "-1234.56", "-1 234,56")]
    [InlineData("12 k€", "12345.67", "12 345,67 €")]
    [InlineData("12 k€", "12000", "12 k€")]
    [InlineData("2 par 100 habitants", "2", "2 par 100 habitants")]
    [InlineData("autre 7", "8", "autre 7")]
    [InlineData("2024", "2024", "2024")]
    public void Amount_is_told_with_all_its_cents(string shown, string value, string expected) =>
        Assert.Equal(expected, ShownFigure.Tell(shown, decimal.Parse(value, CultureInfo.InvariantCulture), isPercentage: false));

    [Theory]
    [InlineData("50 %", "0.5", "50 %")]
    [InlineData("33 %", "0.333333", "33,33 %")]
    [InlineData("12 %", "0.125", "12 %")]
    [InlineData("13 %", "0.125", "12,5 %")]
    [InlineData("12.50%", "0.125", "12,50%")]
    public void Share_is_told_with_what_its_format_rounds_away(string shown, string value, string expected) =>
        Assert.Equal(expected, ShownFigure.Tell(shown, decimal.Parse(value, CultureInfo.InvariantCulture), isPercentage: true));

    [Theory]
    [InlineData("1234.5", "1234,5")]
    [InlineData("-7", "-7")]
    [InlineData("0.1", "0,1")]
    public void Number_without_a_format_is_plain(string value, string expected) =>
        Assert.Equal(expected, ShownFigure.Plain(decimal.Parse(value, CultureInfo.InvariantCulture)));
}
