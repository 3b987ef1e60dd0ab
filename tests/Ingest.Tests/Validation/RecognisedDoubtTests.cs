using System.Collections.Immutable;
using Ingest.Model.Documents;
using Ingest.Model.Findings;
using Ingest.Model.Provenance;
using Ingest.Model.Values;
using Ingest.Normalization;
using Ingest.Segmentation;
using Ingest.Tests.Emission;
using Ingest.Validation;
using Xunit;

namespace Ingest.Tests.Validation;

/// <summary>What is told beside figures that do not fit, where some were recognised on an image.</summary>
public sealed class RecognisedDoubtTests
{
    [Fact]
    public void Figures_read_from_characters_leave_no_doubt_about_the_reading() =>
        Assert.All(Check(Origin.Text), finding => Assert.DoesNotContain("image", finding.Message, StringComparison.Ordinal));

    [Theory]
    [InlineData("budget.action-sum")]
    [InlineData("budget.share-mismatch")]
    [InlineData("budget.document-sum")]
    [InlineData("budget.shares-total")]
    [InlineData("budget.negative-amount")]
    public void Every_accusation_by_recognised_figures_says_so_in_both_languages_and_stays_as_grave(string code)
    {
        var (text, ocr) = (Check(Origin.Text).First(finding => finding.Code == code), Check(Origin.Ocr).First(finding => finding.Code == code));

        Assert.Contains("reconnu sur une image", ocr.Message, StringComparison.Ordinal);
        Assert.Contains("recognised on an image", ocr.MessageEn, StringComparison.Ordinal);
        Assert.StartsWith(text.Message, ocr.Message, StringComparison.Ordinal);
        Assert.Equal((text.Severity, text.Pointer), (ocr.Severity, ocr.Pointer));
    }

    [Fact]
    public void The_figure_that_is_trusted_least_is_named_first_with_its_page()
    {
        var finding = ActionSum(Figure("Région 600 €", 0.9), Figure("CAF 300 €", 0.62));

        Assert.Contains("regardez d'abord « CAF 300 € » (confiance de 62 %, page 3)", finding.Message, StringComparison.Ordinal);
        Assert.Contains("look first at “CAF 300 €” (trust 62%, page 3)", finding.MessageEn, StringComparison.Ordinal);
    }

    [Fact]
    public void A_figure_that_was_read_in_two_ways_comes_before_it()
    {
        var finding = ActionSum(Figure("Région 600 €", 0.9) with { SecondReading = "800" }, Figure("CAF 300 €", 0.62));

        Assert.Contains("regardez d'abord « Région 600 € » (lu aussi « 800 », page 3)", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_cost_without_evidence_of_its_own_stands_in_its_row()
    {
        var action = Action(1000, (Figure("Région 600 €", 1) with { Origin = Origin.Text }, 600)) with { FieldEvidence = SampleDocument.Fields(), Evidence = Figure("la ligne", 0.5) };

        var finding = Assert.Single(Run(SampleDocument.Full() with { Actions = [action], Totals = [] }), finding => finding.Code == "budget.partial-plan");

        Assert.Contains("« la ligne »", finding.Message, StringComparison.Ordinal);
    }

    private static Finding ActionSum(Evidence one, Evidence other) => Assert.Single(
        Run(SampleDocument.Full() with { Actions = [Action(1000, (one, 600), (other, 300)), Action(900, (one, 600), (other, 300))], Totals = [] }),
        finding => finding.Code == "budget.action-sum");

    // A document in which every check of figures fails.
    private static ImmutableArray<Finding> Check(Origin origin)
    {
        var figure = Figure("1 000 €", 0.7) with { Origin = origin };
        var whole = new Total { Scope = TotalScope.Document, Label = "Total", Amount = new Euros(900), Share = 1, Evidence = figure };
        var action = Action(1000, (figure, 600), (figure, 300), (figure, -200));
        return Run(SampleDocument.Full() with
        {
            Actions = [action with { Financers = action.Financers.SetItem(0, action.Financers[0] with { Share = 0.4m }) }, Action(900, (figure, 600), (figure, 300))],
            Totals = [whole, Line("region", 600, 0.5m, figure), Line("caf", 300, 0.4m, figure)],
        });
    }

    private static Total Line(string kind, decimal amount, decimal share, Evidence evidence) =>
        new() { Scope = TotalScope.Document, Label = kind, Kind = kind, Amount = new Euros(amount), Share = share, Evidence = evidence };

    private static FundedAction Action(decimal cost, params (Evidence Evidence, decimal Amount)[] financers)
    {
        var action = SampleDocument.Full().Actions[0];
        return action with
        {
            TotalCost = new Euros(cost),
            Financers = [.. financers.Select(item => action.Financers[0] with { Status = FundingStatus.Planned, Evidence = item.Evidence, Amount = new Euros(item.Amount) })],
            FieldEvidence = SampleDocument.Fields(("totalCost", financers[0].Evidence with { Text = "le coût", Confidence = 0.99, SecondReading = null })),
        };
    }

    private static Evidence Figure(string text, double confidence) => SampleDocument.At(3, text) with { Origin = Origin.Ocr, Confidence = confidence };

    private static ImmutableArray<Finding> Run(IngestedDocument document)
    {
        var payer = new PayerIdentity { Label = "Région", Kind = "region", Key = "region", Id = "region", IsKnown = true };
        var pointers = document.Actions.SelectMany((action, i) => action.Financers.Select((_, j) => $"/actions/{i}/financers/{j}")).Concat(document.Totals.Select((_, i) => $"/totals/{i}"));
        var normalized = new NormalizedDocument
        {
            Document = document with { Findings = [] },
            Rounding = ImmutableDictionary<string, decimal>.Empty,
            Sums = [.. document.Totals.Select(_ => new SummedParts(TotalBasis.Either, null))],
            Identities = pointers.ToImmutableDictionary(pointer => pointer, _ => payer),
        };
        return new DocumentValidator(new Tolerance(), null, finding => finding).Validate(normalized, [], isRead: true).Findings;
    }
}
