using System.Globalization;
using Ingest.Evaluation;
using Xunit;

namespace Ingest.Corpus.Tests;

/// <summary>
/// Scores may not fall below the floors of <c>floors.tsv</c>. Whoever makes a score better raises its floor; whoever must lower
/// one says why in the commit.
/// </summary>
public sealed class ScoreTests
{
    private static readonly Lazy<ScoreReport> Report = new(() => DocumentEvaluation.Run(
        path => SampleCorpus.Read(Path.GetRelativePath(SampleCorpus.Folder, path).Replace('\\', '/')), TruthSet.Load(SampleCorpus.Folder)));

    [Theory]
    [InlineData(Split.Tune)]
    [InlineData(Split.Unseen)]
    public void No_field_falls_below_its_floor(Split split)
    {
        var floors = ReadFloors();
        var scores = Report.Value.Fields(split);

        Assert.NotEmpty(scores);
        var low = scores.Where(score => score.F1 < floors.GetValueOrDefault((split, score.Field), double.PositiveInfinity)).ToList();
        Assert.True(
            low.Count == 0,
            $"Below the floor, or without one:\n{string.Join('\n', low.Select(score => Line(split, score)))}\n\n"
                + ScoreReportText.ToErrorList(Report.Value, Environment.GetEnvironmentVariable("INGEST_SHOW_UNSEEN") == "1"));
    }

    [Fact]
    public void Every_floor_is_of_a_field_that_is_scored()
    {
        var scored = Report.Value.Splits.SelectMany(split => Report.Value.Fields(split).Select(score => (split, score.Field)));

        Assert.Equal([], ReadFloors().Keys.Except(scored));
    }

    private static string Line(Split split, FieldScore score) =>
        string.Create(CultureInfo.InvariantCulture, $"{split.ToString().ToLowerInvariant()}\t{score.Field}\t{Math.Floor(score.F1 * 1000) / 1000:0.000}");

    private static Dictionary<(Split Split, string Field), double> ReadFloors() =>
        File.ReadLines(Path.Combine(SampleCorpus.Root, "tests", "Ingest.Corpus.Tests", "floors.tsv"))
            .Skip(1)
            .Select(line => line.Split('\t'))
            .ToDictionary(cells => (Enum.Parse<Split>(cells[0], ignoreCase: true), cells[1]), cells => double.Parse(cells[2], CultureInfo.InvariantCulture));
}
