using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Ingest.Emission;
using Ingest.Export.Comparing.Charts;
using Ingest.Export.Comparing.Figures;
using Ingest.Model.Documents;

namespace Ingest.Export.Comparing.WebPage;

/// <summary>
/// A comparison as one HTML page in French that needs nothing else: no script, and its content security policy lets nothing load.
/// </summary>
internal sealed class ComparisonPage
{
    private static readonly string Style = ReadStyle();

    private readonly MarkupWriter _html;
    private readonly ComparedCollection _collection;
    private readonly ImmutableArray<Figure> _figures;

    private ComparisonPage(MarkupWriter html, ComparedCollection collection, ImmutableArray<Figure> figures) => (_html, _collection, _figures) = (html, collection, figures);

    private string Title => $"Comparaison par {French.Unit(_collection.Options.Axis)}";

    /// <summary>Writes the page as UTF-8; the stream stays open.</summary>
    /// <param name="collection">The collection.</param>
    /// <param name="figures">The figures, in their order.</param>
    /// <param name="version">Version of the program.</param>
    /// <param name="output">Where to.</param>
    public static void Write(ComparedCollection collection, ImmutableArray<Figure> figures, string version, Stream output)
    {
        using var text = new StreamWriter(output, new UTF8Encoding(false), bufferSize: 1 << 16, leaveOpen: true) { NewLine = "\n" };
        new ComparisonPage(new MarkupWriter(text), collection, figures).Write(version);
    }

    private void Write(string version)
    {
        _html.Begin();
        _html.Open("html", ("lang", "fr"));
        WriteHead();
        _html.Open("body");
        _html.Element("a", "Aller au contenu", ("href", "#contenu"), ("class", "skip"));
        WritePatterns();
        WriteHeader();
        WriteContents();
        _html.Open("main", ("id", "contenu"), ("tabindex", "-1"));
        var figures = new FigureMarkup(_html);
        foreach (var figure in _figures)
            figures.Write(figure);
        WriteMethod();
        _html.CloseLine();
        _html.Open("footer").Element("p", $"Écrit par ingest {version}, sans réseau ni script. Les mêmes documents donnent la même page.").CloseLine();
        _html.CloseLine().CloseLine();
    }

    private void WriteHead()
    {
        _html.Open("head").Open("meta", ("charset", "utf-8"));
        _html.Open("meta", ("http-equiv", "Content-Security-Policy"), ("content", $"default-src 'none'; style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Style)))}'; img-src data:; base-uri 'none'; form-action 'none'"));
        _html.Open("meta", ("name", "viewport"), ("content", "width=device-width, initial-scale=1"));
        _html.Element("title", Title);
        _html.Own("style", Style);
        _html.CloseLine();
    }

    // The patterns of all drawings, once; no size, because a browser draws no pattern of what is not shown.
    private void WritePatterns()
    {
        _html.Open("svg", ("width", "0"), ("height", "0"), ("class", "patterns"), ("aria-hidden", "true"), ("focusable", "false"));
        Paint.WritePatterns(_html);
        _html.CloseLine();
    }

    private void WriteHeader()
    {
        var counted = _collection.Documents.Count(document => document.Counts);
        var versions = _collection.Documents.Count(document => document is { Counts: false, Family: not null });
        _html.Open("header").Element("h1", Title).Open("dl", ("class", "facts"));
        Fact("Documents qui comptent", French.Number(counted));
        Fact("Laissés de côté", $"{French.Count(_collection.Duplicates.Count(duplicate => duplicate.IsSame), "doublon", "doublons")}, {French.Count(versions, "autre version", "autres versions")}, {French.Count(_collection.Unread.Length, "illisible", "illisibles")}");
        Fact("Actions", French.Number(_collection.Actions.Sum(action => action.Count)));
        foreach (var status in Enum.GetValues<FundingStatus>())
        {
            var cash = _collection.Cash.Where(fact => fact.Status == status).ToList();
            if (cash.Count > 0)
                Fact($"Argent {French.Of(status)}", French.Euros(cash.Sum(fact => fact.Euros)));
        }

        _html.CloseLine();
        _html.Element("p", French.Bound("Les unités sont dans l'ordre de l'alphabet : ce rapport ne classe ni les quartiers ni les porteurs. L'argent prévu, demandé, accordé et versé ne s'additionne jamais.")).CloseLine();

        void Fact(string name, string value) => _html.Open("div").Element("dt", name).Element("dd", value).Close();
    }

    private void WriteContents()
    {
        _html.Open("nav", ("aria-label", "Sommaire")).Element("h2", "Sommaire").Open("ol");
        foreach (var (id, title) in _figures.Select(figure => (figure.Id, figure.Title)).Append(("methode", "Méthode et limites")))
            _html.Open("li").Element("a", title, ("href", "#" + id)).CloseLine();
        _html.CloseLine().CloseLine();
    }

    private void WriteMethod()
    {
        _html.Open("section", ("id", "methode"), ("aria-labelledby", "methode-titre")).Element("h2", "Méthode et limites", ("id", "methode-titre"));
        foreach (var (heading, paragraphs) in MethodText.Of(_collection))
        {
            _html.Element("h3", heading).Open("ul");
            foreach (var paragraph in paragraphs)
                _html.Element("li", French.Bound(paragraph));
            _html.CloseLine();
        }

        _html.CloseLine();
    }

    private static string ReadStyle()
    {
        using var stream = typeof(ComparisonPage).Assembly.GetManifestResourceStream("comparison.css") ?? throw new InvalidOperationException("No resource « comparison.css ».");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
