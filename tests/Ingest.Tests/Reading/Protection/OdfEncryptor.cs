using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace Ingest.Tests.Reading.Protection;

/// <summary>An OpenDocument package that a password protects, part by part, as ISO/IEC 26300-3 has it.</summary>
/// <param name="Password">The password.</param>
internal sealed record OdfEncryptor(string Password)
{
    private const string Manifest = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0";

    /// <summary>The cipher, by its name in the manifest; content is always encrypted by AES-CBC.</summary>
    public string Cipher { get; init; } = "http://www.w3.org/2001/04/xmlenc#aes256-cbc";

    /// <summary>How the key is made, by its name in the manifest; it is always made by PBKDF2.</summary>
    public string Derivation { get; init; } = "PBKDF2";

    /// <summary>Bytes of the key.</summary>
    public int KeyLength { get; init; } = 32;

    /// <summary>Whether hashes are SHA-1, as before ODF 1.2, with nothing said of the first.</summary>
    public bool IsOld { get; init; }

    /// <summary>Rounds that the manifest tells.</summary>
    public string Rounds { get; init; } = "1000";

    /// <summary>A text document with these parts.</summary>
    /// <param name="parts">Names and texts.</param>
    public byte[] Protect(params (string Name, string Text)[] parts)
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            Write(archive, "mimetype", "application/vnd.oasis.opendocument.text"u8);
            var manifest = new StringBuilder($"<manifest:manifest xmlns:manifest=\"{Manifest}\" manifest:version=\"1.2\"><manifest:file-entry manifest:full-path=\"/\" manifest:media-type=\"application/vnd.oasis.opendocument.text\"/>");
            foreach (var (name, text) in parts)
            {
                var (packed, salt, vector) = (Pack(Encoding.UTF8.GetBytes(text)), RandomNumberGenerator.GetBytes(16), RandomNumberGenerator.GetBytes(16));
                Write(archive, name, Encrypt(packed, salt, vector));
                manifest.Append(CultureInfo.InvariantCulture, $"<manifest:file-entry manifest:full-path=\"{name}\" manifest:media-type=\"text/xml\" manifest:size=\"{Encoding.UTF8.GetByteCount(text)}\">")
                    .Append(CultureInfo.InvariantCulture, $"<manifest:encryption-data manifest:checksum-type=\"{(IsOld ? "SHA1/1K" : Manifest + "#sha256-1k")}\" manifest:checksum=\"{Convert.ToBase64String(Hash(packed[..Math.Min(1024, packed.Length)]))}\">")
                    .Append(CultureInfo.InvariantCulture, $"<manifest:algorithm manifest:algorithm-name=\"{Cipher}\" manifest:initialisation-vector=\"{Convert.ToBase64String(vector)}\"/>")
                    .Append(IsOld ? "" : "<manifest:start-key-generation manifest:start-key-generation-name=\"http://www.w3.org/2000/09/xmldsig#sha256\" manifest:key-size=\"32\"/>")
                    .Append(CultureInfo.InvariantCulture, $"<manifest:key-derivation manifest:key-derivation-name=\"{Derivation}\" manifest:key-size=\"{KeyLength}\" manifest:iteration-count=\"{Rounds}\" manifest:salt=\"{Convert.ToBase64String(salt)}\"/>")
                    .Append("</manifest:encryption-data></manifest:file-entry>");
            }

            Write(archive, "META-INF/manifest.xml", Encoding.UTF8.GetBytes(manifest.Append("</manifest:manifest>").ToString()));
        }

        return bytes.ToArray();
    }

    private static void Write(ZipArchive archive, string name, ReadOnlySpan<byte> content)
    {
        using var stream = archive.CreateEntry(name, CompressionLevel.NoCompression).Open();
        stream.Write(content);
    }

    private static byte[] Pack(byte[] content)
    {
        using var packed = new MemoryStream();
        using (var deflate = new DeflateStream(packed, CompressionLevel.Optimal, leaveOpen: true))
            deflate.Write(content);
        return packed.ToArray();
    }

    private byte[] Encrypt(byte[] packed, byte[] salt, byte[] vector)
    {
        using var aes = Aes.Create();
        aes.Key = Rfc2898DeriveBytes.Pbkdf2(Hash(Encoding.UTF8.GetBytes(Password)), salt, int.TryParse(Rounds, CultureInfo.InvariantCulture, out var rounds) && rounds is > 0 and < 10_000 ? rounds : 1, HashAlgorithmName.SHA1, KeyLength);
        return aes.EncryptCbc(packed, vector, PaddingMode.ISO10126);
    }

    [SuppressMessage("Security", "CA5350:Do Not Use Weak Cryptographic Algorithms", Justification = "The format prescribes SHA-1.")]
    private byte[] Hash(byte[] content) => IsOld ? SHA1.HashData(content) : SHA256.HashData(content);
}
