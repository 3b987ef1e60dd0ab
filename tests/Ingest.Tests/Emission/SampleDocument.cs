using System.Collections.Immutable;
using Ingest.Model.Documents;
using Ingest.Model.Findings;
using Ingest.Model.Provenance;
using Ingest.Model.Values;

namespace Ingest.Tests.Emission;

/// <summary>Documents for tests, made of nothing but their seed.</summary>
public static class SampleDocument
{
    private static readonly ImmutableArray<string> Texts =
        ["Atelier d'écriture", "Été « jeunesse »", "a\nb\tc", "\"guillemets\" \\ barre", "Œuvre – cœur…", "🌳 jardin", "\u0001", "1 250,00 €"];

    /// <summary>A document in which every property has a value, so that every part of a schema is used.</summary>
    public static IngestedDocument Full() => new()
    {
        Producer = new Producer("ingest", "0.1.0", "default", new string('a', 64)),
        Status = DocumentStatus.Doubts,
        Source = new Source
        {
            FileName = "programmation.pdf",
            Sha256 = new string('0', 64),
            MediaType = "application/pdf",
            ByteLength = 1234,
            PageCount = 2,
            TextOrigin = TextOrigin.Native,
        },
        Kind = DocumentKind.Mixed,
        Title = "Programmation 2024",
        Period = new Period(2024, 2026),
        Territory = new Territory
        {
            Epci = new Epci("CA de l'Exemple", "246200299"),
            Communes = [new Commune("Exempleville", "2A004", "216209072")],
            Quartiers = [new Quartier("Les Tilleuls", "QPV", "QP062016", ["62907"])],
        },
        Filing = new Filing
        {
            Reference = "062-216209072-20231212-DELIB-2023-85-DE",
            Department = "062",
            Siren = "216209072",
            ActDate = new DateOnly(2023, 12, 12),
            ActNumber = "DELIB-2023-85",
            ActType = "DE",
            SentOn = new DateOnly(2023, 12, 13),
            ReceivedOn = new DateOnly(2023, 12, 14),
        },
        Act = new Act { Title = "Programmation", Date = new DateOnly(2023, 12, 12), Vote = "à l'unanimité", Amends = "2022-10" },
        Actions = [FullAction()],
        Totals =
        [
            new Total
            {
                Scope = TotalScope.Theme, Of = "Cadre de vie", Label = "Sous-total", Kind = "etat", Year = 2024,
                Status = FundingStatus.Granted, Amount = new Euros(4950m), Share = 0.3577m, ComputedAmount = new Euros(4950m),
                Reconciled = true, Evidence = At(1, "Sous-total 4 950 €"),
            },
        ],
        Enjeux =
        [
            new Enjeu("e1", 1, "ENJEU 1", "Des quartiers apaisés",
                [new Orientation("o1", "1.1", "Accéder aux droits",
                    [new Objective("b1", "1.1.1", "Repérer",
                        [new OperationalObjective("p1", "Tenir une permanence", ["Les Tilleuls"], [FullClassification()], At(1, "permanence"))],
                        At(1, "Repérer"))],
                    At(1, "Accéder aux droits"))],
                At(1, "ENJEU 1")),
        ],
        Diagnosis = new Diagnosis
        {
            Indicators =
            [
                new Indicator
                {
                    Name = "Taux de pauvreté", Value = 32.8m, Unit = "%", Reference = 18.8m, ReferenceArea = "agglomération",
                    Year = 2022, Perimeter = "2015", Quartier = "Les Tilleuls", Evidence = At(1, "32,8 %"),
                },
            ],
            Irritants = [new DiagnosisItem("Dépôts sauvages", At(1, "Dépôts sauvages"))],
            Opportunites = [new DiagnosisItem("Un parc", At(1, "Un parc"))],
            Priorites = [new DiagnosisItem("La santé", At(1, "La santé"))],
        },
        Governance = [new GovernanceItem("Comité de pilotage", "Il se réunit.", At(2, "Il se réunit."))],
        Signatories = [new Signatory("L'État", null, At(2, "L'État"))],
        Unassigned = [new Unassigned("300 €", "no-header", At(2, "300 €"))],
        Findings = [BudgetFinding()],
        FieldEvidence = Fields(("title", At(1, "Programmation 2024")), ("territory/epci", At(1, "CA de l'Exemple"))),
    };

    /// <summary>The document of a file that could not be read.</summary>
    public static IngestedDocument Failed() => new()
    {
        Producer = new Producer("ingest", "0.1.0", "default", new string('a', 64)),
        Status = DocumentStatus.Failed,
        Source = new Source { FileName = "vide.pdf", Sha256 = new string('0', 64), MediaType = "application/octet-stream", ByteLength = 0 },
        Findings = [BudgetFinding() with { Code = "source.empty", Pointer = null, Evidence = null }],
    };

