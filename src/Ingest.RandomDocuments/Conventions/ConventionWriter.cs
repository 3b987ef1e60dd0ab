using System.Collections.Immutable;
using System.Globalization;
using Ingest.Model.Documents;
using Ingest.Model.Provenance;
using Ingest.RandomDocuments.Drawing;
using Ingest.RandomDocuments.Words;

namespace Ingest.RandomDocuments.Conventions;

/// <summary>Lays a convention out, and says at the same time what must be read of it.</summary>
internal sealed class ConventionWriter
{
    private static readonly Evidence Nowhere = new() { Regions = [], Text = "", Origin = Origin.Human };

    private static readonly ImmutableArray<TextLook> Looks = [TextLook.Heading, TextLook.SubHeading, TextLook.MinorHeading];

    private readonly ConventionContent _content;
    private readonly ConventionLayout _layout;
    private readonly ConventionWords _words;
    private readonly Draw _draw;
    private readonly ImmutableArray<Part>.Builder _parts = ImmutableArray.CreateBuilder<Part>();

    private ConventionWriter(ConventionContent content, ConventionLayout layout, ConventionWords words, Draw draw) =>
        (_content, _layout, _words, _draw) = (content, layout, words, draw);

    /// <summary>The document and its truth.</summary>
    public static (DocumentParts Document, IngestedDocument Truth) Write(ConventionContent content, ConventionLayout layout, PageLook look, ConventionWords words, Draw draw)
    {
        var writer = new ConventionWriter(content, layout, words, draw);
        writer.WriteParts();
        return (new DocumentParts(writer._parts.ToImmutable(), look), writer.Truth());
    }

    private void WriteParts()
    {
        Add(_content.Title, TextLook.Title);
        Add(_content.Opening, TextLook.Body);
        if (_layout.HasDiagnosis)
        {
            Add(_draw.Pick(_words.Sections.Indicators), TextLook.Heading);
            foreach (var indicator in _content.Indicators)
                Add($"{_layout.Bullet} {indicator.Name} : {Figure(indicator.Value)} {indicator.Unit} (agglomération : {Figure(indicator.Reference)} {indicator.Unit})", TextLook.Item);
            AddList(_draw.Pick(_words.Sections.Irritants), _content.Irritants);
            AddList(_draw.Pick(_words.Sections.Opportunites), _content.Opportunites);
        }

        Add(_draw.Pick(_words.Sections.Strategy), TextLook.Heading);
        foreach (var enjeu in _content.Enjeux)
        {
            Add(Heading(enjeu, 0), Looks[0]);
            if (_layout.Form == StrategyForm.Tables)
                _parts.Add(Table(enjeu));
            else
                AddLabels(enjeu.Children, 1);
        }

        if (_layout.HasSignatories)
            AddList(_draw.Pick(_words.Sections.Signatories), _content.Signatories);
    }

    private void AddLabels(ImmutableArray<StrategyLabel> labels, int level)
    {
        foreach (var label in labels)
        {
            if (level == Looks.Length)
            {
                Add($"{_layout.Bullet} {label.Title}", TextLook.Item);
                continue;
            }

            Add(Heading(label, level), Looks[level]);
            AddLabels(label.Children, level + 1);
        }
    }

    private void AddList(string heading, ImmutableArray<string> items)
    {
        Add(heading, TextLook.Heading);
        foreach (var item in items)
            Add($"{_layout.Bullet} {item}", TextLook.Item);
    }

    private TablePart Table(StrategyLabel enjeu)
    {
        var rows = ImmutableArray.CreateBuilder<ImmutableArray<Cell>>();
        rows.Add([.. _layout.Heads.Select((head, column) => new Cell(column, head) { IsBold = true, IsShaded = true, Side = Side.Middle })]);
        foreach (var orientation in enjeu.Children)
        {
            foreach (var (index, objective) in orientation.Children.Index())
            {
                var items = string.Join('\n', objective.Children.Select(item => $"{_layout.Bullet} {item.Title}"));
                rows.Add([.. index == 0 ? (Cell[])[new Cell(0, orientation.Title) { RowSpan = orientation.Children.Length }] : [], new Cell(1, objective.Title), new Cell(2, items)]);
            }
        }

        return new TablePart { ColumnCount = _layout.Heads.Length, HeaderRows = 1, Rows = rows.ToImmutable(), Rules = Rules.All };
    }

    private string Heading(StrategyLabel label, int level) => CodeOf(label, level) is not { } code ? label.Title
        : _layout.Form == StrategyForm.Numbers ? level == 0 ? $"{label.Number}. {label.Title}" : $"{label.Number} {label.Title}"
        : $"{code}{_layout.Leads[level][(_layout.Leads[level].IndexOf('}', StringComparison.Ordinal) + 1)..]} {label.Title}";

    // « ENJEU 1 », « 1.2 »; in a table only the enjeu above it has one.
    private string? CodeOf(StrategyLabel label, int level) => _layout.Form switch
    {
        StrategyForm.Numbers => label.Number,
        StrategyForm.Tables when level > 0 => null,
        _ => _layout.Leads[level].Replace("{k}", label.Number, StringComparison.Ordinal)[..^1].TrimEnd(' ', ':', '–'),
    };

    private void Add(string text, TextLook look) => _parts.Add(new TextPart(text, look));

    private static string Figure(decimal value) => value.ToString("0.#", CultureInfo.InvariantCulture).Replace('.', ',');

    private IngestedDocument Truth()
    {
        var place = _content.Place;
        return new IngestedDocument
        {
            Producer = new Producer("", "", "", ""),
            Status = DocumentStatus.Ok,
            Source = new Source { FileName = "", Sha256 = "", MediaType = "", ByteLength = 0 },
            Kind = DocumentKind.Convention,
            Title = _content.Title,
            Period = new Period(_content.Start, _content.End),
            Territory = new Territory { Epci = new Epci(place.Epci, place.EpciSiren), Communes = [new Commune(place.Commune, place.Insee, place.Siren)] },
            Enjeux = [.. _content.Enjeux.Select((enjeu, index) => new Enjeu("", index + 1, CodeOf(enjeu, 0), enjeu.Title, [.. enjeu.Children.Select(OrientationOf)], Nowhere))],
            Diagnosis = _layout.HasDiagnosis ? Diagnosis() : new Diagnosis(),
            Signatories = _layout.HasSignatories ? [.. _content.Signatories.Select(label => new Signatory(label, null, Nowhere))] : [],
        };
    }

    private Orientation OrientationOf(StrategyLabel orientation) => new("", CodeOf(orientation, 1), orientation.Title, [.. orientation.Children.Select(ObjectiveOf)], Nowhere);

    private Objective ObjectiveOf(StrategyLabel objective) =>
        new("", CodeOf(objective, 2), objective.Title, [.. objective.Children.Select(item => new OperationalObjective("", item.Title, [], [], Nowhere))], Nowhere);

    private Diagnosis Diagnosis() => new()
    {
        Indicators = [.. _content.Indicators.Select(indicator => new Indicator { Name = indicator.Name, Value = indicator.Value, Unit = indicator.Unit, Reference = indicator.Reference, ReferenceArea = "agglomération", Evidence = Nowhere })],
        Irritants = [.. _content.Irritants.Select(text => new DiagnosisItem(text, Nowhere))],
        Opportunites = [.. _content.Opportunites.Select(text => new DiagnosisItem(text, Nowhere))],
    };
}
