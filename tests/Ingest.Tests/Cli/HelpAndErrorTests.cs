using Xunit;

namespace Ingest.Tests.Cli;

public sealed class HelpAndErrorTests
{
    [Theory]
    [InlineData("fr_FR.UTF-8", "Usage :")]
    [InlineData("C", "Usage :")]
    [InlineData("C.UTF-8", "Usage :")]
    [InlineData("POSIX", "Usage :")]
    [InlineData("", "Usage :")]
    [InlineData("en_GB.UTF-8", "Usage:")]
    [InlineData("de_DE.UTF-8", "Usage:")]
    public void The_locale_chooses_the_language_and_French_stands_in_where_it_says_nothing(string locale, string heading)
    {
        var call = CliCall.In(locale, "--help");

        Assert.Equal(0, call.Status);
        Assert.Contains(heading + "\n", call.Output, StringComparison.Ordinal);
        Assert.Empty(call.Error);
    }

    [Fact]
    public void LC_ALL_outweighs_LC_MESSAGES_and_LANG()
    {
        var call = CliCall.With(new() { ["LC_ALL"] = "en_US", ["LC_MESSAGES"] = "fr_FR", ["LANG"] = "fr_FR" }, [], "--help");

        Assert.Contains("Usage:\n", call.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--lang", "en", "run", "--help")]
    [InlineData("run", "--help", "--lang=en")]
    public void The_option_outweighs_the_locale_wherever_it_stands(params string[] args) =>
        Assert.Contains("(required)", CliCall.In("fr_FR.UTF-8", args).Output, StringComparison.Ordinal);

    [Theory]
    [InlineData("run")]
    [InlineData("extract")]
    [InlineData("tables")]
    [InlineData("inspect")]
    [InlineData("diff")]
    [InlineData("schema")]
    [InlineData("evaluate")]
    [InlineData("evaluate", "documents")]
    [InlineData("evaluate", "tables")]
    [InlineData("evaluate", "ocr")]
    [InlineData("evaluate", "classification")]
    [InlineData("doctor")]
    [InlineData("bench")]
    [InlineData("classify")]
    [InlineData("train")]
    [InlineData("taxonomy", "build")]
    public void Every_verb_has_help_in_both_languages_within_eighty_columns_or_so(params string[] verb)
    {
        var french = CliCall.In("fr_FR.UTF-8", [.. verb, "--help"]);
        var english = CliCall.In("en_US.UTF-8", [.. verb, "--help"]);

        Assert.Equal((0, 0), (french.Status, english.Status));
        Assert.NotEqual(french.Output, english.Output);
        Assert.Contains("Codes de retour :", french.Output, StringComparison.Ordinal);
        Assert.Contains("Exit status:", english.Output, StringComparison.Ordinal);
        Assert.All((french.Output + english.Output).Split('\n'), line => Assert.True(line.Length <= 100, line));
    }

    [Theory]
    [InlineData("")]
    [InlineData("runn a --out b", "“run”?")]
    [InlineData("run a", "--out DIR")]
    [InlineData("run a --out", "--out DIR")]
    [InlineData("run a --out --strict", "before “--strict”")]
    [InlineData("run a --outt b", "“--out”?")]
    [InlineData("run --out b", "“PATH”")]
    [InlineData("run a --out b --out c", "more than once")]
    [InlineData("run a --out b --zzzzzzzz", "./--zzzzzzzz")]
    [InlineData("extract a b", "“b”")]
    [InlineData("schema x", "“x”")]
    [InlineData("schema --lang de", "fr, en")]
    [InlineData("evaluate", "documents")]
    [InlineData("evaluate documents --split some", "tune, unseen, all")]
    [InlineData("evaluate documents --truth /nowhere/at/all", "--truth")]
    [InlineData("evaluate ocr --scans /nowhere/at/all", "--scans")]
    [InlineData("classify --taxonomy nulle-part", "anct-themes")]
    [InlineData("train --labelled /nowhere/at/all", "train-")]
    [InlineData("train --taxonomy nulle-part", "anct-themes")]
    [InlineData("evaluate classification --labelled /nowhere/at/all", "train-")]
    [InlineData("taxonomy build /nowhere/at/all.pdf", "/nowhere/at/all.pdf")]
    [InlineData("evaluate ocr --split some", "tune, unseen, all")]
    [InlineData("extract /nowhere/at/all.pdf", "/nowhere/at/all.pdf")]
    [InlineData("extract /", "ingest run")]
    [InlineData("run /nowhere/*.pdf --out b", "/nowhere/*.pdf")]
    public void A_wrong_call_is_status_2_says_what_would_be_right_and_writes_nothing_to_standard_output(string line, string told = "")
    {
        var call = CliCall.Of(line.Split(' ', StringSplitOptions.RemoveEmptyEntries));

        Assert.Equal(2, call.Status);
        Assert.Empty(call.Output);
        Assert.StartsWith("ingest: ", call.Error, StringComparison.Ordinal);
        Assert.Contains(told, call.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("run a", "il manque l'option « --out DIR »")]
    [InlineData("runn", "vouliez-vous dire « run » ?")]
    [InlineData("extract", "il manque l'argument « FICHIER »")]
    [InlineData("extract --pipeline strct /dev/null", "vouliez-vous dire « strict » ?")]
    public void A_wrong_call_is_told_in_French(string line, string told)
    {
        var call = CliCall.In("fr_FR.UTF-8", line.Split(' '));

        Assert.Equal(2, call.Status);
        Assert.Contains(told, call.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Missing_product_files_are_status_4_and_name_the_variable()
    {
        var call = CliCall.With(new() { ["INGEST_HOME"] = "/nowhere" }, "x"u8.ToArray(), "extract", "-");

        Assert.Equal(4, call.Status);
        Assert.Contains("INGEST_HOME", call.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void The_version_goes_to_standard_output()
    {
        var call = CliCall.Of("--version");

        Assert.Equal(0, call.Status);
        Assert.Matches(@"^ingest \d+\.\d+\.\d+\n$", call.Output);
    }
}
