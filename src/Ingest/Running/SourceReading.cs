using System.Collections.Immutable;
using Ingest.Model.Documents;
using Ingest.Model.Findings;
using Ingest.Model.Pages;
using Ingest.Model.Provenance;

namespace Ingest.Running;

/// <summary>What a reader made of a file.</summary>
/// <param name="MediaType">Media type of the format, as the content tells it.</param>
/// <param name="Pages">The pages that could be read.</param>
/// <param name="Findings">What was read with doubt or not at all.</param>
/// <param name="AsksRecognition">Whether a page was one for text recognition.</param>
internal sealed record SourceReading(string MediaType, ImmutableArray<Page> Pages, ImmutableArray<Finding> Findings, bool AsksRecognition)
{
    /// <summary>Media type of a file whose format nobody knows.</summary>
    public const string UnknownMediaType = "application/octet-stream";

    public static SourceReading Empty { get; } = new(UnknownMediaType, [], [], AsksRecognition: false);

    /// <summary>What was told of a file as one value: a document is taken in as a whole.</summary>
    public static SourceReading Of(IEnumerable<ReadingEvent> events)
    {
        var reading = Empty;
        var pages = ImmutableArray.CreateBuilder<Page>();
        var findings = ImmutableArray.CreateBuilder<Finding>();
        foreach (var told in events)
        {
            switch (told)
            {
                case FormatTold format:
                    reading = reading with { MediaType = format.MediaType };
                    break;
                case PageRead { Page: var page }:
                    pages.Add(page);
                    findings.AddRange(page.Findings);
                    break;
                case ReadingEnded end:
                    reading = reading with { AsksRecognition = end.AsksRecognition };
                    findings.AddRange(end.Findings);
                    break;
            }
        }

        return reading with { Pages = pages.ToImmutable(), Findings = findings.ToImmutable() };
    }

    public bool HasText => Pages.Any(page => page.Blocks.Length > 0 || page.Words.Any(word => word.IsVisible));

    public TextOrigin? TextOrigin
    {
        get
        {
            if (!HasText)
                return null;
            var hasRecognised = Pages.Any(page => page.Words.Any(word => word.Origin == Origin.Ocr));
            var hasNative = Pages.Any(page => page.Blocks.Length > 0 || page.Words.Any(word => word.IsVisible && word.Origin == Origin.Text));
            return hasRecognised ? hasNative ? Model.Documents.TextOrigin.Mixed : Model.Documents.TextOrigin.Ocr : Model.Documents.TextOrigin.Native;
        }
    }
}
