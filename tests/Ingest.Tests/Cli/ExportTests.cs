using Ingest.Emission;
using Ingest.Tests.Emission;
using Ingest.Tests.Pipeline;
using Xunit;

namespace Ingest.Tests.Cli;

public sealed class ExportTests : IDisposable
{
    private readonly TemporaryFolder _work = new();

    [Fact]
    public void A_collection_is_exported_and_proves_itself()
    {
        Put("a.pdf");

        var export = CliCall.Of("export", _work["out"], "--out", _work["data"]);
        var verify = CliCall.Of("verify", _work["data"]);

        Assert.Equal((0, 0), (export.Status, verify.Status));
        Assert.Equal(("", ""), (export.Output, verify.Output));
        Assert.Contains("1 documents", export.Error, StringComparison.Ordinal);
        Assert.Contains("Personal data left out", export.Error, StringComparison.Ordinal);
        Assert.True(File.Exists(_work["data/collection.xlsx"]));
    }

    [Fact]
    public void Formats_are_those_that_were_asked_for()
    {
        Put("a.pdf");

        Assert.Equal(0, CliCall.Of("export", _work["out"], "--out", _work["data"], "--format", "csv, SQLITE").Status);

        Assert.Equal(["codebook.md", "collection.sqlite", "csv", "datapackage.json", "dictionnaire.md", "manifest.json"], Directory.EnumerateFileSystemEntries(_work["data"]).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_file_that_is_no_document_is_named_and_is_status_1()
    {
        Put("a.pdf");
        _work.Write("out/documents/b.pdf.json", "{");

        var call = CliCall.In("fr_FR.UTF-8", "export", _work["out"], "--out", _work["data"], "--format", "csv");

        Assert.Equal(1, call.Status);
        Assert.Contains("b.pdf.json n'a pas été exporté", call.Error, StringComparison.Ordinal);
        Assert.True(File.Exists(_work["data/csv/actions.csv"]));
    }

    [Theory]
    [InlineData("nowhere", "data", "csv")]
    [InlineData("empty", "data", "csv")]
    [InlineData("out", "data", "xls")]
    [InlineData("out", "out/documents", "csv")]
    [InlineData("out", "out/documents/x", "csv")]
    [InlineData("out", "out", "csv")]
    [InlineData("out", "other", "csv")]
    public void A_wrong_call_is_status_2_and_leaves_all_as_it_was(string folder, string output, string format)
    {
        Put("a.pdf");
        _work.Write("other/thesis.txt", "…");
        _work.Write("empty/documents/notes.txt", "…");
        var before = Files();

        var call = CliCall.Of("export", _work[folder], "--out", _work[output], "--format", format);

        Assert.Equal(2, call.Status);
        Assert.StartsWith("ingest: ", call.Error, StringComparison.Ordinal);
        Assert.Equal(before, Files());
    }

    [Fact]
    public void A_changed_export_is_status_1_and_no_export_is_status_2()
    {
        Put("a.pdf");
        CliCall.Of("export", _work["out"], "--out", _work["data"], "--format", "csv");
        File.AppendAllText(_work["data/csv/actions.csv"], "x");

        var changed = CliCall.Of("verify", _work["data"]);

        Assert.Equal(1, changed.Status);
        Assert.Contains("csv/actions.csv has changed", changed.Error, StringComparison.Ordinal);
        Assert.Equal(2, CliCall.Of("verify", _work["out"]).Status);
        Assert.Equal(2, CliCall.Of("verify", _work["nowhere"]).Status);
    }

    public void Dispose() => _work.Dispose();

    private List<string> Files() => [.. Directory.EnumerateFiles(_work.Root, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];

    private void Put(string path)
    {
        using var stream = new MemoryStream();
        DocumentJson.Write(SampleDocument.Full(), stream);
        _work.Write($"out/documents/{path}.json", System.Text.Encoding.UTF8.GetString(stream.ToArray()));
    }
}
