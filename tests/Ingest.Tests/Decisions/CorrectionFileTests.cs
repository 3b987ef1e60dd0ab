using System.Text.Json;
using Ingest.Decisions;
using Ingest.Model.Documents;
using Ingest.Tests.Pipeline;
using Xunit;

namespace Ingest.Tests.Decisions;

public sealed class CorrectionFileTests : IDisposable
{
    private static readonly Correction One = new()
    {
        Id = "c1",
        Document = new string('a', 64),
        Pointer = "/actions/3/totalCost",
        Anchor = "action-1",
        Before = CorrectionValue.Of(4950.00m),
        After = CorrectionValue.Of(4951.50m),
        Who = "Amina « la chargée »",
        When = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.FromHours(1)),
        Why = "virgule oubliée",
    };

    private readonly TemporaryFolder _work = new();

    private string Path => _work["corrections.jsonl"];

    [Fact]
    public void A_line_has_exactly_the_fields_of_the_contract()
    {
        CorrectionFile.Append(Path, [One]);

        Assert.Equal(
            """{"id":"c1","document":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa","pointer":"/actions/3/totalCost","anchor":"action-1","before":4950.00,"after":4951.50,"who":"Amina « la chargée »","when":"2026-01-02T02:04:05Z","why":"virgule oubliée"}""" + "\n",
            File.ReadAllText(Path));
        Assert.Equal([One], CorrectionFile.Read(Path).All);
    }

    [Fact]
    public void Every_sort_of_value_comes_back()
    {
        Correction[] all =
        [
            One with { Before = CorrectionValue.Nothing, After = CorrectionValue.Of("a\nb \u0001 \"œ\" 🌳"), Anchor = null, Why = null },
            One with { Id = "c2", Before = CorrectionValue.Of(new Period(2024, 2030)), After = CorrectionValue.Of(new DateOnly(2023, 12, 12)) },
        ];

        CorrectionFile.Append(Path, all);

        Assert.Equal(all, CorrectionFile.Read(Path).All);
        Assert.All(File.ReadAllLines(Path), line => JsonDocument.Parse(line));
    }

    [Theory]
    [InlineData("{", BrokenLineProblem.NoJson)]
    [InlineData("[]", BrokenLineProblem.NoJson)]
    [InlineData("bonjour", BrokenLineProblem.NoJson)]
    [InlineData("""{"id":"x"}""", BrokenLineProblem.Field)]
    [InlineData("""{"id":"x","document":"short","pointer":"/title","before":1,"after":2,"who":"a","when":"2026-01-01"}""", BrokenLineProblem.Field)]
    [InlineData("""{"id":"x","document":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa","pointer":"title","before":1,"after":2,"who":"a","when":"2026-01-01"}""", BrokenLineProblem.Field)]
    [InlineData("""{"id":"x","document":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa","pointer":"/title","after":2,"who":"a","when":"2026-01-01"}""", BrokenLineProblem.Field)]
    [InlineData("""{"id":"x","document":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa","pointer":"/title","before":1,"after":[2],"who":"a","when":"2026-01-01"}""", BrokenLineProblem.Field)]
    [InlineData("""{"id":"x","document":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa","pointer":"/title","before":1,"after":2,"who":"a","when":"hier"}""", BrokenLineProblem.Field)]
    [InlineData("""{"id":"c1","document":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa","pointer":"/title","before":1,"after":2,"who":"a","when":"2026-01-01"}""", BrokenLineProblem.RepeatedId)]
    public void A_broken_line_is_told_with_its_number_and_the_others_count(string line, BrokenLineProblem problem)
    {
        CorrectionFile.Append(Path, [One]);
        File.AppendAllText(Path, "\r\n" + line);
        CorrectionFile.Append(Path, [One with { Id = "c2" }]);

        var log = CorrectionFile.Read(Path);

        Assert.Equal(["c1", "c2"], log.All.Select(correction => correction.Id));
        Assert.Equal((3, problem), (log.Broken.Single().Number, log.Broken.Single().Problem));
    }

    [Fact]
    public void The_same_line_twice_is_one_correction()
    {
        CorrectionFile.Append(Path, [One]);
        File.AppendAllText(Path, File.ReadAllText(Path));

        var log = CorrectionFile.Read(Path);

        Assert.Equal([One], log.All);
        Assert.Empty(log.Broken);
    }

    [Fact]
    public void A_hash_is_of_the_corrections_of_one_document()
    {
        var other = One with { Id = "c2", Document = new string('b', 64) };
        var first = new CorrectionLog([One], []);
        var both = new CorrectionLog([One, other], []);

        Assert.Equal(first.HashOf(One.Document), both.HashOf(One.Document));
        Assert.Equal("", first.HashOf(other.Document));
        Assert.NotEqual("", both.HashOf(other.Document));
        Assert.NotEqual(both.HashOf(One.Document), new CorrectionLog([One, One with { Id = "c3" }], []).HashOf(One.Document));
    }

    [Fact]
    public void A_file_is_one_writer_s_at_a_time_and_is_never_half_written()
    {
        CorrectionFile.Append(Path, [One]);
        using (CorrectionFile.TryLock(Path))
            Assert.Null(CorrectionFile.TryLock(Path));
        using (var again = CorrectionFile.TryLock(Path))
            Assert.NotNull(again);
        var before = File.ReadAllBytes(Path);

        Assert.Throws<InvalidOperationException>(() => CorrectionFile.Append(Path, Failing()));

        Assert.Equal(before, File.ReadAllBytes(Path));
        Assert.Equal([Path], Directory.GetFiles(_work.Root));

        static IEnumerable<Correction> Failing()
        {
            yield return One with { Id = "c2" };
            throw new InvalidOperationException();
        }
    }

    public void Dispose() => _work.Dispose();
}
