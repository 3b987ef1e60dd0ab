using System.Collections.Immutable;
using System.Text.Json;
using Ingest.Evaluation;
using Ingest.Model.Documents;
using Ingest.Model.Findings;
using Ingest.Model.Values;
using Ingest.Tests.Emission;
using Xunit;

namespace Ingest.Tests.Evaluation;

public sealed class DocumentEvaluationTests
{
    private static readonly IngestedDocument Truth = SampleDocument.Full() with { Findings = [] };

    [Fact]
    public void A_perfect_reading_scores_one_in_every_field()
    {
        var report = Score(Truth);

        Assert.All(report.Fields(), field => Assert.Equal((1.0, 1.0, 1.0), (field.Precision, field.Recall, field.F1)));
        Assert.Equal(ScoredField.All.Except(["finding"]), report.Fields().Select(field => field.Field));
    }

    [Fact]
    public void Line_breaks_and_spaces_do_not_count_and_characters_do()
    {
        var action = Truth.Actions[0];

        Assert.Equal(1, Field(Score(With(action with { Description = " Des\njardins. " })), "action.description").F1);
        var changed = Field(Score(With(action with { Description = "Des jardins!" })), "action.description");
        Assert.Equal((0, 1), (changed.Matched, changed.Wrong));
        Assert.Equal(1 - (1.0 / 12), changed.Similarity!.Value, 6);
    }

    [Fact]
    public void A_missed_action_is_missed_with_all_its_values()
    {
        var report = Score(Truth with { Actions = [] });

        Assert.Equal((0, 1), (Field(report, "action").Matched, Field(report, "action").Missed));
        Assert.Equal(1, Field(report, "financer").Missed);
        Assert.Equal(0, Field(report, "action.title").F1);
    }

    [Fact]
    public void An_invented_action_is_invented_with_all_its_values()
    {
        var report = Score(Truth with { Actions = [.. Truth.Actions, Truth.Actions[0] with { Title = "Sous-total", TotalCost = new Euros(1m) }] });

        Assert.Equal((1, 1), (Field(report, "action").Matched, Field(report, "action").Invented));
        Assert.Equal(0.5, Field(report, "action.totalCost").Precision);
        Assert.Equal(1.0, Field(report, "action.totalCost").Recall);
    }

    [Fact]
    public void An_action_with_another_cost_keeps_its_partner_by_its_title()
    {
        var report = Score(With(Truth.Actions[0] with { TotalCost = new Euros(12m) }));

        Assert.Equal(1, Field(report, "action").Matched);
        Assert.Equal(1, Field(report, "action.totalCost").Wrong);
    }

    [Fact]
    public void An_amount_read_wrong_is_missed_and_invented_and_the_label_stays_right()
    {
        var action = Truth.Actions[0];
        var report = Score(With(action with { Financers = [action.Financers[0] with { Amount = new Euros(1m) }] }));

        Assert.Equal((0, 1, 1), (Field(report, "financer").Matched, Field(report, "financer").Missed, Field(report, "financer").Invented));
        Assert.Equal(1, Field(report, "financer.label").Matched);
        Assert.Equal(1, Field(report, "financer.isOwnFunds").Matched);
    }

    [Fact]
    public void Unknown_is_not_zero()
    {
        var action = Truth.Actions[0];
        var report = Score(With(action with { Financers = [action.Financers[0] with { Amount = new Euros(0m) }] }), With(action with
        {
            Financers = [action.Financers[0] with { Amount = null }],
        }));

        Assert.Equal(0, Field(report, "financer").Matched);
    }

    [Fact]
    public void A_total_of_another_amount_is_wrong_and_its_share_is_still_compared()
    {
        var report = Score(Truth with { Totals = [Truth.Totals[0] with { Amount = new Euros(1m), Share = 0.5m }] });

        Assert.Equal(1, Field(report, "total").Wrong);
        Assert.Equal(1, Field(report, "total.share").Wrong);
        Assert.Equal(1, Field(report, "total.reconciled").Matched);
    }

