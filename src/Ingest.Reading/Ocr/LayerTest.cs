using System.Collections.Immutable;
using Ingest.Model.Pages;
using Ingest.Reading.Imaging;
using Ingest.Reading.Tools;

namespace Ingest.Reading.Ocr;

/// <summary>What the text that a scanned page carries is worth.</summary>
/// <param name="Agreement">Share of a sample of its words that a fresh reading of their places confirms, 0 to 1.</param>
/// <param name="Coverage">Share of the letters on the page that lie under its words, 0 to 1.</param>
/// <param name="IsGood">Whether it may be kept.</param>
internal sealed record LayerWorth(double Agreement, double Coverage, bool IsGood)
{
    /// <summary>Share of the words of the sample that French knows, 0 to 1; 1 where nobody can tell.</summary>
    public double KnownWords { get; init; } = 1;

    /// <summary>The same share of the fresh reading of their places.</summary>
    public double KnownWordsRead { get; init; } = 1;

    /// <summary>Whether French knows so much less of the layer than of the fresh reading that its letters are wrong.</summary>
    public bool IsGarbled { get; init; }
}

/// <summary>Whether a language knows a word.</summary>
/// <param name="word">The word, with its punctuation.</param>
public delegate bool KnownWord(string word);

/// <summary>The word that one which was recognised must be; null where it stays as it was read.</summary>
/// <param name="word">The word, with its punctuation.</param>
/// <param name="isFirst">Whether it is the first of its line.</param>
/// <param name="isAlone">Whether nothing else stands on its line.</param>
public delegate string? WordMending(string word, bool isFirst, bool isAlone);

/// <summary>
/// Tests the text layer of a scanned page against its image: a sample of words, figures first, is read anew where the layer says they
/// stand, and letters without a word over them are counted. A layer that lies in its figures looks well everywhere else. One with a wrong
/// letter in each word is like the fresh reading, word by word; but the dictionary knows less of it. Names and other languages it knows
/// neither here nor there.
/// </summary>
internal sealed class LayerTest(Tesseract engine, OcrOptions options, KnownWord? isWord)
{
    // White pixels around what is read.
    private const int Border = 10;

    /// <summary>The worth of a layer.</summary>
    /// <param name="page">The prepared page.</param>
    /// <param name="layer">The words of the layer, boxes on the page as shown.</param>
    /// <param name="cancellation">Ends the work.</param>
    public LayerWorth Judge(PreparedPage page, ImmutableArray<Word> layer, CancellationToken cancellation)
    {
        var coverage = Coverage(page, layer);
        if (coverage < options.LayerCoverage)
            return new LayerWorth(0, coverage, false);
        var figures = Spread(layer.Where(word => Likeness.Digits(word.Text).Length > 1));
        var words = Spread(layer.Where(word => word.Text.Count(char.IsLetter) > 4));
        ImmutableArray<Word> sample = [.. figures, .. words];
        if (sample.IsEmpty)
            return new LayerWorth(0, coverage, false);
        var reading = engine.Read([.. sample.Select(word => Crop(page, word))], TesseractMode.Line, null, cancellation);
        if (reading.Outcome != ToolOutcome.Done)
            return new LayerWorth(0, coverage, false);
        var fresh = reading.Lines.Select(TextOf).ToList();
        var agree = sample.Select((word, index) => Agrees(word.Text, fresh[index])).ToList();
        var (ofFigures, ofWords) = (Share(agree.Take(figures.Count)), Share(agree.Skip(figures.Count)));
        var (known, knownRead) = (KnownShare(words.Select(word => word.Text)), KnownShare(fresh.Skip(figures.Count)));
        var isGarbled = words.Count >= options.LayerWords && knownRead - known >= options.LayerWordLoss;
        var isGood = ofFigures >= options.FigureAgreement && ofWords >= options.WordAgreement && !isGarbled;
        return new LayerWorth(Share(agree), coverage, isGood) { KnownWords = known, KnownWordsRead = knownRead, IsGarbled = isGarbled };
    }

    private double KnownShare(IEnumerable<string> words) => isWord is null ? 1 : Share(words.Select(word => isWord(word)));

    private static double Share(IEnumerable<bool> agree)
    {
        var all = agree.ToList();
        return all.Count == 0 ? 1 : (double)all.Count(yes => yes) / all.Count;
    }

    private static string TextOf(ImmutableArray<RecognisedLine> lines) => string.Concat(lines.SelectMany(line => line.Words).Select(word => word.Text));

    private bool Agrees(string layer, string fresh)
    {
        var digits = Likeness.Digits(layer);
        return digits.Length > 1 ? Likeness.Digits(fresh) == digits : Likeness.Of(layer, fresh) >= options.WordLikeness;
    }

    private GreyImage Crop(PreparedPage page, Word word)
    {
        var box = page.Turn.ToUpright(word.Box);
        var area = page.ToPixels(box with { Left = box.Left - options.CropMargin, Right = box.Right + options.CropMargin });
        return GroundToWhite.Convert(page.Image.Crop(area.Width > 0 && area.Height > 0 ? area : new PixelBox(0, 0, 1, 1))).Frame(Border);
    }

    // Evenly over the page: a layer may be good at its top alone.
    private List<Word> Spread(IEnumerable<Word> words)
    {
        var all = words.ToList();
        var step = Math.Max(1.0, (double)all.Count / options.LayerSample);
        return [.. Enumerable.Range(0, Math.Min(all.Count, options.LayerSample)).Select(index => all[(int)(index * step)])];
    }

    private double Coverage(PreparedPage page, ImmutableArray<Word> layer)
    {
        var boxes = layer.Select(word => page.ToPixels(page.Turn.ToUpright(word.Box).Inflate(options.CropMargin))).OrderBy(box => box.Top).ToList();
        var (least, most) = (page.ToPixels(options.SmallestLetter), page.ToPixels(options.LargestLetter));
        var (covered, all) = (0, 0);
        foreach (var piece in InkComponents.Find(page.Image, page.Threshold))
        {
            if (piece.Box.Height < least || piece.Box.Height > most || piece.Box.Width > most)
                continue;
            all++;
            var (x, y) = ((piece.Box.Left + piece.Box.Right) / 2, (piece.Box.Top + piece.Box.Bottom) / 2);
            covered += boxes.Exists(box => box.Left <= x && x < box.Right && box.Top <= y && y < box.Bottom) ? 1 : 0;
        }

        return all == 0 ? 1 : (double)covered / all;
    }
}
