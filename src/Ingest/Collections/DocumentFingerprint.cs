using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Ingest.Grammar;
using Ingest.Model.Documents;

namespace Ingest.Collections;

/// <summary>
/// By what a document is known again under another name or in another format: what it says, without how it is written. Layout,
/// punctuation, letter case and the order of its parts do not count; every amount does.
/// </summary>
public sealed record DocumentFingerprint
{
    /// <summary>Fewer letters than these say nothing by which a document could be known.</summary>
    private const int LeastLetters = 40;

    /// <summary>Fewer different amounts than these may be the same by chance.</summary>
    private const int LeastAmounts = 3;

    /// <summary>Path of the document in its collection.</summary>
    public required string Path { get; init; }

    /// <summary>SHA-256 of the source, lower-case hexadecimal.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Hash of all titles, texts and amounts; null where the document says too little.</summary>
    public string? ContentHash { get; init; }

    /// <summary>Hash of the amounts alone; null where there are too few.</summary>
    public string? MoneyHash { get; init; }

    /// <summary>Sketch of the words (<see cref="TextSketch"/>); empty where there are none.</summary>
    public ImmutableArray<uint> Sketch { get; init; } = [];

    /// <summary>The years that the document is for.</summary>
    public Period? Period { get; init; }

    /// <summary>INSEE codes of the communes that it is made for, in their order.</summary>
    public ImmutableArray<string> Communes { get; init; } = [];

    /// <summary>Authority, number and day of the act by its stamp; null without a stamp.</summary>
    public string? Act { get; init; }

    /// <summary>The fingerprint of a document.</summary>
    /// <param name="path">Its path in the collection.</param>
    /// <param name="document">The document.</param>
    public static DocumentFingerprint Of(string path, IngestedDocument document)
    {
        string[] texts = [.. StrategyTexts(document).Select(Folding.Fold)];
        string[] titles = [.. document.Actions.SelectMany(TextsOf).Select(Folding.Fold)];
        string[] actions = [.. document.Actions.Select(action => string.Join('|', TextsOf(action).Select(Letters).Concat(Amounts(action))))];
        string[] amounts = [.. document.Actions.SelectMany(Amounts)];
        return new DocumentFingerprint
        {
            Path = path,
            Sha256 = document.Source.Sha256,
            ContentHash = texts.Concat(titles).Sum(text => text.Length) >= LeastLetters ? HashOf(texts.Select(Letters).Concat(actions)) : null,
            MoneyHash = amounts.Distinct(StringComparer.Ordinal).Count() >= LeastAmounts ? HashOf(amounts) : null,
            Sketch = TextSketch.Of(texts.Concat(titles).SelectMany(WordPairs)),
            Period = document.Period,
            Communes = [.. document.Territory.Communes.Select(commune => commune.Insee).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
            Act = document.Filing is { } filing ? string.Create(CultureInfo.InvariantCulture, $"{filing.Siren} {filing.ActNumber} {filing.ActDate:yyyy-MM-dd}") : null,
        };
    }

    private static IEnumerable<string> StrategyTexts(IngestedDocument document)
    {
        foreach (var enjeu in document.Enjeux)
        {
            yield return enjeu.Title ?? "";
            foreach (var orientation in enjeu.Orientations)
            {
                yield return orientation.Title ?? "";
                foreach (var objective in orientation.Objectives)
                {
                    yield return objective.Title ?? "";
                    foreach (var operational in objective.OperationalObjectives)
                        yield return operational.Text;
                }
            }
        }
    }

    private static IEnumerable<string> TextsOf(FundedAction action) => [action.Title ?? "", action.Porteur?.Label ?? ""];

    // The kind of a payer is left out: it comes of a vocabulary, the amount of the document.
    private static IEnumerable<string> Amounts(FundedAction action)
    {
        if (action.TotalCost is { } cost)
            yield return $"cost {cost}";
        foreach (var amount in action.Financers.Where(financer => financer.Amount is not null).Select(financer => $"{financer.Status} {financer.Amount}").Order(StringComparer.Ordinal))
            yield return amount;
    }

    // Where lines broke, words may have been joined or parted: only their letters count.
    private static string Letters(string text) => Folding.Fold(text).Replace(" ", "", StringComparison.Ordinal);

    private static IEnumerable<string> WordPairs(string text)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        for (var i = 0; i < words.Length; i++)
            yield return i + 1 < words.Length ? $"{words[i]} {words[i + 1]}" : words[i];
    }

    private static string HashOf(IEnumerable<string> lines) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', lines.Order(StringComparer.Ordinal)))));
}
