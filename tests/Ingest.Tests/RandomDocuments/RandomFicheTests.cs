using Ingest.Evaluation.Generated;
using Ingest.Model.Documents;
using Ingest.Tests.Running;
using Xunit;

namespace Ingest.Tests.RandomDocuments;

/// <summary>What is read of action sheets that nobody wrote. The seed is one that nothing was tuned by.</summary>
public sealed class RandomFicheTests
{
    private const int Seed = 20_262;
    private const int Count = 80;

    // Measured by « ingest evaluate random --kind fiches »; tables without all their rules are what is missed.
    private const double ExactAmounts = 0.95;

    private static readonly Lazy<GeneratedReport> Report = new(() => new GeneratedReport
    {
        Scores =
        [
            .. Enumerable.Range(0, Count).AsParallel().AsOrdered().Select(index =>
            {
                var document = RandomDocumentTests.Maker.MakeFiches(Seed, index);
                var read = Processing.Processor.Process(document.FileName, document.Bytes.AsSpan().ToArray(), CancellationToken.None);
                return GeneratedScore.Of(document.Truth, document.IsClean, document.Traits, read);
            }),
        ],
    });

    [Fact]
    public void Amounts_are_read_as_they_stand_there() => Assert.True(Report.Value.ExactAmounts >= ExactAmounts, GeneratedText.ToErrorList(Report.Value));

    [Fact]
    public void The_same_seed_gives_the_same_bytes() => Assert.Equal(RandomDocumentTests.Maker.MakeFiches(Seed, 1).Bytes, RandomDocumentTests.Maker.MakeFiches(Seed, 1).Bytes);

    [Fact]
    public void Sheets_are_programmations() => Assert.Equal([DocumentKind.Programmation], Report.Value.Scores.Select(score => score.Unit.Kind).Distinct());
}
