namespace Ingest.Reading.Ocr;

/// <summary>How alike two readings are.</summary>
internal static class Likeness
{
    /// <summary>1 for equal texts, 0 where no letter is shared: the edit distance (Levenshtein 1966) over the longer text, case and accents apart.</summary>
    public static double Of(string one, string other)
    {
        var longer = Math.Max(one.Length, other.Length);
        return longer == 0 ? 1 : 1 - ((double)Distance(one, other) / longer);
    }

    /// <summary>The digits of a text.</summary>
    public static string Digits(string text) => new([.. text.Where(char.IsAsciiDigit)]);

    private static int Distance(string one, string other)
    {
        var row = new int[other.Length + 1];
        for (var j = 0; j < row.Length; j++)
            row[j] = j;
        for (var i = 1; i <= one.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j < row.Length; j++)
            {
                var change = diagonal + (one[i - 1] == other[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(change, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[^1];
    }
}
