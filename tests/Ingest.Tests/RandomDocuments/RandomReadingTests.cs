using Ingest.Evaluation.Generated;
using Ingest.Model.Documents;
using Ingest.Tests.Running;
using Xunit;

namespace Ingest.Tests.RandomDocuments;

/// <summary>
/// What is read of some hundred documents that nobody wrote: the requirement, on fewer documents than « ingest evaluate random »
/// takes. The seed is one that nothing was tuned by.
/// </summary>
public sealed class RandomReadingTests
{
    private const int Seed = 20_261;
    private const int Count = 240;

    // The requirement is 99 % of the amounts of documents without a fault of their own.
    private const double ExactAmounts = 0.98;

    private static readonly Lazy<GeneratedReport> Report = new(() => new GeneratedReport
    {
        Scores =
        [
            .. Enumerable.Range(0, Count).AsParallel().AsOrdered().Select(index =>
            {
                var document = RandomDocumentTests.Maker.Make(Seed, index);
                var read = Processing.Processor.Process(document.FileName, document.Bytes.AsSpan().ToArray(), CancellationToken.None);
                return GeneratedScore.Of(document.Truth, document.IsClean, document.Traits, read);
            }),
        ],
    });

    [Fact]
    public void Amounts_are_read_as_they_stand_there() =>
        Assert.True(Report.Value.ExactAmounts >= ExactAmounts, GeneratedText.ToErrorList(Report.Value));

    [Fact]
    public void Every_amount_that_is_missed_or_wrong_has_a_finding() =>
        Assert.Equal([], Report.Value.Untold.Select(item => $"{item.Score.Unit.Slug}.{item.Score.Unit.Format}: {item.Miss.Expected?.Place ?? item.Miss.Read!.Place}"));

    [Fact]
    public void Sums_of_what_is_read_are_those_of_the_truth_wherever_each_amount_is() =>
        Assert.All(Report.Value.Scores.Where(score => score.Misses.IsEmpty), score => Assert.True(score.HasEqualSums, score.Unit.Slug));

    [Fact]
    public void Both_kinds_and_all_formats_are_there()
    {
        Assert.Equal([DocumentKind.Programmation, DocumentKind.Convention], Report.Value.Scores.Select(score => score.Unit.Kind).Distinct().Order());
        Assert.Equal(Ingest.RandomDocuments.RandomDocumentMaker.Formats.Order(StringComparer.Ordinal), Report.Value.Scores.Select(score => score.Unit.Format).Distinct().Order(StringComparer.Ordinal));
    }
}
