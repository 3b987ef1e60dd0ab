using System.Globalization;
using System.Text;
using Ingest.Cli.Commands;
using Ingest.Cli.Text;
using Ingest.Running.Ledger;

namespace Ingest.Cli.Output;

/// <summary>What a run would do, for a person: a line per document, then how many, how many pages, how long.</summary>
internal static class PlanReport
{
    /// <summary>The report.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="units">What the ledger knows.</param>
    /// <param name="messages">Texts.</param>
    public static string Write(RunPlan plan, IEnumerable<UnitRecord> units, Messages messages)
    {
        var text = new StringBuilder();
        var width = Enum.GetValues<WorkReason>().Max(reason => Name(reason, messages).Length);
        foreach (var planned in plan.ToDo)
        {
            text.Append(Name(planned.Unit.Reason!.Value, messages).PadRight(width)).Append("  ").Append(planned.Source.Shown);
            if (WorkForecast.PagesOf(planned.Unit) is > 0 and var pages)
                text.Append(" (").Append(messages.Count("noun.page", pages)).Append(')');
            text.Append('\n');
        }

        if (!plan.ToDo.IsEmpty)
            text.Append('\n');
        text.Append(messages.Format("plan.toDo", messages.Count("noun.document", plan.Sources.Length), plan.ToDo.Length, plan.Sources.Length - plan.ToDo.Length)).Append('\n');
        if (!plan.Absent.IsEmpty)
            text.Append(messages.Count("count.absent", plan.Absent.Length)).Append('\n');
        if (!plan.ToDo.IsEmpty)
            Forecast(text, WorkForecast.Of([.. plan.ToDo.Select(source => source.Unit)], units, Environment.ProcessorCount), plan.ToDo.Length, messages);
        return text.ToString();
    }

    private static void Forecast(StringBuilder text, WorkForecast forecast, int count, Messages messages)
    {
        string Unknown(string key, int documents) => documents == 0 ? "" : messages.Format(key, messages.Count("noun.document", documents));
        text.Append(messages.Format("plan.pages", forecast.Pages, Unknown("plan.pagesUnknown", forecast.DocumentsWithoutPages))).Append('\n');
        text.Append(forecast.DocumentsWithoutDuration == count
            ? messages["plan.timeUnknown"]
            : messages.Format("plan.time", Minutes(forecast.Duration, messages), Unknown("plan.timePartly", forecast.DocumentsWithoutDuration))).Append('\n');
    }

    private static string Minutes(TimeSpan duration, Messages messages) => duration < TimeSpan.FromMinutes(1)
        ? messages["plan.underAMinute"]
        : messages.Format("plan.minutes", Math.Ceiling(duration.TotalMinutes).ToString(CultureInfo.InvariantCulture));

    private static string Name(WorkReason reason, Messages messages) => messages["reason." + reason];
}
