using System.Runtime.CompilerServices;
using Ingest.Model.Pages;
using Ingest.Reading.Docx;
using Xunit;

namespace Ingest.Tests.Reading.Docx;

/// <summary>
/// A file as LibreOffice writes it, which has its own ways with merges, lists and frames. « Samples/lists-merges-notes.docx »
/// is the rendering of the « .fodt » beside it; what is expected here was read off the rendered page.
/// </summary>
public sealed class LibreOfficeDocxTests
{
    private static readonly Page Page = Read("lists-merges-notes.docx");

    private static readonly FlowTable Table = Page.Blocks.OfType<FlowTable>().Single();

    [Fact]
    public void Headings_have_the_numbers_of_the_page() => Assert.Equal(
        [(0, null, "Programmation"), (1, "AXE I –", "Emploi"), (2, "I.1 –", "Insertion"), (2, "I.2 –", "Mobilité"), (1, "AXE II –", "Santé"), (2, "II.1 –", "Accès")],
        Page.Blocks.OfType<FlowParagraph>().Where(p => p.HeadingLevel is not null).Select(p => (p.HeadingLevel!.Value, p.Marker, p.Text)));

    [Fact]
    public void Items_have_their_markers_and_depths() => Assert.Equal(
        [("a)", 0, "premier"), ("→", 1, "dessous"), ("b)", 0, "second")],
        Page.Blocks.OfType<FlowParagraph>().Where(p => p.ListLevel is not null).Select(p => (p.Marker!, p.ListLevel!.Value, p.Text)));

    [Fact]
    public void Changes_are_accepted_capitals_shown_and_hidden_words_left_out()
    {
        Assert.Contains(Page.Blocks.OfType<FlowParagraph>(), p => p.Text == "Le nouveau projet de la VILLE. fin\nligne");
        Assert.Equal(["text.tracked-changes", "text.invisible"], Page.Findings.Select(finding => finding.Code));
    }

    [Fact]
    public void Merges_in_both_directions_are_those_of_the_page()
    {
        Assert.Equal((4, 4, 1), (Table.RowCount, Table.ColumnCount, Table.HeaderRowCount));
        Assert.Equal(
            ["0,0 1x2", "0,2 1x2", "1,0 2x1", "1,1 1x1", "1,2 1x1", "1,3 1x1", "2,1 2x2", "2,3 1x1", "3,0 1x1", "3,3 1x1"],
            Table.Cells.Select(cell => $"{cell.Row},{cell.Column} {cell.RowSpan}x{cell.ColumnSpan}"));
    }

    [Fact]
    public void Cell_may_hold_a_list_or_a_table()
    {
        Assert.Equal("•", Assert.IsType<FlowParagraph>(Assert.Single(Table.Cells[3].Content)).Marker);
        Assert.IsType<FlowTable>(Assert.Single(Table.Cells[7].Content));
    }

    [Fact]
    public void Frame_header_footer_and_note_stand_apart() => Assert.Equal(
        [(FlowRole.TextBox, "Reçu en préfecture"), (FlowRole.Header, "Ville d’essai"), (FlowRole.Footer, "Page 1"), (FlowRole.Note, "Voir l’annexe.")],
        Page.Blocks.OfType<FlowParagraph>().Where(p => p.Role != FlowRole.Body).Select(p => (p.Role, p.Text)));

    private static Page Read(string name, [CallerFilePath] string here = "") =>
        Assert.Single(new DocxReader().Read(File.ReadAllBytes(Path.Combine(Path.GetDirectoryName(here)!, "Samples", name))));
}
