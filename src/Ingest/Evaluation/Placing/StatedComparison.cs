using System.Collections.Immutable;
using Ingest.Model.Documents;

namespace Ingest.Evaluation.Placing;

/// <summary>A text of a document with the place that the document states and the model's answer.</summary>
/// <param name="Text">Beginning of the text.</param>
/// <param name="Place">Both places, in one taxonomy.</param>
public sealed record StatedText(string Text, TaxonomyPlace Place);

/// <summary>The model's answers beside the places that a document states.</summary>
/// <param name="Document">Its name.</param>
/// <param name="Texts">Its operational objectives and actions.</param>
public sealed record StatedComparison(string Document, ImmutableArray<StatedText> Texts)
{
    /// <summary>The texts of a document in one taxonomy.</summary>
    /// <param name="name">Name of the document.</param>
    /// <param name="document">The document.</param>
    /// <param name="taxonomy">Id of the taxonomy.</param>
    public static StatedComparison Of(string name, IngestedDocument document, string taxonomy) => new(
        name,
        [
            .. document.Enjeux.SelectMany(enjeu => enjeu.Orientations).SelectMany(orientation => orientation.Objectives).SelectMany(objective => objective.OperationalObjectives)
                .SelectMany(item => item.Classification.Select(place => new StatedText(item.Text, place)))
                .Concat(document.Actions.SelectMany(action => action.Classification.Select(place => new StatedText(action.Title ?? action.Description ?? "", place))))
                .Where(text => text.Place.Taxonomy == taxonomy),
        ]);
}
