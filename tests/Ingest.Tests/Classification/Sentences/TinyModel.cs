using System.Buffers.Binary;
using System.Text;

namespace Ingest.Tests.Classification.Sentences;

/// <summary>
/// A sentence model of a few bytes in ONNX's own form (protocol buffers, written by hand): each piece has its vector in a table, and the
/// model looks it up (Gather); pooled, it gives the mean of all (ReduceMean).
/// </summary>
internal static class TinyModel
{
    public const string Pieces = "input_ids";

    private const int Float = 1;
    private const int Int64 = 7;

    /// <summary>The bytes of a model.</summary>
    /// <param name="table">The vector of each piece, all of one size.</param>
    /// <param name="isPooled">Whether it gives one vector for the whole text.</param>
    /// <param name="input">Name of its input.</param>
    /// <param name="hasVectors">False for a model that gives the pieces back.</param>
    public static byte[] Bytes(float[][] table, bool isPooled = false, string input = Pieces, bool hasVectors = true)
    {
        byte[] output = !hasVectors ? Value("pieces", Int64, "batch", "pieces") : isPooled ? Value("vector", Float, "batch", "size") : Value("vectors", Float, "batch", "pieces", "size");
        byte[] graph =
        [
            .. Part(1, [.. Text(1, "table"), .. Text(1, input), .. Text(2, "vectors"), .. Text(4, "Gather")]),
            .. isPooled ? Part(1, [.. Text(1, "vectors"), .. Text(2, "vector"), .. Text(4, "ReduceMean"), .. Part(5, Whole("axes", 8, 1, 7)), .. Part(5, Whole("keepdims", 3, 0, 2))]) : [],
            .. hasVectors ? [] : Part(1, [.. Text(1, input), .. Text(2, "pieces"), .. Text(4, "Identity")]),
            .. Text(2, "tiny"),
            .. Part(5, [.. Number(1, table.Length), .. Number(1, table[0].Length), .. Number(2, Float), .. Text(8, "table"), .. Part(9, [.. table.SelectMany(row => row).SelectMany(Single)])]),
            .. Part(11, Value(input, Int64, "batch", "pieces")),
            .. Part(12, output),
        ];
        return [.. Number(1, 8), .. Part(7, graph), .. Part(8, [.. Text(1, ""), .. Number(2, 13)])];
    }

    private static byte[] Value(string name, int type, params string[] dimensions) =>
    [
        .. Text(1, name),
        .. Part(2, Part(1, [.. Number(1, type), .. Part(2, [.. dimensions.SelectMany(dimension => Part(1, Text(2, dimension)))])])),
    ];

    private static byte[] Whole(string name, int field, int value, int type) => [.. Text(1, name), .. Number(field, value), .. Number(20, type)];

    private static byte[] Text(int field, string text) => Part(field, Encoding.UTF8.GetBytes(text));

    private static byte[] Part(int field, byte[] content) => [.. VarInt((field << 3) | 2), .. VarInt(content.Length), .. content];

    private static byte[] Number(int field, int value) => [.. VarInt(field << 3), .. VarInt(value)];

    private static IEnumerable<byte> VarInt(int value)
    {
        for (; value >= 0x80; value >>= 7)
            yield return (byte)(value | 0x80);
        yield return (byte)value;
    }

    private static byte[] Single(float value)
    {
        var bytes = new byte[sizeof(float)];
        BinaryPrimitives.WriteSingleLittleEndian(bytes, value);
        return bytes;
    }
}
