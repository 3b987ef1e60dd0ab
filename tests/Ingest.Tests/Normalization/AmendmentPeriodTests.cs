using Ingest.Tests.Running;
using Xunit;

namespace Ingest.Tests.Normalization;

/// <summary>The years that an amendment is for are not always those of what it amends.</summary>
public sealed class AmendmentPeriodTests
{
    private const string Body = "\n\nEnjeu 1 : Se loger mieux\n\n- isoler les tours\n";

    [Theory]
    [InlineData("Avenant n° 1 au contrat de ville 2015-2020", "Le présent avenant couvre la période 2020-2022.", 2020, 2022)]
    [InlineData("Avenant n° 3 à la convention-cadre du contrat de ville 2015-2022", "Elle est prorogée et porte sur la période 2015-2023.", 2015, 2023)]
    [InlineData("Avenant n° 1 au contrat de ville 2024-2030", "Deux objectifs lui sont ajoutés.", 2024, 2030)]
    [InlineData("Avenant n° 1 au contrat de ville 2015-2020", "Il complète le contrat de 2011-2014.", 2015, 2020)]
    public void Its_years_reach_further_or_are_those_of_what_it_amends(string title, string opening, int start, int end)
    {
        var period = Processing.Of($"{title}\n\n{opening}{Body}").Period;

        Assert.Equal((start, end), (period!.Start, period.End));
    }

    [Fact]
    public void It_is_no_deliberation_with_a_title_of_its_own()
    {
        var act = Processing.Of("Avenant n° 1 au contrat de ville 2015-2020 de Vitré\n\nLe présent avenant couvre la période 2020-2022." + Body).Act;

        Assert.Null(act!.Title);
        Assert.Equal("contrat de ville 2015-2020 de Vitré", act.Amends);
    }
}
