using Ingest.Decisions;
using Ingest.Model.Documents;
using Ingest.Model.Findings;
using Ingest.Model.Provenance;
using Ingest.Tests.Running;
using Xunit;
using static Ingest.Tests.Decisions.Correcting;

namespace Ingest.Tests.Decisions;

public sealed class CorrectionReplayTests
{
    [Fact]
    public void An_amount_put_right_balances_the_plan_and_says_who_gave_it()
    {
        var read = Of(Plan);
        Assert.Equal(["/actions/0"], read.Pointers("budget.action-sum"));

        var corrected = Of(Plan, To("/actions/0/financers/1/amount", Number(300), Number(400)));

        Assert.Empty(corrected.Pointers("budget.action-sum"));
        Assert.Equal(400m, corrected.Actions[0].Financers[1].Amount!.Value.Amount);
        var (before, after) = (read.Actions[0].Financers[1].Evidence, corrected.Actions[0].Financers[1].Evidence);
        Assert.Equal((Origin.Human, 1.0, before.Text), (after.Origin, after.Confidence, after.Text));
        Assert.Equal(before.Regions, after.Regions);
        // Sums see it too: the total that fitted no longer does.
        Assert.Equal((600m, true), (read.Totals[2].ComputedAmount!.Value.Amount, read.Totals[2].Reconciled!.Value));
        Assert.Equal((700m, false), (corrected.Totals[2].ComputedAmount!.Value.Amount, corrected.Totals[2].Reconciled!.Value));
        // All else is as it was read.
        Assert.Equal(read.Actions[0].Id, corrected.Actions[0].Id);
        Assert.Equal(Origin.Text, corrected.Actions[0].Evidence.Origin);
    }

    [Fact]
    public void What_is_put_back_leaves_the_bytes_that_were_read()
    {
        var read = Of(Plan);

        var undone = Of(
            Plan,
            To("/actions/0/financers/1/amount", Number(300), Number(400)),
            To("/actions/0/porteur", Text("CCAS"), Text("CAF")),
            To("/actions/0/financers/1/label", Text("Zinzolin"), Text("Région")),
            To("/actions/0/financers/1/label", Text("Région"), Text("Zinzolin")),
            To("/actions/0/porteur", Text("CAF"), Text("CCAS")),
            To("/actions/0/financers/1/amount", Number(400), Number(300)));

        Assert.Equal(read.ToJson(), undone.ToJson());
    }

    [Fact]
    public void The_last_of_several_counts_and_each_sees_the_one_before()
    {
        var corrected = Of(
            Plan,
            To("/actions/0/totalCost", Number(1000), Number(950)),
            To("/actions/0/totalCost", Number(950), Number(900)));

        Assert.Equal(900m, corrected.Actions[0].TotalCost!.Value.Amount);
        Assert.Empty(corrected.Codes().Intersect(["identity.correction-unfit", "budget.action-sum"]));
        Assert.Equal(Origin.Human, corrected.Actions[0].FieldEvidence["totalCost"].Origin);
    }

    [Theory]
    [InlineData("/actions/0/totalCost", 999, "action", "la valeur lue est « 1000 » et non « 999 »")]
    [InlineData("/actions/9/totalCost", 1000, "action", "n'a plus de valeur à cet endroit")]
    [InlineData("/actions/0/nonsense", 1000, "action", "n'a plus de valeur à cet endroit")]
    [InlineData("/actions/0/id", 1000, "action", "n'a plus de valeur à cet endroit")]
    [InlineData("/actions/0/totalCost", 1000, "action-of-another", "n'est plus ce qui a été corrigé")]
    [InlineData("/actions/0/totalCost", 1000, null, "n'est plus ce qui a été corrigé")]
    public void What_no_longer_fits_is_told_and_never_applied(string pointer, int before, string? anchor, string why)
    {
        var read = Of(Plan);
        var correction = To(pointer, Number(before), Number(900))(read);
        correction = correction with { Anchor = anchor == "action" ? read.Actions[0].Id : anchor };

        var document = With(Plan, [correction]);

        var finding = Assert.Single(document.Findings, finding => finding.Code == "identity.correction-unfit");
        Assert.Contains(why, finding.Message, StringComparison.Ordinal);
        Assert.Contains("« 900 », par Amina le 1970-01-01", finding.Message, StringComparison.Ordinal);
        Assert.Equal(Severity.Warning, finding.Severity);
        Assert.Equal(read.ToJson(), (document with { Findings = document.Findings.Remove(finding), Status = read.Status }).ToJson());
    }

