using System.Diagnostics;
using System.Text;
using Ingest.Model.Documents;
using Ingest.Reading;
using Ingest.Running;
using Ingest.Tests.Hostile;
using Ingest.Tests.Segmentation;
using Xunit;

namespace Ingest.Tests.Running;

/// <summary>What follows the reading may take so much processor time and no more.</summary>
public sealed class LimitedWorkTests
{
    /// <summary>A table of long texts, and seconds that are too few for what follows its reading.</summary>
    internal static (byte[] Bytes, double Seconds) LongText { get; } = (Encoding.UTF8.GetBytes(Table(rows: 20)), 0.2);

    [Fact]
    public void A_document_that_takes_too_long_once_it_is_read_fails_and_the_next_one_is_fine()
    {
        var processor = HostileReading.Under(new ReadingLimits { StageCpuSeconds = LongText.Seconds });
        // Words and registers are loaded for the first document, whichever it is.
        HostileReading.Under(new ReadingLimits()).Process("a", Ordinary, TestContext.Current.CancellationToken);

        var document = processor.Process("a", LongText.Bytes, TestContext.Current.CancellationToken);

        Assert.Equal(["source.stage-limit"], document.Codes());
        Assert.Equal(DocumentStatus.Failed, document.Status);
        Assert.Contains("stageCpuSeconds", document.Findings[0].Message, StringComparison.Ordinal);
        Assert.Single(processor.Process("b", Ordinary, TestContext.Current.CancellationToken).Actions);
    }

    [Fact]
    public void A_work_without_end_is_told_to_stop_and_not_waited_for()
    {
        using var stopped = new ManualResetEventSlim();

        var error = Assert.Throws<WorkLimitException>(() => LimitedWork.Run(Turn, 0.2, TestContext.Current.CancellationToken));

        Assert.Equal(0.2, error.Seconds);
        Assert.True(stopped.Wait(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken));

        int Turn(CancellationToken stopping)
        {
            while (!stopping.IsCancellationRequested)
                Thread.SpinWait(1000);
            stopped.Set();
            return 0;
        }
    }

    [Fact]
    public void Waiting_takes_no_processor_time() => Assert.Equal(7, LimitedWork.Run(
        _ =>
        {
            Thread.Sleep(TimeSpan.FromSeconds(1.2));
            return 7;
        },
        0.2,
        TestContext.Current.CancellationToken));

    [Fact]
    public void An_interruption_is_heeded_while_the_work_goes_on()
    {
        using var interruption = new CancellationTokenSource(TimeSpan.FromSeconds(0.2));
        var since = Stopwatch.GetTimestamp();

        Assert.ThrowsAny<OperationCanceledException>(() => LimitedWork.Run(Sleep, 600, interruption.Token));

        Assert.True(Stopwatch.GetElapsedTime(since) < TimeSpan.FromSeconds(8));

        static int Sleep(CancellationToken stopping)
        {
            Thread.Sleep(TimeSpan.FromSeconds(10));
            return 0;
        }
    }

    [Fact]
    public void Errors_of_the_work_come_as_they_are() =>
        Assert.Throws<FormatException>(() => LimitedWork.Run<int>(_ => throw new FormatException(), 600, TestContext.Current.CancellationToken));

    private static byte[] Ordinary { get; } = Encoding.UTF8.GetBytes(Drafts.Text("Action | Porteur | Coût total | Ville | CAF\nVélos | CCAS | 1 000 € | 600 € | 400 €"));

    private static string Table(int rows)
    {
        const int columns = 10;
        const int sentences = 150;
        var cell = string.Concat(Enumerable.Repeat("La CAF verse 1 000 € aux jardins du quartier. ", sentences));
        var row = string.Join('\t', Enumerable.Repeat(cell, columns));
        return string.Join('\n', Enumerable.Repeat(row, rows).Prepend(string.Join('\t', Enumerable.Range(1, columns).Select(column => $"Colonne {column}")))) + "\n";
    }
}
