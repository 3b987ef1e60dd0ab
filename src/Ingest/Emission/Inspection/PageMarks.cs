using System.Collections.Immutable;
using System.Globalization;
using Ingest.Model.Findings;
using Ingest.Model.Provenance;

namespace Ingest.Emission.Inspection;

/// <summary>
/// Values and findings → boxes on the pages that are shown. Values of one layer that were read in the same box (a header
/// that names the payer of each row) share it.
/// </summary>
internal sealed class PageMarks
{
    // Points: a label and its amount stand side by side, and one name above both is enough.
    private const double LabelReach = 80;

    private readonly HashSet<int> _shown;
    private readonly Dictionary<(int Page, InspectionLayer Layer, string Kind, string Box), MarkedBox> _boxes = [];

    /// <summary>Marks for the pages of these numbers.</summary>
    public PageMarks(HashSet<int> shown) => _shown = shown;

    /// <summary>The value with the ids of its boxes.</summary>
    public InspectedValue Mark(InspectedValue value)
    {
        var line = value.Summary.Length == 0 ? value.Pointer : $"{value.Pointer} = {value.Summary}";
        return value with { Targets = Mark(value.Evidence.Regions, value.Layer, "", value.Pointer, $"{line}\n« {value.Evidence.Text} »") };
    }

    /// <summary>The finding with the ids of its boxes: its own evidence, else that of the value it names.</summary>
    public InspectedFinding Mark(Finding finding, InspectedValue? named, InspectionTexts texts)
    {
        var regions = (finding.Evidence ?? named?.Evidence)?.Regions ?? [];
        var kind = finding.Severity.ToString().ToLowerInvariant();
        var targets = Mark(regions, InspectionLayer.Findings, kind, finding.Code, $"{finding.Code} ({texts.WordFor(finding.Severity)})\n{texts.MessageOf(finding)}");
        return new InspectedFinding(finding, targets, [.. regions.Select(region => region.Page).OfType<int>().Distinct()]);
    }

    /// <summary>The boxes of a page: layer by layer, large ones first, so that the small ones can be pointed at.</summary>
    public IEnumerable<InspectedShape> ShapesOf(int page) => _boxes
        .Where(entry => entry.Key.Page == page)
        .OrderBy(entry => entry.Key.Layer)
        .ThenByDescending(entry => entry.Value.Box.Width * entry.Value.Box.Height)
        .Select(entry => new InspectedShape
        {
            Layer = entry.Key.Layer,
            Kind = entry.Key.Kind,
            Id = entry.Value.Id,
            Box = entry.Value.Box,
            Label = entry.Value.Label,
            Title = string.Join("\n\n", entry.Value.Lines),
            Pointers = entry.Key.Layer == InspectionLayer.Findings ? [] : [.. entry.Value.Names],
        });

    private ImmutableArray<string> Mark(ImmutableArray<EvidenceRegion> regions, InspectionLayer layer, string kind, string name, string line)
    {
        var targets = ImmutableArray.CreateBuilder<string>();
        var named = new List<(int Page, Box Box)>();
        foreach (var region in regions)
        {
            if (region is not { Page: { } page, Bbox: { } box } || !_shown.Contains(page))
                continue;
            var key = (page, layer, kind, InlineBoxConverter.InLine(box));
            if (!_boxes.TryGetValue(key, out var marked))
                _boxes.Add(key, marked = new MarkedBox(string.Create(CultureInfo.InvariantCulture, $"m{_boxes.Count + 1}"), box));
            if (!marked.Names.Contains(name))
                marked.Names.Add(name);
            if (!marked.Lines.Contains(line))
                marked.Lines.Add(line);
            targets.Add(marked.Id);
            if (named.Exists(other => other.Page == page && other.Box.Inflate(LabelReach).Overlaps(box)))
                continue;
            named.Add((page, box));
            if (!marked.Labels.Contains(name))
                marked.Labels.Add(name);
        }

        return targets.ToImmutable();
    }

    // Grows while values are marked; it does not leave this class.
    private sealed record MarkedBox(string Id, Box Box)
    {
        public List<string> Names { get; } = [];

        public List<string> Lines { get; } = [];

        public List<string> Labels { get; } = [];

        public string? Label => Labels switch
        {
            [] => null,
            [var only] => only,
            [var first, ..] => string.Create(CultureInfo.InvariantCulture, $"{first} +{Labels.Count - 1}"),
        };
    }
}
