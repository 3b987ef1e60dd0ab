using System.ComponentModel;
using System.Diagnostics;
using System.Text.RegularExpressions;
using Ingest.Export.Comparing;
using Ingest.Tests.Architecture;
using Ingest.Tests.Pipeline;
using Xunit;

namespace Ingest.Tests.Export.Comparing;

/// <summary>The page in a real browser; where none is installed the tests are skipped and say so.</summary>
public sealed partial class BrowserTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    [Fact]
    public void Chromium_opens_the_page_and_has_nothing_to_complain_of()
    {
        using var folder = new TemporaryFolder();
        using var compared = ComparisonPageTests.Many();

        var (page, complaints) = OpenOrSkip(folder, compared.Page);

        Assert.Contains("<h1>Comparaison par commune</h1>", page, StringComparison.Ordinal);
        Assert.Empty(complaints);
    }

    [Fact]
    public void A_page_that_asks_for_something_is_complained_of()
    {
        using var folder = new TemporaryFolder();
        using var compared = ComparisonPageTests.Many();

        var (_, complaints) = OpenOrSkip(folder, compared.Page.Replace("</h1>", "</h1><img src=\"other.png\" alt=\"\">", StringComparison.Ordinal));

        Assert.NotEmpty(complaints);
    }

    [Theory]
    [InlineData(ComparisonAxis.Commune)]
    [InlineData(ComparisonAxis.Quartier)]
    public void Axe_finds_no_violation(ComparisonAxis axis)
    {
        var axe = AxeOrSkip();
        using var folder = new TemporaryFolder();
        using var compared = ComparisonPageTests.Many();
        var page = System.Text.Encoding.UTF8.GetString(ComparedDocuments.Bytes(compared.Again(axis).Write));
        // With all data shown; axe is a script, which the page's own policy would not let run.
        var open = Policy().Replace(page, "").Replace("<details>", "<details open>", StringComparison.Ordinal);
        const string Report = "axe.run(document).then(found => document.body.textContent = 'AXE ' + found.passes.length + ' ' + JSON.stringify(found.violations.map(rule => [rule.id, rule.nodes.map(node => node.html)])))";

        var (answer, _) = OpenOrSkip(folder, open.Replace("</body>", $"<script>{axe}</script><script>{Report}</script></body>", StringComparison.Ordinal));

        Assert.Matches(@"AXE [1-9]\d* \[\]", answer);
    }

    private static string AxeOrSkip()
    {
        var folder = Path.Combine(RepositoryFolder.Path, "tests", "accessibility");
        var script = Path.Combine(folder, "node_modules", "axe-core", "axe.min.js");
        if (!File.Exists(script))
        {
            var install = Run("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"], folder);
            Assert.SkipUnless(install is { Status: 0 }, $"npm could not install axe: the page was checked by our own rules alone. {install?.Error}");
        }

        return File.ReadAllText(script);
    }

    private static (string Page, IReadOnlyList<string> Complaints) OpenOrSkip(TemporaryFolder folder, string page)
    {
        var file = folder.Write("page.html", page);
        foreach (var program in new[] { "chromium", "chromium-browser", "google-chrome" })
        {
            var run = Run(
                program,
                [
                    "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", $"--user-data-dir={folder["profile"]}", "--virtual-time-budget=60000", "--enable-logging=stderr", "--dump-dom",
                    new Uri(file).AbsoluteUri,
                ],
                folder.Root);
            if (run is null)
                continue;
            Assert.True(run.Status == 0, run.Error);
            return (run.Output, [.. run.Error.Split('\n').Where(line => line.Contains(":CONSOLE", StringComparison.Ordinal))]);
        }

        Assert.Skip("No Chromium is installed: the page was not opened in a browser.");
        throw new UnreachableException();
    }

    private static BrowserRun? Run(string program, IReadOnlyList<string> arguments, string folder)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        try
        {
            using var process = Process.Start(start)!;
            var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
            if (process.WaitForExit(Patience))
                return new BrowserRun(process.ExitCode, output.Result, error.Result);
            process.Kill(entireProcessTree: true);
            return new BrowserRun(-1, "", $"{program} did not end within {Patience}.");
        }
        catch (Win32Exception)
        {
            return null; // The program is not installed.
        }
    }

    [GeneratedRegex("<meta http-equiv=[^>]*>")]
    private static partial Regex Policy();

    private sealed record BrowserRun(int Status, string Output, string Error);
}
