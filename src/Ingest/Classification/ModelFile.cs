using System.Collections.Immutable;
using System.IO.Compression;
using System.Text;
using Ingest.Classification.Features;

namespace Ingest.Classification;

/// <summary>
/// A classifier to a file and back: features as hashes, weights as bytes with one scale per feature, the whole compressed. A quarter of the
/// size of plain numbers, and the places of texts stay the same.
/// </summary>
internal static class ModelFile
{
    /// <summary>Extension of model files.</summary>
    public const string Extension = ".model";

    // Signs of the data's hash in the file's name: enough to tell versions apart.
    private const int HashSigns = 12;

    private const string Magic = "ingest classifier 2";

    // The same with sentence vectors: a program that knows none of them refuses it, and models without stay what they were.
    private const string MagicWithSentences = "ingest classifier 3";

    /// <summary>The file name of a model: its taxonomy, the hash of its data and, where it has one, that of its sentence model.</summary>
    public static string NameOf(string taxonomy, string dataHash, string? sentenceHash) => $"{taxonomy}-{dataHash[..HashSigns]}{End(sentenceHash)}";

    /// <summary>Whether a file's name is that of a model of a taxonomy, « a-b » having other models than « a », and of a sentence model or none.</summary>
    public static bool IsOf(string taxonomy, string? sentenceHash, string file) =>
        Path.GetFileName(file) is var name && name.StartsWith(taxonomy + "-", StringComparison.Ordinal) && name.EndsWith(End(sentenceHash), StringComparison.Ordinal)
        && name.Length == taxonomy.Length + 1 + HashSigns + End(sentenceHash).Length;

    /// <summary>Writes a model; the stream stays open. The same model gives the same content.</summary>
    public static void Write(ClassifierModel model, Stream output)
    {
        using var packed = new BrotliStream(output, CompressionLevel.SmallestSize, leaveOpen: true);
        using var writer = new BinaryWriter(packed, Encoding.UTF8, leaveOpen: true);
        writer.Write(model.Sentences is null ? Magic : MagicWithSentences);
        writer.Write(model.Taxonomy);
        writer.Write(model.DataHash);
        writer.Write(model.Temperature);
        WriteOptions(model.Options, writer);
        if (model.Sentences is { } sentences)
        {
            writer.Write(sentences.Hash);
            writer.Write(sentences.Size);
            writer.Write(sentences.Weight);
        }

        writer.Write(model.Classes.Length);
        foreach (var name in model.Classes)
            writer.Write(name);
        foreach (var bias in model.Scores.Bias)
            writer.Write(bias);
        writer.Write(model.Space.Size);
        foreach (var key in model.Space.Keys)
            writer.Write(key);
        foreach (var rarity in model.Space.Rarity)
            writer.Write((Half)rarity);
        var rows = model.Space.Size + (model.Sentences?.Size ?? 0);
        for (var f = 0; f < rows; f++)
            writer.Write(ScaleOf(model.Scores.WeightsOf(f)));
        for (var f = 0; f < rows; f++)
            WriteRow(model.Scores.WeightsOf(f), writer);
    }

    /// <summary>Reads a model.</summary>
    /// <exception cref="InvalidDataException">It is no model file of this version.</exception>
    public static ClassifierModel Read(Stream input)
    {
        try
        {
            using var unpacked = new MemoryStream();
            using (var packed = new BrotliStream(input, CompressionMode.Decompress, leaveOpen: true))
                packed.CopyTo(unpacked);
            unpacked.Position = 0;
            using var reader = new BinaryReader(unpacked, Encoding.UTF8);
            return Read(reader);
        }
        catch (Exception error) when (error is IOException or InvalidOperationException or FormatException or ArgumentException or OverflowException or OutOfMemoryException)
        {
            throw new InvalidDataException("The file is no whole classifier: " + error.Message, error);
        }
    }

    private static ClassifierModel Read(BinaryReader reader)
    {
        var magic = reader.ReadString();
        if (magic is not (Magic or MagicWithSentences))
            throw new InvalidDataException("The file is no classifier of this version.");
        var (taxonomy, hash, temperature, options) = (reader.ReadString(), reader.ReadString(), reader.ReadDouble(), ReadOptions(reader));
        var sentences = magic == MagicWithSentences ? new SentencePart(reader.ReadString(), reader.ReadInt32(), reader.ReadDouble()) : null;
        ImmutableArray<string> classes = [.. Enumerable.Range(0, reader.ReadInt32()).Select(_ => reader.ReadString())];
        float[] bias = [.. classes.Select(_ => reader.ReadSingle())];
        var size = reader.ReadInt32();
        var keys = new uint[size];
        foreach (ref var key in keys.AsSpan())
            key = reader.ReadUInt32();
        var rarity = new float[size];
        foreach (ref var value in rarity.AsSpan())
            value = (float)reader.ReadHalf();
        var scales = new float[size + (sentences?.Size ?? 0)];
        foreach (ref var scale in scales.AsSpan())
            scale = reader.ReadSingle();
        var weights = new float[scales.Length * classes.Length];
        Span<byte> row = new byte[classes.Length];
        for (var f = 0; f < scales.Length; f++)
        {
            reader.BaseStream.ReadExactly(row);
            for (var c = 0; c < row.Length; c++)
                weights[(f * row.Length) + c] = (sbyte)row[c] * scales[f];
        }

        return new ClassifierModel
        {
            Taxonomy = taxonomy,
            DataHash = hash,
            Temperature = temperature,
            Options = options,
            Sentences = sentences,
            Classes = classes,
            Space = new FeatureSpace(keys, rarity, options),
            Scores = new LinearScores(weights, bias),
        };
    }

    private static string End(string? sentenceHash) => sentenceHash is null ? Extension : $"+{sentenceHash[..HashSigns]}{Extension}";

    private static void WriteOptions(FeatureOptions options, BinaryWriter writer)
    {
        writer.Write(options.ShortestGram);
        writer.Write(options.LongestGram);
        writer.Write(options.PairReach);
        writer.Write(options.WordWeight);
        writer.Write(options.PairWeight);
        writer.Write(options.GramWeight);
        writer.Write(options.LexiconWeight);
    }

    private static FeatureOptions ReadOptions(BinaryReader reader) => new()
    {
        ShortestGram = reader.ReadInt32(),
        LongestGram = reader.ReadInt32(),
        PairReach = reader.ReadInt32(),
        WordWeight = reader.ReadDouble(),
        PairWeight = reader.ReadDouble(),
        GramWeight = reader.ReadDouble(),
        LexiconWeight = reader.ReadDouble(),
    };

    private static void WriteRow(ReadOnlySpan<float> weights, BinaryWriter writer)
    {
        var scale = ScaleOf(weights);
        foreach (var weight in weights)
            writer.Write((sbyte)(scale == 0 ? 0 : MathF.Round(weight / scale)));
    }

    private static float ScaleOf(ReadOnlySpan<float> weights)
    {
        var most = 0f;
        foreach (var weight in weights)
            most = Math.Max(most, Math.Abs(weight));
        return most / sbyte.MaxValue;
    }
}
