using Ingest.Cli.Text;
using Ingest.Collections;

namespace Ingest.Cli.Output;

/// <summary>Corrections of the documents of a run.</summary>
/// <param name="Count">How many.</param>
/// <param name="Documents">Of how many documents.</param>
/// <param name="Unfit">How many were not applied.</param>
internal sealed record CorrectionNote(int Count, int Documents, int Unfit);

/// <summary>What a run tells of its documents as a collection.</summary>
/// <param name="Summary">What the collection holds.</param>
/// <param name="Unchanged">Documents that an earlier run had finished.</param>
/// <param name="Absent">Documents of earlier runs that this one does not name.</param>
internal sealed record CollectionNotes(CollectionSummary Summary, int Unchanged, int Absent)
{
    /// <summary>What people put right in its documents; null for nothing.</summary>
    public CorrectionNote? Corrections { get; init; }

    /// <summary>The rows of the summary that there is something to say in.</summary>
    public IEnumerable<(string Label, string Value)> Rows(Messages messages)
    {
        if (Unchanged > 0)
            yield return (messages["summary.unchanged"], messages.Count("count.unchanged", Unchanged));
        if (Corrections is { } corrections)
        {
            var unfit = corrections.Unfit == 0 ? "" : ", " + messages.Count("count.unfit", corrections.Unfit);
            yield return (messages["summary.corrections"], $"{messages.Count("count.correction", corrections.Count)} ({messages.Count("noun.document", corrections.Documents)}){unfit}");
        }

        var same = Summary.Duplicates.Count(duplicate => duplicate.IsSame);
        var once = Summary.WithoutDuplicates;
        if (same > 0)
        {
            List<string> parts = [messages.Count("noun.document", once.Documents)];
            if (once.Actions > 0)
                parts.Add($"{messages.Count("noun.action", once.Actions)}, {messages.Amount(once.Money)}");
            if (!once.Strategy.IsEmpty)
                parts.Add(StrategyText.Tell(once.Strategy, messages));
            yield return (messages["summary.duplicates"], $"{messages.Count("count.duplicates", same)} ; {messages.Format("summary.once", string.Join(", ", parts))}");
        }

        if (Summary.Duplicates.Length > same)
            yield return (messages["summary.near"], messages.Count("count.near", Summary.Duplicates.Length - same));
        if (Absent > 0)
            yield return (messages["summary.absent"], messages.Count("count.absent", Absent));
    }
}
