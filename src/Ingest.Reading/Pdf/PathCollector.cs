using System.Collections.Immutable;
using Ingest.Model.Provenance;
using UglyToad.PdfPig.Core;

namespace Ingest.Reading.Pdf;

/// <summary>Builds the paths of a content stream and keeps those that are painted.</summary>
internal sealed class PathCollector(PageFrame frame)
{
    private readonly ImmutableArray<PaintedPath>.Builder _painted = ImmutableArray.CreateBuilder<PaintedPath>();
    private readonly ImmutableArray<Outline>.Builder _outlines = ImmutableArray.CreateBuilder<Outline>();
    private readonly ImmutableArray<ShownPoint>.Builder _points = ImmutableArray.CreateBuilder<ShownPoint>();
    private readonly ImmutableHashSet<int>.Builder _curvedEnds = ImmutableHashSet.CreateBuilder<int>();
    private bool _willClip;

    /// <summary>Corners of all paths, painted or not.</summary>
    public long PointCount { get; private set; }

    public ImmutableArray<PaintedPath> ToImmutable() => _painted.ToImmutable();

    public void Begin() => Finish(isClosed: false);

    public void MoveTo(PdfPoint point)
    {
        Finish(isClosed: false);
        Add(point);
    }

    public void LineTo(PdfPoint point) => Add(point);

    public void CurveTo(PdfPoint point)
    {
        _curvedEnds.Add(_points.Count);
        Add(point);
    }

    public void Rectangle(PdfPoint a, PdfPoint b, PdfPoint c, PdfPoint d)
    {
        Finish(isClosed: false);
        Add(a);
        Add(b);
        Add(c);
        Add(d);
        Finish(isClosed: true);
    }

    /// <summary>Closes the subpath; drawing goes on from its first point.</summary>
    public void Close()
    {
        if (_points.Count == 0)
            return;
        var first = _points[0];
        Finish(isClosed: true);
        _points.Add(first);
    }

    public void WillClip() => _willClip = true;

    /// <summary>Paints the current path.</summary>
    public void Paint(
        bool isStroked, bool isFilled, string? strokeColour, string? fillColour, double thickness, bool hasSquareEnds, Box clip)
    {
        Finish(isClosed: false);
        if (_outlines.Count == 0 || !(isStroked || isFilled))
            return;
        _painted.Add(new PaintedPath
        {
            Outlines = _outlines.ToImmutable(),
            IsStroked = isStroked,
            IsFilled = isFilled,
            StrokeColour = strokeColour,
            FillColour = fillColour,
            Thickness = thickness,
            HasSquareEnds = hasSquareEnds,
            Clip = clip,
        });
    }

    /// <summary>A gradient over an area.</summary>
    public void AddShading(Box area) => _painted.Add(new PaintedPath
    {
        Outlines =
        [
            new Outline(
                [new(area.Left, area.Top), new(area.Right, area.Top), new(area.Right, area.Bottom), new(area.Left, area.Bottom)], [], true),
        ],
        IsStroked = false,
        IsFilled = true,
        Clip = area,
    });

    /// <summary>Ends the current path. The box of the path when it becomes a clip, else null.</summary>
    public Box? End()
    {
        Finish(isClosed: false);
        Box? clip = null;
        if (_willClip && _outlines.Count > 0)
            clip = _outlines.Select(outline => outline.Bounds).Aggregate((one, other) => one.Union(other));
        _outlines.Clear();
        _willClip = false;
        return clip;
    }

    private void Add(PdfPoint point)
    {
        PointCount++;
        _points.Add(frame.ToShown(point.X, point.Y));
    }

    // A single point paints nothing.
    private void Finish(bool isClosed)
    {
        if (_points.Count > 1)
            _outlines.Add(new Outline(_points.ToImmutable(), _curvedEnds.ToImmutable(), isClosed));
        _points.Clear();
        _curvedEnds.Clear();
    }
}
