using System.Security.Cryptography;
using System.Text;
using Ingest.Emission.Inspection;
using Ingest.Model.Pages;
using Ingest.Tests.Tables;
using Xunit;

namespace Ingest.Tests.Emission.Inspection;

public sealed class InspectionHtmlTests
{
    private const string Attack = "<script>alert(1)</script>\"'&<img/src=x/onerror=alert(2)>";

    private static readonly Page Page = new PageSketch(1).Table([50, 200, 400], [100, 130, 160], ["Action", Attack], ["Jardin", "100"]).ToPage();

    [Fact]
    public void Nothing_that_a_page_says_becomes_markup()
    {
        var html = InspectionOf.Pages(document => document with { Title = Attack }, Page).Html(Attack);

        Assert.Single(html.Scripts);
        Assert.Empty(html.QuerySelectorAll("img, [onerror]"));
        Assert.Contains(html.QuerySelectorAll("td"), cell => cell.TextContent == Attack);
        Assert.Equal(Attack, html.QuerySelector(".title")!.TextContent);
    }

    [Fact]
    public void Nothing_that_a_text_says_becomes_markup()
    {
        var html = InspectionOf.Bytes(Encoding.UTF8.GetBytes($"{Attack}\n\nAction\t{Attack}\nJardin\t100\n")).Html();

        Assert.Single(html.Scripts);
        Assert.Empty(html.QuerySelectorAll("img, [onerror]"));
    }

    [Fact]
    public void Characters_that_HTML_forbids_are_shown_as_unreadable()
    {
        var words = Page.Words.SetItem(0, Page.Words[0] with { Raw = "a\u0000\u0008\ud800b" });

        var html = InspectionOf.Pages(document => document, Page with { Words = words }).Html();

        Assert.Contains("a\ufffd\ufffd\ufffdb", html.DocumentElement.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Only_the_program_s_own_style_and_script_may_load_and_run()
    {
        var html = InspectionOf.Pages(document => document, Page).Html();
        var policy = html.QuerySelector("meta[http-equiv]")!.GetAttribute("content")!;

        Assert.StartsWith("default-src 'none'; img-src data:;", policy, StringComparison.Ordinal);
        foreach (var own in html.QuerySelectorAll("style, script"))
            Assert.Contains(Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(own.TextContent))), policy, StringComparison.Ordinal);
        Assert.Empty(html.QuerySelectorAll("[style], link, iframe, object"));
        Assert.All(html.QuerySelectorAll("[href], [src]"), element => Assert.Matches("^(#|data:)", element.GetAttribute("href") ?? element.GetAttribute("src")));
    }

    [Fact]
    public void Each_layer_has_a_labelled_box_that_is_off_exactly_where_the_page_says_so()
    {
        var html = InspectionOf.Pages(document => document, Page).Html();
        var boxes = html.QuerySelectorAll("input[data-layer]:not([data-layer=labels])");
        var layers = Enum.GetNames<InspectionLayer>().Select(name => name.ToLowerInvariant()).ToHashSet();

        Assert.Equal(layers, boxes.Select(box => box.GetAttribute("data-layer")!).ToHashSet());
        Assert.Equal(layers, html.QuerySelectorAll("main g[data-layer]").Select(layer => layer.GetAttribute("data-layer")!).ToHashSet());
        Assert.All(boxes, box => Assert.NotEmpty(box.ParentElement!.TextContent.Trim()));
        Assert.All(boxes, box => Assert.Equal(!box.HasAttribute("checked"), html.Body!.ClassList.Contains("off-" + box.GetAttribute("data-layer"))));
    }

    [Fact]
    public void Without_an_image_the_words_are_drawn_and_with_one_it_stands_in_the_page()
    {
        var without = InspectionOf.Pages(document => document, Page);
        var with = without with { Pages = [without.Pages[0] with { Image = new PageImage(1, "image/png", new byte[] { 1, 2, 3 }) }] };

        Assert.Contains("Jardin", without.Html().QuerySelectorAll(".words-as-text text").Select(text => text.TextContent));
        Assert.Equal("data:image/png;base64,AQID", with.Html().QuerySelector("image")!.GetAttribute("href"));
        Assert.Empty(with.Html().QuerySelectorAll(".words-as-text"));
    }

    [Fact]
    public void A_table_stands_under_its_page_as_a_grid_with_its_spans()
    {
        var page = new PageSketch(1).Table([50, 200, 400], [100, 130, 160], ["Action", "Coût"], ["Jardin", "100"]).ToPage();
        page = page with { Rulings = [.. page.Rulings.Where(rule => rule.IsHorizontal || rule.Box.CenterX != 200), new Ruling(new(199.75, 130, 200.25, 160), false)] };

        var grid = InspectionOf.Pages(document => document, page).Html().QuerySelector("#page-1 .grid tbody")!;

        Assert.Equal(["Action Coût"], grid.QuerySelectorAll("td[colspan='2']").Select(cell => cell.TextContent));
        Assert.Equal(["Jardin", "100"], grid.QuerySelectorAll("tr:last-child td").Select(cell => cell.TextContent));
    }

    [Fact]
    public void Every_link_leads_somewhere_and_no_id_is_given_twice()
    {
        var html = InspectionOf.Pages(document => document, Page).Html();
        var ids = html.QuerySelectorAll("[id]").Select(element => element.Id!).ToList();

        Assert.Equal(ids.Distinct(), ids);
        Assert.All(html.QuerySelectorAll("a[href]"), link => Assert.Contains(link.GetAttribute("href")![1..], ids));
    }

    [Fact]
    public void The_page_ends_with_program_definition_and_source()
    {
        var inspected = InspectionOf.Pages(document => document, Page);
        var footer = inspected.Html().QuerySelector("main > footer")!.TextContent;

        Assert.Contains(inspected.Document.Producer.DefinitionHash, footer, StringComparison.Ordinal);
        Assert.Contains(inspected.Document.Producer.Version, footer, StringComparison.Ordinal);
        Assert.Contains(inspected.Document.Source.Sha256, footer, StringComparison.Ordinal);
    }
}
