using System.Collections.Immutable;
using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Ingest.Running.Ledger;

/// <summary>
/// What was done of a collection and what is left to do: one unit of work per document, kept in a SQLite file beside the results.
/// Whoever works on a unit holds a lease on it; a result counts only where the lease's token is still the highest of its unit, looked
/// at in the same step in which the result is put in its place. Safe to use from several threads and several processes.
/// </summary>
/// <remarks>
/// The rollback journal and not the write-ahead log: it works on network shares, and leaves one file. Each step is one transaction,
/// so that a process that is killed leaves a ledger that says what was finished.
/// </remarks>
public sealed class WorkLedger : IDisposable
{
    /// <summary>How long a lease lasts: many times longer than the beat by which it is renewed, far shorter than a night.</summary>
    public static readonly TimeSpan LeaseTime = TimeSpan.FromMinutes(2);

    // « SQLITE_CORRUPT » and « SQLITE_NOTADB » of sqlite3.h.
    private const int Corrupt = 11;
    private const int NotADatabase = 26;

    private const string IsHeld = "(units.state = 'running' AND units.lease_until > $now)";
    private const string IsSameKey =
        "((units.content_hash, units.definition_hash, units.engine, units.corrections) = (excluded.content_hash, excluded.definition_hash, excluded.engine, excluded.corrections))";

    private readonly SqliteConnection _connection;
    private readonly string _file;
    private readonly string _owner;
    private readonly TimeProvider _clock;
    private readonly Lock _gate = new();

    private WorkLedger(SqliteConnection connection, string file, string owner, TimeProvider clock) =>
        (_connection, _file, _owner, _clock) = (connection, file, owner, clock);

