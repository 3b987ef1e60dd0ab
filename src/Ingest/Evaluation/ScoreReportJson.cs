using System.Text.Json;
using Ingest.Emission;
using Ingest.Model.Documents;

namespace Ingest.Evaluation;

/// <summary>A report as JSON, for programs.</summary>
public static class ScoreReportJson
{
    private static readonly JsonWriterOptions Form = new() { Encoder = JsonRequiredEscapes.Instance, Indented = true, IndentSize = 2, NewLine = "\n" };

    /// <summary>
    /// Writes <c>{"units": […], "scores": […], "scoresByKind": […]}</c>: a score for each field of each split, over all formats
    /// (<c>format</c> null) and by format; then, apart, by kind of document.
    /// </summary>
    public static void Write(ScoreReport report, Stream output)
    {
        using (var writer = new Utf8JsonWriter(output, Form))
        {
            writer.WriteStartObject();
            WriteUnits(writer, report);
            writer.WriteStartArray("scores");
            foreach (var split in report.Splits)
            {
                foreach (var format in (IEnumerable<string?>)[null, .. report.Formats])
                {
                    foreach (var score in report.Fields(split, format))
                        WriteScore(writer, split, ("format", format), score);
                }
            }

            writer.WriteEndArray();
            writer.WriteStartArray("scoresByKind");
            foreach (var split in report.Splits)
            {
                foreach (var kind in report.Kinds)
                {
                    foreach (var score in report.Fields(split, kind: kind))
                        WriteScore(writer, split, ("kind", Name(kind)), score);
                }
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        output.WriteByte((byte)'\n');
    }

    private static void WriteUnits(Utf8JsonWriter writer, ScoreReport report)
    {
        writer.WriteStartArray("units");
        foreach (var unit in report.Units)
        {
            writer.WriteStartObject();
            writer.WriteString("slug", unit.Slug);
            writer.WriteString("format", unit.Format);
            writer.WriteString("split", Name(unit.Split));
            writer.WriteString("kind", Name(unit.Kind));
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteScore(Utf8JsonWriter writer, Split split, (string Key, string? Value) part, FieldScore score)
    {
        writer.WriteStartObject();
        writer.WriteString("split", Name(split));
        writer.WriteString(part.Key, part.Value);
        writer.WriteString("field", score.Field);
        writer.WriteNumber("expected", score.Expected);
        writer.WriteNumber("matched", score.Matched);
        writer.WriteNumber("wrong", score.Wrong);
        writer.WriteNumber("missed", score.Missed);
        writer.WriteNumber("invented", score.Invented);
        WriteRatio(writer, "precision", score.Precision);
        WriteRatio(writer, "recall", score.Recall);
        WriteRatio(writer, "f1", score.F1);
        WriteRatio(writer, "similarity", score.Similarity);
        writer.WriteEndObject();
    }

    // Four decimals: more would differ between processors and say nothing.
    private static void WriteRatio(Utf8JsonWriter writer, string key, double? value)
    {
        if (value is { } ratio)
            writer.WriteNumber(key, Math.Round(ratio, 4));
        else
            writer.WriteNull(key);
    }

    private static string Name(Split split) => split.ToString().ToLowerInvariant();

    private static string Name(DocumentKind kind) => kind.ToString().ToLowerInvariant();
}
