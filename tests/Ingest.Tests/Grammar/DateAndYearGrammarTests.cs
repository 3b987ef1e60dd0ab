using Ingest.Grammar;
using Xunit;

namespace Ingest.Tests.Grammar;

public sealed class DateAndYearGrammarTests
{
    [Theory]
    [InlineData("12/12/2023", 2023, 12, 12)]
    [InlineData("12.12.2023", 2023, 12, 12)]
    [InlineData("12-12-2023", 2023, 12, 12)]
    [InlineData("2023-12-12", 2023, 12, 12)]
    [InlineData("12 décembre 2023", 2023, 12, 12)]
    [InlineData("1er mars 2024", 2024, 3, 1)]
    [InlineData("12 DECEMBRE 2023", 2023, 12, 12)]
    [InlineData("3 févr. 2025", 2025, 2, 3)]
    [InlineData("12/12/23", 2023, 12, 12)]
    public void A_date_is_read(string text, int year, int month, int day) =>
        Assert.Equal(new DateOnly(year, month, day), Assert.Single(DateGrammar.Find($"le {text}, à 18h")).Date);

    [Theory]
    [InlineData("31/02/2024")]
    [InlineData("9/9 bis")]
    [InlineData("1.250,50")]
    [InlineData("03.21.08.08.08")]
    public void What_the_calendar_does_not_have_is_no_date(string text) => Assert.Empty(DateGrammar.Find(text));

    [Theory]
    [InlineData("Programmation 2024", 2024, 2024, false)]
    [InlineData("PROGRAMMATION POLITIQUE DE LA VILLE 2024", 2024, 2024, false)]
    [InlineData("Contrat 2024-2030", 2024, 2030, false)]
    [InlineData("2024 – 2030", 2024, 2030, false)]
    [InlineData("2024/2026", 2024, 2026, false)]
    [InlineData("2023/2024", 2023, 2024, true)]
    [InlineData("année scolaire 2023-2024", 2023, 2024, true)]
    [InlineData("année scolaire 2023-24", 2023, 2024, true)]
    [InlineData("de 2024 à 2026", 2024, 2026, false)]
    [InlineData("du 1er janvier 2024 au 31 décembre 2026", 2024, 2026, false)]
    public void A_period_is_read(string text, int from, int to, bool isSchoolYear)
    {
        var period = Assert.Single(YearGrammar.FindPeriods(text));
        Assert.Equal((from, to, isSchoolYear), (period.From, period.To, period.IsSchoolYear));
    }

    [Theory]
    [InlineData("DELIB-2023-85")]
    [InlineData("loi n° 2014-173 du 21 février 2014")]
    [InlineData("séance du 12 décembre 2023")]
    [InlineData("mars 2024")]
    [InlineData("2024 €")]
    [InlineData("12 024 habitants")]
    public void What_is_no_year_of_its_own_is_none(string text) => Assert.Empty(YearGrammar.FindPeriods(text));

    [Fact]
    public void A_percentage_is_a_share()
    {
        var mentions = PercentGrammar.Find("soit 22,49% puis 100 % et 2024 50 pour cent");
        Assert.Equal([0.2249m, 1m, 0.5m], mentions.Select(mention => mention.Share.Share));
        Assert.Equal(0.00005m, mentions[0].Unit);
    }
}
