using System.Collections.Immutable;
using Ingest.Decisions;
using Ingest.Model.Documents;
using Ingest.Model.Values;
using Ingest.Tests.Emission;
using Xunit;
using static Ingest.Tests.Decisions.Correcting;

namespace Ingest.Tests.Decisions;

/// <summary>What becomes of a value that a person proposes, before and after a run has shown what was proposed earlier.</summary>
public sealed class CorrectionIntakeTests
{
    private const string Cost = "/actions/0/totalCost";

    private static readonly IngestedDocument Read = SampleDocument.Full();

    [Fact]
    public void A_new_value_is_a_correction_of_what_is_there()
    {
        var intake = Intake([]);

        var answer = Take(intake, Read, seen: 4950, proposed: 5000);

        Assert.Equal(IntakeOutcome.Taken, answer.Outcome);
        Assert.Equal(("a1", Cost, Read.Source.Sha256, "Amina", DateTimeOffset.UnixEpoch), (answer.Correction!.Anchor, answer.Correction.Pointer, answer.Correction.Document, answer.Correction.Who, answer.Correction.When));
        Assert.Equal((Number(4950), Number(5000)), (answer.Correction.Before, answer.Correction.After));
        Assert.Equal([answer.Correction], intake.Taken);
    }

    [Fact]
    public void What_is_so_already_is_no_correction()
    {
        Assert.Equal(IntakeOutcome.Already, Take(Intake([]), Read, 4950, 4950).Outcome);
        var recorded = Recorded((4950, 5000));

        // Before a run, and after it.
        Assert.Equal(IntakeOutcome.Already, Take(Intake(recorded), Read, 4950, 5000).Outcome);
        Assert.Equal(IntakeOutcome.Already, Take(Intake(recorded), After(5000), 4950, 5000).Outcome);
        // A workbook of before, once its correction was corrected.
        Assert.Equal(IntakeOutcome.Already, Take(Intake(Recorded((4950, 5000), (5000, 5100))), After(5100), 4950, 5000).Outcome);
    }

    [Fact]
    public void Who_changes_their_mind_before_a_run_goes_on_from_what_is_recorded()
    {
        var answer = Take(Intake(Recorded((4950, 5000))), Read, 4950, 5100);

        Assert.Equal((IntakeOutcome.Taken, Number(5000), Number(5100)), (answer.Outcome, answer.Correction!.Before, answer.Correction.After));
    }

    [Fact]
    public void What_somebody_else_changed_meanwhile_is_not_overwritten()
    {
        var answer = Take(Intake(Recorded((4950, 5000))), After(5000), 4950, 5100);

        Assert.Equal((IntakeOutcome.Changed, Number(5000)), (answer.Outcome, answer.Present));
    }

    [Theory]
    [InlineData(4950)] // taken back and run
    [InlineData(5000)] // taken back and not run yet
    public void After_a_way_there_and_back_the_first_value_is_there(int shown)
    {
        var answer = Take(Intake(Recorded((4950, 5000), (5000, 4950))), After(shown), shown, 5200);

        Assert.Equal((IntakeOutcome.Taken, Number(4950)), (answer.Outcome, answer.Correction!.Before));
    }

    [Fact]
    public void A_correction_is_taken_back_by_its_opposite_once()
    {
        var recorded = Recorded((4950, 5000));
        var target = CorrectionTargets.Find(Read, Cost)!;
        var intake = Intake(recorded);

        var back = intake.TakeBack(Read, target, recorded[0], null);

        Assert.Equal((Number(5000), Number(4950)), (back.Correction!.Before, back.Correction.After));
        Assert.Equal(IntakeOutcome.Already, intake.TakeBack(Read, target, recorded[0], null).Outcome);
        Assert.Equal(IntakeOutcome.Changed, Intake(Recorded((4950, 5000), (5000, 5100))).TakeBack(Read, target, recorded[0], null).Outcome);
    }

    [Fact]
    public void A_reason_that_is_no_well_formed_text_can_be_written()
    {
        var correction = Intake([]).Take(Read, CorrectionTargets.Find(Read, Cost)!, null, Number(5000), "la\uD800 raison").Correction!;

        Assert.Equal("la\uFFFD raison", correction.Why);
        Assert.Equal(correction, CorrectionLine.Read(CorrectionLine.Write(correction)));
    }

    [Fact]
    public void Ids_are_one_in_the_file_and_the_same_each_time()
    {
        var first = Take(Intake([]), Read, 4950, 5000).Correction!;
        var twice = Take(Intake([]), Read, 4950, 5000).Correction!;
        var back = first with { Id = "x", Before = first.After, After = first.Before };

        var again = Take(Intake([first, back]), Read, 4950, 5000).Correction!;

        Assert.Equal(first.Id, twice.Id);
        Assert.NotEqual(first.Id, again.Id);
    }

    private static CorrectionIntake Intake(ImmutableArray<Correction> recorded) => new(new CorrectionLog(recorded, []), "Amina", DateTimeOffset.UnixEpoch);

    private static IntakeAnswer Take(CorrectionIntake intake, IngestedDocument document, decimal seen, decimal proposed) =>
        intake.Take(document, CorrectionTargets.Find(document, Cost)!, Number(seen), Number(proposed), null);

    private static ImmutableArray<Correction> Recorded(params (decimal Before, decimal After)[] steps) => [.. steps.Select(step => To(Cost, Number(step.Before), Number(step.After))(Read))];

    private static IngestedDocument After(decimal cost) => Read with { Actions = [Read.Actions[0] with { TotalCost = new Euros(cost) }] };
}
