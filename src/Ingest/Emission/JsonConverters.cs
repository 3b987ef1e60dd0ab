using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Ingest.Model.Provenance;
using Ingest.Model.Values;

namespace Ingest.Emission;

/// <summary>An amount: a JSON number in euros with exactly two decimals (<c>4950.00</c>), so that columns of a diff line up.</summary>
internal sealed class EurosConverter : JsonConverter<Euros>
{
    public override Euros Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(reader.GetDecimal());

    // Adding 0.00 gives the scale of two: a decimal writes the zeros that it carries.
    public override void Write(Utf8JsonWriter writer, Euros value, JsonSerializerOptions options) =>
        writer.WriteNumberValue(decimal.Round(value.Amount, 2, MidpointRounding.AwayFromZero) + 0.00m);
}

/// <summary>A share or a statistic: a JSON number without idle zeros, so that 0.50 and 0.5 are the same bytes.</summary>
internal sealed class PlainDecimalConverter : JsonConverter<decimal>
{
    // Dividing by one with 28 zeros strips the trailing zeros of a decimal: they are a part of its value's form.
    private const decimal One = 1.0000000000000000000000000000m;

    public override decimal Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetDecimal();

    public override void Write(Utf8JsonWriter writer, decimal value, JsonSerializerOptions options) => writer.WriteNumberValue(value / One);
}

/// <summary>A confidence or a probability: four decimals, beyond which a floating-point number differs between processors.</summary>
internal sealed class ProbabilityConverter : JsonConverter<double>
{
    private const int Decimals = 4;

    public override double Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetDouble();

    public override void Write(Utf8JsonWriter writer, double value, JsonSerializerOptions options) =>
        writer.WriteNumberValue(Math.Round(value, Decimals, MidpointRounding.AwayFromZero));
}

/// <summary>A box on one line, <c>[left, top, right, bottom]</c>, in points with at most two decimals, finer than any printer.</summary>
internal sealed class InlineBoxConverter : JsonConverter<Box>
{
    public override Box Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var sides = JsonSerializer.Deserialize(ref reader, DocumentJsonContext.Default.DoubleArray);
        return sides is [var left, var top, var right, var bottom]
            ? new Box(left, top, right, bottom)
            : throw new JsonException("A box is an array of four numbers.");
    }

    public override void Write(Utf8JsonWriter writer, Box value, JsonSerializerOptions options) =>
        writer.WriteRawValue(InLine(value), skipInputValidation: true);

    /// <summary>The JSON text of a box.</summary>
    public static string InLine(Box box) => $"[{Side(box.Left)}, {Side(box.Top)}, {Side(box.Right)}, {Side(box.Bottom)}]";

    // Adding zero turns the negative zero of a rounded -0.001 into 0.
    private static string Side(double points) => (Math.Round((decimal)points, 2) + 0m).ToString("0.##", CultureInfo.InvariantCulture);
}

/// <summary>Text in Unicode normalisation form C; lone surrogates, which are no text, become U+FFFD.</summary>
internal sealed class NfcStringConverter : JsonConverter<string>
{
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetString();

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(ToNfc(value));

    /// <summary>The text in form C.</summary>
    public static string ToNfc(string text)
    {
        if (Ascii.IsValid(text))
            return text;
        var wellFormed = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            wellFormed.Append(rune.ToString());
        return wellFormed.ToString().Normalize(NormalizationForm.FormC);
    }
}

/// <summary>Text exactly as it was read: the evidence's text, and a file's name, which must find the file again.</summary>
internal sealed class UntouchedStringConverter : JsonConverter<string>
{
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetString();

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);
}

/// <summary>Evidence by property, keys in ordinal order whatever the comparer of the dictionary and the culture of the machine.</summary>
internal sealed class FieldEvidenceConverter : JsonConverter<ImmutableSortedDictionary<string, Evidence>>
{
    public override ImmutableSortedDictionary<string, Evidence> Read(
        ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
            throw new JsonException("Evidence by property is an object.");
        var fields = ImmutableSortedDictionary.CreateBuilder<string, Evidence>(StringComparer.Ordinal);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var key = reader.GetString()!;
            reader.Read();
            fields[key] = JsonSerializer.Deserialize(ref reader, EvidenceOf(options)) ?? throw new JsonException("Evidence is never null.");
        }

        return fields.ToImmutable();
    }

    public override void Write(Utf8JsonWriter writer, ImmutableSortedDictionary<string, Evidence> value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        foreach (var (key, evidence) in value.OrderBy(field => field.Key, StringComparer.Ordinal))
        {
            writer.WritePropertyName(key);
            JsonSerializer.Serialize(writer, evidence, EvidenceOf(options));
        }

        writer.WriteEndObject();
    }

    private static System.Text.Json.Serialization.Metadata.JsonTypeInfo<Evidence> EvidenceOf(JsonSerializerOptions options) =>
        (System.Text.Json.Serialization.Metadata.JsonTypeInfo<Evidence>)options.GetTypeInfo(typeof(Evidence));
}
