using System.Net;
using System.Text.RegularExpressions;
using Ingest.Tests.Architecture;
using Xunit;

namespace Ingest.Tests.Cli;

/// <summary>The page and the script that packages for staff begin with.</summary>
public sealed partial class StartPageTests
{
    private static readonly string Folder = Path.Combine(RepositoryFolder.Path, "src", "Ingest.Cli", "Package");
    private static readonly string Page = File.ReadAllText(Path.Combine(Folder, "demarrer-ici.html"));
    private static readonly string Script = File.ReadAllText(Path.Combine(Folder, "demarrer.cmd"));

    private static readonly string[] All =
    [
        .. Typed().Matches(Page).Select(match => WebUtility.HtmlDecode(match.Groups["arguments"].Value)),
        .. Called().Matches(Script).Select(match => match.Groups["arguments"].Value.Trim()),
    ];

    public static TheoryData<string> Commands => new(All);

    [Fact]
    public void The_page_and_the_script_name_the_verbs_that_staff_need() =>
        Assert.Superset(new HashSet<string> { "run", "export", "compare", "inspect", "doctor" }, All.Select(command => command.Split(' ')[0]).ToHashSet());

    [Theory]
    [MemberData(nameof(Commands))]
    public void Each_command_is_one_that_the_program_knows_with_each_of_its_options(string command)
    {
        var verb = command.Split(' ')[0];

        var help = CliCall.In("fr_FR.UTF-8", verb.StartsWith('-') ? [verb] : [verb, "--help"]);

        Assert.Equal(0, help.Status);
        Assert.All(LongOption().Matches(command), option => Assert.Contains("  " + option.Value, help.Output.Replace(", --", "  --", StringComparison.Ordinal), StringComparison.Ordinal));
    }

    [Fact]
    public void The_page_asks_nothing_of_any_other_place_and_runs_nothing()
    {
        Assert.DoesNotMatch("(?i)<script|<link|<img|<iframe|@import|url\\(|https?://|\\bon[a-z]+=", Page);
        Assert.Contains("default-src 'none'", Page, StringComparison.Ordinal);
    }

    [Fact]
    public void The_page_tells_its_language_and_its_headings_leave_no_level_out()
    {
        Assert.Contains("<html lang=\"fr\">", Page, StringComparison.Ordinal);
        var levels = Heading().Matches(Page).Select(match => match.Groups["level"].Value[0] - '0').ToList();
        Assert.Equal(1, levels[0]);
        Assert.All(levels.Zip(levels.Skip(1)), pair => Assert.True(pair.Second <= pair.First + 1));
    }

    // A letter beyond ASCII, or an unquoted path, and cmd.exe reads something else.
    [Fact]
    public void The_script_is_ASCII_and_quotes_every_path()
    {
        Assert.All(Script, letter => Assert.True(char.IsAscii(letter)));
        Assert.DoesNotMatch("(?<!\")%(PROGRAMME|SORTIE|~dp0|~dp1)", Script.Replace("set \"SORTIE=%~dp1", "", StringComparison.Ordinal).Replace("set \"PROGRAMME=%~dp0", "", StringComparison.Ordinal));
    }

    [GeneratedRegex(@"<kbd>\.\\ingest (?<arguments>[^<]+)</kbd>")]
    private static partial Regex Typed();

    [GeneratedRegex(@"""%PROGRAMME%"" (?<arguments>[^\r\n]+)")]
    private static partial Regex Called();

    [GeneratedRegex(@"(?<= )--[a-z-]+")]
    private static partial Regex LongOption();

    [GeneratedRegex("<h(?<level>[1-6])")]
    private static partial Regex Heading();
}
