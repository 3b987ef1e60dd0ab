using Ingest.Layout;
using Ingest.Tables;
using Ingest.Tests.Tables;
using Xunit;

namespace Ingest.Tests.Layout;

public sealed class LinesTests
{
    private static string[] Texts(PageSketch sketch) =>
        [.. ContentBuilder.Build([sketch.ToPage()]).Blocks.OfType<TextContent>().Select(content => content.Block.Text.Text)];

    [Fact]
    public void An_exponent_and_an_index_stay_in_their_line()
    {
        var page = new PageSketch(1).Text(50, 100, "le").Text(62.5, 100, "1").Text(67.6, 96.7, "er", size: 5.8).Text(80, 100, "du CO")
            .Text(103, 102, "2", size: 5.8).Text(50, 112, "suit ici").ToPage();

        var lines = WordsToLines.Group(1, page.Words, LayoutOptions.Default);

        Assert.Equal(["le 1 er du CO 2", "suit ici"], lines.Select(line => string.Join(' ', line.Words.Select(word => word.Text))));
    }

    [Fact]
    public void Every_word_is_in_one_line_whatever_its_size()
    {
        var random = new Random(7);
        var sketch = new PageSketch(1);
        for (var i = 0; i < 500; i++)
            sketch.Text(random.Next(0, 500), random.Next(20, 800), "mot", size: random.Next(5, 30));
        var words = sketch.ToPage().Words;

        var lines = WordsToLines.Group(1, words, LayoutOptions.Default);

        Assert.Equal(words.Length, lines.Sum(line => line.Words.Length));
        Assert.Equal(words.Length, lines.SelectMany(line => line.Words).Distinct(ReferenceEqualityComparer.Instance).Count());
    }

    [Fact]
    public void Wrapped_lines_are_one_paragraph_and_a_word_that_would_have_fitted_begins_another()
    {
        var texts = Texts(new PageSketch(1).Lines(
            50, 100, 10,
            "Les habitants se retrouvent chaque semaine au jardin partagé pour semer, planter puis récolter",
            "ensemble les légumes du quartier.",
            "Une fête clôt la saison."));

        Assert.Equal(
        [
            "Les habitants se retrouvent chaque semaine au jardin partagé pour semer, planter puis récolter ensemble les légumes du quartier.",
            "Une fête clôt la saison.",
        ], texts);
    }

    [Theory]
    [InlineData("•")]
    [InlineData("-")]
    [InlineData("–")]
    [InlineData("→")]
    [InlineData("a)")]
    [InlineData("1.2")]
    public void A_list_marker_is_told_from_its_text(string marker)
    {
        var content = ContentBuilder.Build([new PageSketch(1).Text(50, 100, $"{marker} Créer un jardin").Text(50, 112, $"{marker} Semer des fleurs").ToPage()]);

        Assert.Equal(
            [(marker, "Créer un jardin"), (marker, "Semer des fleurs")],
            content.Blocks.OfType<TextContent>().Select(text => (text.Block.Marker!, text.Block.Text.Text)));
    }

    [Theory]
    [InlineData("- 2 000 €")]
    [InlineData("1.250 euros")]
    [InlineData("12.05.2024")]
    [InlineData("6 - 17 ans")]
    [InlineData("M. Durand")]
    [InlineData("2024 Fête")]
    public void Amounts_ages_dates_and_initials_are_no_markers(string text) => Assert.Equal([text], Texts(new PageSketch(1).Text(50, 100, text)));

    [Fact]
    public void Two_columns_of_prose_are_read_one_after_the_other_below_their_common_heading()
    {
        var page = new PageSketch(1).Text(60, 60, "Le contrat de ville et les quartiers prioritaires de la commune en 2024", size: 14);
        for (var i = 0; i < 6; i++)
        {
            page.Text(50, 100 + (12 * i), $"gauche {i} une ligne assez longue de prose");
            page.Text(320, 100 + (12 * i), $"droite {i} une ligne assez longue de prose");
        }

        var text = string.Join(' ', Texts(page));

        Assert.True(text.IndexOf("contrat", StringComparison.Ordinal) < text.IndexOf("gauche 0", StringComparison.Ordinal));
        Assert.True(text.IndexOf("gauche 5", StringComparison.Ordinal) < text.IndexOf("droite 0", StringComparison.Ordinal));
    }

    [Fact]
    public void Labels_and_their_values_are_read_line_by_line()
    {
        var page = new PageSketch(1).Lines(50, 100, 10, "Maire", "Adjointe", "Préfète", "Porteur", "Caisse")
            .Lines(300, 100, 10, "Mme Arnaud", "M. Bodin", "Mme Cros", "M. Duval", "Mme Eymard");

        Assert.StartsWith("Maire Mme Arnaud", string.Join('\n', Texts(page)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_sentence_that_a_page_break_cuts_is_one_paragraph()
    {
        var first = new PageSketch(1).Text(50, 800, "Le projet rassemble les habitants du quartier et les");
        var second = new PageSketch(2).Text(50, 150, "associations de la commune.");

        var block = Assert.IsType<TextContent>(Assert.Single(ContentBuilder.Build([first.ToPage(), second.ToPage()]).Blocks)).Block;

        Assert.Equal("Le projet rassemble les habitants du quartier et les associations de la commune.", block.Text.Text);
        Assert.Equal([1, 2], block.Text.ToEvidence().Regions.Select(region => region.Page!.Value));
    }

    [Fact]
    public void A_title_and_headings_have_levels_by_size_and_weight()
    {
        var page = new PageSketch(1).Text(50, 60, "Programmation 2024", size: 18).Text(50, 100, "Les actions", size: 13)
            .Text(50, 130, "Porteurs", bold: true);
        for (var i = 0; i < 10; i++)
            page.Text(50, 160 + (12 * i), "Une ligne de texte ordinaire et assez longue pour donner la taille du corps.");

        var levels = ContentBuilder.Build([page.ToPage()]).Blocks.OfType<TextContent>().Select(text => text.Block.HeadingLevel).Take(4);

        Assert.Equal([0, 1, 2, null], levels);
    }

    [Fact]
    public void Hidden_text_is_not_in_the_body()
    {
        var page = new PageSketch(1).Text(50, 100, "vu").Text(80, 100, "caché").ToPage();
        page = page with { Words = [page.Words[0], page.Words[1] with { IsVisible = false }] };

        Assert.Equal(["vu"], PageFurniture.Separate([page])[0].Body.Select(word => word.Text));
    }
}
