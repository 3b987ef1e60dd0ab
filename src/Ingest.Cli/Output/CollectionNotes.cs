using Ingest.Cli.Text;
using Ingest.Collections;

namespace Ingest.Cli.Output;

/// <summary>What a run tells of its documents as a collection.</summary>
/// <param name="Summary">What the collection holds.</param>
/// <param name="Unchanged">Documents that an earlier run had finished.</param>
/// <param name="Absent">Documents of earlier runs that this one does not name.</param>
internal sealed record CollectionNotes(CollectionSummary Summary, int Unchanged, int Absent)
{
    /// <summary>The rows of the summary that there is something to say in.</summary>
    public IEnumerable<(string Label, string Value)> Rows(Messages messages)
    {
        if (Unchanged > 0)
            yield return (messages["summary.unchanged"], messages.Count("count.unchanged", Unchanged));
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
