using Ingest.Evaluation;
using Ingest.Model.Documents;
using Ingest.Model.Values;
using Xunit;

namespace Ingest.Tests.Evaluation;

public sealed class TruthSetTests : IDisposable
{
    private const string Sources = """
        - slug: exemple
          files: { source: sources/exemple.fodt, samples: [samples/exemple.pdf, samples/exemple.docx] }
          sha256: { samples/exemple.pdf: "00", samples/exemple.docx: "11" }
          origin: "written for the project"
          licence: MIT
          split: unseen
          written: 2026-11-23
          traits: [theme-bands]
        """;

    private const string Truth = """
        kind: programmation
        title: "Programmation 2024"
        period: { start: 2024, end: 2024 }
        territory:
          epci: { name: "CA de l'Exemple", siren: "246200299" }
          communes: [ { name: "Exempleville", insee: "62907", siren: "216209072" } ]
          quartiers: [ { name: "Haute Voie", type: QPV, code: null } ]
        filing: { reference: "r", department: "062", siren: "216209072", actDate: 2023-12-12, actNumber: "85", actType: DE, sentOn: 2023-12-13, receivedOn: null }
        actions:
          - title: "Nos jardins"
            theme: null
            description: "Des jardins."
            porteur: { label: "CCAS", kind: ccas }
            year: 2024
            quartiers: [ "Haute Voie" ]
            totalCost: 4950.00
            financers:
              - { label: "CCAS", kind: ccas, programme: null, isOwnFunds: true, amount: 2475.50, status: planned }
        totals:
          - { scope: document, of: null, label: "Coût total", kind: null, year: 2024, status: granted, amount: 4950, share: 1.0, reconciled: true }
        findings:
          - { code: budget.action-sum, at: "Nos jardins" }
        """;

    private readonly DirectoryInfo _corpus = Directory.CreateTempSubdirectory("ingest-truth-");

    public void Dispose() => _corpus.Delete(recursive: true);

    [Fact]
    public void A_corpus_is_read_with_its_truth()
    {
        Save(Sources, Truth);

        var entry = Assert.Single(TruthSet.Load(_corpus.FullName).Entries);

        Assert.Equal(("exemple", Split.Unseen), (entry.Slug, entry.Split));
        Assert.Equal(["exemple.pdf", "exemple.docx"], entry.Samples.Select(Path.GetFileName));
        Assert.Equal([new PlantedFault("budget.action-sum", "Nos jardins")], entry.Faults);
        var expected = entry.Expected;
        Assert.Equal((DocumentKind.Programmation, new Period(2024, 2024)), (expected.Kind, expected.Period));
        Assert.Equal(new Commune("Exempleville", "62907", "216209072"), Assert.Single(expected.Territory.Communes));
        Assert.Equal((new DateOnly(2023, 12, 12), (DateOnly?)null), (expected.Filing!.ActDate, expected.Filing.ReceivedOn));
        var action = Assert.Single(expected.Actions);
        Assert.Equal((new Euros(4950m), new Porteur("CCAS", "ccas", null)), (action.TotalCost, action.Porteur));
        Assert.Equal((new Euros(2475.5m), true), (action.Financers[0].Amount, action.Financers[0].IsOwnFunds));
        Assert.Equal((TotalScope.Document, FundingStatus.Granted, 1m), (expected.Totals[0].Scope, expected.Totals[0].Status, expected.Totals[0].Share));
        Assert.Equal("00", CorpusSource.Load(_corpus.FullName)[0].Sha256["samples/exemple.pdf"]);
    }

    [Theory]
    [InlineData("kind: programmation", "kind: poem", "poem")]
    [InlineData("totalCost: 4950.00", "totalCosts: 4950.00", "truth.yaml:1")]
    [InlineData("totalCost: 4950.00", "totalCost: beaucoup", "truth.yaml:1")]
    [InlineData("status: planned", "status: 1", "« 1 »")]
    [InlineData("actDate: 2023-12-12", "actDate: 12/12/2023", "12/12/2023")]
    [InlineData("label: \"CCAS\", kind: ccas }", "kind: ccas }", "porteur.label")]
    public void A_slip_in_a_truth_is_named(string right, string slip, string named)
    {
        Assert.Contains(right, Truth, StringComparison.Ordinal);
        Save(Sources, Truth.Replace(right, slip, StringComparison.Ordinal));

        var error = Assert.Throws<TruthFormatException>(() => TruthSet.Load(_corpus.FullName));

        Assert.Contains("truth.yaml", error.Message, StringComparison.Ordinal);
        Assert.Contains(named, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_truth_is_named()
    {
        File.WriteAllText(Path.Combine(_corpus.FullName, "SOURCES.yaml"), Sources);

        Assert.Contains("truth.yaml", Assert.Throws<TruthFormatException>(() => TruthSet.Load(_corpus.FullName)).Message, StringComparison.Ordinal);
    }

    private void Save(string sources, string truth)
    {
        File.WriteAllText(Path.Combine(_corpus.FullName, "SOURCES.yaml"), sources);
        var folder = Directory.CreateDirectory(Path.Combine(_corpus.FullName, "truth", "exemple"));
        File.WriteAllText(Path.Combine(folder.FullName, "truth.yaml"), truth);
    }
}
