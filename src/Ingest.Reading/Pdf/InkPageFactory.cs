using Ingest.Reading.Pdf.Forms;
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
        InkCollector Collector(TransformationMatrix matrix) => new(
            pageNumber, ResourceStore, PdfScanner, PageContentParser, FilterProvider, cropBox, userSpaceUnit, rotation,
            matrix, ParsingOptions, frame, _fonts, _travelling.HiddenLayers, _travelling.Reading, _travelling.Limits);
        var ink = Collector(initialMatrix).Process(pageNumber, operations);
        var annotations = new AnnotationReader(
            new PdfObjects(PdfScanner, FilterProvider),
            _travelling.Form,
            (form, matrix) => Paint(Collector(matrix.Multiply(initialMatrix)), form),
            frame.Bounds,
            (x, y) => initialMatrix.Transform(x, y) is var turned ? frame.ToShown(turned.x, turned.y) : default,
            content => _travelling.HiddenLayers.Hide(content, PdfScanner),
            _travelling.Reading);
        return ink with { Annotations = annotations.Read(dictionary) };
    }

    // An appearance that brings no fonts takes those of the form.
    private PageInk Paint(InkCollector collector, StreamToken form)
    {
        if (_travelling.Form.Resources is not { } fonts)
            return collector.PaintForm(form);
        ResourceStore.LoadResourceDictionary(fonts);
        try
        {
            return collector.PaintForm(form);
        }
        finally
        {
            ResourceStore.UnloadResourceDictionary();
        }
    }
}
