using Ingest.Classification;
using Ingest.Classification.Features;
using Ingest.Classification.Training;
using Ingest.Embeddings;
using Ingest.Tests.Pipeline;
using Xunit;

namespace Ingest.Tests.Classification.Sentences;

public sealed class SentenceFeatureTests
{
    // The model knows that it is a doctor; no training text has the word, nor its letters.
    private const string Unread = "Toubib";

    [Fact]
    public void A_word_that_no_text_has_is_placed_by_what_the_sentence_model_knows()
    {
        using var folder = new TemporaryFolder();
        using var model = Open(folder);

        Assert.NotEqual("1.1.1", Best(Samples.Classifier));
        Assert.Equal("1.1.1", Best(new ClassifierFit(With(model), Samples.Options).Fit(Samples.Set)));
    }

    [Fact]
    public void A_model_file_keeps_the_weights_of_sentences_and_the_same_texts_give_the_same_file()
    {
        using var folder = new TemporaryFolder();
        using var model = Open(folder);
        var (name, content) = Fit(With(model));

        var loaded = With(model).Load(new MemoryStream(content));

        Assert.Equal("1.1.1", Best(loaded));
        Assert.Matches("^exemple-[0-9a-f]{12}\\+0123456789ab\\.model$", name);
        Assert.Equal(content, Fit(With(model)).Content);
    }

    [Fact]
    public void A_model_fits_its_own_sentence_model_alone()
    {
        using var folder = new TemporaryFolder();
        using var model = Open(folder);
        var (with, without) = (Fit(With(model)).Content, Fit(Samples.Resources).Content);

        Assert.Throws<InvalidDataException>(() => Samples.Resources.Load(new MemoryStream(with)));
        Assert.Throws<InvalidDataException>(() => With(model).Load(new MemoryStream(without)));
        Assert.Throws<InvalidDataException>(() => With(model, "ba9876543210").Load(new MemoryStream(with)));
    }

    [Fact]
    public void Without_a_sentence_model_name_and_content_stay_what_they_were() =>
        Assert.Matches("^exemple-[0-9a-f]{12}\\.model$", Fit(Samples.Resources).Name);

    private static string Best(TextClassifier classifier) => classifier.Place(Unread).Leaves[0].Leaf;

    private static SentenceModel Open(TemporaryFolder folder)
    {
        var files = TinySentences.Write(folder);
        return SentenceModel.Open(files.Model, files.Vocabulary, 16);
    }

    private static TaxonomyResources With(SentenceModel model, string hash = "0123456789ab") =>
        Samples.Resources with { Sentences = new SentenceEmbedding(hash, model.Size, model.Embed) };

    private static (string Name, byte[] Content) Fit(TaxonomyResources resources)
    {
        using var memory = new MemoryStream();
        var name = "";
        new ClassifierFit(resources, Samples.Options).Fit(Samples.Set, (file, write) =>
        {
            name = file;
            write(memory);
        });
        return (name, memory.ToArray());
    }
}
