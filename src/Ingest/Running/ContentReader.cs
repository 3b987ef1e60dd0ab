using Ingest.Model.Findings;
using Ingest.Tables;

namespace Ingest.Running;

/// <summary>
/// Bytes to blocks and tables, before any meaning: what needs no vocabulary and no register, so that it is there at once.
/// </summary>
public sealed class ContentReader
{
    private readonly IFileReading _files;

    internal ContentReader(IFileReading files, ContentOptions options) => (_files, Options) = (files, options);

    /// <summary>Thresholds of the way from pages to content.</summary>
    public ContentOptions Options { get; }

    /// <summary>The content of a file; findings tell what could not be read.</summary>
    /// <param name="bytes">The whole file.</param>
    /// <param name="cancellation">Stops between pages.</param>
    /// <exception cref="OperationCanceledException">The run was interrupted.</exception>
    public DocumentContent Read(ReadOnlyMemory<byte> bytes, CancellationToken cancellation)
    {
        var reading = ReadSource(bytes, cancellation);
        var content = Build(reading, cancellation);
        return content with { Findings = [.. reading.Findings, .. content.Findings] };
    }

    /// <summary>Bytes to pages.</summary>
    internal SourceReading ReadSource(ReadOnlyMemory<byte> bytes, CancellationToken cancellation)
    {
        var reading = SourceReading.Of(_files.Read(bytes, cancellation));
        return reading.HasText || reading.Findings.Any(finding => finding.Severity == Severity.Error)
            ? reading
            : reading with { Findings = [.. reading.Findings, SourceFindings.NoText.At(null, null, reading.Pages.Length)] };
    }

    /// <summary>Pages to blocks and tables; its findings are its own, those of the reading stay with the reading.</summary>
    internal DocumentContent Build(SourceReading reading, CancellationToken cancellation) => ContentBuilder.BuildStoppably(reading.Pages, Options, cancellation);
}
