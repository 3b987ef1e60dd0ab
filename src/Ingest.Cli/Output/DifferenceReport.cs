using System.Globalization;
using System.Text;
using Ingest.Cli.Text;
using Ingest.Emission.Differences;
using Ingest.Model.Documents;
using Ingest.Model.Provenance;
using Ingest.Model.Values;

namespace Ingest.Cli.Output;

/// <summary>What differs between two documents, as a person reads it: a sign per line, « + » added, « − » removed, « ~ » changed.</summary>
internal sealed class DifferenceReport(Messages messages)
{
    /// <summary>The report.</summary>
    public string Write(DocumentDifferences differences)
    {
        var text = new StringBuilder();
        Source(text, "A", differences.A, differences.TotalCost.Before);
        Source(text, "B", differences.B, differences.TotalCost.After);
        int Count(ActionChange change) => differences.Actions.Count(action => action.Change == change);
        text.Append('\n').Append(messages.Format("diff.summary", Count(ActionChange.Added), Count(ActionChange.Removed), Count(ActionChange.Changed), Count(ActionChange.Unchanged))).Append('\n');
        if (differences.TotalCost.Difference is { } change)
            text.Append(messages.Format("diff.totalCost", messages.Amount(differences.TotalCost.Before!.Value), messages.Amount(differences.TotalCost.After!.Value), Signed(change))).Append('\n');
        foreach (var action in differences.Actions.Where(action => action.Change != ActionChange.Unchanged))
            Action(text, action);
        var financers = differences.Financers.Where(financer => !financer.Amount.IsSame).ToList();
        if (financers.Count > 0)
            text.Append('\n').Append(messages["diff.byFinancer"]).Append('\n');
        foreach (var financer in financers)
            Money(text, NameOf(financer), financer.Amount, null);
        return text.ToString();
    }

    private void Source(StringBuilder text, string name, ComparedSource source, Euros? cost)
    {
        text.Append(messages.Format("diff.source", name, source.FileName, messages.Count("noun.action", source.Actions), cost is { } euros ? messages.Amount(euros) : messages["diff.unknownCost"]));
        if (source.Status != DocumentStatus.Ok)
            text.Append(" (").Append(messages["diff.doubt"]).Append(')');
        text.Append('\n');
    }

    private void Action(StringBuilder text, ActionDifference action)
    {
        text.Append('\n').Append(action.Change switch { ActionChange.Added => '+', ActionChange.Removed => '−', _ => '~' }).Append(" « ").Append(action.Title ?? messages["diff.absent"]).Append(" »");
        if (action.Porteur is { } porteur)
            text.Append(", ").Append(porteur);
        if (action.Likeness is { } likeness)
            text.Append(" (").Append(messages.Format("diff.alike", Math.Round(100 * likeness).ToString(CultureInfo.InvariantCulture))).Append(')');
        text.Append(Places(action.BeforeEvidence, action.AfterEvidence)).Append('\n');
        if (!action.TotalCost.IsSame)
            Money(text, messages["diff.cost"], action.TotalCost, null);
        foreach (var financer in action.Financers)
            Money(text, NameOf(financer), financer.Amount, Places(financer.BeforeEvidence, financer.AfterEvidence));
        foreach (var field in action.Fields)
            text.Append("    ").Append(messages["diff.field." + field.Field]).Append(" : ").Append(field.Before ?? messages["diff.absent"]).Append(" → ").Append(field.After ?? messages["diff.absent"]).Append('\n');
    }

    private void Money(StringBuilder text, string name, MoneyDifference money, string? places)
    {
        string Amount(Euros? euros) => euros is { } amount ? messages.Amount(amount) : messages["diff.absent"];
        text.Append("    ").Append(name).Append(" : ").Append(Amount(money.Before)).Append(" → ").Append(Amount(money.After));
        if (money.Difference is { } change)
            text.Append(" (").Append(Signed(change)).Append(')');
        text.Append(places).Append('\n');
    }

    private string NameOf(FinancerDifference financer) => $"{financer.Label} ({messages["diff.status." + financer.Status.ToString().ToLowerInvariant()]})";

    private string Signed(Euros euros) => (euros.Amount > 0 ? "+" : "") + messages.Amount(euros);

    // « [A p. 2, B p. 3] »: where to look; sources without pages have none.
    private string Places(Evidence? before, Evidence? after)
    {
        string? Place(string name, Evidence? evidence) => evidence?.Regions.FirstOrDefault()?.Page is { } page ? $"{name} {messages.Format("diff.page", page)}" : null;
        var places = new[] { Place("A", before), Place("B", after) }.OfType<string>().ToList();
        return places.Count == 0 ? "" : $" [{string.Join(", ", places)}]";
    }
}
