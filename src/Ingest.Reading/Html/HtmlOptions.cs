using System.Collections.Immutable;

namespace Ingest.Reading.Html;

/// <summary>How a web page is read.</summary>
public sealed record HtmlOptions
{
    /// <summary>How much of the machine a document may take.</summary>
    internal ReadingLimits Limits { get; init; } = new();

    /// <summary>
    /// The most elements that may stand one in another; the rest are read as if their tags were not there, as browsers do from
    /// 512 on. Pages of content builders stay below 60. Default 256.
    /// </summary>
    public int LargestDepth { get; init; } = 256;

    /// <summary>
    /// The most tags of look (bold, font) that may be open at once: the parser repeats each in every block that follows.
    /// Default 24.
    /// </summary>
    public int MostOpenLooks { get; init; } = 24;

    /// <summary>
    /// The most elements that are read, those counted that the parser repeats; a table of 5 000 rows of 10 columns has some
    /// 150 000. What comes after is told and not read. Default 500 000.
    /// </summary>
    public int MostElements { get; init; } = 500_000;

    /// <summary>The most columns that a cell may cover (HTML standard). Default 1000.</summary>
    public int LargestColumnSpan { get; init; } = 1000;

    /// <summary>The most rows that a cell may cover (HTML standard). Default 65 534.</summary>
    public int LargestRowSpan { get; init; } = 65_534;

    /// <summary>The most columns of a table; cells further right are told and not read. Default 1000.</summary>
    public int MostColumns { get; init; } = 1000;

    /// <summary>
    /// Share, 0 to 1, of the words that are no links that the element marked as the content must hold to be taken for it.
    /// Default 0.5.
    /// </summary>
    public double MainShare { get; init; } = 0.5;

    /// <summary>
    /// Share of words in links, 0 to 1, above which a block at the edge of the page is navigation. Default 0.333333, as measured
    /// by Kohlschütter et al. 2010.
    /// </summary>
    public double LinkDensity { get; init; } = 0.333333;

    /// <summary>
    /// Share of words in links, 0 to 1, above which the neighbours of a short block make it part of the navigation. Default
    /// 0.555556, as measured by Kohlschütter et al. 2010.
    /// </summary>
    public double NeighbourLinkDensity { get; init; } = 0.555556;

    /// <summary>The most words of a block that its neighbours can make navigation. Default 16 (Kohlschütter et al. 2010).</summary>
    public int ShortBlock { get; init; } = 16;

    /// <summary>
    /// Words of a link, on average, from which a block of links is a list of documents and no menu. Default 6.
    /// </summary>
    public int LongestEntry { get; init; } = 6;

    /// <summary>
    /// Rows from which a table is content wherever it stands; a calendar beside a page has eight. Tables that speak of money are
    /// at any size. Default 10.
    /// </summary>
    public int ProtectedRows { get; init; } = 10;

    /// <summary>
    /// Words without a link under one heading that make a section content wherever it stands; an address with opening hours has
    /// fewer. Default 100.
    /// </summary>
    public int ProtectedSection { get; init; } = 100;

    /// <summary>Words of one cell from which a table of few rows is there for the layout of a page. Default 80.</summary>
    public int LongCell { get; init; } = 80;

    /// <summary>Rows up to which a table with one long cell may be there for the layout. Default 4.</summary>
    public int FewRows { get; init; } = 4;

    /// <summary>Share of its words, 0 to 1, that a layout table has in nested tables or in its longest cell. Default 0.6.</summary>
    public double LayoutShare { get; init; } = 0.6;

    /// <summary>The most words of a site's name in the head of its pages. Default 10.</summary>
    public int LongestSiteName { get; init; } = 10;

    /// <summary>Words up to which a page with frames has nothing but these. Default 20.</summary>
    public int FewestWords { get; init; } = 20;

    /// <summary>How many words of what was left out a finding quotes. Default 8.</summary>
    public int QuotedWords { get; init; } = 8;

