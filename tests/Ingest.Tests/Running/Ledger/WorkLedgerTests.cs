using System.Globalization;
using Ingest.Collections;
using Ingest.Model.Documents;
using Ingest.Running;
using Ingest.Running.Ledger;
using Ingest.Tests.Emission;
using Ingest.Tests.Pipeline;
using Microsoft.Data.Sqlite;
using Xunit;

namespace Ingest.Tests.Running.Ledger;

public sealed class WorkLedgerTests : IDisposable
{
    private static readonly UnitKey Key = new("a/b.pdf", new string('1', 64), "definition", "0.1.0");

    private readonly TemporaryFolder _work = new();
    private readonly ManualClock _clock = new();

    private string File => _work["ledger.sqlite"];

    [Fact]
    public void A_result_comes_back_as_it_was_recorded()
    {
        var result = Result(SampleDocument.Full());
        using (var ledger = Open("one"))
            Assert.True(ledger.Complete(ledger.Claim(Key)!, result, () => { }));

        var unit = WorkLedger.Read(File)[Key.Path];

        Assert.Equal((UnitState.Done, 1, 1L, null), (unit.State, unit.Attempts, unit.Token, unit.LeaseUntil));
        Assert.Equal(Key with { ContentHash = result.Digest.Sha256 }, unit.Key);
        Assert.Equivalent(result, unit.Result, strict: true);
    }

    [Fact]
    public void A_failed_document_keeps_why_in_both_languages_and_a_document_without_years_or_pages_has_none()
    {
        using var ledger = Open("one");
        var result = Result(SampleDocument.Failed()) with { Recognition = null, Times = [] };
        ledger.Complete(ledger.Claim(Key)!, result, () => { });

        var kept = ledger.Units()[Key.Path].Result!;

        Assert.NotNull(kept.Digest.Failure);
        Assert.Null(kept.Digest.PageCount);
        Assert.Equivalent(result, kept, strict: true);
    }

    [Fact]
    public void A_unit_is_worked_on_by_one_at_a_time()
    {
        using var one = Open("one");
        using var two = Open("two");

        Assert.NotNull(one.Claim(Key));
        Assert.Null(two.Claim(Key));
        Assert.Equal(["one"], two.Workers());
    }

    [Fact]
    public void A_lease_that_ended_is_another_s_with_a_higher_token_and_a_late_result_is_thrown_away()
    {
        using var one = Open("one");
        using var two = Open("two");
        var slow = one.Claim(Key)!;
        _clock.Advance(WorkLedger.LeaseTime);

        var taken = two.Claim(Key)!;

        Assert.True(taken.Token > slow.Token);
        Assert.False(one.Complete(slow, Result(SampleDocument.Full()), () => Assert.Fail("A worker without a lease has written.")));
        Assert.False(one.Fail(slow, "late"));
        one.Release(slow);
        Assert.Equal((UnitState.Running, "two"), (two.Units()[Key.Path].State, two.Units()[Key.Path].Owner));
        Assert.True(two.Complete(taken, Result(SampleDocument.Full()), () => { }));
        Assert.False(one.Complete(slow, Result(SampleDocument.Full()), () => Assert.Fail("A finished unit was written again.")));
    }

    [Fact]
    public void A_late_result_counts_where_nobody_has_taken_over()
    {
        using var one = Open("one");
        var slow = one.Claim(Key)!;
        _clock.Advance(10 * WorkLedger.LeaseTime);

        Assert.True(one.Complete(slow, Result(SampleDocument.Full()), () => { }));
    }

    [Fact]
    public void A_lease_that_is_renewed_goes_on()
    {
        using var one = Open("one");
        using var two = Open("two");
        one.Claim(Key);
        _clock.Advance(WorkLedger.LeaseTime / 2);
        one.Renew();
        _clock.Advance(WorkLedger.LeaseTime * 0.75);

        Assert.Null(two.Claim(Key));
    }

