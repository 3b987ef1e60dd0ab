using Ingest.Cli.Text;
using Spectre.Console;

namespace Ingest.Cli.Output;

/// <summary>Shows a run while it goes: a bar to a person at a terminal, a line per document elsewhere, nothing when quiet.</summary>
internal static class RunProgress
{
    /// <summary>Does the work and reports each outcome in the order of the sources.</summary>
    /// <param name="terminal">Where it shows.</param>
    /// <param name="messages">Texts.</param>
    /// <param name="count">Number of documents.</param>
    /// <param name="isQuiet">Whether only failures are told.</param>
    /// <param name="work">Does the work and calls back for each outcome, in order, one at a time.</param>
    public static void Show(Terminal terminal, Messages messages, int count, bool isQuiet, Action<Action<DocumentOutcome>> work)
    {
        if (isQuiet)
            work(outcome => TellFailure(terminal, outcome));
        else if (terminal.IsErrorInteractive)
            ShowBar(terminal, messages, count, work);
        else
            ShowLines(terminal, messages, count, work);
    }

    private static void ShowLines(Terminal terminal, Messages messages, int count, Action<Action<DocumentOutcome>> work)
    {
        var rank = 0;
        work(outcome => terminal.Error.WriteLine(RunReport.Line(outcome, ++rank, count, messages)));
    }

    private static void ShowBar(Terminal terminal, Messages messages, int count, Action<Action<DocumentOutcome>> work)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(terminal.Error),
            Ansi = AnsiSupport.Yes,
            Interactive = InteractionSupport.Yes,
            ColorSystem = terminal.UsesColour ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
        });
        var failed = new List<DocumentOutcome>();
        console.Progress()
            .AutoClear(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .Start(context =>
            {
                var task = context.AddTask(Markup.Escape(messages.Count("noun.document", count)), maxValue: count);
                work(outcome =>
                {
                    if (outcome.IsFailed)
                        failed.Add(outcome);
                    task.Description = Markup.Escape(outcome.Source.FileName);
                    task.Increment(1);
                });
            });
        failed.ForEach(outcome => TellFailure(terminal, outcome));
    }

    private static void TellFailure(Terminal terminal, DocumentOutcome outcome)
    {
        if (outcome.IsFailed)
            terminal.Error.WriteLine(RunReport.Failure(outcome));
    }
}