    /// <summary>Opens a ledger to work by; makes one where there is none and brings an old one to this program's version.</summary>
    /// <param name="file">The ledger's file.</param>
    /// <param name="owner">Who works: another word for each process.</param>
    /// <param name="clock">Tells when leases end.</param>
    /// <exception cref="LedgerException">It cannot be used.</exception>
    public static WorkLedger Open(string file, string owner, TimeProvider clock) => Guarded(file, () =>
    {
        var connection = Connect(file, SqliteOpenMode.ReadWriteCreate);
        try
        {
            LedgerSchema.Bring(connection, file, LedgerSchema.Steps);
            return new WorkLedger(connection, file, owner, clock);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    });

    /// <summary>The units of a ledger, which is left as it is; none where there is no ledger.</summary>
    /// <param name="file">The ledger's file.</param>
    /// <exception cref="LedgerException">It cannot be used.</exception>
    public static ImmutableDictionary<string, UnitRecord> Read(string file) => Guarded(file, () =>
    {
        if (!File.Exists(file))
            return ImmutableDictionary<string, UnitRecord>.Empty;
        using var connection = Connect(file, SqliteOpenMode.ReadWrite);
        LedgerSchema.Check(connection, file, LedgerSchema.Steps.Length);
        // A copy takes the steps that an old ledger lacks.
        using var copy = Connect(":memory:", SqliteOpenMode.Memory);
        connection.BackupDatabase(copy);
        LedgerSchema.Bring(copy, file, LedgerSchema.Steps);
        return UnitRows.Read(copy);
    });

    /// <summary>All units, by path.</summary>
    /// <exception cref="LedgerException">It cannot be used.</exception>
    public ImmutableDictionary<string, UnitRecord> Units() => Guarded(() => UnitRows.Read(_connection));

    /// <summary>Puts units down to be done. A unit whose key changed begins anew; its last result stays known.</summary>
    /// <param name="keys">The units.</param>
    /// <exception cref="LedgerException">It cannot be written.</exception>
    public void Enqueue(IEnumerable<UnitKey> keys) => Guarded(() =>
    {
        using var transaction = _connection.BeginTransaction(deferred: false);
        foreach (var key in keys)
        {
            // A lease on another key is worth nothing from now on: its token is no longer the highest.
            Execute(
                $"""
                INSERT INTO units (path, content_hash, definition_hash, engine, corrections, state, attempts, token) VALUES ($path, $content, $definition, $engine, $corrections, 'pending', 0, 0)
                ON CONFLICT (path) DO UPDATE SET
                    state = CASE WHEN {IsHeld} AND {IsSameKey} THEN 'running' ELSE 'pending' END,
                    token = CASE WHEN {IsHeld} AND NOT {IsSameKey} THEN token + 1 ELSE token END,
                    attempts = CASE WHEN {IsSameKey} AND state <> 'done' THEN attempts ELSE 0 END,
                    content_hash = excluded.content_hash, definition_hash = excluded.definition_hash, engine = excluded.engine, corrections = excluded.corrections
                """,
                [.. KeyOf(key), ("$now", Now)]);
        }

        transaction.Commit();
        return true;
    });

    /// <summary>Takes a lease on a unit; null where another worker's lease still lasts.</summary>
    /// <param name="key">The unit, as it is to be done now.</param>
    /// <exception cref="LedgerException">It cannot be written.</exception>
    public UnitLease? Claim(UnitKey key) => Guarded(() =>
    {
        using var transaction = _connection.BeginTransaction(deferred: false);
        var until = _clock.GetUtcNow() + LeaseTime;
        using var command = Command(
            $"""
            INSERT INTO units (path, content_hash, definition_hash, engine, corrections, state, attempts, token, owner, lease_until)
            VALUES ($path, $content, $definition, $engine, $corrections, 'running', 1, 1, $owner, $until)
            ON CONFLICT (path) DO UPDATE SET
                content_hash = excluded.content_hash, definition_hash = excluded.definition_hash, engine = excluded.engine, corrections = excluded.corrections,
                state = 'running', attempts = CASE WHEN {IsSameKey} THEN attempts + 1 ELSE 1 END, token = token + 1, owner = excluded.owner, lease_until = excluded.lease_until, problem = NULL
                WHERE NOT {IsHeld}
            RETURNING token
            """,
            [.. KeyOf(key), ("$owner", _owner), ("$until", until.ToUnixTimeMilliseconds()), ("$now", Now)]);
        var token = command.ExecuteScalar();
        transaction.Commit();
        return token is long number ? new UnitLease(key, number, until) : null;
    });

    /// <summary>Renews all leases of this worker that were not taken over.</summary>
    /// <exception cref="LedgerException">It cannot be written.</exception>
    public void Renew() => Guarded(() => Execute(
        "UPDATE units SET lease_until = $until WHERE state = 'running' AND owner = $owner",
        ("$until", (_clock.GetUtcNow() + LeaseTime).ToUnixTimeMilliseconds()), ("$owner", _owner)));

    /// <summary>Gives a unit back undone: another may begin it at once.</summary>
    /// <param name="lease">The lease.</param>
    /// <exception cref="LedgerException">It cannot be written.</exception>
    public void Release(UnitLease lease) => Guarded(() => Execute(
        "UPDATE units SET state = 'pending', attempts = attempts - 1, lease_until = NULL WHERE path = $path AND state = 'running' AND token = $token",
        HoldOf(lease)));

    /// <summary>
    /// Puts a result in its place and records it, in one step: a worker whose lease was taken over writes nothing.
    /// </summary>
    /// <param name="lease">The lease under which it was made.</param>
    /// <param name="result">The result.</param>
    /// <param name="publish">Gives the finished file its name.</param>
    /// <returns>Whether it counts; false where the lease is another's by now.</returns>
    /// <exception cref="LedgerException">It cannot be written.</exception>
    public bool Complete(UnitLease lease, UnitResult result, Action publish) => Guarded(() =>
    {
        using var transaction = _connection.BeginTransaction(deferred: false);
        // The content's hash again: the source may have changed between the plan and the reading.
        var isHeld = Execute(
            "UPDATE units SET state = 'done', content_hash = $content, lease_until = NULL, problem = NULL WHERE path = $path AND state = 'running' AND token = $token",
            [.. HoldOf(lease), ("$content", result.Digest.Sha256)]) == 1;
        if (!isHeld)
            return false;
        UnitRows.Write(_connection, lease.Key.Path, result);
        // Before the commit: where the process dies in between, the unit is done again and gives the same bytes.
        publish();
        transaction.Commit();
        return true;
    });

    /// <summary>Records that no result could be made or written.</summary>
    /// <param name="lease">The lease.</param>
    /// <param name="why">Why, for a person.</param>
    /// <returns>Whether it counts; false where the lease is another's by now.</returns>
    /// <exception cref="LedgerException">It cannot be written.</exception>
    public bool Fail(UnitLease lease, string why) => Guarded(() => Execute(
        "UPDATE units SET state = 'failed', problem = $why, lease_until = NULL WHERE path = $path AND state = 'running' AND token = $token",
        [.. HoldOf(lease), ("$why", why)]) == 1);

    /// <summary>Ends the leases of workers that are known to be dead.</summary>
    /// <param name="isDead">Tells it by the owner's word.</param>
    /// <exception cref="LedgerException">It cannot be written.</exception>
    public void EndLeases(Func<string, bool> isDead) => Guarded(() =>
    {
        foreach (var owner in LiveOwners().Where(isDead))
            Execute("UPDATE units SET lease_until = 0 WHERE state = 'running' AND owner = $owner", ("$owner", owner));
        return true;
    });

    /// <summary>Those whose leases last.</summary>
    /// <exception cref="LedgerException">It cannot be read.</exception>
    public ImmutableArray<string> Workers() => Guarded(LiveOwners);

    /// <inheritdoc/>
    public void Dispose() => _connection.Dispose();

    private long Now => _clock.GetUtcNow().ToUnixTimeMilliseconds();

    private ImmutableArray<string> LiveOwners()
    {
        using var command = Command("SELECT DISTINCT owner FROM units WHERE state = 'running' AND lease_until > $now ORDER BY owner", ("$now", Now));
        using var rows = command.ExecuteReader();
        var owners = ImmutableArray.CreateBuilder<string>();
        while (rows.Read())
            owners.Add(rows.GetString(0));
        return owners.ToImmutable();
    }

    private static (string, object?)[] KeyOf(UnitKey key) =>
        [("$path", key.Path), ("$content", key.ContentHash), ("$definition", key.DefinitionHash), ("$engine", key.Engine), ("$corrections", key.Corrections)];

    private static (string, object?)[] HoldOf(UnitLease lease) => [("$path", lease.Key.Path), ("$token", lease.Token)];

    private static SqliteConnection Connect(string file, SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Mode = mode, Pooling = false, ForeignKeys = true }.ConnectionString);
        connection.Open();
        return connection;
    }

    private SqliteCommand Command(string text, params ReadOnlySpan<(string Name, object? Value)> values) => UnitRows.Command(_connection, text, values);

    private int Execute(string text, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        using var command = Command(text, values);
        return command.ExecuteNonQuery();
    }

    private T Guarded<T>(Func<T> work)
    {
        lock (_gate)
            return Guarded(_file, work);
    }

    private static T Guarded<T>(string file, Func<T> work)
    {
        try
        {
            return work();
        }
        catch (SqliteException error)
        {
            var problem = error.SqliteErrorCode switch { NotADatabase => LedgerProblem.Foreign, Corrupt => LedgerProblem.Damaged, _ => LedgerProblem.Unwritable };
            throw new LedgerException(problem, file, string.Create(CultureInfo.InvariantCulture, $"SQLite {error.SqliteExtendedErrorCode}: {error.Message}"));
        }
    }
}
