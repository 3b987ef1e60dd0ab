using System.Collections.Immutable;
using Ingest.Model.Findings;
using Ingest.Model.Pages;

namespace Ingest.Running;

/// <summary>What is told while a file is read, in this order: its format, its pages one by one, the end.</summary>
internal abstract record ReadingEvent;

/// <summary>The format is known.</summary>
/// <param name="MediaType">Its media type.</param>
internal sealed record FormatTold(string MediaType) : ReadingEvent;

/// <summary>A page was read.</summary>
/// <param name="Page">The page.</param>
internal sealed record PageRead(Page Page) : ReadingEvent;

/// <summary>Nothing more comes.</summary>
/// <param name="Findings">Why not, where it is not the end of the file.</param>
/// <param name="AsksRecognition">Whether a page was one for text recognition.</param>
internal sealed record ReadingEnded(ImmutableArray<Finding> Findings, bool AsksRecognition) : ReadingEvent;

/// <summary>Reads files, in this process or in another.</summary>
internal interface IFileReading
{
    /// <summary>What is read of a file, told as it is read. Bad input never throws.</summary>
    /// <param name="bytes">The whole file.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <exception cref="OperationCanceledException">The run was interrupted.</exception>
    IEnumerable<ReadingEvent> Read(ReadOnlyMemory<byte> bytes, CancellationToken cancellation);
}
