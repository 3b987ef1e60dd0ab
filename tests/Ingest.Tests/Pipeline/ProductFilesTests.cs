using Ingest.Pipeline;
using Xunit;

namespace Ingest.Tests.Pipeline;

public sealed class ProductFilesTests
{
    [Fact]
    public void The_variable_names_the_home()
    {
        using var home = new TemporaryFolder();
        home.Write("pipelines/default.yaml", "");

        Assert.Equal(home.Root, ProductFiles.Find(home.Root, "/")!.Home);
    }

    [Fact]
    public void A_variable_that_names_no_home_is_not_replaced_in_silence()
    {
        using var home = new TemporaryFolder();
        home.Write("pipelines/default.yaml", "");

        Assert.Null(ProductFiles.Find(home["nowhere"], home.Root));
    }

    [Fact]
    public void Without_the_variable_the_nearest_folder_above_the_binary_is_the_home()
    {
        using var home = new TemporaryFolder();
        home.Write("pipelines/default.yaml", "");
        home.Write("src/Cli/bin/program", "");

        Assert.Equal(home.Root, ProductFiles.Find(null, home["src/Cli/bin"])!.Home);
        Assert.Equal(home.Root, ProductFiles.Find("", home.Root)!.Home);
    }

    [Fact]
    public void Where_there_are_no_definitions_there_is_no_home()
    {
        using var nothing = new TemporaryFolder();

        Assert.Null(ProductFiles.Find(null, nothing.Root));
    }
}
