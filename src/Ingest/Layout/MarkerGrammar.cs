using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Ingest.Model.Provenance;

namespace Ingest.Layout;

/// <summary>
/// Tells the marker of a list item or of a numbered heading (« • », « - », « → », « a) », « 1.2 – ») from its text, whether
/// it was typed or drawn by a list style.
/// </summary>
public static partial class MarkerGrammar
{
    // Hollow squares are missing on purpose: in forms they are boxes to tick, and say something.
    private const string Bullets = "•·∙●○◦■▪▫◆♦❖►▶▸▹‣➢➤➔➜→⇒⮚✓✔✗*⁃›";

    // Those of them that stand for nothing else.
    private const string PlainBullets = "•●○◦■▪▫◆♦❖►▶▸▹‣➢➤➔➜✓✔";

    // What is left of a pictorial font whose codes were taken for letters, and an arrow typed as « > »: alone before a word they
    // are no French.
    private const string LetterBullets = "oØüÜ§>";

    // What such a letter stands for: rooms that tell bullets from numbers see a sign, in whatever format it came.
    private const string Bullet = "•";

    private const string Dashes = "-‐‑–—";

    /// <summary>Whether a word is the sign of an item and can be nothing else: « • » and its like, no dash.</summary>
    public static bool IsBullet(string word) => word.Length == 1 && PlainBullets.Contains(word[0], StringComparison.Ordinal);

    /// <summary>The words as a paragraph: without the marker that opens them, if one does.</summary>
    public static SourceParagraph WordsToParagraph(ImmutableArray<SourceWord> words)
    {
        var (taken, characters) = Measure(words.Length, index => words[index].Text);
        if (taken == 0)
            return new SourceParagraph(words);
        if (characters == 0)
            return new SourceParagraph(words[taken..], IsLetterBullet(words[0].Text) ? Bullet : string.Join(' ', words[..taken].Select(word => word.Text))) { MarkerRegions = [.. words[..taken].SelectMany(word => word.Regions)] };

        var first = words[0];
        var rest = first with { Text = first.Text[characters..], Raw = null };
        return new SourceParagraph(words.SetItem(0, rest), first.Text[..characters]) { MarkerRegions = first.Regions };
    }

    private static bool IsLetterBullet(string word) => word.Length == 1 && LetterBullets.Contains(word[0], StringComparison.Ordinal);

    /// <summary>Whether the words open with a marker, and whether it is a drawn bullet, which can be nothing else.</summary>
    internal static (bool IsMarker, bool IsBullet) Look(IReadOnlyList<string> words)
    {
        var (taken, _) = Measure(words.Count, index => words[index]);
        return (taken > 0, taken > 0 && (Bullets.Contains(words[0][0], StringComparison.Ordinal) || LetterBullets.Contains(words[0][0], StringComparison.Ordinal)));
    }

    // How many words the marker takes and, where it is glued to the first word, how many of its characters.
    private static (int Words, int Characters) Measure(int count, Func<int, string> word)
    {
        if (count == 0)
            return default;
        var first = word(0);
        if (Bullets.Contains(first[0], StringComparison.Ordinal))
            return first.Length == 1 ? (count > 1 ? 1 : 0, 0) : (char.IsLetter(first[1]) || first[1] is '«' or '"' ? (1, 1) : default);
        if (first.Length == 1 && LetterBullets.Contains(first[0], StringComparison.Ordinal))
            return count > 1 && OpensText(word(1)) ? (1, 0) : default;
        if (Dashes.Contains(first[0], StringComparison.Ordinal))
        {
            // « - 2 000 € » is an amount, « - » alone says that there is nothing: a dash marks only words.
            if (first.Length > 1)
                return char.IsLetter(first[1]) ? (1, 1) : default;
            return Enumerable.Range(1, count - 1).Any(index => IsWord(word(index))) ? (1, 0) : default;
        }

        var hasDash = count > 2 && word(1).Length == 1 && Dashes.Contains(word(1)[0], StringComparison.Ordinal);
        var taken = hasDash && (Numbering().IsMatch(first) || PlainNumber().IsMatch(first)) ? 2 : Numbering().IsMatch(first) ? 1 : 0;
        return taken > 0 && count > taken && OpensText(word(taken)) ? (taken, 0) : default;
    }

    private static bool IsWord(string text) => text.Count(char.IsLetter) > 1 && !Unit().IsMatch(text);

    private static bool OpensText(string text) => (char.IsLetter(text[0]) || text[0] is '«' or '"' or '“' or '(') && !Unit().IsMatch(text);

    // « M. » and « V. » are people more often than items: capitals take a bracket, Roman numbers two letters.
    [GeneratedRegex(@"^(?:[1-9]\d?(?:[.)/°]|[.)]-|°\))|[1-9]\d?(?:\.[1-9]\d?)+[.)]?|[a-z]\)|[a-h]\.|[A-H]\)|(?:I|[IVX]{2,5})[.)])$")]
    private static partial Regex Numbering();

    [GeneratedRegex(@"^(?:[1-9]\d?|[A-H]|[IVX]{1,5})$")]
    private static partial Regex PlainNumber();

    [GeneratedRegex(@"^(?:€|%|k€|m€|euros?|ans?|h|heures?|mois|jours?)[.,;:)]*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Unit();
}
