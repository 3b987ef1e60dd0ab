using System.Collections.Immutable;
using Ingest.Classification.Features;
using Ingest.Grammar;

namespace Ingest.Classification.Training;

/// <summary>
/// A trial, for evaluation alone: words of like meaning, from a file in the form of MyThes (LibreOffice's thesauri), written behind a text.
/// None comes with the program.
/// </summary>
public sealed class Thesaurus
{
    // Of a word's many likenesses the first are the nearest.
    private const int MostLikenesses = 6;

    private readonly ImmutableDictionary<string, ImmutableArray<string>> _likenesses;

    private Thesaurus(ImmutableDictionary<string, ImmutableArray<string>> likenesses) => _likenesses = likenesses;

    /// <summary>Reads a file: its encoding in the first line, then each word with the number of its meanings, and a line of likenesses for each.</summary>
    /// <exception cref="InvalidDataException">It has another form.</exception>
    public static Thesaurus Load(TextReader file)
    {
        if (file.ReadLine() is not "UTF-8")
            throw new InvalidDataException("MyThes, UTF-8");
        var likenesses = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        while (file.ReadLine() is { } line)
        {
            if (line.Split('|') is not [var word, var count] || !int.TryParse(count, out var meanings))
                throw new InvalidDataException("MyThes: " + line);
            var known = likenesses.TryGetValue(Stem(word), out var before) ? before : likenesses[Stem(word)] = [];
            for (; meanings > 0; meanings--)
                known.AddRange((file.ReadLine() ?? throw new InvalidDataException("MyThes: " + line)).Split('|').Skip(1).Where(like => !like.Contains(' ', StringComparison.Ordinal)));
        }

        return new Thesaurus(likenesses.ToImmutableDictionary(entry => entry.Key, entry => entry.Value.Distinct(StringComparer.Ordinal).Take(MostLikenesses).ToImmutableArray(), StringComparer.Ordinal));
    }

    /// <summary>The stems of the words of some texts.</summary>
    public static ImmutableHashSet<string> Stems(IEnumerable<string> texts) => [.. texts.SelectMany(Words).Select(Stem)];

    /// <summary>A text with the likenesses of its words behind it.</summary>
    /// <param name="text">The text.</param>
    /// <param name="known">Stems that a model has read: only words that it has not are told by likenesses, and only by those that it has; null to tell all words by all.</param>
    public string Expand(string text, ImmutableHashSet<string>? known)
    {
        var added = Words(text).Select(Stem).Distinct(StringComparer.Ordinal).Where(stem => known?.Contains(stem) != true)
            .SelectMany(stem => _likenesses.TryGetValue(stem, out var found) ? found : [])
            .Where(like => known?.Contains(Stem(like)) != false);
        return string.Join(' ', added.Prepend(text));
    }

    private static string[] Words(string text) => text.Split([.. text.Where(c => !char.IsLetter(c)).Distinct()], StringSplitOptions.RemoveEmptyEntries);

    private static string Stem(string word) => FrenchStemmer.Stem(Folding.Fold(word)).ToString();
}
