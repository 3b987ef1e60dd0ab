using Ingest.Tables;
using Ingest.Tests.Tables;
using Xunit;

namespace Ingest.Tests.Layout;

/// <summary>What hangs below an item of a list on a page, and columns of lists.</summary>
public sealed class HangingLineTests
{
    // As wide as the text: shorter lines end where they do on purpose.
    private const string Prose = "Les partenaires ont souhaité ne pas interrompre les actions engagées dans les trois quartiers prioritaires.";

    private static PageSketch Item(double step, double left = 82) => new PageSketch(1).Text(50, 60, Prose)
        .Text(70, 100, "• Le Labo des mômes").Text(left, 100 + step, "Porteur : Association Sciences").Text(left, 100 + (2 * step), "État : 5 k€")
        .Text(70, 200, "• Coup de pouce");

    [Fact]
    public void Lines_below_its_first_word_are_the_items() =>
        Assert.Equal([Prose, "Le Labo des mômes\nPorteur : Association Sciences\nÉtat : 5 k€", "Coup de pouce"], Texts(Item(12, 77.5)));

    [Fact]
    public void Lines_with_more_room_above_are_not() => Assert.Equal(5, Texts(Item(24, 77.5)).Length);

    [Fact]
    public void Lines_at_the_margin_are_not() => Assert.Equal(5, Texts(Item(12, 50)).Length);

    [Fact]
    public void Columns_of_lists_behind_a_wide_title_are_read_one_after_the_other()
    {
        var page = new PageSketch(1).Text(46, 60, "Convention locale d'application du contrat de ville", 10);
        foreach (var row in Enumerable.Range(0, 9))
        {
            page.Text(46, 100 + (row * 14), row % 3 == 0 ? "Ce qui ne va pas chez nous" : "– des pannes à répétition partout");
            page.Text(308, 100 + (row * 14), row % 3 == 1 ? "Donner envie de la culture" : "• offrir une place de spectacle");
        }

        var texts = Texts(page);

        Assert.True(Array.FindLastIndex(texts, text => text.Contains("pannes", StringComparison.Ordinal)) < Array.FindIndex(texts, text => text.Contains("spectacle", StringComparison.Ordinal)));
    }

    private static string[] Texts(PageSketch page) => [.. ContentBuilder.Build([page.ToPage()]).Blocks.OfType<TextContent>().Select(text => text.Block.Text.Text)];
}
