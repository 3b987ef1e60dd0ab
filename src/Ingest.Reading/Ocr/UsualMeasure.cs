namespace Ingest.Reading.Ocr;

/// <summary>What is usual among lines: the measure that half of all letters do not surpass (a weighted median).</summary>
internal static class UsualMeasure
{
    /// <summary>The usual measure; 0 without letters.</summary>
    /// <param name="lines">Each line with its measure.</param>
    public static double Of(IEnumerable<(PlacedLine Line, double Measure)> lines)
    {
        var inOrder = lines.Select(item => (item.Measure, Letters: item.Line.Words.Sum(word => word.Text.Length))).OrderBy(item => item.Measure).ToList();
        var half = inOrder.Sum(item => item.Letters) / 2.0;
        foreach (var (measure, letters) in inOrder)
        {
            half -= letters;
            if (half <= 0)
                return measure;
        }

        return 0;
    }
}
