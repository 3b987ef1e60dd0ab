using Ingest.Tests.Reading.Xlsx;
using Ingest.Tests.Running;
using Xunit;

namespace Ingest.Tests.Segmentation;

/// <summary>What short lines around tables say of all their rows.</summary>
public sealed class CaptionTests
{
    private const string Header = "Action | Porteur | Coût total | Ville | CAF\n";

    [Fact]
    public void Each_table_has_the_year_of_the_line_above_it()
    {
        var document = Processing.Of(
            "Contrat de ville\n\nProgrammation 2024\n\n" + Header + "Vélos | CCAS | 5 000 | 3 000 | 2 000\n\nProgrammation 2025\n\n" + Header + "Vélos | CCAS | 5 100 | 3 000 | 2 100");

        Assert.Equal([2024, 2025], document.Actions.Select(action => action.Year));
        Assert.All(document.Actions, action => Assert.Null(action.Theme));
        Assert.Equal((2024, 2025), (document.Period?.Start, document.Period?.End));
    }

    [Fact]
    public void Each_sheet_has_the_year_that_it_names()
    {
        static XlsxSheet Sheet(string title, string name, string year) => new(
            XlsxFile.Row(1, XlsxFile.T("A1", title))
            + XlsxFile.Row(3, XlsxFile.T("A3", "Action"), XlsxFile.T("B3", "Porteur"), XlsxFile.T("C3", "Coût total"), XlsxFile.T("D3", "Ville"), XlsxFile.T("E3", "CAF"))
            + XlsxFile.Row(4, XlsxFile.T("A4", "Vélos"), XlsxFile.T("B4", "CCAS"), XlsxFile.N("C4", year), XlsxFile.N("D4", "2000"), XlsxFile.N("E4", "3000"))
            + XlsxFile.Row(5, XlsxFile.T("A5", "Café"), XlsxFile.T("B5", "CCAS"), XlsxFile.N("C5", "4000"), XlsxFile.N("D5", "2000"), XlsxFile.N("E5", "2000")))
        { Name = name };

        var document = Processing.Of(new XlsxFile(
            Sheet("Programmation 2024 du contrat de ville", "2024", "5000"), Sheet("Programmation 2025 du contrat de ville", "2025", "5000")).ToBytes());

        Assert.Equal([2024, 2024, 2025, 2025], document.Actions.Select(action => action.Year));
        Assert.Equal((2024, 2025), (document.Period?.Start, document.Period?.End));
        Assert.DoesNotContain("structure.duplicate-action", document.Codes());
    }

    [Fact]
    public void One_year_for_all_tables_is_the_document_s()
    {
        var document = Processing.Of("Programmation 2024 du contrat de ville 2024-2030\n\n" + Header + "Vélos | CCAS | 5 000 | 3 000 | 2 000\n\nActions nouvelles\n\n" + Header + "Café | CCAS | 5 100 | 3 000 | 2 100");

        Assert.Equal([2024, 2024], document.Actions.Select(action => action.Year));
    }

    [Fact]
    public void A_year_that_actions_come_from_is_not_theirs()
    {
        var document = Processing.Of("Programmation 2025 du contrat de ville\n\nActions reconduites de 2024\n\n" + Header + "Vélos | CCAS | 5 000 | 3 000 | 2 000\n\nActions nouvelles en 2025\n\n" + Header + "Café | CCAS | 5 100 | 3 000 | 2 100");

        Assert.Equal([2025, 2025], document.Actions.Select(action => action.Year));
    }

    [Theory]
    [InlineData("(montants en k€)", 50_000)]
    [InlineData("Les montants sont exprimés en milliers d'euros", 50_000)]
    [InlineData("(montants en euros)", 50)]
    [InlineData("Une enveloppe de 30 k€ est réservée aux associations", 50)]
    public void A_unit_told_outside_the_headers_holds_for_amounts_that_can_be_nothing_else(string caption, int cost)
    {
        var document = Processing.Of("Programmation 2024 du contrat de ville\n\n" + caption + "\n\n" + Header + "Vélos | CCAS | 50 | 30 | 20\nCafé | CCAS | 70 | 30 | 40");

        Assert.Equal(cost, document.Actions[0].TotalCost?.Amount);
        Assert.Equal(cost == 50_000, document.Codes().Contains("budget.outside-unit"));
    }

    [Theory]
    [InlineData("50 € | 30 € | 20 €")]
    [InlineData("50 000 | 30 000 | 20 000")]
    public void Amounts_that_are_no_thousands_stay_as_written_and_are_doubted(string amounts)
    {
        var document = Processing.Of("Programmation 2024 du contrat de ville\n\n(montants en k€)\n\n" + Header + "Vélos | CCAS | " + amounts + "\nCafé | CCAS | 70 | 30 | 40");

        Assert.Equal(amounts.StartsWith("50 €", StringComparison.Ordinal) ? 50 : 50_000, document.Actions[0].TotalCost?.Amount);
        Assert.Contains("budget.ambiguous-amount", document.Codes());
    }

    [Fact]
    public void Amounts_of_two_thousand_euros_are_no_years()
    {
        var document = Processing.Of("Programmation 2024 du contrat de ville\n\n" + Header + "Vélos | CCAS | 5000 | 2000 | 3000\nCafé | CCAS | 4000 | 2000 | 2000\nJeux | Ligue | 3000 | 2000 | 1000");

        Assert.All(document.Actions, action => Assert.Equal(2024, action.Year));
        Assert.All(document.Actions, action => Assert.Equal(2000m, action.Financers[0].Amount?.Amount));
    }

    [Fact]
    public void Figures_that_look_like_years_under_an_unknown_header_are_left_aside()
    {
        var document = Processing.Of("Programmation 2024 du contrat de ville\n\nAction | Porteur | Coût total | Ville | Zinzolin\nVélos | CCAS | 5000 | 2500 | 2000\nCafé | CCAS | 4000 | 2500 | 2000");

        Assert.All(document.Actions, action => Assert.Equal(2024, action.Year));
        Assert.Contains(document.Unassigned, left => left.Text == "2000");
    }
}
