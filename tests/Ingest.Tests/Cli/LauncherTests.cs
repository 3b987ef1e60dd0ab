using System.Diagnostics;
using System.Runtime.Versioning;
using Ingest.Pipeline;
using Ingest.Tests.Pipeline;
using Xunit;

namespace Ingest.Tests.Cli;

/// <summary>
/// The launcher in a copy of its own with a stand-in for the SDK: what it does around the program, in milliseconds and
/// without a build.
/// </summary>
[UnsupportedOSPlatform("windows")]
public sealed class LauncherTests : IDisposable
{
    private const string Program = "repo/src/Ingest.Cli/bin/Release/net10.0/Ingest.Cli";

    // Says that it has the SDK, takes its time, notes each build, and makes a program that shows what it was given.
    private const string Sdk = """
        #!/bin/sh
        if [ "$1" = --list-sdks ]; then echo "10.0.100 [/sdk]"; exit 0; fi
        echo build >>"$BUILDS"
        sleep 0.3
        mkdir -p "${PROGRAM%/*}"
        cat >"$PROGRAM" <<'EOF'
        #!/bin/sh
        echo "home=$INGEST_HOME"
        for word; do echo "<$word>"; done
        exit 3
        EOF
        chmod +x "$PROGRAM"
        """;

    private readonly TemporaryFolder _work = new();

    public LauncherTests()
    {
        var launcher = _work.Write("repo/ingest", File.ReadAllText(Path.Combine(ProductFiles.Find(null, AppContext.BaseDirectory)!.Home, "ingest")));
        MakeExecutable(launcher);
        _work.Write("repo/src/Ingest.Cli/Ingest.Cli.csproj", "");
        _work.Write("repo/src/Ingest.Cli/Program.cs", "");
        MakeExecutable(_work.Write("sdk/dotnet", Sdk));
    }

    [Fact]
    public void The_first_call_builds_on_standard_error_and_hands_over_arguments_and_status()
    {
        var call = Call(_work["repo/ingest"], "/", "run", "a b", "*");

        Assert.Equal(3, call.Status);
        Assert.Equal($"home={_work["repo"]}\n<run>\n<a b>\n<*>\n", call.Output);
        Assert.StartsWith("ingest: first use", call.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void The_second_call_builds_nothing_and_says_nothing()
    {
        Call(_work["repo/ingest"], "/");

        var call = Call(_work["repo/ingest"], "/");

        Assert.Equal(1, BuildCount());
        Assert.Empty(call.Error);
    }

    [Fact]
    public void A_changed_source_and_a_deleted_source_are_built_again()
    {
        _work.Write("repo/src/Ingest.Cli/Old.cs", "");
        Call(_work["repo/ingest"], "/");

        File.SetLastWriteTimeUtc(_work.Write("repo/src/Ingest.Cli/Program.cs", "x"), DateTime.UnixEpoch.AddYears(100));
        Call(_work["repo/ingest"], "/");
        Assert.Equal(2, BuildCount());

        File.SetLastWriteTimeUtc(_work["repo/src/Ingest.Cli/Program.cs"], DateTime.UnixEpoch.AddYears(40));
        Call(_work["repo/ingest"], "/");
        Assert.Equal(2, BuildCount());
        File.Delete(_work["repo/src/Ingest.Cli/Old.cs"]);
        Call(_work["repo/ingest"], "/");
        Assert.Equal(3, BuildCount());
    }

    [Fact]
    public async Task Two_first_calls_at_once_build_once()
    {
        var calls = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => Call(_work["repo/ingest"], "/"))));