    /// <summary>
    /// Words of « class » and « id » that mark navigation and what else surrounds a page, in lower case, their parts joined by
    /// hyphens. Parts of a name are compared whole: « menu » is in « main-menu » and « mainMenu », not in « menuiserie ». A word
    /// after « = » has to be the whole name: a « header » is one of the page, a « card-header » one of the content.
    /// </summary>
    public ImmutableArray<string> FurnitureWords { get; init; } =
    [
        "nav", "navbar", "navigation", "menu", "menus", "submenu", "sous-menu", "menubar", "topbar", "toolbar", "breadcrumb", "breadcrumbs",
        "fil-ariane", "fil-d-ariane", "filariane", "ariane", "=hierarchie",
        "=header", "site-header", "main-header", "global-header", "header-top", "header-wrapper", "header-container", "region-header", "masthead",
        "=entete", "=bandeau", "=banniere", "=banner",
        "=footer", "site-footer", "main-footer", "global-footer", "footer-top", "footer-bottom", "footer-wrapper", "footer-container",
        "footer-widgets", "region-footer", "=pied", "pied-de-page", "pied-page", "piedpage", "colophon", "copyright", "mentions-legales",
        "sidebar", "side-bar", "colonne-gauche", "colonne-droite", "=widget", "widget-area",
        "share", "sharing", "share-buttons", "sharedaddy", "social-links", "social-media", "social-share", "social-icons", "addtoany", "addthis",
        "partage", "partager", "reseaux-sociaux", "newsletter", "lettre-info", "infolettre",
        "=search", "search-form", "searchform", "search-bar", "searchbox", "search-block", "block-search", "=recherche", "formulaire-recherche",
        "moteur-recherche", "skip-link", "skip-links", "skiplink", "skiplinks", "evitement", "acces-rapide", "acces-rapides",
        "=related", "related-posts", "related-articles", "related-content", "jp-relatedposts", "articles-lies", "a-lire-aussi", "voir-aussi",
        "pager", "pagination", "pagenavi", "post-navigation", "comments", "comment-respond", "commentaires", "login", "connexion", "langues",
        "lang-switcher", "plan-du-site", "tags-links", "entry-footer", "post-tags", "back-to-top", "haut-de-page", "retour-haut", "print-link", "imprimer", "publicite",
    ];

    /// <summary>
    /// Words of « class » and « id » of banners and windows over the page (consent to cookies): nothing in them is content but a
    /// table with money. Form as in <see cref="FurnitureWords"/>.
    /// </summary>
    public ImmutableArray<string> BannerWords { get; init; } =
    [
        "cookie", "cookies", "cookiebanner", "cookie-law", "cookieconsent", "cc-window", "consent", "consentement", "cmplz", "gdpr", "rgpd",
        "moove-gdpr", "tarteaucitron", "axeptio", "didomi", "onetrust", "cookiebot", "complianz", "orejime", "sfbx", "popup", "pop-in", "popin",
    ];

    /// <summary>
    /// Words of « class » and « id » of parts that the visitor unfolds (accordions, tabs): what a style hides in them is content.
    /// Form as in <see cref="FurnitureWords"/>.
    /// </summary>
    public ImmutableArray<string> FoldedWords { get; init; } =
    [
        "accordion", "accordeon", "collapse", "collapsible", "tab", "tabs", "tabpanel", "tab-pane", "tab-content", "onglet", "onglets", "panel",
        "toggle", "depliable", "deplier", "spoiler",
    ];

    /// <summary>
    /// Names of institutions, in lower case: a short text of the site's head with one of them says whose page it is.
    /// </summary>
    public ImmutableArray<string> InstitutionWords { get; init; } =
        ["ville", "commune", "mairie", "agglomération", "agglo", "communauté", "métropole", "municipalité"];

    /// <summary>Stems of words that make a table one of money, in lower case. The sign « € » does too.</summary>
    public ImmutableArray<string> MoneyWords { get; init; } = ["euro", "montant", "coût", "cout", "subvention", "budget", "financeur", "financement"];
}
