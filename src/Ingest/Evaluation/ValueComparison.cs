using System.Globalization;

namespace Ingest.Evaluation;

/// <summary>Compares single values and sets of values.</summary>
internal static class ValueComparison
{
    /// <summary>Compares two texts; nothing is observed where both are absent.</summary>
    public static IEnumerable<Observation> OfText(string field, string? place, string? expected, string? actual, bool withSimilarity = false)
    {
        var (wanted, read) = (WrittenText.Fold(expected), WrittenText.Fold(actual));
        if (wanted is null && read is null)
            yield break;
        yield return new Observation
        {
            Field = field,
            Outcome = (wanted, read) switch
            {
                (null, _) => Outcome.Invented,
                (_, null) => Outcome.Missed,
                _ => string.Equals(wanted, read, StringComparison.Ordinal) ? Outcome.Matched : Outcome.Wrong,
            },
            Place = place,
            Expected = wanted,
            Actual = read,
            Similarity = withSimilarity && wanted is not null ? WrittenText.Similarity(wanted, read) : null,
        };
    }

    /// <summary>Compares two values by the way in which they are written; nothing is observed where both are absent.</summary>
    public static IEnumerable<Observation> OfValue(string field, string? place, IFormattable? expected, IFormattable? actual) =>
        OfText(field, place, expected?.ToString(null, CultureInfo.InvariantCulture), actual?.ToString(null, CultureInfo.InvariantCulture));

    /// <summary>Compares two truth values; nothing is observed where both are absent.</summary>
    public static IEnumerable<Observation> OfFlag(string field, string? place, bool? expected, bool? actual) =>
        OfText(field, place, Word(expected), Word(actual));

    /// <summary>Compares two bags of texts: order does not count, how often a text is there does.</summary>
    public static IEnumerable<Observation> OfBag(string field, string? place, IEnumerable<string> expected, IEnumerable<string> actual)
    {
        var read = actual.Select(text => WrittenText.Fold(text)!).ToList();
        foreach (var wanted in expected.Select(text => WrittenText.Fold(text)!))
        {
            var isRead = read.Remove(wanted);
            yield return new Observation
            {
                Field = field,
                Outcome = isRead ? Outcome.Matched : Outcome.Missed,
                Place = place,
                Expected = wanted,
                Actual = isRead ? wanted : null,
            };
        }

        foreach (var text in read)
            yield return new Observation { Field = field, Outcome = Outcome.Invented, Place = place, Actual = text };
    }

    private static string? Word(bool? value) => value switch { null => null, true => "true", false => "false" };
}