    [Theory]
    [InlineData("budget.action-sum", "/actions/0/totalCost", "Matched")]
    [InlineData("budget.action-sum", "/actions/1", "Wrong")]
    [InlineData("budget.action-sum", null, "Wrong")]
    [InlineData("budget.theme-sum", "/actions/0", "Missed")]
    public void A_planted_fault_is_found_by_its_code_and_its_place(string code, string? pointer, string outcome)
    {
        var finding = SampleDocument.Full().Findings[0] with { Code = code, Pointer = pointer };

        var report = Score(Truth, Truth with { Findings = [finding] }, new PlantedFault("budget.action-sum", "Nos jardins"));

        Assert.Equal(outcome, Assert.Single(Observations(report, "finding")).Outcome.ToString());
    }

    [Fact]
    public void An_error_on_a_document_without_faults_is_invented_and_a_warning_is_not()
    {
        var error = SampleDocument.Full().Findings[0];

        var report = Score(Truth with { Findings = [error, error with { Severity = Severity.Warning }] });

        Assert.Equal(Outcome.Invented, Assert.Single(Observations(report, "finding")).Outcome);
    }

    [Fact]
    public void Splits_and_formats_are_told_apart()
    {
        var set = new TruthSet { Entries = [Entry("a", Split.Tune, Truth, [], "a.pdf", "a.docx"), Entry("b", Split.Unseen, Truth, [], "b.pdf")] };

        var report = DocumentEvaluation.Run(path => path == "b.pdf" ? Truth with { Title = "x" } : Truth, set);

        Assert.Equal(1, Field(report, "title", Split.Tune).F1);
        Assert.Equal(0, Field(report, "title", Split.Unseen).F1);
        Assert.Equal(0.5, Field(report, "title", null, "pdf").F1);
        Assert.Equal(1, Field(report, "title", null, "docx").F1);
        Assert.Single(DocumentEvaluation.Run(_ => Truth, set, Split.Unseen).Units);
    }

    [Fact]
    public void Kinds_are_told_apart_by_the_truth_and_not_by_what_was_read()
    {
        var report = KindReport();

        Assert.Equal([DocumentKind.Programmation, DocumentKind.Convention], report.Kinds);
        Assert.Equal(1, report.Fields(Split.Tune, kind: DocumentKind.Programmation).Single(score => score.Field == "title").F1);
        Assert.Equal(0, report.Fields(Split.Tune, kind: DocumentKind.Convention).Single(score => score.Field == "title").F1);
        Assert.Equal(1, report.Fields(Split.Unseen, kind: DocumentKind.Convention).Single(score => score.Field == "title").F1);
        Assert.Empty(report.Fields(Split.Unseen, kind: DocumentKind.Programmation));
    }

