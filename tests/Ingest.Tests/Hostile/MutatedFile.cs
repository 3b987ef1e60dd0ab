using System.Collections.Immutable;
using System.IO.Compression;

namespace Ingest.Tests.Hostile;

/// <summary>Real files with something changed at random: bits, runs of bytes, numbers, parts of other files. The same seed gives the same bytes.</summary>
internal static class MutatedFile
{
    private const int MostChanges = 8;
    private const int LongestRun = 64;

    // What formats count with: lengths, offsets, sizes at their edges.
    private static readonly ImmutableArray<string> Numbers = ["-1", "0", "1", "255", "65536", "2147483647", "-2147483648", "4294967295", "99999999999999999999", "1e308", "NaN"];

    private static ReadOnlySpan<byte> Package => "PK\u0003\u0004"u8;

    /// <summary>A change of a file; of a package, of one of its parts.</summary>
    /// <param name="bytes">The file.</param>
    /// <param name="other">Another one, to take parts from.</param>
    /// <param name="random">The lots.</param>
    public static byte[] Of(byte[] bytes, byte[] other, Random random) =>
        bytes.AsSpan().StartsWith(Package) && random.Next(4) > 0 ? OfPackage(bytes, other, random) : Change(bytes, other, random);

    private static byte[] OfPackage(byte[] bytes, byte[] other, Random random)
    {
        using var source = new ZipArchive(new MemoryStream(bytes, writable: false));
        var chosen = source.Entries[random.Next(source.Entries.Count)];
        using var result = new MemoryStream();
        using (var target = new ZipArchive(result, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var entry in source.Entries)
            {
                using var from = entry.Open();
                using var content = new MemoryStream();
                from.CopyTo(content);
                using var to = target.CreateEntry(entry.FullName).Open();
                to.Write(entry == chosen ? Change(content.ToArray(), other, random) : content.ToArray());
            }
        }

        return result.ToArray();
    }

    private static byte[] Change(byte[] bytes, byte[] other, Random random)
    {
        var changed = bytes.ToList();
        for (var left = random.Next(1, MostChanges + 1); left > 0 && changed.Count > 0; left--)
        {
            var at = random.Next(changed.Count);
            var length = Math.Min(random.Next(1, LongestRun + 1), changed.Count - at);
            switch (random.Next(7))
            {
                case 0:
                    changed[at] ^= (byte)(1 << random.Next(8));
                    break;
                case 1:
                    changed.RemoveRange(at, length);
                    break;
                case 2:
                    changed.InsertRange(at, changed.GetRange(at, length));
                    break;
                case 3:
                    changed.InsertRange(at, other.Skip(random.Next(other.Length)).Take(LongestRun));
                    break;
                case 4:
                    changed.RemoveRange(at, changed.Count - at);
                    break;
                case 5:
                    changed.InsertRange(at, Enumerable.Range(0, length).Select(_ => (byte)random.Next(256)));
                    break;
                default:
                    ChangeNumber(changed, at, random);
                    break;
            }
        }

        return [.. changed];
    }

    // The next number of the file becomes one at an edge.
    private static void ChangeNumber(List<byte> bytes, int from, Random random)
    {
        var start = bytes.FindIndex(from, digit => digit is >= (byte)'0' and <= (byte)'9');
        if (start < 0)
            return;
        var end = bytes.FindIndex(start, digit => digit is < (byte)'0' or > (byte)'9');
        bytes.RemoveRange(start, (end < 0 ? bytes.Count : end) - start);
        bytes.InsertRange(start, Numbers[random.Next(Numbers.Length)].Select(sign => (byte)sign));
    }
}
