using System.Text.RegularExpressions;
using Ingest.Model.Provenance;
using Ingest.Vocabulary;

namespace Ingest.Segmentation.Passages;

/// <summary>A part of a text by its offsets.</summary>
/// <param name="Start">Offset of its first character.</param>
/// <param name="End">Offset behind its last.</param>
internal readonly record struct Part(int Start, int End)
{
    public int Length => End - Start;

    public bool Overlaps(Part other) => Start < other.End && other.Start < End;
}

/// <summary>Cuts running text at the signs that part its phrases, and takes off what leads from one to the next.</summary>
internal static partial class PassageText
{
    // Characters of a sign with the spaces around it.
    private const int LongestSign = 16;

    private static readonly char[] Edges = [' ', '\n', '\u00A0', '\u202F', ',', ';', ':', '.', '-', '–', '—', '=', '|', '•', '(', ')', '/', '→', '+'];

    /// <summary>The parts between signs that part phrases, from left to right; an opening bracket parts only where it is not closed.</summary>
    public static List<Part> Pieces(string text, Part within) => Cut(text, within, Signs());

    /// <summary>The parts between signs that part the fields of an item: « association – action – amount ».</summary>
    /// <param name="text">The text.</param>
    /// <param name="within">Where to look.</param>
    /// <param name="hasDashes">Whether dashes part: before « porté par » they belong to the title.</param>
    public static List<Part> Fields(string text, Part within, bool hasDashes = true) => Cut(text, within, hasDashes ? FieldSigns() : StrongSigns());

    private static List<Part> Cut(string text, Part within, Regex signs)
    {
        var pieces = new List<Part>();
        var start = within.Start;
        // A sign may begin before the part; what lies further away is no business of it.
        for (var match = signs.Match(text, Math.Max(0, start - LongestSign)); match.Success && match.Index < within.End; match = match.NextMatch())
        {
            if (match.Index < start || match.Index + match.Length > within.End)
                continue;
            // « État (ANCT) » is one name.
            if (match.Value == "(" && text.IndexOf(')', match.Index, within.End - match.Index) >= 0)
                continue;
            pieces.Add(new Part(start, match.Index));
            start = match.Index + match.Length;
        }

        pieces.Add(new Part(start, within.End));
        return pieces;
    }

    /// <summary>The sentences of a text, and what semicolons and line breaks part.</summary>
    public static List<Part> Sentences(string text) => Cut(text, new Part(0, text.Length), SentenceEnds());

    /// <summary>The part without signs and spaces at its ends.</summary>
    public static Part Trim(string text, Part part)
    {
        var (start, end) = (part.Start, part.End);
        while (start < end && (Edges.Contains(text[start]) || text[start] is '\'' or '’'))
            start++;
        // « CAF (CLAS) » keeps its bracket: it opens inside.
        while (end > start && Edges.Contains(text[end - 1]) && !(text[end - 1] == ')' && text.AsSpan(start, end - start).Contains('(')))
            end--;
        return new Part(start, end);
    }

    /// <summary>The part of a sentence with the sign that ends it.</summary>
    /// <param name="text">The text.</param>
    /// <param name="part">The part, trimmed.</param>
    /// <param name="end">Where it ends at the latest.</param>
    public static Part WithEnd(string text, Part part, int end) => part.End < end && text[part.End] is '.' or '!' or '?' or '…' ? part with { End = part.End + 1 } : part;

    /// <summary>The part without the words of a role at its ends.</summary>
    public static Part WithoutLinks(PassageVocabulary words, string text, Part part, PassageRole role = PassageRole.Link)
    {
        part = Trim(text, part);
        while (part.Length > 0)
        {
            var own = text[part.Start..part.End];
            var hits = words.Find(role, own);
            var first = hits.Length > 0 && !own.AsSpan(0, hits[0].Start).ContainsLetter() && !HasDigit(own.AsSpan(0, hits[0].Start)) ? hits[0].End : 0;
            var last = hits.Length > 0 && hits[^1].Start >= first && !own.AsSpan(hits[^1].End).ContainsLetter() && !HasDigit(own.AsSpan(hits[^1].End)) ? hits[^1].Start : own.Length;
            var next = Trim(text, new Part(part.Start + first, part.Start + Math.Max(first, last)));
            if (next == part)
                return part;
            part = next;
        }

        return part;
    }

    /// <summary>The words of a part.</summary>
    public static SourceText Slice(SourceText text, Part part) => part.Length > 0 ? text.Slice(part.Start, part.Length) : SourceText.Empty;

    /// <summary>How many words a part has.</summary>
    public static int Words(string text, Part part) => text[part.Start..part.End].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;

    /// <summary>Whether a part opens with a capital or a quotation mark, as names do.</summary>
    public static bool IsName(string text, Part part) => part.Length > 0 && (char.IsUpper(text[part.Start]) || text[part.Start] is '«' or '"' or '“' || char.IsDigit(text[part.Start]));

    private static bool HasDigit(ReadOnlySpan<char> text) => text.IndexOfAnyInRange('0', '9') >= 0;

    // « Ass. Arc-en-Ciel », « Préf. »: a point behind a short word with a capital parts no sentences.
    [GeneratedRegex(@"[;:=\n•|(]|(?<!\d),|,(?!\d)|[ \u00A0][–—-][ \u00A0]|(?<!(?<!\p{L})\p{Lu}\p{Ll}{0,3})\.(?=\s+[\p{Lu}«]|\s*$)", RegexOptions.CultureInvariant)]
    private static partial Regex Signs();

    [GeneratedRegex(@"[;:\n•|]|(?<!(?<!\p{L})\p{Lu}\p{Ll}{0,3})\.(?=\s+[\p{Lu}«])", RegexOptions.CultureInvariant)]
    private static partial Regex StrongSigns();

    [GeneratedRegex(@"[;:\n•|]|[ \u00A0][–—-][ \u00A0]|(?<!(?<!\p{L})\p{Lu}\p{Ll}{0,3})\.(?=\s+[\p{Lu}«])", RegexOptions.CultureInvariant)]
    private static partial Regex FieldSigns();

    [GeneratedRegex(@"[;\n]|(?<!(?<!\p{L})\p{Lu}\p{Ll}{0,3})\.(?=\s+[\p{Lu}«])", RegexOptions.CultureInvariant)]
    private static partial Regex SentenceEnds();
}
