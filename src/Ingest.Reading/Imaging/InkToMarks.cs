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
            if (box.Width < side || box.Height < side || Math.Max(box.Width, box.Height) > most || fill > options.MarkFill || IsCorner(piece, dpi / 72))
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

    // Left of rules that were not taken out: nearly all its ink lies along its bounds, which the ink of a ring or a leaning frame does not.
    private bool IsCorner(InkComponent piece, double perPoint)
    {
        var (edge, box, along) = ((int)Math.Ceiling(options.ThinSide * perPoint), piece.Box, 0);
        foreach (var (y, from, to) in piece.Runs)
        {
            var isAcross = y < box.Top + edge || y >= box.Bottom - edge;
            along += isAcross ? to - from : Math.Max(0, Math.Min(to, box.Left + edge) - from) + Math.Max(0, to - Math.Max(from, box.Right - edge));
        }

        return along >= options.CornerShare * piece.Area;
    }
}
