using System.Text.Json;
using System.Text.Json.Serialization;

namespace Ingest.Model.Provenance;

/// <summary>
/// A rectangle on a page, in PDF points, the origin at the top left of the page as it is shown.
/// Written in JSON as <c>[left, top, right, bottom]</c>.
/// </summary>
/// <param name="Left">Distance of the left side from the left of the page.</param>
/// <param name="Top">Distance of the top side from the top of the page.</param>
/// <param name="Right">Distance of the right side from the left of the page; at least <paramref name="Left"/>.</param>
/// <param name="Bottom">Distance of the bottom side from the top of the page; at least <paramref name="Top"/>.</param>
[JsonConverter(typeof(BoxJsonConverter))]
public readonly record struct Box(double Left, double Top, double Right, double Bottom)
{
    /// <summary>Width in points.</summary>
    public double Width => Right - Left;

    /// <summary>Height in points.</summary>
    public double Height => Bottom - Top;

    /// <summary>Middle between the left and right sides.</summary>
    public double CenterX => (Left + Right) / 2;

    /// <summary>Middle between the top and bottom sides.</summary>
    public double CenterY => (Top + Bottom) / 2;

    /// <summary>The smallest box that holds both.</summary>
    public Box Union(Box other) => new(
        Math.Min(Left, other.Left), Math.Min(Top, other.Top), Math.Max(Right, other.Right), Math.Max(Bottom, other.Bottom));

    /// <summary>Whether the point lies inside or on the border.</summary>
    public bool Contains(double x, double y) => x >= Left && x <= Right && y >= Top && y <= Bottom;

    /// <summary>Whether the two boxes share more than a border.</summary>
    public bool Overlaps(Box other) => Left < other.Right && other.Left < Right && Top < other.Bottom && other.Top < Bottom;

    /// <summary>The same box with each side moved outwards by <paramref name="margin"/> points.</summary>
    public Box Inflate(double margin) => new(Left - margin, Top - margin, Right + margin, Bottom + margin);
}

/// <summary>A box as an array of four numbers; public so that generated serialisers of other assemblies can name it.</summary>
public sealed class BoxJsonConverter : JsonConverter<Box>
{
    /// <inheritdoc/>
    public override Box Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        Span<double> sides = stackalloc double[4];
        if (reader.TokenType != JsonTokenType.StartArray)
            throw new JsonException("A box is an array of four numbers.");
        foreach (ref var side in sides)
        {
            reader.Read();
            side = reader.GetDouble();
        }

        reader.Read();
        return reader.TokenType == JsonTokenType.EndArray
            ? new Box(sides[0], sides[1], sides[2], sides[3])
            : throw new JsonException("A box is an array of four numbers.");
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Box value, JsonSerializerOptions options)
    {
        // Two decimals of a point are finer than any printer: more would only make the bytes unstable.
        writer.WriteStartArray();
        foreach (var side in (ReadOnlySpan<double>)[value.Left, value.Top, value.Right, value.Bottom])
            writer.WriteNumberValue(Math.Round((decimal)side, 2) + 0m);
        writer.WriteEndArray();
    }
}
