using System.Collections.Immutable;
using Ingest.Model.Pages;
using Ingest.Reading.Imaging;
using Ingest.Reading.Tools;

namespace Ingest.Reading.Ocr;

/// <summary>
/// Figures that were read without full trust are read again, alone, enlarged, as black and white, and as digits only. Where both readings
/// agree, trust rises; where they differ the first stays, the second goes with it, and trust falls: nothing is settled here.
/// </summary>
internal sealed class SecondReading(Tesseract engine, OcrOptions options)
{
    private const string Characters = "0123456789 ,.€%-";

    // White pixels around what is read.
    private const int Border = 14;

    // Enlarged by this much, so that the engine sees other pixels than the first time.
    private const double Enlargement = 1.35;

    /// <summary>The words, figures among them read twice.</summary>
    /// <param name="page">The page.</param>
    /// <param name="words">Its words in the engine's order; boxes of ink.</param>
    /// <param name="inks">The ink of each word in pixels.</param>
    /// <param name="cancellation">Ends the work.</param>
    public ImmutableArray<Word> Check(PreparedPage page, ImmutableArray<Word> words, ImmutableArray<PixelBox> inks, CancellationToken cancellation)
    {
        var groups = Groups(words).Where(group => group.Exists(index => words[index].Confidence < options.SecondReadingBelow)).ToList();
        var images = groups.Select(group => ToImage(page, group.Select(index => inks[index]).Aggregate((one, other) => one.Union(other)))).ToList();
        var reading = engine.Read(images, TesseractMode.Line, Characters, cancellation);
        if (reading.Outcome != ToolOutcome.Done)
            return words;
        var checkedWords = words.ToBuilder();
        for (var i = 0; i < groups.Count; i++)
        {
            var first = string.Join(' ', groups[i].Select(index => words[index].Text));
            var second = string.Join(' ', reading.Lines[i].SelectMany(line => line.Words).Select(word => word.Text));
            // Nothing read a second time says nothing of the figure.
            if (Likeness.Digits(second).Length == 0)
                continue;
            var agree = Likeness.Digits(first) == Likeness.Digits(second);
            foreach (var index in groups[i])
            {
                checkedWords[index] = agree
                    ? words[index] with { Confidence = Math.Max(words[index].Confidence, options.ConfirmedConfidence) }
                    : words[index] with { Confidence = Math.Min(words[index].Confidence, options.ContestedConfidence), SecondReading = second };
            }
        }

        return checkedWords.ToImmutable();
    }

    private static GreyImage ToImage(PreparedPage page, PixelBox ink)
    {
        var crop = Straightening.Turn(GroundToWhite.Convert(page.Image.Crop(ink.Inflate(4))).Frame(Border), 0, Enlargement);
        return Threshold.Apply(crop, Threshold.Otsu(crop));
    }

    // Words of digits that follow one another on a line: « 12 », « 500,00 », « € ».
    private static List<List<int>> Groups(ImmutableArray<Word> words)
    {
        var groups = new List<List<int>>();
        for (var i = 0; i < words.Length; i++)
        {
            if (!IsFigure(words[i]))
                continue;
            var before = groups.Count > 0 ? groups[^1] : null;
            if (before is not null && before[^1] == i - 1 && FollowsOn(words[i - 1], words[i]))
                before.Add(i);
            else
                groups.Add([i]);
        }

        return [.. groups.Where(group => group.Sum(index => Likeness.Digits(words[index].Text).Length) > 1)];
    }

    private static bool IsFigure(Word word) =>
        word.Direction == TextDirection.Horizontal && word.Text.All(letter => char.IsAsciiDigit(letter) || letter is ',' or '.' or '€' or '%') && (word.Text.Any(char.IsAsciiDigit) || word.Text == "€");

    private static bool FollowsOn(Word one, Word other) =>
        Math.Abs(one.Baseline - other.Baseline) < 0.2 * one.Font.Size && other.Box.Left >= one.Box.Left && other.Box.Left - one.Box.Right < 0.7 * one.Font.Size && !one.Text.EndsWith('€');
}
