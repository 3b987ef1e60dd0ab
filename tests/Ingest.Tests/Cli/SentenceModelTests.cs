using System.Text;
using System.Text.Json;
using Ingest.Classification.Training;
using Ingest.Pipeline;
using Ingest.Tests.Classification;
using Ingest.Tests.Classification.Sentences;
using Ingest.Tests.Pipeline;
using Ingest.Tests.Vocabulary;
using Xunit;

namespace Ingest.Tests.Cli;

/// <summary>A definition that names a sentence model, from the command line: a home folder of its own, with the small taxonomy and its texts.</summary>
public sealed class SentenceModelTests : IDisposable
{
    private readonly TemporaryFolder _home = new();
    private readonly string _definition;

    public SentenceModelTests()
    {
        _home.Write("pipelines/default.yaml", "name: default\n");
        _home.Write("pipelines/taxonomies/exemple.yaml", TaxonomyYaml.Write(Samples.Taxonomy));
        _home.Write("pipelines/taxonomies/glossary.yaml", "acronyms: []\nabbreviations: []\nlittleWords: [de, la, le]\n");
        _home.Write("corpus/registers/function-words.tsv", File.ReadAllText(ProductVocabularies.Files.FunctionWords));
        _home.Write("corpus/labelled/train-a.tsv", Rows(Samples.Set.Training));
        _home.Write("corpus/labelled/dev-b.tsv", Rows(Samples.Set.Development));
        _definition = _home.Write("mine.yaml", "name: mine\nextends: default\ntaxonomies: [exemple]\nsentenceModel:\n  model: tiny.onnx\n  vocabulary: vocab.txt\n  mostPieces: 16\n");
        TinySentences.Write(_home);
    }

    [Fact]
    public void It_is_used_where_the_definition_names_it_and_nowhere_else()
    {
        var trained = Call("en", "train", "--taxonomy", "exemple", "--pipeline", _definition);
        var plain = Call("en", "train", "--taxonomy", "exemple");

        Assert.Equal((0, 0), (trained.Status, plain.Status));
        // Each beside the other: fitting one does not take the other away.
        Assert.Equal([1, 0], Directory.EnumerateFiles(_home["pipelines/models"]).Select(file => file.Count(c => c == '+')).OrderDescending());
        Assert.Equal("1.1.1", Place("--pipeline", _definition));
        Assert.NotEqual("1.1.1", Place());
    }

    [Theory]
    [InlineData("fr", "n'existe pas")]
    [InlineData("en", "does not exist")]
    public void A_missing_file_is_told_with_its_line(string language, string words)
    {
        File.Delete(_home["tiny.onnx"]);

        var call = Call(language, "classify", "--taxonomy", "exemple", "--pipeline", _definition);

        Assert.Equal(2, call.Status);
        Assert.Contains("mine.yaml:5: ", call.Error, StringComparison.Ordinal);
        Assert.Contains(words, call.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("fr", "n'est pas un modèle ONNX")]
    [InlineData("en", "no usable ONNX model")]
    public void An_unfit_model_is_told(string language, string words)
    {
        _home.Write("tiny.onnx", "pas un modèle");

        var call = Call(language, "train", "--taxonomy", "exemple", "--pipeline", _definition);

        Assert.Equal(2, call.Status);
        Assert.Contains(words, call.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("fr", "mostPieces")]
    [InlineData("en", "another model")]
    public void A_vocabulary_of_another_model_is_told(string language, string words)
    {
        _home.Write("vocab.txt", TinySentences.Vocabulary + "encore\n");

        var call = Call(language, "train", "--taxonomy", "exemple", "--pipeline", _definition);

        Assert.Equal(2, call.Status);
        Assert.Contains(words, call.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("fr", "avec le modèle de phrases « tiny.onnx »")]
    [InlineData("en", "with the sentence model “tiny.onnx”")]
    public void Classifiers_that_were_fitted_without_do_not_stand_in_for_one_with(string language, string words)
    {
        Call("en", "train", "--taxonomy", "exemple");

        var call = Call(language, "classify", "--taxonomy", "exemple", "--pipeline", _definition);
        var error = Assert.Throws<DefinitionException>(() => Classifiers(new DefinitionLoader(new ProductFiles(_home.Root)).Load(_definition)));

        Assert.Equal(2, call.Status);
        Assert.Contains(words, call.Error, StringComparison.Ordinal);
        Assert.Contains("ingest train --taxonomy exemple --pipeline", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Documents_tell_which_sentence_model_they_were_placed_by()
    {
        var loader = new DefinitionLoader(new ProductFiles(_home.Root));
        var before = loader.Load(_definition).Hash;

        File.WriteAllBytes(_home["tiny.onnx"], TinyModel.Bytes(TinySentences.Table, isPooled: true));

        Assert.NotEqual(before, loader.Load(_definition).Hash);
    }

    public void Dispose() => _home.Dispose();

    private void Classifiers(PipelineDefinition definition) =>
        new TaxonomyLoader(new ProductFiles(_home.Root), definition.SentenceModel).Classifiers(definition.Taxonomies, definition.Classification);

    private string? Place(params string[] options)
    {
        var call = CliCall.With(Environment("en"), Encoding.UTF8.GetBytes("{\"id\": \"a\", \"text\": \"Toubib\"}\n"), ["classify", "--taxonomy", "exemple", .. options]);
        return JsonDocument.Parse(call.Output).RootElement.GetProperty("predictions")[0].GetProperty("id").GetString();
    }

    private CliCall Call(string language, params string[] args) => CliCall.With(Environment(language), [], args);

    private Dictionary<string, string> Environment(string language) => new() { ["LANG"] = language + ".UTF-8", [ProductFiles.HomeVariable] = _home.Root };

    private static string Rows(IEnumerable<LabelledText> texts) => "id\ttaxonomy\tlabel\tlabel2\tstyle\twriter\tcommune\tyear\ttext\n"
        + string.Concat(texts.Select(text => $"{text.Id}\t{text.Taxonomy}\t{text.Label}\t\t{text.Style}\t{text.Writer}\t{text.Commune}\t2024\t{text.Text}\n"));
}
