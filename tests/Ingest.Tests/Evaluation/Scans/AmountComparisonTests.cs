using System.Collections.Immutable;
using Ingest.Evaluation;
using Ingest.Evaluation.Scans;
using Ingest.Model.Documents;
using Ingest.Model.Findings;
using Ingest.Model.Provenance;
using Ingest.Model.Values;
using Ingest.Tests.Emission;
using Xunit;

namespace Ingest.Tests.Evaluation.Scans;

public sealed class AmountComparisonTests
{
    private static readonly OcrEvaluationOptions Options = new();

    [Fact]
    public void Amounts_that_are_read_as_printed_are_right()
    {
        var amounts = Compare(Document(), Document(), Document());

        Assert.Equal([AmountKind.TotalCost, AmountKind.Financer, AmountKind.Financer, AmountKind.Total], amounts.Select(amount => amount.Kind));
        Assert.All(amounts, amount => Assert.Equal((Outcome.Matched, false, false), (amount.Outcome, amount.IsWrong, amount.HasFinding)));
    }

    [Fact]
    public void A_misread_amount_is_wrong_and_the_others_are_not()
    {
        var wrong = Assert.Single(Compare(Document(), Document(), Document(state: 9200)), amount => amount.IsWrong);

        Assert.Equal((Outcome.Wrong, 5000m, 9200m), (wrong.Outcome, wrong.Expected!.Value, wrong.Read!.Value));
        Assert.Equal("/actions/0/financers/1/amount", wrong.Read.Pointer);
        Assert.False(wrong.HasFinding);
    }

    [Fact]
    public void An_amount_that_is_not_there_is_missed_and_not_wrong()
    {
        var missed = Assert.Single(Compare(Document(), Document(), Document(state: null)), amount => amount.Outcome == Outcome.Missed);

        Assert.Equal((false, false), (missed.IsWrong, missed.HasFinding));
    }

    [Fact]
    public void An_amount_where_none_is_expected_is_wrong()
    {
        var document = Document();
        var scan = document with { Totals = [document.Totals[0], document.Totals[0] with { Scope = TotalScope.Theme, Of = "Emploi", Label = "Reçu le", Amount = new Euros(16m) }] };

        var wrong = Assert.Single(Compare(document, document, scan), amount => amount.IsWrong);

        Assert.Equal((Outcome.Invented, 16m), (wrong.Outcome, wrong.Read!.Value));
    }

    [Fact]
    public void What_the_twin_itself_reads_otherwise_than_the_truth_is_no_fault_of_recognition()
    {
        var amounts = Compare(Document(), twin: Document(state: 9200), scan: Document(state: 9200));

        Assert.Contains(amounts, amount => amount.Outcome == Outcome.Wrong);
        Assert.DoesNotContain(amounts, amount => amount.IsWrong);
    }

    [Theory]
    [InlineData("/actions/0/financers/1/amount", true)]
    [InlineData("/actions/0/financers/1", true)]
    [InlineData("/actions/0", true)]
    [InlineData("/actions/0/financers/1/amount/text", true)]
    [InlineData("/actions/0/financers/10", false)]
    [InlineData("/actions/0/totalCost", false)]
    [InlineData("/actions", false)]
    [InlineData(null, false)]
    public void A_finding_points_at_an_amount_by_its_pointer_or_one_above_or_below_it(string? pointer, bool hasFinding)
    {
        var scan = Document(state: 9200) with { Findings = [Finding(Severity.Warning, pointer, null)] };

        Assert.Equal(hasFinding, Assert.Single(Compare(Document(), Document(), scan), amount => amount.IsWrong).HasFinding);
    }

    [Theory]
    [InlineData(Severity.Error, 1, 205, true)]
    [InlineData(Severity.Warning, 1, 205, true)]
    [InlineData(Severity.Info, 1, 205, false)]
    [InlineData(Severity.Warning, 2, 205, false)]
    [InlineData(Severity.Warning, 1, 260, false)]
    public void Or_by_its_place_if_it_is_a_warning_or_an_error(Severity severity, int page, double left, bool hasFinding)
    {
        var scan = Document(state: 9200) with { Findings = [Finding(severity, null, At(page, left))] };

        Assert.Equal(hasFinding, Assert.Single(Compare(Document(), Document(), scan), amount => amount.IsWrong).HasFinding);
    }

    [Theory]
    [InlineData(205, true)]
    [InlineData(45, false)] // its label in the header of the column
    [InlineData(260, false)]
    public void An_amount_is_covered_where_a_mark_touches_its_place_on_the_twin(double left, bool isCovered)
    {
        CoveredArea stamp = new(1, new Box(left, 100, left + 5, 110), "stamp");

        var amounts = AmountComparison.Compare(Document(), Document(), Document(state: null), [stamp], Options);

        Assert.Equal(isCovered, Assert.Single(amounts, amount => amount.Outcome == Outcome.Missed).IsCovered);
        Assert.Equal(isCovered ? 1 : 0, AmountComparison.OfTwin(Document(), Document(), [stamp], Options).Count(amount => amount.IsCovered));
    }

    [Fact]
    public void Values_of_indicators_are_paired_by_name_and_neighbourhood()
    {
        var truth = SampleDocument.Full() with { Actions = [], Totals = [] };
        var indicator = truth.Diagnosis.Indicators[0];

        var amount = Assert.Single(Compare(truth, truth, truth with { Diagnosis = new Diagnosis { Indicators = [indicator with { Value = 82.8m }] } }));

        Assert.Equal((AmountKind.Indicator, Outcome.Wrong, "/diagnosis/indicators/0/value"), (amount.Kind, amount.Outcome, amount.Read!.Pointer));
    }

    private static ImmutableArray<ComparedAmount> Compare(IngestedDocument truth, IngestedDocument twin, IngestedDocument scan) =>
        AmountComparison.Compare(truth, twin, scan, [], Options);

    private static IngestedDocument Document(decimal? state = 5000) => SampleDocument.Full() with
    {
        Actions =
        [
            new FundedAction
            {
                Id = "a1",
                Title = "Un pas vers l'emploi",
                TotalCost = new Euros(12600),
                Financers = [Payer("Ville", "commune", 7600, 100), Payer("ANCT", "etat", state, 200)],
                Evidence = At(1, 300),
            },
        ],
        Totals = [SampleDocument.Full().Totals[0] with { Evidence = At(1, 500) }],
        Diagnosis = new Diagnosis(),
        Findings = [],
    };

    private static Financer Payer(string label, string kind, decimal? amount, double left) => new()
    {
        Label = label,
        Kind = kind,
        Amount = amount is { } euros ? new Euros(euros) : null,
        Evidence = At(1, 40).Then(At(1, left)),
    };

    private static Evidence At(int page, double left) =>
        new() { Regions = [new EvidenceRegion { Page = page, Bbox = new Box(left, 100, left + 40, 110) }], Text = "x" };

    private static Finding Finding(Severity severity, string? pointer, Evidence? evidence) => new()
    {
        Code = "text.doubt",
        Severity = severity,
        Message = "Douteux.",
        MessageEn = "Doubtful.",
        Pointer = pointer,
        Evidence = evidence,
    };
}
