using System.Globalization;
using Ingest.Model.Pages;

namespace Ingest.Emission.Inspection;

/// <summary>Pages with geometry: the image, what is drawn over it, the lists beside it, the tables under it.</summary>
internal sealed class InspectionPages
{
    private readonly MarkupWriter _html;
    private readonly InspectionTexts _texts;
    private readonly InspectionLists _lists;

    public InspectionPages(MarkupWriter html, InspectionTexts texts, InspectionLists lists) => (_html, _texts, _lists) = (html, texts, lists);

    /// <summary>Writes a page.</summary>
    public void Write(InspectedPage page)
    {
        var number = Number(page.Number);
        _html.Open("section", ("class", "sheet"), ("id", "page-" + number)).Element("h2", _texts.Format("page", number));
        _html.Open("div", ("class", "view"), ("tabindex", "0"), ("role", "region"), ("aria-label", _texts.Format("page", number)));
        WriteDrawing(page);
        _html.CloseLine();
        WriteAside(page);
        if (!page.Grids.IsEmpty)
        {
            _html.Open("div", ("class", "grids"));
            foreach (var grid in page.Grids)
                new InspectionGrids(_html, _texts).Write(grid, grid.Parts.IsEmpty ? $"t{Number(grid.Number)}-place" : null);
            _html.CloseLine();
        }

        _html.CloseLine();
    }

    private void WriteDrawing(InspectedPage page)
    {
        var (width, height) = (MarkupWriter.Number(page.Size.Width), MarkupWriter.Number(page.Size.Height));
        _html.Open("svg", ("xmlns", "http://www.w3.org/2000/svg"), ("class", "page"), ("viewBox", $"0 0 {width} {height}"), ("width", width), ("height", height), ("role", "img"), ("aria-label", _texts.Format("page", Number(page.Number))));
        _html.Element("rect", "", ("class", "paper"), ("width", width), ("height", height));
        if (page.Image is { } image)
            _html.Element("image", "", ("width", width), ("height", height), ("preserveAspectRatio", "none"), ("href", $"data:{image.MediaType};base64,{Convert.ToBase64String(image.Bytes.Span)}"));
        else
            WriteWords(page);
        foreach (var layer in Enum.GetValues<InspectionLayer>())
        {
            _html.Open("g", ("class", "layer " + InspectionHtml.WordOf(layer)), ("data-layer", InspectionHtml.WordOf(layer)));
            foreach (var shape in page.Shapes.Where(shape => shape.Layer == layer))
                Write(shape);
            _html.CloseLine();
        }

        _html.CloseLine();
    }

    private void Write(InspectedShape shape)
    {
        var box = shape.Box;
        _html.Open(
            "g",
            ("id", shape.Id),
            ("class", shape.Kind.Length > 0 ? shape.Kind : null),
            ("data-pointers", shape.Pointers.IsEmpty ? null : string.Join(' ', shape.Pointers)));
        if (shape.Title.Length > 0)
            _html.Element("title", shape.Title);
        if (box.Width == 0 || box.Height == 0)
            _html.Element("line", "", ("x1", MarkupWriter.Number(box.Left)), ("y1", MarkupWriter.Number(box.Top)), ("x2", MarkupWriter.Number(box.Right)), ("y2", MarkupWriter.Number(box.Bottom)));
        else
            _html.Element("rect", "", ("x", MarkupWriter.Number(box.Left)), ("y", MarkupWriter.Number(box.Top)), ("width", MarkupWriter.Number(box.Width)), ("height", MarkupWriter.Number(box.Height)));
        if (shape.Label is { } label)
            _html.Element("text", label, ("x", MarkupWriter.Number(box.Left + 1)), ("y", MarkupWriter.Number(box.Top + LabelDrop(shape))));
        _html.Close();
    }

    // Names of cells stand in their corner; those of values above their box, where the words stay readable.
    private static double LabelDrop(InspectedShape shape) => shape switch
    {
        { Layer: InspectionLayer.Tables, Kind: "cell" } => 4,
        _ => -0.8,
    };

    private void WriteWords(InspectedPage page)
    {
        _html.Open("g", ("class", "words-as-text"));
        foreach (var word in page.Words.Where(word => word.IsVisible))
        {
            var (x, y, turn) = Start(word);
            var length = turn == 0 ? word.Box.Width : word.Box.Height;
            _html.Element(
                "text",
                word.Text,
                ("x", MarkupWriter.Number(x)),
                ("y", MarkupWriter.Number(y)),
                ("font-size", MarkupWriter.Number(word.Font.Size > 0 ? word.Font.Size : word.Box.Height)),
                ("font-weight", word.Font.IsBold ? "bold" : null),
                ("font-style", word.Font.IsItalic ? "italic" : null),
                ("textLength", word.Direction == TextDirection.Slanted || length <= 0 ? null : MarkupWriter.Number(length)),
                ("lengthAdjust", "spacingAndGlyphs"),
                ("transform", turn == 0 ? null : $"rotate({Number(turn)} {MarkupWriter.Number(x)} {MarkupWriter.Number(y)})"));
        }

        _html.CloseLine();
    }

    // Where the baseline of a word begins, and by how many degrees it is turned.
    private static (double X, double Y, int Turn) Start(Word word) => word.Direction switch
    {
        TextDirection.Up => (word.Baseline, word.Box.Bottom, -90),
        TextDirection.Down => (word.Baseline, word.Box.Top, 90),
        _ => (word.Box.Left, word.Direction == TextDirection.Horizontal ? word.Baseline : word.Box.Bottom, 0),
    };

    private void WriteAside(InspectedPage page)
    {
        _html.Open("aside", ("aria-label", _texts["beside"]));
        if (!page.Findings.IsEmpty)
        {
            _html.Element("h3", _texts.WordFor(InspectionLayer.Findings));
            _lists.WriteFindings(page.Findings);
        }

        var candidates = page.Shapes.Where(shape => shape.Layer == InspectionLayer.Candidates).ToList();
        if (candidates.Count > 0)
        {
            _html.Element("h3", _texts.WordFor(InspectionLayer.Candidates)).Open("ul", ("class", "candidates"));
            foreach (var candidate in candidates)
                _html.Element("li", candidate.Title);
            _html.CloseLine();
        }

        _html.Element("h3", _texts.Count("values", page.Values.Length));
        _lists.WriteValues(page.Values);
        _html.CloseLine();
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
