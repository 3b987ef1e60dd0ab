using System.Collections.Immutable;
using System.Reflection;
using System.Security.Cryptography;
using Ingest.Classification;
using Ingest.Decisions;
using Ingest.Model.Documents;
using Ingest.Model.Findings;
using Ingest.Normalization;
using Ingest.Pipeline;
using Ingest.Segmentation;
using Ingest.Tables;
using Ingest.Validation;

namespace Ingest.Running;

/// <summary>One document as one unit of work: bytes in, the published document out. Bad input never throws past it.</summary>
public sealed class DocumentProcessor
{
    private static readonly string ProgramVersion =
        typeof(DocumentProcessor).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0";

    private readonly PipelineDefinition _definition;
    private readonly ContentReader _reader;
    private readonly DocumentSegmenter _segmenter;
    private readonly DocumentNormalizer _normalizer;
    private readonly CorrectionReplay _corrections;
    private readonly DocumentClassifier _classifier;
    private readonly DocumentValidator _validator;

    internal DocumentProcessor(
        PipelineDefinition definition, ContentReader reader, DocumentSegmenter segmenter, DocumentNormalizer normalizer, CorrectionReplay corrections, DocumentClassifier classifier, DocumentValidator validator)
    {
        (_definition, _reader, _corrections) = (definition, reader, corrections);
        (_segmenter, _normalizer, _classifier, _validator) = (segmenter, normalizer, classifier, validator);
    }

    /// <summary>Bytes to the published document; what is wrong with them is a finding in it.</summary>
    /// <param name="fileName">File name, for the output alone: the format is told by the content.</param>
    /// <param name="bytes">The whole file.</param>
    /// <param name="cancellation">Stops between pages and stages.</param>
    /// <exception cref="OperationCanceledException">The run was interrupted.</exception>
    public IngestedDocument Process(string fileName, ReadOnlyMemory<byte> bytes, CancellationToken cancellation) =>
        ProcessKeeping(fileName, bytes, cancellation).Document;

    /// <summary>The same, with the pages and the content on the way kept, so that they can be looked at.</summary>
    /// <param name="fileName">File name, for the output alone: the format is told by the content.</param>
    /// <param name="bytes">The whole file.</param>
    /// <param name="cancellation">Stops between pages and stages.</param>
    /// <exception cref="OperationCanceledException">The run was interrupted.</exception>
    public ProcessedDocument ProcessKeeping(string fileName, ReadOnlyMemory<byte> bytes, CancellationToken cancellation)
    {
        var content = new DocumentContent { Blocks = [] };
        var reading = SourceReading.Empty;
        var clock = new StageClock(ProcessingStage.Read);
        try
        {
            reading = _reader.ReadSource(bytes, cancellation);
            return Kept(LimitedWork.Run(Later, _definition.Reading.Limits.StageCpuSeconds, cancellation));
        }
        catch (WorkLimitException limit)
        {
            return Kept(Unread(fileName, bytes, reading, [.. reading.Findings, SourceFindings.StageLimit.At(null, null, limit.Seconds, NameOf(clock.Current), "stageCpuSeconds")]));
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            // The one place where an error of our own is caught: named as such, and the other documents go on.
            return Kept(Unread(fileName, bytes, reading, [.. reading.Findings, SourceFindings.InternalError.At(null, null, NameOf(clock.Current), $"{error.GetType().Name}: {error.Message}")]));
        }

        IngestedDocument Later(CancellationToken stopping)
        {
            Enter(ProcessingStage.Layout);
            content = _reader.Build(reading, stopping);
            Enter(ProcessingStage.Segment);
            var draft = _segmenter.Segment(content);
            Enter(ProcessingStage.Normalise);
            var normalized = _normalizer.Normalize(draft, Producer, ToSource(fileName, bytes, reading));
            Enter(ProcessingStage.Classify);
            // What people put right comes first: a title that was corrected is placed by its right words.
            var classified = _classifier.Classify(_corrections.Apply(normalized));
            Enter(ProcessingStage.Validate);
            return reading.HasText
                ? _validator.Validate(classified, [.. reading.Findings, .. content.Findings], isRead: true)
                : Unread(fileName, bytes, reading, reading.Findings);

            void Enter(ProcessingStage stage)
            {
                stopping.ThrowIfCancellationRequested();
                clock.Enter(stage);
            }
        }

        ProcessedDocument Kept(IngestedDocument document) =>
            new(reading.Pages, content, document, _reader.Options) { Times = clock.Times(), AsksRecognition = reading.AsksRecognition };
    }

    /// <summary>Who makes the documents of a definition.</summary>
    public static Producer ProducerOf(PipelineDefinition definition) => new("ingest", ProgramVersion, definition.Name, definition.Hash);

    private static string NameOf(ProcessingStage stage) => stage == ProcessingStage.Layout ? "layout and tables" : stage.ToString().ToLowerInvariant();

    private Producer Producer => ProducerOf(_definition);

    private IngestedDocument Unread(string fileName, ReadOnlyMemory<byte> bytes, SourceReading reading, ImmutableArray<Finding> findings)
    {
        ImmutableArray<Finding> chosen = [.. findings.Select(_definition.Checks.Apply).OfType<Finding>()];
        return new IngestedDocument
        {
            Producer = Producer,
            Status = DocumentStatuses.Of(chosen, isRead: false),
            Source = ToSource(fileName, bytes, reading),
            Findings = chosen,
        };
    }

    private static Source ToSource(string fileName, ReadOnlyMemory<byte> bytes, SourceReading reading) => new()
    {
        FileName = fileName,
        Sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes.Span)),
        MediaType = reading.MediaType,
        ByteLength = bytes.Length,
        PageCount = reading.Pages.Select(page => page.PageCount).FirstOrDefault(count => count is not null),
        TextOrigin = reading.TextOrigin,
    };
}
