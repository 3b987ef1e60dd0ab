using System.Globalization;
using Xunit;

namespace Ingest.Tests.Reading.Pdf;

public sealed class OutlinedTextTests
{
    private const string Title = "BT /F1 10 Tf 50 700 Td (Titre) Tj ET ";

    /// <summary>Shapes like the letters of a text that was turned into a drawing, in lines of 40.</summary>
    internal static string Outlines(int count, double size = 6) => string.Join('\n', Enumerable.Range(0, count).Select(index =>
    {
        var (x, y) = (50 + (index % 40 * (size + 2)), 600 - (index / 40 * (size + 6)));
        var (middle, right, top) = (x + (size / 2), x + size, y + size);
        return string.Create(
            CultureInfo.InvariantCulture, $"{x} {y} m {x} {top} {x} {top} {middle} {top} c {right} {top} {right} {top} {right} {y} c {right} {y} {x} {y} {x} {y} c f");
    }));

    [Fact]
    public void Letters_that_are_drawn_are_told_where_there_are_more_of_them_than_of_letters()
    {
        var finding = Assert.Single(RawPdf.Of(Title + Outlines(200)).ReadPage().Findings);

        Assert.Equal("source.ink-without-text", finding.Code);
        Assert.Contains("200", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_logo_is_no_text() => Assert.Empty(RawPdf.Of(Title + Outlines(100)).ReadPage().Findings);

    [Fact]
    public void Large_shapes_are_a_drawing() => Assert.Empty(RawPdf.Of(Title + Outlines(200, 40)).ReadPage().Findings);

    [Fact]
    public void Straight_shapes_are_cells_and_bars() =>
        Assert.Empty(RawPdf.Of(Title + string.Join('\n', Enumerable.Range(0, 300).Select(index => $"{50 + (index % 40 * 10)} {600 - (index / 40 * 10)} 8 8 re f"))).ReadPage().Findings);

    [Fact]
    public void A_page_of_text_with_a_drawing_is_read()
    {
        var text = string.Join(' ', Enumerable.Range(0, 30).Select(line => $"BT /F1 8 Tf 50 {780 - (line * 5)} Td (Le contrat de ville engage) Tj ET"));

        Assert.Empty(RawPdf.Of(text + Outlines(200)).ReadPage().Findings);
    }
}
