using System.Text.RegularExpressions;
using Ingest.Layout;

namespace Ingest.Tables.Aligned;

/// <summary>What a line tells by itself: columns, a caption, the call of a note.</summary>
internal static partial class LineSigns
{
    /// <summary>Whether the line shows columns: two chunks at least, and not only a list marker before a text.</summary>
    public static bool IsTabular(ChunkLine line) =>
        line.Chunks.Length > 1 && !(line.Chunks.Length == 2 && IsMarker(line.Chunks[0]) && !line.Chunks[1].IsValue);

    /// <summary>Whether the line opens like the title or a note of a table.</summary>
    public static bool IsCaption(ChunkLine line, AlignmentOptions options)
    {
        var first = line.Chunks[0].Words[0].Text;
        var match = FirstWord().Match(TextKey.Fold(first));
        if (!match.Success || !options.CaptionWords.Contains(match.Value))
            return false;
        var rest = line.Chunks[0].Text[first.Length..].TrimStart();
        return first[^1] is ':' or '.' || (rest.Length == 0 && line.Chunks.Length == 1) || (rest.Length > 0 && rest[0] is ':' or '.') || (rest.Length > 0 && char.IsAsciiDigit(rest[0])) || CaptionNumber().IsMatch(rest);
    }

    /// <summary>Whether the chunk is a list marker by itself: a bullet, a dash, « a) », « 1.2 ».</summary>
    public static bool IsMarker(Chunk chunk) => chunk.Words.Length == 1
        && (Bullet().IsMatch(chunk.Words[0].Text) || MarkerGrammar.Look([chunk.Words[0].Text, "x"]).IsMarker);

    /// <summary>Whether all its words are bold.</summary>
    public static bool IsBold(ChunkLine line) => line.Chunks.All(chunk => chunk.Words.All(word => word.Font.IsBold));

    /// <summary>Whether it has a figure that is no year.</summary>
    public static bool HasFigures(ChunkLine line) => line.Chunks.Any(chunk => chunk.IsValue && !ValueText.IsYear(chunk.Text));

    /// <summary>Its letters, by which a header is known again.</summary>
    public static string Letters(ChunkLine line) => string.Join('|', line.Chunks.Select(chunk => TextKey.Letters(chunk.Text)));

    /// <summary>Whether it opens with the call of a note: « (1) », « * », « n.d. : ».</summary>
    public static bool OpensNote(ChunkLine line) => NoteCall().IsMatch(line.Chunks[0].Text);

    [GeneratedRegex(@"^(?:\([a-z\d*]{1,2}\) |\*+ ?\p{L}|[¹²³] ?\p{L}|n\. ?[adcs]\.? ?[:=])")]
    private static partial Regex NoteCall();

    [GeneratedRegex(@"^(?:[-–—•●○▪■◦‣→➢✓*o·]|\(?[0-9a-zA-Z]{1,2}[.)]|\[\d{1,3}\])$")]
    private static partial Regex Bullet();

    [GeneratedRegex("^[a-z]+")]
    private static partial Regex FirstWord();

    [GeneratedRegex(@"^(?:n°|[ivxlc]+\b|[a-z]{1,3}\.?\d|[A-Z]\b)", RegexOptions.IgnoreCase)]
    private static partial Regex CaptionNumber();
}
