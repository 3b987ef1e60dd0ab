namespace Ingest.Reading.Xlsx;

/// <summary>How many more cells of a workbook are kept.</summary>
/// <param name="cells">The most filled cells, and the most boxes.</param>
/// <param name="characters">The most characters of all cells: one text may be shared by any number of them.</param>
internal sealed class ReadingBudget(int cells, long characters)
{
    private long _characters;
    private int _filled;
    private int _boxes;

    /// <summary>Whether one more filled cell is kept.</summary>
    /// <param name="length">How many characters it shows.</param>
    public bool TakeFilled(int length) => _filled < cells && (_characters += length) <= characters && ++_filled > 0;

    /// <summary>Whether one more cell that only has a border is kept: a whole sheet may be ruled.</summary>
    public bool TakeBox() => _boxes < cells && ++_boxes > 0;
}
