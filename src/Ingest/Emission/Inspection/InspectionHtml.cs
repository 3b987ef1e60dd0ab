using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Ingest.Model.Documents;

namespace Ingest.Emission.Inspection;

/// <summary>
/// An inspection as one HTML page that needs nothing else: style, script and images stand in it, and its content security
/// policy lets nothing else load or run.
/// </summary>
public sealed class InspectionHtml
{
    private static readonly ImmutableArray<InspectionLayer> OnAtFirst =
        [InspectionLayer.Tables, InspectionLayer.Candidates, InspectionLayer.Actions, InspectionLayer.Totals, InspectionLayer.Strategy, InspectionLayer.Unassigned, InspectionLayer.Findings];

    private static readonly ImmutableArray<InspectionLayer> OfFlows =
        [InspectionLayer.Unassigned, InspectionLayer.Identity, InspectionLayer.Strategy, InspectionLayer.Totals, InspectionLayer.Actions, InspectionLayer.Findings];

    private static readonly string Style = Resource("inspection.css");
    private static readonly string Script = Resource("inspection.js");

    private readonly InspectionTexts _texts;
    private readonly ImmutableArray<string> _notes;

    /// <summary>A page in a language.</summary>
    /// <param name="language">The language.</param>
    /// <param name="notes">What the reader has to know of this inspection: pages left out, a tool that is missing.</param>
    public InspectionHtml(CultureInfo language, ImmutableArray<string> notes) => (_texts, _notes) = (new InspectionTexts(language), notes);

    /// <summary>Writes the page as UTF-8; the stream stays open.</summary>
    public void Write(InspectedDocument document, Stream output)
    {
        using var text = new StreamWriter(output, new UTF8Encoding(false), bufferSize: 1 << 16, leaveOpen: true) { NewLine = "\n" };
        var html = new MarkupWriter(text);
        html.Begin();
        html.Open("html", ("lang", _texts.Language.Name));
        WriteHead(html, document);
        html.Open("body", ("class", string.Join(' ', Layers(document).Where(layer => !IsOn(layer, document)).Select(layer => "off-" + WordOf(layer)))));
        html.Element("a", _texts["skip"], ("href", "#content"), ("class", "skip"));
        new InspectionPanel(html, _texts).Write(document, [.. Layers(document).Select(layer => (layer, IsOn(layer, document)))]);
        html.Open("main", ("id", "content"));
        WriteSummary(html, document);
        var lists = new InspectionLists(html, _texts, document.Values);
        lists.WriteFindings(document.Findings, "h2");
        var pages = new InspectionPages(html, _texts, lists);
        foreach (var page in document.Pages)
            pages.Write(page);
        new InspectionBlocks(html, _texts, lists).Write(document);
        lists.WriteElsewhere(document);
        WriteColophon(html, document.Document);
        html.CloseLine();
        html.Own("script", Script);
        html.CloseLine().CloseLine();
    }

    /// <summary>The word of a layer for the style and the script.</summary>
    internal static string WordOf(InspectionLayer layer) => layer.ToString().ToLowerInvariant();

    private static IEnumerable<InspectionLayer> Layers(InspectedDocument document) =>
        document.Pages.IsEmpty ? OfFlows : Enum.GetValues<InspectionLayer>();

    private static bool IsOn(InspectionLayer layer, InspectedDocument document) => document.Pages.IsEmpty || OnAtFirst.Contains(layer);

    private void WriteHead(MarkupWriter html, InspectedDocument document)
    {
        html.Open("head").Open("meta", ("charset", "utf-8"));
        html.Open("meta", ("http-equiv", "Content-Security-Policy"), ("content", $"default-src 'none'; img-src data:; style-src {HashOf(Style)}; script-src {HashOf(Script)}; base-uri 'none'; form-action 'none'"));
        html.Open("meta", ("name", "viewport"), ("content", "width=device-width, initial-scale=1"));
        html.Element("title", _texts.Format("title", document.Document.Source.FileName));
        html.Own("style", Style);
        html.CloseLine();
    }

    private void WriteSummary(MarkupWriter html, InspectedDocument inspected)
    {
        var document = inspected.Document;
        html.Open("header").Element("h1", document.Source.FileName);
        if (document.Title is { } title)
            html.Element("p", title, ("class", "title"));
        html.Open("p", ("class", "facts"));
        html.Element("span", _texts.WordFor(document.Status), ("class", "status-" + document.Status.ToString().ToLowerInvariant()));
        html.Element("span", _texts.WordFor(document.Kind));
        html.Element("span", document.Source.MediaType);
        if (document.Source.PageCount is { } pages)
            html.Element("span", _texts.Count("pages", pages));
        html.Element("span", _texts.Count("values", inspected.Values.Length));
        html.Element("span", _texts.Count("findings", inspected.Findings.Length));
        html.CloseLine();
        foreach (var note in _notes)
            html.Element("p", note, ("class", "note"), ("role", "note"));
        html.CloseLine();
    }

    private void WriteColophon(MarkupWriter html, IngestedDocument document)
    {
        html.Open("footer").Element("h2", _texts["colophon"], ("id", "colophon")).Open("dl");
        Entry("producer", $"{document.Producer.Name} {document.Producer.Version}");
        Entry("definition", $"{document.Producer.Definition} · {document.Producer.DefinitionHash}");
        Entry("source", $"{document.Source.FileName} · {document.Source.MediaType} · {document.Source.ByteLength.ToString(CultureInfo.InvariantCulture)}");
        Entry("sha256", document.Source.Sha256);
        html.CloseLine().Element("h3", _texts["report"]).Open("ul");
        foreach (var line in _texts["report.lines"].Split('\n'))
            html.Element("li", line);
        html.CloseLine().CloseLine();

        void Entry(string key, string value) => html.Element("dt", _texts["colophon." + key]).Element("dd", value);
    }

    private static string HashOf(string content) => $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(content)))}'";

    private static string Resource(string name)
    {
        using var stream = typeof(InspectionHtml).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"No resource « {name} ».");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
