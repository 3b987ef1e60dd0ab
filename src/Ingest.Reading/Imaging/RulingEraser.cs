namespace Ingest.Reading.Imaging;

/// <summary>Takes rules out of an image: their ground comes in their stead. Where a letter crosses a rule its stroke stays.</summary>
internal static class RulingEraser
{
    // Pixels beyond a run that are still its blurred edge.
    private const int Edge = 2;

    // Brightness by which ink on both sides of a rule may be paler than the rule and still be a stroke that crosses it.
    private const int Crossing = 48;

    /// <summary>The image without the rules.</summary>
    public static GreyImage Erase(GreyImage image, byte threshold, IReadOnlyList<ImageRuling> rulings)
    {
        var pixels = image.CopyPixels();
        foreach (var ruling in rulings)
        {
            var (along, across) = ruling.IsHorizontal ? (1, image.Width) : (image.Width, 1);
            var most = ruling.IsHorizontal ? image.Height : image.Width;
            foreach (var (from, to, first, last) in Spans(ruling))
            {
                var (low, high) = (Math.Max(0, first - Edge), Math.Min(most - 1, last + Edge));
                for (var position = from; position < to; position++)
                    ErasePiece(image, threshold, ruling.IsLight, pixels, (position * along, across), (low, high, most));
            }
        }

        return new GreyImage(image.Width, image.Height, pixels);
    }

    private static void ErasePiece(GreyImage image, byte threshold, bool isLight, byte[] pixels, (int Start, int Step) at, (int Low, int High, int Most) lines)
    {
        int Value(int line) => line >= 0 && line < lines.Most ? image.Pixels[at.Start + (line * at.Step)] : GreyImage.White;
        var (before, behind) = (Value(lines.Low - 1), Value(lines.High + 1));
        if (isLight)
        {
            var dark = (byte)Math.Min(before, behind);
            for (var line = lines.Low; line <= lines.High; line++)
                pixels[at.Start + (line * at.Step)] = dark;
            return;
        }

        var darkest = byte.MaxValue;
        for (var line = lines.Low; line <= lines.High; line++)
            darkest = Math.Min(darkest, image.Pixels[at.Start + (line * at.Step)]);
        if (Math.Max(before, behind) < Math.Min(threshold, darkest + Crossing))
            return;
        var ground = (byte)Math.Max(before, behind);
        for (var line = lines.Low; line <= lines.High; line++)
            pixels[at.Start + (line * at.Step)] = ground;
    }

    // Stretches along a rule with the lines it takes there: a rule a little askew steps from line to line.
    private static IEnumerable<(int From, int To, int First, int Last)> Spans(ImageRuling ruling)
    {
        var (from, to) = ruling.IsHorizontal ? (ruling.Box.Left, ruling.Box.Right) : (ruling.Box.Top, ruling.Box.Bottom);
        var lows = new int[to - from];
        var highs = new int[to - from];
        Array.Fill(lows, int.MaxValue);
        Array.Fill(highs, -1);
        foreach (var (line, start, end) in ruling.Runs)
        {
            for (var i = Math.Max(0, start - from); i < Math.Min(lows.Length, end - from); i++)
                (lows[i], highs[i]) = (Math.Min(lows[i], line), Math.Max(highs[i], line));
        }

        // Where a crossing letter or dirt interrupted the runs, the rule goes on as it was before.
        for (var i = 1; i < lows.Length; i++)
        {
            if (highs[i] < 0)
                (lows[i], highs[i]) = (lows[i - 1], highs[i - 1]);
        }

        var begin = 0;
        for (var i = 1; i <= lows.Length; i++)
        {
            if (i < lows.Length && lows[i] == lows[begin] && highs[i] == highs[begin])
                continue;
            if (highs[begin] >= 0)
                yield return (from + begin, from + i, lows[begin], highs[begin]);
            begin = i;
        }
    }
}
