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
        Title = PlainText.Label(draft.Title),
        Date = draft.Date,
        Vote = PlainText.Line(draft.Vote),
        Amends = PlainText.Label(draft.Amends),
    };

    /// <summary>Where its values were read, by their paths.</summary>
    public static IEnumerable<KeyValuePair<string, Evidence>> FieldEvidence(DraftAct draft) =>
        new[] { ("act", SourceText.Concat(new[] { draft.Title, draft.DateText, draft.Vote, draft.Amends }.Where(text => !text.IsEmpty))), ("act/title", draft.Title), ("act/date", draft.DateText), ("act/vote", draft.Vote), ("act/amends", draft.Amends) }
            .Where(field => !field.Item2.IsEmpty)
            .Select(field => KeyValuePair.Create(field.Item1, field.Item2.ToEvidence()));
}
