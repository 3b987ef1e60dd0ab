using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using Ingest.Model.Pages;

namespace Ingest.Layout;

/// <summary>
/// Finds the filing stamps of the préfecture among the words of a page, also where they stand over a table or in its margin:
/// « Accusé de réception en préfecture » with its reference, and « Envoyé en préfecture le … Reçu … Affiché … ID : … ».
/// </summary>
internal static partial class StampLines
{
    /// <summary>The stamps of the page, each with its words in reading order.</summary>
    /// <param name="lines">The upright lines of the page.</param>
    /// <param name="options">Thresholds.</param>
    public static ImmutableArray<ImmutableArray<Word>> Find(IEnumerable<TextLine> lines, LayoutOptions options)
    {
        var pieces = lines.SelectMany(LineToPieces).OrderBy(piece => piece.Line.Baseline).ThenBy(piece => piece.Left).ToList();
        var stamps = new List<List<Piece>>();
        foreach (var piece in pieces)
        {
            var stamp = stamps.FindLast(other => piece.Follows(other[^1], options));
            if (stamp is null)
                stamps.Add([piece]);
            else
                stamp.Add(piece);
        }

        return
        [
            .. stamps
                .Where(stamp => stamp.Select(piece => piece.Kind).Distinct().Count() > 1 || stamp.Exists(piece => piece is { Kind: "reference", IsWholeLine: true }))
                .Select(stamp => stamp.SelectMany(piece => piece.Words).ToImmutableArray()),
        ];
    }

    /// <summary>Whether the text opens as a line of a stamp does.</summary>
    public static bool IsStamp(string text) => Label().IsMatch(TextKey.Fold(text.TrimStart()).Replace('\n', ' '));

    private static IEnumerable<Piece> LineToPieces(TextLine line)
    {
        for (var i = 0; i < line.Words.Length;)
        {
            var (kind, count) = Match(line.Words, i);
            if (kind is not null)
                yield return new Piece(kind, line, i, count);
            i += Math.Max(count, 1);
        }
    }

    private static (string? Kind, int Count) Match(ImmutableArray<Word> words, int from)
    {
        var first = TextKey.Fold(words[from].Text);
        if (!FirstWord().IsMatch(first))
            return default;
        var text = new StringBuilder();
        var ends = new List<int>();
        for (var i = from; i < words.Length && i < from + 16; i++)
        {
            text.Append(i > from ? " " : "").Append(TextKey.Fold(words[i].Text));
            ends.Add(text.Length);
        }

        var match = Label().Match(text.ToString());
        if (!match.Success)
            return default;
        var kind = match.Groups.Cast<Group>().Skip(1).First(group => group.Success).Name;
        return (kind, ends.FindIndex(end => end >= match.Length) + 1);
    }

    private sealed record Piece(string Kind, TextLine Line, int From, int Count)
    {
        public IEnumerable<Word> Words => Line.Words.Skip(From).Take(Count);

        public double Left => Line.Words[From].Box.Left;

        public bool IsWholeLine => Count == Line.Words.Length;

        public bool Follows(Piece other, LayoutOptions options) =>
            Line.Baseline - other.Line.Baseline <= options.StampLeading * Line.Size() && Math.Abs(Left - other.Left) <= options.StampShift;
    }

    [GeneratedRegex(@"^(?:accuse|envoye|recu|transmis|affich|publi|notifi|id\b|date$|reception|\d{3}-\d{9}|02[ab]-\d{9})")]
    private static partial Regex FirstWord();

    [GeneratedRegex(
        """
        ^(?:(?<acknowledgement>accuse\ (?:de\ )?reception(?:\ (?:en|de\ la|par\ la)\ (?:sous-)?prefecture|\ -\ ministere\ de\ l'interieur)|accuse\ certifie\ executoire)
        |(?<sent>(?:envoye|transmis)e?\ (?:en|a\ la)\ (?:sous-)?prefecture(?:\ le)?(?:\ ?:)?(?:\ \d{1,2}[/.-]\d{1,2}[/.-]\d{2,4})?|date\ de\ (?:tele)?transmission(?:\ ?:)?(?:\ \d{1,2}[/.-]\d{1,2}[/.-]\d{2,4})?)
        |(?<received>recue?(?:\ (?:en|a\ la)\ (?:sous-)?prefecture)?\ le(?:\ ?:)?\ \d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}|recue?\ (?:en|a\ la)\ (?:sous-)?prefecture(?:\ le)?(?:\ ?:)?(?:\ \d{1,2}[/.-]\d{1,2}[/.-]\d{2,4})?|(?:date\ de\ )?reception\ (?:(?:en\ |a\ la\ )?(?:sous-)?prefecture|par\ le\ (?:sous-)?prefet)(?:\ ?:)?(?:\ \d{1,2}[/.-]\d{1,2}[/.-]\d{2,4})?)
        |(?<posted>(?:affichee?|publiee?|notifiee?)\ le(?:\ ?:)?(?:\ \d{1,2}[/.-]\d{1,2}[/.-]\d{2,4})?|(?:affichage|publication|notification)\ ?:(?:\ \d{1,2}[/.-]\d{1,2}[/.-]\d{2,4})?)
        |(?<reference>(?:id\ ?:\ ?)?(?:\d{3}|02[ab])-\d{9}-\d{8}-\S+-(?:de|ar|ai|cc|bf|au)))(?=\ |$)
        """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant)]
    private static partial Regex Label();
}
