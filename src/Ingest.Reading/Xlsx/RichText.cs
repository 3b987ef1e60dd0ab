using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;

namespace Ingest.Reading.Xlsx;

/// <summary>A text of a workbook with what its runs say of their look.</summary>
/// <param name="Text">Its words; a line feed where a person began a line.</param>
/// <param name="AllRunsBold">Whether every run with a look of its own is bold.</param>
/// <param name="HasPlainRun">Whether a run has the look of its cell.</param>
internal readonly record struct RichText(string Text, bool AllRunsBold, bool HasPlainRun)
{
    /// <summary>Whether all of it is bold in a cell that is, or is not.</summary>
    public bool IsBoldIn(bool isCellBold) => AllRunsBold && (isCellBold || !HasPlainRun);
}

/// <summary>Reads texts with runs: shared, inline, of comments. Readings beside them (phonetic runs) are no words.</summary>
internal static partial class RichTextReader
{
    /// <summary>The text of the element at which the reader stands; it ends behind it.</summary>
    public static RichText Read(XmlReader reader)
    {
        var text = new StringBuilder();
        var (allBold, hasPlain) = (true, false);
        (bool HasLook, bool IsBold)? run = null;
        if (reader.IsEmptyElement)
            return new RichText("", false, true);
        var depth = reader.Depth;
        var isMoved = false;
        while ((isMoved || reader.Read()) && reader.Depth > depth)
        {
            isMoved = false;
            if (reader.NodeType != XmlNodeType.Element)
                continue;
            switch (reader.LocalName)
            {
                case "rPh" or "phoneticPr":
                    reader.Skip();
                    isMoved = true;
                    break;
                case "r":
                    run = (false, false);
                    break;
                case "rPr":
                    run = (true, false);
                    foreach (var name in reader.Inside())
                        run = (true, run.Value.IsBold || (name == "b" && reader.IsSwitchedOn()));
                    break;
                case "t":
                    var words = Unescape(reader.Characters());
                    text.Append(words);
                    if (string.IsNullOrWhiteSpace(words))
                        break;
                    hasPlain |= run is not { HasLook: true };
                    allBold &= run is not { HasLook: true, IsBold: false };
                    break;
            }
        }

        return new RichText(text.ToString(), allBold, hasPlain);
    }

    /// <summary>Characters that XML cannot hold are written by their number; line ends are line feeds.</summary>
    public static string Unescape(string text) => (text.Contains("_x", StringComparison.Ordinal)
            ? Escaped().Replace(text, match => ((char)int.Parse(match.Groups[1].ValueSpan, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString())
            : text)
        .Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');

    [GeneratedRegex("_x([0-9A-Fa-f]{4})_", RegexOptions.CultureInvariant)]
    private static partial Regex Escaped();
}
