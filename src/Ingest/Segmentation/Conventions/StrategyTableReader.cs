using System.Collections.Immutable;
using Ingest.Model.Findings;
using Ingest.Model.Provenance;

namespace Ingest.Segmentation.Conventions;

/// <summary>
/// Reads tables whose first columns are merged labels: an empty cell carries the label down, a small letter goes on from the
/// cell above, rows that lost a column are put back, labels that were glued are parted.
/// </summary>
internal sealed class StrategyTableReader(
    StrategyHeaders headers, LabelReader marks, LabelText labels, ItemSplitter splitter, NoiseFilter noise)
{
    private readonly RowCleaning _cleaning = new(marks, labels, noise);
    private readonly RowsToBlocks _toBlocks = new(headers, marks);
    private readonly RowAlignment _alignment = new(labels, marks);

    /// <summary>Reads a run of tables.</summary>
    /// <param name="run">The rows.</param>
    /// <param name="before">The table before, for runs without a header of their own.</param>
    public StrategyTableReading Read(StrategyRun run, StrategyTableReading? before)
    {
        var remarks = new StrategyRemarks();
        var lines = new OpenStrategy(labels, remarks);
        var open = new LabelColumns(labels, run.IsOfLines, lines, remarks);
        var heading = before?.Heading ?? StrategyHeading.None;
        foreach (var part in run.Parts)
        {
            var rows = part.Select(row => run.IsOfLines ? _cleaning.Clean(row, remarks) : row).Where(row => row.Filled.Any() || !row.Noise.IsEmpty).ToList();
            (var blocks, heading) = _toBlocks.Convert(rows, heading, run.IsOfLines);
            foreach (var block in blocks)
                ReadBlock(block, run, open, lines, remarks);
        }

        foreach (var label in open.Pending)
            remarks.Leave(new DraftUnassigned(label, UnassignedReason.NoObjective));
        return new StrategyTableReading
        {
            Events = [.. lines.All.Select(line => ToEvent(line, run.IsOfLines))],
            Heading = heading,
            Left = remarks.Left,
            Findings = remarks.Findings,
        };
    }

    private void ReadBlock(StrategyBlock block, StrategyRun run, LabelColumns open, OpenStrategy lines, StrategyRemarks remarks)
    {
        if (block.Band is { } band)
        {
            var mark = marks.Read(band.Cells[0])!;
            open.Close();
            lines.AddLabel(-1, mark.Kind, mark.Level, band.Cells[0]);
            return;
        }

        if (block.Changed is { } changed)
            remarks.Tell(changed);
        var columns = block.Columns!;
        var aligned = run.IsOfLines
            ? _alignment.Align(block.Rows, columns, open.Texts, lines.OpenItems, FilledShare(block, run))
            : [.. block.Rows.Select(row => new RowAlignment.AlignedRow(row, 0))];
        for (var i = 0; i < aligned.Length; i++)
        {
            var row = aligned[i].Row;
            if (aligned[i].Shift > 0)
                remarks.Tell(StructureFindings.ShiftedRow.At(null, row.Text.ToEvidence(), StrategyRemarks.Beginning(row.Text)));
            row = _cleaning.Decide(row, columns, open, remarks);
            if (row.IsBand && !run.IsOfLines)
            {
                // A band without a mark stands above the first column.
                open.Close();
                lines.AddLabel(-1, "band", columns.Labels is [var first, ..] && columns.All[first].Level is { } level && level > 0 ? level - 1 : null, row.Cells[0]);
                continue;
            }

            ReadRow(row, i + 1 < aligned.Length ? aligned[i + 1].Row : null, columns, open, lines, remarks);
        }
    }

    // The share of rows with items, over the whole run where it has several parts.
    private static double FilledShare(StrategyBlock block, StrategyRun run)
    {
        var columns = block.Columns!;
        if (run.Parts.Length == 1)
            return (double)block.Rows.Count(row => row.Filled.Contains(columns.Items)) / block.Rows.Length;
        var all = run.Parts.SelectMany(part => part).Where(row => row.Filled.Any(column => columns.Labels.Contains(column)) && row.Filled.Count() > 1).ToList();
        return all.Count == 0 ? 1 : (double)all.Count(row => row.Filled.Any(column => column >= columns.Items)) / all.Count;
    }

    private static void ReadRow(StrategyRow row, StrategyRow? next, StrategyColumns columns, LabelColumns open, OpenStrategy lines, StrategyRemarks remarks)
    {
        var (items, isSawn) = ItemsOf(row, columns, remarks);
        var isNew = open.Read(row, next, columns);
        if (isSawn)
        {
            lines.CutOpen();
            return;
        }

        if (row.Noise.GetValueOrDefault(columns.Items) is { } dropped)
            lines.AddNoise(dropped);
        var quartiers = columns.Quartiers >= 0 && columns.Quartiers < row.Cells.Length ? row.Cells[columns.Quartiers] : SourceText.Empty;
        lines.AddItems(items, row, quartiers, goesOn: !isNew);
        foreach (var column in Enumerable.Range(0, row.Cells.Length).Where(column => column < columns.All.Length && columns.All[column].Use == ColumnUse.Other && !row.Cells[column].IsEmpty))
            remarks.Leave(new DraftUnassigned(row.Cells[column], UnassignedReason.NoField, columns.All[column].Header));
    }

    // The text of the row's items; a cell that was sawn in two halves is told and left.
    private static (SourceText Items, bool IsSawn) ItemsOf(StrategyRow row, StrategyColumns columns, StrategyRemarks remarks)
    {
        if (columns.Items < 0)
            return (SourceText.Empty, false);
        var own = columns.Items < row.Cells.Length ? row.Cells[columns.Items] : SourceText.Empty;
        var over = SourceText.Concat(Enumerable.Range(columns.Items + 1, Math.Max(0, row.Cells.Length - columns.Items - 1))
            .Where(column => column >= columns.All.Length || columns.All[column].Header.IsEmpty)
            .Select(column => row.Cells[column]));
        if (over.IsEmpty || own.IsEmpty)
            return (over.IsEmpty ? own : over, false);
        var both = SourceText.Concat([own, over]);
        remarks.Leave(new DraftUnassigned(both, UnassignedReason.SawnCell));
        remarks.Tell(TextFindings.SawnCell.At(null, both.ToEvidence(), StrategyRemarks.Beginning(own), StrategyRemarks.Beginning(over)));
        return (SourceText.Empty, true);
    }

    private StrategyEvent ToEvent(OpenLine line, bool isOfLines) => line switch
    {
        OpenLabel label => new LabelEvent(label.Kind, label.Level, ToDraft(label)) { Column = label.Column < 0 ? null : label.Column },
        OpenItems items => new ItemsEvent([.. splitter.Split(items.Text, isOfLines).Select(text => new DraftItem(noise.MendLines(text), items.Quartiers))]),
        _ => throw new InvalidOperationException("No line of a strategy."),
    };

    private DraftLabel ToDraft(OpenLabel label)
    {
        var text = noise.MendLines(label.Text);
        // In a column of labels any number that opens one is its mark.
        return marks.Read(text) is { } mark && (mark.IsExplicit || mark.Level is null) ? mark.ToDraft() : new DraftLabel(null, null, text, text);
    }
}
