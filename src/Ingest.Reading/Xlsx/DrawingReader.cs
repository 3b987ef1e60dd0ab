using System.Text;
using System.Xml;
using DocumentFormat.OpenXml.Packaging;
using Ingest.Model.Pages;
using Ingest.Reading.Sheets;

namespace Ingest.Reading.Xlsx;

/// <summary>
/// Reads what lies over the cells: the words of text boxes and shapes, each at the cell under its corner. Charts, diagrams and
/// embedded files may hold words too; they are told, not read.
/// </summary>
internal sealed class DrawingReader(PartXml xml, SheetTally tally)
{
    private const int MostCharacters = 1_000_000;

    /// <summary>Whether an image was met.</summary>
    public bool HasImage { get; private set; }

    /// <summary>The text boxes of a sheet.</summary>
    public IEnumerable<SheetText> Read(WorksheetPart sheet)
    {
        foreach (var part in sheet.EmbeddedObjectParts.Cast<OpenXmlPart>().Concat(sheet.EmbeddedPackageParts))
            tally.Unread(part.Uri.OriginalString, part.ContentType);
        if (sheet.DrawingsPart is not { } drawings)
            return [];
        HasImage = drawings.ImageParts.Any();
        foreach (var (_, part) in drawings.Parts.Select(pair => (pair.RelationshipId, pair.OpenXmlPart)).Where(pair => pair.OpenXmlPart is ChartPart or ExtendedChartPart or DiagramDataPart))
            tally.Unread(part.Uri.OriginalString, part.ContentType);
        var texts = new List<SheetText>();
        try
        {
            using var reader = xml.Open(drawings);
            Read(reader, texts);
        }
        catch (Exception damage) when (PartXml.IsDamage(damage))
        {
            tally.Unread(drawings.Uri.OriginalString, damage);
        }

        return texts;
    }

    private static void Read(XmlReader reader, List<SheetText> texts)
    {
        var (row, column) = ((int?)null, (int?)null);
        var (isCorner, left) = (false, MostCharacters);
        var isMoved = false;
        while (isMoved || reader.Read())
        {
            isMoved = false;
            if (reader.NodeType != XmlNodeType.Element)
                continue;
            switch (reader.LocalName)
            {
                case "Fallback":
                    // What programs that do not know the shape show in its place.
                    reader.Skip();
                    isMoved = !reader.EOF;
                    break;
                case "twoCellAnchor" or "oneCellAnchor" or "absoluteAnchor":
                    (row, column) = (null, null);
                    break;
                case "from" or "to":
                    isCorner = reader.LocalName == "from";
                    break;
                case "row" when isCorner:
                    row = SheetXmlReading.ToNumber(reader.Characters());
                    break;
                case "col" when isCorner:
                    column = SheetXmlReading.ToNumber(reader.Characters());
                    break;
                case "txBody":
                    var words = Words(reader);
                    left -= words.Length;
                    if (!string.IsNullOrWhiteSpace(words) && left > 0)
                        texts.Add(new SheetText(FlowRole.TextBox, words, row, column));
                    break;
            }
        }
    }

    private static string Words(XmlReader reader)
    {
        var text = new StringBuilder();
        foreach (var name in reader.Inside())
        {
            if (name is "p" or "br" && text.Length > 0)
                text.Append('\n');
            else if (name == "t")
                text.Append(reader.Characters());
        }

        return text.ToString();
    }
}
