using System.Globalization;
using Ingest.Model.Findings;

namespace Ingest.Cli.Text;

/// <summary>Chooses the language of help, messages and errors.</summary>
internal static class UserLanguage
{
    /// <summary>The option that names the language.</summary>
    public const string Option = "--lang";

    private static readonly string[] LocaleVariables = ["LC_ALL", "LC_MESSAGES", "LANG"];

    /// <summary>The languages there are.</summary>
    public static IReadOnlyList<string> Names { get; } = [Languages.French.Name, Languages.English.Name];

    /// <summary>
    /// The language of a call: <c>--lang</c> wherever it stands, else the first of LC_ALL, LC_MESSAGES, LANG that is
    /// set, as POSIX orders them. A locale that names no language (C, POSIX) gives French, the language of the
    /// documents; one that is neither French nor English gives English.
    /// </summary>
    public static CultureInfo Of(IReadOnlyList<string> args, Func<string, string?> environment) =>
        Asked(args) ?? OfLocale(environment);

    private static CultureInfo? Asked(IReadOnlyList<string> args)
    {
        for (var i = 0; i < args.Count && args[i] != "--"; i++)
        {
            var value = args[i] == Option && i + 1 < args.Count ? args[i + 1]
                : args[i].StartsWith(Option + "=", StringComparison.Ordinal) ? args[i][(Option.Length + 1)..]
                : null;
            if (value is not null && Names.Contains(value))
                return CultureInfo.GetCultureInfo(value);
        }

        return null;
    }

    private static CultureInfo OfLocale(Func<string, string?> environment)
    {
        var locale = LocaleVariables.Select(environment).FirstOrDefault(value => !string.IsNullOrEmpty(value)) ?? "C";
        var language = locale.Split('_', '.', '@', '-')[0];
        return language is "C" or "POSIX" or "fr" ? Languages.French : Languages.English;
    }
}
