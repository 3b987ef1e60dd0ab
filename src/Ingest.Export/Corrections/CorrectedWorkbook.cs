using System.Collections.Immutable;
using Ingest.Decisions;
using Ingest.Export.Spreadsheet;
using Ingest.Model.Documents;
using Ingest.Reading;
using Ingest.Reading.Xlsx;

namespace Ingest.Export.Corrections;

/// <summary>A document of which the workbook corrects something.</summary>
/// <param name="Id">Its key in the collection: its path below the folder of the run.</param>
/// <param name="Sha256">SHA-256 of its source.</param>
public sealed record CorrectedDocument(string Id, string Sha256);

/// <summary>What was read back from a workbook.</summary>
/// <param name="Already">How many cells say what is so already.</param>
/// <param name="Refused">The cells that are no corrections.</param>
public sealed record WorkbookReading(int Already, ImmutableArray<RefusedCell> Refused);

/// <summary>A workbook of an export, with what staff typed into the sheet « À vérifier ».</summary>
public sealed class CorrectedWorkbook
{
    private readonly ImmutableArray<TypedRow> _rows;

    private CorrectedWorkbook(ImmutableArray<TypedRow> rows) => _rows = rows;

    /// <summary>The documents of which something was typed.</summary>
    public ImmutableArray<CorrectedDocument> Documents => [.. _rows.Where(row => row.Sha256.Length > 0).Select(row => new CorrectedDocument(row.Document, row.Sha256)).Distinct()];

    /// <summary>How many cells were filled.</summary>
    public int Filled => _rows.Length;

    /// <summary>Reads a workbook.</summary>
    /// <param name="bytes">The file.</param>
    /// <exception cref="ForeignWorkbookException">It is no workbook of an export.</exception>
    public static CorrectedWorkbook Read(ReadOnlyMemory<byte> bytes)
    {
        ImmutableArray<FilledCell>? cells;
        try
        {
            cells = new WorkbookCells().Read(bytes, ToVerifySheet.Name);
        }
        catch (UnreadableSourceException error)
        {
            throw new ForeignWorkbookException(ForeignWorkbook.NoWorkbook, error.Message);
        }

        return new CorrectedWorkbook(RowsOf(cells ?? throw new ForeignWorkbookException(ForeignWorkbook.NoSheet, ToVerifySheet.Name)));
    }

    /// <summary>Takes what was typed into corrections.</summary>
    /// <param name="document">The document with a SHA-256, as the last run wrote it; null where there is none.</param>
    /// <param name="intake">Takes the corrections.</param>
    public WorkbookReading Take(Func<string, IngestedDocument?> document, CorrectionIntake intake)
    {
        var already = 0;
        var refused = ImmutableArray.CreateBuilder<RefusedCell>();
        var first = new Dictionary<(string Document, string Pointer), (string Cell, CorrectionValue Value)>();
        foreach (var row in _rows)
        {
            if (row.Sha256.Length == 0 || row.Pointer.Length == 0 || row.Before.Length == 0)
                Refuse(row, RefusalReason.NoValue);
            else if (document(row.Sha256) is not { } found)
                Refuse(row, RefusalReason.NoDocument);
            else if (CorrectionTargets.Find(found, row.Pointer) is not { } target)
                Refuse(row, RefusalReason.Moved);
            else
                Take(row, found, target);
        }

        return new WorkbookReading(already, refused.ToImmutable());

        void Take(TypedRow row, IngestedDocument found, CorrectionTarget target)
        {
            var typed = TypedValueReader.Read(target, row.Typed);
            if (!IsAnchored(target, row.Anchor))
            {
                Refuse(row, RefusalReason.Moved);
            }
            else if (typed.Value is not { } value)
            {
                Refuse(row, typed.Problem, typed.Detail);
            }
            else if (!first.TryAdd((row.Sha256, target.Pointer), (row.Typed.Name, value)))
            {
                // A value stands in a row for each finding that doubts it: it may be put right in any of them.
                var (cell, same) = first[(row.Sha256, target.Pointer)];
                if (same != value)
                    Refuse(row, RefusalReason.Conflict, cell);
            }
            else
            {
                Propose(row, found, target, value);
            }
        }

        void Propose(TypedRow row, IngestedDocument found, CorrectionTarget target, CorrectionValue value)
        {
            var isKnown = !PersonalDataMark.IsIn(row.Before);
            var seen = isKnown ? CorrectionValue.FromJson(row.Before) : null;
            if (isKnown && seen is null)
            {
                Refuse(row, RefusalReason.NoValue);
                return;
            }

            var answer = intake.Take(found, target, seen, value, row.Why);
            if (answer.Outcome == IntakeOutcome.Already)
                already++;
            else if (answer.Outcome != IntakeOutcome.Taken)
                Refuse(row, answer.Outcome == IntakeOutcome.Changed ? RefusalReason.Changed : RefusalReason.Impossible, answer.Present.ToFrench());
        }

        void Refuse(TypedRow row, RefusalReason reason, string detail = "") => refused.Add(new RefusedCell(ToVerifySheet.Name, row.Typed.Name, row.Typed.Text, reason, detail));
    }

