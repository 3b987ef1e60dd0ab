using System.Text.Json;
using Ingest.Emission;
using Ingest.Validation.Calibration;

namespace Ingest.Evaluation.Scans;

/// <summary>A report on scans as JSON, for programs.</summary>
public static class OcrScoreJson
{
    private static readonly JsonWriterOptions Form = new() { Encoder = JsonRequiredEscapes.Instance, Indented = true, IndentSize = 2, NewLine = "\n" };

    /// <summary>
    /// Writes <c>{"pages": […], "unread": […], "amounts": […], "checks": […], "fields": […], "trust": […]}</c>: text by page, amounts and fields of
    /// scans and twins by split, wrong amounts by split, what trust is worth by split and sort of values.
    /// </summary>
    /// <param name="report">The report.</param>
    /// <param name="output">Where it goes.</param>
    /// <param name="more">Writes what else belongs into the object; null for nothing.</param>
    public static void Write(OcrScoreReport report, Stream output, Action<Utf8JsonWriter>? more = null)
    {
        using (var writer = new Utf8JsonWriter(output, Form))
        {
            writer.WriteStartObject();
            WriteList(writer, "pages", report.Pages(), page => WritePage(writer, page));
            WriteList(writer, "unread", report.Unread, scan =>
            {
                writer.WriteString("scan", scan.Name);
                writer.WriteString("split", Name(scan.Split));
            });
            WriteList(writer, "amounts", Amounts(report), item => WriteScore(writer, item.Split, item.Of, item.IsCovered, item.Score));
            WriteList(writer, "checks", report.Splits, split => WriteCheck(writer, split, report.Check(split)));
            WriteList(writer, "fields", Fields(report), item => WriteScore(writer, item.Split, item.Of, null, item.Score));
            WriteList(writer, "trust", report.Reliability().Rows, row => WriteTrust(writer, row));
            more?.Invoke(writer);
            writer.WriteEndObject();
        }

        output.WriteByte((byte)'\n');
    }

    private static IEnumerable<(Split Split, string Of, bool IsCovered, FieldScore Score)> Amounts(OcrScoreReport report) =>
        from split in report.Splits
        from isCovered in (bool[])[false, true]
        from part in (IEnumerable<(string Of, IReadOnlyList<FieldScore> Scores)>)[("scan", report.Amounts(split, isCovered)), ("twin", report.TwinAmounts(split, isCovered))]
        from score in part.Scores
        select (split, part.Of, isCovered, score);

    private static IEnumerable<(Split Split, string Of, FieldScore Score)> Fields(OcrScoreReport report) =>
        from split in report.Splits
        from part in (IEnumerable<(string Of, IReadOnlyList<FieldScore> Scores)>)[("scan", report.Fields.Fields(split)), ("twin", report.TwinFields.Fields(split))]
        from score in part.Scores
        select (split, part.Of, score);

    private static void WriteList<T>(Utf8JsonWriter writer, string key, IEnumerable<T> items, Action<T> write)
    {
        writer.WriteStartArray(key);
        foreach (var item in items)
        {
            writer.WriteStartObject();
            write(item);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WritePage(Utf8JsonWriter writer, PageScore page)
    {
        writer.WriteString("scan", page.Scan);
        writer.WriteString("split", Name(page.Split));
        writer.WriteNumber("page", page.Page);
        writer.WriteString("kind", page.Kind.ToString().ToLowerInvariant());
        WriteText(writer, "ingest", page.Own);
        if (page.Plain is not null)
            WriteText(writer, "plain", page.Plain);
    }

    private static void WriteText(Utf8JsonWriter writer, string key, TextScore score)
    {
        writer.WriteStartObject(key);
        writer.WriteNumber("letters", score.Letters);
        writer.WriteNumber("distance", score.Distance);
        WriteRatio(writer, "characterErrorRate", score.CharacterErrors);
        writer.WriteNumber("words", score.Words);
        writer.WriteNumber("wordsRead", score.Read);
        writer.WriteNumber("wordsShared", score.Shared);
        writer.WriteEndObject();
    }

    private static void WriteCheck(Utf8JsonWriter writer, Split split, AmountCheck check)
    {
        writer.WriteString("split", Name(split));
        writer.WriteNumber("read", check.Read);
        writer.WriteNumber("right", check.Right);
        writer.WriteNumber("wrong", check.Wrong);
        writer.WriteNumber("wrongWithFinding", check.WrongWithFinding);
        writer.WriteNumber("wrongWithoutFinding", check.WrongWithoutFinding);
        writer.WriteNumber("wrongWithoutFindingCovered", check.WrongWithoutFindingCovered);
    }

    private static void WriteTrust(Utf8JsonWriter writer, ReliabilityRow row)
    {
        writer.WriteString("split", Name(row.Split));
        writer.WriteString("of", row.Kind is { } kind ? ValueKinds.NameOf(kind) : "all");
        writer.WriteNumber("values", row.Told.Values);
        writer.WriteNumber("right", row.Told.Right);
        foreach (var (key, reliability) in ((string, Reliability?)[])[("engine", row.Engine), ("told", row.Told), ("leftOut", row.LeftOut)])
        {
            if (reliability is null)
                continue;
            writer.WriteStartObject(key);
            WriteRatio(writer, "mean", reliability.Mean);
            WriteRatio(writer, "brier", reliability.Brier);
            WriteRatio(writer, "calibrationError", reliability.CalibrationError);
            writer.WriteEndObject();
        }
    }

    private static void WriteScore(Utf8JsonWriter writer, Split split, string of, bool? isCovered, FieldScore score)
    {
        writer.WriteString("split", Name(split));
        writer.WriteString("of", of);
        if (isCovered is { } covered)
            writer.WriteBoolean("covered", covered);
        writer.WriteString("field", score.Field);
        writer.WriteNumber("expected", score.Expected);
        writer.WriteNumber("matched", score.Matched);
        writer.WriteNumber("wrong", score.Wrong);
        writer.WriteNumber("missed", score.Missed);
        writer.WriteNumber("invented", score.Invented);
        WriteRatio(writer, "precision", score.Precision);
        WriteRatio(writer, "recall", score.Recall);
        WriteRatio(writer, "f1", score.F1);
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
}
