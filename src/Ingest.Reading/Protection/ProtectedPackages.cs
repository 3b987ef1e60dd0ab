using System.Security.Cryptography;
using System.Text;
using Ingest.Model.Findings;

namespace Ingest.Reading.Protection;

/// <summary>Opens packages of Microsoft Office that a password protects.</summary>
internal sealed class ProtectedPackages(Passwords passwords)
{
    private const string Format = "Microsoft Office";
    private const string DescriptionStream = "EncryptionInfo";
    private const string PackageStream = "EncryptedPackage";

    private static ReadOnlySpan<byte> CompoundSignature => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    /// <summary>The package in clear; the bytes as they are where they are no protected package, or where there is no password to try.</summary>
    /// <exception cref="UnreadableSourceException">No password fits, or the protection is none that is read here.</exception>
    public ReadOnlyMemory<byte> Open(ReadOnlyMemory<byte> bytes)
    {
        if (passwords.IsEmpty || !bytes.Span.StartsWith(CompoundSignature) || bytes.Span.IndexOf(Encoding.Unicode.GetBytes(PackageStream)) < 0)
            return bytes;
        try
        {
            var file = new CompoundFile(bytes);
            if (file.Stream(DescriptionStream) is not { } description || file.Stream(PackageStream) is not { } stream)
                return bytes;
            var encryption = PackageEncryption.Of(description);
            foreach (var password in passwords.Values)
            {
                if (encryption.Open(password, stream) is { } package)
                    return package;
            }
        }
        catch (Exception damage) when (damage is InvalidDataException or CryptographicException or FormatException or ArgumentException)
        {
            throw new UnreadableSourceException(SourceFindings.Unreadable.At(null, null, Format, damage.Message), damage);
        }

        throw new UnreadableSourceException(SourceFindings.WrongPassword.At(null, null, passwords.Values.Length));
    }
}