    [Fact]
    public void A_value_that_cannot_be_there_is_not_applied()
    {
        var document = Of(Plan, To("/actions/0/totalCost", Number(1000), Text("mille")), To("/actions/0/financers/0/status", Text("planned"), Text("promised")), To("/period/start", Number(2025), Number(25)));

        Assert.Equal(3, document.Findings.Count(finding => finding.Code == "identity.correction-unfit"));
        Assert.Equal((1000m, FundingStatus.Planned, 2025), (document.Actions[0].TotalCost!.Value.Amount, document.Actions[0].Financers[0].Status, document.Period!.Start));
    }

    [Fact]
    public void Corrections_of_another_document_touch_nothing()
    {
        var correction = To("/actions/0/totalCost", Number(1000), Number(900))(Of(Plan)) with { Document = new string('f', 64) };

        Assert.Equal(Of(Plan).ToJson(), With(Plan, [correction]).ToJson());
    }

    [Fact]
    public void A_label_put_right_names_another_payer()
    {
        var read = Of(Plan);
        Assert.Equal(["/actions/0/financers/1"], read.Pointers("identity.unknown-financer"));

        var corrected = Of(
            Plan,
            To("/actions/0/financers/1/label", Text("Zinzolin"), Text("Région")),
            To("/actions/1/financers/1/label", Text("Zinzolin"), Text("Région")),
            To("/actions/2/financers/1/label", Text("Zinzolin"), Text("CCAS")),
            To("/totals/2/label", Text(read.Totals[2].Label), Text("Région")));

        Assert.Empty(corrected.Pointers("identity.unknown-financer"));
        Assert.Equal(("Région", "region"), (corrected.Actions[0].Financers[1].Label, corrected.Actions[0].Financers[1].Kind));
        Assert.Equal(("region", 500m), (corrected.Totals[2].Kind, corrected.Totals[2].ComputedAmount!.Value.Amount));
        // The porteur's own money, once its name stands there.
        Assert.True(corrected.Actions[2].Financers[1].IsOwnFunds);
        Assert.False(read.Actions[2].Financers[1].IsOwnFunds);
    }

    [Fact]
    public void A_kind_that_a_person_gave_stays_when_the_label_changes()
    {
        var kind = To("/actions/0/financers/1/kind", Text("autre"), Text("fondation"));
        var label = To("/actions/0/financers/1/label", Text("Zinzolin"), Text("Région"));

        var corrected = Of(Plan, kind, label);

        Assert.Equal(("Région", "fondation"), (corrected.Actions[0].Financers[1].Label, corrected.Actions[0].Financers[1].Kind));
        Assert.DoesNotContain("/actions/0/financers/1", Of(Plan, kind).Pointers("identity.unknown-financer"));
    }

    [Fact]
    public void A_porteur_that_was_not_read_can_be_given_and_taken_away()
    {
        const string sketch = "Programmation 2025\n\nAction | Porteur | Coût total | Ville\nVélos | CCAS | 100 € | 100 €\nCafé | | 200 € | 200 €";
        Assert.Equal(["/actions/1"], Of(sketch).Pointers("structure.missing-porteur"));

        var given = Of(sketch, To("/actions/1/porteur", CorrectionValue.Nothing, Text("Ville")), To("/actions/0/porteur", Text("CCAS"), CorrectionValue.Nothing));

        Assert.Equal(("Ville", "commune"), (given.Actions[1].Porteur!.Label, given.Actions[1].Porteur!.Kind));
        Assert.True(given.Actions[1].Financers[0].IsOwnFunds);
        Assert.Equal(Origin.Human, given.Actions[1].FieldEvidence["porteur"].Origin);
        Assert.Null(given.Actions[0].Porteur);
    }

