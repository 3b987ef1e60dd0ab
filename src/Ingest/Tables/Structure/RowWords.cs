using System.Collections.Immutable;
using Ingest.Layout;

namespace Ingest.Tables.Structure;

/// <summary>Tells by its first words what a text opens: a total, a sum carried over, a caption, a note.</summary>
internal sealed class RowWords(StructureOptions options)
{
    private readonly ImmutableArray<string> _totals = [.. options.TotalWords];
    private readonly HashSet<string> _carried = options.CarriedWords.ToHashSet(StringComparer.Ordinal);

    /// <summary>Whether it opens a row that sums up.</summary>
    public bool OpensTotal(string text)
    {
        var folded = TextKey.Fold(text);
        return _totals.Any(word => Opens(folded, word));
    }

    /// <summary>Whether it is nothing but « à reporter », « report », with or without its figure.</summary>
    public bool IsCarried(string text) => _carried.Contains(TextKey.Fold(text).TrimEnd(' ', ':', '.', '…'));

    /// <summary>Whether it opens like a caption and goes on with a number or a stop: « Tableau 3 – … », « Tab. : … ».</summary>
    public bool OpensCaption(string text)
    {
        var folded = TextKey.Fold(text);
        return options.CaptionWords.Any(word => Opens(folded, word) && IsNumbered(folded[word.Length..]));
    }

    /// <summary>Whether it opens like a note: « Source : … », « (1) … », « * … ».</summary>
    public bool OpensNote(string text)
    {
        var folded = TextKey.Fold(text);
        return folded.Length > 1 && (folded[0] is '*' or '¹' or '²' or '³' || (folded[0] == '(' && folded.IndexOf(')', StringComparison.Ordinal) is > 0 and < 4)
            || options.NoteWords.Any(word => Opens(folded, word) && folded[word.Length..].TrimStart('.', ' ') is [':' or '–' or '-' or '=', ..]));
    }

    private static bool Opens(string folded, string word) =>
        folded.StartsWith(word, StringComparison.Ordinal) && (folded.Length == word.Length || !char.IsLetterOrDigit(folded[word.Length]));

    private static bool IsNumbered(string rest)
    {
        var next = rest.TrimStart('.', ' ', 'n', '°');
        return next.Length > 0 && (char.IsAsciiDigit(next[0]) || next[0] is ':' or '–' or '-' || next.Split(' ')[0].TrimEnd(':', '.', '-').All(letter => letter is 'i' or 'v' or 'x' || (next.Length > 1 && char.IsAsciiLetter(letter) && !char.IsLetterOrDigit(next[1]))));
    }
}
