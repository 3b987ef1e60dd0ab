using System.Text;
using System.Text.Json;
using Ingest.Pipeline;
using Ingest.Tests.Pipeline;
using Ingest.Tests.Segmentation;
using Xunit;

namespace Ingest.Tests.Cli;

public sealed class ClassificationTests
{
    private const string Header = "id\ttaxonomy\tlabel\tlabel2\tstyle\twriter\tcommune\tyear\ttext\n";

    [Fact]
    public void Lines_of_texts_become_lines_of_places()
    {
        var input = """
            {"id": "a", "text": "Ateliers de cuisine et paniers de légumes avec une diététicienne"}

            {"id": "b\u00e9", "text": "Vu le code général des collectivités territoriales, considérant que le quorum est atteint, le conseil municipal délibère"}
            """;

        var call = CliCall.With(new() { ["LANG"] = "C.UTF-8" }, Encoding.UTF8.GetBytes(input), "classify", "--taxonomy", "cabbalr-2024-2030");

        Assert.Equal((0, ""), (call.Status, call.Error));
        var lines = call.Output.TrimEnd('\n').Split('\n').Select(line => JsonDocument.Parse(line).RootElement).ToArray();
        Assert.Equal(["a", "bé"], lines.Select(line => line.GetProperty("id").GetString()));
        Assert.Equal([false, true], lines.Select(line => line.GetProperty("abstained").GetBoolean()));
        Assert.Equal("1.2.1", lines[0].GetProperty("predictions")[0].GetProperty("id").GetString());
        Assert.All(lines, line =>
        {
            var probabilities = line.GetProperty("predictions").EnumerateArray().Select(place => place.GetProperty("probability").GetDouble()).ToArray();
            Assert.True(probabilities.Length >= 10);
            Assert.Equal(probabilities.OrderDescending(), probabilities);
        });
    }

    [Theory]
    [InlineData("{\"id\": \"a\"}")]
    [InlineData("{\"id\": 1, \"text\": \"x\"}")]
    [InlineData("pas du JSON")]
    public void A_line_that_is_no_text_is_the_caller_s_fault(string line)
    {
        var call = CliCall.With(new() { ["LANG"] = "en_US" }, Encoding.UTF8.GetBytes("{\"id\": \"a\", \"text\": \"x\"}\n" + line), "classify");

        Assert.Equal(2, call.Status);
        Assert.Contains("line 2", call.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("fr", "n'est pas un thésaurus MyThes")]
    [InlineData("en_US", "no readable MyThes thesaurus")]
    public void What_is_no_thesaurus_is_told_before_anything_is_fitted(string language, string words)
    {
        using var folder = new TemporaryFolder();

        var call = CliCall.In(language, "evaluate", "classification", "--thesaurus", folder.Write("thes.dat", "ISO8859-15\nà|1\n"));

        Assert.Equal((2, ""), (call.Status, call.Output));
        Assert.Contains(words, call.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_model_that_got_worse_is_not_kept_unless_told()
    {
        using var folder = new TemporaryFolder();
        folder.Write("labelled/train-a.tsv", Header + string.Concat(Leaves().Index().Select(leaf => Row($"a-{leaf.Index}", leaf.Item, "Zinzolin de bric et de broc"))));
        folder.Write("labelled/dev-b.tsv", Header + Row("b-1", "1.2.1", "Paniers de légumes et cuisine avec une diététicienne") + Row("b-2", "3.1.1", "Tracer une piste cyclable et garer les vélos") + Row("b-3", "none", "Vu le code général des collectivités, le conseil délibère"));

        var refused = CliCall.Of("train", "--labelled", folder["labelled"], "--out", folder["models"]);
        var forced = CliCall.Of("train", "--labelled", folder["labelled"], "--out", folder["models"], "--force");

        Assert.Equal(1, refused.Status);
        Assert.Contains("--force", refused.Error, StringComparison.Ordinal);
        Assert.Contains("dev, before", refused.Output, StringComparison.Ordinal);
        Assert.Equal(0, forced.Status);
        Assert.Matches("^cabbalr-2024-2030-[0-9a-f]{12}\\.model$", Path.GetFileName(Assert.Single(Directory.EnumerateFiles(folder["models"]))));
    }

    [Fact]
    public void Conventions_become_a_taxonomy_that_can_be_loaded()
    {
        using var folder = new TemporaryFolder();
        var convention = folder.Write("convention.txt", Drafts.Text("""
            Convention d'application communale du contrat de ville 2024-2030

            Stratégie

            Enjeu | Orientation | Objectif | Objectifs opérationnels
            Enjeu 1 : HABITER | Orientation 1.1 : Rénover | Objectif 1.1.1 : Isoler les logements | - Financer des travaux.
             | | Objectif 1.1.2 : Chauffer mieux | - Former les ménages.
            """));
        var other = folder.Write("autre.txt", "Compte rendu");

        var call = CliCall.Of("taxonomy", "build", convention, other, "--id", "agglo-2024");

        Assert.Equal(1, call.Status);
        Assert.Contains("autre.txt", call.Error, StringComparison.Ordinal);
        var taxonomy = TaxonomyYaml.Load(folder.Write("agglo-2024.yaml", call.Output));
        Assert.Equal(("agglo-2024", 2024, 2030), (taxonomy.Id, taxonomy.Start, taxonomy.End));
        Assert.Equal(["Isoler les logements", "Chauffer mieux"], taxonomy.Leaves.Select(leaf => leaf.Title));
    }

    private static string Row(string id, string label, string text) => $"{id}\tcabbalr-2024-2030\t{label}\t\t{(label == "none" ? "none" : "action")}\t{id[..1]}\tLens\t2024\t{text}\n";

    // Every class has a text, and all texts are the same: nothing can be learned of them.
    private static IEnumerable<string> Leaves() => TaxonomyYaml.Load(Path.Combine(Vocabulary.ProductVocabularies.Files.Taxonomies, "cabbalr-2024-2030.yaml")).Leaves.Select(leaf => leaf.Id).Append("none");
}
