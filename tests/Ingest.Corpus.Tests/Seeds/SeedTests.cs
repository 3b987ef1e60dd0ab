using System.Collections.Immutable;
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

    private const string Convention = "haisnes-convention-2024-2030";

    // What recognition made of lines and pictures.
    private static readonly ImmutableArray<string> Noise = ["On Andrews", "Mary to the", "lash tagamam fisango", "Digital Registrate assistant"];

    private static readonly ImmutableHashSet<string> Sentences =
        ["operationalObjective", "operationalObjective.quartiers", "irritant", "opportunite", "priorite", "governance", "finding"];

    [Fact]
    public void The_programmation_gives_every_value_that_was_checked_by_hand()
    {
        var document = ReadOrSkip(Programmation);
        // The descriptions are the document's own sentences: they are not kept here.
        var wrong = Observe(document, Programmation).Where(seen => seen.Outcome != Outcome.Matched && seen.Field != "action.description");
        Assert.Equal([], wrong.Select(seen => $"{seen.Outcome} {seen.Field} of {seen.Place}: {seen.Expected} / {seen.Actual}"));
    }

    [Fact]
    public void The_programmation_adds_up()
    {
        var document = ReadOrSkip(Programmation);

        Assert.Equal(10, document.Actions.Length);
        var lines = document.Actions.SelectMany(action => action.Financers).ToList();
        Assert.Equal((27, 10), (lines.Count, lines.Count(line => line.IsOwnFunds)));
        Assert.Equal(new Euros(171_731m), Euros.Sum(document.Actions.Select(action => action.TotalCost!.Value)));
        Assert.Equal(new Euros(114_046.50m), Euros.Sum(lines.Where(line => !line.IsOwnFunds).Select(line => line.Amount!.Value)));
        Assert.Equal(8, document.Totals.Count(total => total.Reconciled == true));
        Assert.DoesNotContain(document.Findings, finding => finding.Severity == Severity.Error);
        Assert.All(document.Actions, action => Assert.False(string.IsNullOrWhiteSpace(action.Description)));
    }

    [Fact]
    public void The_convention_gives_every_label_and_figure_that_was_checked_by_hand()
    {
        var document = ReadOrSkip(Convention);

        // Its sentences are not kept here: the texts of objectives and of the diagnosis are counted below.
        var wrong = Observe(document, Convention).Where(seen => seen.Outcome != Outcome.Matched && !Sentences.Contains(seen.Field));
        Assert.Equal([], wrong.Select(seen => $"{seen.Outcome} {seen.Field} of {seen.Place}: {seen.Expected} / {seen.Actual}"));
    }

    [Fact]
    public void The_convention_is_whole()
    {
        var document = ReadOrSkip(Convention);

        Assert.Equal(DocumentKind.Convention, document.Kind);
        var objectives = document.Enjeux.SelectMany(enjeu => enjeu.Orientations).SelectMany(orientation => orientation.Objectives).ToList();
        Assert.Equal((3, 10, 34), (document.Enjeux.Length, document.Enjeux.Sum(enjeu => enjeu.Orientations.Length), objectives.Count));
        Assert.Equal((14, 19, 6), (document.Diagnosis.Irritants.Length, document.Diagnosis.Opportunites.Length, document.Diagnosis.Priorites.Length));
        Assert.Equal(3, document.Governance.Length);
        Assert.Empty(document.Signatories);
        Assert.Empty(document.Actions);
        // The two objectives whose cell the scan lost say so.
        Assert.Equal(objectives.Count(objective => objective.OperationalObjectives.IsEmpty), document.Findings.Count(finding => finding.Code == "structure.empty-objective"));
    }

    [Fact]
    public void What_the_scan_spoilt_is_told_and_stands_in_no_objective()
    {
        var document = ReadOrSkip(Convention);

        Assert.Contains("identity.quartier-several-epci", document.Findings.Select(finding => finding.Code));
        var gibberish = document.Unassigned.Where(left => left.Reason == "gibberish").Select(left => left.Text).ToList();
        Assert.Empty(Noise.Except(gibberish));
        var kept = Observe(document, Convention).Select(seen => seen.Actual ?? "").ToList();
        Assert.NotEmpty(kept);
        Assert.DoesNotContain(kept, text => gibberish.Exists(noise => text.Contains(noise, StringComparison.Ordinal)));
        Assert.Equal(gibberish.Count, document.Findings.Count(finding => finding.Code == "text.gibberish"));
        Assert.Equal(2, document.Findings.Count(finding => finding.Code == "text.sawn-cell"));
        Assert.Contains("structure.shifted-row", document.Findings.Select(finding => finding.Code));
    }

    private static ImmutableArray<Observation> Observe(IngestedDocument document, string seed)
    {
        var truth = TruthSet.ReadTruth(Path.Combine(SampleCorpus.Root, "tests", "Ingest.Corpus.Tests", "Seeds", seed + ".truth.yaml"));
        return DocumentEvaluation.Run(_ => document, new TruthSet { Entries = [truth with { Samples = [seed + ".txt"] }] }).Units[0].Observations;
    }

    private static IngestedDocument ReadOrSkip(string seed)
    {
        var shared = Environment.GetEnvironmentVariable("INGEST_SHARED") ?? Path.Combine(SampleCorpus.Root, "..", "shared");
        var path = Path.Combine(shared, "seeds", seed + ".txt");
        Assert.SkipUnless(File.Exists(path), $"The seed is not here: {path}. INGEST_SHARED names the folder that has it.");
        return SampleCorpus.ReadAfresh(path);
    }
}
