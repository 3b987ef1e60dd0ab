using System.Collections.Immutable;
using System.Text.Json;

namespace Ingest.Evaluation.Tables;

/// <summary>What was predicted for one document.</summary>
/// <param name="Document">Its name, as <see cref="GroundTruth.DocumentOf"/> gives it.</param>
/// <param name="Tables">The tables, cut by page.</param>
public sealed record Prediction(string Document, ImmutableArray<ScoredTable> Tables);

/// <summary>
/// Reads tables from JSON, as <c>ingest tables</c> prints them; a table may also be given as <c>rows</c> of texts, with
/// <c>pages</c>, or with the page of each row in <c>rowPages</c>.
/// </summary>
public static class PredictedTables
{
    /// <summary>Reads every JSON file below a folder.</summary>
    /// <exception cref="TruthFormatException">A file is not of its form, or two are of one document.</exception>
    public static ImmutableArray<Prediction> Load(string folder)
    {
        var predictions = ImmutableArray.CreateBuilder<Prediction>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var path in Directory.EnumerateFiles(folder, "*.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var prediction = Read(path, File.ReadAllBytes(path));
            if (!seen.Add(prediction.Document))
                throw new TruthFormatException(path, null, $"a second prediction for « {prediction.Document} »");
            predictions.Add(prediction);
        }

        return predictions.ToImmutable();
    }

    /// <summary>Reads one file.</summary>
    /// <param name="path">Its path, for messages, and for its name where the content does not tell one.</param>
    /// <param name="json">Its content.</param>
    /// <exception cref="TruthFormatException">It is not of its form.</exception>
    public static Prediction Read(string path, ReadOnlyMemory<byte> json)
    {
        try
        {
            using var file = JsonDocument.Parse(json);
            var name = Path.GetFileName(TextOf(file.RootElement, "file") is { Length: > 0 } told ? told : path);
            return new Prediction(GroundTruth.DocumentOf(WithoutEnding(name)), [.. Items(file.RootElement, "tables").SelectMany(ToTables)]);
        }
        catch (JsonException error)
        {
            throw new TruthFormatException(path, error.LineNumber + 1, error.Message, error);
        }
        catch (Exception error) when (error is InvalidOperationException or FormatException or KeyNotFoundException)
        {
            throw new TruthFormatException(path, null, error.Message, error);
        }
    }

    private static string WithoutEnding(string name) =>
        Path.GetExtension(name).ToUpperInvariant() is ".PDF" or ".JSON" ? Path.GetFileNameWithoutExtension(name) : name;

    // The truth has a table for each page: where the pages of the cells are known, so has the prediction.
    private static IEnumerable<ScoredTable> ToTables(JsonElement table)
    {
        var told = Items(table, "cells", out var hasCells);
        var cells = hasCells
            ? told.Select(ToCell).ToList()
            : CellsOf(Items(table, "rows"), [.. Items(table, "rowPages").Select(page => page.GetInt32())]).ToList();
        var pages = cells.Select(cell => cell.Page).OfType<int>().ToImmutableSortedSet();
        if (pages.Count > 1)
            return pages.Select(page => new ScoredTable([page], [.. cells.Where(cell => cell.Page == page).Select(cell => cell.Cell)]));
        return [new ScoredTable(pages.IsEmpty ? PagesOf(table) : pages, [.. cells.Select(cell => cell.Cell)])];
    }

    private static (int? Page, ScoredCell Cell) ToCell(JsonElement cell)
    {
        var (row, column) = (cell.GetProperty("row").GetInt32(), cell.GetProperty("col").GetInt32());
        var (rowSpan, columnSpan) = (Span(cell, "rowSpan"), Span(cell, "colSpan"));
        return (NumberOf(cell, "page"), new ScoredCell(row, column, row + rowSpan - 1, column + columnSpan - 1, TextOf(cell, "text") ?? ""));
    }

    private static IEnumerable<(int? Page, ScoredCell Cell)> CellsOf(JsonElement[] rows, ImmutableArray<int> rowPages) =>
        rows.SelectMany((texts, row) => texts.EnumerateArray().Select((text, column) =>
            (row < rowPages.Length ? rowPages[row] : (int?)null, new ScoredCell(row, column, row, column, text.GetString() ?? ""))));

    private static ImmutableSortedSet<int> PagesOf(JsonElement table)
    {
        var pages = Items(table, "pages", out var hasPages);
        return hasPages ? [.. pages.Select(page => page.GetInt32())] : NumberOf(table, "page") is { } page ? [page] : [];
    }

    // A span of 0 is as good as none told.
    private static int Span(JsonElement cell, string key) => NumberOf(cell, key) is { } span && span != 0 ? span : 1;

    private static JsonElement[] Items(JsonElement owner, string key) => Items(owner, key, out _);

    private static JsonElement[] Items(JsonElement owner, string key, out bool isThere)
    {
        isThere = owner.TryGetProperty(key, out var value) && value.ValueKind != JsonValueKind.Null;
        return isThere ? [.. value.EnumerateArray()] : [];
    }

    private static string? TextOf(JsonElement owner, string key) => owner.TryGetProperty(key, out var value) ? value.GetString() : null;

    private static int? NumberOf(JsonElement owner, string key) =>
        owner.TryGetProperty(key, out var value) && value.ValueKind != JsonValueKind.Null ? value.GetInt32() : null;
}
