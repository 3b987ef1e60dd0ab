using Ingest.Decisions;
using Ingest.Export.Corrections;
using Ingest.Model.Documents;
using Ingest.Reading.Xlsx;
using Ingest.Tests.Emission;
using Xunit;

namespace Ingest.Tests.Export.Corrections;

public sealed class TypedValueTests
{
    [Theory]
    [InlineData("/actions/0/totalCost", "1250", 1250)]
    [InlineData("/actions/0/totalCost", "1250,5", 1250.5)]
    [InlineData("/actions/0/totalCost", "1250.50", 1250.5)]
    [InlineData("/actions/0/totalCost", "1 250,50 €", 1250.5)]
    [InlineData("/actions/0/totalCost", "1\u202F250,50\u00A0€", 1250.5)]
    [InlineData("/actions/0/totalCost", "1.250,50 €", 1250.5)]
    [InlineData("/actions/0/totalCost", "12 k€", 12000)]
    [InlineData("/actions/0/totalCost", "2024", 2024)]
    [InlineData("/actions/0/totalCost", "-500", -500)]
    [InlineData("/actions/0/totalCost", "0", 0)]
    [InlineData("/totals/0/share", "33 %", 0.33)]
    [InlineData("/totals/0/share", "33,5%", 0.335)]
    [InlineData("/totals/0/share", "33", 0.33)]
    [InlineData("/totals/0/share", "0,33", 0.33)]
    [InlineData("/totals/0/share", "1 %", 0.01)]
    [InlineData("/totals/0/share", "100 %", 1)]
    [InlineData("/diagnosis/indicators/0/value", "32,8", 32.8)]
    [InlineData("/diagnosis/indicators/0/value", "32,8 %", 32.8)]
    [InlineData("/diagnosis/indicators/0/value", "12 345", 12345)]
    [InlineData("/actions/0/year", " 2025 ", 2025)]
    public void Figures_are_read_in_the_french_manner(string pointer, string typed, double value) => Assert.Equal(CorrectionValue.Of((decimal)value), Text(pointer, typed).Value);

    [Theory]
    [InlineData("/title", "  Programmation\n 2025 ", "Programmation 2025")]
    [InlineData("/actions/0/description", "Un.\nDeux.", "Un.\nDeux.")]
    [InlineData("/actions/0/financers/0/status", "Accordé", "granted")]
    [InlineData("/actions/0/financers/0/status", "paid", "paid")]
    [InlineData("/actions/0/financers/0/kind", "Caisse des Dépôts", "caisse-des-depots")]
    [InlineData("/actions/0/decision", "refusé", "refused")]
    [InlineData("/kind", "mixte", "mixed")]
    [InlineData("/filing/actDate", "12/11/2023", "2023-11-12")]
    [InlineData("/filing/actDate", "12 novembre 2023", "2023-11-12")]
    public void Words_and_days_become_those_of_the_contract(string pointer, string typed, string value) => Assert.Equal(CorrectionValue.Of(value), Text(pointer, typed).Value);

    [Theory]
    [InlineData("2024-2030", 2024, 2030)]
    [InlineData("2024 – 2030", 2024, 2030)]
    [InlineData("2024 à 2030", 2024, 2030)]
    [InlineData("2024", 2024, 2024)]
    public void A_run_of_years_is_read(string typed, int start, int end) => Assert.Equal(CorrectionValue.Of(new Period(start, end)), Text("/period", typed).Value);

