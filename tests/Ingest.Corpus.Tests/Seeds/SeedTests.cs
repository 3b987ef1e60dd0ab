using Ingest.Evaluation;
using Ingest.Model.Documents;
using Ingest.Model.Findings;
using Ingest.Model.Values;
using Xunit;

namespace Ingest.Corpus.Tests.Seeds;

/// <summary>
/// Real documents that may not be passed on with the repository: read from the folder named by INGEST_SHARED, else from
/// <c>../shared</c> beside the repository. What must come out stands here, names and figures only.
/// </summary>
public sealed class SeedTests
{
    private const string Programmation = "libercourt-programmation-2024";

    [Fact]
    public void The_programmation_gives_every_value_that_was_checked_by_hand()
    {
        var document = ReadOrSkip();
        var truth = TruthSet.ReadTruth(Path.Combine(SampleCorpus.Root, "tests", "Ingest.Corpus.Tests", "Seeds", Programmation + ".truth.yaml"));

        var report = DocumentEvaluation.Run(_ => document, new TruthSet { Entries = [truth with { Samples = [Programmation + ".txt"] }] });

        // The descriptions are the document's own sentences: they are not kept here.
        var wrong = report.Units[0].Observations.Where(seen => seen.Outcome != Outcome.Matched && seen.Field != "action.description");
        Assert.Equal([], wrong.Select(seen => $"{seen.Outcome} {seen.Field} of {seen.Place}: {seen.Expected} / {seen.Actual}"));
    }

    [Fact]
    public void The_programmation_adds_up()
    {
        var document = ReadOrSkip();

        Assert.Equal(10, document.Actions.Length);
        var lines = document.Actions.SelectMany(action => action.Financers).ToList();
        Assert.Equal((27, 10), (lines.Count, lines.Count(line => line.IsOwnFunds)));
        Assert.Equal(new Euros(171_731m), Euros.Sum(document.Actions.Select(action => action.TotalCost!.Value)));
        Assert.Equal(new Euros(114_046.50m), Euros.Sum(lines.Where(line => !line.IsOwnFunds).Select(line => line.Amount!.Value)));
        Assert.Equal(8, document.Totals.Count(total => total.Reconciled == true));
        Assert.DoesNotContain(document.Findings, finding => finding.Severity == Severity.Error);
        Assert.All(document.Actions, action => Assert.False(string.IsNullOrWhiteSpace(action.Description)));
    }

    private static IngestedDocument ReadOrSkip()
    {
        var shared = Environment.GetEnvironmentVariable("INGEST_SHARED") ?? Path.Combine(SampleCorpus.Root, "..", "shared");
        var path = Path.Combine(shared, "seeds", Programmation + ".txt");
        Assert.SkipUnless(File.Exists(path), $"The seed is not here: {path}. INGEST_SHARED names the folder that has it.");
        return SampleCorpus.ReadAfresh(path);
    }
}
