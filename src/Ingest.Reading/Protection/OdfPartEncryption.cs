using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;

namespace Ingest.Reading.Protection;

/// <summary>
/// How one part of an OpenDocument package is encrypted (ISO/IEC 26300-3, 3.4 and 4.8): what LibreOffice writes from 3.5 to 24.2, and later
/// where it is told to. Blowfish of older programs and Argon2 of newer ones are not in the framework; they are told by their names.
/// </summary>
internal sealed class OdfPartEncryption
{
    /// <summary>Most rounds of hashing: a usual file has 100 000.</summary>
    private const int MostRounds = 10_000_000;

    private const int BlockLength = 16;

    // Of the part as it is packed, before it is encrypted.
    private const int CheckedLength = 1024;

    private readonly byte[] _vector;
    private readonly byte[] _salt;
    private readonly byte[] _checksum;
    private readonly int _rounds;
    private readonly int _keyLength;
    private readonly Func<byte[], byte[]> _startKey;
    private readonly Func<byte[], byte[]> _check;

    private OdfPartEncryption(XElement data)
    {
        XElement Part(string name) => data.Element(data.Name.Namespace + name) ?? throw new InvalidDataException($"encryption: {name}");
        string? Named(XElement? element, string name) => element?.Attribute(data.Name.Namespace + name)?.Value;
        byte[] Bytes(XElement element, string name) => Convert.FromBase64String(Named(element, name) ?? throw new InvalidDataException($"encryption: {name}"));
        int Number(XElement element, string name, int most) =>
            int.TryParse(Named(element, name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 && number <= most ? number : throw new InvalidDataException($"encryption: {name} {Named(element, name)}");

        var (cipher, derivation) = (Part("algorithm"), Part("key-derivation"));
        if (LastWord(Named(derivation, "key-derivation-name")) is not "pbkdf2" and var other)
            throw new InvalidDataException($"encryption: {other}");
        _keyLength = LastWord(Named(cipher, "algorithm-name")) switch
        {
            "aes256-cbc" => 32,
            "aes192-cbc" => 24,
            "aes128-cbc" => 16,
            var unknown => throw new InvalidDataException($"encryption: {unknown}"),
        };
        _vector = Bytes(cipher, "initialisation-vector");
        _salt = Bytes(derivation, "salt");
        _rounds = Number(derivation, "iteration-count", MostRounds);
        _startKey = Hash(LastWord(Named(data.Element(data.Name.Namespace + "start-key-generation"), "start-key-generation-name")) ?? "sha1");
        _checksum = Bytes(data, "checksum");
        _check = Hash(LastWord(Named(data, "checksum-type"))?.Replace("-1k", "", StringComparison.Ordinal));
        if (_vector.Length != BlockLength)
            throw new InvalidDataException("encryption: initialisation-vector");
    }

    /// <summary>What an element « manifest:encryption-data » describes.</summary>
    /// <exception cref="InvalidDataException">It is damaged, or of a kind that is not read here.</exception>
    public static OdfPartEncryption Of(XElement data)
    {
        try
        {
            return new OdfPartEncryption(data);
        }
        catch (FormatException error)
        {
            throw new InvalidDataException($"encryption: {error.Message}", error);
        }
    }

    /// <summary>The part as it was packed (deflate), before it was encrypted; null where the password does not fit.</summary>
    [SuppressMessage("Security", "CA5379:Do Not Use Weak Key Derivation Function Algorithm", Justification = "The format prescribes HMAC-SHA-1.")]
    public byte[]? Open(string password, byte[] content)
    {
        if (content.Length == 0 || content.Length % BlockLength != 0)
            throw new InvalidDataException("encryption: a part is cut off");
        using var aes = Aes.Create();
        aes.Key = Rfc2898DeriveBytes.Pbkdf2(_startKey(Encoding.UTF8.GetBytes(password)), _salt, _rounds, HashAlgorithmName.SHA1, _keyLength);
        var plain = aes.DecryptCbc(content, _vector, PaddingMode.None);
        // The last byte says how many were added; a wrong password makes it any number.
        if (plain[^1] is 0 or > BlockLength)
            return null;
        Array.Resize(ref plain, plain.Length - plain[^1]);
        return CryptographicOperations.FixedTimeEquals(_check(plain[..Math.Min(plain.Length, CheckedLength)]), _checksum) ? plain : null;
    }

    // « http://www.w3.org/2001/04/xmlenc#aes256-cbc », « PBKDF2 », « SHA1/1K ».
    private static string? LastWord(string? name) => name?[(name.LastIndexOf('#') + 1)..].ToLowerInvariant();

    [SuppressMessage("Security", "CA5350:Do Not Use Weak Cryptographic Algorithms", Justification = "The format prescribes SHA-1.")]
    private static Func<byte[], byte[]> Hash(string? name) => name switch
    {
        "sha256" => SHA256.HashData,
        "sha1" or "sha1/1k" => SHA1.HashData,
        _ => throw new InvalidDataException($"encryption: {name}"),
    };
}
