using Ingest.Evaluation;
using Ingest.Model.Documents;
using Ingest.Tests.Emission;
using Xunit;

namespace Ingest.Tests.Evaluation;

/// <summary>What a truth leaves for its reader to say.</summary>
public sealed class OpenFieldTests : IDisposable
{
    private const string Sources = """
        - slug: exemple
          files: { source: sources/exemple.fodt, samples: [samples/exemple.pdf] }
          sha256: { samples/exemple.pdf: "00" }
          origin: "written for the project"
          licence: MIT
          split: tune
          written: 2026-11-23
          traits: []
        """;

    private const string Truth = """
        kind: convention
        title: "Convention 2024"
        open: [title, governance]
        governance:
          - { heading: "Comité de pilotage" }
        """;

    private static readonly IngestedDocument Right = SampleDocument.Full() with { Findings = [] };

    private readonly DirectoryInfo _corpus = Directory.CreateTempSubdirectory("ingest-open-");

    public void Dispose() => _corpus.Delete(recursive: true);

    [Fact]
    public void An_open_field_is_not_scored()
    {
        var fields = Score(Right, Right with { Title = "Autre" }, "title").Fields().Select(field => field.Field).ToList();

        Assert.DoesNotContain("title", fields);
        Assert.Contains("action.title", fields);
    }

    [Fact]
    public void A_truth_names_its_open_fields_and_parts_of_steering_without_text()
    {
        var entry = Assert.Single(Load(Truth).Entries);

        Assert.Equal(["title", "governance"], entry.Open);
        Assert.Equal(("Comité de pilotage", ""), (entry.Expected.Governance[0].Heading, entry.Expected.Governance[0].Text));
    }

    [Fact]
    public void An_open_field_that_nobody_scores_is_refused() =>
        Assert.Contains("« titel »", Assert.Throws<TruthFormatException>(() => Load(Truth.Replace("[title,", "[titel,", StringComparison.Ordinal))).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("", 1)]
    [InlineData("Il se réunit.", 0)]
    public void Parts_of_steering_without_text_are_compared_by_their_headings(string expected, int matched)
    {
        var report = Score(Right with { Governance = [Part(expected)] }, Right with { Governance = [Part("Il décide.")] });

        Assert.Equal(matched, report.Fields().Single(field => field.Field == "governance").Matched);
    }

    [Fact]
    public void An_area_is_the_same_whatever_its_capitals()
    {
        static IngestedDocument Compared(string area) =>
            Right with { Diagnosis = Right.Diagnosis with { Indicators = [Right.Diagnosis.Indicators[0] with { Reference = 12m, ReferenceArea = area }] } };

        Assert.Equal(1, Score(Compared("Commune"), Compared("commune")).Fields().Single(field => field.Field == "indicator.reference").Matched);
    }

    private static GovernanceItem Part(string text) => Right.Governance[0] with { Heading = "Comité de pilotage", Text = text };

    private static ScoreReport Score(IngestedDocument truth, IngestedDocument reading, params string[] open) => DocumentEvaluation.Run(
        _ => reading,
        new TruthSet { Entries = [new TruthEntry { Slug = "a", Split = Split.Tune, Samples = ["a.pdf"], Expected = truth, Faults = [], Open = [.. open] }] });

    private TruthSet Load(string truth)
    {
        File.WriteAllText(Path.Combine(_corpus.FullName, "SOURCES.yaml"), Sources);
        var folder = Directory.CreateDirectory(Path.Combine(_corpus.FullName, "truth", "exemple"));
        File.WriteAllText(Path.Combine(folder.FullName, "truth.yaml"), truth);
        return TruthSet.Load(_corpus.FullName);
    }
}
