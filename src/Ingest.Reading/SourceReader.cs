using System.Collections.Immutable;
using Ingest.Model.Findings;

namespace Ingest.Reading;

/// <summary>Chooses the reader of a file by its content, never by its name.</summary>
public sealed class SourceReader
{
    private readonly ImmutableArray<IFormatReader> _readers;

    /// <summary>The readers in the order in which they are asked; the most specific first.</summary>
    public SourceReader(params ImmutableArray<IFormatReader> readers) => _readers = readers;

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
