using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Ingest.Grammar;
using Xunit;

namespace Ingest.Tests.Grammar;

public sealed class MoneyGrammarTests
{
    [Theory]
    [InlineData("4 950 €", "4950")]
    [InlineData("14 390€", "14390")]
    [InlineData("2 460,50 €", "2460.50")]
    [InlineData("1.250€", "1250")]
    [InlineData("1.250,50 €", "1250.50")]
    [InlineData("1 250.50 €", "1250.50")]
    [InlineData("1'250 €", "1250")]
    [InlineData("1,250.50 €", "1250.50")]
    [InlineData("3 k€", "3000")]
    [InlineData("3,5K€", "3500")]
    [InlineData("1,8 M€", "1800000")]
    [InlineData("1,250 M€", "1250000")]
    [InlineData("2 millions d'euros", "2000000")]
    [InlineData("12 milliers d’euros", "12000")]
    [InlineData("€ 4 950", "4950")]
    [InlineData("EUR 4950", "4950")]
    [InlineData("4950 euros", "4950")]
    [InlineData("4 950 EUR", "4950")]
    [InlineData("12 000,- €", "12000")]
    [InlineData("-500 €", "-500")]
    [InlineData("−500 €", "-500")]
    [InlineData("(500 €)", "-500")]
    [InlineData("4\u00A0950\u00A0€", "4950")]
    [InlineData("4\u202F950\u202F€", "4950")]
    [InlineData("4\u2009950 €", "4950")]
    [InlineData("1 234 567,89 €", "1234567.89")]
    [InlineData("0 €", "0")]
    [InlineData("0,50 €", "0.50")]
    [InlineData("2 460, 50 €", "2460.50")]
    public void An_amount_is_read_as_it_is_meant(string text, string amount)
    {
        var mention = Assert.Single(MoneyGrammar.Find(text));
        Assert.Equal(decimal.Parse(amount, CultureInfo.InvariantCulture), mention.Amount.Amount);
        Assert.True(mention.HasCurrency);
        Assert.Equal(text, text.Substring(mention.Start, mention.Length));
    }

    [Theory]
    [InlineData("12/12/2023")]
    [InlineData("le 12 décembre 2023")]
    [InlineData("03 21 08 08 08")]
    [InlineData("enfants de 6 à 17 ans, 2/3 ans, projet du 9/9 bis")]
    [InlineData("25 000 habitants")]
    [InlineData("22,49 %")]
    [InlineData("année 2024")]
    [InlineData("QP 06 20 16")]
    [InlineData("062-216209072-20231212-DELIB-2023-85-DE")]
    public void What_is_no_money_is_not_read_as_money(string text)
    {
        Assert.Empty(MoneyGrammar.Find(text));
        Assert.Empty(MoneyGrammar.Find(text, bareNumbers: true));
    }

    [Fact]
    public void Groups_of_other_than_three_digits_are_two_numbers()
    {
        var mention = Assert.Single(MoneyGrammar.Find("2024 3 000 €"));
        Assert.Equal(3000, mention.Amount.Amount);
        Assert.Equal([3000m], Amounts("Exercice 2024 3 000", bareNumbers: true));
        Assert.Equal([4950m, 2475m, 2475m], Amounts("4 950 2 475 2 475", bareNumbers: true));
    }

    [Fact]
    public void A_budget_cell_gives_its_amounts_in_order()
    {
        const string cell = "Coût Total = 52 400 € Ccas = 14 520 € ANCT = 33 880 € CAF = 4 000 €";
        Assert.Equal([52400m, 14520m, 33880m, 4000m], Amounts(cell));
        Assert.Equal([52400m, 14520m, 33880m, 4000m], Amounts(cell.Replace(" €", "", StringComparison.Ordinal), bareNumbers: true));
    }

    [Theory]
    [InlineData("Coût = 8 000 (12 jeunes, 3 séances)", new[] { 8000.0 })]
    [InlineData("CD 62 : 500", new[] { 500.0 })]
    [InlineData("BOP 147 : 3 000", new[] { 3000.0 })]
    [InlineData("P147 3000", new[] { 3000.0 })]
    [InlineData("action n° 12 : 450", new[] { 450.0 })]
    [InlineData("Ville 1 500 soit 50 %", new[] { 1500.0 })]
    [InlineData("Programmation 2024", new double[0])]
    [InlineData("Total = 2024", new[] { 2024.0 })]
    [InlineData("réf. 062", new double[0])]
    [InlineData("DELIB-2023-85", new double[0])]
    [InlineData("6ème, CM2, 12h30", new double[0])]
    public void Bare_numbers_are_amounts_only_where_they_can_be(string text, double[] amounts) =>
        Assert.Equal(amounts.Select(amount => (decimal)amount), Amounts(text, bareNumbers: true));

    [Theory]
    [InlineData("1.250", true)]
    [InlineData("1,250", true)]
    [InlineData("1 250", false)]
    [InlineData("1250", false)]
    [InlineData("1.250,00", false)]
    public void A_thousand_that_could_be_a_decimal_is_ambiguous(string text, bool isAmbiguous)
    {
        var mention = Assert.Single(MoneyGrammar.Find(text, bareNumbers: true));
        Assert.Equal(1250, mention.Amount.Amount);
        Assert.Equal(isAmbiguous, mention.IsAmbiguous);
    }

    [Fact]
    public void A_small_m_before_the_euro_is_a_million_with_doubt()
    {
        var mention = Assert.Single(MoneyGrammar.Find("1,8 m€"));
        Assert.Equal(1_800_000, mention.Amount.Amount);
        Assert.True(mention.IsAmbiguous);
        Assert.Equal(50_000, mention.Unit);
    }

