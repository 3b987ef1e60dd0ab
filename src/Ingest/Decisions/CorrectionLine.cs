using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Ingest.Model.Documents;

namespace Ingest.Decisions;

/// <summary>A line of a corrections file that could not be read as one.</summary>
internal sealed class CorrectionLineException : Exception
{
    /// <summary>What is wrong with the line.</summary>
    public CorrectionLineException(BrokenLineProblem problem, string detail)
        : base(detail) => Problem = problem;

    /// <summary>What is wrong.</summary>
    public BrokenLineProblem Problem { get; }
}

/// <summary>A correction to and from its line. Fields that a later version adds are passed over.</summary>
internal static class CorrectionLine
{
    private const int HashLength = 64;

    // Accents and signs stay readable: the file is looked at by people, and no web page holds it.
    private static readonly JsonWriterOptions Form = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The line with its end.</summary>
    public static string Write(Correction correction)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Form))
        {
            json.WriteStartObject();
            json.WriteString("id", correction.Id);
            json.WriteString("document", correction.Document);
            json.WriteString("pointer", correction.Pointer);
            json.WriteString("anchor", correction.Anchor);
            Write(json, "before", correction.Before);
            Write(json, "after", correction.After);
            json.WriteString("who", correction.Who);
            json.WriteString("when", correction.When.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
            json.WriteString("why", correction.Why);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }

    /// <summary>The correction of a line.</summary>
    /// <exception cref="CorrectionLineException">It is none.</exception>
    public static Correction Read(string line)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            return json.RootElement.ValueKind == JsonValueKind.Object ? Read(json.RootElement) : throw new CorrectionLineException(BrokenLineProblem.NoJson, line);
        }
        catch (JsonException error)
        {
            throw new CorrectionLineException(BrokenLineProblem.NoJson, error.Message);
        }
    }

    /// <summary>A value of the contract's JSON as a correction tells it; null where a correction cannot tell it.</summary>
    public static CorrectionValue? ToValue(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Null => CorrectionValue.Nothing,
        JsonValueKind.Number => json.TryGetDecimal(out var number) ? CorrectionValue.Of(number) : null,
        JsonValueKind.String => CorrectionValue.Of(json.GetString()),
        JsonValueKind.Object when Number(json, "start") is { } start && Number(json, "end") is { } end => CorrectionValue.Of(new Period(start, end)),
        // A body is known by its name.
        JsonValueKind.Object when TextOf(json, "label") is { } label => CorrectionValue.Of(label),
        JsonValueKind.Object when TextOf(json, "name") is { } name => CorrectionValue.Of(name),
        _ => null,
    };

    private static Correction Read(JsonElement json) => new()
    {
        Id = TextOf(json, "id") is { Length: > 0 } id ? id : throw Wrong("id"),
        Document = TextOf(json, "document")?.ToLowerInvariant() is { Length: HashLength } hash && hash.All(char.IsAsciiHexDigit) ? hash : throw Wrong("document"),
        Pointer = TextOf(json, "pointer") is { Length: > 0 } pointer && pointer[0] == '/' ? pointer : throw Wrong("pointer"),
        Anchor = AnchorOf(json),
        Before = json.TryGetProperty("before", out var before) && ToValue(before) is { } was ? was : throw Wrong("before"),
        After = json.TryGetProperty("after", out var after) && ToValue(after) is { } becomes ? becomes : throw Wrong("after"),
        Who = TextOf(json, "who") is { Length: > 0 } who ? who : throw Wrong("who"),
        When = DateTimeOffset.TryParse(TextOf(json, "when"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var when) ? when : throw Wrong("when"),
        Why = TextOf(json, "why"),
    };

    // The id or the text alone, or an object that says which of the two it is.
    private static string? AnchorOf(JsonElement json)
    {
        if (!json.TryGetProperty("anchor", out var anchor))
            return null;
        return anchor.ValueKind switch
        {
            JsonValueKind.Null => null,
            JsonValueKind.String => anchor.GetString(),
            JsonValueKind.Object => TextOf(anchor, "id") ?? TextOf(anchor, "text") ?? throw Wrong("anchor"),
            _ => throw Wrong("anchor"),
        };
    }

    private static string? TextOf(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static int? Number(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) ? number : null;

    private static CorrectionLineException Wrong(string field) => new(BrokenLineProblem.Field, field);

    private static void Write(Utf8JsonWriter json, string name, CorrectionValue value)
    {
        if (value.Number is { } number)
        {
            json.WriteNumber(name, number);
        }
        else if (value.Years is { } years)
        {
            json.WriteStartObject(name);
            json.WriteNumber("start", years.Start);
            json.WriteNumber("end", years.End);
            json.WriteEndObject();
        }
        else
        {
            json.WriteString(name, value.Text);
        }
    }
}
