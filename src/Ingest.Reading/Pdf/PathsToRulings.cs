using System.Collections.Immutable;
using Ingest.Model.Pages;
using Ingest.Model.Provenance;

namespace Ingest.Reading.Pdf;

/// <summary>
/// From painted paths to rules and filled areas. Pieces stay as they are painted: joining them into lines is the work of
/// the tables' room.
/// </summary>
internal static class PathsToRulings
{
    /// <summary>Rules and areas in the order in which they are painted.</summary>
    public static (ImmutableArray<Ruling> Rulings, ImmutableArray<FilledArea> Fills) Convert(
        ImmutableArray<PaintedPath> paths, ImmutableArray<ImageArea> images, PdfReadingOptions options)
    {
        var sink = new Sink(options);
        foreach (var path in paths)
        {
            if (path.IsFilled)
                AddFills(path, sink, options);
            if (path.IsStroked)
                AddStrokes(path, sink, options);
        }

        // Some producers paint rules as an image of one pixel, stretched.
        foreach (var image in images.Select(image => image.Box).Where(image => IsRule(image, options)))
            sink.Add(image, image, colour: null);
        var (rulings, areas) = SlicesToAreas.Convert(sink.Rulings.ToImmutable(), options);
        return (rulings, [.. sink.Fills, .. areas]);
    }

    /// <summary>Whether a painted area is thin enough for a rule.</summary>
    public static bool IsRule(Box box, PdfReadingOptions options) => Math.Min(box.Width, box.Height) <= options.MaxRulingThickness;

    private static void AddStrokes(PaintedPath path, Sink sink, PdfReadingOptions options)
    {
        var half = Math.Max(path.Thickness, options.HairlineThickness) / 2;
        foreach (var outline in path.Outlines)
        {
            var points = outline.Points;
            for (var i = 1; i < points.Length; i++)
            {
                if (!outline.CurvedEnds.Contains(i))
                    AddStroke(points[i - 1], points[i], half, path, sink, options);
            }

            if (outline.IsClosed)
                AddStroke(points[^1], points[0], half, path, sink, options);
        }
    }

    private static void AddStroke(ShownPoint one, ShownPoint other, double half, PaintedPath path, Sink sink, PdfReadingOptions options)
    {
        var (left, right) = (Math.Min(one.X, other.X), Math.Max(one.X, other.X));
        var (top, bottom) = (Math.Min(one.Y, other.Y), Math.Max(one.Y, other.Y));
        var ends = path.HasSquareEnds ? half : 0;
        if (bottom - top <= options.AxisTolerance && right - left > bottom - top)
            sink.Add(new Box(left - ends, top - half, right + ends, bottom + half), path.Clip, path.StrokeColour);
        else if (right - left <= options.AxisTolerance && bottom - top > right - left)
            sink.Add(new Box(left - half, top - ends, right + half, bottom + ends), path.Clip, path.StrokeColour);
    }

    private static void AddFills(PaintedPath path, Sink sink, PdfReadingOptions options)
    {
        var straight = path.Outlines.Where(outline => !outline.HasCurve && outline.Points.Length > 2).ToList();
        if (straight.Count == 2 && Frame(straight[0], straight[1], options) is { } sides)
        {
            foreach (var side in sides)
                sink.Add(side, path.Clip, path.FillColour);
            return;
        }

        foreach (var outline in straight)
        {
            // A thin shape of any form is a rule: mitred borders are trapezes. A thick one must be a rectangle.
            if (IsRule(outline.Bounds, options) || IsRectangle(outline, options))
                sink.Add(outline.Bounds, path.Clip, path.FillColour);
        }
    }

    /// <summary>The four sides of a border painted as the area between two rectangles, or null when the two are no frame.</summary>
    private static Box[]? Frame(Outline one, Outline other, PdfReadingOptions options)
    {
        if (!IsRectangle(one, options) || !IsRectangle(other, options))
            return null;
        var (outer, inner) = one.Bounds.Width >= other.Bounds.Width ? (one.Bounds, other.Bounds) : (other.Bounds, one.Bounds);
        var (left, top) = (inner.Left - outer.Left, inner.Top - outer.Top);
        var (right, bottom) = (outer.Right - inner.Right, outer.Bottom - inner.Bottom);
        var isFrame = Math.Min(Math.Min(left, right), Math.Min(top, bottom)) > 0
            && Math.Max(Math.Max(left, right), Math.Max(top, bottom)) <= options.MaxRulingThickness;
        return isFrame
            ? [
                outer with { Bottom = inner.Top }, outer with { Top = inner.Bottom },
                outer with { Right = inner.Left }, outer with { Left = inner.Right },
            ]
            : null;
    }

    private static bool IsRectangle(Outline outline, PdfReadingOptions options)
    {
        var points = outline.Points;
        var isRepeated = points.Length == 5 && Near(points[0].X, points[4].X, options) && Near(points[0].Y, points[4].Y, options);
        if (points.Length != 4 && !isRepeated)
            return false;
        var bounds = outline.Bounds;
        return points.All(point =>
            (Near(point.X, bounds.Left, options) || Near(point.X, bounds.Right, options))
            && (Near(point.Y, bounds.Top, options) || Near(point.Y, bounds.Bottom, options)))
            && (Near(points[0].X, points[1].X, options) != Near(points[0].Y, points[1].Y, options))
            && !(Near(points[0].X, points[2].X, options) || Near(points[0].Y, points[2].Y, options));
    }

    private static bool Near(double one, double other, PdfReadingOptions options) => Math.Abs(one - other) <= options.AxisTolerance;

    /// <summary>Takes painted boxes, cuts them to the clip and tells rules from areas.</summary>
    private sealed class Sink(PdfReadingOptions options)
    {
        public ImmutableArray<Ruling>.Builder Rulings { get; } = ImmutableArray.CreateBuilder<Ruling>();

        public ImmutableArray<FilledArea>.Builder Fills { get; } = ImmutableArray.CreateBuilder<FilledArea>();

        public void Add(Box painted, Box clip, string? colour)
        {
            var box = new Box(
                Math.Max(painted.Left, clip.Left), Math.Max(painted.Top, clip.Top),
                Math.Min(painted.Right, clip.Right), Math.Min(painted.Bottom, clip.Bottom));
            if (!(box.Width >= 0 && box.Height >= 0))
                return;

            // The painted shape tells what it is: an area of which the clip leaves a thin strip is no rule.
            if (!IsRule(painted, options))
                Fills.Add(new FilledArea(box, colour));
            else
                Rulings.Add(new Ruling(box, painted.Width >= painted.Height, colour));
        }
    }
}
