using Ingest.Embeddings;
using Ingest.Tests.Pipeline;
using Xunit;

namespace Ingest.Tests.Classification.Sentences;

public sealed class SentenceModelTests
{
    private const int MostPieces = 16;

    [Fact]
    public void Vectors_of_pieces_are_averaged_and_brought_to_length_one()
    {
        using var folder = new TemporaryFolder();
        using var model = Open(folder);

        // [CLS] velo ##s toubib toubib [SEP]: (2, 0, 1) ÷ 6, in length 1.
        var vector = model.Embed("Vélos : toubib, toubib");

        Assert.Equal(3, model.Size);
        Assert.Equal([2 / MathF.Sqrt(5), 0, 1 / MathF.Sqrt(5)], vector, (a, b) => MathF.Abs(a - b) < 1e-6f);
    }

    [Fact]
    public void A_model_that_averages_by_itself_gives_the_same()
    {
        using var folder = new TemporaryFolder();
        using var pieces = Open(folder);
        using var whole = Open(folder, TinyModel.Bytes(TinySentences.Table, isPooled: true));

        const string text = "Un vélo et un médecin au gymnase";
        Assert.Equal(pieces.Embed(text), whole.Embed(text), (a, b) => MathF.Abs(a - b) < 1e-6f);
    }

    [Fact]
    public void Nothing_known_is_a_vector_of_nothing()
    {
        using var folder = new TemporaryFolder();
        using var model = Open(folder);

        Assert.Equal([0f, 0f, 0f], model.Embed("Zinzolin"));
        Assert.Equal([0f, 0f, 0f], model.Embed(""));
    }

    [Fact]
    public void What_is_no_model_is_refused() =>
        Assert.Equal(SentenceProblem.NoModel, Refusal("pas un modèle"u8.ToArray()).Problem);

    [Fact]
    public void A_model_of_other_inputs_is_refused()
    {
        var error = Refusal(TinyModel.Bytes(TinySentences.Table, input: "pixels"));

        Assert.Equal(SentenceProblem.OtherInputs, error.Problem);
        Assert.Equal("pixels", error.Details[0]);
    }

    [Fact]
    public void A_model_without_vectors_is_refused() =>
        Assert.Equal(SentenceProblem.NoVectors, Refusal(TinyModel.Bytes(TinySentences.Table, hasVectors: false)).Problem);

    [Fact]
    public void A_model_of_fewer_pieces_than_the_vocabulary_is_refused_before_any_text() =>
        Assert.Equal(SentenceProblem.Unfit, Refusal(TinyModel.Bytes(TinySentences.Table[..^1])).Problem);

    [Fact]
    public void A_vocabulary_of_another_kind_is_refused()
    {
        var error = Refusal(null, "<s>\n</s>\nmedecin\n");

        Assert.Equal(SentenceProblem.OtherVocabulary, error.Problem);
        Assert.Equal(["[CLS]"], error.Details);
    }

    private static SentenceModel Open(TemporaryFolder folder, byte[]? bytes = null, string vocabulary = TinySentences.Vocabulary)
    {
        var files = TinySentences.Write(folder, bytes, vocabulary);
        return SentenceModel.Open(files.Model, files.Vocabulary, MostPieces);
    }

    private static SentenceModelException Refusal(byte[]? bytes, string vocabulary = TinySentences.Vocabulary)
    {
        using var folder = new TemporaryFolder();
        return Assert.Throws<SentenceModelException>(() => Open(folder, bytes, vocabulary));
    }
}
