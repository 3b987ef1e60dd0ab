using System.Collections.Immutable;
using Ingest.Model.Documents;
using Ingest.Model.Provenance;
using Ingest.Vocabulary;

namespace Ingest.Segmentation.Forms;

/// <summary>Reads answers: whether an action is new, what was decided. An answer that says both, or nothing, is none.</summary>
internal sealed class ChoiceReader(FormVocabulary forms)
{
    /// <summary>Whether the action goes on from an earlier year; null where that is not said.</summary>
    /// <param name="label">What is asked: « Nouvelle action », « Reconduction ».</param>
    /// <param name="value">The answer.</param>
    public DraftChoice<bool>? Renewal(SourceText label, SourceText value)
    {
        var chosen = Chosen(value);
        var asked = forms.MatchChoices(label.Text).Where(choice => choice is FormChoice.New or FormChoice.Renewed).Distinct().ToList();
        var said = chosen.SelectMany(text => forms.MatchChoices(text.Text)).Distinct().ToList();
        bool? renewed = (said.Contains(FormChoice.Renewed), said.Contains(FormChoice.New)) switch
        {
            (true, false) => true,
            (false, true) => false,
            (false, false) when asked is [var question] && said is [FormChoice.Yes or FormChoice.No] => (said[0] == FormChoice.Yes) == (question == FormChoice.Renewed),
            _ => null,
        };
        return renewed is { } answer ? new DraftChoice<bool>(SourceText.Concat(chosen), answer) : null;
    }

    /// <summary>Whether a text is no more than an answer to whether an action is new.</summary>
    public bool IsRenewal(SourceText value) => value.Words.Count() == 1 && forms.MatchChoices(value.Text) is [FormChoice.New or FormChoice.Renewed];

    /// <summary>What was decided; null where that is not said.</summary>
    public DraftChoice<Decision>? Decided(SourceText value)
    {
        var chosen = Chosen(value);
        var said = chosen.SelectMany(text => forms.MatchChoices(text.Text)).Distinct().ToList();
        var decisions = said.Select(choice => choice switch
        {
            FormChoice.Accepted => Decision.Accepted,
            FormChoice.Refused => Decision.Refused,
            FormChoice.Deferred => Decision.Deferred,
            _ => (Decision?)null,
        }).OfType<Decision>().ToList();
        return decisions is [var decision] ? new DraftChoice<Decision>(SourceText.Concat(chosen), decision) : null;
    }

    // What is ticked; without boxes the words themselves.
    private static ImmutableArray<SourceText> Chosen(SourceText value) => TickBoxes.Read(value) is { IsEmpty: false } options
        ? [.. options.Where(option => option.IsTicked).Select(option => option.Text)]
        : [value];
}
