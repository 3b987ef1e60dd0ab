using System.Collections.Immutable;

namespace Ingest.Tables.Structure;

/// <summary>Words and thresholds by which rows, captions and notes of tables are told. Words are folded: small letters, no accents.</summary>
public sealed record StructureOptions
{
    /// <summary>The options as tuned.</summary>
    public static StructureOptions Default { get; } = new();

    /// <summary>How rows open that sum up.</summary>
    public ImmutableArray<string> TotalWords { get; init; } =
        ["total", "totaux", "sous-total", "sous total", "s/total", "ensemble", "recapitulatif", "recapitulation", "montant total", "cout total", "dont total"];

    /// <summary>How rows open that carry a sum over a page's end.</summary>
    public ImmutableArray<string> CarriedWords { get; init; } = ["a reporter", "report", "reports", "total a reporter", "total reporte", "montant reporte"];

    /// <summary>How titles of tables open.</summary>
    public ImmutableArray<string> CaptionWords { get; init; } = ["tableau", "table", "tab", "annexe", "figure", "fig"];

    /// <summary>How notes below tables open.</summary>
    public ImmutableArray<string> NoteWords { get; init; } =
        ["source", "sources", "note", "notes", "lecture", "champ", "nb", "nota", "legende", "n.c", "n.d", "n.s", "n.a", "nc", "nd", "ns"];

    /// <summary>Share of figures from which a column is one of figures.</summary>
    public double ValueShare { get; init; } = 0.6;

    /// <summary>Size of small print relative to the table's, at most.</summary>
    public double NoteSize { get; init; } = 0.93;

    /// <summary>Most notes that are tied to one table.</summary>
    public int MaxNotes { get; init; } = 6;
}
