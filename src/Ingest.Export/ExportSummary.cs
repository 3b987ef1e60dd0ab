using System.Collections.Immutable;
using Ingest.Export.Packaging;
using Ingest.Export.Privacy;
using Ingest.Model.Values;

namespace Ingest.Export;

/// <summary>A file that could not be exported.</summary>
/// <param name="Path">Path below the folder of the documents.</param>
/// <param name="Reason">Why, in the reader's words; null where an amount is too large.</param>
/// <param name="TooLarge">The amount that no database holds to the cent, or null.</param>
public sealed record UnreadFile(string Path, string? Reason, Euros? TooLarge);

/// <summary>What an export made.</summary>
/// <param name="Documents">Number of documents.</param>
/// <param name="Unread">Files that hold no document.</param>
/// <param name="Rows">Number of rows by table.</param>
/// <param name="Omissions">Passages of personal data that were left out, by sort.</param>
/// <param name="Outputs">The files.</param>
/// <param name="RowsWithoutRoom">Rows that the workbook could not take, by sheet.</param>
public sealed record ExportSummary(
    int Documents, ImmutableArray<UnreadFile> Unread, ImmutableArray<(string Table, long Rows)> Rows, ImmutableSortedDictionary<OmissionKind, int> Omissions,
    ImmutableArray<FileRecord> Outputs, IReadOnlyDictionary<string, long> RowsWithoutRoom);
