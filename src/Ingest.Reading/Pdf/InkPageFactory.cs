using Ingest.Reading.Pdf.Limits;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Geometry;
using UglyToad.PdfPig.Graphics.Operations;
using UglyToad.PdfPig.Outline.Destinations;
using UglyToad.PdfPig.Parser;
using UglyToad.PdfPig.Tokenization.Scanner;
using UglyToad.PdfPig.Tokens;

namespace Ingest.Reading.Pdf;

/// <summary>Makes <see cref="PageInk"/> of the pages of a document. The library makes it, by its constructor.</summary>
internal sealed class InkPageFactory(
    IPdfTokenScanner pdfScanner,
    IResourceStore resourceStore,
    ILookupFilterProvider filterProvider,
    IPageContentParser pageContentParser,
    ParsingOptions parsingOptions)
    : BasePageFactory<PageInk>(
        pdfScanner, resourceStore, filterProvider, new BoundedContentParser(pageContentParser, ((InkParsingOptions)parsingOptions).Budget), parsingOptions)
{
    private readonly FontFaces _fonts = new(pdfScanner);
    private readonly InkParsingOptions _travelling = (InkParsingOptions)parsingOptions;

    protected override PageInk ProcessPage(
        int pageNumber,
        DictionaryToken dictionary,
        NamedDestinations namedDestinations,
        MediaBox mediaBox,
        CropBox cropBox,
        UserSpaceUnit userSpaceUnit,
        PageRotationDegrees rotation,
        TransformationMatrix initialMatrix,
        IReadOnlyList<IGraphicsStateOperation> operations)
    {
        // The boxes come as the file has them; the initial matrix turns them as it turns the content.
        var frame = new PageFrame(
            initialMatrix.Transform(mediaBox.Bounds).Normalise(), initialMatrix.Transform(cropBox.Bounds).Normalise(),
            userSpaceUnit.PointMultiples);
        var collector = new InkCollector(
            pageNumber, ResourceStore, PdfScanner, PageContentParser, FilterProvider, cropBox, userSpaceUnit, rotation,
            initialMatrix, ParsingOptions, frame, _fonts, _travelling.HiddenLayers, _travelling.Reading, _travelling.Limits);
        return collector.Process(pageNumber, operations);
    }
}
