namespace Ingest.Reading;

/// <summary>
/// How much of the machine one document may take. Each limit that is met is a finding of its own; what was read before is kept. They are
/// far above what real documents need and below what a machine of four gigabytes bears.
/// </summary>
public sealed record ReadingLimits
{
    /// <summary>
    /// Processor seconds of the reading process from one page to the next; child programs are not counted. A dense page takes a
    /// hundredth, a scan whose picture is put right about one. Processor time: a busy machine makes no document fail. Default 60.
    /// </summary>
    public double CpuSeconds { get; init; } = 60;

    /// <summary>
    /// Processor seconds of the reading process for all of a document: a thousand pages that each stay below the limit for one are none
    /// that anybody wrote. A scan of 500 pages takes about 500. Default 1800.
    /// </summary>
    public double DocumentCpuSeconds { get; init; } = 1800;

    /// <summary>
    /// Seconds from one page to the next, for a reader that waits without working; text recognition has its own limit for each page,
    /// and this one is above it. Default 600.
    /// </summary>
    public double WallSeconds { get; init; } = 600;

    /// <summary>
    /// Processor seconds of all that follows the reading, from the layout to the checks, which are not done in the reading process. A
    /// programme takes a tenth, a convention of 500 pages some ten, the largest document that the other limits let pass about a minute. Default 600.
    /// </summary>
    public double StageCpuSeconds { get; init; } = 600;

    /// <summary>Megabytes (10⁶ bytes) of managed memory of the reading process. A scan of 300 dpi takes about a hundred. Default 1500.</summary>
    public int HeapMegabytes { get; init; } = 1500;

    /// <summary>
    /// Documents after which a reading process is replaced by a new one, so that what a library keeps cannot grow without end. Default 500.
    /// </summary>
    public int Documents { get; init; } = 500;

    /// <summary>
    /// Megabytes of one stream of a PDF, or of one part of a text document, once unpacked; what follows of a stream is not read, nor is such
    /// a part. The content of a page rarely passes one. Each takes some twenty in memory while it is read. Default 32.
    /// </summary>
    public int StreamMegabytes { get; init; } = 32;

    /// <summary>Megabytes of all streams that were unpacked of one PDF, or of all parts of a package. A thousand dense pages take a hundred. Default 1000.</summary>
    public int DocumentMegabytes { get; init; } = 1000;

    /// <summary>Letters of one page; what follows is not read. A dense A4 page has 8 000, a poster of tables some 50 000. Default 200 000.</summary>
    public int PageLetters { get; init; } = 200_000;

    /// <summary>Painted paths of one page; what follows is not read. A table has some hundreds, a map of a town 100 000. Default 300 000.</summary>
    public int PagePaths { get; init; } = 300_000;

    /// <summary>Pages of a document; what follows is not read. The longest convention with its annexes has some 500. Default 5000.</summary>
    public int Pages { get; init; } = 5000;

    /// <summary>Entries of a package (DOCX, XLSX, ODF): one per picture and object; real ones have some hundreds. Default 20 000.</summary>
    public int ArchiveEntries { get; init; } = 20_000;

    /// <summary>
    /// How many times larger than its packed form an entry of a package may be: tables of equal cells shrink a hundred times, a part made
    /// to fill the memory a thousand times. Parts below a megabyte are not measured. Default 400.
    /// </summary>
    public double ArchiveRatio { get; init; } = 400;

    /// <summary>
    /// Cells of one table; what follows is not read. The longest programme has some thousands; ten thousand take about a second to be told as
    /// what they are. Default 100 000.
    /// </summary>
    public int TableCells { get; init; } = 100_000;
}
