using System.Text.Json;
using Ingest.Emission;

namespace Ingest.Evaluation.Tables;

/// <summary>A report of table scores as JSON, for programs.</summary>
public static class TableScoreJson
{
    // Finer than any comparison needs; the last digits of a double say nothing.
    private const int Decimals = 12;

    private static readonly JsonWriterOptions Form = new() { Encoder = JsonRequiredEscapes.Instance, Indented = true, IndentSize = 2, NewLine = "\n" };

    /// <summary>
    /// Writes <c>{"sets": […], "documents": […]}</c>: the figures of each set, then the counts of each document that is not kept
    /// closed, by name.
    /// </summary>
    public static void Write(TableScoreReport report, Stream output)
    {
        using (var writer = new Utf8JsonWriter(output, Form))
        {
            writer.WriteStartObject();
            writer.WriteStartArray("sets");
            foreach (var set in report.Sets)
                WriteSet(writer, set);
            writer.WriteEndArray();
            writer.WriteStartArray("documents");
            foreach (var document in report.Open.OrderBy(document => document.Document, StringComparer.Ordinal))
                WriteDocument(writer, document);
            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        output.WriteByte((byte)'\n');
    }

    private static void WriteSet(Utf8JsonWriter writer, TableScoreSummary set)
    {
        writer.WriteStartObject();
        writer.WriteString("set", set.Name);
        writer.WriteNumber("documents", set.Documents);
        WriteScore(writer, "macro", set.Macro);
        WriteRatio(writer, "meanF1", set.MeanF1);
        WriteScore(writer, "micro", set.Micro);
        WriteScore(writer, "macroIgnoringBlanks", set.MacroIgnoringBlanks);
        WriteScore(writer, "microIgnoringBlanks", set.MicroIgnoringBlanks);
        WriteScore(writer, "matched", set.Matched);
        WriteScore(writer, "detection", set.Detection);
        writer.WriteNumber("truthTables", set.TruthTables);
        writer.WriteNumber("predictedTables", set.PredictedTables);
        writer.WriteNumber("perfect", set.Perfect);
        writer.WriteNumber("detected", set.Detected);
        writer.WriteNumber("complete", set.Complete);
        writer.WriteNumber("pure", set.Pure);
        writer.WriteNumber("undetected", set.Undetected);
        writer.WriteNumber("withoutRightRelation", set.WithoutRightRelation);
        writer.WriteEndObject();
    }

    private static void WriteDocument(Utf8JsonWriter writer, DocumentTableScore document)
    {
        writer.WriteStartObject();
        writer.WriteString("document", document.Document);
        writer.WriteString("variant", document.Variant);
        WriteScore(writer, "score", document.Score);
        WriteScore(writer, "scoreIgnoringBlanks", document.ScoreIgnoringBlanks);
        writer.WriteNumber("truthRelations", document.TruthRelations);
        writer.WriteNumber("predictedRelations", document.PredictedRelations);
        writer.WriteNumber("correct", document.Correct);
        writer.WriteNumber("correctIgnoringBlanks", document.CorrectIgnoringBlanks);
        writer.WriteNumber("truthTables", document.TruthTables);
        writer.WriteNumber("predictedTables", document.PredictedTables);
        writer.WriteNumber("perfect", document.Perfect);
        writer.WriteNumber("detected", document.Detected);
        writer.WriteNumber("complete", document.Complete);
        writer.WriteNumber("pure", document.Pure);
        writer.WriteNumber("withoutRightRelation", document.WithoutRightRelation);
        writer.WriteNumber("matchedCorrect", document.MatchedCorrect);
        writer.WriteNumber("matchedTruth", document.MatchedTruth);
        writer.WriteNumber("matchedPredicted", document.MatchedPredicted);
        writer.WriteStartArray("tables");
        foreach (var table in document.Tables)
            WriteTable(writer, table);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteTable(Utf8JsonWriter writer, TruthTableScore table)
    {
        writer.WriteStartObject();
        writer.WriteStartArray("pages");
        foreach (var page in table.Pages)
            writer.WriteNumberValue(page);
        writer.WriteEndArray();
        writer.WriteNumber("truth", table.Truth);
        writer.WriteNumber("predicted", table.Predicted);
        writer.WriteNumber("correct", table.Correct);
        writer.WriteEndObject();
    }

    private static void WriteScore(Utf8JsonWriter writer, string key, PrecisionRecall score)
    {
        writer.WriteStartObject(key);
        WriteRatio(writer, "precision", score.Precision);
        WriteRatio(writer, "recall", score.Recall);
        WriteRatio(writer, "f1", score.F1);
        writer.WriteEndObject();
    }

    private static void WriteRatio(Utf8JsonWriter writer, string key, double value) => writer.WriteNumber(key, Math.Round(value, Decimals));
}
