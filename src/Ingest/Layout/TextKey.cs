using System.Globalization;
using System.Text;

namespace Ingest.Layout;

/// <summary>Texts in a form in which two writings of one thing are equal.</summary>
internal static class TextKey
{
    /// <summary>Lower case, without diacritics, one character for one; ’ as '.</summary>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            var plain = c == '’' ? '\'' : c;
            folded.Append(char.ToLowerInvariant(plain < 128 || char.IsSurrogate(plain) ? plain : plain.ToString().Normalize(NormalizationForm.FormD)[0]));
        }

        return folded.ToString();
    }

    /// <summary>Whether the folded texts, without white space and punctuation, are the same.</summary>
    public static string Letters(string text) =>
        new([.. Fold(WithoutSurrogates(text).Normalize(NormalizationForm.FormC)).Where(c => char.GetUnicodeCategory(c) is not UnicodeCategory.NonSpacingMark && char.IsLetterOrDigit(c))]);

    // Half of a pair cannot be normalised, and no pair is a letter here.
    private static string WithoutSurrogates(string text) => text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF') ? string.Concat(text.Where(c => !char.IsSurrogate(c))) : text;

    /// <summary>The folded text with each run of digits as one « # ».</summary>
    public static string DigitsFolded(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in Fold(text))
        {
            if (!char.IsAsciiDigit(c))
                folded.Append(c);
            else if (folded.Length == 0 || folded[^1] != '#')
                folded.Append('#');
        }

        return folded.ToString();
    }
}
