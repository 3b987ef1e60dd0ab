using System.Collections.Immutable;
using Ingest.Grammar;
using Ingest.Model.Findings;

namespace Ingest.Segmentation.Conventions;

/// <summary>Rows that stand under one header, or a band that heads what follows.</summary>
/// <param name="Band">« Enjeu 1 : … » over the whole width; null for rows.</param>
/// <param name="Rows">The rows; empty for a band.</param>
/// <param name="Columns">What their columns hold; null for a band before any header.</param>
/// <param name="Changed">Told when the rows have other columns than the header says.</param>
internal sealed record StrategyBlock(StrategyRow? Band, ImmutableArray<StrategyRow> Rows, StrategyColumns? Columns, Finding? Changed);

/// <summary>The rows of a part → its bands and the blocks between its header lines.</summary>
internal sealed class RowsToBlocks(StrategyHeaders headers, LabelReader marks)
{
    /// <summary>The blocks in order, and the heading under which the next part stands.</summary>
    /// <param name="rows">The rows of a part, clean.</param>
    /// <param name="heading">The heading before it.</param>
    /// <param name="isOfLines">Whether the rows come from lines of text.</param>
    public (ImmutableArray<StrategyBlock> Blocks, StrategyHeading Heading) Convert(IReadOnlyList<StrategyRow> rows, StrategyHeading heading, bool isOfLines)
    {
        rows = WholeHeaders(rows, heading, isOfLines);
        var blocks = ImmutableArray.CreateBuilder<StrategyBlock>();
        var block = new List<StrategyRow>();
        foreach (var (row, index) in rows.Select((row, index) => (row, index)))
        {
            var isBand = IsMarkedBand(row, isOfLines);
            var isFirst = block.Count == 0 && rows.Take(index).All(before => IsMarkedBand(before, isOfLines));
            if (!isBand && !headers.IsHeader(row, isFirst, heading.Row))
            {
                block.Add(row);
                continue;
            }

            Close();
            if (isBand)
                blocks.Add(new StrategyBlock(row, [], heading.Columns, null));
            else
                heading = heading.Next(headers.OfHeader(row, [.. rows.Skip(index + 1)]), row);
        }

        Close();
        return (blocks.ToImmutable(), heading);

        void Close()
        {
            if (block.Count == 0)
                return;
            var changed = OtherColumns(block, heading, isOfLines);
            heading = heading with { Columns = heading.Columns ?? StrategyHeaders.OfContent(block) };
            blocks.Add(new StrategyBlock(null, [.. block], heading.Columns, changed));
            block.Clear();
        }
    }

    // A header over two lines: what goes on below it with small letters, in its own columns.
    private List<StrategyRow> WholeHeaders(IReadOnlyList<StrategyRow> part, StrategyHeading heading, bool isOfLines)
    {
        List<StrategyRow> rows = [.. part];
        for (var i = 0; isOfLines && i + 1 < rows.Count; i++)
        {
            var (header, next) = (rows[i], rows[i + 1]);
            if (!headers.IsHeader(header, rows.Take(i).All(row => IsMarkedBand(row, isOfLines)), heading.Row)
                || !next.Filled.Any() || !next.Filled.All(column => column < header.Cells.Length && !header.Cells[column].IsEmpty && SentenceGrammar.StartsLower(next.Cells[column].Text)))
                continue;
            rows[i] = header with
            {
                Cells = [.. header.Cells.Select((cell, column) => column < next.Cells.Length && !next.Cells[column].IsEmpty ? LabelText.Flat(cell.Words.Concat(next.Cells[column].Words)) : cell)],
            };
            rows.RemoveAt(i + 1);
        }

        return rows;
    }

    private bool IsMarkedBand(StrategyRow row, bool isOfLines) => row.Filled.Take(2).Count() == 1 && row.Filled.First() == 0
        && (isOfLines || row.IsBand || row.Cells.Length == 1)
        && marks.Read(row.Cells[0]) is { IsExplicit: true, Level: not null };

    // A table that goes on with other columns than its header's: a text may have changed its level. In lines a row may lack any
    // of its columns, so only more of them in every row say so.
    private static Finding? OtherColumns(List<StrategyRow> rows, StrategyHeading heading, bool isOfLines)
    {
        if (heading.Columns is not { All.Length: > 1 and var known })
            return null;
        var widths = rows.Where(row => !row.IsBand && (!isOfLines || row.Filled.Skip(1).Any()))
            .Select(row => isOfLines ? row.Filled.Last() + 1 : row.Cells.Length).DefaultIfEmpty(known);
        var width = isOfLines ? widths.Min() : widths.Max();
        return (isOfLines ? width > known : width != known)
            ? StructureFindings.ColumnsChanged.At(null, rows[0].Text.ToEvidence(), StrategyRemarks.Beginning(rows[0].Text), known, width)
            : null;
    }
}
