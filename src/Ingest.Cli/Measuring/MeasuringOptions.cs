using System.Collections.Immutable;

namespace Ingest.Cli.Measuring;

/// <summary>How speed is measured.</summary>
internal sealed record MeasuringOptions
{
    /// <summary>The options in use.</summary>
    public static MeasuringOptions Default { get; } = new();

    /// <summary>Rounds in which both programs read all files, in turn: what else the machine does then falls on both.</summary>
    public int Rounds { get; init; } = 3;

    /// <summary>Most time for one program to read all files.</summary>
    public TimeSpan RoundLimit { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>Words or rules of the drawn pages, each ten times the one before.</summary>
    public ImmutableArray<int> Sizes { get; init; } = [1_000, 10_000, 100_000];

    /// <summary>Most time for one drawn page.</summary>
    public TimeSpan PageLimit { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Words or rules of the page by which the code is compiled before the clock starts.</summary>
    public int WarmUpSize { get; init; } = 200;

    /// <summary>How often that page is read.</summary>
    public int WarmUps { get; init; } = 40;

    /// <summary>Dots per inch at which pages are drawn for plain text recognition: what its manual asks for.</summary>
    public int PlainDpi { get; init; } = 300;

    /// <summary>Language of the documents, by Tesseract's name.</summary>
    public string PlainLanguage { get; init; } = "fra";

    /// <summary>Passes over the files in a process that runs already, whose mean is told.</summary>
    public int WarmPasses { get; init; } = 8;

    /// <summary>Pages of the documents by which growth is measured: powers of ten.</summary>
    public ImmutableArray<int> GrowthPages { get; init; } = [1, 10, 100, 1_000];

    /// <summary>Documents of the runs by which growth is measured, each more than the one before.</summary>
    public ImmutableArray<int> GrowthDocuments { get; init; } = [10, 100, 1_000, 10_000];

    /// <summary>Least pages of the scans whose memory is watched: what grows with pages shows between the two.</summary>
    public ImmutableArray<int> ScanPages { get; init; } = [20, 200];

    /// <summary>Most time to read one of them without cache: seconds a page, on a busy machine many.</summary>
    public TimeSpan ManyPagesLimit { get; init; } = TimeSpan.FromHours(2);

    /// <summary>Most time for plain text recognition of one image, and for drawing it: a page takes seconds, on a busy machine minutes.</summary>
    public TimeSpan PlainLimit { get; init; } = TimeSpan.FromMinutes(5);
}
