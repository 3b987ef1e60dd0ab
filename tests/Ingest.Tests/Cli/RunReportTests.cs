using System.Collections.Immutable;
using System.Globalization;
using Ingest.Cli.Input;
using Ingest.Cli.Output;
using Ingest.Cli.Text;
using Ingest.Model.Documents;
using Ingest.Model.Values;
using Ingest.Tests.Emission;
using Xunit;

namespace Ingest.Tests.Cli;

public sealed class RunReportTests
{
    private static readonly Messages French = new(CultureInfo.GetCultureInfo("fr"));
    private static readonly Messages English = new(CultureInfo.GetCultureInfo("en"));

    [Fact]
    public void A_programmation_tells_its_actions_and_its_euros()
    {
        var outcome = Outcome(Programmation());

        Assert.Equal("[1/9] lu           a.pdf: 1 action, 4 950,00 €", Plain(RunReport.Line(outcome, 1, 9, French)));
        Assert.Equal("[1/9] ok           a.pdf: 1 action, €4,950.00", RunReport.Line(outcome, 1, 9, English));
    }

    [Fact]
    public void A_convention_tells_its_strategy_and_no_euros()
    {
        var outcome = Outcome(Convention(Strategy()));

        Assert.Equal("[1/9] lu           a.pdf: 2 enjeux, 3 orientations, 4 objectifs, 5 objectifs opérationnels", RunReport.Line(outcome, 1, 9, French));
        Assert.Equal("[1/9] ok           a.pdf: 2 enjeux, 3 orientations, 4 objectives, 5 operational objectives", RunReport.Line(outcome, 1, 9, English));
    }

    [Fact]
    public void A_mixed_document_tells_both()
    {
        var mixed = Programmation() with { Kind = DocumentKind.Mixed, Enjeux = [Named("Emploi")] };

        Assert.Equal("[1/9] lu           a.pdf: 1 enjeu, 1 action, 4 950,00 €", Plain(RunReport.Line(Outcome(mixed), 1, 9, French)));
    }

    [Fact]
    public void A_level_that_the_document_does_not_have_is_not_told()
    {
        var document = Convention(Named(null, Orientation("Agir", Objective(null, "Créer", "Ouvrir"))));

        Assert.EndsWith(": 1 orientation, 2 objectifs opérationnels", RunReport.Line(Outcome(document), 1, 9, French), StringComparison.Ordinal);
    }

    [Fact]
    public void A_convention_without_a_strategy_says_so()
    {
        Assert.EndsWith(": 0 enjeu", RunReport.Line(Outcome(Convention()), 1, 9, French), StringComparison.Ordinal);
        Assert.EndsWith(": 0 enjeux", RunReport.Line(Outcome(Convention()), 1, 9, English), StringComparison.Ordinal);
    }

    [Fact]
    public void A_document_of_another_kind_has_neither()
    {
        var outcome = Outcome(Convention() with { Kind = DocumentKind.Other });

        Assert.EndsWith(": ni actions ni stratégie", RunReport.Line(outcome, 1, 9, French), StringComparison.Ordinal);
        Assert.EndsWith(": neither actions nor a strategy", RunReport.Line(outcome, 1, 9, English), StringComparison.Ordinal);
    }

    [Fact]
    public void The_summary_tells_kinds_euros_and_strategies()
    {
        var rows = Rows(French, Outcome(Programmation()), Outcome(Convention(Strategy())), Outcome(Convention(Strategy())));

        Assert.Equal("3 (3 lus)", rows["Documents"]);
        Assert.Equal("1 programmation, 2 conventions", rows["Natures"]);
        Assert.Equal("1", rows["Actions"]);
        Assert.Equal("4 950,00 €", rows["Coût total des actions"]);
        Assert.Equal("4 enjeux, 6 orientations, 8 objectifs, 10 objectifs opérationnels", rows["Stratégies"]);
    }

    [Fact]
    public void The_summary_of_conventions_alone_tells_no_euros_and_that_of_programmations_no_strategies()
    {
        var conventions = Rows(English, Outcome(Convention(Strategy())));
        var programmations = Rows(English, Outcome(Programmation()));

        Assert.Equal(["Documents", "Kinds", "Strategies", "Findings", "Results", "Next"], conventions.Keys);
        Assert.Equal(["Documents", "Kinds", "Actions", "Total cost of the actions", "Findings", "Results", "Next"], programmations.Keys);
    }

    [Fact]
    public void A_document_that_could_not_be_read_is_of_no_kind()
    {
        var rows = Rows(French, DocumentOutcome.Lost(Source, "parti"));

        Assert.Equal("1 (1 en échec)", rows["Documents"]);
        Assert.DoesNotContain("Natures", rows.Keys);
    }

    private static SourceFile Source { get; } = new("a.pdf", "/a.pdf", "a.pdf");

    private static DocumentOutcome Outcome(IngestedDocument document) => DocumentOutcome.Of(Source, document, French);

    private static IngestedDocument Programmation() => SampleDocument.Full() with
    {
        Status = DocumentStatus.Ok,
        Kind = DocumentKind.Programmation,
        Enjeux = [],
        Findings = [],
        Actions = [SampleDocument.Full().Actions[0] with { TotalCost = new Euros(4950m) }],
    };

    private static IngestedDocument Convention(params ImmutableArray<Enjeu> enjeux) =>
        Programmation() with { Kind = DocumentKind.Convention, Actions = [], Enjeux = enjeux };

    private static ImmutableArray<Enjeu> Strategy() =>
    [
        Named("Emploi", Orientation("Former", Objective("Accueillir", "Créer", "Ouvrir"), Objective("Suivre", "Appeler")), Orientation("Recruter", Objective("Réunir"))),
        Named("Logement", Orientation("Rénover", Objective("Isoler", "Chauffer", "Aérer"))),
    ];

    private static Enjeu Named(string? title, params ImmutableArray<Orientation> orientations) =>
        new("e", 1, null, title, orientations, SampleDocument.At(1, "e"));

    private static Orientation Orientation(string? title, params ImmutableArray<Objective> objectives) =>
        new("o", null, title, objectives, SampleDocument.At(1, "o"));

    private static Objective Objective(string? title, params ImmutableArray<string> items) => new(
        "b", null, title, [.. items.Select(item => new OperationalObjective("i", item, [], [], SampleDocument.At(1, item)))], SampleDocument.At(1, "b"));

    private static Dictionary<string, string> Rows(Messages messages, params IReadOnlyCollection<DocumentOutcome> outcomes) =>
        Plain(RunReport.Summary(outcomes, "out/documents", "ingest", messages))
            .Split(Environment.NewLine)
            .Select(line => line.Split("  ", 2))
            .ToDictionary(parts => parts[0], parts => parts[1].Trim());

    // French amounts hold spaces that do not break.
    private static string Plain(string text) => text.Replace('\u00A0', ' ').Replace('\u202F', ' ');
}
