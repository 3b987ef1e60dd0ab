using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Text.Json;
using Ingest.Collections;
using Ingest.Model.Documents;
using Ingest.Model.Findings;
using Ingest.Model.Values;
using Microsoft.Data.Sqlite;

namespace Ingest.Running.Ledger;

/// <summary>Units and results to and from the rows of a ledger.</summary>
internal static class UnitRows
{
    private static readonly string[] Severities = WordsOf(typeof(Severity));
    private static readonly string[] Stages = WordsOf(typeof(ProcessingStage));
    private static readonly string[] States = WordsOf(typeof(UnitState));
    private static readonly string[] Statuses = WordsOf(typeof(DocumentStatus));
    private static readonly string[] Kinds = WordsOf(typeof(DocumentKind));

    private const string Results = """
        SELECT u.path, u.content_hash, u.definition_hash, u.engine, u.state, u.attempts, u.token, u.owner, u.lease_until, u.problem,
            r.output_hash, r.output_length, r.recognition, r.source_hash, r.status, r.kind, r.pages, r.actions, r.cents,
            r.enjeux, r.orientations, r.objectives, r.operational_objectives, r.failure_fr, r.failure_en,
            r.content_print, r.money_print, r.sketch, r.period_start, r.period_end, r.communes, r.act, u.corrections
        FROM units u LEFT JOIN results r ON r.path = u.path
        """;

    private const string Insertion = """
        INSERT INTO results VALUES ($path, $output, $length, $recognition, $source, $status, $kind, $pages, $actions, $cents,
            $enjeux, $orientations, $objectives, $operational, $french, $english, $content, $money, $sketch, $start, $end, $communes, $act)
        """;

    /// <summary>All units, by path.</summary>
    public static ImmutableDictionary<string, UnitRecord> Read(SqliteConnection connection)
    {
        using var transaction = connection.BeginTransaction(deferred: true);
        var findings = ReadMany(connection, "SELECT path, code, severity, count FROM findings ORDER BY path, code, severity",
            row => new FindingCount(row.GetString(1), (Severity)Place(Severities, row.GetString(2)), row.GetInt32(3)));
        var times = ReadMany(connection, "SELECT path, stage, milliseconds FROM stages",
            row => new StageTime((ProcessingStage)Place(Stages, row.GetString(1)), TimeSpan.FromMilliseconds(row.GetDouble(2))));
        var units = ImmutableDictionary.CreateBuilder<string, UnitRecord>(StringComparer.Ordinal);
        using var command = Command(connection, Results);
        using var rows = command.ExecuteReader();
        while (rows.Read())
        {
            var path = rows.GetString(0);
            units.Add(path, ToUnit(rows, path) with
            {
                Result = rows.IsDBNull(10) ? null : ToResult(rows, path, findings[path], times[path].OrderBy(time => time.Stage)),
            });
        }

        return units.ToImmutable();
    }

    /// <summary>Puts a result in the place of the one that was there.</summary>
    public static void Write(SqliteConnection connection, string path, UnitResult result)
    {
        foreach (var table in (string[])["results", "findings", "stages"])
            Execute(connection, $"DELETE FROM {table} WHERE path = $path", ("$path", path));
        var (digest, print) = (result.Digest, result.Fingerprint);
        Execute(
            connection, Insertion,
            ("$path", path), ("$output", result.OutputHash), ("$length", result.OutputLength), ("$recognition", result.Recognition), ("$source", digest.Sha256),
            ("$status", Word(digest.Status)), ("$kind", Word(digest.Kind)), ("$pages", digest.PageCount), ("$actions", digest.ActionCount),
            ("$cents", (long)decimal.Round(digest.Money.Amount * 100m, 0, MidpointRounding.AwayFromZero)),
            ("$enjeux", digest.Strategy.Enjeux), ("$orientations", digest.Strategy.Orientations), ("$objectives", digest.Strategy.Objectives),
            ("$operational", digest.Strategy.OperationalObjectives), ("$french", digest.Failure?.French), ("$english", digest.Failure?.English),
            ("$content", print.ContentHash), ("$money", print.MoneyHash), ("$sketch", ToBytes(print.Sketch)),
            ("$start", print.Period?.Start), ("$end", print.Period?.End), ("$communes", string.Join(' ', print.Communes)), ("$act", print.Act));
        foreach (var finding in digest.Findings)
            Execute(connection, "INSERT INTO findings VALUES ($path, $code, $severity, $count)", ("$path", path), ("$code", finding.Code), ("$severity", Word(finding.Severity)), ("$count", finding.Count));
        foreach (var time in result.Times)
            Execute(connection, "INSERT INTO stages VALUES ($path, $stage, $time)", ("$path", path), ("$stage", Word(time.Stage)), ("$time", Math.Round(time.Duration.TotalMilliseconds, 3)));
    }

