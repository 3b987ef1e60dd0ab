namespace Ingest.Reading.Imaging;

/// <summary>Pieces of ink far larger than letters, once rules are taken out: rings and frames of copied stamps, signatures, initials.</summary>
internal sealed class InkToMarks(OcrImageOptions options)
{
    /// <summary>Their areas; those that overlap are one.</summary>
    public IReadOnlyList<PixelBox> Find(GreyImage image, byte threshold, double dpi)
    {
        var (side, most) = (options.MarkSide * dpi / 72, options.LargestMark * dpi / 72);
        var marks = new List<PixelBox>();
        foreach (var piece in InkComponents.Find(image, threshold))
        {
            var (box, fill) = (piece.Box, (double)piece.Area / (piece.Box.Width * piece.Box.Height));
            if (box.Width < side || box.Height < side || Math.Max(box.Width, box.Height) > most || fill > options.MarkFill)
                continue;
            foreach (var other in marks.Where(box.Overlaps).ToList())
            {
                box = box.Union(other);
                marks.Remove(other);
            }

            marks.Add(box);
        }

        return marks;
    }
}
