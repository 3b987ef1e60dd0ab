using System.Collections.Immutable;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Ingest.Model.Pages;
using Ingest.Reading.Sheets;

namespace Ingest.Reading.Odf;

/// <summary>Reads what stands beside the cells of a sheet: annotations, text boxes, print headers and footers.</summary>
/// <param name="masters">Root of the part with the master pages; null where there is none.</param>
/// <param name="styles">The styles of the workbook.</param>
/// <param name="inlines">The content of paragraphs.</param>
/// <param name="shapes">The shapes.</param>
internal sealed partial class OdsTexts(XElement? masters, OdfStyles styles, OdtInlines inlines, OdtShapes shapes)
{
    // Fields that stand in the header of any sheet by themselves.
    private static readonly ImmutableArray<string> Counting = ["sheet-name", "page-number", "page-count", "date", "time", "file-name"];

    /// <summary>The texts of a sheet that hang on no cell: print headers and footers, text boxes.</summary>
    public IEnumerable<SheetText> Around(XElement table) => Edges(table, "header", FlowRole.Header)
        .Concat(table.Elements(OdfXml.Table + "shapes").Elements().Where(OdtShapes.IsShape).SelectMany(shape => Boxes(shape, null, null)))
        .Concat(Edges(table, "footer", FlowRole.Footer));

    /// <summary>The texts that hang on a cell.</summary>
    public IEnumerable<SheetText> On(XElement cell, int row, int column)
    {
        foreach (var child in cell.Elements())
        {
            if (child.Name == OdfXml.Office + "annotation")
            {
                if (Words(child) is { Length: > 0 } note)
                    yield return new SheetText(FlowRole.Note, note, row, column);
            }
            else if (OdtShapes.IsShape(child))
            {
                foreach (var box in Boxes(child, row, column))
                    yield return box;
            }
        }
    }

    private IEnumerable<SheetText> Boxes(XElement shape, int? row, int? column) => shapes.Boxes(shape)
        .Select(Words)
        .Where(text => text.Length > 0)
        .Select(text => new SheetText(FlowRole.TextBox, text, row, column));

    private IEnumerable<SheetText> Edges(XElement table, string edge, FlowRole role)
    {
        var page = styles.Nearest("table", table.Get(OdfXml.Table + "style-name"), OdfXml.Style + "master-page-name");
        return OdtMasterPages.Edges(masters, page, edge)
            .SelectMany(part => part.Descendants(OdfXml.Text + "p"))
            .Where(SaysSomething)
            .Select(paragraph => Words([paragraph]))
            .Distinct()
            .Select(text => new SheetText(role, text));
    }

    private static bool SaysSomething(XElement paragraph)
    {
        var written = string.Concat(paragraph.DescendantNodes().OfType<XText>()
            .Where(text => text.Ancestors().TakeWhile(ancestor => ancestor != paragraph).All(ancestor => !Counting.Contains(ancestor.Name.LocalName)))
            .Select(text => text.Value));
        return Letter().IsMatch(Page().Replace(written, ""));
    }

    private string Words(XElement container) => Words(container.Descendants(OdfXml.Text + "p"));

    private string Words(IEnumerable<XElement> paragraphs) => string.Join('\n', paragraphs
        .Select(paragraph => string.Concat(inlines.Read(paragraph).Pieces.Select(piece => piece.Text)).Trim())
        .Where(text => text.Length > 0));

    [GeneratedRegex(@"\bpages?\b|\bsur\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Page();

    [GeneratedRegex(@"\p{L}", RegexOptions.CultureInvariant)]
    private static partial Regex Letter();
}
