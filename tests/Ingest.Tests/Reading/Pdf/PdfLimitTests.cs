using System.Text;
using Ingest.Model.Pages;
using Ingest.Reading;
using Ingest.Reading.Pdf;
using Ingest.Reading.Pdf.Limits;
using Ingest.Tests.Hostile;
using Xunit;

namespace Ingest.Tests.Reading.Pdf;

public sealed class PdfLimitTests
{
    [Fact]
    public void Letters_before_the_limit_are_read()
    {
        var page = Assert.Single(Read(RawPdf.Of("BT /F1 10 Tf 50 700 Td (vu) Tj 0 -20 Td (perdu) Tj ET"), new ReadingLimits { PageLetters = 2 }));

        Assert.Equal("vu", Assert.Single(page.Words).Text);
        Assert.Equal("source.letter-limit", Assert.Single(page.Findings).Code);
    }

    [Fact]
    public void Pages_before_the_limit_are_read_and_the_others_told()
    {
        var read = new List<Page>();
        var pages = new RawPdf(new RawPage("BT /F1 10 Tf 50 700 Td (une) Tj ET"), new RawPage("BT /F1 10 Tf 50 700 Td (deux) Tj ET"));

        var end = Assert.Throws<UnreadableSourceException>(() =>
        {
            foreach (var page in new PdfReader(new PdfReadingOptions(), new ReadingLimits { Pages = 1 }).Read(pages.ToBytes()))
                read.Add(page);
        });

        Assert.Equal("une", Assert.Single(Assert.Single(read).Words).Text);
        Assert.Equal("source.page-limit", end.Finding.Code);
    }

    [Fact]
    public void Saved_states_beyond_the_limit_are_restored_as_often_as_they_were_saved()
    {
        var content = $"{PdfObjects.Times("q ", 1500)}{PdfObjects.Times("Q ", 1500)} BT /F1 10 Tf 50 700 Td (vu) Tj ET";

        var page = RawPdf.Of(content).ReadPage();

        Assert.Equal("vu", Assert.Single(page.Words).Text);
        Assert.Equal("source.unread-part", Assert.Single(page.Findings).Code);
    }

    [Theory]
    [InlineData("5 0 obj 6 0 R endobj 6 0 obj 5 0 R endobj", true)]
    [InlineData("5 0 obj 6 0 R endobj 6 0 obj 7 endobj", false)]
    [InlineData("5 0 obj << /Type /XRef /W [1 2 1] /Index [0 9] >> stream", false)]
    [InlineData("5 0 obj << /Type /XRef /W [1 2000000000 1] >> stream", true)]
    [InlineData("5 0 obj << /W [1 99999999999999999999 1] /Type /XRef >> stream", true)]
    [InlineData("5 0 obj << /Type /XRef /W [1 2 1] /Index [0 2147483647] >> stream", true)]
    [InlineData("5 0 obj << /Type /Font /W [0 1000 500] >> endobj", false)]
    public void Bytes_tell_what_would_end_the_process(string bytes, bool isProblem) =>
        Assert.Equal(isProblem, RawStructure.ProblemOf(Encoding.ASCII.GetBytes(bytes)) is not null);

    private static IEnumerable<Page> Read(RawPdf file, ReadingLimits limits) => new PdfReader(new PdfReadingOptions(), limits).Read(file.ToBytes());
}
