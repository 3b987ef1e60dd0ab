using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Ingest.Reading.Imaging;

namespace Ingest.Reading.Ocr;

/// <summary>
/// What the engine answered, by the images that it was given and its version: a second run costs no recognition. A cache that cannot
/// be read or written is none; it never stops the work.
/// </summary>
internal sealed class RecognitionCache(string? folder)
{
    /// <summary>The key of a call.</summary>
    public static string KeyOf(string version, IReadOnlyList<GreyImage> images, string call)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(version + "\n" + call + "\n"));
        foreach (var image in images)
        {
            hash.AppendData(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{image.Width}x{image.Height}\n")));
            hash.AppendData(image.Bytes.Span);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>The answer to a call; null where it is not there.</summary>
    public byte[]? Find(string key)
    {
        if (folder is null)
            return null;
        try
        {
            using var file = File.OpenRead(PathOf(key));
            using var packed = new GZipStream(file, CompressionMode.Decompress);
            using var answer = new MemoryStream();
            packed.CopyTo(answer);
            return answer.ToArray();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            return null;
        }
    }

    /// <summary>Keeps an answer.</summary>
    public void Keep(string key, ReadOnlyMemory<byte> answer)
    {
        if (folder is null)
            return;
        var path = PathOf(key);
        // A name of its own until it is whole: several runs may share the folder.
        var temporary = $"{path}.{Environment.ProcessId}-{Environment.CurrentManagedThreadId}";
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            using (var file = File.Create(temporary))
            using (var packed = new GZipStream(file, CompressionLevel.Fastest))
                packed.Write(answer.Span);
            File.Move(temporary, path, overwrite: true);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // No room, no rights: the next run reads again.
        }
    }

    private string PathOf(string key) => Path.Combine(folder!, key[..2], key + ".hocr.gz");
}
