using System.Security.Cryptography;
using Ingest.Model.Documents;
using Ingest.Model.Findings;
using Ingest.Pipeline;
using Ingest.Tables;

namespace Ingest.Running;

/// <summary>One document as one unit of work. Stand-in until the engine is there.</summary>
public sealed class DocumentProcessor
{
    private readonly PipelineDefinition _definition;

    /// <summary>A processor that works by a definition.</summary>
    public DocumentProcessor(PipelineDefinition definition) => _definition = definition;

    /// <summary>Bytes to the published document; what is wrong with them is a finding in it.</summary>
    public IngestedDocument Process(string fileName, ReadOnlyMemory<byte> bytes, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var isText = !bytes.IsEmpty && bytes.Span.IndexOf((byte)0) < 0;
        var finding = bytes.IsEmpty ? SourceFindings.Empty.At(null, null)
            : isText ? StructureFindings.NothingFound.At(null, null)
            : SourceFindings.UnknownFormat.At(null, null, Convert.ToHexString(bytes.Span[..Math.Min(8, bytes.Length)]));
        return new IngestedDocument
        {
            Producer = new Producer("ingest", "0", _definition.Name, _definition.Hash),
            Status = isText ? DocumentStatus.Doubts : DocumentStatus.Failed,
            Source = new Source
            {
                FileName = fileName,
                Sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes.Span)),
                MediaType = isText ? "text/plain" : "application/octet-stream",
                ByteLength = bytes.Length,
            },
            Findings = [finding],
        };
    }

    /// <summary>Bytes to blocks and tables, before any meaning.</summary>
    public DocumentContent ReadContent(string fileName, ReadOnlyMemory<byte> bytes) =>
        new() { Blocks = [], Findings = Process(fileName, bytes, CancellationToken.None).Findings };
}