    [Theory]
    [InlineData("2 460,50 €", "0.005")]
    [InlineData("3 k€", "500")]
    [InlineData("4 950 €", "0.5")]
    [InlineData("12,5 €", "0.05")]
    public void The_unit_is_half_of_the_last_written_digit(string text, string unit) =>
        Assert.Equal(decimal.Parse(unit, CultureInfo.InvariantCulture), Assert.Single(MoneyGrammar.Find(text)).Unit);

    [Theory]
    [InlineData("CD62 300 €", new[] { 300.0 })]
    [InlineData("ANCT 12 500 € – Ville 3 000 € – CAF 500 €", new[] { 12500.0, 3000.0, 500.0 })]
    [InlineData("16 000 €/an", new[] { 16000.0 })]
    [InlineData("N° 1 500 €", new[] { 500.0 })]
    [InlineData("15/03/2024 1 500 €", new[] { 1500.0 })]
    [InlineData("03 21 08 08 08 1 500 €", new[] { 1500.0 })]
    [InlineData("50 % 1 500 €", new[] { 1500.0 })]
    [InlineData("2 475 € (Région) ; 800 € CAF", new[] { 2475.0, 800.0 })]
    [InlineData("FSE 2024 : 12 000,00€", new[] { 12000.0 })]
    public void Amounts_keep_apart_from_the_numbers_beside_them(string text, double[] amounts) =>
        Assert.Equal(amounts.Select(amount => (decimal)amount), Amounts(text));

    [Fact]
    public void Parentheses_behind_a_word_are_no_minus()
    {
        Assert.Equal([500m], Amounts("Participation des familles (500 €)"));
        Assert.Equal([300m, 500m], Amounts("de 300 €-500 €"));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \u00A0 ")]
    public void A_blank_cell_is_blank(string text) => Assert.True(MoneyGrammar.ParseCell(text).IsBlank);

    [Theory]
    [InlineData("-")]
    [InlineData("–")]
    [InlineData("néant")]
    [InlineData("Néant")]
    [InlineData("s.o.")]
    [InlineData("/")]
    [InlineData("n.c.")]
    [InlineData("- €")]
    public void A_cell_that_says_nothing_is_not_zero(string text)
    {
        var cell = MoneyGrammar.ParseCell(text);
        Assert.True(cell.IsNothing);
        Assert.Null(cell.Money);
    }

    [Theory]
    [InlineData("0", "0", 1)]
    [InlineData("0 €", "0", 1)]
    [InlineData("12,5", "12500", 1000)]
    [InlineData("12,5 k€", "12500", 1000)]
    [InlineData("12 500 €", "12500", 1000)]
    [InlineData("2024", "2024", 1)]
    [InlineData("- 500,00 €", "-500", 1)]
    [InlineData("1 250 € (dont 250 € CAF)", "1250", 1)]
    public void A_cell_gives_its_amount(string text, string amount, int scale) =>
        Assert.Equal(decimal.Parse(amount, CultureInfo.InvariantCulture), MoneyGrammar.ParseCell(text, scale).Money?.Amount.Amount);

    [Fact]
    public void A_cell_with_several_amounts_leaves_the_choice_open()
    {
        var cell = MoneyGrammar.ParseCell("1 000 € 2 000 €");
        Assert.Null(cell.Money);
        Assert.Equal(2, cell.Mentions.Length);
    }

    [Theory]
    [InlineData("Coût total", 1)]
    [InlineData("Montant en k€", 1000)]
    [InlineData("Coût (K€)", 1000)]
    [InlineData("en milliers d'euros", 1000)]
    [InlineData("M€", 1000000)]
    [InlineData("Montant €", 1)]
    public void A_header_tells_the_unit(string header, int unit) => Assert.Equal(unit, MoneyGrammar.UnitOfHeader(header));

    [Fact]
    public void An_amount_written_in_any_French_manner_is_read_back()
    {
        var manners = new[] { " ", "\u00A0", "\u202F", "\u2009", ".", "" };
        var amounts = from cents in Gen.Choose(0, 2_000_000_000)
                      from manner in Gen.Elements(manners)
                      from unit in Gen.Elements(" €", "€", " euros", "\u00A0EUR")
                      select (cents / 100m, manner, unit);
        Prop.ForAll(amounts.ToArbitrary(), written =>
        {
            var (amount, separator, unit) = written;
            var text = amount.ToString("#,##0.00", new NumberFormatInfo { NumberGroupSeparator = separator, NumberDecimalSeparator = "," });
            var mention = Assert.Single(MoneyGrammar.Find($"Ville = {text}{unit} ; CAF"));
            return mention.Amount.Amount == amount && !mention.IsAmbiguous;
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Mentions_stand_in_order_inside_the_text_whatever_it_is()
    {
        var texts = Gen.Elements("1", "000", "250", " ", ".", ",", "€", "k", "M", "-", "(", ")", "/", "=", "a", "2024", "%", "\n", "\u00A0", "'")
            .ArrayOf().Select(string.Concat);
        Prop.ForAll(texts.ToArbitrary(), text =>
        {
            var end = 0;
            foreach (var mention in MoneyGrammar.Find(text, bareNumbers: true))
            {
                Assert.True(mention.Start >= end && mention.Length > 0 && mention.End <= text.Length);
                end = mention.End;
            }
        }).QuickCheckThrowOnFailure();
    }

    private static IEnumerable<decimal> Amounts(string text, bool bareNumbers = false) =>
        MoneyGrammar.Find(text, bareNumbers).Select(mention => mention.Amount.Amount);
}