        Assert.All(calls, call => Assert.Equal(3, call.Status));
        Assert.Equal(1, BuildCount());
    }

    [Fact]
    public void A_lock_whose_holder_died_is_no_obstacle()
    {
        _work.Write("repo/.build/lock/pid", "999999999");

        Assert.Equal(3, Call(_work["repo/ingest"], "/").Status);
    }

    [Fact]
    public void It_finds_its_home_through_symbolic_links()
    {
        File.CreateSymbolicLink(_work["link"], "repo/ingest");

        Assert.Contains($"home={_work["repo"]}\n", Call(_work["link"], "/").Output, StringComparison.Ordinal);
        Assert.Contains($"home={_work["repo"]}\n", Call("./link", _work.Root).Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en_US.UTF-8", "sudo apt-get install dotnet-sdk-10.0", "missing")]
    [InlineData("C.UTF-8", "sudo apt-get install dotnet-sdk-10.0", "il manque")]
    [InlineData("fr_FR.UTF-8", "sudo apt-get install dotnet-sdk-10.0", "il manque")]
    public void Without_the_SDK_it_says_what_to_install_with_status_4(string locale, string command, string word)
    {
        MakeExecutable(_work.Write("sdk/dotnet", "#!/bin/sh\nexit 1\n"));

        var call = CallIn(locale, _work["repo/ingest"], "/");

        Assert.Equal(4, call.Status);
        Assert.Empty(call.Output);
        Assert.Contains(command, call.Error, StringComparison.Ordinal);
        Assert.Contains(word, call.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_failed_build_is_shown_is_no_success_and_is_tried_again()
    {
        MakeExecutable(_work.Write("sdk/dotnet", "#!/bin/sh\n[ \"$1\" != --list-sdks ] || { echo 10.0.1; exit 0; }\necho 'CS1002: ; expected'; exit 1\n"));

        var call = Call(_work["repo/ingest"], "/");

        Assert.Equal(4, call.Status);
        Assert.Contains("CS1002", call.Error, StringComparison.Ordinal);
        Assert.Empty(call.Output);
        MakeExecutable(_work.Write("sdk/dotnet", Sdk));
        Assert.Equal(3, Call(_work["repo/ingest"], "/").Status);
    }

    [Fact]
    public void A_package_is_made_in_the_folder_asked_for_and_its_archive_is_named_on_standard_output()
    {
        _work.Write("repo/Directory.Build.props", "<Version>7.8.9</Version>");
        MakeExecutable(_work.Write("sdk/dotnet", """
            #!/bin/sh
            [ "$1" != --list-sdks ] || { echo 10.0.1; exit 0; }
            for word; do
                case $word in
                    -p:PublishProfile=*) system=${word#*=} ;;
                    -p:PackageFolder=*) folder=${word#*=} ;;
                esac
            done
            : >"$folder/ingest-7.8.9-$system.zip"
            """));

        var one = Call(_work["repo/ingest"], "/", "package", "win-x64", "--out", _work["a b"]);
        var both = Call(_work["repo/ingest"], _work.Root, "package", "--out=all");

        Assert.Equal((0, _work["a b"] + "/ingest-7.8.9-win-x64.zip\n"), (one.Status, one.Output));
        Assert.Equal((0, $"{_work["all"]}/ingest-7.8.9-linux-x64.zip\n{_work["all"]}/ingest-7.8.9-win-x64.zip\n"), (both.Status, both.Output));
    }

    [Theory]
    [InlineData("package")]
    [InlineData("package", "--out")]
    [InlineData("package", "win-x86", "--out", "x")]
    public void A_package_that_is_not_known_is_a_wrong_call(params string[] args)
    {
        var call = Call(_work["repo/ingest"], "/", args);

        Assert.Equal(2, call.Status);
        Assert.Empty(call.Output);
        Assert.Contains("package [linux-x64] [win-x64] --out FOLDER", call.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_package_that_cannot_be_made_is_status_4()
    {
        MakeExecutable(_work.Write("sdk/dotnet", "#!/bin/sh\n[ \"$1\" != --list-sdks ] || { echo 10.0.1; exit 0; }\necho NU1101; exit 1\n"));

        var call = Call(_work["repo/ingest"], "/", "package", "--out", _work["out"]);

        Assert.Equal((4, ""), (call.Status, call.Output));
        Assert.Contains("NU1101", call.Error, StringComparison.Ordinal);
    }

    public void Dispose() => _work.Dispose();

    private int BuildCount() => File.ReadAllLines(_work["builds"]).Length;

    private (int Status, string Output, string Error) Call(string launcher, string folder, params string[] args) =>
        CallIn("en_US.UTF-8", launcher, folder, args);

    private (int Status, string Output, string Error) CallIn(
        string locale, string launcher, string folder, params string[] args)
    {
        var start = new ProcessStartInfo(Path.IsPathRooted(launcher) ? launcher : Path.Combine(folder, launcher), args)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["PATH"] = $"{_work["sdk"]}:{Environment.GetEnvironmentVariable("PATH")}";
        start.Environment["BUILDS"] = _work["builds"];
        start.Environment["PROGRAM"] = _work[Program];
        start.Environment["LC_ALL"] = locale;
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, error.Result);
    }

    private static void MakeExecutable(string file) =>
        File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
}
