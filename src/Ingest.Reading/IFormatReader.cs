using Ingest.Model.Pages;

namespace Ingest.Reading;

/// <summary>Reads one format: bytes to pages.</summary>
public interface IFormatReader
{
    /// <summary>Media type of the format.</summary>
    string MediaType { get; }

    /// <summary>Whether the bytes are of this format, by their content alone.</summary>
    /// <param name="bytes">The whole file.</param>
    bool Recognises(ReadOnlySpan<byte> bytes);

    /// <summary>
    /// The pages one by one, each made when it is asked for. What is wrong with a page is a finding on it.
    /// </summary>
    /// <param name="bytes">The whole file.</param>
    /// <exception cref="UnreadableSourceException">Nothing (more) can be read; pages given before stay good.</exception>
    IEnumerable<Page> Read(ReadOnlyMemory<byte> bytes);
}