    [Fact]
    public void The_report_has_a_table_by_kind_with_a_column_for_each_that_has_samples()
    {
        var text = ScoreReportText.ToMarkdown(KindReport());

        Assert.Contains("\n| F1 | tune programmation (1) | tune convention (2) | unseen convention (1) |\n| - | -: | -: | -: |\n", text, StringComparison.Ordinal);
        Assert.Contains("\n| title | 1.000 | 0.000 | 1.000 |\n", text, StringComparison.Ordinal);
        Assert.Contains("\n| F1 | tune docx (1) | tune pdf (2) | unseen pdf (1) |\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_report_for_programs_has_the_kinds_apart_from_the_formats()
    {
        using var stream = new MemoryStream();
        ScoreReportJson.Write(KindReport(), stream);
        using var json = JsonDocument.Parse(stream.ToArray());

        var root = json.RootElement;
        Assert.Equal(["programmation", "convention", "convention", "convention"], root.GetProperty("units").EnumerateArray().Select(unit => unit.GetProperty("kind").GetString()));
        Assert.All(root.GetProperty("scores").EnumerateArray(), score => Assert.False(score.TryGetProperty("kind", out _)));
        var titles = root.GetProperty("scoresByKind").EnumerateArray().Where(score => score.GetProperty("field").GetString() == "title");
        Assert.Equal(
            [("tune", "programmation", 1), ("tune", "convention", 0), ("unseen", "convention", 1)],
            titles.Select(score => (score.GetProperty("split").GetString(), score.GetProperty("kind").GetString(), score.GetProperty("matched").GetInt32())));
    }

    [Fact]
    public void Mistakes_on_the_unseen_split_are_shown_only_when_asked_for()
    {
        var set = new TruthSet { Entries = [Entry("a", Split.Tune, Truth, [], "a.pdf"), Entry("b", Split.Unseen, Truth, [], "b.pdf")] };
        var report = DocumentEvaluation.Run(path => Truth with { Title = path }, set);

        var shown = ScoreReportText.ToErrorList(report);
        Assert.Contains("- wrong title\n    - expected: Programmation 2024\n    - read: a.pdf\n", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("b.pdf", shown, StringComparison.Ordinal);
        Assert.Contains("1 unseen samples are not shown.", shown, StringComparison.Ordinal);
        Assert.Contains("read: b.pdf", ScoreReportText.ToErrorList(report, showUnseen: true), StringComparison.Ordinal);
    }

    [Fact]
    public void The_table_is_cut_and_not_rounded_so_that_only_perfect_looks_perfect()
    {
        var score = new ScoreReport
        {
            Units =
            [
                new UnitScore
                {
                    Slug = "a",
                    Format = "pdf",
                    Split = Split.Tune,
                    Kind = DocumentKind.Programmation,
                    Observations =
                    [
                        .. Enumerable.Range(0, 2999).Select(_ => new Observation { Field = "title", Outcome = Outcome.Matched, Expected = "x", Actual = "x" }),
                        new Observation { Field = "title", Outcome = Outcome.Missed, Expected = "x" },
                    ],
                },
            ],
        };

        Assert.Contains("| title | 3000 | 1.000 | 0.999 | 0.999 |\n", ScoreReportText.ToMarkdown(score), StringComparison.Ordinal);
    }

    [Fact]
    public void The_report_for_programs_has_every_score()
    {
        using var stream = new MemoryStream();
        ScoreReportJson.Write(Score(Truth with { Title = null }), stream);
        using var json = JsonDocument.Parse(stream.ToArray());

        var title = json.RootElement.GetProperty("scores").EnumerateArray()
            .First(score => score.GetProperty("field").GetString() == "title" && score.GetProperty("format").ValueKind == JsonValueKind.Null);
        Assert.Equal((1, 0), (title.GetProperty("missed").GetInt32(), title.GetProperty("f1").GetInt32()));
        Assert.Equal(JsonValueKind.Null, title.GetProperty("precision").ValueKind);
    }

    // A programmation read well, a convention read badly in two formats and taken for another thing, one of the other split read well.
    private static ScoreReport KindReport()
    {
        var convention = Truth with { Kind = DocumentKind.Convention };
        return DocumentEvaluation.Run(
            path => path.StartsWith('b') ? Truth with { Title = "x", Kind = DocumentKind.Programmation } : path == "c.pdf" ? convention : Programmation,
            new TruthSet
            {
                Entries =
                [
                    Entry("a", Split.Tune, Programmation, [], "a.pdf"),
                    Entry("b", Split.Tune, convention, [], "b.pdf", "b.docx"),
                    Entry("c", Split.Unseen, convention, [], "c.pdf"),
                ],
            });
    }

    private static IngestedDocument Programmation => Truth with { Kind = DocumentKind.Programmation };

    private static IngestedDocument With(FundedAction action) => Truth with { Actions = [action] };

    private static ScoreReport Score(params ImmutableArray<IngestedDocument> readings) => new()
    {
        Units = [.. readings.SelectMany(reading => Score(Truth, reading).Units)],
    };

    private static ScoreReport Score(IngestedDocument truth, IngestedDocument reading, params ImmutableArray<PlantedFault> faults) =>
        DocumentEvaluation.Run(_ => reading, new TruthSet { Entries = [Entry("a", Split.Tune, truth, faults, "a.pdf")] });

    private static TruthEntry Entry(
        string slug, Split split, IngestedDocument truth, ImmutableArray<PlantedFault> faults, params ImmutableArray<string> samples) => new()
        {
            Slug = slug,
            Split = split,
            Samples = samples,
            Expected = truth,
            Faults = faults,
        };

    private static FieldScore Field(ScoreReport report, string field, Split? split = null, string? format = null) =>
        report.Fields(split, format).Single(score => score.Field == field);

    private static IEnumerable<Observation> Observations(ScoreReport report, string field) =>
        report.Units.SelectMany(unit => unit.Observations).Where(observation => observation.Field == field);
}
