using System.Collections.Immutable;
using Ingest.Reading.Imaging;
using Ingest.Reading.Tools;

namespace Ingest.Reading.Ocr;

/// <summary>
/// By how many quarters a page has to be turned to stand upright. Lines of text show whether it lies on its side (their projection
/// is sharper along than across); a sample of it, read both ways, shows which way is up.
/// </summary>
internal sealed class Orientation(Tesseract engine, PictureToPage toPage, OcrOptions options)
{
    /// <summary>The quarters, clockwise: 0 to 3; 0 where nothing tells.</summary>
    public int Find(PagePicture picture, CancellationToken cancellation)
    {
        int[] ways = LiesOnSide(picture) ? [0, 1, 3] : [0, 2];
        var best = (Quarters: 0, Trust: -1.0);
        foreach (var quarters in ways)
        {
            var trust = Trust(toPage.Prepare(picture, quarters), cancellation);
            // A page that reads well is not looked at again.
            if (quarters == 0 && trust >= options.UprightTrust)
                return 0;
            if (trust > best.Trust)
                best = (quarters, trust);
        }

        return best.Quarters;
    }

    /// <summary>
    /// Whether lines of text seem to run upwards. Rows of text alternate with white, columns of pixels do not: the variation of ink from
    /// row to row against that from column to column.
    /// </summary>
    public bool LiesOnSide(PagePicture picture)
    {
        var image = picture.Grey;
        var step = Math.Max(1, (int)(picture.Dpi / 100));
        var threshold = Threshold.Otsu(image);
        var (rows, columns) = (new double[image.Height / step], new double[image.Width / step]);
        // The outer tenth is left out: dark edges of copies are no text.
        for (var y = rows.Length / 10; y < rows.Length * 9 / 10; y++)
        {
            var row = image.Row(y * step);
            for (var x = columns.Length / 10; x < columns.Length * 9 / 10; x++)
            {
                if (row[x * step] >= threshold)
                    continue;
                rows[y]++;
                columns[x]++;
            }
        }

        return Variation(columns) * columns.Length > options.SideRatio * Variation(rows) * rows.Length;
    }

    private static double Variation(double[] counts)
    {
        var sum = 0.0;
        for (var i = 1; i < counts.Length; i++)
            sum += Math.Pow(counts[i] - counts[i - 1], 2);
        return sum / Math.Max(1, counts.Sum());
    }

    // Trust in what is read of the band with the most ink.
    private double Trust(PreparedPage page, CancellationToken cancellation)
    {
        var band = (int)page.ToPixels(options.SampleHeight);
        var (top, most) = (0, -1);
        for (var y = page.Image.Height / 10; y + band <= page.Image.Height * 9 / 10; y += band / 2)
        {
            var ink = page.Image.Crop(new PixelBox(page.Image.Width / 20, y, page.Image.Width * 19 / 20, y + band)).Ink(page.Threshold);
            if (ink > most)
                (top, most) = (y, ink);
        }

        var sample = page.Image.Crop(new PixelBox(0, top, page.Image.Width, Math.Min(top + band, page.Image.Height)));
        var reading = engine.Read([sample], TesseractMode.Sparse, null, cancellation);
        return reading.Outcome == ToolOutcome.Done ? PlacedLine.Confidence(WordsOfLetters(reading.Lines[0])) : 0;
    }

    // Marks and single letters are read in anything.
    private static ImmutableArray<RecognisedLine> WordsOfLetters(ImmutableArray<RecognisedLine> lines) =>
        [.. lines.Select(line => line with { Words = [.. line.Words.Where(word => word.Text.Count(char.IsLetterOrDigit) > 2)] })];
}
