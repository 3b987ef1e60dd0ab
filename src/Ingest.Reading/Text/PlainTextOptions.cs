namespace Ingest.Reading.Text;

/// <summary>How plain text is told and read.</summary>
public sealed record PlainTextOptions
{
    /// <summary>How much of the machine a document may take.</summary>
    internal ReadingLimits Limits { get; init; } = new();

    /// <summary>
    /// Largest share of control characters, 0 to 1, in what is still text: a stray one in a page is a slip of some program,
    /// more are the bytes of another format. Default 0.01.
    /// </summary>
    public double LargestControlShare { get; init; } = 0.01;

    /// <summary>Fewest neighbouring lines of the form « text, tab, page » that make a table of contents. Default 2.</summary>
    public int FewestContentsLines { get; init; } = 2;

    /// <summary>
    /// Most digits of a page number in a table of contents: amounts and postcodes are longer. Default 3.
    /// </summary>
    public int LongestPageNumber { get; init; } = 3;
}
