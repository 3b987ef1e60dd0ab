using Ingest.Tests.Pipeline;

namespace Ingest.Tests.Classification.Sentences;

/// <summary>A tiny sentence model with its vocabulary in a folder: words of one matter lie in one direction, whatever their letters.</summary>
internal static class TinySentences
{
    public const string Vocabulary = "[PAD]\n[UNK]\n[CLS]\n[SEP]\nmedecin\ntoubib\ngymnase\nvelo\n##s\nun\n";

    /// <summary>Number of pieces.</summary>
    public const int Count = 10;

    public static float[][] Table { get; } =
    [
        [0, 0, 0], [0, 0, 0], [0, 0, 0], [0, 0, 0],
        [1, 0, 0], [1, 0, 0], [0, 1, 0], [0, 0, 1], [0, 0, 0], [0, 0, 0],
    ];

    /// <summary>Puts model and vocabulary into a folder.</summary>
    public static (string Model, string Vocabulary) Write(TemporaryFolder folder, byte[]? model = null, string vocabulary = Vocabulary)
    {
        File.WriteAllBytes(folder["tiny.onnx"], model ?? TinyModel.Bytes(Table));
        return (folder["tiny.onnx"], folder.Write("vocab.txt", vocabulary));
    }
}
