namespace Ingest.Reading.Odf;

/// <summary>How OpenDocument text and sheets are read.</summary>
public sealed record OdfOptions
{
    /// <summary>
    /// The most bytes that a part of the package may have once unpacked (characters for a flat file): the text of a thousand
    /// pages stays below 20 million. Default 67108864 (64 MiB).
    /// </summary>
    public int LargestPart { get; init; } = 64 << 20;

    /// <summary>
    /// How many times larger than its packed form a part may be: tables of equal cells shrink a hundred times, a part made to
    /// fill the memory a thousand times. Parts below a mebibyte are not measured. Default 400.
    /// </summary>
    public double LargestRatio { get; init; } = 400;

    /// <summary>The most entries that a package may have: one per image and object; real ones have some hundreds. Default 20000.</summary>
    public int MostEntries { get; init; } = 20_000;

    /// <summary>
    /// The most elements that may stand one in another; tables nested thirty deep stay below 200. What lies deeper is made to
    /// exhaust the stack and left unread. Default 512.
    /// </summary>
    public int LargestDepth { get; init; } = 512;

    /// <summary>
    /// Two column borders up to this far apart, in points, are one where no cell lies between them alone: a border dragged by
    /// hand in one row misses the others by less, and no column of text is as narrow. Default 4.
    /// </summary>
    public double ColumnTolerance { get; init; } = 4;

    /// <summary>The most grid columns of a table of a text, repeated and covered ones included. Default 1024.</summary>
    public int LargestSpan { get; init; } = 1024;

    /// <summary>The most rows that an element of a text's table may stand for by repetition; nobody writes as many by hand. Default 1000.</summary>
    public int LargestRepetition { get; init; } = 1000;

    /// <summary>
    /// The most cells that are read of one table: more are made by repetition to fill the memory, the longest programme has some
    /// thousands. Default 200000.
    /// </summary>
    public int MostCells { get; init; } = 200_000;
}
