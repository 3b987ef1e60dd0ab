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
