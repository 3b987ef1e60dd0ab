using Ingest.Evaluation;
using Ingest.Evaluation.Scans;
using Xunit;

namespace Ingest.Corpus.Tests;

/// <summary>
/// What is read of the scans of <c>corpus/scans</c>. Whoever reads more of them raises the floor, whoever must lower it says why.
/// Tesseract and its French must be installed.
/// </summary>
public sealed class OcrScoreTests
{
    private static readonly string Folder = Path.Combine(SampleCorpus.Folder, "scans");

    private static readonly Lazy<OcrScoreReport> Report = new(() => OcrEvaluation.Run(ScanSource.Load(Folder).Select(Read)));

    [Theory]
    [InlineData(Split.Tune)]
    [InlineData(Split.Unseen)]
    public void Scans_are_read_as_well_as_before(Split split)
    {
        var (floor, report) = (OcrFloor.Of(split), Report.Value);
        var money = report.Money(split, isCovered: false);
        var titles = report.Fields.Fields(split).Single(score => score.Field == "action.title");
        var errors = TextScore.Sum(report.Pages(split).Select(page => page.Own)).CharacterErrors;
        var unwarned = report.Check(split).WrongWithoutFinding;

        Assert.True(money.F1 >= floor.Money, $"money not covered: F1 {money.F1:0.0000}");
        Assert.True(titles.F1 >= floor.Titles, $"titles: F1 {titles.F1:0.0000}");
        Assert.True(errors <= floor.MostCharacterErrors, $"characters: {errors:0.0000}");
        Assert.True(unwarned <= floor.MostWrongWithoutFinding, $"wrong amounts without a finding: {unwarned}");
    }

    [Theory]
    [InlineData(Split.Tune)]
    [InlineData(Split.Unseen)]
    public void Trust_that_is_told_is_worth_more_than_the_engine_s(Split split)
    {
        var all = Report.Value.Reliability().Rows.Single(row => row.Split == split && row.Kind is null);
        var most = OcrFloor.Of(split).MostCalibrationError;

        Assert.True(all.Told.Brier < all.Engine.Brier, $"Brier: {all.Told.Brier:0.0000}, engine {all.Engine.Brier:0.0000}; « ingest evaluate ocr --calibrate »");
        Assert.True(all.Told.CalibrationError <= most, $"calibration error: {all.Told.CalibrationError:0.0000}; « ingest evaluate ocr --calibrate »");
    }

    [Fact]
    public void No_more_scans_than_before_are_unread() =>
        Assert.Equal(OcrFloor.Unread, Report.Value.Unread.Select(scan => scan.Name).Order(StringComparer.Ordinal));

    [Fact]
    public void A_scan_belongs_to_the_split_and_the_truth_of_its_twin() => Assert.All(ScanSource.Load(Folder), scan =>
    {
        var twin = Path.GetRelativePath(SampleCorpus.Folder, scan.Twin).Replace('\\', '/');
        var source = Assert.Single(SampleCorpus.Sources, source => source.Samples.Contains(twin));

        Assert.Equal((source.Slug, source.Split), (scan.Slug, scan.Split));
    });

    private static ReadScan Read(ScanSource scan) => new() { Source = scan, Truth = scan.ReadTruth(), Scan = Read(scan.File), Twin = Read(scan.Twin) };

    private static DocumentReading Read(string path)
    {
        var kept = SampleCorpus.ReadKeeping(path);
        return new DocumentReading(kept.Pages, kept.Content, kept.Document);
    }
}

/// <summary>The floors of one split: scores from 0 to 1.</summary>
/// <param name="Money">Least F1 of the money over which no mark lies: costs, what financers pay, totals.</param>
/// <param name="Titles">Least F1 of the titles of actions.</param>
/// <param name="MostCharacterErrors">Most character errors over the letters of the twins' pages.</param>
/// <param name="MostWrongWithoutFinding">Most wrong amounts of which nobody is warned: none.</param>
/// <param name="MostCalibrationError">Most mean distance of trust from the share that is right.</param>
internal sealed record OcrFloor(double Money, double Titles, double MostCharacterErrors, int MostWrongWithoutFinding, double MostCalibrationError)
{
    private static readonly OcrFloor Tune = new(Money: 0.87, Titles: 0.89, MostCharacterErrors: 0.10, MostWrongWithoutFinding: 0, MostCalibrationError: 0.06);

    private static readonly OcrFloor Unseen = new(Money: 0.80, Titles: 0.75, MostCharacterErrors: 0.12, MostWrongWithoutFinding: 0, MostCalibrationError: 0.11);

    /// <summary>The scans that nothing is read of: none.</summary>
    public static IReadOnlyList<string> Unread { get; } = [];

    /// <summary>The floors of a split.</summary>
    public static OcrFloor Of(Split split) => split == Split.Tune ? Tune : Unseen;
}
