using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Ingest.Model.Pages;
using Ingest.Reading.Pdf;
using Xunit;

namespace Ingest.Tests.Reading.Pdf.Forms;

public sealed class AnnotationTests
{
    private const string Letters = "/Type /XObject /Subtype /Form /BBox [0 0 200 20]";

    [Fact]
    public void Free_text_is_content_of_the_page()
    {
        var page = Read("/Subtype /FreeText /Rect [100 700 300 720] /DA (/Helv 9 Tf) /Contents (Accord\\351 : 5 000)");

        Assert.Equal(["Accordé", ":", "5", "000"], page.Words.Select(word => word.Text));
        Assert.Empty(page.Findings);
    }

    [Theory]
    [InlineData("FreeText")]
    [InlineData("Stamp")]
    public void Free_text_and_stamps_are_read_as_they_are_drawn(string subtype)
    {
        var page = Read($"/Subtype /{subtype} /Rect [100 700 300 720] /AP << /N {{A}} >>", RawPdf.Stream(Letters, "BT /F1 10 Tf 2 6 Td (Re\\347u le 12/12/2024) Tj ET"));

        Assert.Equal(["Reçu", "le", "12/12/2024"], page.Words.Select(word => word.Text));
        Assert.Equal(102, page.Words[0].Box.Left, 0.01);
    }

    [Theory]
    [InlineData("Text")]
    [InlineData("Highlight")]
    [InlineData("StrikeOut")]
    public void Remarks_are_told_and_not_read(string subtype)
    {
        var page = Read($"/Subtype /{subtype} /Rect [100 700 120 720] /Contents (\\300 v\\351rifier : 5 000 ?)");

        Assert.Empty(page.Words);
        var finding = Assert.Single(page.Findings);
        Assert.Equal("text.remarks", finding.Code);
        Assert.Equal("À vérifier : 5 000 ?", finding.Evidence!.Text);
        Assert.Equal(100, finding.Evidence.Regions[0].Bbox!.Value.Left, 0.01);
    }

    [Theory]
    [InlineData("/Subtype /Link /Contents (une adresse)")]
    [InlineData("/Subtype /Popup /Contents (la m\\352me note)")]
    [InlineData("/Subtype /Highlight /Contents ( )")]
    public void Links_and_empty_marks_say_nothing(string entries) => Assert.Empty(Read($"{entries} /Rect [100 700 120 720]").Findings);

    [Fact]
    public void An_appearance_that_paints_itself_ends()
    {
        var page = Read("/Subtype /Stamp /Rect [100 700 300 720] /AP << /N {A} >>", RawPdf.Stream($"{Letters} /Resources << /XObject << /A {{A}} >> >>", "/A Do BT /F1 10 Tf 2 6 Td (vu) Tj ET"));

        Assert.Equal(["vu"], page.Words.Select(word => word.Text));
    }

    [Fact]
    public void A_form_of_an_office_suite_reads_like_its_table()
    {
        var page = Assert.Single(new PdfReader().Read(Sample("fields.pdf")));

        Assert.Equal(
            "Programmation 2025 du contrat de ville de Lens Action Porteur Coût total Ville Jardin partagé Vélos pour tous Reconduction : oui non Objectifs :",
            Text(page.Words.TakeWhile(word => word.Text != "CCAS")));
        Assert.Equal(
            "CCAS 12 500,00 € 8 000,00 € Les Roues 3 250,50 € 3 250,50 € ☒ ☐ Rendre l’espace aux habitants du quartier et cultiver ensemble des légumes toute l’année, avec l’école et le centre social.",
            Text(page.Words.SkipWhile(word => word.Text != "CCAS")));
        Assert.Empty(page.Findings);
    }

    private static string Text(IEnumerable<Word> words) => string.Join(' ', words.Select(word => word.Text));

    private static Page Read(string annotation, string? form = null) =>
        (new RawPdf(new RawPage("") { Extra = $"/Annots [<< /Type /Annot {annotation} >>]" }) with
        {
            XObjects = form is null ? ImmutableDictionary<string, string>.Empty : ImmutableDictionary<string, string>.Empty.Add("A", form),
        }).ReadPage();

    private static byte[] Sample(string name, [CallerFilePath] string here = "") =>
        File.ReadAllBytes(Path.Combine(Path.GetDirectoryName(here)!, "Samples", name));
}
