using System.Runtime.CompilerServices;
using Ingest.Model.Pages;
using Ingest.Reading.Docx;
using Ingest.Reading.Odf;
using Xunit;

namespace Ingest.Tests.Reading.Odf;

/// <summary>
/// The same document as LibreOffice writes it in three ways: the flat source beside the DOCX samples, the package made of it, and
/// its DOCX. All three show the same.
/// </summary>
public sealed class LibreOfficeOdtTests
{
    private static readonly Page Docx = Assert.Single(new DocxReader().Read(Sample("../Docx/Samples/lists-merges-notes.docx")));

    public static TheoryData<string> Files => ["Samples/lists-merges-notes.odt", "../Docx/Samples/lists-merges-notes.fodt"];

    [Theory]
    [MemberData(nameof(Files))]
    public void Open_document_gives_the_blocks_of_the_docx(string file)
    {
        var page = Assert.Single(new OdtReader().Read(Sample(file)));
        Assert.Equal(Lines(Docx.Blocks), Lines(page.Blocks));
        Assert.Equal(["text.tracked-changes", "text.invisible"], page.Findings.Select(finding => finding.Code));
    }

    private static IEnumerable<string> Lines(IEnumerable<FlowBlock> blocks) => blocks.SelectMany(block => block switch
    {
        FlowParagraph p => [$"{p.Role} {p.Marker}|{p.ListLevel}|{p.HeadingLevel}|{p.IsBold} {p.Text}"],
        FlowTable table => table.Cells.SelectMany(cell => Lines(cell.Content).Prepend($"cell {cell.Row},{cell.Column} {cell.RowSpan}x{cell.ColumnSpan}"))
            .Prepend($"{table.Role} {table.RowCount}x{table.ColumnCount} {table.HeaderRowCount}"),
        _ => Enumerable.Empty<string>(),
    });

    private static byte[] Sample(string name, [CallerFilePath] string here = "") =>
        File.ReadAllBytes(Path.Combine(Path.GetDirectoryName(here)!, name));
}
