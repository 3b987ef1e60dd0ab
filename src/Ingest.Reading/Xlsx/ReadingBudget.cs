namespace Ingest.Reading.Xlsx;

/// <summary>How many more cells of a workbook are kept.</summary>
/// <param name="cells">The most filled cells, and the most boxes.</param>
internal sealed class ReadingBudget(int cells)
{
    private int _filled;
    private int _boxes;

    /// <summary>Whether one more filled cell is kept.</summary>
    public bool TakeFilled() => _filled < cells && ++_filled > 0;

    /// <summary>Whether one more cell that only has a border is kept: a whole sheet may be ruled.</summary>
    public bool TakeBox() => _boxes < cells && ++_boxes > 0;
}
