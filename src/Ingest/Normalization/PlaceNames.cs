using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Ingest.Grammar;

namespace Ingest.Normalization;

/// <summary>A commune named in a text.</summary>
/// <param name="Start">Offset of its name.</param>
/// <param name="Length">Number of characters of its name.</param>
/// <param name="Name">The name as written.</param>
/// <param name="Candidates">Communes of the register that bear it; none where the register does not know it.</param>
/// <param name="IsList">Whether it stands in a list: « les communes de X, Y et Z ».</param>
/// <param name="IsOffice">Whether the phrase names an office of it (« mairie de X », « CCAS de X »), which may be only an address.</param>
internal sealed record CommuneMention(int Start, int Length, string Name, ImmutableArray<RegisteredCommune> Candidates, bool IsList = false, bool IsOffice = false);

/// <summary>
/// Communes that a text names as a body: « Ville de X », « Commune de X », « Mairie de X », « CCAS de X », « les communes de X, Y
/// et Z », « contrat de ville de X ».
/// </summary>
internal static partial class PlaceNames
{
    /// <summary>The longest name of a commune in the register has this many words.</summary>
    private const int MostWords = 9;

    /// <summary>The communes that a text names behind one of the phrases, in order.</summary>
    public static ImmutableArray<CommuneMention> FindCommunes(string text, TerritoryRegister register)
    {
        var mentions = ImmutableArray.CreateBuilder<CommuneMention>();
        var end = 0;
        foreach (Match phrase in Phrase().Matches(text))
        {
            if (phrase.Index < end)
                continue;
            var isList = phrase.Groups["list"].Success;
            var at = phrase.Index + phrase.Length;
            var link = phrase.Groups["link"].Value;
            while (At(text, at, link, register) is { } mention)
            {
                // « contrat de ville de X » may go on with anything: only a name that the register knows counts; « … de la commune de X » names one.
                if (mention.Candidates.IsEmpty && (isList || (phrase.Groups["weak"].Success && !phrase.Groups["named"].Success)))
                    break;
                // « contrat de ville du Val de Fensch » is that of a body whose name goes on.
                if (phrase.Groups["weak"].Success && !phrase.Groups["named"].Success && NameGoesOn().IsMatch(text, mention.Start + mention.Length))
                    break;
                mentions.Add(mention with { IsList = isList, IsOffice = phrase.Groups["office"].Success });
                end = mention.Start + mention.Length;
                var separator = isList ? ListSeparator().Match(text, end) : Match.Empty;
                if (!separator.Success)
                    break;
                at = end + separator.Length;
                link = separator.Groups["link"].Value;
            }
        }

        return mentions.ToImmutable();
    }

    /// <summary>A whole line, or a part of it between dashes, that is nothing but the name of a commune: « Programmation 2024 – X ».</summary>
    public static ImmutableArray<CommuneMention> FindBareCommunes(string text, TerritoryRegister register)
    {
        var mentions = ImmutableArray.CreateBuilder<CommuneMention>();
        foreach (Match part in TitlePart().Matches(text))
        {
            var name = part.Groups["name"];
            // There is a commune called « Ville »: alone in a title it is the common word.
            var candidates = Folding.Fold(name.Value) == "ville" ? [] : register.CommunesNamed(name.Value);
            if (!candidates.IsEmpty)
                mentions.Add(new CommuneMention(name.Index, name.Length, name.Value, candidates));
        }

        return mentions.ToImmutable();
    }

    /// <summary>The commune whose name begins at an offset, behind a link that may hide its article (« du Havre » → Le Havre).</summary>
    internal static CommuneMention? At(string text, int at, string link, TerritoryRegister register)
    {
        if (at >= text.Length || !char.IsUpper(text[at]))
            return null;
        var ends = WordEnds(text, at);
        for (var i = ends.Count - 1; i >= 0; i--)
        {
            // « Saint-Germain » in « Saint-Germain-des-Xyz » is another commune.
            if (ends[i] < text.Length && text[ends[i]] is '-' or '\'' or '’')
                continue;
            var name = text[at..ends[i]];
            // « Grand » is a commune, and the first word of many bodies: « Grand Xois ».
            if (i == 0 && ends.Count > 1 && name is "Grand" or "GRAND")
                continue;
            foreach (var form in FormsBehind(link, name))
            {
                var candidates = register.CommunesNamed(form);
                if (!candidates.IsEmpty)
                    return new CommuneMention(at, ends[i] - at, name, candidates);
            }
        }

        var unknown = CapitalisedName().Match(text, at);
        return unknown.Success ? new CommuneMention(at, unknown.Length, unknown.Value, []) : null;
    }