    [Fact]
    public void The_leases_of_the_dead_end_at_once_and_others_do_not()
    {
        using var dead = Open("here:1");
        using var other = Open("there:1");
        using var ledger = Open("here:2");
        dead.Claim(Key);
        other.Claim(Key with { Path = "c" });

        ledger.EndLeases(owner => owner.StartsWith("here:", StringComparison.Ordinal));

        Assert.Equal(["there:1"], ledger.Workers());
        Assert.Equal(2, ledger.Claim(Key)!.Token);
        Assert.Equal(2, ledger.Units()[Key.Path].Attempts);
    }

    [Fact]
    public void Work_that_is_given_back_is_no_attempt()
    {
        using var ledger = Open("one");
        ledger.Release(ledger.Claim(Key)!);

        Assert.Equal((UnitState.Pending, 0), (ledger.Units()[Key.Path].State, ledger.Units()[Key.Path].Attempts));
        Assert.Equal(2, ledger.Claim(Key)!.Token);
    }

    [Fact]
    public void A_source_that_changed_takes_the_lease_from_who_still_reads_the_old_bytes()
    {
        using var one = Open("one");
        using var two = Open("two");
        var old = one.Claim(Key)!;

        two.Enqueue([Key with { ContentHash = "new" }]);

        Assert.Equal((UnitState.Pending, 0), (two.Units()[Key.Path].State, two.Units()[Key.Path].Attempts));
        Assert.False(one.Complete(old, Result(SampleDocument.Full()), () => Assert.Fail("The old bytes were written.")));
    }

    [Fact]
    public void What_is_put_down_again_unchanged_stays_with_who_works_on_it_and_keeps_its_last_result()
    {
        using var one = Open("one");
        one.Complete(one.Claim(Key)!, Result(SampleDocument.Full()), () => { });
        one.Enqueue([Key]);
        Assert.Equal(UnitState.Pending, one.Units()[Key.Path].State);
        Assert.NotNull(one.Units()[Key.Path].Result);

        var lease = one.Claim(Key)!;
        one.Enqueue([Key]);

        Assert.Equal(UnitState.Running, one.Units()[Key.Path].State);
        Assert.True(one.Complete(lease, Result(SampleDocument.Full()), () => { }));
    }

    [Fact]
    public void A_result_that_cannot_be_put_in_its_place_is_not_recorded()
    {
        using var ledger = Open("one");
        var lease = ledger.Claim(Key)!;

        Assert.Throws<IOException>(() => ledger.Complete(lease, Result(SampleDocument.Full()), () => throw new IOException("no room")));

        Assert.Equal(UnitState.Running, ledger.Units()[Key.Path].State);
        Assert.Null(ledger.Units()[Key.Path].Result);
        Assert.True(ledger.Fail(lease, "no room"));
        Assert.Equal((UnitState.Failed, "no room"), (ledger.Units()[Key.Path].State, ledger.Units()[Key.Path].Problem));
    }

    [Fact]
    public void Many_threads_share_the_work_and_none_does_what_another_does()
    {
        using var one = Open("one");
        using var two = Open("two");
        var keys = Enumerable.Range(0, 40).Select(i => Key with { Path = $"{i}" }).ToArray();
        var done = new int[keys.Length];

        // Each unit is tried four times, by two connections in turn: whoever has the lease writes, the others see it.
        Parallel.For(0, 4 * keys.Length, new ParallelOptions { MaxDegreeOfParallelism = 4 }, i =>
        {
            var (ledger, key) = (i % 2 == 0 ? one : two, keys[i / 4]);
            if (!ledger.Units().TryGetValue(key.Path, out var unit) || unit.State != UnitState.Done)
            {
                if (ledger.Claim(key) is { } lease)
                    ledger.Complete(lease, Result(SampleDocument.Full()), () => Interlocked.Increment(ref done[i / 4]));
            }
        });

        Assert.All(one.Units().Values, unit => Assert.Equal((UnitState.Done, unit.Token), (unit.State, (long)done[int.Parse(unit.Key.Path, CultureInfo.InvariantCulture)])));
    }

