using Ingest.Model.Pages;
using Xunit;
using static Ingest.Tests.Reading.Html.HtmlPages;

namespace Ingest.Tests.Reading.Html;

/// <summary>The content of a page is read without the site around it, and in doubt a part is content.</summary>
public sealed class HtmlContentTests
{
    private const string Content = "<h1>Programmation 2025</h1><p>Le conseil a délibéré.</p>" + Money;

    private static readonly string[] Expected = ["Programmation 2025", "Le conseil a délibéré.", "Action", "Coût", "Vélos", "1 000 €"];

    [Theory]
    [InlineData("<nav><a href=/>Accueil</a></nav><main>{0}</main><footer>Mairie</footer>")]
    [InlineData("<div role=navigation>Menu</div><div role=main>{0}</div><div role=contentinfo>Mairie</div>")]
    [InlineData("<header><p>Une ville fleurie</p></header><article>{0}</article><aside><h2>Agenda</h2></aside>")]
    [InlineData("<h1>Programmation 2025</h1><nav>Menu</nav><main><p>Le conseil a délibéré.</p>" + Money + "</main>")]
    [InlineData("<div id=menuPrincipal>Menu</div><div class='fil-ariane'>Vous êtes ici</div><div id=contenu>{0}</div><div id=pied>Mairie</div>")]
    [InlineData("<div class=breadcrumb>Accueil</div>{0}<div class='sharedaddy'><h3>Partager</h3></div><ul class=related-posts><li>Autre</ul>")]
    [InlineData("<ul><li><a href=1>Accueil</a><li><a href=2>La ville</a></ul>{0}<p><a href=3>Mentions légales</a> - <a href=4>Plan</a></p>")]
    [InlineData("<b>La mairie</b><p><a href=1>Les élus</a></p><p>Vivre ici</p><p><a href=2>Plan</a></p>{0}")]
    [InlineData("<form>Rechercher</form><main>{0}<form>Réagir</form><nav>Article suivant</nav></main>")]
    public void What_surrounds_the_content_is_left_out_and_told(string page)
    {
        var read = Read(page.Replace("{0}", Content, StringComparison.Ordinal));
        Assert.Equal(Expected, read.Texts().Where(text => text != "La mairie"));
        Assert.Equal(["text.page-furniture"], read.Codes());
    }