    private static IEnumerable<string> FormsBehind(string link, string name) => Folding.Fold(link) switch
    {
        "du" => ["Le " + name, name],
        "des" => ["Les " + name, name],
        "de la" => ["La " + name, name],
        "de l" => ["L " + name, name],
        _ => [name],
    };

    private static List<int> WordEnds(string text, int at)
    {
        var ends = new List<int>();
        while (at < text.Length && ends.Count < MostWords && text[at] is not ('\n' or ',' or ';' or '(' or ')' or ':' or '–' or '—' or '«' or '"'))
        {
            var end = at;
            while (end < text.Length && (char.IsLetterOrDigit(text[end]) || text[end] == '.'))
                end++;
            if (end == at && !FrenchCharacters.IsNumberSpace(text[at]) && text[at] is not ('-' or '\'' or '’' or '/'))
                break;
            if (end > at)
                ends.Add(text[end - 1] == '.' && end - at > 3 ? end - 1 : end);
            at = Math.Max(end, at + 1);
        }

        return ends;
    }

    [GeneratedRegex(
        """
        (?<!\p{L})(?:
            (?:(?<list>villes|communes)|ville|commune|municipalit[ée]|(?<office>mairie|maire|conseil[ ]municipal|C\.?C\.?A\.?S\.?|centre[ ]communal[ ]d['’]action[ ]sociale))
          | (?<weak>contrat[ ]de[ ]ville(?:[ \u00A0](?:19|20)\d\d(?:[ \u00A0]?[-–/][ \u00A0]?(?:19|20)\d\d)?)?|politique[ ]de[ ]la[ ]ville|contrat[ ]urbain[ ]de[ ]cohésion[ ]sociale))
        [ \u00A0](?<named>de[ ]la[ ]commune[ ]|de[ ]la[ ]ville[ ])?(?<link>de[ ]la[ \u00A0]|de[ ]l['’]|du[ \u00A0]|des[ \u00A0]|d['’]|de[ \u00A0])[ ]?
        """, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture)]
    private static partial Regex Phrase();

    [GeneratedRegex(@"\G[ \u00A0](?:(?:de|du|des|d['’]|en|sur)[ \u00A0]?(?=\p{Lu})|(?:Agglo|Métropole|Communauté|Intercom|Terres|Pays)|(?:AGGLO|MÉTROPOLE|COMMUNAUTÉ))", RegexOptions.CultureInvariant)]
    private static partial Regex NameGoesOn();

    [GeneratedRegex(@"\G[ \u00A0]?(?:,[ \u00A0]?(?:et[ \u00A0])?|[ \u00A0]?et[ \u00A0]|;[ \u00A0]?)(?<link>de la |de l['’]|du |des |d['’]|de )?", RegexOptions.CultureInvariant)]
    private static partial Regex ListSeparator();

    [GeneratedRegex(@"(?<=^|(?<![-‐])\n|[–—:|•][ \u00A0]|[ \u00A0]-[ \u00A0])(?<name>\p{Lu}[\p{L} \u00A0'’-]{1,50}?)(?=[ \u00A0]?(?:$|\n|[–—|:•(]|-[ \u00A0]))", RegexOptions.CultureInvariant)]
    private static partial Regex TitlePart();

    [GeneratedRegex(@"\G\p{Lu}[\p{L}]*(?:[-'’ ](?:\p{Lu}\p{L}*|(?:sur|sous|en|les|lès|lez|le|la|de|du|des|et|d|l)(?=[-'’ ](?:\p{Lu}|(?:la|le|les|l)[-'’ ]\p{Lu}))))*", RegexOptions.CultureInvariant)]
    private static partial Regex CapitalisedName();
}
