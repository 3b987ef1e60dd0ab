
namespace Ingest.Emission.Inspection;

/// <summary>The blocks of a source without geometry, in reading order, with what was read in each.</summary>
internal sealed class InspectionBlocks
{
    private readonly MarkupWriter _html;
    private readonly InspectionTexts _texts;
    private readonly InspectionLists _lists;

    public InspectionBlocks(MarkupWriter html, InspectionTexts texts, InspectionLists lists) => (_html, _texts, _lists) = (html, texts, lists);

    /// <summary>Writes the blocks, and beside them the values.</summary>
    public void Write(InspectedDocument document)
    {
        if (document.Blocks.IsEmpty)
            return;
        _html.Open("section", ("class", "sheet flow"), ("id", "page-1"));
        _html.Open("div", ("class", "blocks")).Element("h2", _texts["content"]);
        foreach (var block in document.Blocks)
        {
            if (block.Grid is { } grid)
                new InspectionGrids(_html, _texts).Write(grid, place: null);
            else
                Write(block);
        }

        _html.CloseLine();
        _html.Open("aside", ("aria-label", _texts["beside"]));
        if (!document.RejectedTables.IsEmpty)
        {
            _html.Element("h3", _texts.WordFor(InspectionLayer.Candidates)).Open("ul", ("class", "candidates"));
            foreach (var candidate in document.RejectedTables)
                _html.Element("li", CandidateToShape.Describe(candidate, _texts));
            _html.CloseLine();
        }

        _html.Element("h3", _texts.Count("values", document.Values.Length));
        _lists.WriteValues(document.Values.Where(value => !value.Targets.IsEmpty));
        _html.CloseLine().CloseLine();
    }

    private void Write(InspectedBlock block)
    {
        _html.Open("div", ("class", "block " + block.Kind), ("id", block.Id));
        _html.Element("span", block.Label, ("class", "label"), ("title", _texts["block." + block.Kind])).Element("span", block.Place, ("class", "place"));
        _html.Open("div").Text(block.Text is { } text ? GridWords.TextOf(text) : "");
        new InspectionChips(_html, _texts).Write(block.Values, block.Findings);
        _html.Close().CloseLine();
    }
}
