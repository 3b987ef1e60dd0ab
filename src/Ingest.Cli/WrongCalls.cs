using System.CommandLine;
using System.CommandLine.Parsing;
using Ingest.Cli.Text;
using Ingest.Pipeline;

namespace Ingest.Cli;

/// <summary>
/// Says what is wrong with a parsed command line, from the shape of the parse and not from the library's own texts,
/// which are French only in part.
/// </summary>
internal static class WrongCalls
{
    /// <summary>What is wrong and what would be right, or null where the call can run.</summary>
    public static string? Describe(ParseResult result, Messages messages)
    {
        if (result.Action is HelpTextAction or VersionTextAction)
            return null;
        var verb = result.CommandResult.Command;
        var problem = WrongVerb(result, messages) ?? StrayOption(result, messages) ?? WrongValues(result, messages);
        if (problem is null && result.Errors.Count > 0)
            problem = result.Errors[0].Message;
        if (problem is null)
            return null;
        var path = string.Join(' ', PathOf(result.CommandResult));
        return problem + Environment.NewLine + messages.Format("error.seeHelp", path == "" ? verb.Name : path);
    }

    private static string? WrongVerb(ParseResult result, Messages messages)
    {
        var command = result.CommandResult.Command;
        if (command.Subcommands.Count == 0)
            return null;
        var verbs = command.Subcommands.Where(verb => !verb.Hidden).Select(verb => verb.Name).ToArray();
        var typed = result.UnmatchedTokens.FirstOrDefault(token => !token.StartsWith('-'));
        if (typed is null)
            return result.UnmatchedTokens.Count > 0 ? null : messages.Format("error.noVerb", string.Join(", ", verbs));
        return NearestWord.To(typed, verbs) is { } nearest
            ? messages.Format("error.unknownVerbNear", typed, nearest, string.Join(", ", verbs))
            : messages.Format("error.unknownVerb", typed, string.Join(", ", verbs));
    }

    // The parser takes « --word » for an argument where it knows no such option: a slip of the keyboard would be read as
    // the name of a file. Such a name is typed as ./--word or after « -- ».
    private static string? StrayOption(ParseResult result, Messages messages)
    {
        var options = OptionsOf(result.CommandResult).SelectMany(option => option.Aliases.Prepend(option.Name)).ToArray();
        foreach (var token in result.Tokens)
        {
            if (token.Type == TokenType.DoubleDash)
                return null;
            if (token.Type != TokenType.Argument || token.Value.Length < 2 || token.Value[0] != '-')
                continue;
            var name = token.Value.Split('=')[0];
            if (options.Contains(name))
                return messages.Format("error.optionAsValue", name);
            return NearestWord.To(name, options) is { } nearest
                ? messages.Format("error.unknownOptionNear", name, nearest)
                : messages.Format("error.unknownOption", name, string.Join(", ", options.Where(option => option.StartsWith("--", StringComparison.Ordinal))));
        }

        return null;
    }

    private static string? WrongValues(ParseResult result, Messages messages)
    {
        foreach (var error in result.Errors)
        {
            switch (error.SymbolResult)
            {
                case OptionResult { IdentifierToken: null } option:
                    return messages.Format("error.missingOption", option.Option.Name, option.Option.HelpName ?? "");
                case OptionResult { Tokens.Count: 0 } option:
                    return messages.Format("error.missingValue", option.Option.Name, option.Option.HelpName ?? "");
                case OptionResult { Tokens.Count: > 1 } option:
                    return messages.Format("error.repeatedOption", option.Option.Name);
                case ArgumentResult { Tokens.Count: 0 } argument:
                    return messages.Format("error.missingArgument", argument.Argument.Name);
                default:
                    break;
            }
        }

        if (result.UnmatchedTokens.Count > 0)
            return messages.Format("error.tooMany", result.UnmatchedTokens[0]);
        if (result.GetResult(UserLanguage.Option) is OptionResult { Tokens: [var language] } && !UserLanguage.Names.Contains(language.Value))
            return messages.Format("error.badChoice", UserLanguage.Option, language.Value, string.Join(", ", UserLanguage.Names));
        return null;
    }

    private static IEnumerable<Option> OptionsOf(CommandResult command)
    {
        var own = command.Command.Options.AsEnumerable();
        return command.Parent is CommandResult parent ? own.Concat(OptionsOf(parent).Where(option => option.Recursive)) : own;
    }

    private static IEnumerable<string> PathOf(CommandResult command) =>
        command.Parent is CommandResult parent ? PathOf(parent).Append(command.Command.Name) : [command.Command.Name];
}
