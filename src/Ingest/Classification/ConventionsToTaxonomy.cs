using System.Collections.Immutable;
using System.Globalization;
using Ingest.Grammar;
using Ingest.Layout;
using Ingest.Model.Documents;
using Ingest.Model.Findings;

namespace Ingest.Classification;

/// <summary>
/// The strategies of several conventions to one taxonomy: labels that are nearly alike under one place are one, in the order of the first
/// document that has them. The writing that most documents use is the title, the others stay as variants; what only one document says,
/// or what stood elsewhere in another, is a doubt of the place.
/// </summary>
public sealed class ConventionsToTaxonomy
{
    private const int Depth = 3;

    private readonly double _likeness;

    /// <summary>Merges labels from a likeness on.</summary>
    /// <param name="likeness">1 less the edits per character, 0..1.</param>
    public ConventionsToTaxonomy(double likeness) => _likeness = likeness;

    /// <summary>Makes the taxonomy.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="documents">Conventions of the communes of one EPCI, with their names.</param>
    public Taxonomy Build(string id, IReadOnlyList<(string Name, IngestedDocument Document)> documents)
    {
        var roots = new List<Merged>();
        foreach (var (name, document) in documents)
        {
            foreach (var (index, enjeu) in document.Enjeux.Index())
                Add(roots, ToLabel(document, enjeu, $"/enjeux/{index}"), name);
        }

        var parents = ParentsByLabel(roots);
        return new Taxonomy(id, 1, ToNodes(roots, "", 0, documents.Count, parents))
        {
            Source = string.Join(", ", documents.Select(document => document.Name)),
            Start = documents.Select(document => document.Document.Period?.Start).Min(),
            End = documents.Select(document => document.Document.Period?.End).Max(),
        };
    }

    private void Add(List<Merged> siblings, Label label, string document)
    {
        if (label.Title is null)
        {
            // A level that the document does not have: what stands below it belongs one level up.
            foreach (var child in label.Children)
                Add(siblings, child, document);
            return;
        }

        var compact = Compact(label.Title);
        var node = siblings.Where(other => Likeness(other.Compact, compact) >= _likeness).MaxBy(other => Likeness(other.Compact, compact));
        if (node is null)
            siblings.Add(node = new Merged(compact));
        node.Writings.Add(label.Title);
        node.Documents.Add(document);
        if (label.Doubt is not null)
            node.Doubts.Add(label.Doubt);
        foreach (var child in label.Children)
            Add(node.Children, child, document);
    }

    private static ImmutableArray<TaxonomyNode> ToNodes(List<Merged> nodes, string parent, int level, int documents, ILookup<string, string> parents) =>
    [
        .. nodes.Select((node, index) =>
        {
            var id = parent.Length == 0 ? Number(index + 1) : $"{parent}.{Number(index + 1)}";
            var writings = node.Writings.CountBy(writing => writing).OrderByDescending(writing => writing.Value).Select(writing => writing.Key).ToArray();
            var doubts = node.Doubts.Distinct().ToList();
            if (documents > 1 && node.Documents.Count == 1)
                doubts.Add($"dans un seul document : {node.Documents.First()}");
            if (parents[node.Compact].Distinct().Skip(1).Any())
                doubts.Add($"aussi sous un autre intitulé : {string.Join(" ; ", parents[node.Compact].Distinct())}");
            return new TaxonomyNode
            {
                Id = id,
                Title = writings[0],
                Variants = [.. writings.Skip(1)],
                Doubt = doubts.Count == 0 ? null : string.Join(" ; ", doubts),
                Children = level + 1 < Depth ? ToNodes(node.Children, id, level + 1, documents, parents) : [],
            };
        }),
    ];

    private static ILookup<string, string> ParentsByLabel(IEnumerable<Merged> roots) =>
        WithParents(roots, "").ToLookup(pair => pair.Node.Compact, pair => pair.Parent, StringComparer.Ordinal);

    private static IEnumerable<(Merged Node, string Parent)> WithParents(IEnumerable<Merged> nodes, string parent) =>
        nodes.SelectMany(node => WithParents(node.Children, node.Writings[0]).Prepend((node, parent)));

    private static Label ToLabel(IngestedDocument document, Enjeu enjeu, string pointer) => new(enjeu.Title, DoubtAt(document, pointer),
    [
        .. enjeu.Orientations.Select((orientation, i) => new Label(orientation.Title, DoubtAt(document, $"{pointer}/orientations/{i}"),
        [
            .. orientation.Objectives.Select((objective, j) => new Label(objective.Title, DoubtAt(document, $"{pointer}/orientations/{i}/objectives/{j}"), [])),
        ])),
    ]);

    private static string? DoubtAt(IngestedDocument document, string pointer) =>
        document.Findings.FirstOrDefault(finding => finding.Pointer == pointer && (finding.Code == StructureFindings.InferredPlace.Code || finding.Code == StructureFindings.ShiftedRow.Code))?.Message;

    private static double Likeness(string one, string other) =>
        one == other ? 1 : 1 - ((double)EditDistance.Of(one, other) / Math.Max(one.Length, other.Length));

    private static string Compact(string label) => Folding.Fold(label).Replace(" ", "", StringComparison.Ordinal);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private sealed record Label(string? Title, string? Doubt, ImmutableArray<Label> Children);

    private sealed class Merged(string compact)
    {
        public string Compact { get; } = compact;

        public List<string> Writings { get; } = [];

        public HashSet<string> Documents { get; } = new(StringComparer.Ordinal);

        public List<string> Doubts { get; } = [];

        public List<Merged> Children { get; } = [];
    }
}
