using System.Xml;
using Ingest.Reading.Sheets;

namespace Ingest.Reading.Xlsx;

/// <summary>Reads one cell: its value as it is shown, and its look. Formulas are never computed.</summary>
internal sealed class CellReader(SharedTexts texts, CellLooks looks, ValueToText values, ReadingBudget budget, SheetTally tally)
{
    /// <summary>
    /// The cell at which the reader stands; null where there is nothing in it, not even a border. The reader ends behind it.
    /// </summary>
    /// <param name="reader">At the start of the cell.</param>
    /// <param name="row">Its row.</param>
    /// <param name="column">Its column.</param>
    /// <param name="isFull">Whether the cell is filled and no more cells are read.</param>
    public SheetCell? Read(XmlReader reader, int row, int column, out bool isFull)
    {
        isFull = false;
        var look = looks.At(reader.Number("s"));
        var type = reader.GetAttribute("t") ?? "n";
        var (written, inline, hasFormula) = ReadInside(reader);
        var cell = new SheetCell { Row = row, Column = column, IsBold = look.IsBold, FontSize = look.FontSize, HasBorder = look.HasBorder };
        if (hasFormula && (written is null || (written.Length == 0 && type != "str")))
            tally.Uncomputed(row, column);
        else if (inline is { } rich)
            cell = WithText(cell, rich, look.Format);
        else if (!string.IsNullOrEmpty(written))
            cell = WithValue(cell, type, written, look.Format);
        if (cell.IsFilled)
        {
            isFull = !budget.TakeFilled(cell.Text.Length);
            return isFull ? null : cell;
        }

        return cell.HasBorder && budget.TakeBox() ? cell : null;
    }

    /// <summary>What stands in the cell at which the reader stands: its value as written, its own text, whether it has a formula.</summary>
    public static (string? Written, RichText? Inline, bool HasFormula) ReadInside(XmlReader reader)
    {
        string? written = null;
        RichText? inline = null;
        var hasFormula = false;
        foreach (var name in reader.Inside())
        {
            switch (name)
            {
                case "v":
                    written = reader.Characters();
                    break;
                case "f":
                    hasFormula = true;
                    reader.Characters();
                    break;
                case "is":
                    inline = RichTextReader.Read(reader);
                    break;
            }
        }

        return (written, inline, hasFormula);
    }

    private SheetCell WithValue(SheetCell cell, string type, string written, FormatCode format)
    {
        switch (type)
        {
            case "s":
                var text = SheetXmlReading.ToNumber(written) is { } number ? texts.At(number) : null;
                if (text is null)
                    tally.Unread($"{CellName.Of(cell.Row, cell.Column)} → sharedStrings #{written}", "absent");
                return text is { } shared ? WithText(cell, shared, format) : cell;
            case "str" or "inlineStr":
                return WithText(cell, new RichText(RichTextReader.Unescape(written), true, true), format);
            case "b":
                return cell with { Text = ValueToText.Boolean(written) };
            case "e":
                tally.Error(cell.Row, cell.Column, written);
                return cell with { Text = written };
            case "d":
                return cell with { Text = ValueToText.Date(written, format), IsNumber = true };
            default:
                // A format of empty sections hides what is in the cell; one that shows nothing for zero alone says that there is none.
                var isHidden = format.ShowsNothing;
                return cell with { Text = values.Number(written, isHidden ? FormatCode.General : format), IsNumber = true, IsHidden = isHidden };
        }
    }

    private static SheetCell WithText(SheetCell cell, RichText rich, FormatCode format) => cell with
    {
        Text = ValueToText.Text(rich.Text, format),
        IsBold = rich.IsBoldIn(cell.IsBold),
        IsHidden = format.HidesText,
    };
}
