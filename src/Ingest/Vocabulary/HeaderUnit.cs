using System.Text.RegularExpressions;

namespace Ingest.Vocabulary;

/// <summary>The unit that closes the header of a column of amounts.</summary>
internal static partial class HeaderUnit
{
    /// <summary>A header without it: « Ville (k€) », « État en euros » name the commune and the State, and nobody else.</summary>
    public static string Without(string header) => Unit().Replace(header, "").Trim();

    [GeneratedRegex(@"[ \u00A0]*(?:\((?:en[ \u00A0])?(?:k€|K€|M€|€|euros)\)|(?<![\p{L}])en[ \u00A0](?:k€|K€|M€|€|euros))$", RegexOptions.CultureInvariant)]
    private static partial Regex Unit();
}
