using Ingest.Collections;
using Ingest.Emission;
using Ingest.Tests.Emission;
using Ingest.Tests.Pipeline;
using Xunit;

namespace Ingest.Tests.Collections;

public sealed class CollectionReaderTests : IDisposable
{
    private readonly TemporaryFolder _work = new();

    [Fact]
    public void Documents_come_in_the_order_of_their_paths_whatever_the_language()
    {
        foreach (var path in new[] { "b.pdf", "B.pdf", "a/z.pdf", "é.pdf", "a.pdf" })
            Put(path);

        Assert.Equal(["B.pdf", "a.pdf", "a/z.pdf", "b.pdf", "é.pdf"], Read().Select(file => file.Path));
    }

    [Fact]
    public void A_document_is_what_was_written()
    {
        Put("a.pdf");

        Assert.Equal(Text(SampleDocument.Full()), Text(Assert.Single(Read()).Document!));
    }

    [Fact]
    public void A_file_that_is_no_document_says_why_and_stops_no_other()
    {
        Put("a.pdf");
        _work.Write("documents/b.pdf.json", "{ \"kind\": 3");
        _work.Write("documents/c.pdf.json", "null");
        Put("d.pdf");

        var files = Read();

        Assert.Equal([true, false, false, true], files.Select(file => file.Document is not null));
        Assert.All(files, file => Assert.Equal(file.Document is null, file.Failure is { Length: > 0 }));
    }

    [Fact]
    public void What_is_under_way_or_something_else_is_no_document()
    {
        Put("a.pdf");
        _work.Write("documents/.b.pdf.json.12.tmp", "{");
        _work.Write("documents/.c.json", "{");
        _work.Write("documents/notes.txt", "…");

        Assert.Equal(["a.pdf"], Read().Select(file => file.Path));
    }

    public void Dispose() => _work.Dispose();

    private List<CollectedFile> Read() => [.. new CollectionReader(_work.Root).Read()];

    private void Put(string path) => _work.Write($"documents/{path}.json", Text(SampleDocument.Full()));

    private static string Text(Model.Documents.IngestedDocument document)
    {
        using var stream = new MemoryStream();
        DocumentJson.Write(document, stream);
        return System.Text.Encoding.UTF8.GetString(stream.ToArray());
    }
}
