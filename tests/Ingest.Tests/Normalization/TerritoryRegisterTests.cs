using Ingest.Grammar;
using Ingest.Model.Values;
using Ingest.Normalization;
using Xunit;

namespace Ingest.Tests.Normalization;

public sealed class TerritoryRegisterTests
{
    private static TerritoryRegister Register => Texts.Register;

    [Fact]
    public void A_commune_is_found_by_siren_insee_and_name()
    {
        var commune = Register.CommuneBySiren("216209072");
        Assert.Equal(("62907", "Libercourt", "62", "246200299"), (commune!.Insee, commune.Name, commune.Department, commune.EpciSiren));
        Assert.Equal(commune.Siren, Register.CommuneByInsee("62907")!.Siren);
        Assert.Equal("62907", Assert.Single(Register.CommunesNamed("LIBERCOURT")).Insee);
        Assert.Contains("62820", commune.PostalCodes);
    }

    [Fact]
    public void Names_are_found_however_they_are_written()
    {
        Assert.Equal("52448", Assert.Single(Register.CommunesNamed("St-Dizier"), commune => commune.Department == "52").Insee);
        Assert.Equal("76351", Assert.Single(Register.CommunesNamed("le havre")).Insee);
        Assert.Empty(Register.CommunesNamed("Zyxwvville"));
    }

    [Fact]
    public void As_many_names_are_shared_as_the_vintage_says()
    {
        var shared = Register.Epcis.Where(epci => epci.Type != "EPT").SelectMany(epci => epci.Members)
            .Select(insee => Register.CommuneByInsee(insee)!.Name).GroupBy(name => name, StringComparer.Ordinal).Count(group => group.Count() > 1);
        Assert.InRange(shared, 1400, 1500);
    }

    [Fact]
    public void Every_siren_has_its_check_digit_and_every_member_its_commune()
    {
        Assert.All(Register.Epcis, epci => Assert.True(CheckDigits.IsLuhn(epci.Siren)));
        Assert.All(Register.Epcis.SelectMany(epci => epci.Members), insee => Assert.NotNull(Register.CommuneByInsee(insee)));
    }

    [Theory]
    [InlineData("246200299", "CAHC")]
    [InlineData("200072460", "CABBALR")]
    [InlineData("246200364", "CALL")]
    [InlineData("200093201", "MEL")]
    public void Acronyms_come_from_the_name(string siren, string acronym)
    {
        var epci = Register.EpciBySiren(siren)!;
        Assert.Contains(acronym, EpciNames.AcronymsOf(epci));
        Assert.Contains(epci, Register.EpcisByAcronym(acronym));
    }

    [Theory]
    [InlineData("Communauté d'agglomération d'Hénin-Carvin", "246200299")]
    [InlineData("CA Hénin Carvin", "246200299")]
    [InlineData("Hénin-Carvin Agglomération", "246200299")]
    [InlineData("Métropole Européenne de Lille", "200093201")]
    [InlineData("Plaine Commune", "200057867")]
    public void An_intercommunal_body_is_found_by_the_forms_of_its_name(string name, string siren) =>
        Assert.Equal(siren, Assert.Single(Register.EpcisNamed(name)).Siren);

    [Fact]
    public void Every_intercommunal_body_is_found_by_its_own_name() =>
        Assert.All(Register.Epcis, epci => Assert.Contains(epci, Register.EpcisNamed(epci.Name)));

    [Theory]
    [InlineData("062", "Pas-de-Calais")]
    [InlineData("02A", "Corse-du-Sud")]
    [InlineData("974", "La Réunion")]
    public void A_department_is_found_by_the_code_of_a_stamp(string code, string name) => Assert.Equal(name, Register.DepartmentByCode(code)!.Name);

    [Fact]
    public void Folded_names_hold_no_mark_that_folding_does_not_know() =>
        Assert.All(Register.Epcis, epci => Assert.Matches("^[a-z0-9 ]+$", Folding.Fold(epci.Name)));
}
