using Ingest.Model.Pages;
using Xunit;
using static Ingest.Tests.Reading.Html.HtmlPages;

namespace Ingest.Tests.Reading.Html;

/// <summary>Text comes out as a browser shows it.</summary>
public sealed class HtmlTextTests
{
    [Fact]
    public void White_space_runs_are_one_space_and_none_stands_at_the_ends() =>
        Assert.Equal(["un deux trois"], Read("<p>\n  un\t deux\n<b> trois </b> </p>").Texts());

    [Fact]
    public void One_break_stays_in_the_paragraph_and_two_end_it() =>
        Assert.Equal(["a\nb", "c"], Read("<p>a<br>b<br>\n<br>c<br></p>").Texts());

    [Fact]
    public void Text_beside_blocks_is_a_paragraph_of_its_own() =>
        Assert.Equal(["avant", "dedans", "après"], Read("<div>avant<p>dedans</p>après</div>").Texts());

    [Fact]
    public void Preformatted_lines_stay_lines() => Assert.Equal(["a\n  b"], Read("<pre>a\n  b</pre>").Texts());

    [Fact]
    public void Entities_are_characters_and_marks_without_width_are_gone()
    {
        var paragraph = Read("<p>terri&shy;toire&nbsp;: 5&nbsp;000&euro; l&#8217;&#x200B;an</p>").Paragraphs().Single();
        Assert.Equal("territoire\u00A0: 5\u00A0000€ l’an", paragraph.Text);
        Assert.Equal("terri\u00ADtoire\u00A0: 5\u00A0000€ l’\u200Ban", paragraph.Raw);
    }

    [Fact]
    public void Only_title_of_its_level_is_that_of_the_document() => Assert.Equal(
        [(0, "Titre"), (2, "Partie"), (3, "Sous-partie"), (4, "Autre")],
        Read("<h1>Titre</h1><h2>Partie</h2><h3>Sous-partie</h3><p role=heading aria-level=4>Autre</p>").Paragraphs().Select(p => (p.HeadingLevel!.Value, p.Text)));

    [Fact]
    public void Of_several_titles_each_heads_a_part() =>
        Assert.Equal([1, 1], Read("<h1>Un</h1><p>a</p><h1>Deux</h1>").Paragraphs().Select(p => p.HeadingLevel).OfType<int>());

    [Fact]
    public void Paragraph_is_bold_where_all_of_it_is() => Assert.Equal(
        [true, false, true, false, true, true],
        Read("<p><b>a</b> <strong>b</strong></p><p><b>a</b> b</p><p style='font-weight:700'>a</p><h2 style='font-weight: normal'>a</h2><h2>a</h2><table><tr><th>a<th>b<tr><td>c<td>d</table>")
            .Paragraphs().Take(6).Select(p => p.IsBold));

    [Fact]
    public void Size_is_that_of_the_style_in_points() => Assert.Equal(
        [12d, 9d, null],
        Read("<p style='font-size: 12pt'>a</p><p><span style='font: bold 12px Arial'>aa</span></p><p style='font-size:1.2em'>a</p>").Paragraphs().Select(p => p.FontSize));

    [Fact]
    public void Deletions_and_struck_text_are_left_out_and_told()
    {
        var page = Read("<p>Coût <del>10</del> <ins>12</ins> <s>barré</s> <strike>rayé</strike> m<sup>2</sup></p>");
        Assert.Equal(["Coût 12 m2"], page.Texts());
        Assert.Equal(["text.tracked-changes", "text.struck-out", "text.struck-out"], page.Codes());
    }

    [Fact]
    public void Folded_parts_captions_and_definitions_are_read() => Assert.Equal(
        ["Plus", "dedans", "légende", "QPV", "Cité 5", "cité", "12 rue\nHaute"],
        Read("<details><summary>Plus</summary><p>dedans</p></details><figure><img src=x><figcaption>légende</figcaption></figure><dl><dt>QPV<dd>Cité 5</dl>"
            + "<blockquote>cité</blockquote><address>12 rue<br>Haute</address>").Texts());

    [Fact]
    public void Scripts_styles_and_what_stands_in_for_them_say_nothing() =>
        Assert.Equal(["texte"], Read("<script>var a = '<p>1 €</p>';</script><style>p{}</style><template><p>x</p></template><svg><text>x</text></svg><noscript>x</noscript><p>texte</p>").Texts());

    [Fact]
    public void Boxes_are_ticked_or_not() =>
        Assert.Equal(["☒ oui ☐ non"], Read("<p><input type=checkbox checked> oui <input type=checkbox> non</p>").Texts());

    [Fact]
    public void Place_is_the_line_of_the_source_and_the_number_of_the_paragraph()
    {
        var page = Whole("<html>\r\n<body>\r\n<p>un</p>\r\n<div>\r\n deux<br>\r\n</div><table><tr><td>trois</td>\r\n<td>quatre</td></tr><tr><td>5</td><td>6</td></tr></table></body></html>");
        Assert.Equal([(3, 1), (5, 2), (6, 3), (7, 4), (7, 5), (7, 6)], page.Paragraphs().Select(p => (p.Region.Line!.Value, p.Region.Paragraph!.Value)));
        Assert.All(page.Paragraphs(), p => Assert.Null(p.Region.Page));
    }

    [Fact]
    public void Name_of_the_window_and_of_the_site_stand_apart()
    {
        var page = Whole("<html><head><title>Programmation 2025 - Ville de Lens</title></head><body><header><img alt='Ville de Lens' src=x><nav><a href=/>Communauté de communes</a></nav></header><main><h1>Titre</h1><p>Texte</p></main></body></html>");
        Assert.Equal(["Programmation 2025 - Ville de Lens", "Ville de Lens"], page.Texts(FlowRole.Header));
        Assert.Equal(["Titre", "Texte"], page.Texts());
    }

    [Theory]
    [InlineData("<div><b>Maire de Vitré</b>Anne Le Goff</div>", "Maire de Vitré\nAnne Le Goff")]
    [InlineData("<div>Maire de Vitré<b>Anne Le Goff</b></div>", "Maire de Vitré\nAnne Le Goff")]
    [InlineData("<p>la <b>V</b>ille de <b>Vitré</b>, en Ille-et-Vilaine</p>", "la Ville de Vitré, en Ille-et-Vilaine")]
    [InlineData("<p>Pré<b>programmation</b> 2024</p>", "Préprogrammation 2024")]
    public void Words_that_only_a_style_sets_apart_are_no_one_word(string html, string text) => Assert.Equal([text], Read(html).Texts());
}
