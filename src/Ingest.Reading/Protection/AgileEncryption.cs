using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace Ingest.Reading.Protection;

/// <summary>« Agile » encryption of a package, that of Office since 2010: [MS-OFFCRYPTO] 2.3.4.10 to 2.3.4.15.</summary>
internal sealed class AgileEncryption : PackageEncryption
{
    /// <summary>Most rounds of hashing that the standard allows; a usual file has 100 000.</summary>
    private const int MostRounds = 10_000_000;

    private const int SegmentLength = 4096;
    private const byte Filler = 0x36;

    private static readonly XNamespace Names = "http://schemas.microsoft.com/office/2006/encryption";
    private static readonly XNamespace PasswordNames = "http://schemas.microsoft.com/office/2006/keyEncryptor/password";

    private static readonly byte[] VerifierInput = [0xFE, 0xA7, 0xD2, 0x76, 0x3B, 0x4B, 0x9E, 0x79];
    private static readonly byte[] VerifierHash = [0xD7, 0xAA, 0x0F, 0x6D, 0x30, 0x61, 0x34, 0x4E];
    private static readonly byte[] KeyValue = [0x14, 0x6E, 0x0B, 0xE7, 0xAB, 0xAC, 0xD0, 0xD6];
    private static readonly byte[] HmacKey = [0x5F, 0xB2, 0xAD, 0x01, 0x0C, 0xB9, 0xE1, 0xF6];
    private static readonly byte[] HmacValue = [0xA0, 0x67, 0x7F, 0x02, 0xB2, 0x2C, 0x84, 0x33];

    private readonly Scheme _package;
    private readonly Scheme _password;
    private readonly XElement _key;
    private readonly XElement? _integrity;
    private readonly int _rounds;

    private AgileEncryption(XElement root)
    {
        _package = Scheme.Of(root.Element(Names + "keyData"));
        _integrity = root.Element(Names + "dataIntegrity");
        _key = root.Descendants(PasswordNames + "encryptedKey").FirstOrDefault() ?? throw new InvalidDataException("encryption: no key is protected by a password");
        _password = Scheme.Of(_key);
        _rounds = Scheme.Number(_key, "spinCount");
        if (_rounds is < 0 or > MostRounds)
            throw new InvalidDataException($"encryption: spinCount {_rounds.ToString(CultureInfo.InvariantCulture)}");
    }

