using System.Text;
using Ingest.Tests.Pipeline;
using Xunit;

namespace Ingest.Tests.Cli;

public sealed class SingleDocumentTests : IDisposable
{
    private readonly TemporaryFolder _work = new();

    [Fact]
    public void Extract_writes_the_document_even_where_nothing_could_be_read()
    {
        var call = CliCall.Of("extract", _work.Write("empty.pdf", ""));

        Assert.Equal(1, call.Status);
        Assert.Equal("failed", call.Json.GetProperty("status").GetString());
        Assert.Equal("source.empty", call.Json.GetProperty("findings")[0].GetProperty("code").GetString());
        Assert.Contains("The file holds nothing.", call.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Extract_reads_standard_input()
    {
        var call = CliCall.With([], Encoding.UTF8.GetBytes("Bonjour"), "extract", "-");

        Assert.Equal(0, call.Status);
        Assert.Equal(7, call.Json.GetProperty("source").GetProperty("byteLength").GetInt32());
    }

    [Fact]
    public void The_definition_is_named_in_the_document()
    {
        var file = _work.Write("a.txt", "Bonjour");

        var definition = CliCall.Of("extract", file, "--pipeline", "strict").Json.GetProperty("producer").GetProperty("definition");

        Assert.Equal("strict", definition.GetString());
    }

    [Fact]
    public void A_wrong_definition_is_status_2_with_file_line_and_the_nearest_key()
    {
        var mine = _work.Write("mine.yaml", "name: mine\nextends: default\nthresholds:\n  sumSlck: 1\n");

        var call = CliCall.Of("extract", _work.Write("a.txt", "x"), "--pipeline", mine);

        Assert.Equal(2, call.Status);
        Assert.StartsWith($"ingest: {mine}:4: ", call.Error, StringComparison.Ordinal);
        Assert.Contains("sumSlack", call.Error, StringComparison.Ordinal);
        Assert.Empty(call.Output);
    }

    [Fact]
    public void Tables_writes_its_frame_and_tells_why_where_nothing_could_be_read()
    {
        var call = CliCall.Of("tables", _work.Write("empty.pdf", ""));

        Assert.Equal(1, call.Status);
        Assert.Equal("empty.pdf", call.Json.GetProperty("file").GetString());
        Assert.Equal(0, call.Json.GetProperty("tables").GetArrayLength());
        Assert.Contains("The file holds nothing.", call.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Schema_writes_a_JSON_Schema()
    {
        var call = CliCall.Of("schema");

        Assert.Equal(0, call.Status);
        Assert.Equal("https://json-schema.org/draft/2020-12/schema", call.Json.GetProperty("$schema").GetString());
    }

    public void Dispose() => _work.Dispose();
}