    /// <summary>A document whose values are chosen by the seed.</summary>
    public static IngestedDocument Random(int seed)
    {
        var random = new Random(seed);
        var full = Full();
        return full with
        {
            Status = Any<DocumentStatus>(random),
            Kind = Any<DocumentKind>(random),
            Title = Maybe(random, Texts[random.Next(Texts.Length)]),
            Period = Maybe(random, full.Period),
            Filing = Maybe(random, full.Filing),
            Act = Maybe(random, full.Act),
            Source = full.Source with { PageCount = random.Next(2) == 0 ? null : random.Next(100), ByteLength = random.NextInt64(1L << 40) },
            Territory = full.Territory with { Epci = Maybe(random, full.Territory.Epci) },
            Actions = [.. Enumerable.Range(0, random.Next(4)).Select(index => RandomAction(random, index))],
            Totals = random.Next(2) == 0 ? [] : [full.Totals[0] with { Share = random.Next(10001) / 10000m, Reconciled = null }],
        };
    }

    /// <summary>Evidence in a box of a page.</summary>
    public static Evidence At(int page, string text) => new()
    {
        Regions = [new EvidenceRegion { Page = page, Bbox = new Box(56.7, 100, 300.25, 112.5) }],
        Text = text,
        Confidence = 0.98,
    };

    /// <summary>Evidence by property.</summary>
    public static ImmutableSortedDictionary<string, Evidence> Fields(params ReadOnlySpan<(string Key, Evidence Evidence)> fields)
    {
        var builder = ImmutableSortedDictionary.CreateBuilder<string, Evidence>(StringComparer.Ordinal);
        foreach (var (key, evidence) in fields)
            builder[key] = evidence;
        return builder.ToImmutable();
    }

    private static FundedAction FullAction() => new()
    {
        Id = "a1",
        Title = "Nos jardins",
        Theme = "Cadre de vie",
        Themes = ["Cadre de vie"],
        Description = "Des jardins.",
        Porteur = new Porteur("Ville", "commune", "216209072"),
        Year = 2024,
        Quartiers = ["Les Tilleuls"],
        Decision = Decision.Accepted,
        Renewal = false,
        TotalCost = new Euros(4950m),
        Financers =
        [
            new Financer
            {
                Label = "Région", Kind = "region", Programme = "quartiers-ete", IsOwnFunds = false, Amount = new Euros(2475.5m),
                Status = FundingStatus.Requested, Evidence = At(1, "Région = 2 475,50 €"),
            },
        ],
        Classification = [FullClassification()],
        Evidence = At(1, "Nos jardins Ville 4 950 €"),
        FieldEvidence = Fields(("totalCost", At(1, "4 950 €"))),
    };

    private static FundedAction RandomAction(Random random, int index) => FullAction() with
    {
        Id = $"a{index}",
        Title = Maybe(random, Texts[random.Next(Texts.Length)]),
        Description = Maybe(random, Texts[random.Next(Texts.Length)]),
        Porteur = random.Next(3) == 0 ? null : new Porteur("CCAS", "ccas", null),
        Year = random.Next(2) == 0 ? null : 2000 + random.Next(50),
        Renewal = random.Next(3) switch { 0 => null, 1 => true, _ => false },
        Decision = random.Next(2) == 0 ? null : Any<Decision>(random),
        TotalCost = random.Next(4) == 0 ? null : new Euros(random.Next(10_000_000) / 100m),
        Financers =
        [
            .. Enumerable.Range(0, random.Next(3)).Select(_ => new Financer
            {
                Label = Texts[random.Next(Texts.Length)],
                Kind = "autre",
                Amount = random.Next(4) == 0 ? null : new Euros(random.Next(-500, 10_000_000) / 100m),
                Status = Any<FundingStatus>(random),
                Evidence = RandomEvidence(random),
            }),
        ],
        Evidence = RandomEvidence(random),
    };

    private static Evidence RandomEvidence(Random random) => new()
    {
        Regions =
        [
            random.Next(4) switch
            {
                0 => new EvidenceRegion
                {
                    Page = 1 + random.Next(9),
                    Bbox = new Box(random.Next(60000) / 100.0, -random.Next(300) / 100.0, random.Next(60000) / 100.0, random.NextDouble() * 800),
                },
                1 => new EvidenceRegion { Line = 1 + random.Next(99) },
                2 => new EvidenceRegion { Paragraph = 1 + random.Next(99) },
                _ => new EvidenceRegion { Sheet = "2024", Cell = "C7" },
            },
        ],
        Text = Texts[random.Next(Texts.Length)],
        Origin = Any<Origin>(random),
        Confidence = random.NextDouble(),
    };

    private static TaxonomyPlace FullClassification() => new()
    {
        Taxonomy = "exemple-2024-2030",
        Stated = "1.2.3",
        Label = "1.2.3",
        Probability = 0.93,
        Alternatives = [new PlaceProbability("1.2.1", 0.04)],
        Levels = [new PlaceProbability("1", 0.99), new PlaceProbability("1.2", 0.97)],
        Words = ["sport", "marche"],
        Decision = "accepted",
    };

    private static Finding BudgetFinding() => new()
    {
        Code = "budget.action-sum",
        Severity = Severity.Error,
        Message = "Le coût diffère de la somme.",
        MessageEn = "The cost differs from the sum.",
        Pointer = "/actions/0",
        Evidence = At(1, "4 950 €"),
    };

    private static T Any<T>(Random random)
        where T : struct, Enum => Enum.GetValues<T>()[random.Next(Enum.GetValues<T>().Length)];

    private static T? Maybe<T>(Random random, T value)
        where T : class? => random.Next(3) == 0 ? null : value;
}
