using System.Security.Cryptography;
using System.Text;
using Ingest.Grammar;

namespace Ingest.Normalization;

/// <summary>
/// Stable ids from content and ordinal: the same words give the same id in every format and run, whatever their case,
/// accents, spaces and punctuation; the same content a second time gets the next ordinal.
/// </summary>
internal sealed class ContentIds(string prefix)
{
    // 48 bits: in a collection of a million items a chance of about one in 500 that any two of one document meet.
    private const int Digits = 12;

    private readonly Dictionary<string, int> _seen = new(StringComparer.Ordinal);

    /// <summary>The id of an item with these words.</summary>
    public string Next(params ReadOnlySpan<string> words)
    {
        var content = new StringBuilder();
        foreach (var word in words)
            content.Append(Folding.Fold(word).Replace(" ", "", StringComparison.Ordinal)).Append('\n');
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content.ToString())))[..Digits];
        var ordinal = _seen[hash] = _seen.GetValueOrDefault(hash) + 1;
        return ordinal == 1 ? $"{prefix}-{hash}" : $"{prefix}-{hash}-{ordinal}";
    }
}
