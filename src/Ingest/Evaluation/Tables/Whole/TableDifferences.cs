using System.Collections.Immutable;

namespace Ingest.Evaluation.Tables.Whole;

/// <summary>What differs between a true table and its counterpart, a line for each thing.</summary>
internal static class TableDifferences
{
    /// <summary>Cells that read otherwise, that moved, that are missing or too many, in this order.</summary>
    public static ImmutableArray<string> Of(TablePair pair)
    {
        if (pair.Predicted is not { } predicted)
            return ["not found"];
        var missing = pair.Truth.Cells.Where(cell => !predicted.Cells.Any(cell.IsSameAs)).ToList();
        var extra = predicted.Cells.Where(cell => !pair.Truth.Cells.Any(cell.IsSameAs)).ToList();
        var lines = ImmutableArray.CreateBuilder<string>();
        Take(missing, extra, (cell, other) => cell.IsAt(other), "otherwise", lines);
        Take(missing, extra, (cell, other) => cell.Text == other.Text, "moved", lines);
        lines.AddRange(missing.Select(cell => $"missing {cell}"));
        lines.AddRange(extra.Select(cell => $"extra {cell}"));
        return lines.ToImmutable();
    }

    private static void Take(
        List<WholeCell> missing, List<WholeCell> extra, Func<WholeCell, WholeCell, bool> belong, string word, ImmutableArray<string>.Builder lines)
    {
        foreach (var cell in missing.ToList())
        {
            if (extra.Find(candidate => belong(cell, candidate)) is not { } other)
                continue;
            lines.Add($"{word} {cell} -> {other}");
            missing.Remove(cell);
            extra.Remove(other);
        }
    }
}
