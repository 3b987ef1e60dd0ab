using System.Collections.Immutable;
using System.Globalization;

namespace Ingest.Emission.Inspection;

/// <summary>The panel at the side: layers, zoom, filter, and where to go.</summary>
internal sealed class InspectionPanel
{
    private static readonly ImmutableArray<int> Zooms = [75, 100, 150, 200, 300];

    private readonly MarkupWriter _html;
    private readonly InspectionTexts _texts;

    public InspectionPanel(MarkupWriter html, InspectionTexts texts) => (_html, _texts) = (html, texts);

    /// <summary>Writes the panel.</summary>
    /// <param name="document">What is shown.</param>
    /// <param name="layers">The layers there are, and whether each is on at first.</param>
    public void Write(InspectedDocument document, ImmutableArray<(InspectionLayer Layer, bool IsOn)> layers)
    {
        _html.Open("nav", ("class", "panel"), ("aria-label", _texts["panel"]));
        _html.Open("fieldset", ("class", "layers")).Element("legend", _texts["layers"]);
        foreach (var (layer, isOn) in layers.Reverse())
            WriteLayer(document, layer, isOn);
        if (!document.Pages.IsEmpty)
        {
            _html.Open("label", ("class", "labels")).Open("input", ("type", "checkbox"), ("data-layer", "labels"), ("checked", ""));
            _html.Element("span", _texts["labels"]).CloseLine();
        }

        _html.Open("p", ("class", "buttons"));
        _html.Element("button", _texts["all"], ("type", "button"), ("data-all", "on"));
        _html.Element("button", _texts["none"], ("type", "button"), ("data-all", "off"));
        _html.CloseLine().CloseLine();
        if (!document.Pages.IsEmpty)
            WriteZoom();
        _html.Open("p").Element("label", _texts["filter"], ("for", "filter"));
        _html.Open("input", ("type", "search"), ("id", "filter"), ("placeholder", _texts["filter.hint"]));
        _html.CloseLine();
        _html.Open("noscript").Element("p", _texts["noscript"]).CloseLine();
        WritePlaces(document);
        _html.CloseLine();
    }

    private void WriteLayer(InspectedDocument document, InspectionLayer layer, bool isOn)
    {
        var word = InspectionHtml.WordOf(layer);
        var count = document.Pages.IsEmpty
            ? layer == InspectionLayer.Findings ? document.Findings.Length : document.Values.Count(value => value.Layer == layer)
            : document.Pages.Sum(page => page.Shapes.Count(shape => shape.Layer == layer));
        _html.Open("label");
        _html.Open("input", ("type", "checkbox"), ("data-layer", word), ("checked", isOn ? "" : null));
        _html.Open("svg", ("class", "key"), ("viewBox", "0 0 26 12"), ("aria-hidden", "true")).Open("g", ("class", "layer " + word));
        _html.Element("rect", "", ("x", "1.5"), ("y", "1.5"), ("width", "23"), ("height", "9"));
        _html.Close().Close();
        _html.Element("span", _texts.WordFor(layer));
        _html.Element("small", count.ToString(CultureInfo.InvariantCulture));
        _html.CloseLine();
    }

    private void WriteZoom()
    {
        _html.Open("p").Element("label", _texts["zoom"], ("for", "zoom")).Open("select", ("id", "zoom"));
        foreach (var zoom in Zooms)
        {
            var number = zoom.ToString(CultureInfo.InvariantCulture);
            _html.Element("option", number + " %", ("value", number), ("selected", zoom == 100 ? "" : null));
        }

        _html.Close().CloseLine();
    }

    private void WritePlaces(InspectedDocument document)
    {
        _html.Element("h2", _texts["goto"]).Open("ul", ("class", "places"));
        if (!document.Findings.IsEmpty)
            Place("#findings", _texts.Count("findings", document.Findings.Length));
        foreach (var page in document.Pages)
        {
            var number = page.Number.ToString(CultureInfo.InvariantCulture);
            var text = _texts.Format("place.page", number);
            Place("#page-" + number, page.Findings.IsEmpty ? text : $"{text} ({_texts.Count("findings", page.Findings.Length)})");
        }

        foreach (var block in document.Blocks.Where(block => block.Kind is "heading" or "table"))
            Place("#" + block.Id, block.Grid is { } grid ? _texts.Format("table.name", grid.Number.ToString(CultureInfo.InvariantCulture)) : block.Text?.Text ?? "");
        Place("#elsewhere", _texts["elsewhere"]);
        Place("#colophon", _texts["colophon"]);
        _html.CloseLine();

        void Place(string target, string text) => _html.Open("li").Element("a", text, ("href", target)).CloseLine();
    }
}
