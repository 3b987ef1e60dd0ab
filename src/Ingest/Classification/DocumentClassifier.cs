using System.Collections.Immutable;
using Ingest.Model.Documents;
using Ingest.Model.Findings;
using Ingest.Model.Provenance;
using Ingest.Model.Values;
using Ingest.Normalization;

namespace Ingest.Classification;

/// <summary>
/// Places the actions and the operational objectives of a document in the taxonomies of the definition. What the document states stays
/// beside what the model answers; where they contradict one another surely, that is a finding.
/// </summary>
public sealed class DocumentClassifier
{
    private const int QuotedLength = 80;

    private readonly ImmutableArray<TaxonomyClassifier> _taxonomies;

    /// <summary>A classifier of documents.</summary>
    /// <param name="taxonomies">One per taxonomy of the definition, in its order.</param>
    public DocumentClassifier(ImmutableArray<TaxonomyClassifier> taxonomies) => _taxonomies = taxonomies;

    /// <summary>The document with its places.</summary>
    public NormalizedDocument Classify(NormalizedDocument normalized)
    {
        if (_taxonomies.IsEmpty)
            return normalized;
        var findings = ImmutableArray.CreateBuilder<Finding>();
        var document = normalized.Document;
        document = document with
        {
            Actions = [.. document.Actions.Select((action, index) => action with { Classification = Places(ToText(action), $"/actions/{index}", action.Evidence, findings) })],
            Enjeux = [.. document.Enjeux.Select((enjeu, index) => Classify(enjeu, $"/enjeux/{index}", findings))],
        };
        return normalized with { Document = document with { Findings = document.Findings.AddRange(findings) } };
    }

    private Enjeu Classify(Enjeu enjeu, string pointer, ImmutableArray<Finding>.Builder findings) => enjeu with
    {
        Orientations =
        [
            .. enjeu.Orientations.Select((orientation, i) => orientation with
            {
                Objectives =
                [
                    .. orientation.Objectives.Select((objective, j) => objective with
                    {
                        OperationalObjectives =
                        [
                            .. objective.OperationalObjectives.Select((item, k) => item with
                            {
                                Classification = Places(
                                    new PlacedText(item.Text, null, [objective.Title, orientation.Title, enjeu.Title], []),
                                    $"{pointer}/orientations/{i}/objectives/{j}/operationalObjectives/{k}", item.Evidence, findings),
                            }),
                        ],
                    }),
                ],
            }),
        ],
    };

    private ImmutableArray<TaxonomyPlace> Places(PlacedText text, string pointer, Evidence evidence, ImmutableArray<Finding>.Builder findings)
    {
        if (string.IsNullOrWhiteSpace(text.Text))
            return [];
        var places = ImmutableArray.CreateBuilder<TaxonomyPlace>(_taxonomies.Length);
        foreach (var (index, taxonomy) in _taxonomies.Index())
        {
            var place = taxonomy.Place(text);
            places.Add(place);
            if (taxonomy.Contradicts(place))
            {
                findings.Add(ClassificationFindings.Contradiction.At(
                    $"{pointer}/classification/{index}", evidence, Quoted(text.Text), Named(taxonomy, place.Stated!), Named(taxonomy, place.Label!), new Percent((decimal)place.Probability!.Value)));
            }
        }

        return places.MoveToImmutable();
    }

    // The theme is where the document places the action: it is no part of what is placed.
    private static PlacedText ToText(FundedAction action) => new(
        string.Join(". ", new[] { action.Title, action.Description }.Where(part => !string.IsNullOrWhiteSpace(part))),
        string.IsNullOrWhiteSpace(action.Title) ? null : action.Title,
        [action.Theme],
        action.Themes);

    private static string Named(TaxonomyClassifier taxonomy, string id) => $"{id} {taxonomy.Taxonomy.Find(id)!.Title}";

    private static string Quoted(string text) => text.Length <= QuotedLength ? text : text[..QuotedLength].TrimEnd() + "…";
}
