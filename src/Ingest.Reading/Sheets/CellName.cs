namespace Ingest.Reading.Sheets;

/// <summary>Names of cells, columns and rows as a person reads them: « C7 », « F », counted from 1; indexes count from 0.</summary>
internal static class CellName
{
    private const int Letters = 26;

    // The formats end at column XFD (three letters) and row 1 048 576 (seven digits); what is longer is no name of a cell.
    private const int MostLetters = 3;
    private const int MostDigits = 7;

    /// <summary>The name of a cell, as in « C7 ».</summary>
    public static string Of(int row, int column) => Column(column) + Row(row);

    /// <summary>The name of a row.</summary>
    public static string Row(int row) => (row + 1).ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>The name of a column, as in « AB ».</summary>
    public static string Column(int column)
    {
        Span<char> name = stackalloc char[8];
        var at = name.Length;
        for (var rest = column + 1; rest > 0; rest = (rest - 1) / Letters)
            name[--at] = (char)('A' + ((rest - 1) % Letters));
        return new string(name[at..]);
    }

    /// <summary>The place that a name tells, null where it is none. Dollar signs are passed over.</summary>
    public static (int Row, int Column)? Parse(ReadOnlySpan<char> name)
    {
        var (row, column) = ParseParts(name);
        return row is { } r && column is { } c ? (r, c) : null;
    }

    /// <summary>The range that a name tells (« A1:C7 », « $1:$3 », « A:B », « C7 »), null where it is none.</summary>
    /// <param name="name">The name, without its sheet.</param>
    public static SheetRange? ParseRange(ReadOnlySpan<char> name)
    {
        var colon = name.IndexOf(':');
        var (top, left) = ParseParts(colon < 0 ? name : name[..colon]);
        var (bottom, right) = colon < 0 ? (top, left) : ParseParts(name[(colon + 1)..]);
        if ((top is null && left is null) || top is null != bottom is null || left is null != right is null)
            return null;
        return new SheetRange(
            Math.Min(top ?? 0, bottom ?? 0), Math.Min(left ?? 0, right ?? 0),
            Math.Max(top ?? 0, bottom ?? SheetRange.LastPossibleRow), Math.Max(left ?? 0, right ?? SheetRange.LastPossibleColumn));
    }

    private static (int? Row, int? Column) ParseParts(ReadOnlySpan<char> name)
    {
        var (column, row, letters, digits) = (0, 0, 0, 0);
        foreach (var c in name)
        {
            if (c == '$')
                continue;
            if (char.IsAsciiLetter(c) && digits == 0 && letters < MostLetters)
            {
                column = (column * Letters) + (char.ToUpperInvariant(c) - 'A' + 1);
                letters++;
            }
            else if (char.IsAsciiDigit(c) && digits < MostDigits)
            {
                row = (row * 10) + (c - '0');
                digits++;
            }
            else
            {
                return default;
            }
        }

        return (row > 0 ? row - 1 : null, letters > 0 ? column - 1 : null);
    }
}
