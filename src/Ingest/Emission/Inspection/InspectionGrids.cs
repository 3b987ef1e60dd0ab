using System.Globalization;
using System.Text.Json;
using Ingest.Tables;
using Ingest.Tables.Structure;

namespace Ingest.Emission.Inspection;

/// <summary>Tables as grids of HTML, rows and columns numbered, spans as read.</summary>
internal sealed class InspectionGrids
{
    private readonly MarkupWriter _html;
    private readonly InspectionTexts _texts;

    public InspectionGrids(MarkupWriter html, InspectionTexts texts) => (_html, _texts) = (html, texts);

    /// <summary>Writes a grid.</summary>
    /// <param name="grid">The table.</param>
    /// <param name="place">Id of its place on the page, or null.</param>
    public void Write(InspectedGrid grid, string? place)
    {
        var number = Number(grid.Number);
        _html.Open("div", ("class", "grid"), ("id", "t" + number), ("tabindex", "0"), ("role", "region"), ("aria-label", _texts.Format("table.name", number)));
        _html.Open("table").Open("caption").Element("b", _texts.Format("table.name", number)).Text(" · ");
        _html.Text(GridWords.Describe(_texts, grid.Method, grid.RowCount, grid.ColumnCount, grid.HeaderRowCount));
        if (grid.Score is { } score)
            Write(score);
        if (grid.Continues is { } before)
            _html.Text(" · ").Element("a", _texts.Format("table.continues", Number(before)), ("href", "#t" + Number(before)));
        if (grid.Parts.Length > 1)
            _html.Text(" · " + _texts.Format("table.parts", string.Join(", ", grid.Parts.Select(Number))));
        if (place is not null)
            _html.Text(" · ").Element("a", "→ " + _texts["see"], ("href", "#" + place), ("class", "to"));
        _html.CloseLine().Open("thead").Open("tr").Element("td", "");
        for (var column = 0; column < grid.ColumnCount; column++)
            _html.Element("th", "c" + Number(column), ("scope", "col"));
        _html.CloseLine().CloseLine().Open("tbody");
        var rows = grid.Cells.ToLookup(cell => cell.Cell.Row);
        for (var row = 0; row < grid.RowCount; row++)
        {
            _html.Open("tr", ("class", ClassOf(grid, row))).Element("th", "r" + Number(row), ("scope", "row"));
            foreach (var cell in rows[row].OrderBy(cell => cell.Cell.Column))
                Write(cell);
            _html.CloseLine();
        }

        _html.CloseLine().CloseLine().CloseLine();
    }

    private static string? ClassOf(InspectedGrid grid, int row) =>
        row < grid.Rows.Length && grid.Rows[row] != RowRole.Body ? JsonNamingPolicy.KebabCaseLower.ConvertName(grid.Rows[row].ToString()) : null;

    private void Write(TableScore score)
    {
        _html.Text(" · " + ScoreWords.Describe(score, _texts));
        if (!score.Reasons.IsEmpty)
            _html.Text($" ({string.Join(", ", ScoreWords.Reasons(score, _texts))})");
    }

    private void Write(InspectedCell inspected)
    {
        var cell = inspected.Cell;
        _html.Open(
            "td",
            ("id", inspected.Id),
            ("class", ClassOf(cell)),
            ("rowspan", cell.RowSpan > 1 ? Number(cell.RowSpan) : null),
            ("colspan", cell.ColumnSpan > 1 ? Number(cell.ColumnSpan) : null),
            ("title", string.Create(CultureInfo.InvariantCulture, $"r{cell.Row} c{cell.Column} · {cell.RowSpan}×{cell.ColumnSpan}{PlaceOf(cell)}")));
        _html.Text(GridWords.TextOf(cell.Text));
        new InspectionChips(_html, _texts).Write(inspected.Values, inspected.Findings);
        _html.Close();
    }

    private string PlaceOf(TableCell cell) => cell.Regions.IsEmpty ? "" : " · " + string.Join(", ", cell.Regions.Select(region => PlaceWords.Describe(region, _texts)));

    private static string? ClassOf(TableCell cell) => (cell.IsShaded, cell.IsBold) switch
    {
        (true, true) => "shaded bold",
        (true, false) => "shaded",
        (false, true) => "bold",
        _ => null,
    };

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
