using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Ingest.Grammar;

/// <summary>A folded text that still knows which character of the original each of its own comes from.</summary>
/// <param name="Text">The folded text.</param>
/// <param name="Offsets">For each folded character, the offset of its original; same length as <paramref name="Text"/>.</param>
public sealed record FoldedText(string Text, ImmutableArray<int> Offsets)
{
    /// <summary>The original characters that a part of the folded text stands for.</summary>
    /// <param name="start">Offset into <see cref="Text"/>.</param>
    /// <param name="length">Number of folded characters, at least one.</param>
    public (int Start, int Length) ToOriginal(int start, int length) =>
        (Offsets[start], Offsets[start + length - 1] - Offsets[start] + 1);
}

/// <summary>
/// The form in which names and labels are compared: lower case, no diacritics, « œ » as « oe », every run of punctuation
/// and white space as one space, none at the ends. « + » stays, because « FSE+ » is not « FSE ».
/// </summary>
public static class Folding
{
    // Behind Latin Extended-A characters are looked at one by one: French names need none of them.
    private const char TableEnd = '\u0180';

    // In the table, letters that fold to two.
    private const char Digraph = '\u0001';

    private const int ShortText = 128;

    /// <summary>Lower-case letters without diacritics of Basic Latin, Latin-1 and Latin Extended-A: all that French names need.</summary>
    private static readonly char[] BaseLetters = ToBaseLetters();

    /// <summary>What characters fold to: their base letter, themselves, nothing (NUL) or two letters (<see cref="Digraph"/>).</summary>
    private static readonly char[] Folded = ToFolded();

    /// <summary>The folded text.</summary>
    public static string Fold(string text)
    {
        if (2 * text.Length <= ShortText)
            return Fold(text, stackalloc char[ShortText], []).ToString();
        var letters = ArrayPool<char>.Shared.Rent(2 * text.Length);
        var folded = Fold(text, letters, []).ToString();
        ArrayPool<char>.Shared.Return(letters);
        return folded;
    }

    /// <summary>The folded text with the place of each character in the original.</summary>
    public static FoldedText FoldKeepingOffsets(string text)
    {
        if (2 * text.Length <= ShortText)
        {
            Span<int> places = stackalloc int[ShortText];
            var few = Fold(text, stackalloc char[ShortText], places);
            return new FoldedText(few.ToString(), [.. places[..few.Length]]);
        }

        var (letters, offsets) = (ArrayPool<char>.Shared.Rent(2 * text.Length), ArrayPool<int>.Shared.Rent(2 * text.Length));
        var many = Fold(text, letters, offsets);
        var folded = new FoldedText(many.ToString(), [.. offsets.AsSpan(0, many.Length)]);
        ArrayPool<char>.Shared.Return(letters);
        ArrayPool<int>.Shared.Return(offsets);
        return folded;
    }

    // Into a space of twice the length, which no text outgrows: a character makes two at most, a gap takes the place of what it stands for.
    private static ReadOnlySpan<char> Fold(string text, Span<char> letters, Span<int> offsets)
    {
        var length = 0;
        var isGapPending = false;
        for (var i = 0; i < text.Length; i++)
        {
            var letter = ToFolded(text[i]);
            if (letter == '\0')
            {
                isGapPending |= char.IsAscii(text[i]) || !IsInvisible(text[i]);
                continue;
            }

            if (isGapPending && length > 0)
                Put(' ', i - 1, letters, offsets);
            isGapPending = false;
            if (letter != Digraph)
            {
                Put(letter, i, letters, offsets);
                continue;
            }

            foreach (var part in LettersOf(text[i]))
                Put(part, i, letters, offsets);
        }

        return letters[..length];

        void Put(char letter, int offset, Span<char> letters, Span<int> offsets)
        {
            letters[length] = letter;
            if (!offsets.IsEmpty)
                offsets[length] = offset;
            length++;
        }
    }

    /// <summary>Marks that stand on a letter or mean nothing: they separate no words.</summary>
    private static bool IsInvisible(char c) =>
        CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.Format;

    /// <summary>The lower-case letter without its mark: « É » → e; « œ » and « æ » are letters of their own here.</summary>
    internal static char ToBaseLetter(char c) => c < BaseLetters.Length ? BaseLetters[c] : char.ToLowerInvariant(BaseLetter(c));

    private static char ToFolded(char c) => c < TableEnd ? Folded[c] : char.IsLetterOrDigit(c) ? ToBaseLetter(c) : '\0';

    private static string LettersOf(char digraph) => digraph switch
    {
        'œ' or 'Œ' => "oe",
        'æ' or 'Æ' => "ae",
        'ß' => "ss",
        _ => throw new ArgumentOutOfRangeException(nameof(digraph), digraph, "No digraph."),
    };

    /// <summary>The letter under its diacritics, by canonical decomposition; other characters as they are.</summary>
    private static char BaseLetter(char c) => c is >= 'Ḁ' and <= 'ỿ' or < TableEnd ? c.ToString().Normalize(NormalizationForm.FormD)[0] : c;

    private static char[] ToBaseLetters()
    {
        var letters = new char[TableEnd];
        for (var c = '\0'; c < letters.Length; c++)
            letters[c] = char.ToLowerInvariant(BaseLetter(c));
        return letters;
    }

    private static char[] ToFolded()
    {
        var folded = new char[TableEnd];
        for (var c = '\0'; c < folded.Length; c++)
            folded[c] = c is 'œ' or 'Œ' or 'æ' or 'Æ' or 'ß' ? Digraph : c == '+' ? c : char.IsLetterOrDigit(c) ? ToBaseLetter(c) : '\0';
        return folded;
    }
}
