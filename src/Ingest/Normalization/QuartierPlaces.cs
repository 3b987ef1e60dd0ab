using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Ingest.Grammar;
using Ingest.Model.Documents;

namespace Ingest.Normalization;

/// <summary>
/// Tells where neighbourhoods lie by the communes that a text names behind them: « Petite Hollande (QN02501M) à Montbéliard », « …, à Agen et
/// Boé », or before them: « Deux quartiers de la commune de Saint-Dizier : … ».
/// </summary>
/// <param name="register">The register of communes.</param>
/// <param name="communes">The communes of the document.</param>
internal sealed partial class QuartierPlaces(TerritoryRegister register, ImmutableArray<Commune> communes)
{
    /// <summary>Of each neighbourhood the INSEE codes of the document's communes in which the text says that it lies; empty where it does not.</summary>
    /// <param name="text">The text.</param>
    /// <param name="mentions">The neighbourhoods that it names, in order.</param>
    public ImmutableArray<string>[] Of(string text, ImmutableArray<QuartierMention> mentions)
    {
        // « A (QP…) et B (QP…), à Cambrai, et C (QP…), à Proville »: a place behind several is that of all that nothing else parts from it.
        var places = mentions.Select(mention => CommuneBehind(text, mention.Start + mention.Length)).ToArray();
        for (var i = mentions.Length - 2; i >= 0; i--)
        {
            var end = mentions[i].Start + mentions[i].Length;
            if (places[i].IsEmpty && !places[i + 1].IsEmpty && end <= mentions[i + 1].Start && OnlyParted().IsMatch(text[end..mentions[i + 1].Start]))
                places[i] = places[i + 1];
        }

        // « Deux quartiers de la commune de Saint-Dizier … : A (QP…) et B (QP…). »
        foreach (Match of in OfCommune().Matches(text))
        {
            var named = PlaceNames.At(text, of.Index + of.Length, of.Groups["link"].Value, register) is { } mention
                ? mention.Candidates.Select(candidate => candidate.Insee).Where(insee => communes.Any(commune => commune.Insee == insee)).ToImmutableArray()
                : of.Groups["the"].Success && communes is [{ Insee: { } only }] ? [only] : [];
            var end = SentenceEnd().Match(text, of.Index + of.Length) is { Success: true } stop ? stop.Index : text.Length;
            for (var i = 0; i < mentions.Length; i++)
            {
                if (places[i].IsEmpty && named.Length == 1 && mentions[i].Code is not null && mentions[i].Start > of.Index && mentions[i].Start < end)
                    places[i] = named;
            }
        }

        return places;
    }

    // « Petite Hollande (QN02501M) à Montbéliard »: the commune that the text itself gives.
    private ImmutableArray<string> CommuneBehind(string text, int at)
    {
        var found = ImmutableArray.CreateBuilder<string>();
        foreach (var mention in Behind(text, at, register))
        {
            ImmutableArray<string> own = [.. mention.Candidates.Select(candidate => candidate.Insee).Where(insee => communes.Any(commune => commune.Insee == insee))];
            if (own.IsEmpty)
                break;
            found.AddRange(own);
        }

        return found.ToImmutable();
    }

    /// <summary>The communes that sentences name before the neighbourhoods with a code that lie in them: « Trois quartiers de Beauvais sont concernés : … ».</summary>
    /// <param name="text">The text.</param>
    /// <param name="mentions">The neighbourhoods that it names, in order.</param>
    /// <param name="register">The register of communes.</param>
    public static IEnumerable<CommuneMention> Before(string text, ImmutableArray<QuartierMention> mentions, TerritoryRegister register)
    {
        foreach (Match of in OfCommune().Matches(text))
        {
            var end = SentenceEnd().Match(text, of.Index + of.Length) is { Success: true } stop ? stop.Index : text.Length;
            if (mentions.Any(mention => mention.Code is not null && mention.Start > of.Index && mention.Start < end) && PlaceNames.At(text, of.Index + of.Length, of.Groups["link"].Value, register) is { } place)
                yield return place;
        }
    }

    /// <summary>The communes in order; none where something else follows.</summary>
    /// <param name="text">The text.</param>
    /// <param name="at">Offset behind the neighbourhood.</param>
    /// <param name="register">The register of communes.</param>
    public static IEnumerable<CommuneMention> Behind(string text, int at, TerritoryRegister register)
    {
        var match = In().Match(text, at);
        while (match.Success && PlaceNames.At(text, match.Index + match.Length, match.Groups["link"].Value, register) is { } mention)
        {
            yield return mention;
            match = AlsoIn().Match(text, mention.Start + mention.Length);
        }
    }

    // Brackets with codes, commas and « et » alone.
    [GeneratedRegex(@"^[ \u00A0]*(?:\([^)]*\)|[QPNMI\d \u00A0]{6,12})?[ \u00A0)]*(?:,|et|;|,[ \u00A0]et)[ \u00A0]*(?:l[ae]s?[ \u00A0]|l['’])?$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex OnlyParted();

    [GeneratedRegex(@"(?:quartiers?|QPV)(?:[ \u00A0]prioritaires?)?(?:[ \u00A0]de[ \u00A0]la[ \u00A0]politique[ \u00A0]de[ \u00A0]la[ \u00A0]ville)?[ \u00A0](?:(?<the>de[ \u00A0]la[ \u00A0](?:commune|ville))(?:[ \u00A0](?<link>de|du|d['’])[ \u00A0]?)?|(?<link>de|d['’])[ \u00A0]?(?=\p{Lu}))|(?<!\p{L})la[ \u00A0](?:commune|ville)[ \u00A0](?<link>de|du|d['’])[ \u00A0]?(?=\p{Lu})(?=[^.:;]{0,160}?(?:quartiers?|QPV))", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex OfCommune();

    /// <summary>Where a sentence ends and another begins.</summary>
    [GeneratedRegex(@"[.!?][ \u00A0\n]+(?=\p{Lu})", RegexOptions.CultureInvariant)]
    internal static partial Regex SentenceEnd();

    [GeneratedRegex(@"\G[ \u00A0]?[»""]?[ \u00A0]?(?:\([^)\n]{0,20}\))?,?[ \u00A0](?:tou(?:te)?s[ \u00A0](?:(?:les[ \u00A0])?(?:deux|trois|quatre|cinq|six)[ \u00A0])?)?(?:(?:situé|implanté|localisé)e?s?[ \u00A0])?(?:(?<link>à|au|aux)|(?:sur|dans) la (?:commune|ville) (?<link>de|du|d['’]))[ \u00A0]?|\G[ \u00A0]?[»""]?[ \u00A0]?(?:\([^)\n]{0,20}\))?,[ \u00A0](?=\p{Lu}[\p{L}\d'’ \u00A0-]{1,40}(?:[;.\n]|[ \u00A0];|$))", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex In();

    [GeneratedRegex(@"\G[ \u00A0](?:et|&)[ \u00A0](?:(?<link>à|au|aux)[ \u00A0])?(?=\p{Lu})", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex AlsoIn();
}
