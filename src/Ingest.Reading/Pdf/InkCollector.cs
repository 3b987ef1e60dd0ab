using System.Collections.Immutable;
using Ingest.Model.Pages;
using Ingest.Model.Provenance;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Geometry;
using UglyToad.PdfPig.Graphics;
using UglyToad.PdfPig.Graphics.Core;
using UglyToad.PdfPig.Graphics.Operations;
using UglyToad.PdfPig.Graphics.Operations.TextShowing;
using UglyToad.PdfPig.Parser;
using UglyToad.PdfPig.Parser.Parts;
using UglyToad.PdfPig.PdfFonts;
using UglyToad.PdfPig.Tokenization.Scanner;
using UglyToad.PdfPig.Tokens;

namespace Ingest.Reading.Pdf;

/// <summary>
/// Follows a content stream and notes what it paints. It stands in for the library's own letters and paths because those
/// lack what tables need: the scale of line widths, clips, letter-spacing and exact text matrices.
/// </summary>
internal sealed class InkCollector(
    int pageNumber,
    IResourceStore resourceStore,
    IPdfTokenScanner pdfScanner,
    IPageContentParser pageContentParser,
    ILookupFilterProvider filterProvider,
    CropBox cropBox,
    UserSpaceUnit userSpaceUnit,
    PageRotationDegrees rotation,
    in TransformationMatrix initialMatrix,
    ParsingOptions parsingOptions,
    PageFrame frame,
    FontFaces fonts,
    HiddenLayers layers,
    PdfReadingOptions options,
    ReadingLimits limits)
    : BaseStreamProcessor<PageInk>(
        pageNumber, resourceStore, pdfScanner, pageContentParser, filterProvider, cropBox, userSpaceUnit, rotation, initialMatrix,
        parsingOptions)
{
    private const string OptionalContent = "OC";

    private const double PointsPerInch = 72;

    // The clip of what is not shown at all.
    private static readonly Box Nowhere = new(double.NegativeInfinity, double.NegativeInfinity, double.NegativeInfinity, double.NegativeInfinity);

    private readonly GlyphCollector _glyphs = new(frame, fonts, options);
    private readonly PathCollector _path = new(frame);
    private readonly ImmutableArray<ImageArea>.Builder _images = ImmutableArray.CreateBuilder<ImageArea>();
    private readonly Stack<Box> _clips = new([frame.Bounds]);
    private readonly Stack<StreamToken> _forms = new();
    private readonly Stack<MarkedContent> _marked = new();
    private string? _unread;
    private int _painted;
    private int _failures;
    private long _leftOut;
    private InkLimit _met;

    private MarkedContent Marked => _marked.TryPeek(out var content) ? content : default;

    private bool IsHidden => Marked.IsHidden;

    public override PageInk Process(int pageNumberCurrent, IReadOnlyList<IGraphicsStateOperation> operations)
    {
        PageNumber = pageNumberCurrent;
        CloneAllStates();
        ProcessOperations(operations);
        return Collected();
    }

    /// <summary>What a form paints that no content names: the appearance of an annotation.</summary>
    public PageInk PaintForm(StreamToken form)
    {
        ProcessFormXObject(form, NameToken.Create("Appearance"));
        return Collected();
    }

    private PageInk Collected() => new()
    {
        Size = frame.Size,
        Glyphs = _glyphs.ToImmutable(),
        Paths = _path.ToImmutable(),
        Images = _images.ToImmutable(),
        Unread = _unread,
        Met = _met,
    };

    protected override void ProcessOperations(IReadOnlyList<IGraphicsStateOperation> operations)
    {
        foreach (var operation in operations)
        {
            if (_met != InkLimit.None || _failures > options.MaxFailures)
                return;
            try
            {
                operation.Run(this);
                // The library passes over text in a font that it does not find.
                if (_unread is null && IsShowing(operation) && MissingFont() is { } missing)
                    _unread = $"font /{missing} is missing, its text is left out";
            }
            catch (LimitMetException)
            {
                return;
            }
            catch (Exception error) when (error is not OutOfMemoryException)
            {
                // The library states no list of what it throws on broken streams. What cannot be run is left out, as
                // viewers do, and told.
                _unread ??= error.Message;
                if (++_failures > options.MaxFailures)
                    return;
            }
        }
    }

    private static bool IsShowing(IGraphicsStateOperation operation) =>
        operation is UglyToad.PdfPig.Graphics.Operations.TextShowing.ShowText or ShowTextsWithPositioning or MoveToNextLineShowText or MoveToNextLineShowTextWithSpacing;

    private string? MissingFont() =>
        GetCurrentState().FontState is { FromExtendedGraphicsState: false, FontName: { } name } && ResourceStore.GetFont(name) is null ? name.Data : null;

    /// <summary>Forms that paint one another in a circle would never end: a form that is being painted is not painted again.</summary>
    protected override void ProcessFormXObject(StreamToken formStream, NameToken xObjectName)
    {
        CountPainted();
        if (_forms.Count >= options.MaxFormDepth || _forms.Contains(formStream))
        {
            _unread ??= $"form {xObjectName.Data} is nested in itself or too deep";
            return;
        }

        var layer = formStream.StreamDictionary.TryGet<DictionaryToken>(NameToken.Create(OptionalContent), PdfScanner, out var content) ? content : null;
        _marked.Push(Marked.InsideForm(formStream.StreamDictionary, IsHidden || layers.Hide(layer, PdfScanner)));
        var depth = _marked.Count;
        _forms.Push(formStream);
        try
        {
            base.ProcessFormXObject(formStream, xObjectName);
        }
        finally
        {
            _forms.Pop();

            // A form that leaves marked content open hides nothing after it.
            while (_marked.Count >= depth)
                _marked.Pop();
        }
    }

    public override void PushState()
    {
        // Each state is a copy of the one before.
        if (_clips.Count > options.MaxStateDepth)
        {
            _leftOut++;
            _unread ??= $"q > {options.MaxStateDepth}";
            return;
        }

        base.PushState();
        _clips.Push(_clips.Peek());
    }

    public override void PopState()
    {
        if (_leftOut > 0)
        {
            _leftOut--;
            return;
        }

        base.PopState();
        if (_clips.Count > 1)
            _clips.Pop();
    }

    public override void RenderGlyph(
        IFont font,
        CurrentGraphicsState currentState,
        double fontSize,
        double pointSize,
        int code,
        string unicode,
        long currentOffset,
        in TransformationMatrix renderingMatrix,
        in TransformationMatrix textMatrix,
        in TransformationMatrix transformationMatrix,
        CharacterBoundingBox characterBoundingBox)
    {
        if (_glyphs.Count >= limits.PageLetters)
            Stop(InkLimit.Letters);
        _glyphs.Add(
            font, currentState, code, unicode, renderingMatrix.Multiply(textMatrix).Multiply(transformationMatrix),
            characterBoundingBox, IsHidden ? Nowhere : _clips.Peek(), Marked, TextSequence);
    }

    public override void BeginSubpath() => _path.Begin();

    public override PdfPoint? CloseSubpath()
    {
        _path.Close();
        return CurrentPosition;
    }

    public override void MoveTo(double x, double y)
    {
        CurrentPosition = CurrentTransformationMatrix.Transform(new PdfPoint(x, y));
        _path.MoveTo(CurrentPosition);
    }

    public override void LineTo(double x, double y)
    {
        CurrentPosition = CurrentTransformationMatrix.Transform(new PdfPoint(x, y));
        _path.LineTo(CurrentPosition);
    }

    public override void BezierCurveTo(double x2, double y2, double x3, double y3)
    {
        CurrentPosition = CurrentTransformationMatrix.Transform(new PdfPoint(x3, y3));
        _path.CurveTo(CurrentPosition);
    }

    public override void BezierCurveTo(double x1, double y1, double x2, double y2, double x3, double y3) => BezierCurveTo(x2, y2, x3, y3);

    public override void Rectangle(double x, double y, double width, double height)
    {
        var matrix = CurrentTransformationMatrix;
        _path.Rectangle(
            matrix.Transform(new PdfPoint(x, y)), matrix.Transform(new PdfPoint(x + width, y)),
            matrix.Transform(new PdfPoint(x + width, y + height)), matrix.Transform(new PdfPoint(x, y + height)));
        CurrentPosition = matrix.Transform(new PdfPoint(x, y));
    }

    public override void StrokePath(bool close) => Paint(isStroked: true, isFilled: false, close);

    public override void FillPath(FillingRule fillingRule, bool close) => Paint(isStroked: false, isFilled: true, close);

    public override void FillStrokePath(FillingRule fillingRule, bool close) => Paint(isStroked: true, isFilled: true, close);

    public override void EndPath() => Clip(_path.End());

    public override void ClosePath() => Clip(_path.End());

    public override void ModifyClippingIntersect(FillingRule clippingRule) => _path.WillClip();

    public override void BeginMarkedContent(NameToken name, NameToken? propertyDictionaryName, DictionaryToken? properties)
    {
        properties ??= propertyDictionaryName is null ? null : ResourceStore.GetMarkedContentPropertiesDictionary(propertyDictionaryName);
        var isHidden = IsHidden || (name.Data == OptionalContent && layers.Hide(properties, PdfScanner));
        var content = Marked.Inside(name.Data, properties, isHidden);

        // A form's own numbers are not the page's.
        _marked.Push(_forms.Count == 0 ? content : content with { Id = Marked.Id });
    }

    public override void EndMarkedContent() => _marked.TryPop(out _);

    public override void EndInlineImage(Memory<byte> bytes)
    {
        // Only the place counts: the bytes need no decoding.
        InlineImageBuilder = null;
        AddImage(CurrentTransformationMatrix, samples: null);
    }

    /// <summary>A gradient fills the whole clip.</summary>
    public override void PaintShading(NameToken shadingName)
    {
        CountPainted();
        if (!IsHidden)
            _path.AddShading(_clips.Peek());
    }

    protected override void RenderXObjectImage(XObjectContentRecord xObjectContentRecord) =>
        AddImage(xObjectContentRecord.AppliedTransformation, SamplesOf(xObjectContentRecord.Stream.StreamDictionary));

    protected override void RenderInlineImage(InlineImage inlineImage)
    {
    }

    protected override void ClipToRectangle(PdfRectangle rectangle, FillingRule clippingRule) =>
        Clip(BoundsOf(CurrentTransformationMatrix, rectangle.Left, rectangle.Bottom, rectangle.Right, rectangle.Top));

    private void Paint(bool isStroked, bool isFilled, bool close)
    {
        CountPainted();
        if (close)
            _path.Close();
        var state = GetCurrentState();
        var matrix = state.CurrentTransformationMatrix;
        var scale = Math.Sqrt(Math.Abs((matrix.A * matrix.D) - (matrix.B * matrix.C))) * frame.Scale;
        _path.Paint(
            isStroked && !IsHidden && state.AlphaConstantStroking > 0,
            isFilled && !IsHidden && state.AlphaConstantNonStroking > 0,
            InkColours.HexOf(state.CurrentStrokingColor),
            InkColours.HexOf(state.CurrentNonStrokingColor),
            state.LineWidth * scale,
            state.CapStyle != LineCapStyle.Butt,
            _clips.Peek());
        Clip(_path.End());
    }

    private void AddImage(TransformationMatrix matrix, double? samples)
    {
        CountPainted();
        var bounds = BoundsOf(matrix, 0, 0, 1, 1);
        if (!IsHidden && Intersection(bounds, _clips.Peek()) is { Width: > 0, Height: > 0 } shown)
            _images.Add(new ImageArea(shown, samples is { } count ? PointsPerInch * Math.Sqrt(count / (bounds.Width * bounds.Height)) : null));
    }

    // Images and forms count as paths do: forms that paint one another multiply, whether anything comes of it or not.
    private void CountPainted()
    {
        if (++_painted > limits.PagePaths || _path.PointCount > (long)limits.PagePaths * options.PointsPerPath)
            Stop(InkLimit.Paths);
    }

    // Letters are painted from inside the library: only an exception leads out.
    private void Stop(InkLimit met)
    {
        _met = met;
        throw new LimitMetException();
    }

    // Pixels of an image, as its dictionary states them.
    private double? SamplesOf(DictionaryToken image) =>
        Number(image, NameToken.Width) is { } width && Number(image, NameToken.Height) is { } height ? width * height : null;

    private double? Number(DictionaryToken dictionary, NameToken name) =>
        dictionary.TryGet(name, out var token) && DirectObjectFinder.TryGet<NumericToken>(token, PdfScanner, out var number) && number.Double > 0 ? number.Double : null;

    // A clip is taken as the box around it: what lies outside the box is surely not shown.
    private void Clip(Box? clip)
    {
        if (clip is not { } box)
            return;
        _clips.Pop();
        _clips.Push(Intersection(box, _clips.TryPeek(out var outer) ? outer : frame.Bounds));
    }

    private Box BoundsOf(TransformationMatrix matrix, double left, double bottom, double right, double top)
    {
        ReadOnlySpan<PdfPoint> corners =
        [
            matrix.Transform(new PdfPoint(left, bottom)), matrix.Transform(new PdfPoint(right, bottom)),
            matrix.Transform(new PdfPoint(right, top)), matrix.Transform(new PdfPoint(left, top)),
        ];
        var first = frame.ToShown(corners[0].X, corners[0].Y);
        var bounds = new Box(first.X, first.Y, first.X, first.Y);
        foreach (var corner in corners)
        {
            var point = frame.ToShown(corner.X, corner.Y);
            bounds = bounds.Union(new Box(point.X, point.Y, point.X, point.Y));
        }

        return bounds;
    }

    private static Box Intersection(Box one, Box other)
    {
        var (left, top) = (Math.Max(one.Left, other.Left), Math.Max(one.Top, other.Top));
        return new Box(left, top, Math.Max(left, Math.Min(one.Right, other.Right)), Math.Max(top, Math.Min(one.Bottom, other.Bottom)));
    }

    private sealed class LimitMetException : Exception;
}
