using System.Text;
using Ingest.Model.Documents;
using Ingest.Model.Findings;
using Ingest.Model.Provenance;
using Ingest.Model.Values;
using Ingest.Tests.Emission;
using Ingest.Tests.Running;
using Ingest.Validation.Calibration;
using Xunit;

namespace Ingest.Tests.Validation.Calibration;

public sealed class ConfidenceCalibrationTests
{
    // Each sort has an intercept of its own, so that the trust tells which curve was taken.
    private static readonly ConfidenceCalibration Calibration = new()
    {
        Pooled = ConfidenceCurve.Unchanged,
        Kinds = [.. Enum.GetValues<ValueKind>().Select(kind => new KindCalibration(kind, Curve(kind), 10, 9, 2))],
        Scans = [],
    };

    [Theory]
    [InlineData("/title", ValueKind.Title)]
    [InlineData("/period", ValueKind.Date)]
    [InlineData("/filing/sentOn", ValueKind.Date)]
    [InlineData("/territory/communes/0", ValueKind.Name)]
    [InlineData("/actions/0", ValueKind.Row)]
    [InlineData("/actions/0/title", ValueKind.Title)]
    [InlineData("/actions/0/description", ValueKind.Prose)]
    [InlineData("/actions/0/porteur", ValueKind.Name)]
    [InlineData("/actions/0/totalCost", ValueKind.Amount)]
    [InlineData("/actions/0/financers/1", ValueKind.Amount)]
    [InlineData("/actions/0/financers/1/amount", ValueKind.Amount)]
    [InlineData("/totals/0", ValueKind.Amount)]
    [InlineData("/enjeux/0", ValueKind.Title)]
    [InlineData("/enjeux/0/orientations/1/objectives/2", ValueKind.Title)]
    [InlineData("/enjeux/0/orientations/1/objectives/2/operationalObjectives/3", ValueKind.Prose)]
    [InlineData("/diagnosis/indicators/0", ValueKind.Figure)]
    [InlineData("/diagnosis/irritants/0", ValueKind.Prose)]
    [InlineData("/signatories/0", ValueKind.Name)]
    [InlineData("", ValueKind.Prose)]
    public void A_place_says_what_sort_of_value_it_is(string pointer, ValueKind kind) => Assert.Equal(kind, ValueKinds.Of(pointer));

    [Fact]
    public void Every_recognised_value_is_told_by_the_curve_of_its_sort_and_keeps_the_engine_s_trust()
    {
        var calibrated = Calibration.Apply(Recognised(SampleDocument.Full() with { Findings = [] }));

        var all = DocumentEvidence.All(calibrated);
        Assert.Equal(Encoding.UTF8.GetString(calibrated.ToJson()).Split("\"confidence\"").Length - 1, all.Length);
        Assert.All(all, item =>
        {
            Assert.Equal(0.9, item.Evidence.EngineConfidence);
            Assert.Equal(Curve(ValueKinds.Of(calibrated, item.Pointer)).Of(0.9), item.Evidence.Confidence);
        });
    }

    [Fact]
    public void What_was_read_from_characters_or_computed_stays_as_it_is()
    {
        var document = SampleDocument.Full();

        Assert.Equal(document.ToJson(), Calibration.Apply(document).ToJson());
        var computed = DocumentEvidence.Select(document, (_, evidence) => evidence with { Origin = Origin.Computed, Confidence = 0.9 });
        Assert.Equal(computed.ToJson(), Calibration.Apply(computed).ToJson());
    }

    [Fact]
    public void Trust_is_calibrated_once()
    {
        var once = Calibration.Apply(Recognised(SampleDocument.Full()));

        Assert.Equal(once.ToJson(), Calibration.Apply(once).ToJson());
    }

    [Fact]
    public void A_finding_of_an_earlier_room_tells_the_trust_of_what_it_points_at()
    {
        var document = SampleDocument.Full();
        var finding = BudgetFindings.AmbiguousAmount.At("/actions/0/totalCost", Ocr(document.Actions[0].Evidence), "1.250");

        Assert.Equal(Curve(ValueKind.Amount).Of(0.9), Calibration.Apply(document, finding).Evidence!.Confidence);
    }

    [Theory]
    [InlineData(2475.5, 2474.5, "/actions/0/financers/0", ValueKind.ConfirmedAmount)]
    [InlineData(2475.5, 2474.5, "/actions/0/totalCost", ValueKind.ConfirmedAmount)]
    [InlineData(2475.5, 2474.4, "/actions/0/financers/0", ValueKind.Amount)]
    [InlineData(2475.5, 2474.4, "/actions/0/totalCost", ValueKind.Amount)]
    public void A_plan_that_balances_confirms_its_amounts(double one, double other, string pointer, ValueKind kind)
    {
        var action = SampleDocument.Full().Actions[0];
        var document = SampleDocument.Full() with
        {
            Actions = [action with { Financers = [action.Financers[0] with { Amount = new Euros((decimal)one) }, action.Financers[0] with { Amount = new Euros((decimal)other) }] }],
        };

        Assert.Equal(kind, ValueKinds.Of(document, pointer));
    }

    [Fact]
    public void Money_that_is_in_no_plan_is_not_confirmed_by_it()
    {
        var action = SampleDocument.Full().Actions[0];
        var whole = action.Financers[0] with { Amount = action.TotalCost };
        var document = SampleDocument.Full() with { Actions = [action with { Financers = [whole, whole with { Status = FundingStatus.Paid }, whole with { Kind = "valorisation" }] }] };

        Assert.Equal(
            [ValueKind.ConfirmedAmount, ValueKind.Amount, ValueKind.Amount],
            Enumerable.Range(0, 3).Select(index => ValueKinds.Of(document, $"/actions/0/financers/{index}")));
    }

    [Theory]
    [InlineData(true, ValueKind.ConfirmedAmount)]
    [InlineData(false, ValueKind.Amount)]
    [InlineData(null, ValueKind.Amount)]
    public void A_total_that_its_parts_make_is_confirmed(bool? isReconciled, ValueKind kind)
    {
        var document = SampleDocument.Full() with { Totals = [SampleDocument.Full().Totals[0] with { Reconciled = isReconciled }] };

        Assert.Equal(kind, ValueKinds.Of(document, "/totals/0"));
    }

    [Fact]
    public void A_curve_rises_and_stays_between_none_and_all()
    {
        var curve = new ConfidenceCurve(0.5, 0.1);
        var shares = Enumerable.Range(0, 101).Select(percent => curve.Of(percent / 100.0)).ToList();

        Assert.Equal(shares.Order(), shares);
        Assert.All(shares, share => Assert.InRange(share, 0.05, 0.95));
        Assert.Equal(0.42, ConfidenceCurve.Unchanged.Of(0.42), 9);
    }

    private static ConfidenceCurve Curve(ValueKind kind) => new(1, -0.1 * (1 + (int)kind));

    private static Evidence Ocr(Evidence evidence) => evidence with { Origin = Origin.Ocr, Confidence = 0.9 };

    private static IngestedDocument Recognised(IngestedDocument document) => DocumentEvidence.Select(document, (_, evidence) => Ocr(evidence));
}
