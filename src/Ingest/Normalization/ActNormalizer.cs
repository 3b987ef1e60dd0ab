using Ingest.Model.Documents;
using Ingest.Model.Provenance;
using Ingest.Segmentation;

namespace Ingest.Normalization;

/// <summary>The frame of an act to its published form.</summary>
internal static class ActNormalizer
{
    /// <summary>The act.</summary>
    public static Act ToAct(DraftAct draft) => new()
    {
        // An amendment is no deliberation: its title is the document's.
        Title = IsAmendment(draft) ? null : PlainText.Label(draft.Title),
        Date = draft.Date,
        Vote = PlainText.Line(draft.Vote),
        Amends = PlainText.Label(draft.Amends),
    };

    private static bool IsAmendment(DraftAct draft) => !draft.Amends.IsEmpty && draft.DateText.IsEmpty && draft.Vote.IsEmpty;

    /// <summary>Where its values were read, by their paths.</summary>
    public static IEnumerable<KeyValuePair<string, Evidence>> FieldEvidence(DraftAct draft) =>
        new[] { ("act", SourceText.Concat(new[] { draft.Title, draft.DateText, draft.Vote, draft.Amends }.Where(text => !text.IsEmpty))), ("act/title", draft.Title), ("act/date", draft.DateText), ("act/vote", draft.Vote), ("act/amends", draft.Amends) }
            .Where(field => !field.Item2.IsEmpty && !(field.Item1 == "act/title" && IsAmendment(draft)))
            .Select(field => KeyValuePair.Create(field.Item1, field.Item2.ToEvidence()));
}