    [Fact]
    public void A_ledger_of_a_later_version_is_refused_and_left_alone()
    {
        Open("one").Dispose();
        Sql($"PRAGMA user_version = {LedgerSchema.Steps.Length + 1}");
        var before = System.IO.File.ReadAllBytes(File);

        Assert.Equal(LedgerProblem.Newer, Assert.Throws<LedgerException>(() => Open("one")).Problem);
        Assert.Equal(LedgerProblem.Newer, Assert.Throws<LedgerException>(() => WorkLedger.Read(File)).Problem);
        Assert.Equal(before, System.IO.File.ReadAllBytes(File));
    }

    [Fact]
    public void An_older_ledger_takes_the_steps_that_it_lacks_and_keeps_what_it_has()
    {
        using (var ledger = Open("one"))
            ledger.Claim(Key);
        using var connection = new SqliteConnection($"Data Source={File};Pooling=False");
        connection.Open();

        LedgerSchema.Bring(connection, File, LedgerSchema.Steps.Add("ALTER TABLE units ADD COLUMN note TEXT; UPDATE units SET note = 'old'"));

        using var command = connection.CreateCommand();
        command.CommandText = "SELECT path || note FROM units";
        Assert.Equal(Key.Path + "old", command.ExecuteScalar());
        Assert.Equal(LedgerSchema.Steps.Length + 1, LedgerSchema.Check(connection, File, LedgerSchema.Steps.Length + 1));
    }

    [Fact]
    public void A_ledger_of_before_corrections_keeps_its_units_which_have_none()
    {
        using (var connection = new SqliteConnection($"Data Source={File};Pooling=False"))
        {
            connection.Open();
            LedgerSchema.Bring(connection, File, LedgerSchema.Steps[..1]);
            using var command = connection.CreateCommand();
            command.CommandText = "INSERT INTO units (path, content_hash, definition_hash, engine, state, attempts, token) VALUES ('a.pdf', 'c', 'd', 'e', 'pending', 0, 0)";
            command.ExecuteNonQuery();
        }

        using var ledger = Open("one");
        ledger.Enqueue([new UnitKey("b.pdf", "c", "d", "e") { Corrections = "x" }]);

        Assert.Equal(("", "x"), (ledger.Units()["a.pdf"].Key.Corrections, ledger.Units()["b.pdf"].Key.Corrections));
    }

    [Fact]
    public void A_step_that_fails_leaves_the_ledger_as_it_was()
    {
        Open("one").Dispose();
        using var connection = new SqliteConnection($"Data Source={File};Pooling=False");
        connection.Open();

        Assert.Throws<SqliteException>(() => LedgerSchema.Bring(connection, File, LedgerSchema.Steps.Add("ALTER TABLE units ADD COLUMN note TEXT; SELECT nonsense")));

        Open("one").Dispose();
    }

    [Fact]
    public void Another_program_s_database_and_a_file_that_is_none_are_refused_and_left_alone()
    {
        Sql("CREATE TABLE theirs (x)");
        Assert.Equal(LedgerProblem.Foreign, Assert.Throws<LedgerException>(() => Open("one")).Problem);
        System.IO.File.WriteAllText(File, new string('x', 5000));
        Assert.Equal(LedgerProblem.Foreign, Assert.Throws<LedgerException>(() => Open("one")).Problem);
        Assert.Equal(new string('x', 5000), System.IO.File.ReadAllText(File));
    }

    [Fact]
    public void Reading_makes_no_ledger()
    {
        Assert.Empty(WorkLedger.Read(File));
        Assert.False(System.IO.File.Exists(File));
    }

    public void Dispose() => _work.Dispose();

    private WorkLedger Open(string owner) => WorkLedger.Open(File, owner, _clock);

    private void Sql(string text)
    {
        using var connection = new SqliteConnection($"Data Source={File};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = text;
        command.ExecuteNonQuery();
    }

    private static UnitResult Result(IngestedDocument document) => new()
    {
        OutputHash = new string('f', 64),
        OutputLength = 1234,
        Digest = DocumentDigest.Of(document),
        Fingerprint = DocumentFingerprint.Of(Key.Path, document),
        Recognition = "tesseract 5",
        Times = [new StageTime(ProcessingStage.Read, TimeSpan.FromMilliseconds(12.5)), new StageTime(ProcessingStage.Write, TimeSpan.FromMilliseconds(1))],
    };
}
