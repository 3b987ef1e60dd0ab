using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Ingest.Grammar;
using Ingest.Reading.Xlsx;
using Xunit;

namespace Ingest.Tests.Reading.Xlsx;

/// <summary>Numbers are shown as a French reader sees them, and as the grammars of this program read them.</summary>
public sealed class NumberFormatTests
{
    [Theory]
    [InlineData("4950", "#,##0.00 \"€\"", "4 950,00 €")]
    [InlineData("4950", "# ##0,00 \"€\"", "4 950,00 €")]
    [InlineData("1234567", "#\\ ##0", "1 234 567")]
    [InlineData("4950", "#,##0.00\\ [$€-40C]", "4 950,00 €")]
    [InlineData("4950", "#,##0\\ _€", "4 950")]
    [InlineData("4950.5", "[$€-2] #,##0.00", "€ 4 950,50")]
    [InlineData("4950", "#,##0 [$EUR]", "4 950 EUR")]
    [InlineData("4950", "_-* #,##0.00\\ \"€\"_-;\\-* #,##0.00\\ \"€\"_-;_-* \"-\"??\\ \"€\"_-;_-@_-", "4 950,00 €")]
    [InlineData("-500", "_-* #,##0.00\\ \"€\"_-;\\-* #,##0.00\\ \"€\"_-;_-* \"-\"??\\ \"€\"_-;_-@_-", "-500,00 €")]
    [InlineData("0", "_-* #,##0.00\\ \"€\"_-;\\-* #,##0.00\\ \"€\"_-;_-* \"-\"??\\ \"€\"_-;_-@_-", "- €")]
    [InlineData("2024", "General", "2024")]
    [InlineData("2024", "0", "2024")]
    [InlineData("35.77", "General", "35,77")]
    [InlineData("0.1", "General", "0,1")]
    [InlineData("0.30000000000000004", "General", "0,3")]
    [InlineData("-12.5", "General", "-12,5")]
    [InlineData("21620907200015", "General", "21620907200015")]
    [InlineData("4950", "General \"€\"", "4950 €")]
    [InlineData("4950", "@", "4950")]
    [InlineData("0.3577", "0.00%", "35,77 %")]
    [InlineData("0.5", "0%", "50 %")]
    [InlineData("1", "0 %", "100 %")]
    [InlineData("-500", "#,##0;(#,##0)", "(500)")]
    [InlineData("-500", "#,##0 €;[Red]#,##0 €", "-500 €")]
    [InlineData("-500", "#,##0 €;[Red]-#,##0 €", "-500 €")]
    [InlineData("0", "#,##0;-#,##0;", "")]
    [InlineData("0", "#,###", "")]
    [InlineData("0.5", "#.00", "0,50")]
    [InlineData("5", "00000", "00005")]
    [InlineData("612345678", "0#\" \"##\" \"##\" \"##\" \"##", "06 12 34 56 78")]
    [InlineData("12500", "#,##0.0,\"k€\"", "12,5k€")]
    [InlineData("12500", "#,##0.0,\\ \"k€\"", "12,5 k€")]
    [InlineData("12", "#,##0\\ \"k€\"", "12 k€")]
    [InlineData("1800000", "0.0,,\" M€\"", "1,8 M€")]
    [InlineData("1500", "[>=1000]#,##0.0,\" k€\";#,##0\" €\"", "1,5 k€")]
    [InlineData("500", "[>=1000]#,##0.0,\" k€\";#,##0\" €\"", "500 €")]
    [InlineData("12", "0\" jeunes\"", "12 jeunes")]
    [InlineData("12345", "0.00E+00", "12345")]
    [InlineData("1.5", "# ?/?", "1,5")]
    [InlineData("4950", "#,##0.##", "4 950")]
    [InlineData("nonsense", "0", "nonsense")]
    [InlineData("1E+300", "0", "1E+300")]
    public void Number_is_shown_as_in_french(string value, string format, string shown) =>
        Assert.Equal(shown, new ValueToText(is1904: false).Number(value, FormatCode.Parse(format)));

