using System.Collections.Immutable;
using System.Globalization;

namespace Ingest.Decisions;

/// <summary>What a value of the document can be.</summary>
public enum ValueSort
{
    /// <summary>Words.</summary>
    Text,

    /// <summary>Euros with at most two decimals.</summary>
    Money,

    /// <summary>A number.</summary>
    Number,

    /// <summary>A share, 0 to 1.</summary>
    Share,

    /// <summary>A year.</summary>
    Year,

    /// <summary>A run of years.</summary>
    Years,

    /// <summary>A day, told as ISO 8601.</summary>
    Day,

    /// <summary>One of the contract's words.</summary>
    Word,
}

/// <summary>A value of a document that a person can put right.</summary>
public sealed record CorrectionTarget
{
    // Beyond, a database of double precision no longer holds the cents.
    private const decimal LargestAmount = 10_000_000_000_000m;
    private const int FirstYear = 1900;
    private const int LastYear = 2200;

    /// <summary>JSON pointer to it; where a value can be named in two ways, the shorter.</summary>
    public required string Pointer { get; init; }

    /// <summary>What it can be.</summary>
    public required ValueSort Sort { get; init; }

    /// <summary>The value as it is.</summary>
    public required CorrectionValue Present { get; init; }

    /// <summary>Whether it may be empty.</summary>
    public bool MayBeEmpty { get; init; }

    /// <summary>The words that it can be, where it is one.</summary>
    public ImmutableArray<string> Words { get; init; } = [];

    /// <summary>By what its part is known again, the best first: ids of the part and of those around it, then their texts as read.</summary>
    public ImmutableArray<string> Anchors { get; init; } = [];

    /// <summary>Whether a correction must name one of the anchors; not so for a value of the document itself.</summary>
    public bool NeedsAnchor { get; init; }

    /// <summary>Puts a value in its place, with all that must be in step with it.</summary>
    internal Func<ReplayedDocument, CorrectionValue, ReplayedDocument> Put { get; init; } = (document, _) => document;

    /// <summary>Whether it can have a value.</summary>
    /// <param name="value">The value.</param>
    public bool Accepts(CorrectionValue value)
    {
        if (value.IsNothing)
            return MayBeEmpty;
        return Sort switch
        {
            ValueSort.Text => !string.IsNullOrWhiteSpace(value.Text),
            ValueSort.Money => value.Number is { } amount && amount == decimal.Round(amount, 2) && Math.Abs(amount) < LargestAmount,
            ValueSort.Number => value.Number is not null,
            ValueSort.Share => value.Number is >= 0 and <= 1,
            ValueSort.Year => value.Number is { } year && IsYear(year),
            ValueSort.Years => value.Years is { } years && IsYear(years.Start) && IsYear(years.End) && years.Start <= years.End,
            ValueSort.Day => DateOnly.TryParseExact(value.Text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
            ValueSort.Word => value.Text is { } word && Words.Contains(word),
            _ => false,
        };
    }

    /// <summary>Whether a correction's anchor is one of its own.</summary>
    /// <param name="anchor">The anchor.</param>
    public bool IsAnchoredBy(string? anchor) => anchor is null ? !NeedsAnchor : Anchors.Contains(anchor);

    private static bool IsYear(decimal year) => year == Math.Truncate(year) && year is >= FirstYear and <= LastYear;
}
