using System.Globalization;
using Ingest.Emission;
using Ingest.Export.Comparing.Charts;
using Ingest.Export.Comparing.Figures;
using Ingest.Export.Writers;

namespace Ingest.Export.Comparing.WebPage;

/// <summary>A figure on the page: heading, drawing in parts that fit a sheet, legend, what it cannot show, data as a table and as CSV.</summary>
internal sealed class FigureMarkup
{
    private readonly MarkupWriter _html;

    public FigureMarkup(MarkupWriter html) => _html = html;

    /// <summary>Writes a figure.</summary>
    public void Write(Figure figure)
    {
        _html.Open("section", ("id", figure.Id), ("aria-labelledby", figure.Id + "-titre"));
        _html.Element("h2", figure.Title, ("id", figure.Id + "-titre")).Element("p", French.Bound(figure.Lead));
        if (figure.Chart is { } chart)
        {
            _html.Open("figure");
            WriteLegend(chart);
            if (chart is HeatChart)
                _html.Element("p", "Sur un écran étroit, faites glisser le graphique de côté.", ("class", "hint"));
            foreach (var part in ChartParts.Of(figure))
            {
                var isWide = chart is HeatChart;
                _html.Open("div", ("class", isWide ? "part wide" : "part"), ("role", isWide ? "region" : null), ("aria-label", isWide ? part.Name : null), ("tabindex", isWide ? "0" : null));
                part.Write(_html, false);
                _html.CloseLine();
            }

            if (figure.Aside.Length > 0)
                _html.Element("p", French.Bound(figure.Aside));
            WriteCannot("figcaption", figure);
            _html.CloseLine();
        }
        else
        {
            if (figure.Nothing.Length > 0)
                _html.Element("p", French.Bound(figure.Nothing), ("class", "nothing"));
            WriteCannot("p", figure);
        }

        WriteData(figure);
        _html.CloseLine();
    }

    private void WriteCannot(string element, Figure figure) =>
        _html.Open(element, ("class", "cannot")).Element("strong", "Ce que cela ne montre pas. ").Text(French.Bound(figure.Cannot)).CloseLine();

    private void WriteLegend(Chart chart)
    {
        _html.Open("ul", ("class", "legend"), ("aria-label", "Légende"));
        switch (chart)
        {
            case BarChart bars:
                foreach (var series in bars.Series)
                {
                    _html.Open("li");
                    BarChartSvg.WriteSample(_html, series.Fill);
                    _html.Text(series.Name).Close();
                }

                break;
            case HeatChart heat:
                foreach (var (sort, sample, meaning) in heat.Legend)
                {
                    _html.Open("li");
                    HeatChartSvg.WriteSample(_html, sort, sample);
                    _html.Text(French.Bound(meaning)).Close();
                }

                break;
        }

        _html.CloseLine();
    }

    // A table without a chart is what is to be seen: it stands open.
    private void WriteData(Figure figure)
    {
        var table = figure.Table;
        if (table.Rows.IsEmpty)
            return;
        _html.Open("details", ("open", figure.Chart is null ? "" : null));
        _html.Element("summary", figure.Chart is null ? $"Tableau ({French.Count(table.Rows.Length, "ligne", "lignes")})" : $"Données du graphique ({French.Count(table.Rows.Length, "ligne", "lignes")})");
        _html.Open("p").Element("a", $"Télécharger {figure.Id}.csv", ("download", figure.Id + ".csv"), ("href", "data:text/csv;charset=utf-8;base64," + Convert.ToBase64String(FigureCsv.Bytes(table)))).CloseLine();
        _html.Open("div", ("class", "table"), ("role", "region"), ("aria-label", $"Données : {figure.Title}"), ("tabindex", "0"));
        _html.Open("table").Element("caption", figure.Title).Open("thead").Open("tr");
        foreach (var column in table.Columns)
            _html.Element("th", column.Heading, ("scope", "col"), ("class", ClassOf(column)));
        _html.Close().Close().Open("tbody");
        foreach (var row in table.Rows)
        {
            _html.Open("tr");
            foreach (var (column, index) in table.Columns.Select((column, index) => (column, index)))
                _html.Element(index == 0 ? "th" : "td", Shown(column, row[index]), ("scope", index == 0 ? "row" : null), ("class", ClassOf(column)));
            _html.CloseLine();
        }

        _html.Close().Close().Close().CloseLine();
    }

    private static string? ClassOf(TableColumn column) => column.Form == CellForm.Text ? null : "number";

    private static string Shown(TableColumn column, object? value) => (value, column.Form) switch
    {
        (null, _) => "",
        (decimal euros, CellForm.Euros) => French.Euros(euros),
        (decimal share, CellForm.Share) => French.Share(share),
        (int number, CellForm.Number) => French.Number(number),
        (DateOnly day, _) => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture),
        _ => PlainText.Of(value) ?? "",
    };
}
