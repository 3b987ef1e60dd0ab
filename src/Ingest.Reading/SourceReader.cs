using System.Collections.Immutable;
using Ingest.Model.Findings;
using Ingest.Model.Pages;
using Ingest.Reading.Protection;

namespace Ingest.Reading;

/// <summary>Chooses the reader of a file by its content, never by its name.</summary>
public sealed class SourceReader
{
    private readonly ImmutableArray<IFormatReader> _readers;
    private readonly ProtectedPackages _protected;

    /// <summary>The readers in the order in which they are asked; the most specific first.</summary>
    public SourceReader(params ImmutableArray<IFormatReader> readers)
        : this(Passwords.None, readers)
    {
    }

    /// <summary>The readers in the order in which they are asked, and the passwords of packages that need one.</summary>
    public SourceReader(Passwords passwords, ImmutableArray<IFormatReader> readers) => (_protected, _readers) = (new ProtectedPackages(passwords), readers);

    /// <summary>The reader of a file, and what it reads: of a protected package, what the password opens.</summary>
    /// <exception cref="UnreadableSourceException">The file is empty, of no known format, or no password fits.</exception>
    public OpenedSource Open(ReadOnlyMemory<byte> bytes)
    {
        var opened = _protected.Open(bytes);
        return new OpenedSource(Choose(opened.Span), opened);
    }

    /// <summary>The reader that recognises the bytes.</summary>
    /// <exception cref="UnreadableSourceException">The file is empty or of no known format.</exception>
    public IFormatReader Choose(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty)
            throw new UnreadableSourceException(SourceFindings.Empty.At(null, null));
        foreach (var reader in _readers)
        {
            if (reader.Recognises(bytes))
                return reader;
        }

        throw new UnreadableSourceException(SourceFindings.UnknownFormat.At(null, null, Describe(bytes)));
    }

    // The first bytes tell a person (and a bug report) what the file is, without a list of all formats of the world.
    private static string Describe(ReadOnlySpan<byte> bytes) => Convert.ToHexString(bytes[..Math.Min(8, bytes.Length)]);
}

/// <summary>A file with its reader.</summary>
/// <param name="Reader">The reader.</param>
/// <param name="Bytes">What it reads.</param>
public sealed record OpenedSource(IFormatReader Reader, ReadOnlyMemory<byte> Bytes)
{
    /// <summary>The pages, one by one.</summary>
    public IEnumerable<Page> Read() => Reader.Read(Bytes);
}
