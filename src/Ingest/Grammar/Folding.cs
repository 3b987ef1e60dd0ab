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
    /// <summary>Lower-case letters without diacritics of Basic Latin, Latin-1 and Latin Extended-A: all that French names need.</summary>
    private static readonly char[] BaseLetters = ToBaseLetters();

    /// <summary>The folded text.</summary>
    public static string Fold(string text) => FoldKeepingOffsets(text).Text;

    /// <summary>The folded text with the place of each character in the original.</summary>
    public static FoldedText FoldKeepingOffsets(string text)
    {
        var folded = new StringBuilder(text.Length);
        var offsets = ImmutableArray.CreateBuilder<int>(text.Length);
        var isGapPending = false;
        Span<char> letters = stackalloc char[2];
        for (var i = 0; i < text.Length; i++)
        {
            var count = FoldCharacter(text[i], letters);
            if (count == 0)
            {
                isGapPending |= char.IsAscii(text[i]) || !IsInvisible(text[i]);
                continue;
            }

            if (isGapPending && folded.Length > 0)
            {
                folded.Append(' ');
                offsets.Add(i - 1);
            }

            isGapPending = false;
            for (var k = 0; k < count; k++)
            {
                folded.Append(letters[k]);
                offsets.Add(i);
            }
        }

        return new FoldedText(folded.ToString(), offsets.DrainToImmutable());
    }

    /// <summary>Marks that stand on a letter or mean nothing: they separate no words.</summary>
    private static bool IsInvisible(char c) =>
        CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.Format;

    /// <summary>The lower-case letter without its mark: « É » → e; « œ » and « æ » are letters of their own here.</summary>
    internal static char ToBaseLetter(char c) => c < BaseLetters.Length ? BaseLetters[c] : char.ToLowerInvariant(BaseLetter(c));

    private static int FoldCharacter(char c, Span<char> letters)
    {
        switch (c)
        {
            case 'œ' or 'Œ':
                (letters[0], letters[1]) = ('o', 'e');
                return 2;
            case 'æ' or 'Æ':
                (letters[0], letters[1]) = ('a', 'e');
                return 2;
            case 'ß':
                (letters[0], letters[1]) = ('s', 's');
                return 2;
            case '+':
                letters[0] = c;
                return 1;
        }

        if (!char.IsLetterOrDigit(c))
            return 0;
        letters[0] = ToBaseLetter(c);
        return 1;
    }

    /// <summary>The letter under its diacritics, by canonical decomposition; other characters as they are.</summary>
    private static char BaseLetter(char c) => c is >= 'Ḁ' and <= 'ỿ' or < '\u0180' ? c.ToString().Normalize(NormalizationForm.FormD)[0] : c;

    private static char[] ToBaseLetters()
    {
        var letters = new char['\u0180'];
        for (var c = '\0'; c < letters.Length; c++)
            letters[c] = char.ToLowerInvariant(BaseLetter(c));
        return letters;
    }
}