    [Theory]
    [InlineData("/actions/0/totalCost", "quarante", RefusalReason.Amount)]
    [InlineData("/actions/0/totalCost", "1.250", RefusalReason.Ambiguous)]
    [InlineData("/actions/0/totalCost", "1,250", RefusalReason.Ambiguous)]
    [InlineData("/actions/0/totalCost", "100 + 200", RefusalReason.Amount)]
    [InlineData("/actions/0/totalCost", "néant", RefusalReason.Amount)]
    [InlineData("/actions/0/totalCost", "99999999999999", RefusalReason.Amount)]
    [InlineData("/totals/0/share", "1", RefusalReason.Share)]
    [InlineData("/totals/0/share", "beaucoup", RefusalReason.Share)]
    [InlineData("/totals/0/share", "133 %", RefusalReason.Impossible)]
    [InlineData("/diagnosis/indicators/0/value", "1.250", RefusalReason.Ambiguous)]
    [InlineData("/diagnosis/indicators/0/value", "un tiers", RefusalReason.Number)]
    [InlineData("/actions/0/year", "25", RefusalReason.Year)]
    [InlineData("/actions/0/year", "9999", RefusalReason.Impossible)]
    [InlineData("/period", "de 2024", RefusalReason.Years)]
    [InlineData("/period", "2030-2024", RefusalReason.Impossible)]
    [InlineData("/filing/actDate", "31/02/2023", RefusalReason.Day)]
    [InlineData("/filing/actDate", "le 12/11/2023 au soir", RefusalReason.Day)]
    [InlineData("/actions/0/financers/0/status", "promis", RefusalReason.Word)]
    [InlineData("/actions/0/financers/0/label", "vide", RefusalReason.Empty)]
    [InlineData("/actions/0/financers/0/status", "vide", RefusalReason.Empty)]
    [InlineData("/actions/0/title", "Atelier de [nom retiré]", RefusalReason.PersonalData)]
    public void What_cannot_be_read_in_one_way_is_refused(string pointer, string typed, RefusalReason reason)
    {
        var value = Text(pointer, typed);

        Assert.Null(value.Value);
        Assert.Equal(reason, value.Problem);
    }

    [Fact]
    public void The_mark_of_nothing_empties_a_value()
    {
        foreach (var typed in (string[])["vide", "VIDE", " « vide » "])
            Assert.Equal(CorrectionValue.Nothing, Text("/actions/0/totalCost", typed).Value);
    }

    [Fact]
    public void Cells_that_hold_numbers_and_days_are_read_as_such()
    {
        Assert.Equal(CorrectionValue.Of(1250.5m), Read("/actions/0/totalCost", Cell(CellContent.Number, 1250.5m)).Value);
        Assert.Equal(RefusalReason.Amount, Read("/actions/0/totalCost", Cell(CellContent.Number, 1250.505m)).Problem);
        Assert.Equal(RefusalReason.Amount, Read("/actions/0/totalCost", Cell(CellContent.Percent, 0.5m)).Problem);
        Assert.Equal(RefusalReason.Amount, Read("/actions/0/totalCost", Day()).Problem);
        Assert.Equal(RefusalReason.Formula, Read("/actions/0/totalCost", new FilledCell(1, 9, CellContent.Error, "#REF!")).Problem);
        Assert.Equal(RefusalReason.Formula, Read("/actions/0/totalCost", new FilledCell(1, 9, CellContent.Uncomputed, "")).Problem);
        Assert.Equal(CorrectionValue.Of(0.335m), Read("/totals/0/share", Cell(CellContent.Percent, 0.335m)).Value);
        Assert.Equal(CorrectionValue.Of(32.8m), Read("/diagnosis/indicators/0/value", Cell(CellContent.Percent, 0.328m)).Value);
        Assert.Equal(CorrectionValue.Of(2025), Read("/actions/0/year", Cell(CellContent.Number, 2025)).Value);
        Assert.Equal(RefusalReason.Year, Read("/actions/0/year", Day()).Problem);
        Assert.Equal(CorrectionValue.Of("2023-11-12"), Read("/filing/actDate", Day()).Value);
        Assert.Equal(CorrectionValue.Of("12/11/2023"), Read("/actions/0/title", Day()).Value);
        Assert.Equal(CorrectionValue.Of("12,5"), Read("/actions/0/title", Cell(CellContent.Number, 12.5m)).Value);
    }

    private static TypedValue Text(string pointer, string typed) => Read(pointer, new FilledCell(1, 9, CellContent.Text, typed));

    private static TypedValue Read(string pointer, FilledCell cell) => TypedValueReader.Read(CorrectionTargets.Find(SampleDocument.Full(), pointer)!, cell);

    private static FilledCell Cell(CellContent content, decimal number) => new(1, 9, content, "") { Number = number };

    private static FilledCell Day() => new(1, 9, CellContent.Day, "45242") { Day = new DateOnly(2023, 11, 12) };
}
