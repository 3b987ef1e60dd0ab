using System.Collections.Immutable;
using Ingest.Reading.Imaging;

namespace Ingest.Reading.Ocr;

/// <summary>A word that the engine read.</summary>
/// <param name="Text">As read.</param>
/// <param name="Box">Its ink in pixels of the image.</param>
/// <param name="Confidence">The engine's trust, 0 to 1.</param>
internal sealed record RecognisedWord(string Text, PixelBox Box, double Confidence);

/// <summary>A line that the engine read.</summary>
/// <param name="Words">Its words from left to right.</param>
/// <param name="Box">Its area in pixels.</param>
/// <param name="Slope">Rise of its baseline, pixels down per pixel to the right.</param>
/// <param name="Offset">Baseline at the left end of <paramref name="Box"/>, pixels below its bottom (negative above).</param>
/// <param name="Size">Size of its letters in pixels, from ascender to descender.</param>
internal sealed record RecognisedLine(ImmutableArray<RecognisedWord> Words, PixelBox Box, double Slope, double Offset, double Size)
{
    private const string Descending = "gjpqyçQJ,;()[]{}|/";

    private const double Blur = 0.1;

    /// <summary>Its baseline, at its middle: the page lies straight, and the slope that the engine sees in a short line is chance.</summary>
    public double Baseline
    {
        get
        {
            var told = Box.Bottom + Offset + (Slope * Box.Width / 2);
            var bottoms = Words.Where(word => word.Text.Any(char.IsLetterOrDigit) && !word.Text.Any(letter => Descending.Contains(letter, StringComparison.Ordinal))).Select(word => (double)word.Box.Bottom).Order().ToList();
            if (bottoms.Count == 0)
                return told;
            // Where the two differ by more than blur the engine took the line for another: letters stand on their baseline.
            var stood = bottoms[bottoms.Count / 2];
            return Math.Abs(told - stood) <= Blur * Size ? told : stood;
        }
    }

    /// <summary>The engine's trust by letter, 0 to 1; 0 without words.</summary>
    public double Confidence => Words.IsEmpty ? 0 : Words.Sum(word => word.Confidence * word.Text.Length) / Words.Sum(word => word.Text.Length);
}
