using System.IO.Compression;
using Ingest.Model.Findings;
using Ingest.Reading.Packages;
using Ingest.Reading.Protection;

namespace Ingest.Reading.Odf;

/// <summary>The parts of a package, in clear where a password that was given opens them.</summary>
internal sealed class OdfParts
{
    private readonly ZipArchive _archive;
    private readonly OdfManifest? _manifest;
    private readonly OdfOptions _options;
    private string? _password;

    /// <summary>The parts of an archive.</summary>
    /// <param name="archive">The archive.</param>
    /// <param name="manifest">What it says of itself; null where it says nothing.</param>
    /// <param name="options">The limits and the passwords.</param>
    /// <exception cref="UnreadableSourceException">It needs a password and none was given.</exception>
    /// <exception cref="InvalidDataException">It is encrypted as a whole, in a way that is not read here.</exception>
    public OdfParts(ZipArchive archive, OdfManifest? manifest, OdfOptions options)
    {
        (_archive, _manifest, _options) = (archive, manifest, options);
        if (manifest is null || manifest.Encrypted.IsEmpty)
            return;
        if (options.Passwords.IsEmpty)
            throw new UnreadableSourceException(SourceFindings.Encrypted.At(null, null));
        if (!manifest.Encrypted.TryGetValue(OdfManifest.WholePart, out var whole))
            return;
        OdfPartEncryption.Of(whole);
        throw new InvalidDataException($"encryption: {OdfManifest.WholePart}");
    }

    /// <summary>A part; null where there is none.</summary>
    /// <exception cref="UnreadableSourceException">No password opens it.</exception>
    /// <exception cref="InvalidDataException">It is damaged, or encrypted in a way that is not read here.</exception>
    /// <exception cref="ArchiveLimitException">It is larger than allowed.</exception>
    public MemoryStream? Open(string name)
    {
        if (_archive.GetEntry(name) is not { } entry)
            return null;
        var content = BoundedEntry.Open(entry, _options);
        if (_manifest is null || !_manifest.Encrypted.TryGetValue(name, out var data))
            return content;
        var encryption = OdfPartEncryption.Of(data);
        foreach (var password in _password is null ? _options.Passwords.Values : [_password])
        {
            if (encryption.Open(password, content.ToArray()) is not { } packed)
                continue;
            _password = password;
            return BoundedEntry.Inflate(packed, name, _options);
        }

        // All parts have one password: what it does not open was changed.
        throw _password is null
            ? new UnreadableSourceException(SourceFindings.WrongPassword.At(null, null, _options.Passwords.Values.Length))
            : new InvalidDataException("encryption: checksum");
    }
}
