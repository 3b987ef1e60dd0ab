using System.Text.RegularExpressions;
using Ingest.Model.Provenance;
using Ingest.Segmentation.Passages;
using Ingest.Vocabulary;

namespace Ingest.Segmentation;

/// <summary>Parts the names in a header from what else it says.</summary>
internal sealed partial class HeaderNames(HeaderVocabulary headers, PayerVocabulary payers)
{
    // From this score on, a header's words leave no doubt about what they head.
    private const double SureHeader = 0.7;

    /// <summary>
    /// A header parted from who carries what it heads: « Action portée par la Ville de X », « Projet de la Ville de X ». The header itself, and
    /// no carrier, where it names none.
    /// </summary>
    /// <param name="header">The lowest header of a column.</param>
    public (SourceText Header, SourceText Carrier) WithoutCarrier(SourceText header)
    {
        var found = Carrier().Match(header.Text) is { Success: true } carried ? carried
            : Owner().Match(header.Text) is { Success: true } owned && payers.Match(owned.Groups["name"].Value) is { Start: 0, Entry.Rank: >= 0 } && headers.Match(header.Text[..owned.Index]) is [{ Role: HeaderRole.Title, Score: >= SureHeader }, ..] ? owned : null;
        return found is null ? (header, SourceText.Empty)
            : (header.Slice(0, found.Index), PassageText.Slice(header, PassageReader.WithoutArticle(header.Text, new Part(found.Groups["name"].Index, header.Text.Length))));
    }

    /// <summary>The name without how far the money has come: « DLVA » of « DLVA (accordé) »; and without that it is given: « CAF » of « Part de la CAF ».</summary>
    /// <param name="name">What a header says of who pays.</param>
    public SourceText WithoutStatus(SourceText name)
    {
        // « Demandé à l'État », « Participation sollicitée auprès de la Région ».
        if (payers.Match(name.Text) is { Start: > 0 } payer && StatusLead().IsMatch(name.Text[..payer.Start]) && headers.StatusOf(name.Text[..payer.Start]) is not null)
            return PassageText.Slice(name, PassageReader.WithoutArticle(name.Text, new Part(payer.Start, name.Text.Length)));
        // « Subvention de la Ville de X », « Part de la CAF »: what is given is none of the name.
        if (payers.Match(name.Text) is { Start: > 0, Entry.Rank: >= 0, Entry.Kind: not ("usagers" or "association") } giver && GiftLead().Match(name.Text[..giver.Start]) is { Success: true } gift && headers.Match(gift.Groups["gift"].Value).Any(match => match is { Role: HeaderRole.Financing or HeaderRole.Amount, Score: >= SureHeader }))
            return name.Slice(giver.Start, name.Text.Length - giver.Start);
        // « CCTLB demandé »
        if (name.Text.TrimEnd().LastIndexOfAny([' ', '\n', '\u00A0']) is > 0 and var space && name.Text[space..] is var last && headers.StatusOf(last) is not null && payers.Match(last) is null
            && (payers.Match(name.Text[..space]) is not null || IsAcronym(name.Text[..space].Trim())))
            return name.Slice(0, space);
        var bracket = name.Text.LastIndexOf('(');
        return bracket > 0 && name.Text.TrimEnd()[^1] == ')' && headers.StatusOf(name.Text[bracket..]) is not null && payers.Match(name.Text[bracket..]) is null && name.Text[bracket..].Split(' ').Length <= LongestStatus
            ? name.Slice(0, name.Text[..bracket].TrimEnd().Length)
            : name;
    }

    [GeneratedRegex(@"^(?<gift>\p{L}+(?:[ \u00A0\n]\p{L}+)?)[ \u00A0\n](?:de[ \u00A0\n]la[ \u00A0\n]|du[ \u00A0\n]|des[ \u00A0\n]|de[ \u00A0\n]l['’]|de[ \u00A0\n]|d['’])$", RegexOptions.CultureInvariant)]
    private static partial Regex GiftLead();

    private static bool IsAcronym(string name) => name.Length is > 2 and < 10 && name.All(letter => char.IsUpper(letter) || char.IsAsciiDigit(letter));

    // What may stand between a status and the payer it is said of.
    [GeneratedRegex(@"^(?:\w+[ \u00A0]){0,2}\w+[ \u00A0](?:à|au|aux|auprès|par|de|du)(?:[ \u00A0](?:de|du|des|le|la|les))*[ \u00A0](?:l['’])?$", RegexOptions.CultureInvariant)]
    private static partial Regex StatusLead();

    private const int LongestStatus = 2;

    [GeneratedRegex(@"(?<=\w{3})[ \u00A0\n](?:portée?s?|menée?s?|conduite?s?|pilotée?s?)[ \u00A0\n]par[ \u00A0\n](?<name>.{3,})$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex Carrier();

    [GeneratedRegex(@"(?<=\w{3})[ \u00A0\n](?:de[ \u00A0\n]la[ \u00A0\n]|du[ \u00A0\n]|des[ \u00A0\n]|de[ \u00A0\n]l['’]|d['’])(?<name>\p{Lu}.{2,})$", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Owner();
}
