using System.Text;
using Ingest.Model.Pages;
using Ingest.Model.Provenance;
using Ingest.Reading.Ocr;
using Xunit;

namespace Ingest.Tests.Reading.Ocr;

/// <summary>What the engine writes, and what is corrected in it.</summary>
public sealed class RecognisedTextTests
{
    private const string Hocr = """
        <?xml version="1.0" encoding="UTF-8"?>
        <!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
        <html xmlns="http://www.w3.org/1999/xhtml"><body>
        <div class='ocr_page' id='page_1' title='image "a.pgm"; bbox 0 0 100 50; ppageno 0'>
          <span class='ocr_line' id='line_1_1' title="bbox 10 10 90 30; baseline 0 -4; x_size 20; x_descenders 4; x_ascenders 5">
            <span class='ocrx_word' id='word_1_1' title='bbox 10 10 40 26; x_wconf 96'><strong>Coût</strong></span>
            <span class='ocrx_word' id='word_1_2' title='bbox 50 10 90 26; x_wconf 42'>l&#39;an</span>
          </span>
        </div>
        <div class='ocr_page' id='page_2' title='image "b.pgm"; bbox 0 0 9 9; ppageno 1'></div>
        </body></html>
        """;

    [Fact]
    public void HOCR_gives_lines_and_words_of_each_image()
    {
        var images = HocrToLines.Read(Encoding.UTF8.GetBytes(Hocr));

        Assert.Equal([1, 0], images.Select(lines => lines.Length));
        var line = images[0][0];
        Assert.Equal(["Coût", "l'an"], line.Words.Select(word => word.Text));
        Assert.Equal([0.96, 0.42], line.Words.Select(word => word.Confidence));
        Assert.Equal((20, 26), (line.Size, line.Baseline));
    }

    [Fact]
    public void Bytes_that_are_no_HOCR_are_refused() => Assert.Throws<InvalidDataException>(() => HocrToLines.Read("<html><body>"u8.ToArray()));

    [Theory]
    [InlineData("1'école", "l'école")]
    [InlineData("|’accès", "l’accès")]
    [InlineData("1'AGGLO", "L'AGGLO")]
    [InlineData("12O€", "120€")]
    [InlineData("3O0", "300")]
    [InlineData("l2,5O", "12,50")]
    [InlineData("—", "–")]
    [InlineData("“Un", "\"Un")]
    [InlineData("ofﬁce", "office")]
    [InlineData("_Isoler", "Isoler")]
    [InlineData("Belle|", "Belle")]
    [InlineData("EÉquiper", "Équiper")]
    public void What_French_leaves_one_reading_for_is_corrected(string read, string meant) => Assert.Equal(meant, WordCorrection.Correct(read));

    [Theory]
    [InlineData("OOO")]
    [InlineData("lO")]
    [InlineData("QN01604N")]
    [InlineData("1'500")]
    [InlineData("lot")]
    [InlineData("O")]
    [InlineData("l'école")]
    public void What_could_be_meant_stays_as_read(string read) => Assert.Equal(read, WordCorrection.Correct(read));

    [Fact]
    public void A_box_goes_to_the_page_as_shown_and_back()
    {
        foreach (var quarters in (int[])[0, 1, 2, 3])
        {
            var turn = new PageTurn(quarters, 0, new PageSize(600, 800));
            var box = new Box(10, 20, 110, 40);
            var back = turn.ToUpright(turn.ToShown(box));
            Assert.Equal((box.Left, box.Top, box.Right, box.Bottom), (Math.Round(back.Left, 6), Math.Round(back.Top, 6), Math.Round(back.Right, 6), Math.Round(back.Bottom, 6)));
        }

        // Upside down, what is at the upper left is seen at the lower right.
        Assert.Equal(new Box(490, 760, 590, 780), new PageTurn(2, 0, new PageSize(600, 800)).ToShown(new Box(10, 20, 110, 40)));
    }
}
