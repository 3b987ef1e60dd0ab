using System.Text;
using Ingest.Decisions;
using Ingest.Export;
using Ingest.Export.Corrections;
using Ingest.Model.Documents;
using Ingest.Model.Findings;
using Ingest.Tests.Reading.Xlsx;
using Xunit;
using static Ingest.Tests.Export.ExportedCollection;

namespace Ingest.Tests.Export.Corrections;

public sealed class CorrectedWorkbookTests
{
    private static readonly IngestedDocument Plan = Programmation(Action("a1", "Jardins", "Ville", 4950m, Money("Ville", "commune", 2475m), Money("Mme Jeanne Durand", "autre", 2400m))) with
    {
        Totals = [Sum("Total", null, 15_470.50m, 4950m) with { Share = 0.5m }],
        Findings = [Doubt("budget.document-sum", "/totals/0"), Doubt("budget.share-mismatch", "/totals/0"), Doubt("identity.unknown-financer", "/actions/0/financers/1", Severity.Warning)],
    };

    [Fact]
    public void A_value_that_several_findings_doubt_is_put_right_in_any_of_its_rows()
    {
        var reading = Read([("/totals/0/amount", 4950m, null), ("/totals/0/amount", "4 950,00 €", null)], out var taken);

        Assert.Empty(reading.Refused);
        Assert.Equal(["/totals/0/amount 4950"], taken.Select(correction => $"{correction.Pointer} {correction.After.ToEnglish()}"));
    }

    [Fact]
    public void Two_rows_that_disagree_on_a_value_are_refused_with_the_other_cell()
    {
        var reading = Read([("/totals/0/amount", 4950m, null), ("/totals/0/amount", 4960m, null)], out _);

        var refused = Assert.Single(reading.Refused);
        Assert.Equal((RefusalReason.Conflict, 'J', 'J'), (refused.Reason, refused.Cell[0], refused.Detail[0]));
        Assert.NotEqual(refused.Cell, refused.Detail);
    }

    [Fact]
    public void A_name_that_the_export_left_out_can_be_put_right_and_the_mark_is_no_name()
    {
        var taken = Read([("/actions/0/financers/1/label", "Fondation Durand", null)], out var corrections);
        var mark = Read([("/actions/0/financers/1/label", "[nom retiré]", null)], out _);

        Assert.Empty(taken.Refused);
        // What was read is told in the file as it is, beside the documents that hold it too.
        Assert.Equal(("Mme Jeanne Durand", "Fondation Durand"), (corrections[0].Before.Text, corrections[0].After.Text));
        Assert.Equal(RefusalReason.PersonalData, Assert.Single(mark.Refused).Reason);
    }

    [Fact]
    public void Workbooks_that_no_export_has_written_are_told_apart()
    {
        ForeignWorkbook Problem(byte[] bytes) => Assert.Throws<ForeignWorkbookException>(() => CorrectedWorkbook.Read(bytes)).Problem;

        Assert.Equal(ForeignWorkbook.NoWorkbook, Problem(Encoding.UTF8.GetBytes("bonjour")));
        Assert.Equal(ForeignWorkbook.NoSheet, Problem(XlsxFile.Of(XlsxFile.Row(1, XlsxFile.T("A1", "x"))).ToBytes()));
        Assert.Equal(ForeignWorkbook.NoColumn, Problem(new XlsxFile(new XlsxSheet(XlsxFile.Row(1, XlsxFile.T("A1", "Correction"))) { Name = "À vérifier" }).ToBytes()));
    }

    private static WorkbookReading Read((string Pointer, object Value, string? Why)[] typed, out IReadOnlyList<Correction> taken)
    {
        using var collection = Of(("a.pdf", Plan));
        collection.Export(new ExportOptions { Formats = [ExportFormat.Xlsx] });
        TypedSheet.Type(collection["collection.xlsx"], typed);
        var intake = new CorrectionIntake(CorrectionLog.Empty, "Amina", DateTimeOffset.UnixEpoch);
        var reading = CorrectedWorkbook.Read(File.ReadAllBytes(collection["collection.xlsx"])).Take(_ => Plan, intake);
        taken = intake.Taken;
        return reading;
    }
}
