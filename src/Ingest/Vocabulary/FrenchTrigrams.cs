using System.Globalization;
using Ingest.Grammar;

namespace Ingest.Vocabulary;

/// <summary>
/// How much a word looks like French by its letters: the mean logarithm of the probability of each letter behind the two
/// before it (<c>corpus/registers/french-trigrams.tsv.gz</c>). Accents are left aside, because recognition loses them.
/// </summary>
public sealed class FrenchTrigrams
{
    private const int Letters = 27;
    private const double TenthsOfBit = 10;

    private readonly short[] _cost = new short[Letters * Letters * Letters];

    /// <summary>The model of a table.</summary>
    /// <param name="rows">
    /// A header row; then rows of two letters (« . » where a word begins) and, behind tabs, for « . » and each letter minus the
    /// logarithm to base 2 of its probability there, in tenths of a bit.
    /// </param>
    public FrenchTrigrams(TextReader rows)
    {
        Array.Fill(_cost, (short)200);
        rows.ReadLine();
        while (rows.ReadLine() is { } row)
        {
            var cells = row.Split('\t');
            if (cells.Length != Letters + 1 || cells[0].Length != 2)
                throw new InvalidDataException($"« {row} » is no row of a table of trigrams.");
            for (var letter = 0; letter < Letters; letter++)
                _cost[Place(IndexOf(cells[0][0]), IndexOf(cells[0][1]), letter)] = short.Parse(cells[letter + 1], NumberStyles.None, CultureInfo.InvariantCulture);
        }
    }

    /// <summary>
    /// Mean logarithm of the probability of the letters of a word and of its end, in bits per character: about -3 for French,
    /// below -5 for what is none. Marks between letters part words. 0 where there is no letter.
    /// </summary>
    public double Score(string word)
    {
        var (sum, count) = (0, 0);
        var (first, second) = (0, 0);
        foreach (var c in word.Replace("œ", "oe", StringComparison.OrdinalIgnoreCase).Replace("æ", "ae", StringComparison.OrdinalIgnoreCase) + ".")
        {
            var letter = IndexOf(Folding.ToBaseLetter(c));
            if (letter == 0 && second == 0)
                continue;
            sum += _cost[Place(first, second, letter)];
            count++;
            (first, second) = letter == 0 ? (0, 0) : (second, letter);
        }

        return count == 0 ? 0 : -sum / (TenthsOfBit * count);
    }

    private static int IndexOf(char c) => c is >= 'a' and <= 'z' ? c - 'a' + 1 : 0;

    private static int Place(int first, int second, int third) => (((first * Letters) + second) * Letters) + third;
}
