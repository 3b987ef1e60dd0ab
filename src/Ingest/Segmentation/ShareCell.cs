using Ingest.Grammar;
using Ingest.Model.Provenance;

namespace Ingest.Segmentation;

/// <summary>Reads the share of a cell.</summary>
internal static class ShareCell
{
    /// <summary>The only percentage of a cell; a bare number (« 36,5 ») where the header has the sign. Null where there is none.</summary>
    public static DraftShare? Read(SourceText cell)
    {
        if (Within(cell) is { } written)
            return written;
        return PercentGrammar.Find(cell.Text).IsEmpty && MoneyGrammar.ParseCell(cell.Text).Money is { HasCurrency: false } bare
            ? new DraftShare(cell.Slice(bare.Start, bare.Length), new(bare.Amount.Amount / 100), bare.Unit / 100)
            : null;
    }

    /// <summary>The only percentage that a cell writes, beside whatever else: « 31 200 € (12,5 %) ».</summary>
    public static DraftShare? Within(SourceText cell) => PercentGrammar.Find(cell.Text) is [var percent]
        ? new DraftShare(cell.Slice(percent.Start, percent.Length), percent.Share, percent.Unit)
        : null;
}
