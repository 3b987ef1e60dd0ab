using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Ingest.Export.Privacy;

/// <summary>
/// Finds names of private persons by what stands beside them: a civility, a label that announces a person, an e-mail address or a telephone
/// number. A name that an elected or State mandate goes with is no private person's. There is no list of first names: a name alone in a
/// sentence is not found, and neither is one written without capitals.
/// </summary>
internal static partial class PersonNames
{
    // Characters on either side in which a mandate belongs to the name.
    private const int MandateReach = 60;

    private const string Capitalised = @"\p{Lu}[\p{L}\p{M}]*(?:['’-]\p{L}[\p{L}\p{M}]*)*";
    private const string Particle = @"(?:d[eu]|des|d['’]|le|la|van|von|el|ben|da|dos)";
    private const string Name = $@"(?:{Capitalised}|\p{{Lu}}\.)(?:[ \u00A0](?:{Particle}[ \u00A0]?)?(?:{Capitalised}|\p{{Lu}}\.)){{0,3}}";
    private const string FullName = $@"{Capitalised}(?:[ \u00A0](?:{Particle}[ \u00A0]?)?{Capitalised}){{1,3}}";

    /// <summary>Names of private persons that the texts give, the longest first.</summary>
    public static ImmutableArray<string> In(IEnumerable<string> texts)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        foreach (var text in texts)
        {
            foreach (var pattern in (Regex[])[AfterCivility(), AfterLabel(), BeforeContact()])
            {
                foreach (Match match in pattern.Matches(text))
                {
                    var name = match.Groups["name"];
                    if (!IsTitle(name.Value) && !HasMandate(text, match.Index, name.Index + name.Length))
                        found.Add(name.Value);
                }
            }
        }

        return [.. found.OrderByDescending(name => name.Length).ThenBy(name => name, StringComparer.Ordinal)];
    }

    /// <summary>Whether a text begins a name by a civility.</summary>
    public static bool HasCivility(string text) => AfterCivility().IsMatch(text);

    /// <summary>The places of a name in a text: a single word only behind a civility or a label, for it may be a street's or a town's as well.</summary>
    public static Regex PlacesOf(string name)
    {
        var words = string.Join(@"\s+", name.Split([' ', '\u00A0'], StringSplitOptions.RemoveEmptyEntries).Select(Regex.Escape));
        var isBare = !name.Contains(' ', StringComparison.Ordinal) && !name.Contains('\u00A0', StringComparison.Ordinal);
        var before = isBare ? $@"(?<=\b(?:{Civilities})[ \u00A0]+|\b(?:{Labels}|{LabelsWithSign})[ \u00A0]*[:–][ \u00A0]*)" : @"(?<![\p{L}\p{M}])";
        return new Regex(before + words + @"(?![\p{L}\p{M}])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
    }

    private static bool HasMandate(string text, int start, int end)
    {
        var before = text[Math.Max(0, start - MandateReach)..start];
        var after = text[end..Math.Min(text.Length, end + MandateReach)];
        return MandateBefore().IsMatch(before) || MandateAfter().IsMatch(after);
    }

    // « Madame la Présidente », « Monsieur le Préfet » are offices, and « Ville de Metz » behind a label is a body.
    private static bool IsTitle(string name) => Title().IsMatch(name);

    private const string Civilities = @"M\.|Mr\.?|MM\.|Mme|Mmes|Mlle|Monsieur|Madame|Mademoiselle|Messieurs|Mesdames";

    private const string Labels =
        "personne à contacter|interlocuteur|interlocutrice|représentante? légale?|représentée? par|réalisée? par|établie? par|rédigée? par|animée? par|suivie? par|à l['’]attention de";

    // Words too common to announce a person without a sign behind them.
    private const string LabelsWithSign = "contacts?|référente?|présidente?|directeur|directrice|trésorier|trésorière|secrétaire|coordinateur|coordinatrice|chargée? de mission|nom(?: et prénom| du responsable)?|responsable(?: (?:du projet|de l['’]action|légale?))?";

    private const string Mandates =
        "maires?|adjointe?s?|conseill(?:er|ère)s? (?:municipa|départementa|régiona|communautaire|métropolitain)\\w*|élue?s?|préf[eè]te?s?|sous-préf[eè]te?s?|déléguée? du préfet|députée?s?|sénat(?:eur|rice)s?|ministre|(?:vice-)?présidente?s? (?:du (?:conseil|département)|de (?:la (?:communauté|région|métropole)|l['’](?:agglomération|intercommunalité|assemblée)))";

    [GeneratedRegex($@"\b(?:{Civilities})[ \u00A0]+(?<name>{Name})")]
    private static partial Regex AfterCivility();

    [GeneratedRegex($@"(?i:\b(?:(?:{Labels})[ \u00A0]*(?::|–|-)?|(?:{LabelsWithSign})[ \u00A0]*[:–])[ \u00A0]*)(?<name>{FullName})(?=[ \u00A0]*(?:$|[\r\n,;:()–—|/.-]))")]
    private static partial Regex AfterLabel();

    [GeneratedRegex($@"(?<![\p{{L}}\p{{M}}])(?<name>{FullName})[ \u00A0]*[,;:(–—/|-]?[ \u00A0]*(?:{ContactData.EmailPattern}|{ContactData.TelephonePattern})")]
    private static partial Regex BeforeContact();

    [GeneratedRegex($@"(?i:\b(?:{Mandates})\b[^.;\n]{{0,40}}$)")]
    private static partial Regex MandateBefore();

    [GeneratedRegex($@"^[ \u00A0]*[,(–-]?[ \u00A0]*(?i:(?:en (?:sa )?qualité de |agissant en qualité de )?(?:(?:le|la|son|sa) |l['’])?(?:\d\p{{L}}* )?(?:{Mandates})\b)")]
    private static partial Regex MandateAfter();

    [GeneratedRegex("^(?:Le|La|L['’]|Les|Maire|Préf[eè]te?|Président|Directeur|Directrice|Ville|Mairie|Commune|Communauté|Association|Centre|Service|Maison|Conseil|Département|Région|Agence|Caisse|Pôle|Mission|Office|Comité|Foyer|Collège|Lycée|École|Ecole|État|Etat|Fédération|Ligue|Club|Union|Régie|Réseau|CAF|CCAS|DSDEN|DDETS)(?![\\p{L}\\p{M}])")]
    private static partial Regex Title();
}
