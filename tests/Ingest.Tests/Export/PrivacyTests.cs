using Ingest.Export;
using Ingest.Export.Privacy;
using Ingest.Model.Documents;
using Ingest.Tests.Emission;
using Xunit;
using static Ingest.Tests.Export.ExportedCollection;

namespace Ingest.Tests.Export;

public sealed class PrivacyTests
{
    [Fact]
    public void Personal_data_is_in_no_file_of_an_export_the_text_as_read_among_them()
    {
        using var collection = Of(("a.pdf", WithPersons()));

        collection.Export();

        var text = collection.AllText();
        foreach (var secret in new[] { "Kessler", "KESSLER", "nadia.k", "03 87 00", "+33 6", "Yvan", "Ferrand" })
            Assert.DoesNotContain(secret, text, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_left_out_is_counted_by_document_table_column_and_sort()
    {
        using var collection = Of(("a.pdf", WithPersons()));

        var summary = collection.Export();

        var rows = collection.Csv("omissions");
        Assert.Contains(rows, row => row is { } && row["table_concernee"] == "non_attribues" && row["colonne"] == "texte" && row["genre"] == "email" && row["nombre"] == "1");
        Assert.Contains(rows, row => row["table_concernee"] == "provenance" && row["genre"] == "name");
        foreach (var (kind, word) in new[] { (OmissionKind.Email, "email"), (OmissionKind.Telephone, "telephone"), (OmissionKind.Name, "name") })
            Assert.Equal(summary.Omissions[kind], rows.Where(row => row["genre"] == word).Sum(row => int.Parse(row["nombre"], System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Fact]
    public void Signatories_elected_mandates_and_bodies_stay()
    {
        using var collection = Of(("a.pdf", WithPersons()));

        collection.Export();

        var text = collection.AllText();
        foreach (var kept in new[] { "Madame Jeanne Lemaire", "Monsieur Paul Durand, maire", "préfet du Pas-de-Calais, M. Jean Petit", "Carrefour Habitants", "Madame la Présidente" })
            Assert.Contains(kept, text, StringComparison.Ordinal);
    }

    [Fact]
    public void Who_asks_for_personal_data_has_it_and_the_manifest_says_so()
    {
        using var collection = Of(("a.pdf", WithPersons()));

        collection.Export(new ExportOptions { BringsPersonalData = true });

        Assert.Contains("nadia.kessler@carrefour.example", collection.AllText(), StringComparison.Ordinal);
        Assert.Empty(collection.Csv("omissions"));
        Assert.Contains("\"included\": true", File.ReadAllText(collection["manifest.json"]), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Écrire à a.b-c+d@mairie.fr.", "Écrire à [courriel retiré]")]
    [InlineData("contact@passeurs- cher.example", "[courriel retiré]")]
    [InlineData("prenom.nom (at) ville.fr", "[courriel retiré]")]
    [InlineData("Tél. 0321000000 ou 03.21.00.00.00", "Tél. [téléphone retiré] ou [téléphone retiré]")]
    [InlineData("+33 (0)3 21 00 00 00", "[téléphone retiré]")]
    [InlineData("M. Yvan MOREL a réalisé", "M. [nom retiré] a réalisé")]
    [InlineData("Mme de La Tour-d’Auvergne", "Mme de La Tour-d’Auvergne")] // begins with a particle: not found, as the codebook says of what nothing tells
    [InlineData("Personne à contacter : Nadia Kessler, animatrice", "Personne à contacter : [nom retiré], animatrice")]
    [InlineData("réalisé par Yvan Morel", "réalisé par [nom retiré]")]
    [InlineData("Référent : Jean-Pierre LE GALL", "Référent : [nom retiré]")]
    public void Passages_that_tell_a_person_are_left_out(string text, string kept) => Assert.Equal(kept, Filter(text));

    [Theory]
    [InlineData("062-216209072-20231212-DELIB-2023-85-DE")]
    [InlineData("SIRET 812 345 678 00013, SIREN 260300111")]
    [InlineData("14 390 €, 1 250 000,00 €, 2024-2030, du 01/02/2024 au 03/04/2024")]
    [InlineData("Madame la Maire, Monsieur le Préfet, M. le Président du conseil départemental")]
    [InlineData("représentée par Monsieur Paul Durand, maire")]
    [InlineData("Mme Anne Roux (conseillère départementale)")]
    [InlineData("Réalisé par la Ville de Lens")]
    [InlineData("Premier stage, premier contact Collège Maurice-Genevoix")]
    [InlineData("Collège Jean Moulin, rue Victor Hugo")]
    public void What_is_nobodys_stays(string text) => Assert.Equal(text, Filter(text));

    private static string Filter(string text)
    {
        using var collection = Of(("a.pdf", Programmation(Action("a1", text, null, null)) with { Signatories = [] }));
        collection.Export(new ExportOptions { Formats = [ExportFormat.Csv] });
        return collection.Csv("actions")[0]["titre"];
    }

    private static IngestedDocument WithPersons()
    {
        var action = Action("a1", "Café", "Carrefour Habitants", 100m) with
        {
            Description = "Carrefour Habitants 03 87 00 00 44. Réunion avec Madame la Présidente. NADIA KESSLER anime.",
            Evidence = SampleDocument.At(1, "Café Personne à contacter Nadia Kessler – 03 87 00 00 33 – nadia.kessler@carrefour.example"),
        };
        return Programmation(action) with
        {
            Signatories = [new Signatory("Madame Jeanne Lemaire", null, SampleDocument.At(2, "Madame Jeanne Lemaire"))],
            Governance =
            [
                new GovernanceItem("Pilotage", "Présidé par Monsieur Paul Durand, maire, et le préfet du Pas-de-Calais, M. Jean Petit. Suivi par Yvan Morel.", SampleDocument.At(2, "Mme Ferrand, Madame Jeanne Lemaire")),
            ],
            Unassigned = [new Unassigned("Nadia Kessler – +33 6 12 34 56 78 – nadia.kessler@carrefour.example", "no-field", SampleDocument.At(1, "Nadia Kessler"))],
            Findings = [Doubt("text.hidden-cells", null) with { Message = "« Nadia Kessler » : à relire.", MessageEn = "“Nadia Kessler”: to review." }],
        };
    }
}
