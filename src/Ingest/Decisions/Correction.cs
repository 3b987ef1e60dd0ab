using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace Ingest.Decisions;

/// <summary>A value that a person put right: one line of <c>corrections.jsonl</c>, with the contract's fields.</summary>
public sealed record Correction
{
    /// <summary>Its own id, one in its file.</summary>
    public required string Id { get; init; }

    /// <summary>SHA-256 of the source's bytes, lower-case hexadecimal.</summary>
    public required string Document { get; init; }

    /// <summary>JSON pointer to the value.</summary>
    public required string Pointer { get; init; }

    /// <summary>What the value belongs to: the id of the part, else its text as read; null for a value of the document itself.</summary>
    public string? Anchor { get; init; }

    /// <summary>The value that was put right.</summary>
    public required CorrectionValue Before { get; init; }

    /// <summary>The value that it should be.</summary>
    public required CorrectionValue After { get; init; }

    /// <summary>Who put it right.</summary>
    public required string Who { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset When { get; init; }

    /// <summary>Why, or null.</summary>
    public string? Why { get; init; }
}

/// <summary>A line of a corrections file that is no correction.</summary>
/// <param name="Number">Its number, from 1.</param>
/// <param name="Problem">What is wrong with it.</param>
/// <param name="Detail">The field that is missing or wrong, or the JSON reader's words.</param>
public sealed record BrokenLine(int Number, BrokenLineProblem Problem, string Detail);

/// <summary>What makes a line no correction.</summary>
public enum BrokenLineProblem
{
    /// <summary>It is no JSON object.</summary>
    NoJson,

    /// <summary>A field of the contract is missing or has a value that it cannot have.</summary>
    Field,

    /// <summary>Another correction before it has its id.</summary>
    RepeatedId,
}

/// <summary>The corrections of a collection, in the order in which they were made.</summary>
public sealed class CorrectionLog
{
    private readonly ImmutableDictionary<string, ImmutableArray<Correction>> _byDocument;

    /// <summary>A log.</summary>
    /// <param name="corrections">The corrections in their order.</param>
    /// <param name="broken">Lines that are none.</param>
    public CorrectionLog(ImmutableArray<Correction> corrections, ImmutableArray<BrokenLine> broken)
    {
        (All, Broken) = (corrections, broken);
        _byDocument = corrections.GroupBy(correction => correction.Document, StringComparer.Ordinal)
            .ToImmutableDictionary(group => group.Key, group => group.ToImmutableArray(), StringComparer.Ordinal);
    }

    /// <summary>A log without corrections.</summary>
    public static CorrectionLog Empty { get; } = new([], []);

    /// <summary>All corrections.</summary>
    public ImmutableArray<Correction> All { get; }

    /// <summary>Lines of the file that are no corrections.</summary>
    public ImmutableArray<BrokenLine> Broken { get; }

    /// <summary>The corrections of a document.</summary>
    /// <param name="sha256">SHA-256 of its bytes.</param>
    public ImmutableArray<Correction> Of(string sha256) => _byDocument.GetValueOrDefault(sha256, []);

    /// <summary>Hash of the corrections of a document; empty where it has none. The same corrections give the same result.</summary>
    /// <param name="sha256">SHA-256 of its bytes.</param>
    public string HashOf(string sha256) => Of(sha256) is { IsEmpty: false } corrections
        ? Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(corrections.Select(CorrectionLine.Write)))))
        : "";
}
