using Ingest.Evaluation;
using Ingest.Evaluation.Tables;
using Ingest.Tests.Pipeline;
using Xunit;

namespace Ingest.Tests.Evaluation.Tables;

public sealed class GroundTruthTests : IDisposable
{
    private readonly TemporaryFolder _work = new();

    [Fact]
    public void Cells_have_their_span_and_slips_are_mended()
    {
        var table = Assert.Single(GroundTruth.Read(_work.Write("x-1-str.xml", """
            <document><table id="1"><region id="1" page="3" row-increment="2" col-increment="1">
              <cell start-row="0" start-col="0" end-col="2"><content>wide</content></cell>
              <cell start-row="1" start-col="0" col-end="1" end-row="2"><content>slip</content></cell>
              <cell start-row="3" start-col="2" end-row="1" end-col="0"><content/></cell>
            </region></table></document>
            """)));

        Assert.Equal([3], table.Pages);
        Assert.Equal([new ScoredCell(2, 1, 2, 3, "wide"), new ScoredCell(3, 1, 4, 2, "slip"), new ScoredCell(5, 3, 5, 3, "")], table.Cells);
    }

    [Fact]
    public void Two_truths_of_one_document_stand_together_and_the_document_beside_one_of_them_is_meant()
    {
        _work.Write("in/x-2b-str.xml", Empty);
        _work.Write("in/x-2a-str.xml", Empty);
        _work.Write("in/x-1-str.xml", Empty);
        var pdf = _work.Write("in/x-2a.pdf", "");

        var documents = GroundTruth.Load(_work.Root);

        Assert.Equal([("x-1", null), ("x-2", pdf)], documents.Select(document => (document.Name, document.Pdf)));
        Assert.Equal(["x-2a", "x-2b"], documents[1].Variants.Select(variant => variant.Name));
    }

    [Theory]
    [InlineData("<document><table>", ":1:")]
    [InlineData("<document><table><region page='1'><cell start-row='0'/></region></table></document>", "start-col")]
    [InlineData("<document><table><region page='one'/></table></document>", "one")]
    public void What_is_not_of_its_form_is_told_with_the_file(string text, string told)
    {
        var path = _work.Write("x-1-str.xml", text);

        var error = Assert.Throws<TruthFormatException>(() => GroundTruth.Load(_work.Root));

        Assert.StartsWith(path, error.Message, StringComparison.Ordinal);
        Assert.Contains(told, error.Message, StringComparison.Ordinal);
    }

    public void Dispose() => _work.Dispose();

    private const string Empty = "<document/>";
}
