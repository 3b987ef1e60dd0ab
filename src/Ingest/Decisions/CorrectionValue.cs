using System.Globalization;
using System.Text;
using System.Text.Json;
using Ingest.Model.Documents;

namespace Ingest.Decisions;

/// <summary>A value as a correction tells it: nothing, a number, text, or a run of years. Dates and words of the contract are text.</summary>
public sealed record CorrectionValue
{
    private CorrectionValue()
    {
    }

    /// <summary>No value.</summary>
    public static CorrectionValue Nothing { get; } = new();

    /// <summary>The number, or null.</summary>
    public decimal? Number { get; private init; }

    /// <summary>The text in Unicode form C, or null.</summary>
    public string? Text { get; private init; }

    /// <summary>The years, or null.</summary>
    public Period? Years { get; private init; }

    /// <summary>Whether it is no value.</summary>
    public bool IsNothing => Number is null && Text is null && Years is null;

    /// <summary>A number.</summary>
    public static CorrectionValue Of(decimal? number) => number is null ? Nothing : new CorrectionValue { Number = number };

    /// <summary>A text.</summary>
    public static CorrectionValue Of(string? text) => text is null ? Nothing : new CorrectionValue { Text = ToFormC(text) };

    /// <summary>Years.</summary>
    public static CorrectionValue Of(Period? years) => years is null ? Nothing : new CorrectionValue { Years = years };

    /// <summary>A day.</summary>
    public static CorrectionValue Of(DateOnly? day) => Of(day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    /// <summary>A value as the published JSON writes it; null where the text is none.</summary>
    /// <param name="json">The JSON.</param>
    public static CorrectionValue? FromJson(string json)
    {
        try
        {
            using var parsed = JsonDocument.Parse(json);
            return CorrectionLine.ToValue(parsed.RootElement);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>As a French reader writes it; « vide » for nothing.</summary>
    public string ToFrench() => Number is { } number ? Plain(number).Replace('.', ',')
        : Text is not null ? Text
        : Years is null ? "vide" : Run(Years);

    /// <summary>As an English reader writes it; “empty” for nothing.</summary>
    public string ToEnglish() => Number is { } number ? Plain(number)
        : Text is not null ? Text
        : Years is null ? "empty" : Run(Years);

    private static string Plain(decimal number) => number.ToString("0.############", CultureInfo.InvariantCulture);

    private static string Run(Period years) => string.Create(CultureInfo.InvariantCulture, $"{years.Start}-{years.End}");

    // Published text is of that form; a text of a broken encoding has none and is left to compare as it is.
    private static string ToFormC(string text)
    {
        var wellFormed = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            wellFormed.Append(rune.ToString());
        return wellFormed.ToString().Normalize(NormalizationForm.FormC);
    }
}