    [Fact]
    public void Finding_counts_the_words_left_out_and_quotes_the_first()
    {
        var finding = Assert.Single(Read($"<nav>un deux trois quatre cinq six sept huit neuf dix</nav><main>{Content}</main>").Findings);
        Assert.Contains("10 mot(s)", finding.Message, StringComparison.Ordinal);
        Assert.Contains("« un deux trois quatre cinq six sept huit »", finding.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<div class='menu'>{0}</div>")]
    [InlineData("<body class='sidebar-left'><div class='page has-menu'>{0}</div>")]
    [InlineData("<div class='widget'>{0}</div><div>Une ligne</div>")]
    [InlineData("<form id=aspnetForm>{0}</form>")]
    [InlineData("<div class='has-cookie-notice'>{0}</div>")]
    [InlineData("<div class='elementor-widget'>{0}</div>")]
    public void Title_and_money_are_content_whatever_the_part_is_called(string page)
    {
        var read = Read(page.Replace("{0}", Content, StringComparison.Ordinal));
        Assert.Equal(Expected, read.Texts()[..6]);
        Assert.DoesNotContain("text.page-furniture", read.Codes());
    }

    [Theory]
    [InlineData("<aside><h2>Budget</h2><p>Le projet coûte 50 000 €.</p></aside>")]
    [InlineData("<footer><h2>Bilan</h2><p>{1}</p></footer>")]
    [InlineData("<div class=sidebar><table>{2}</table></div>")]
    public void Money_long_sections_and_long_tables_are_never_left_out(string part)
    {
        var page = Read("<h1>Titre</h1><p>" + Words(300) + "</p>" + part
            .Replace("{1}", Words(120), StringComparison.Ordinal)
            .Replace("{2}", string.Concat(Enumerable.Repeat("<tr><td>un<td>deux", 12)), StringComparison.Ordinal));
        Assert.Empty(page.Codes());
    }

    [Fact]
    public void Main_part_that_is_not_most_of_the_page_is_not_all_of_it()
    {
        var page = Read($"<div><h2>Suite</h2><p>{Words(80)}</p></div><main><p>Peu de mots.</p></main>");
        Assert.Equal(["Suite", Words(80), "Peu de mots."], page.Texts());
    }

    [Fact]
    public void Money_outside_the_main_part_is_read() =>
        Assert.Contains("1 000 €", Read($"<main><p>{Words(80)}</p></main><div>{Money}</div>").Texts());

    [Fact]
    public void Of_several_articles_all_are_read() =>
        Assert.Equal(["Un", "long texte", "Deux", "autre texte"], Read("<article><h2>Un</h2><p>long texte</p></article><article><h2>Deux</h2><p>autre texte</p></article>").Texts());

    [Fact]
    public void Page_of_nothing_but_links_is_read() =>
        Assert.Equal(["Délibération 1", "Délibération 2"], Read("<ul><li><a href=1>Délibération 1</a><li><a href=2>Délibération 2</a></ul>").Texts());

    [Fact]
    public void List_of_documents_at_the_end_is_no_menu() => Assert.Equal(
        ["Titre", "Délibération du 12 mars 2025 : programmation du contrat de ville"],
        Read("<h1>Titre</h1><ul><li><a href=1>Délibération du 12 mars 2025 : programmation du contrat de ville</a></ul><ul><li><a href=2>Plan du site</a></ul>").Texts());

    [Fact]
    public void Short_page_has_a_menu_longer_than_itself() => Assert.Equal(
        ["Titre", "Court."], Read("<ul class=menu>" + string.Concat(Enumerable.Repeat("<li><a href=1>Entrée du menu</a>", 100)) + "</ul><main><h1>Titre</h1><p>Court.</p></main>").Texts());

    [Fact]
    public void Logos_of_partners_say_nothing_of_the_site() => Assert.Empty(
        Read("<header><div class=partenaires><img alt='Ville de Lens'></div></header><main><p>Texte</p></main><footer><img class=logo alt='Ville de Metz'></footer>").Texts(FlowRole.Header));

    [Fact]
    public void Notice_about_cookies_is_left_out_however_long() => Assert.Equal(
        ["Titre", "Court."], Read($"<div id=tarteaucitronRoot><h2>Cookies</h2><p>{Words(300)}</p></div><h1>Titre</h1><p>Court.</p>").Texts());

    [Fact]
    public void Head_of_a_part_of_the_content_stays() =>
        Assert.Equal(["Titre", "Axe 1", "texte"], Read("<h1>Titre</h1><div class=card><div class=card-header><h2>Axe 1</h2></div><p>texte</p></div>").Texts());

    [Fact]
    public void What_is_not_shown_is_left_out_and_told()
    {
        var page = Whole("<html><head><style>/* .a{display:none} */ .off, #gone { color: red; display: none } @media print { .kept { display: none } }</style></head>"
            + "<body><p>vu</p><p class=off>un</p><p id=gone>deux</p><p hidden>trois</p><p style='display:none'>quatre</p><p class=kept>gardé</p><p class=a>aussi</p></body></html>");
        Assert.Equal(["vu", "gardé", "aussi"], page.Texts());
        Assert.StartsWith("Page 1 : 4 mot(s)", Assert.Single(page.Findings).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Part_that_the_visitor_unfolds_is_read() =>
        Assert.Equal(["Axe 1", "dedans"], Read("<h2><button>Axe 1</button></h2><div class='accordion-panel' style='display:none'><p>dedans</p></div>").Texts());

    [Fact]
    public void Hidden_table_of_money_is_kept_apart()
    {
        var page = Read($"<p>vu</p><div style='display:none'>{Money}</div>");
        Assert.Equal(["vu"], page.Texts());
        Assert.Equal(["Action", "Coût", "Vélos", "1 000 €"], page.Texts(FlowRole.Hidden));
        Assert.Equal(["text.hidden-cells"], page.Codes());
    }

    private static string Words(int count) => string.Join(' ', Enumerable.Repeat("mot", count));
}
