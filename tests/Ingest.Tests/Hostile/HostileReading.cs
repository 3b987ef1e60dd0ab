using System.Collections.Concurrent;
using Ingest.Pipeline;
using Ingest.Reading;
using Ingest.Reading.Ocr;
using Ingest.Running;
using Ingest.Tests.Vocabulary;

namespace Ingest.Tests.Hostile;

/// <summary>The whole engine under limits of its own.</summary>
internal static class HostileReading
{
    private static readonly ConcurrentDictionary<ReadingLimits, Lazy<DocumentProcessor>> Processors = new();

    /// <summary>The processor of the default definition with other limits, without text recognition: where a page is cut nothing is drawn anew. Each is made once.</summary>
    public static DocumentProcessor Under(ReadingLimits limits) => Processors.GetOrAdd(limits, static limits => new Lazy<DocumentProcessor>(() => Create(limits))).Value;

    private static DocumentProcessor Create(ReadingLimits limits)
    {
        var definition = new DefinitionLoader(ProductVocabularies.Files).Load("default");
        return Engine.Create(definition with { Reading = definition.Reading with { Limits = limits, Ocr = definition.Reading.Ocr with { Use = OcrUse.Never } } }, ProductVocabularies.Files);
    }
}