    [Theory]
    [InlineData("1234.56", "#,##0 \"€\"", "1 234,56 €")]
    [InlineData("1234.5", "#,##0 \"€\"", "1 234,50 €")]
    [InlineData("1234.567", "#,##0.0", "1 234,57")]
    [InlineData("0.35766", "0%", "35,77 %")]
    [InlineData("1234567", "#,##0.0,\" k€\"", "1 234 567 €")]
    [InlineData("1234567.89", "#,##0,", "1 234,56789")]
    [InlineData("-1234.56", "#,##0 €;(#,##0 €)", "(1 234,56 €)")]
    public void Cents_that_the_format_rounds_away_are_told(string value, string format, string shown) =>
        Assert.Equal(shown, new ValueToText(is1904: false).Number(value, FormatCode.Parse(format)));

    [Theory]
    [InlineData("45272", "dd/mm/yyyy", "12/12/2023")]
    [InlineData("45272", "m/d/yyyy", "12/12/2023")]
    [InlineData("45267", "m/d/yyyy", "7/12/2023")]
    [InlineData("45267", "yyyy\\-mm\\-dd", "2023-12-07")]
    [InlineData("45267", "jj/mm/aaaa", "07/12/2023")]
    [InlineData("45267", "[$-40C]d\\ mmmm\\ yyyy;@", "7 décembre 2023")]
    [InlineData("45267", "[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy", "jeudi, décembre 07, 2023")]
    [InlineData("45267", "d-mmm-yy", "7 déc. 2023")]
    [InlineData("45267", "mmm-yy", "déc. 2023")]
    [InlineData("45267", "dd.mm.yy", "07.12.23")]
    [InlineData("45267.75", "dd/mm/yyyy hh:mm", "07/12/2023 18:00")]
    [InlineData("45267.75", "h:mm AM/PM", "6:00 PM")]
    [InlineData("1.5", "[h]:mm", "36:00")]
    [InlineData("0.999999999", "hh:mm:ss", "00:00:00")]
    [InlineData("1", "dd/mm/yyyy", "01/01/1900")]
    [InlineData("61", "dd/mm/yyyy", "01/03/1900")]
    [InlineData("-1", "dd/mm/yyyy", "-1")]
    [InlineData("9999999", "dd/mm/yyyy", "9999999")]
    public void Date_is_shown_as_in_french(string value, string format, string shown) =>
        Assert.Equal(shown, new ValueToText(is1904: false).Number(value, FormatCode.Parse(format)));

    [Fact]
    public void Days_may_count_from_1904() =>
        Assert.Equal("12/12/2023", new ValueToText(is1904: true).Number("43810", FormatCode.Parse(BuiltinFormats.Code(14))));

    [Fact]
    public void Every_amount_is_read_back_whole()
    {
        string[] formats = ["General", "0", "#,##0 \"€\"", "#,##0.00\\ \"€\"", "#,##0.0,\" k€\"", BuiltinFormats.Code(44), "#,##0;[Red]-#,##0"];
        var cents = Gen.Choose(-2_000_000_000, 2_000_000_000).ToArbitrary();
        Prop.ForAll(cents, Gen.Elements(formats).ToArbitrary(), (cent, format) =>
        {
            var amount = cent / 100m;
            var shown = new ValueToText(is1904: false).Number(amount.ToString(CultureInfo.InvariantCulture), FormatCode.Parse(format));
            return cent == 0 || MoneyGrammar.ParseCell(shown).Money is { } money && money.Amount.Amount == amount;
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void No_format_is_an_error()
    {
        var codes = Gen.ArrayOf(Gen.Elements("0#?.,%;@\"\\_*[]<>=$-€ kMEeG/dmyhs:AP()Rr1,".ToCharArray())).Select(letters => new string(letters)).ToArbitrary();
        Prop.ForAll(codes, Gen.Choose(-100_000, 100_000).ToArbitrary(), (code, number) =>
            new ValueToText(is1904: false).Number((number / 7.0).ToString(CultureInfo.InvariantCulture), FormatCode.Parse(code)) is not null).QuickCheckThrowOnFailure();
    }
}
