using System.Collections.Immutable;
using Ingest.Reading.Raster;
using Ingest.Reading.Tools;
using Ingest.Tests.Pipeline;
using Xunit;

namespace Ingest.Tests.Reading.Tools;

public sealed class ToolSearchTests : IDisposable
{
    private readonly TemporaryFolder _work = new();

    [Fact]
    public void The_configured_folder_outweighs_the_one_beside_the_program_and_that_outweighs_the_path()
    {
        var onPath = Program("path/pdftoppm");
        Assert.Equal(new FoundTool(onPath, ToolPlace.Path), Search().Find("pdftoppm"));

        var beside = Program("app/tools/pdftoppm");
        Assert.Equal(new FoundTool(beside, ToolPlace.Beside), Search().Find("pdftoppm"));

        var configured = Program("mine/pdftoppm");
        Assert.Equal(new FoundTool(configured, ToolPlace.Configured), Search(configured: _work["mine"]).Find("pdftoppm"));
    }

    [Theory]
    [InlineData("app/tools/tesseract.exe")]
    [InlineData("app/tools/tesseract/tesseract.exe")]
    [InlineData("app/tools/poppler/bin/tesseract.exe")]
    [InlineData("app/tools/poppler/poppler-24.08.0/Library/bin/tesseract.exe")]
    public void A_package_may_carry_its_tools_flat_or_as_their_archives_unpack(string file) =>
        Assert.Equal(new FoundTool(Program(file), ToolPlace.Beside), Search(isWindows: true).Find("tesseract"));

    [Fact]
    public void The_nearer_folder_outweighs_the_deeper_one()
    {
        Program("app/tools/a/pdftoppm");
        var near = Program("app/tools/pdftoppm");

        Assert.Equal(near, Search().Find("pdftoppm")?.File);
    }

    [Theory]
    [InlineData("ProgramFiles", "Tesseract-OCR/tesseract.exe")]
    [InlineData("ProgramFiles(x86)", "Tesseract-OCR/tesseract.exe")]
    [InlineData("LOCALAPPDATA", "Programs/Tesseract-OCR/tesseract.exe")]
    [InlineData("ProgramFiles", "poppler/Library/bin/tesseract.exe")]
    public void Windows_installers_put_it_where_it_is_looked_for(string variable, string file)
    {
        var program = Program("disk/" + file);
        var environment = ImmutableDictionary<string, string>.Empty.Add(variable, _work["disk"]);

        Assert.Equal(new FoundTool(program, ToolPlace.Usual), new ToolSearch(environment.GetValueOrDefault, _work["app"], true).Find("tesseract"));
        Assert.Null(new ToolSearch(environment.GetValueOrDefault, _work["app"], false).Find("tesseract"));
    }

    [Fact]
    public void Windows_tries_the_endings_of_PATHEXT_that_it_starts_without_a_shell()
    {
        Program("path/tesseract.bat");
        Program("path/tesseract");
        Assert.Null(Search(isWindows: true, extensions: ".BAT;.EXE").Find("tesseract"));

        var program = Program("path/tesseract.exe");
        Assert.Equal(program, Search(isWindows: true, extensions: ".BAT;.EXE").Find("tesseract")?.File);
        Assert.Equal(program, Search(isWindows: true).Find("tesseract.exe")?.File);

        var com = Program("path/tesseract.com");
        Assert.Equal(com, Search(isWindows: true, extensions: ".COM;.EXE").Find("tesseract")?.File);
        Assert.Equal(program, Search(isWindows: true, extensions: ".EXE;.COM").Find("tesseract")?.File);
    }

    [Fact]
    public void A_path_is_taken_at_its_word()
    {
        Program("path/pdftoppm");
        var named = Program("elsewhere/pdftoppm");

        Assert.Equal(new FoundTool(named, ToolPlace.Named), Search().Find(named));
        Assert.Null(Search().Find(_work["nowhere/pdftoppm"]));
        Assert.Equal(Program("elsewhere/tesseract.exe"), Search(isWindows: true).Find(_work["elsewhere/tesseract"])?.File);
    }

    [Fact]
    public void What_cannot_be_run_is_no_program_and_relative_folders_of_the_path_are_not_looked_into()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Windows has no right to execute.");
            return;
        }

        _work.Write("path/pdftoppm", "text");
        Assert.Null(Search().Find("pdftoppm"));

        var here = Path.GetRelativePath(Environment.CurrentDirectory, Path.GetDirectoryName(Program("other/pdftoppm"))!);
        var environment = ImmutableDictionary<string, string>.Empty.Add("PATH", here + "::.");
        Assert.Null(new ToolSearch(environment.GetValueOrDefault, _work["app"], false).Find("pdftoppm"));
    }

    [Fact]
    public void A_program_of_the_current_folder_is_not_run()
    {
        var name = "ingest-no-such-program";
        var file = Path.Combine(Environment.CurrentDirectory, name);
        File.Copy(Program("any"), file, overwrite: true);
        try
        {
            Assert.Throws<MissingToolException>(() => ChildTool.Run(
                name, [], ImmutableDictionary<string, string>.Empty, null, TimeSpan.FromSeconds(5), TestContext.Current.CancellationToken));
        }
        finally
        {
            File.Delete(file);
        }
    }

    public void Dispose() => _work.Dispose();

    private string Program(string relative)
    {
        var file = _work.Write(relative, "#!/bin/sh\n");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return Path.GetFullPath(file);
    }

    private ToolSearch Search(string? configured = null, bool isWindows = false, string? extensions = null)
    {
        var environment = new Dictionary<string, string?> { [ToolSearch.Variable] = configured, ["PATH"] = _work["path"], ["PATHEXT"] = extensions };
        return new ToolSearch(environment.GetValueOrDefault, _work["app"], isWindows);
    }
}
