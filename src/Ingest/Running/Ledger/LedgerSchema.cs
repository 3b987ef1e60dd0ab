using System.Collections.Immutable;
using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Ingest.Running.Ledger;

/// <summary>The tables of a ledger, and the steps from each version of them to the next.</summary>
internal static class LedgerSchema
{
    /// <summary>« Inge »: tells a ledger from other databases (PRAGMA application_id).</summary>
    public const int ApplicationId = 0x496E6765;

    // A step is never changed once it is published: ledgers that took it are out there. What is new is a step more.
    // Times are milliseconds since 1970, amounts whole cents, hashes lower-case hexadecimal.
    private const string First = """
        CREATE TABLE units (
            path TEXT NOT NULL PRIMARY KEY,
            content_hash TEXT NOT NULL,
            definition_hash TEXT NOT NULL,
            engine TEXT NOT NULL,
            state TEXT NOT NULL CHECK (state IN ('pending', 'running', 'done', 'failed')),
            attempts INTEGER NOT NULL,
            token INTEGER NOT NULL,
            owner TEXT,
            lease_until INTEGER,
            problem TEXT
        ) WITHOUT ROWID;
        CREATE TABLE results (
            path TEXT NOT NULL PRIMARY KEY REFERENCES units (path),
            output_hash TEXT NOT NULL,
            output_length INTEGER NOT NULL,
            recognition TEXT,
            source_hash TEXT NOT NULL,
            status TEXT NOT NULL,
            kind TEXT NOT NULL,
            pages INTEGER,
            actions INTEGER NOT NULL,
            cents INTEGER NOT NULL,
            enjeux INTEGER NOT NULL,
            orientations INTEGER NOT NULL,
            objectives INTEGER NOT NULL,
            operational_objectives INTEGER NOT NULL,
            failure_fr TEXT,
            failure_en TEXT,
            content_print TEXT,
            money_print TEXT,
            sketch BLOB,
            period_start INTEGER,
            period_end INTEGER,
            communes TEXT NOT NULL,
            act TEXT
        ) WITHOUT ROWID;
        CREATE TABLE findings (
            path TEXT NOT NULL REFERENCES units (path),
            code TEXT NOT NULL,
            severity TEXT NOT NULL,
            count INTEGER NOT NULL,
            PRIMARY KEY (path, code, severity)
        ) WITHOUT ROWID;
        CREATE TABLE stages (
            path TEXT NOT NULL REFERENCES units (path),
            stage TEXT NOT NULL,
            milliseconds REAL NOT NULL,
            PRIMARY KEY (path, stage)
        ) WITHOUT ROWID;
        """;

    private const string Corrections = "ALTER TABLE units ADD COLUMN corrections TEXT NOT NULL DEFAULT '';";

    /// <summary>The steps, the first from nothing.</summary>
    public static ImmutableArray<string> Steps { get; } = [First, Corrections];

    /// <summary>Brings a database to the last of some versions.</summary>
    /// <param name="connection">An open connection that may write.</param>
    /// <param name="file">Its file, for what is said of it.</param>
    /// <param name="steps">All steps there are.</param>
    /// <exception cref="LedgerException">It is of a later version, or no ledger.</exception>
    public static void Bring(SqliteConnection connection, string file, ImmutableArray<string> steps)
    {
        if (Check(connection, file, steps.Length) == steps.Length)
            return;
        // Looked at again under the lock, so that of two programs that open an old ledger one takes the steps.
        using var transaction = connection.BeginTransaction(deferred: false);
        for (var version = Check(connection, file, steps.Length); version < steps.Length; version++)
            Execute(connection, steps[version]);
        Execute(connection, string.Create(CultureInfo.InvariantCulture, $"PRAGMA application_id = {ApplicationId}; PRAGMA user_version = {steps.Length};"));
        transaction.Commit();
    }

    /// <summary>The version of a database; 0 for an empty one.</summary>
    /// <param name="connection">An open connection.</param>
    /// <param name="file">Its file, for what is said of it.</param>
    /// <param name="known">The last version that this program knows.</param>
    /// <exception cref="LedgerException">It is of a later version, or no ledger.</exception>
    public static int Check(SqliteConnection connection, string file, int known)
    {
        var (id, version) = (Ask(connection, "PRAGMA application_id"), Ask(connection, "PRAGMA user_version"));
        if (id != ApplicationId && Ask(connection, "SELECT count(*) FROM sqlite_schema") > 0)
            throw new LedgerException(LedgerProblem.Foreign, file, "");
        if (version > known)
            throw new LedgerException(LedgerProblem.Newer, file, string.Create(CultureInfo.InvariantCulture, $"{version} > {known}"));
        return (int)version;
    }

    private static long Ask(SqliteConnection connection, string question)
    {
        using var command = connection.CreateCommand();
        command.CommandText = question;
        return (long)command.ExecuteScalar()!;
    }

    private static void Execute(SqliteConnection connection, string script)
    {
        using var command = connection.CreateCommand();
        command.CommandText = script;
        command.ExecuteNonQuery();
    }
}
