namespace Ingest.Reading.Pdf.Forms;

/// <summary>Thresholds for what is filled into a PDF (fields, free text, remarks). Lengths are in points or, named « Em », in font sizes.</summary>
public sealed record PdfFormOptions
{
    /// <summary>Most annotations of one page that are looked at. A full form has some hundreds. Default 5000.</summary>
    public int MaxAnnotations { get; init; } = 5000;

    /// <summary>How far up a field inherits from the fields around it. Real forms nest fewer than ten. Default 32.</summary>
    public int MaxFieldDepth { get; init; } = 32;

    /// <summary>Longest value of a field, in characters; what follows is not read. A page of prose has 4 000. Default 50 000.</summary>
    public int MaxFieldLength { get; init; } = 50_000;

    /// <summary>Largest font of a field whose font size the viewer chooses: 12 points in the usual viewers.</summary>
    public double LargestAutomaticSize { get; init; } = 12;

    /// <summary>Smallest font to which a value is set so that it fits its field; beyond it lines are set closer.</summary>
    public double SmallestSize { get; init; } = 3;

    /// <summary>Share of its field's height that a line takes at most: above and below it the border needs room.</summary>
    public double LineShare { get; init; } = 0.75;

    /// <summary>From baseline to baseline, in em. Default 1.15, that of the usual viewers.</summary>
    public double LineStepEm { get; init; } = 1.15;

    /// <summary>Space between a field's border and its text, in points. Default 2, that of the usual viewers.</summary>
    public double Padding { get; init; } = 2;

    /// <summary>How far, in points, a word of the page may stand out of a field in which it is then said to stand.</summary>
    public double Reach { get; init; } = 1;
}
