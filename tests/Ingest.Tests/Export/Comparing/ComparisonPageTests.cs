using System.Globalization;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Ingest.Export.Comparing;
using Ingest.Model.Documents;
using Xunit;
using static Ingest.Tests.Export.Comparing.ComparedDocuments;
using static Ingest.Tests.Export.ExportedCollection;

namespace Ingest.Tests.Export.Comparing;

public sealed class ComparisonPageTests
{
    [Fact]
    public void The_page_asks_for_nothing_outside_itself()
    {
        using var compared = Many();
        var page = Parse(compared.Page);

        foreach (var element in page.All)
        {
            foreach (var name in new[] { "src", "href", "srcset", "poster", "action", "data", "xlink:href" })
            {
                if (element.GetAttribute(name) is { } address)
                    Assert.True(address.StartsWith('#') || address.StartsWith("data:text/csv", StringComparison.Ordinal), address);
            }
        }

        Assert.Empty(page.QuerySelectorAll("script, link, iframe, object, embed, img"));
        Assert.DoesNotContain("http", compared.Page.Replace("http-equiv", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase);
        Assert.StartsWith("default-src 'none'", page.QuerySelector("meta[http-equiv]")!.GetAttribute("content"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_screen_reader_finds_its_way()
    {
        using var compared = Many();
        var page = Parse(compared.Page);

        Assert.Equal("fr", page.DocumentElement.GetAttribute("lang"));
        Assert.Single(page.QuerySelectorAll("h1"));
        foreach (var landmark in new[] { "header", "nav[aria-label]", "main", "footer" })
            Assert.Single(page.QuerySelectorAll("body > " + landmark));
        Assert.Equal(page.QuerySelectorAll("nav a").Select(link => link.GetAttribute("href")![1..]), page.QuerySelectorAll("main > section").Select(section => section.Id));
        Assert.All(page.QuerySelectorAll("section"), section => Assert.Equal("H2", page.GetElementById(section.GetAttribute("aria-labelledby")!)!.TagName));
        Assert.All(page.QuerySelectorAll("svg"), svg => Assert.True(svg.GetAttribute("aria-hidden") == "true" || (svg.GetAttribute("role") == "img" && svg.GetAttribute("aria-label")!.Length > 0)));
        Assert.All(page.QuerySelectorAll("table"), table => Assert.True(table.QuerySelector("caption") is not null && table.QuerySelectorAll("th").All(cell => cell.HasAttribute("scope"))));
        Assert.All(page.QuerySelectorAll("[id]").GroupBy(element => element.Id), group => Assert.Single(group));
        // What scrolls can be reached and scrolled by the keyboard.
        Assert.All(page.QuerySelectorAll(".wide, .table"), scrolled => Assert.Equal(("0", "region"), (scrolled.GetAttribute("tabindex"), scrolled.GetAttribute("role"))));
    }

    [Fact]
    public void Each_chart_has_its_data_and_says_what_it_cannot_show()
    {
        using var compared = Many();
        var page = Parse(compared.Page);
        var files = compared.Report.Files.ToDictionary(file => file.Name, file => file.Write);

        Assert.Equal(page.QuerySelectorAll("main > section").Length - 1, page.QuerySelectorAll(".cannot").Length);
        foreach (var figure in page.QuerySelectorAll("figure"))
        {
            var section = figure.ParentElement!;
            Assert.NotEmpty(section.QuerySelectorAll("details tbody tr"));
            var link = section.QuerySelector("a[download]")!;
            var embedded = Convert.FromBase64String(link.GetAttribute("href")![(link.GetAttribute("href")!.IndexOf(',', StringComparison.Ordinal) + 1)..]);
            Assert.Equal(Bytes(files[link.GetAttribute("download")!]), embedded);
            Assert.Equal(figure.QuerySelectorAll(".part > svg").Length, files.Keys.Count(name => name.EndsWith(".svg", StringComparison.Ordinal) && IsOf(name, section.Id!)));
        }
    }

    [Fact]
    public void The_same_documents_give_the_same_bytes()
    {
        using var compared = Many();

        var (one, other) = (compared.Again(ComparisonAxis.Quartier), compared.Again(ComparisonAxis.Quartier));

        Assert.Equal(Bytes(one.Write), Bytes(other.Write));
        Assert.Equal(one.Files.Select(file => (file.Name, Convert.ToHexString(Bytes(file.Write)))), other.Files.Select(file => (file.Name, Convert.ToHexString(Bytes(file.Write)))));
    }

    [Fact]
    public void What_documents_say_never_becomes_markup_or_a_formula()
    {
        var evil = Programme(Vernon, 2024, Action("a", "Jardins", "Ville", null, Money("ANCT", "etat", 1m))) with { Territory = new Territory { Communes = [new Commune("=1+1</title><script>alert(1)</script>\"", null, null)] } };
        using var compared = ByCommune(("<b>.pdf", evil));

        Assert.Empty(Parse(compared.Page).QuerySelectorAll("script, b"));
        Assert.StartsWith("'=1+1", Assert.Single(compared.Data("prevu-accorde"))["unite"], StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_read_is_said_and_is_no_chart()
    {
        using var compared = ByCommune(("a.pdf", Emission.SampleDocument.Failed()));
        var page = Parse(compared.Page);

        Assert.Empty(page.QuerySelectorAll("figure"));
        Assert.Equal("illisible", Assert.Single(compared.Data("documents"))["nature"]);
        Assert.Contains(page.QuerySelectorAll(".nothing"), line => line.TextContent.StartsWith("Rien à montrer", StringComparison.Ordinal));
    }

    [Fact]
    public void Text_can_be_read_on_every_pattern_and_patterns_on_the_page()
    {
        using var compared = Many();
        var page = Parse(compared.Page);
        var patterns = page.QuerySelectorAll("pattern").ToList();

        Assert.Equal(7, patterns.Count);
        foreach (var cell in page.QuerySelectorAll("g > rect"))
        {
            var ink = cell.ParentElement!.QuerySelector("text")!.GetAttribute("fill")!;
            Assert.All(ColoursOf(page, cell.GetAttribute("fill")!), ground => Assert.True(Contrast(ink, ground) >= 4.5, $"{ink} on {ground}"));
        }

        foreach (var bar in page.QuerySelectorAll("figure svg > rect"))
            Assert.Contains(ColoursOf(page, bar.GetAttribute("fill")!), colour => Contrast(colour, "#ffffff") >= 3);
    }

    private static bool IsOf(string file, string figure) => file == figure + ".svg" || (file.StartsWith(figure + "-", StringComparison.Ordinal) && file[(figure.Length + 1)..^4].All(char.IsAsciiDigit));

    private static IEnumerable<string> ColoursOf(IDocument page, string fill) => fill.StartsWith('#')
        ? [fill]
        : page.GetElementById(fill[5..^1])!.Children.Select(part => part.GetAttribute("stroke") ?? part.GetAttribute("fill")!);

    // WCAG 2.2, relative luminance and contrast ratio.
    private static double Contrast(string one, string other)
    {
        var (lighter, darker) = (Math.Max(Luminance(one), Luminance(other)), Math.Min(Luminance(one), Luminance(other)));
        return (lighter + 0.05) / (darker + 0.05);
    }

    private static double Luminance(string colour)
    {
        double Channel(int at)
        {
            var share = int.Parse(colour.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0;
            return share <= 0.04045 ? share / 12.92 : Math.Pow((share + 0.055) / 1.055, 2.4);
        }

        return (0.2126 * Channel(1)) + (0.7152 * Channel(3)) + (0.0722 * Channel(5));
    }

    private static IDocument Parse(string html) => new HtmlParser().ParseDocument(html);

    internal static ComparedDocuments Many() => By(
        ComparisonAxis.Commune,
        ("c.pdf", Convention(Vernon, ("Ouvrir une maison de santé", Answered("1.2", "accepted")), ("Soutenir les parents", Answered("1.3", "review")), ("Tenir une permanence", Stated("1.5")))),
        ("d.pdf", Programme(Annonay, 2023, Action("d", "Chorale", "Ville", null, Money("ANCT", "etat", 12m))) with { Status = DocumentStatus.Doubts }),
        ("p.pdf", Programme(Vernon, 2024,
            Action("a", "Ateliers des parents", "Ville", 20m, Money("ANCT", "etat", 5m), Money("Région", "region", 5m), Money("Ville", "commune", 5m) with { IsOwnFunds = true }, Money("CAF", "caf", 4m), Money("Bailleur", "bailleur", 1m)) with
            {
                Classification = [Answered("1.3", "accepted")],
            },
            Action("b", "Chorale", "Ville", null, Money("ANCT", "etat", 5m, FundingStatus.Granted), Money("ANCT", "etat", 6m, FundingStatus.Requested)) with { Classification = [Stated("1.4")] }) with
        {
            Totals = [Sum("Total", null, 30m, 20m)],
        }),
        ("q.pdf", Programme(Vernon, 2025, Action("a", "Ateliers des parents", "Ville", 22m, Money("ANCT", "etat", 22m)))));
}
