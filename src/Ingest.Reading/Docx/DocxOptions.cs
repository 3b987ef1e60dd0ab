namespace Ingest.Reading.Docx;

/// <summary>How a DOCX is read.</summary>
public sealed record DocxOptions
{
    /// <summary>How much of the machine a document may take.</summary>
    internal ReadingLimits Limits { get; init; } = new();

    /// <summary>
    /// Two column borders up to this far apart, in points, are one where no cell lies between them alone: a border dragged by
    /// hand in one row misses the others by less, and no column of text is as narrow. Default 4.
    /// </summary>
    public double ColumnTolerance { get; init; } = 4;

    /// <summary>The most grid columns that one cell may cover; the format allows 63 columns, other writers go beyond. Default 1024.</summary>
    public int LargestSpan { get; init; } = 1024;

    /// <summary>
    /// The most elements that may stand one in another; tables nested thirty deep stay below 200. Deeper ones are made to exhaust
    /// the stack. Default 512.
    /// </summary>
    public int LargestDepth { get; init; } = 512;
}