    /// <summary>The encryption that a stream « EncryptionInfo » describes, after its version.</summary>
    public static AgileEncryption FromDescription(ReadOnlySpan<byte> description)
    {
        try
        {
            using var text = new StringReader(Encoding.UTF8.GetString(description).TrimStart('\uFEFF'));
            using var reader = XmlReader.Create(text, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
            return new AgileEncryption(XElement.Load(reader));
        }
        catch (Exception error) when (error is XmlException or FormatException)
        {
            throw new InvalidDataException($"encryption: {error.Message}", error);
        }
    }

    /// <inheritdoc/>
    protected override byte[]? KeyOf(string password)
    {
        var hash = _password.Hash(_password.Salt, Encoding.Unicode.GetBytes(password));
        var round = new byte[4 + hash.Length];
        for (var i = 0; i < _rounds; i++)
        {
            BinaryPrimitives.WriteInt32LittleEndian(round, i);
            hash.CopyTo(round, 4);
            CryptographicOperations.HashData(_password.HashName, round, hash);
        }

        byte[] Opened(byte[] purpose, string attribute) =>
            Scheme.Decrypt(Fitted(_password.Hash(hash, purpose), _password.KeyLength), Fitted(_password.Salt, _password.BlockLength), Scheme.Bytes(_key, attribute));
        var input = Opened(VerifierInput, "encryptedVerifierHashInput");
        var expected = Opened(VerifierHash, "encryptedVerifierHashValue");
        var verifier = _password.Hash(input[..Math.Min(input.Length, _password.Salt.Length)], []);
        return verifier.Length <= expected.Length && CryptographicOperations.FixedTimeEquals(verifier, expected.AsSpan(0, verifier.Length))
            ? Fitted(Opened(KeyValue, "encryptedKeyValue"), _package.KeyLength)
            : null;
    }

    /// <inheritdoc/>
    protected override byte[] Decrypt(byte[] key, ReadOnlySpan<byte> content)
    {
        var segment = new byte[4];
        using var plain = new MemoryStream(content.Length);
        for (var (from, number) = (0, 0); from < content.Length; from += SegmentLength, number++)
        {
            BinaryPrimitives.WriteInt32LittleEndian(segment, number);
            plain.Write(Scheme.Decrypt(key, Vector(segment), content[from..Math.Min(content.Length, from + SegmentLength)].ToArray()));
        }

        return plain.ToArray();
    }

    /// <inheritdoc/>
    protected override bool IsWhole(byte[] key, ReadOnlySpan<byte> stream)
    {
        if (_integrity is null)
            return true;
        var secret = Scheme.Decrypt(key, Vector(HmacKey), Scheme.Bytes(_integrity, "encryptedHmacKey"));
        var expected = Scheme.Decrypt(key, Vector(HmacValue), Scheme.Bytes(_integrity, "encryptedHmacValue"));
        using var hmac = IncrementalHash.CreateHMAC(_package.HashName, secret[..Math.Min(secret.Length, _package.HashLength)]);
        hmac.AppendData(stream);
        var actual = hmac.GetHashAndReset();
        return expected.Length >= actual.Length && CryptographicOperations.FixedTimeEquals(actual, expected.AsSpan(0, actual.Length));
    }

    private byte[] Vector(byte[] purpose) => Fitted(_package.Hash(_package.Salt, purpose), _package.BlockLength);

    private static byte[] Fitted(byte[] bytes, int length)
    {
        var fitted = bytes.AsSpan(0, Math.Min(length, bytes.Length)).ToArray();
        Array.Resize(ref fitted, length);
        fitted.AsSpan(Math.Min(length, bytes.Length)).Fill(Filler);
        return fitted;
    }

    /// <summary>How something is encrypted.</summary>
    private sealed record Scheme(byte[] Salt, int BlockLength, int KeyLength, HashAlgorithmName HashName, int HashLength)
    {
        public static Scheme Of(XElement? element)
        {
            if (element is null)
                throw new InvalidDataException("encryption: keyData");
            if ((string?)element.Attribute("cipherAlgorithm") is not "AES" || (string?)element.Attribute("cipherChaining") is not "ChainingModeCBC")
                throw new InvalidDataException($"encryption: {(string?)element.Attribute("cipherAlgorithm")}, {(string?)element.Attribute("cipherChaining")}");
            var (name, length) = (string?)element.Attribute("hashAlgorithm") switch
            {
                "SHA512" or "SHA-512" => (HashAlgorithmName.SHA512, SHA512.HashSizeInBytes),
                "SHA384" or "SHA-384" => (HashAlgorithmName.SHA384, SHA384.HashSizeInBytes),
                "SHA256" or "SHA-256" => (HashAlgorithmName.SHA256, SHA256.HashSizeInBytes),
                "SHA1" or "SHA-1" => (HashAlgorithmName.SHA1, SHA1.HashSizeInBytes),
                var other => throw new InvalidDataException($"encryption: {other}"),
            };
            var keyLength = Number(element, "keyBits") / 8;
            if (Number(element, "blockSize") != 16 || keyLength is not (16 or 24 or 32))
                throw new InvalidDataException("encryption: blockSize, keyBits");
            return new Scheme(Bytes(element, "saltValue"), 16, keyLength, name, length);
        }

        public static int Number(XElement element, string attribute) =>
            int.TryParse((string?)element.Attribute(attribute), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : throw new InvalidDataException($"encryption: {attribute}");

        public static byte[] Bytes(XElement element, string attribute) =>
            Convert.FromBase64String((string?)element.Attribute(attribute) ?? throw new InvalidDataException($"encryption: {attribute}"));

        public byte[] Hash(byte[] first, byte[] then) => CryptographicOperations.HashData(HashName, (byte[])[.. first, .. then]);

        public static byte[] Decrypt(byte[] key, byte[] vector, byte[] content)
        {
            using var aes = Aes.Create();
            aes.Key = key;
            return aes.DecryptCbc(WholeBlocks(content), vector, PaddingMode.None);
        }
    }
}
