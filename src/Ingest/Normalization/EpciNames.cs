using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Ingest.Grammar;

namespace Ingest.Normalization;

/// <summary>
/// How an intercommunal body is written besides its name in the register: with the category written out, with
/// « agglomération » behind, or by an acronym of initials.
/// </summary>
public static partial class EpciNames
{
    /// <summary>Shorter acronyms say nothing: « CA », « CC ».</summary>
    private const int ShortestAcronym = 3;

    private static readonly HashSet<string> Links =
        new(["de", "du", "des", "d", "la", "le", "les", "l", "et", "en", "sur", "aux", "au", "a"], StringComparer.Ordinal);

    /// <summary>Acronyms that every reader takes for another body or scheme, whatever an EPCI's initials make.</summary>
    private static readonly HashSet<string> Reserved = new(
        [
            "CCAS", "CIAS", "CAF", "CDC", "CDAD", "CUCS", "CLAS", "CLS", "CCI", "CMA", "CPAM", "CSC", "CDD", "CDI", "CEJ", "CDV", "CDA", "CEA", "CAP",
            "MJC", "MSA", "MDS", "MLA", "CMS", "CMP", "CAMSP", "CADA", "CATTP", "EPT", "CAJ", "CDSA", "CDOS", "CCAPEX", "CTG", "CLSM", "CLSPD", "CVL", "CIDFF",
        ],
        StringComparer.Ordinal);

    /// <summary>Words that show by themselves that a name is an intercommunal body's.</summary>
    private static readonly HashSet<string> Telling = new(
        ["agglomeration", "agglo", "communaute", "metropole", "eurometropole", "agglopole", "agglopolys", "intercom", "communes", "intercommunalite"],
        StringComparer.Ordinal);

    /// <summary>
    /// Folded forms of the name that nothing but this body (or a namesake) has: « ca d henin carvin », « communaute d agglomeration
    /// d henin carvin », « agglomeration d henin carvin », « henin carvin agglomeration »; the bare name only where it tells
    /// what it is (« pays de montbeliard agglomeration »).
    /// </summary>
    public static ImmutableArray<string> FormsOf(RegisteredEpci epci)
    {
        var full = Folding.Fold(epci.Name);
        var (name, core) = NameAndCore(epci);
        var forms = new List<string> { full };
        foreach (var category in CategoriesOf(epci.Type))
        {
            forms.Add($"{category} {name}");
            forms.Add($"{category} {core}");
        }

        if (epci.Type is "CA" or "CU" or "CC")
        {
            forms.Add($"{core} agglomeration");
            forms.Add($"{core} agglo");
            forms.Add($"{core} communaute");
        }

        if (core.Split(' ').Any(Telling.Contains) || epci.Type is "METRO" or "MET69")
        {
            forms.Add(core);
            forms.Add(name);
        }

        // « CA de Blois ''Agglopolys'' »: the register gives the name that it goes by as well.
        if (OtherName(epci) is { } other && !IsAcronym(other))
            forms.Add(Folding.Fold(other));
        return [.. forms.Distinct(StringComparer.Ordinal)];
    }

    /// <summary>
    /// Acronyms by initials: all words with the category (« Communauté d'Agglomération du Val Fleuri » → CAVF), the name alone
    /// where it tells what it is (« Pays de Montbéliard Agglomération » → PMA), the name with « Agglomération » behind.
    /// </summary>
    public static ImmutableArray<string> AcronymsOf(RegisteredEpci epci)
    {
        var bare = WithoutCategory(epci);
        var initials = Initials(bare, withLinks: false);
        var acronyms = new List<string>();
        foreach (var category in epci.Type switch { "CA" => ["CA", "CDA"], "CC" => ["CC", "CDC"], "CU" => ["CU"], "EPT" => ["EPT"], _ => (string[])["M"] })
        {
            acronyms.Add(category + initials);
            acronyms.Add(category + Initials(bare, withLinks: true));
        }

        var isTelling = Folding.Fold(bare).Split(' ').Any(Telling.Contains);
        if (isTelling || epci.Type is "METRO" or "MET69")
            acronyms.Add(initials);
        else if (epci.Type == "CA")
            acronyms.Add(initials + "A");
        if (OtherName(epci) is { } other && IsAcronym(other))
            acronyms.Add(other);
        // « m2A » for « MAA ».
        acronyms.AddRange([.. acronyms.Select(acronym => RunOfLetter().Replace(acronym, run => run.Length.ToString(CultureInfo.InvariantCulture) + run.Value[0])).Except(acronyms)]);
        return [.. acronyms.Where(acronym => acronym.Length >= ShortestAcronym && !Reserved.Contains(acronym)).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>The folded name without its category, and the same without the links before it.</summary>
    internal static (string Name, string Core) NameAndCore(RegisteredEpci epci)
    {
        var name = Folding.Fold(WithoutCategory(epci));
        var words = name.Split(' ');
        var first = 0;
        while (first < words.Length - 1 && Links.Contains(words[first]))
            first++;
        return (name, string.Join(' ', words[first..]));
    }

    private static string WithoutCategory(RegisteredEpci epci)
    {
        var name = epci.Type is "CA" or "CC" or "CU" && epci.Name.StartsWith(epci.Type + " ", StringComparison.Ordinal)
            ? epci.Name[(epci.Type.Length + 1)..]
            : epci.Name;
        return Aside().Replace(name, "") is { Length: > 0 } bare ? bare : name;
    }

    private static string? OtherName(RegisteredEpci epci) => Aside().Match(epci.Name) is { Success: true } aside ? aside.Groups["name"].Value : null;

    private static bool IsAcronym(string name) => name.All(char.IsUpper);

    // « (AME) », « ''Agglopolys'' » behind the name.
    [GeneratedRegex(@"(\p{Lu})\1+", RegexOptions.CultureInvariant)]
    private static partial Regex RunOfLetter();

    [GeneratedRegex(@"[ \u00A0]+(?:\((?<name>[^()]+)\)|''(?<name>[^']+)'')[ \u00A0]*$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Aside();

    private static IEnumerable<string> CategoriesOf(string type) => type switch
    {
        "CA" => ["ca", "communaute d agglomeration", "agglomeration", "agglo", "com d agglo", "communaute agglomeration", "communaute"],
        "CC" => ["cc", "communaute de communes", "comcom", "com com", "communaute"],
        "CU" => ["cu", "communaute urbaine", "communaute"],
        "EPT" => ["ept", "etablissement public territorial", "territoire"],
        _ => ["metropole"],
    };

    private static string Initials(string name, bool withLinks)
    {
        var initials = new StringBuilder();
        foreach (var word in name.Split([' ', '-', '\'', '’', ',', '–', '/', '.'], StringSplitOptions.RemoveEmptyEntries))
        {
            // A lower-case link is no part of the name, a capitalised one is: « de La Rochelle ».
            var isLink = Links.Contains(Folding.Fold(word)) && char.IsLower(word[0]);
            if (char.IsLetterOrDigit(word[0]) && (withLinks ? !(isLink && initials.Length == 0) : !isLink))
                initials.Append(Folding.Fold(word[..1]).ToUpperInvariant());
        }

        return initials.ToString();
    }
}
