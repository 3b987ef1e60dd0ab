using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace Ingest.Reading.Protection;

/// <summary>« Standard » encryption of a package, that of Office 2007: [MS-OFFCRYPTO] 2.3.4.5 to 2.3.4.9. It has no proof of being whole.</summary>
internal sealed class StandardEncryption : PackageEncryption
{
    private const int Rounds = 50_000;
    private const int SaltLength = 16;
    private const int VerifierLength = 16;
    private const int VerifierHashLength = 32;
    private const int HashBlock = 64;

    private readonly byte[] _salt;
    private readonly byte[] _verifier;
    private readonly byte[] _verifierHash;
    private readonly int _keyLength;

    private StandardEncryption(byte[] salt, byte[] verifier, byte[] verifierHash, int keyLength) =>
        (_salt, _verifier, _verifierHash, _keyLength) = (salt, verifier, verifierHash, keyLength);

    /// <summary>The encryption that a stream « EncryptionInfo » describes, after its version and flags.</summary>
    public static StandardEncryption FromDescription(ReadOnlySpan<byte> description)
    {
        var headerLength = description.Length < 4 ? 0 : BinaryPrimitives.ReadInt32LittleEndian(description);
        if (headerLength < 20 || description.Length - 4 - headerLength < 4 + SaltLength + VerifierLength + 4 + VerifierHashLength)
            throw new InvalidDataException("encryption: the description is cut off");
        var header = description[4..];
        var keyLength = BinaryPrimitives.ReadUInt32LittleEndian(header[8..]) switch
        {
            0x660E => 16,
            0x660F => 24,
            0x6610 => 32,
            var other => throw new InvalidDataException($"encryption: algorithm {other:X}"),
        };
        var verifier = header[(headerLength + 4)..];
        return new StandardEncryption(
            verifier[..SaltLength].ToArray(), verifier.Slice(SaltLength, VerifierLength).ToArray(),
            verifier.Slice(SaltLength + VerifierLength + 4, VerifierHashLength).ToArray(), keyLength);
    }

    /// <inheritdoc/>
    [SuppressMessage("Security", "CA5350:Do Not Use Weak Cryptographic Algorithms", Justification = "The format prescribes SHA-1.")]
    protected override byte[]? KeyOf(string password)
    {
        var hash = SHA1.HashData([.. _salt, .. Encoding.Unicode.GetBytes(password)]);
        var round = new byte[4 + hash.Length];
        for (var i = 0; i < Rounds; i++)
        {
            BinaryPrimitives.WriteInt32LittleEndian(round, i);
            hash.CopyTo(round, 4);
            SHA1.HashData(round, hash);
        }

        var final = SHA1.HashData([.. hash, 0, 0, 0, 0]);
        var key = Derived(final, 0x36).Concat(Derived(final, 0x5C)).Take(_keyLength).ToArray();
        var expected = Decrypt(key, _verifierHash);
        var actual = SHA1.HashData(Decrypt(key, _verifier));
        return CryptographicOperations.FixedTimeEquals(actual, expected.AsSpan(0, actual.Length)) ? key : null;
    }

    /// <inheritdoc/>
    [SuppressMessage("Security", "CA5358:Review cipher mode usage with cryptography experts", Justification = "The format prescribes ECB.")]
    protected override byte[] Decrypt(byte[] key, ReadOnlySpan<byte> content)
    {
        using var aes = Aes.Create();
        aes.Key = key;
        return aes.DecryptEcb(WholeBlocks(content.ToArray()), PaddingMode.None);
    }

    /// <inheritdoc/>
    protected override bool IsWhole(byte[] key, ReadOnlySpan<byte> stream) => true;

    [SuppressMessage("Security", "CA5350:Do Not Use Weak Cryptographic Algorithms", Justification = "The format prescribes SHA-1.")]
    private static byte[] Derived(byte[] hash, byte filler)
    {
        var block = Enumerable.Repeat(filler, HashBlock).ToArray();
        for (var i = 0; i < hash.Length; i++)
            block[i] ^= hash[i];
        return SHA1.HashData(block);
    }
}
