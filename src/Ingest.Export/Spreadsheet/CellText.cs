using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Ingest.Export.Spreadsheet;

/// <summary>Text as a cell can hold it.</summary>
internal static partial class CellText
{
    // ECMA-376: characters of a cell.
    private const int Longest = 32_767;
    private const string Cut = "… [coupé : le texte entier est dans les autres formats]";

    /// <summary>The text with what XML cannot hold written as <c>_xHHHH_</c>, the format's own way, and cut where it is too long.</summary>
    public static string Encode(string text)
    {
        if (text.Length > Longest)
            text = string.Concat(text.AsSpan(0, Longest - Cut.Length - 1), Cut);
        text = LooksEncoded().Replace(text, "_x005F_");
        var encoded = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (i < text.Length - 1 && char.IsSurrogatePair(text[i], text[i + 1]))
                encoded.Append(text[i]).Append(text[++i]);
            else if (text[i] is '\t' or '\n' or (>= ' ' and < '\uD800') or (> '\uDFFF' and < '\uFFFE'))
                encoded.Append(text[i]);
            else
                encoded.Append("_x").Append(((int)text[i]).ToString("X4", CultureInfo.InvariantCulture)).Append('_');
        }

        return encoded.ToString();
    }

    /// <summary>The name of a column: A, B, … AA.</summary>
    /// <param name="index">Its place, from 0.</param>
    public static string ColumnName(int index)
    {
        const int letters = 26;
        return index < letters ? ((char)('A' + index)).ToString() : ColumnName((index / letters) - 1) + (char)('A' + (index % letters));
    }

    [GeneratedRegex("_(?=x[0-9A-Fa-f]{4}_)")]
    private static partial Regex LooksEncoded();
}
