using System.Collections.Immutable;
using Ingest.Model.Documents;

namespace Ingest.Classification;

/// <summary>A text of a document with where the document places it.</summary>
/// <param name="Text">What is placed.</param>
/// <param name="Title">What names it, weighing as much as the whole; null where nothing does.</param>
/// <param name="Places">Labels that it stands under, the lowest first; null for a level that is not there.</param>
/// <param name="Themes">Labels that it bears together, as the themes of an action.</param>
internal readonly record struct PlacedText(string Text, string? Title, ImmutableArray<string?> Places, ImmutableArray<string> Themes);

/// <summary>
/// One taxonomy of a definition: the places that documents state in it, and the model's own answers, from a model of its own or, through
/// a crosswalk, from that of another.
/// </summary>
public sealed class TaxonomyClassifier
{
    // Decimals of published probabilities: the third would tell apart what the model cannot.
    private const int Decimals = 2;

    private const string Accepted = "accepted";
    private const string Review = "review";
    private const string Abstained = "abstained";

    private readonly Lazy<TextClassifier>? _classifier;
    private readonly Crosswalk? _crosswalk;
    private readonly ClassificationOptions _options;
    private readonly StatedPlaces _stated;

    /// <summary>A taxonomy with its model, loaded when the first text is placed.</summary>
    /// <param name="taxonomy">The taxonomy.</param>
    /// <param name="classifier">The model: of this taxonomy, or of the one that the crosswalk leads from; null where there is none.</param>
    /// <param name="crosswalk">From the model's taxonomy to this one; null where the model is its own.</param>
    /// <param name="options">Thresholds.</param>
    public TaxonomyClassifier(Taxonomy taxonomy, Lazy<TextClassifier>? classifier, Crosswalk? crosswalk, ClassificationOptions options)
    {
        (Taxonomy, _classifier, _crosswalk, _options) = (taxonomy, classifier, crosswalk, options);
        _stated = new StatedPlaces(taxonomy, options.LabelLikeness);
    }

    /// <summary>The taxonomy.</summary>
    public Taxonomy Taxonomy { get; }

    /// <summary>Whether the answers are those of a model of its own: only these can contradict a document.</summary>
    internal bool HasOwnModel => _classifier is not null && _crosswalk is null;

    /// <summary>The place of a text.</summary>
    internal TaxonomyPlace Place(PlacedText text)
    {
        var stated = _stated.Of(text.Places.AsSpan()) ?? _stated.OfAll(text.Themes);
        if (_classifier is null)
            return new TaxonomyPlace { Taxonomy = Taxonomy.Id, Stated = stated, Decision = Review };
        var placing = _classifier.Value.Place(text.Title is null ? [text.Text] : [text.Title, text.Text]);
        var best = placing.Leaves[0].Leaf;
        var (leaves, levels) = _crosswalk is null
            ? (placing.Leaves, placing.Levels.Select(level => level[0]))
            : Across(_crosswalk.Apply(placing.Leaves));
        return new TaxonomyPlace
        {
            Taxonomy = Taxonomy.Id,
            Stated = stated,
            Label = leaves[0].Leaf,
            Probability = Published(leaves[0]).Probability,
            Alternatives = [.. leaves.Skip(1).Where(leaf => leaf.Probability >= _options.LeastAlternative).Take(_options.Alternatives).Select(Published)],
            Levels = [.. levels.Select(Published)],
            Words = _classifier.Value.Words(text.Text, best, _options.Words),
            Decision = placing.None >= _options.AbstainInDocuments ? Abstained : leaves[0].Probability >= _options.Accept ? Accepted : Review,
        };
    }

    /// <summary>Whether the model's answer contradicts the document's own place, and surely.</summary>
    internal bool Contradicts(TaxonomyPlace place) =>
        HasOwnModel && place is { Stated: { } stated, Label: { } label } && place.Decision != Abstained
        && place.Probability >= _options.Disagree && !Taxonomy.Covers(stated, label);

    private (ImmutableArray<LeafProbability> Leaves, IEnumerable<LeafProbability> Levels) Across(ImmutableArray<LeafProbability> places)
    {
        var tops = places.GroupBy(place => Taxonomy.AtLevel(place.Leaf, 0), StringComparer.Ordinal)
            .Select(group => new LeafProbability(group.Key, group.Sum(place => place.Probability)));
        return (places, [tops.MaxBy(top => top.Probability)!]);
    }

    private static PlaceProbability Published(LeafProbability place) => new(place.Leaf, Math.Round(Math.Min(place.Probability, 1), Decimals));
}
