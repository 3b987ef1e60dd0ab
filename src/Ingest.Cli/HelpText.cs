using System.CommandLine;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using System.Text;
using Ingest.Cli.Text;

namespace Ingest.Cli;

/// <summary>
/// The option <c>--help</c> and what it writes. The library's own help is French only in part and has no examples;
/// this one takes every word from the resources.
/// </summary>
internal static class HelpText
{
    /// <summary>Columns of a line: what a terminal has when nobody has changed it.</summary>
    private const int LineWidth = 80;

    /// <summary>Creates the option.</summary>
    public static Option CreateOption(CommandContext context) => new Option<bool>("--help", "-h")
    {
        Description = context.Messages["option.help"],
        Arity = ArgumentArity.Zero,
        Recursive = true,
        Action = new HelpTextAction(context),
    };

    /// <summary>The help of a command.</summary>
    public static string Write(CommandResult result, Messages messages)
    {
        var command = result.Command;
        var key = KeyOf(result);
        var text = new StringBuilder();
        text.Append(messages[key + ".description"]).Append('\n');
        Section(text, messages["help.usage"], [.. messages[key + ".usage"].Split('\n')]);
        Columns(text, messages["help.verbs"], command.Subcommands.Where(verb => !verb.Hidden).Select(verb => (verb.Name, messages[KeyOf(result, verb) + ".short"])));
        Columns(text, messages["help.arguments"], command.Arguments.Select(argument => (argument.Name, argument.Description ?? "")));
        Columns(text, messages["help.options"], OptionsOf(result).Select(option => (Label(option), Describe(option, messages))));
        if (messages.Find(key + ".examples") is { } examples)
            Section(text, messages["help.examples"], examples.Split('\n'));
        Section(text, messages["help.statuses"], messages["help.statusList"].Split('\n'));
        return text.ToString();
    }

    // By the path, since two verbs may have a part of one name: « tables », « evaluate.tables ».
    private static string KeyOf(CommandResult result) => result.Parent is CommandResult parent ? KeyOf(parent, result.Command) : result.Command.Name;

    private static string KeyOf(CommandResult parent, Command verb) => parent.Parent is null ? verb.Name : $"{KeyOf(parent)}.{verb.Name}";

    private static IEnumerable<Option> OptionsOf(CommandResult result) => result.Parent is CommandResult parent
        ? result.Command.Options.Concat(OptionsOf(parent).Where(option => option.Recursive))
        : result.Command.Options;

    private static string Label(Option option)
    {
        var names = string.Join(", ", option.Aliases.Order(StringComparer.Ordinal).Append(option.Name).Distinct());
        return option.HelpName is null ? names : $"{names} {option.HelpName}";
    }

    private static string Describe(Option option, Messages messages) =>
        option.Required ? $"{option.Description} {messages["help.required"]}" : option.Description ?? "";

    private static void Section(StringBuilder text, string title, string[] lines)
    {
        text.Append('\n').Append(title).Append('\n');
        foreach (var line in lines)
            text.Append("  ").Append(line).Append('\n');
    }

    private static void Columns(StringBuilder text, string title, IEnumerable<(string Name, string Meaning)> rows)
    {
        var all = rows.ToArray();
        if (all.Length == 0)
            return;
        var width = all.Max(row => row.Name.Length) + 2;
        text.Append('\n').Append(title).Append('\n');
        foreach (var (name, meaning) in all)
        {
            var indent = "  " + name.PadRight(width);
            foreach (var line in Wrap(meaning, LineWidth - 2 - width))
            {
                text.Append(indent).Append(line).Append('\n');
                indent = new string(' ', 2 + width);
            }
        }
    }

    private static IEnumerable<string> Wrap(string text, int width)
    {
        var line = new StringBuilder();
        foreach (var word in text.Split(' '))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > width)
            {
                yield return line.ToString();
                line.Clear();
            }

            line.Append(line.Length > 0 ? " " : "").Append(word);
        }

        yield return line.ToString();
    }
}

/// <summary>Writes the help of the command to standard output.</summary>
internal sealed class HelpTextAction : SynchronousCommandLineAction
{
    private readonly CommandContext _context;

    /// <summary>An action that writes in the context's language.</summary>
    public HelpTextAction(CommandContext context) => _context = context;

    /// <inheritdoc/>
    public override bool ClearsParseErrors => true;

    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        _context.Terminal.WriteOutput(HelpText.Write(parseResult.CommandResult, _context.Messages));
        return ExitStatus.Done;
    }
}
