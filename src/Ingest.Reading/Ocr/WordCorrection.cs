using System.Text;
using System.Text.RegularExpressions;

namespace Ingest.Reading.Ocr;

/// <summary>
/// Mistakes of recognition that French leaves one reading for: marks that look alike, « l' » read as « 1' », letters among the digits of
/// an amount. What cannot be told for sure stays as it was read; the word as read stays in the evidence.
/// </summary>
internal static partial class WordCorrection
{
    /// <summary>The word corrected, or as it is.</summary>
    public static string Correct(string word)
    {
        var text = DoubleCapital().IsMatch(word) ? Marks(word)[1..] : Marks(word);
        // What is left of a rule or of a list mark that a letter touches.
        if (text.Trim('_', '|') is { Length: > 0 } bare && bare.Any(char.IsLetterOrDigit) && !ElidedArticle().IsMatch(text))
            text = bare;
        if (ElidedArticle().IsMatch(text))
            text = (char.IsUpper(text[2]) && text.Skip(2).All(char.IsUpper) ? "L" : "l") + text[1..];
        return Amount().IsMatch(text) ? Digits(text) : text;
    }

    // The engine sees curly English quotation marks and long dashes, which French documents hardly have; ligatures are two letters.
    private static string Marks(string word)
    {
        var text = new StringBuilder(word.Length);
        foreach (var letter in word)
        {
            text.Append(letter switch
            {
                '“' or '”' or '„' => "\"",
                '‘' => "'",
                'ﬁ' => "fi",
                'ﬂ' => "fl",
                'ﬀ' => "ff",
                _ => letter.ToString(),
            });
        }

        return text.Length == 1 && text[0] == '—' ? "–" : text.ToString();
    }

    private static string Digits(string amount)
    {
        var text = new StringBuilder(amount.Length);
        foreach (var letter in amount)
            text.Append(letter switch { 'O' or 'o' => '0', 'l' or 'I' => '1', _ => letter });
        return text.ToString();
    }

    // « 1'école », « |'école »: an article that is followed by a vowel or h.
    [GeneratedRegex(@"^[1|I!]['’][aeiouyhàâéèêëîïôûAEIOUYHÀÂÉÈÊ]\p{L}+")]
    private static partial Regex ElidedArticle();

    // « EÉquiper »: the letter read once without and once with its accent.
    [GeneratedRegex(@"^(?:E[ÉÈÊ]|A[ÀÂ])\p{Ll}")]
    private static partial Regex DoubleCapital();

    // Groups of three, or decimals, or a euro sign behind: nothing but an amount, with at least one digit that is one.
    [GeneratedRegex(@"^(?=.*\d)(?:[\dOo]{3}|[\dOolI]{1,3}(?:[ .][\dOo]{3})+|[\dOolI]{1,7},[\dOo]{2})€?$|^(?=.*\d)[\dOo]{1,7}€$")]
    private static partial Regex Amount();
}