    [Fact]
    public void A_doubt_that_a_person_settled_is_gone()
    {
        const string sketch = "Programmation 2025\n\nAction | Porteur | Coût total | Ville | CAF\nVélos | CCAS | 1 000 € | 600 € | 400 €\nCafé | CCAS | 2.500 € | 1 500 € (dont 300 € en nature) | 1 000 €";
        var doubts = Of(sketch).Pointers("budget.ambiguous-amount").ToList();
        Assert.Contains("/actions/1/financers/0", doubts);

        var settled = Of(sketch, To("/actions/1/financers/0/amount", Number(1500), Number(1200)), To("/actions/1/financers/0/amount", Number(1200), Number(1499.5m)));

        Assert.Equal(doubts.Where(pointer => pointer != "/actions/1/financers/0"), settled.Pointers("budget.ambiguous-amount"));
    }

    [Fact]
    public void Years_that_no_text_gives_can_be_given()
    {
        var sketch = Plan[(Plan.IndexOf('\n', StringComparison.Ordinal) + 1)..];
        Assert.Contains("structure.missing-period", Of(sketch).Codes());

        var given = Of(sketch, To("/period", CorrectionValue.Nothing, CorrectionValue.Of(new Period(2024, 2026))), To("/period/end", Number(2026), Number(2027)));

        Assert.Equal(new Period(2024, 2027), given.Period);
        Assert.DoesNotContain("structure.missing-period", given.Codes());
        Assert.Equal(Origin.Human, given.FieldEvidence["period"].Origin);
    }

    [Fact]
    public void A_commune_named_anew_has_its_own_codes_or_none()
    {
        const string sketch = "Ville de Lens\n\nProgrammation 2024 du contrat de ville de la ville de Lens";
        Assert.Equal("62498", Of(sketch).Territory.Communes[0].Insee);

        var known = Of(sketch, To("/territory/communes/0/name", Text("Lens"), Text("Liévin"))).Territory.Communes[0];
        var unknown = Of(sketch, To("/territory/communes/0/name", Text("Lens"), Text("Zinzolinville"))).Territory.Communes[0];

        Assert.Equal(("Liévin", "62510"), (known.Name, known.Insee));
        Assert.Equal(new Commune("Zinzolinville", null, null), unknown);
    }

    [Fact]
    public void A_strategy_is_put_right_level_by_level()
    {
        const string sketch = """
            Convention communale du contrat de ville 2024-2030

            Stratégie

            Enjeu | Orientation | Objectif | Objectifs opérationnels
            Enjeu 1 : HABITER | Orientation 1.1 : Rénover | Objectif 1.1.1 : Isoler les logements | - Financer des travaux.
            """;
        var read = Of(sketch).Enjeux[0];
        var text = read.Orientations[0].Objectives[0].OperationalObjectives[0].Text;

        var enjeu = Of(
            sketch,
            To("/enjeux/0/title", Text(read.Title), Text("Habiter mieux")),
            To("/enjeux/0/orientations/0/title", Text(read.Orientations[0].Title), Text("Rénover tout")),
            To("/enjeux/0/orientations/0/objectives/0/title", Text(read.Orientations[0].Objectives[0].Title), Text("Isoler")),
            To("/enjeux/0/orientations/0/objectives/0/operationalObjectives/0/text", Text(text), Text("Financer deux chantiers"))).Enjeux[0];

        Assert.Equal("Habiter mieux > Rénover tout > Isoler > Financer deux chantiers", $"{enjeu.Title} > {enjeu.Orientations[0].Title} > {enjeu.Orientations[0].Objectives[0].Title} > {enjeu.Orientations[0].Objectives[0].OperationalObjectives[0].Text}");
        Assert.All(
            [enjeu.Evidence, enjeu.Orientations[0].Evidence, enjeu.Orientations[0].Objectives[0].Evidence, enjeu.Orientations[0].Objectives[0].OperationalObjectives[0].Evidence],
            evidence => Assert.Equal(Origin.Human, evidence.Origin));
        Assert.Equal(read.Id, enjeu.Id);
    }
}
