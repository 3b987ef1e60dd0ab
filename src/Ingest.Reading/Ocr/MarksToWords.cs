using System.Collections.Immutable;
using Ingest.Reading.Imaging;

namespace Ingest.Reading.Ocr;

/// <summary>
/// List marks by their shape: a blot or a stroke that stands alone before a line is « • » or « - », whatever letter the engine took it
/// for, and also where it left it out.
/// </summary>
internal sealed class MarksToWords(PreparedPage page, OcrOptions options)
{
    private const string Bullet = "•";
    private const string Dash = "-";

    // Trust in what shape alone tells.
    private const double ShapeConfidence = 0.9;

    private readonly List<InkComponent> _pieces = [.. InkComponents.Find(page.Image, page.Threshold).OrderBy(piece => piece.Box.Top)];

    /// <summary>The lines with their list marks right.</summary>
    public ImmutableArray<PlacedLine> Convert(ImmutableArray<PlacedLine> lines) =>
        [.. lines.Select(line => line.Direction == Model.Pages.TextDirection.Horizontal ? Mark(line) : line)];

    /// <summary>A stroke that is all the ink of an area: « - » in a cell for nothing; null where there is more, or something else.</summary>
    public PlacedLine? LoneDash(PixelBox area, double size)
    {
        var pieces = Near(area.Top, area.Bottom).Where(piece => area.Overlaps(piece.Box) && piece.Area >= page.AreaToPixels(options.Image.SpeckArea)).ToList();
        if (pieces is not [{ Box: var box }] || !IsStroke(box, page.ToPixels(size)))
            return null;
        var line = new RecognisedLine([new RecognisedWord(Dash, box, ShapeConfidence)], box, 0, page.ToPixels(size) * options.DashHeight, page.ToPixels(size));
        return new PlacedLine(line, Model.Pages.TextDirection.Horizontal);
    }

    private PlacedLine Mark(PlacedLine line)
    {
        var size = line.Line.Size;
        var first = line.Words[0];
        var baseline = line.Baselines[0];
        if (first.Text.Length == 1 && line.Words.Length > 1 && MarkAt(first.Box, baseline, size) is { } mark)
            return mark == first.Text ? line : line.Replace(0, first with { Text = mark, Confidence = Math.Max(first.Confidence, ShapeConfidence) });
        if (first.Text.Length <= 1 && line.Words.Length > 1)
            return line;
        if (Split(line, first, baseline, size) is { } split)
            return split;
        var before = new PixelBox((int)(first.Box.Left - (options.MarkReach * size)), (int)(baseline - size), first.Box.Left, (int)(baseline + (size / 4)));
        var pieces = Near(before.Top, before.Bottom).Where(piece => piece.Box.Left < before.Right && piece.Box.Right > before.Left && piece.Box.Bottom > before.Top && piece.Box.Top < before.Bottom
            && piece.Area >= page.AreaToPixels(options.Image.SpeckArea)).ToList();
        return pieces is [{ Box: var box }] && box.Right <= first.Box.Left - (size / 6) && MarkAt(box, baseline, size) is { } missed
            ? line.Prepend(new RecognisedWord(missed, box, ShapeConfidence))
            : line;
    }

    // The engine took the mark for a part of the word behind it: « *_Ouvrir », or « EÉquiper ».
    private PlacedLine? Split(PlacedLine line, RecognisedWord first, double baseline, double size)
    {
        var pieces = Near(first.Box.Top, first.Box.Bottom).Where(piece => piece.Box.Left >= first.Box.Left - 2 && piece.Box.Right <= first.Box.Right + 2 && piece.Box.Bottom > first.Box.Top && piece.Box.Top < first.Box.Bottom)
            .OrderBy(piece => piece.Box.Left).Select(piece => piece.Box).ToList();
        if (pieces.Count == 0 || MarkAt(pieces[0], baseline, size) is not { } mark)
            return null;
        var sign = new RecognisedWord(mark, pieces[0], Math.Max(first.Confidence, ShapeConfidence));
        var symbols = first.Text.TakeWhile(letter => !char.IsLetterOrDigit(letter)).Count();
        if (pieces.Count == 1)
            return symbols == first.Text.Length && line.Words.Length > 1 ? line.Replace(0, sign) : null;
        var rest = symbols > 0 ? first.Text[symbols..] : IsLetterBefore(first.Text) ? first.Text[1..] : first.Text;
        // A minus stands at its figure.
        return pieces[1].Left >= pieces[0].Right + (size / 6) && rest.Length > 0 && char.IsLetter(rest[0])
            ? line.Replace(0, first with { Text = rest, Box = first.Box with { Left = pieces[1].Left } }).Prepend(sign)
            : null;
    }

    // A capital behind another letter, and no word in capitals.
    private static bool IsLetterBefore(string text) => text.Length > 2 && char.IsLetter(text[0]) && char.IsUpper(text[1]) && char.IsLower(text[2]);

    private string? MarkAt(PixelBox area, double baseline, double size)
    {
        var pieces = Near(area.Top, area.Bottom).Where(piece => area.Overlaps(piece.Box) && piece.Box.Left >= area.Left - 2 && piece.Box.Right <= area.Right + 2).ToList();
        if (pieces is not [{ } piece])
            return null;
        var (box, height) = (piece.Box, baseline - ((piece.Box.Top + piece.Box.Bottom) / 2.0));
        if (height < options.LowestMark * size || height > options.HighestMark * size)
            return null;
        if (IsStroke(box, size))
            return Dash;
        var fill = (double)piece.Area / (box.Width * box.Height);
        var shape = (double)box.Width / box.Height;
        var isBlot = Math.Max(box.Width, box.Height) <= options.LargestBullet * size && Math.Min(box.Width, box.Height) >= options.SmallestBullet * size;
        return isBlot && shape is > 0.6 and < 1.67 && fill >= options.BulletFill ? Bullet : null;
    }

    private static bool IsStroke(PixelBox box, double size) =>
        box.Width >= 1.8 * box.Height && box.Width >= 0.15 * size && box.Width <= 0.7 * size && box.Height <= 0.2 * size;

    // Pieces that reach into a stretch of rows, by their tops: none is higher than a line.
    private IEnumerable<InkComponent> Near(int top, int bottom)
    {
        var reach = (int)page.ToPixels(options.TallestPiece);
        var (low, high) = (0, _pieces.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = _pieces[middle].Box.Top < top - reach ? (middle + 1, high) : (low, middle);
        }

        for (; low < _pieces.Count && _pieces[low].Box.Top < bottom; low++)
        {
            if (_pieces[low].Box.Bottom > top && _pieces[low].Box.Height <= reach)
                yield return _pieces[low];
        }
    }
}
