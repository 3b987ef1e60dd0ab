using System.Text.Json;
using Ingest.Collections;
using Ingest.Model.Documents;
using Ingest.Tests.Emission;
using Xunit;

namespace Ingest.Tests.Collections;

public sealed class SummaryJsonTests
{
    [Fact]
    public void Documents_stand_in_the_order_of_their_paths_and_a_double_counts_in_one_of_the_sums()
    {
        var full = SampleDocument.Full();
        var json = Write(Entry("b.pdf", full), Entry("a.docx", full), new CollectionEntry("lost.pdf", null, null));

        Assert.Equal(["a.docx", "b.pdf", "lost.pdf"], json.GetProperty("documents").EnumerateArray().Select(document => document.GetProperty("path").GetString()));
        var second = json.GetProperty("documents")[1];
        Assert.Equal("a.docx", second.GetProperty("duplicateOf").GetProperty("path").GetString());
        Assert.Equal("identical-bytes", second.GetProperty("duplicateOf").GetProperty("kind").GetString());
        Assert.Equal("documents/b.pdf.json", second.GetProperty("result").GetString());
        Assert.Equal(1, second.GetProperty("findings").GetProperty(full.Findings[0].Code).GetInt32());
        Assert.Equal((2, "9900.00"), (json.GetProperty("totals").GetProperty("actions").GetInt32(), json.GetProperty("totals").GetProperty("euros").GetRawText()));
        Assert.Equal((1, "4950.00"), (json.GetProperty("withoutDuplicates").GetProperty("actions").GetInt32(), json.GetProperty("withoutDuplicates").GetProperty("euros").GetRawText()));
        Assert.Equal(1, json.GetProperty("totals").GetProperty("byStatus").GetProperty("failed").GetInt32());
        Assert.Equal(JsonValueKind.Null, json.GetProperty("documents")[2].GetProperty("sha256").ValueKind);
    }

    private static CollectionEntry Entry(string path, IngestedDocument document) => new(path, DocumentDigest.Of(document), DocumentFingerprint.Of(path, document));

    private static JsonElement Write(params CollectionEntry[] entries)
    {
        using var stream = new MemoryStream();
        SummaryJson.Write(CollectionSummary.Of(SampleDocument.Full().Producer, entries), path => $"documents/{path}.json", stream);
        return JsonDocument.Parse(stream.ToArray()).RootElement;
    }
}
