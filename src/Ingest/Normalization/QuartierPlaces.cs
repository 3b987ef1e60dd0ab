using System.Text.RegularExpressions;

namespace Ingest.Normalization;

/// <summary>The communes that a text names behind a neighbourhood: « Petite Hollande (QN02501M) à Montbéliard », « …, à Agen et Boé ».</summary>
internal static partial class QuartierPlaces
{
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

    [GeneratedRegex(@"\G[ \u00A0]?[»""]?[ \u00A0]?(?:\([^)\n]{0,20}\))?,?[ \u00A0](?:(?<link>à|au|aux)|sur la commune (?<link>de|du|d['’]))[ \u00A0]?", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex In();

    [GeneratedRegex(@"\G[ \u00A0](?:et|&)[ \u00A0](?:(?<link>à|au|aux)[ \u00A0])?(?=\p{Lu})", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex AlsoIn();
}