    /// <summary>A command with its values.</summary>
    public static SqliteCommand Command(SqliteConnection connection, string text, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        var command = connection.CreateCommand();
        command.CommandText = text;
        foreach (var (name, value) in values)
            command.Parameters.AddWithValue(name, value ?? DBNull.Value);
        return command;
    }

    private static void Execute(SqliteConnection connection, string text, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        using var command = Command(connection, text, values);
        command.ExecuteNonQuery();
    }

    private static ILookup<string, T> ReadMany<T>(SqliteConnection connection, string question, Func<SqliteDataReader, T> read)
    {
        using var command = Command(connection, question);
        using var rows = command.ExecuteReader();
        var found = new List<(string Path, T Value)>();
        while (rows.Read())
            found.Add((rows.GetString(0), read(rows)));
        return found.ToLookup(row => row.Path, row => row.Value, StringComparer.Ordinal);
    }

    private static UnitRecord ToUnit(SqliteDataReader row, string path) => new()
    {
        Key = new UnitKey(path, row.GetString(1), row.GetString(2), row.GetString(3)) { Corrections = row.GetString(32) },
        State = (UnitState)Place(States, row.GetString(4)),
        Attempts = row.GetInt32(5),
        Token = row.GetInt64(6),
        Owner = TextOf(row, 7),
        LeaseUntil = row.IsDBNull(8) ? null : DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(8)),
        Problem = TextOf(row, 9),
    };

    private static UnitResult ToResult(SqliteDataReader row, string path, IEnumerable<FindingCount> findings, IEnumerable<StageTime> times)
    {
        var source = row.GetString(13);
        return new UnitResult
        {
            OutputHash = row.GetString(10),
            OutputLength = row.GetInt64(11),
            Recognition = TextOf(row, 12),
            Digest = new DocumentDigest
            {
                Sha256 = source,
                Status = (DocumentStatus)Place(Statuses, row.GetString(14)),
                Kind = (DocumentKind)Place(Kinds, row.GetString(15)),
                PageCount = NumberOf(row, 16),
                ActionCount = row.GetInt32(17),
                Money = new Euros(row.GetInt64(18) / 100m),
                Strategy = new StrategySize(row.GetInt32(19), row.GetInt32(20), row.GetInt32(21), row.GetInt32(22)),
                Findings = [.. findings],
                Failure = TextOf(row, 23) is { } french ? new Wording(french, TextOf(row, 24) ?? french) : null,
            },
            Fingerprint = new DocumentFingerprint
            {
                Path = path,
                Sha256 = source,
                ContentHash = TextOf(row, 25),
                MoneyHash = TextOf(row, 26),
                Sketch = row.IsDBNull(27) ? [] : ToSketch(row.GetFieldValue<byte[]>(27)),
                Period = NumberOf(row, 28) is { } start && NumberOf(row, 29) is { } end ? new Period(start, end) : null,
                Communes = [.. row.GetString(30).Split(' ', StringSplitOptions.RemoveEmptyEntries)],
                Act = TextOf(row, 31),
            },
            Times = [.. times],
        };
    }

    private static string? TextOf(SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    private static int? NumberOf(SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetInt32(column);

    private static byte[]? ToBytes(ImmutableArray<uint> sketch)
    {
        if (sketch.IsEmpty)
            return null;
        var bytes = new byte[sketch.Length * sizeof(uint)];
        for (var i = 0; i < sketch.Length; i++)
            BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(i * sizeof(uint)), sketch[i]);
        return bytes;
    }

    private static ImmutableArray<uint> ToSketch(byte[] bytes)
    {
        var sketch = new uint[bytes.Length / sizeof(uint)];
        for (var i = 0; i < sketch.Length; i++)
            sketch[i] = BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(i * sizeof(uint)));
        return ImmutableArray.Create(sketch);
    }

    private static string Word(Enum value) => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());

    // The values of these enumerations count from 0.
    private static string[] WordsOf(Type enumeration) => [.. Enum.GetNames(enumeration).Select(JsonNamingPolicy.KebabCaseLower.ConvertName)];

    private static int Place(string[] words, string word) => Array.IndexOf(words, word) is var place and >= 0
        ? place
        : throw new InvalidDataException($"The ledger has the word « {word} », which its version does not know.");
}
