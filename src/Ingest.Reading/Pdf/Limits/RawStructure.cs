using System.Buffers.Text;

namespace Ingest.Reading.Pdf.Limits;

/// <summary>
/// Looks through the bytes of a PDF for the lies that the library believes at the cost of the process: numbers in the stream of
/// cross-references that reserve the stack, and objects that are nothing but a reference to one another.
/// </summary>
internal static class RawStructure
{
    // ISO 32000-1, annex C: the most objects of a file. A width is a number of bytes; eight hold any offset.
    private const int MostObjects = 8_388_607;
    private const int WidestField = 8;

    // Dictionaries of cross-reference streams are some hundred bytes long.
    private const int Reach = 4096;

    // Real files have none; a chain of them is followed one call inside the other.
    private const int MostReferences = 1000;

    /// <summary>What is wrong, in words that French and English share; null where nothing is.</summary>
    public static string? ProblemOf(ReadOnlySpan<byte> bytes) => CrossReferences(bytes) ?? References(bytes);

    private static string? CrossReferences(ReadOnlySpan<byte> bytes)
    {
        for (var from = 0; bytes[from..].IndexOf("/XRef"u8) is var at and >= 0; from += at + 1)
        {
            var place = from + at;
            var around = bytes[Math.Max(0, place - Reach)..Math.Min(bytes.Length, place + Reach)];
            around = around[Math.Max(0, around[..Math.Min(place, Reach)].LastIndexOf("obj"u8))..];
            if (around.IndexOf("stream"u8) is var end and >= 0)
                around = around[..end];
            foreach (var number in Numbers(around, "/W"u8))
            {
                if (number is < 0 or > WidestField)
                    return $"/XRef /W {number}";
            }

            foreach (var number in Numbers(around, "/Index"u8))
            {
                if (number is < 0 or > MostObjects)
                    return $"/XRef /Index {number}";
            }
        }

        return null;
    }

    // The numbers of the array behind a key.
    private static List<long> Numbers(ReadOnlySpan<byte> dictionary, ReadOnlySpan<byte> key)
    {
        var numbers = new List<long>();
        var at = dictionary.IndexOf(key);
        if (at < 0)
            return numbers;
        var rest = dictionary[(at + key.Length)..].TrimStart(" \t\r\n\0\f"u8);
        if (!rest.StartsWith("["u8))
            return numbers;
        rest = rest[1..].TrimStart(" \t\r\n\0\f"u8);
        while (Utf8Parser.TryParse(rest, out long number, out var length))
        {
            numbers.Add(number);
            rest = rest[length..].TrimStart(" \t\r\n\0\f"u8);
        }

        // Digits that are no number any more are too large for one.
        if (rest.Length > 0 && (char.IsAsciiDigit((char)rest[0]) || rest[0] == '-'))
            numbers.Add(long.MaxValue);
        return numbers;
    }

    private static string? References(ReadOnlySpan<byte> bytes)
    {
        var targets = new Dictionary<long, long>();
        for (var from = 0; bytes[from..].IndexOf(" obj"u8) is var at and >= 0; from += at + 1)
        {
            if (Target(bytes[(from + at + 4)..]) is { } target && NumberBefore(bytes[..(from + at)]) is { } number)
                targets[number] = target;
        }

        if (targets.Count > MostReferences)
            return $"{targets.Count} × « obj R endobj »";
        foreach (var start in targets.Keys)
        {
            var number = start;
            for (var steps = 0; targets.TryGetValue(number, out number); steps++)
            {
                if (steps > targets.Count)
                    return $"{start} 0 R → {start} 0 R";
            }
        }

        return null;
    }

    // « 7 0 R » where it is the whole object.
    private static long? Target(ReadOnlySpan<byte> body)
    {
        body = body.TrimStart(" \t\r\n\0\f"u8);
        if (body.IsEmpty || !char.IsAsciiDigit((char)body[0]) || !Utf8Parser.TryParse(body, out long number, out var length))
            return null;
        body = body[length..].TrimStart(" \t\r\n\0\f"u8);
        if (!Utf8Parser.TryParse(body, out long _, out length))
            return null;
        body = body[length..].TrimStart(" \t\r\n\0\f"u8);
        return body.StartsWith("R"u8) ? number : null;
    }

    // The number in « 6 0 obj »: before the generation.
    private static long? NumberBefore(ReadOnlySpan<byte> bytes)
    {
        var generation = bytes.LastIndexOfAnyExceptInRange((byte)'0', (byte)'9');
        if (generation < 0 || generation == bytes.Length - 1)
            return null;
        var rest = bytes[..(generation + 1)].TrimEnd(" \t\r\n\0\f"u8);
        var start = rest.LastIndexOfAnyExceptInRange((byte)'0', (byte)'9') + 1;
        return Utf8Parser.TryParse(rest[start..], out long number, out _) ? number : null;
    }
}
