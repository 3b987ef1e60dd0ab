using Ingest.Emission;
using Ingest.Tests.Emission;
using Ingest.Tests.Pipeline;
using Xunit;

namespace Ingest.Tests.Cli;

public sealed class CompareTests : IDisposable
{
    private readonly TemporaryFolder _work = new();

    [Fact]
    public void A_collection_of_one_document_is_compared_to_a_page()
    {
        Put("a.pdf");

        var call = CliCall.Of("compare", _work["out"], "--out", _work["compare.html"]);

        Assert.Equal((0, ""), (call.Status, call.Output));
        Assert.Contains("1 documents compared", call.Error, StringComparison.Ordinal);
        // The page is French whatever the language of the messages.
        Assert.Contains("Comparaison par commune", File.ReadAllText(_work["compare.html"]), StringComparison.Ordinal);
        Assert.Equal(["compare.html", "out"], Entries());
    }

    [Fact]
    public void Data_and_drawings_are_written_beside_when_asked_for()
    {
        Put("a.pdf");

        Assert.Equal(0, CliCall.Of("compare", _work["out"], "--out", _work["compare.html"], "--by", "quartier", "--pivot", "cabbalr-2024-2030", "--data", _work["compare-data"]).Status);

        Assert.StartsWith("unite,unite_code,etat,place,", File.ReadAllText(_work["compare-data/couverture.csv"]), StringComparison.Ordinal);
        Assert.StartsWith("<svg xmlns=", File.ReadAllText(_work["compare-data/couverture.svg"]), StringComparison.Ordinal);
        Assert.Contains("Comparaison par quartier", File.ReadAllText(_work["compare.html"]), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_no_document_is_named_on_the_page_and_is_status_1()
    {
        Put("a.pdf");
        _work.Write("out/documents/b.pdf.json", "{");

        var call = CliCall.In("fr_FR.UTF-8", "compare", _work["out"], "--out", _work["compare.html"]);

        Assert.Equal(1, call.Status);
        Assert.Contains("b.pdf.json n'a pas été comparé", call.Error, StringComparison.Ordinal);
        Assert.Contains("<th scope=\"row\">b.pdf</th><td>illisible</td>", File.ReadAllText(_work["compare.html"]), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nowhere", "compare.html", "--by", "commune")]
    [InlineData("empty", "compare.html", "--by", "commune")]
    [InlineData("out", "compare.html", "--by", "porteur")]
    [InlineData("out", "compare.html", "--pivot", "nothing")]
    [InlineData("out", "out/documents/a.html", "--by", "commune")]
    [InlineData("out", "compare.html", "--data", "out/documents")]
    [InlineData("out", "out", "--by", "commune")]
    public void A_wrong_call_is_status_2_and_writes_nothing(string folder, string output, string option, string value)
    {
        Put("a.pdf");
        Directory.CreateDirectory(_work["empty/documents"]);

        var call = CliCall.Of("compare", _work[folder], "--out", _work[output], option, option == "--data" ? _work[value] : value);

        Assert.Equal(2, call.Status);
        Assert.StartsWith("ingest: ", call.Error, StringComparison.Ordinal);
        Assert.Equal(["empty", "out"], Entries());
        Assert.Equal(["a.pdf.json"], Directory.EnumerateFileSystemEntries(_work["out/documents"]).Select(Path.GetFileName));
    }

    public void Dispose() => _work.Dispose();

    private IEnumerable<string?> Entries() => Directory.EnumerateFileSystemEntries(_work.Root).Select(Path.GetFileName).Order(StringComparer.Ordinal);

    private void Put(string path)
    {
        Directory.CreateDirectory(_work["out/documents"]);
        using var stream = File.Create(_work[$"out/documents/{path}.json"]);
        DocumentJson.Write(SampleDocument.Full(), stream);
    }
}
