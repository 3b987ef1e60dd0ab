using System.Collections.Immutable;
using Ingest.Model.Findings;
using Ingest.Model.Provenance;

namespace Ingest.Emission.Inspection;

/// <summary>Lists of findings and values, each with links to where it was read.</summary>
internal sealed class InspectionLists
{
    private readonly MarkupWriter _html;
    private readonly InspectionTexts _texts;
    private readonly Dictionary<string, string> _summaries;

    /// <summary>Lists of one document.</summary>
    /// <param name="html">Where to.</param>
    /// <param name="texts">Texts in the reader's language.</param>
    /// <param name="values">Every value of the document: an object is named where only a part of it is listed.</param>
    public InspectionLists(MarkupWriter html, InspectionTexts texts, ImmutableArray<InspectedValue> values)
    {
        (_html, _texts) = (html, texts);
        _summaries = values.GroupBy(value => value.Pointer).ToDictionary(group => group.Key, group => group.First().Summary);
    }

    /// <summary>All findings of the document.</summary>
    public void WriteFindings(ImmutableArray<InspectedFinding> findings, string heading)
    {
        if (findings.IsEmpty)
            return;
        _html.Open("section", ("id", "findings")).Element(heading, _texts.WordFor(InspectionLayer.Findings));
        WriteFindings(findings);
        _html.CloseLine();
    }

    /// <summary>Findings, the gravest first.</summary>
    public void WriteFindings(IEnumerable<InspectedFinding> findings)
    {
        _html.Open("ul", ("class", "findings"));
        foreach (var finding in findings.OrderByDescending(finding => finding.Finding.Severity))
        {
            var severity = finding.Finding.Severity;
            _html.Open("li", ("class", severity.ToString().ToLowerInvariant()));
            _html.Element("b", $"{SignOf(severity)} {_texts.WordFor(severity)}").Text(" ").Element("code", finding.Finding.Code).Text(" ");
            _html.Text(_texts.MessageOf(finding.Finding)).Text(" ");
            WriteLinks(finding.Targets, finding.Finding.Evidence?.Regions ?? []);
            if (finding.Finding.Pointer is { } pointer)
                _html.Text(" ").Element("code", pointer, ("class", "pointer"));
            _html.CloseLine();
        }

        _html.CloseLine();
    }

    /// <summary>Values, those of one object together.</summary>
    public void WriteValues(IEnumerable<InspectedValue> values)
    {
        foreach (var group in values.GroupBy(value => ObjectOf(value.Pointer)))
        {
            _html.Open("details", ("class", "object layer-" + InspectionHtml.WordOf(group.First().Layer)));
            _html.Open("summary").Element("code", group.Key);
            var own = _summaries.GetValueOrDefault(group.Key);
            _html.Text(" " + (string.IsNullOrEmpty(own) ? string.Join(", ", group.Select(value => value.Summary).Distinct()) : own)).CloseLine();
            _html.Open("ul");
            foreach (var value in group)
                WriteValue(value);
            _html.CloseLine().CloseLine();
        }
    }

    /// <summary>Values read on pages that are not shown, in hidden content, or nowhere: computed, or looked up in a register.</summary>
    public void WriteElsewhere(InspectedDocument document)
    {
        _html.Open("section", ("id", "elsewhere")).Element("h2", _texts["elsewhere"]).Element("p", _texts["elsewhere.meaning"]);
        WriteValues(document.Values.Where(value => value.Targets.IsEmpty));
        _html.CloseLine();
    }

    /// <summary>One value: pointer, value, text as read, links.</summary>
    private void WriteValue(InspectedValue value)
    {
        _html.Open("li").Element("code", value.Pointer, ("class", "pointer")).Text(" ").Element("span", value.Summary, ("class", "value")).Text(" ");
        if (value.Evidence.Text.Length > 0)
            _html.Element("q", value.Evidence.Text).Text(" ");
        if (value.Evidence.Origin != Origin.Text || value.Evidence.Confidence < 1)
            _html.Element("em", _texts.Format("origin", _texts.WordFor(value.Evidence.Origin), value.Evidence.Confidence)).Text(" ");
        WriteLinks(value.Targets, value.Evidence.Regions);
        _html.CloseLine();
    }

    /// <summary>Links to what is marked; where nothing is, the places in words.</summary>
    private void WriteLinks(ImmutableArray<string> targets, ImmutableArray<EvidenceRegion> regions)
    {
        if (targets.IsEmpty)
        {
            if (!regions.IsEmpty)
                _html.Element("small", string.Join(", ", regions.Select(region => PlaceWords.Describe(region, _texts)).Distinct()));
            return;
        }

        for (var i = 0; i < targets.Length; i++)
        {
            var name = targets.Length == regions.Length ? PlaceWords.Describe(regions[i], _texts) : _texts["see"];
            _html.Element("a", "→ " + name, ("href", "#" + targets[i]), ("class", "to"));
        }
    }

    /// <summary>A sign that tells severities apart without colour.</summary>
    public static string SignOf(Severity severity) => severity switch
    {
        Severity.Error => "✖",
        Severity.Warning => "▲",
        _ => "ℹ",
    };

    // An action, an enjeu, an item of the diagnosis: up to the first number; what is no list goes by its own key.
    private static string ObjectOf(string pointer)
    {
        var keys = pointer.Split('/');
        var number = Array.FindIndex(keys, key => key.Length > 0 && key.All(char.IsAsciiDigit));
        return string.Join('/', keys.Take(number < 0 ? 2 : number + 1));
    }
}
