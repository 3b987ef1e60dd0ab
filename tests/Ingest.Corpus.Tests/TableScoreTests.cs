using Ingest.Evaluation.Tables.Whole;
using Ingest.Reading.Pdf;
using Ingest.Tables;
using Xunit;

namespace Ingest.Corpus.Tests;

/// <summary>The tables of <c>corpus/tables</c>: whoever reads more of them exactly raises the floor, whoever must lower it says why.</summary>
public sealed class TableScoreTests
{
    private static readonly Lazy<TableCorpusReport> Report = new(() =>
    {
        var folder = Path.Combine(SampleCorpus.Root, "corpus", "tables");
        return new TableCorpusReport
        {
            Scores =
            [
                .. TableCorpus.Load(folder).Select(document => WholeTableComparison.Compare(
                    document, WholeTable.AllOf(ContentBuilder.Build([.. new PdfReader().Read(File.ReadAllBytes(Path.Combine(folder, document.File)))])))),
            ],
        };
    });

    [Theory]
    [InlineData("tune", 0.90, 0.96, 7)]
    [InlineData("unseen", 0.70, 0.81, 1)]
    public void As_many_tables_are_read_exactly_as_before(string split, double exact, double rowsExact, int mostFalse)
    {
        var summary = Report.Value.Splits.Single(summary => summary.Name == split);

        Assert.True(summary.ExactShare >= exact, $"exact: {summary.Exact} of {summary.Tables}");
        Assert.True(summary.RowsExact >= rowsExact * summary.MultiPage, $"rows exact: {summary.RowsExact} of {summary.MultiPage}");
        Assert.True(summary.FalseTables <= mostFalse, $"false tables: {summary.FalseTables}");
    }
}
