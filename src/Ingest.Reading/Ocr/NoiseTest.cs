using System.Collections.Immutable;

namespace Ingest.Reading.Ocr;

/// <summary>
/// Tells text from what the engine invents in a photograph, a drawing, a map: it trusts little of it itself, hardly a letter of it stands in a
/// word of French, and there is no figure that it is sure of. Text that is merely badly printed keeps some words.
/// </summary>
internal sealed class NoiseTest(OcrOptions options, KnownWord? isWord)
{
    // Words of fewer letters come about by chance.
    private const int LettersOfWord = 4;

    // Digits that make a figure: fewer are chance too.
    private const int DigitsOfFigure = 3;

    /// <summary>Whether all that was read of a page is noise; never where no dictionary is there to say so.</summary>
    /// <param name="lines">The lines of the page.</param>
    public bool IsNoise(ImmutableArray<PlacedLine> lines)
    {
        if (isWord is null || PlacedLine.Trust(lines) >= options.NoiseTrust)
            return false;
        var words = lines.SelectMany(line => line.Words).ToList();
        if (words.Exists(word => Likeness.Digits(word.Text).Length >= DigitsOfFigure && word.Confidence >= options.NoiseTrust))
            return false;
        var (known, letters) = (0, 0);
        foreach (var word in words)
        {
            var count = word.Text.Count(char.IsLetter);
            letters += count;
            known += count >= LettersOfWord && isWord(word.Text) ? count : 0;
        }

        return known <= options.NoiseWords * letters;
    }
}
