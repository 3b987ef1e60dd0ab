using System.Text;
using Ingest.Running.Ledger;
using Ingest.Tests.Pipeline;
using Xunit;

namespace Ingest.Tests.Running.Ledger;

public sealed class UnitWorkerTests : IDisposable
{
    private static readonly UnitKey Key = new("x/a.txt", "hash", "definition", "0.1.0");

    private readonly TemporaryFolder _work = new();
    private readonly ManualClock _clock = new();
    private readonly ResultFolder _results;

    public UnitWorkerTests()
    {
        _results = new ResultFolder(_work["out"]);
        Directory.CreateDirectory(_results.Root);
    }

    [Fact]
    public void A_unit_leaves_a_whole_result_with_its_hash_its_stages_and_no_temporary_file()
    {
        using var ledger = Open("one");

        var outcome = Do(ledger, () => "un"u8.ToArray());

        var kept = ledger.Units()[Key.Path];
        Assert.Equal(UnitState.Done, kept.State);
        Assert.Null(_results.Check(Key.Path, kept.Result!));
        Assert.Equal(outcome.Result!.OutputHash, kept.Result!.OutputHash);
        Assert.Equal(Enum.GetValues<Ingest.Running.ProcessingStage>(), kept.Result.Times.Select(time => time.Stage));
        Assert.Null(kept.Result.Recognition);
        Assert.Equal([_results.PathOf(Key.Path)], Files());
    }

    [Fact]
    public void A_worker_whose_lease_ended_and_was_taken_over_writes_nothing()
    {
        using var one = Open("one");
        using var two = Open("two");
        UnitOutcome? other = null;

        // While the first still reads, its lease ends and the second does the whole unit with newer bytes.
        var late = Do(one, () =>
        {
            _clock.Advance(WorkLedger.LeaseTime);
            other = Do(two, () => "deux, plus récent"u8.ToArray());
            return "un"u8.ToArray();
        });

        Assert.Equal((null, null), (late.Result, late.Problem));
        Assert.Null(_results.Check(Key.Path, other!.Result!));
        Assert.Equal([_results.PathOf(Key.Path)], Files());
        Assert.Equal(2, one.Units()[Key.Path].Token);
    }

    [Fact]
    public void A_clock_that_goes_back_takes_no_unit_from_who_works_on_it_and_loses_no_result()
    {
        using var one = Open("one");
        using var two = Open("two");
        UnitOutcome? other = null;

        var done = Do(one, () =>
        {
            _clock.Advance(-10 * WorkLedger.LeaseTime);
            other = Do(two, () => "deux"u8.ToArray());
            return "un"u8.ToArray();
        });

        Assert.Equal((null, null), (other!.Result, other.Problem));
        Assert.Equal(UnitState.Done, two.Units()[Key.Path].State);
        Assert.Null(_results.Check(Key.Path, done.Result!));
        Assert.Equal([_results.PathOf(Key.Path)], Files());
    }

    [Fact]
    public void A_unit_that_another_works_on_is_left_to_him()
    {
        using var one = Open("one");
        using var two = Open("two");
        one.Claim(Key);

        var outcome = Do(two, () => throw new InvalidOperationException("Its bytes are nobody's business."));

        Assert.Equal((null, null), (outcome.Result, outcome.Problem));
    }

    [Fact]
    public void Bytes_that_cannot_be_had_are_a_failure_with_its_reason()
    {
        using var ledger = Open("one");

        var outcome = Do(ledger, () => throw new FileNotFoundException("gone"));

        Assert.Equal("gone", outcome.Problem);
        Assert.Equal((UnitState.Failed, "gone"), (ledger.Units()[Key.Path].State, ledger.Units()[Key.Path].Problem));
        Assert.Empty(Files());
    }

    [Fact]
    public void An_interrupted_unit_is_given_back()
    {
        using var ledger = Open("one");
        using var interruption = new CancellationTokenSource();

        Assert.Throws<OperationCanceledException>(() => Do(
            ledger,
            () =>
            {
                interruption.Cancel();
                return Encoding.UTF8.GetBytes("un");
            },
            interruption.Token));

        Assert.Equal(UnitState.Pending, ledger.Units()[Key.Path].State);
        Assert.Empty(Files());
    }

    [Fact]
    public void Only_one_has_the_folder_and_another_gets_it_when_he_has_gone()
    {
        using (_results.TryLock())
            Assert.Null(new ResultFolder(_results.Root).TryLock());
        using var again = new ResultFolder(_results.Root).TryLock();
        Assert.NotNull(again);
    }

    public void Dispose() => _work.Dispose();

    private WorkLedger Open(string owner) => WorkLedger.Open(_results.Ledger, owner, _clock);

    private UnitOutcome Do(WorkLedger ledger, Func<byte[]> read, CancellationToken? interruption = null) =>
        new UnitWorker(Processing.Processor, ledger, _results, new Lazy<string>("tesseract 5")).Do(Key, "a.txt", read, interruption ?? TestContext.Current.CancellationToken);

    private string[] Files() => Directory.Exists(_results.Documents) ? Directory.GetFiles(_results.Documents, "*", SearchOption.AllDirectories) : [];
}
