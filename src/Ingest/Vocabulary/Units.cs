using System.Collections.Frozen;

namespace Ingest.Vocabulary;

/// <summary>Units that stand behind numbers, and abbreviations as short and as neutral.</summary>
internal static class Units
{
    private static readonly FrozenSet<string> Known = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "€", "k€", "m€", "h", "km", "m", "cm", "mm", "m²", "m2", "km²", "ha", "kg", "g", "ml", "cl", "mn", "min", "ko", "mo", "go", "n°",
        "nb", "nbre", "num", "etp", "tél", "art", "réf", "obs", "prog");

    /// <summary>Whether it is one of them.</summary>
    public static bool IsUnit(string word) => Known.Contains(word);
}
