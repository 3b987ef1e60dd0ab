using System.CommandLine;
using Ingest.Cli.Commands;
using Ingest.Cli.Measuring;
using Ingest.Cli.Text;
using Ingest.Pipeline;
using Ingest.Running.Isolation;

namespace Ingest.Cli;

/// <summary>Arguments to an exit status: parses, runs the verb, and turns every failure into a message and a status.</summary>
internal static class CommandLine
{
    // Response files (@file) and bundled letters (-abc) would make some file names impossible to type.
    private static readonly ParserConfiguration Parser = new() { EnablePosixBundling = false, ResponseFileTokenReplacer = null };

    // Signals are the program's own business (Program.cs), and so are exceptions (below).
    private static readonly InvocationConfiguration Invocation = new() { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null };

    /// <summary>Runs one call.</summary>
    /// <param name="args">Arguments as the shell gives them.</param>
    /// <param name="terminal">Streams and environment.</param>
    /// <param name="cancellation">Cancelled on the first interruption.</param>
    /// <returns>One of <see cref="ExitStatus"/>.</returns>
    public static int Run(string[] args, Terminal terminal, CancellationToken cancellation)
    {
        var messages = new Messages(UserLanguage.Of(args, terminal.Environment));
        using var processes = terminal.ReadingProgram is { } program ? new ReadingProcesses(program) : null;
        var context = new CommandContext(terminal, messages, cancellation) { Processes = processes };
        try
        {
            var result = CreateRoot(context).Parse(args, Parser);
            return WrongCalls.Describe(result, messages) is { } wrong
                ? Fail(terminal, wrong, ExitStatus.WrongCall)
                : result.Invoke(Invocation);
        }
        catch (WrongCallException error)
        {
            return Fail(terminal, error.Message, ExitStatus.WrongCall);
        }
        catch (DefinitionException error)
        {
            return Fail(terminal, error.Describe(messages.Language), ExitStatus.WrongCall);
        }
        catch (MissingFilesException error)
        {
            return Fail(terminal, error.Message, ExitStatus.MissingTool);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            return Fail(terminal, messages["error.interrupted"], ExitStatus.Interrupted);
        }
        catch (IOException error) when (IsBrokenPipe(error))
        {
            // Whoever read standard output (head, a pager) has seen enough.
            return ExitStatus.Done;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return Fail(terminal, error.Message, ExitStatus.WrongCall);
        }
    }

    private static Command CreateRoot(CommandContext context)
    {
        var messages = context.Messages;
        var root = new Command("ingest", messages["ingest.description"]);
        root.Options.Add(new Option<string>(UserLanguage.Option)
        {
            Description = messages["option.lang"],
            HelpName = string.Join("|", UserLanguage.Names),
            Recursive = true,
        });
        root.Options.Add(HelpText.CreateOption(context));
        root.Options.Add(VersionText.CreateOption(context));
        root.Subcommands.Add(RunCommand.Create(context));
        root.Subcommands.Add(ExtractCommand.Create(context));
        root.Subcommands.Add(TablesCommand.Create(context));
        root.Subcommands.Add(InspectCommand.Create(context));
        root.Subcommands.Add(DiffCommand.Create(context));
        root.Subcommands.Add(ExportCommand.Create(context));
        root.Subcommands.Add(VerifyCommand.Create(context));
        root.Subcommands.Add(CompareCommand.Create(context));
        root.Subcommands.Add(CorrectCommand.Create(context));
        root.Subcommands.Add(SchemaCommand.Create(context));
        root.Subcommands.Add(ClassifyCommand.Create(context));
        root.Subcommands.Add(TrainCommand.Create(context));
        root.Subcommands.Add(TaxonomyCommand.Create(context));
        root.Subcommands.Add(DoctorCommand.Create(context));
        root.Subcommands.Add(EvaluateCommand.Create(context));
        root.Subcommands.Add(BenchCommand.Create(context));
        root.Subcommands.Add(MeasureCommand.Create(context));
        return root;
    }

    private static int Fail(Terminal terminal, string message, int status)
    {
        terminal.Error.WriteLine("ingest: " + message);
        return status;
    }

    // EPIPE: 32 on Linux and macOS.
    private static bool IsBrokenPipe(IOException error) => (error.HResult & 0xFFFF) == 32;
}
