namespace Ingest.Reading.Xlsx;

/// <summary>How an XLSX is read.</summary>
public sealed record XlsxOptions
{
    /// <summary>How much of the machine a document may take.</summary>
    internal ReadingLimits Limits { get; init; } = new();

    /// <summary>
    /// Filled cells of a workbook that are read; what follows is left out and told. A programmation has some thousands; each
    /// takes about a kilobyte of memory until its document is written. Default 200 000.
    /// </summary>
    public int MostCells { get; init; } = 200_000;

    /// <summary>
    /// Characters of the texts that the cells of a workbook share, and of all its cells, in thousands; what follows is left out and told. A
    /// novel has a thousand; a text that is shared by all cells makes millions of a few, and three take the stages behind the reader two to
    /// eight seconds, ten up to fifty and a gigabyte. Default 3 000.
    /// </summary>
    public int MostTextThousands { get; init; } = 3_000;

    /// <summary>
    /// Size of a part once it is unpacked, in megabytes (10⁶ bytes); a longer one is read up to there and told. A sheet of 200 000
    /// cells has some tens, and a file made to keep the machine busy has no end: 300 take some seconds. Default 300.
    /// </summary>
    public int LargestPartMegabytes { get; init; } = 300;
}