    // White space may differ once a spreadsheet has written the file anew.
    private static bool IsAnchored(CorrectionTarget target, string? anchor) =>
        target.IsAnchoredBy(anchor) || (anchor is not null && (PersonalDataMark.IsIn(anchor) || target.Anchors.Any(own => Flat(own) == Flat(anchor))));

    private static string Flat(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static ImmutableArray<TypedRow> RowsOf(ImmutableArray<FilledCell> cells)
    {
        var columns = cells.Where(cell => cell.Row == 0).DistinctBy(cell => cell.Text.Trim()).ToDictionary(cell => cell.Text.Trim(), cell => cell.Column, StringComparer.Ordinal);
        string[] needed = [ToVerifySheet.Document, ToVerifySheet.Correction, ToVerifySheet.Why, ToVerifySheet.Pointer, ToVerifySheet.Sha256, ToVerifySheet.Anchor, ToVerifySheet.Before];
        if (needed.FirstOrDefault(heading => !columns.ContainsKey(heading)) is { } missing)
            throw new ForeignWorkbookException(ForeignWorkbook.NoColumn, missing);
        var rows = ImmutableArray.CreateBuilder<TypedRow>();
        foreach (var row in cells.Where(cell => cell.Row > 0).GroupBy(cell => cell.Row))
        {
            var byColumn = row.DistinctBy(cell => cell.Column).ToDictionary(cell => cell.Column);
            FilledCell? At(string heading) => byColumn.GetValueOrDefault(columns[heading]);
            string TextAt(string heading) => At(heading)?.Text ?? "";
            if (At(ToVerifySheet.Correction) is not { } typed || (typed.Content == CellContent.Text && string.IsNullOrWhiteSpace(typed.Text)))
                continue;
            rows.Add(new TypedRow(
                typed, TextAt(ToVerifySheet.Document), TextAt(ToVerifySheet.Sha256), TextAt(ToVerifySheet.Pointer),
                At(ToVerifySheet.Anchor)?.Text, TextAt(ToVerifySheet.Before), TextAt(ToVerifySheet.Why).Trim() is { Length: > 0 } why ? why : null));
        }

        return rows.ToImmutable();
    }

    private sealed record TypedRow(FilledCell Typed, string Document, string Sha256, string Pointer, string? Anchor, string Before, string? Why);
}

/// <summary>What makes a workbook none of an export.</summary>
public enum ForeignWorkbook
{
    /// <summary>It is no workbook, or a damaged one.</summary>
    NoWorkbook,

    /// <summary>It has no sheet « À vérifier ».</summary>
    NoSheet,

    /// <summary>A column of that sheet is gone.</summary>
    NoColumn,
}

/// <summary>A workbook that no export has written, or that lost what it must have.</summary>
public sealed class ForeignWorkbookException : Exception
{
    /// <summary>It is none of an export.</summary>
    public ForeignWorkbookException(ForeignWorkbook problem, string detail)
        : base(detail) => Problem = problem;

    /// <summary>Why it is none.</summary>
    public ForeignWorkbook Problem { get; }
}
