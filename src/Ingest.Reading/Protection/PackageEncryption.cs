using System.Buffers.Binary;

namespace Ingest.Reading.Protection;

/// <summary>The way in which a package is encrypted: [MS-OFFCRYPTO].</summary>
internal abstract class PackageEncryption
{
    private const int SizeLength = 8;
    private const int BlockLength = 16;
    private const int AgileVersion = 4;
    private const int VersionAndFlags = 8;

    /// <summary>The encryption that a stream « EncryptionInfo » describes.</summary>
    /// <exception cref="InvalidDataException">It is damaged, or of a kind that is not read here.</exception>
    public static PackageEncryption Of(ReadOnlySpan<byte> description)
    {
        if (description.Length <= VersionAndFlags)
            throw new InvalidDataException("encryption: no description");
        var (major, minor) = (BinaryPrimitives.ReadUInt16LittleEndian(description), BinaryPrimitives.ReadUInt16LittleEndian(description[2..]));
        return (major, minor) switch
        {
            (AgileVersion, AgileVersion) => AgileEncryption.FromDescription(description[VersionAndFlags..]),
            (2 or 3 or 4, 2) => StandardEncryption.FromDescription(description[VersionAndFlags..]),
            _ => throw new InvalidDataException($"encryption {major}.{minor}"),
        };
    }

    /// <summary>The package that a stream « EncryptedPackage » holds; null where the password does not fit.</summary>
    /// <exception cref="InvalidDataException">The stream is damaged.</exception>
    public byte[]? Open(string password, ReadOnlySpan<byte> stream)
    {
        if (KeyOf(password) is not { } key)
            return null;
        var size = stream.Length < SizeLength ? -1 : BinaryPrimitives.ReadInt64LittleEndian(stream);
        if (size < 0 || size > stream.Length - SizeLength || !IsWhole(key, stream))
            throw new InvalidDataException("encryption: the protected package is cut off or was changed");
        return Decrypt(key, stream[SizeLength..])[..(int)size];
    }

    /// <summary>The key of the content; null where the password does not fit.</summary>
    protected abstract byte[]? KeyOf(string password);

    /// <summary>Content in clear.</summary>
    protected abstract byte[] Decrypt(byte[] key, ReadOnlySpan<byte> content);

    /// <summary>Whether the stream is as it was written, as far as the format has a proof.</summary>
    protected abstract bool IsWhole(byte[] key, ReadOnlySpan<byte> stream);

    /// <summary>The content as far as it fills blocks: what is cut off cannot be read.</summary>
    protected static byte[] WholeBlocks(byte[] content) => content.Length % BlockLength == 0 ? content : content[..^(content.Length % BlockLength)];
}
