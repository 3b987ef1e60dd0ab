using Ingest.Reading.Protection;

namespace Ingest.Reading.Odf;

/// <summary>How OpenDocument text and sheets are read.</summary>
public sealed record OdfOptions
{
    /// <summary>How much of the machine a document may take.</summary>
    internal ReadingLimits Limits { get; init; } = new();

    /// <summary>Passwords of protected documents.</summary>
    internal Passwords Passwords { get; init; } = Passwords.None;

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
    /// Characters of all cells of a workbook, in thousands; what follows is left out and told. A novel has a thousand; a long text in a
    /// cell that is repeated makes millions of a few. Default 10 000.
    /// </summary>
    public int MostTextThousands { get; init; } = 10_000;
}
