using Ingest.Tests.Pipeline;
using Ingest.Tests.Reading.Protection;
using Xunit;

namespace Ingest.Tests.Cli;

public sealed class PasswordTests : IDisposable
{
    private readonly TemporaryFolder _work = new();

    private string Passwords => _work.Write("mots.txt", "faux\nÉté 2025\n");

    [Theory]
    [InlineData("extract", "aes256.pdf")]
    [InlineData("tables", "aes256.pdf")]
    [InlineData("extract", "agile.docx")]
    [InlineData("extract", "standard.xlsx")]
    [InlineData("extract", "libreoffice.odt")]
    [InlineData("extract", "libreoffice.ods")]
    public void Each_password_of_the_file_is_tried(string verb, string name)
    {
        var file = Protected(name);

        Assert.Equal(1, CliCall.Of(verb, file).Status);
        Assert.Equal(0, CliCall.Of(verb, file, "--password-file", Passwords).Status);
    }

    [Fact]
    public void A_file_without_passwords_and_no_file_at_all_are_wrong_calls()
    {
        var file = Protected();

        Assert.Equal(2, CliCall.Of("extract", file, "--password-file", _work["nowhere"]).Status);
        Assert.Equal(2, CliCall.Of("extract", file, "--password-file", _work.Write("empty.txt", "\n\n")).Status);
    }

    [Fact]
    public void A_document_that_failed_for_want_of_a_password_is_tried_again_and_no_password_is_kept()
    {
        string[] run = ["run", Protected(), "--out", _work["out"]];

        Assert.Equal(1, CliCall.Of(run).Status);
        var call = CliCall.Of([.. run, "--retry-failed", "--password-file", Passwords]);

        Assert.Equal(0, call.Status);
        Assert.DoesNotContain("Été", call.Output + call.Error, StringComparison.Ordinal);
        Assert.All(Directory.GetFiles(_work["out"], "*", SearchOption.AllDirectories), kept => Assert.DoesNotContain("Été 2025", File.ReadAllText(kept), StringComparison.Ordinal));
    }

    public void Dispose() => _work.Dispose();

    private string Protected(string name = "aes256.pdf")
    {
        var file = _work["plan"];
        File.WriteAllBytes(file, ProtectedFiles.Of(name));
        return file;
    }
}
