using System.Text.RegularExpressions;

namespace Ingest.Grammar;

/// <summary>Parts of a text whose digits are no money, whatever stands beside them.</summary>
internal static partial class NonMoney
{
    /// <summary>Characters to look back for a label: keeps the scan linear.</summary>
    private const int LongestLabel = 20;

    /// <summary>Dates, telephone numbers, percentages, fractions, school years, quartier codes, filing references, clock times.</summary>
    public static List<TextSpan> Find(string text)
    {
        var spans = new List<TextSpan>();
        foreach (var date in DateGrammar.Find(text))
            spans.Add(new TextSpan(date.Start, date.Start + date.Length));
        foreach (var percent in PercentGrammar.Find(text))
            spans.Add(new TextSpan(percent.Start, percent.Start + percent.Length));
        foreach (var filing in FilingGrammar.Find(text))
            spans.Add(new TextSpan(filing.Start, filing.Start + filing.Length));
        foreach (Match match in Forms().Matches(text))
            spans.Add(new TextSpan(match.Index, match.Index + match.Length));
        spans.Sort((left, right) => left.Start.CompareTo(right.Start));
        return spans;
    }

    /// <summary>
    /// Numbers that belong to the label before them: « CD 62 », « axe 1 ». With a group of three digits behind (« action 3 500 € »)
    /// nobody can tell, so those are left to money and told apart by <see cref="IsNumberedLabel"/>.
    /// </summary>
    public static IEnumerable<TextSpan> FindNumberedLabels(string text) =>
        NumberedLabel().Matches(text).Select(match => match.Groups["number"]).Select(group => new TextSpan(group.Index, group.Index + group.Length));

    /// <summary>Whether the text before an offset ends in a word that is usually numbered.</summary>
    /// <param name="before">The text before the number.</param>
    /// <param name="firstGroup">Digits of its first group: no department has fewer than two.</param>
    public static bool IsNumberedLabel(ReadOnlySpan<char> before, int firstGroup)
    {
        var end = before[Math.Max(0, before.Length - LongestLabel)..];
        return LabelAtEnd().IsMatch(end) || (firstGroup > 1 && DepartmentAtEnd().IsMatch(end));
    }

    /// <summary>Whether the text behind a number without currency counts something else than euros: people, hours, places.</summary>
    public static bool IsCounted(ReadOnlySpan<char> behind) => CountedNoun().IsMatch(behind);

    [GeneratedRegex(
        """
        (?<!\d|\d[ .])(?:0|\+33[ ]?\(?0?\)?[ ]?)[1-9](?:(?<gap>[ .\u00A0\u202F-])\d\d(?:\k<gap>\d\d){3}|\d{8})(?![\d])
        | (?<![\d,.])(?<!\d[ \u00A0\u202F])\d{1,2}[ ]?/[ ]?\d{1,2}(?!\d|[ \u00A0\u202F]\d{3})
        | (?<!\d)(?:19|20)\d\d[ ]?[/–-][ ]?(?:(?:19|20)\d\d|\d\d)(?!\d|[ \u00A0\u202F]?€)
        | (?<!\w)Q[ ]?[PN](?:[ ]?[\dAB]){5,6}(?:[ ]?[NMI])?(?!\w)
        | (?<!\d)\d{1,2}[ ]?[hH:]\d{2}(?!\d)
        | (?<!\w)(?:BOP|programme|prog\.|P)[ \u00A0]?\d{3}(?!\d|[.,]\d)
        | (?<!\w)(?:n°|N°|nº|№)[ \u00A0]?\d[\d\w./-]*
        | (?<!\w)(?:SIREN|SIRET)[ \u00A0]?(?:n°)?[ \u00A0]?:?[ \u00A0]?\d{3}[ ]?\d{3}[ ]?\d{3}(?:[ ]?\d{5})?(?!\d)
        """, RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture)]
    private static partial Regex Forms();

    // Behind an article the word is no label: « coût de l'action 840 ».
    [GeneratedRegex(
        """
        (?<!\p{L}|l['’])(?:CD|CG|d[ée]partement|dept|axe|enjeu|objectif|orientation|action|fiche|article|art\.|compte|chapitre|lot|phase|tranche|pilier|volet|d[ée]fi|page|p\.|REP|zone|année|exercice|FSE|CLAS|DETR)
        [ \u00A0\u202F]?\(?(?<number>\d{1,4})(?!\d|[ \u00A0\u202F.,']\d|[ \u00A0\u202F]?[k€])
        """, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture)]
    private static partial Regex NumberedLabel();

    [GeneratedRegex(@"(?<!\p{L}|l['’])(?:axe|enjeu|action|fiche|article|lot|phase|tranche|P|BOP|REP)[ \u00A0\u202F]?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex LabelAtEnd();

    [GeneratedRegex(@"(?<!\p{L})(?:CD|CG|d[ée]partement)[ \u00A0\u202F]?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex DepartmentAtEnd();

    [GeneratedRegex(
        """
        ^[ \u00A0\u202F]?(?:ans?|mois|jours?|semaines?|heures?|h|min|minutes?|séances?|ateliers?|habitants?|hab|jeunes?|enfants?|adultes?|élèves?|
        collégiens?|lycéens?|familles?|parents?|personnes?|bénéficiaires?|participant(?:e)?s?|femmes|hommes|filles|garçons|seniors?|adhérents?|
        bénévoles?|salariés?|agents?|etp|postes?|logements?|places?|groupes?|classes?|écoles?|quartiers?|communes?|actions?|projets?|structures?|
        associations?|km|m²|m2|m|kg|g|ha|cm|repas|sorties?|séjours?|stages?|contrats?|emplois?|visites?|rencontres?|réunions?|représentations?|
        exemplaires?|affiches|véhicules?|vélos?|points?|fois|e|è|ème|er|ère|nde?|à|/)(?!\p{L})
        """, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture)]
    private static partial Regex CountedNoun();
}
